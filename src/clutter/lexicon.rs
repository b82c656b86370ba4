//! What clutter is called: name tokens of class, id and data attributes, and label words of 20
//! languages. Own lists, from the words sites and readers use; evidence for the model and for the
//! sentence a person reads, never a verdict.

/// What a word speaks for, as bits.
pub mod about {
    #![allow(missing_docs)]
    pub const AD: u8 = 1;
    pub const COOKIE: u8 = 2;
    pub const LETTER: u8 = 4;
    pub const SHARE: u8 = 8;
    pub const RELATED: u8 = 16;
    pub const OVERLAY: u8 = 32;
    pub const COMMENTS: u8 = 64;
    /// Notes on ad blockers, donations, apps, push messages.
    pub const PLEA: u8 = 128;
}

use crate::cue::Keys;
use about::{AD, COMMENTS, COOKIE, LETTER, OVERLAY, PLEA, RELATED, SHARE};

/// Name tokens (split at marks, humps and digits).
const NAMES: &[(u8, &str)] = &[
    (AD, "ad ads adv advert adverts advertise advertisement advertisements advertiser advertising advertorial adbox adcontainer adholder adsense adsbygoogle adserver adslot adslots adspace adspot adunit adwrap adwrapper adzone dfp googlead doubleclick taboola outbrain mgid revcontent criteo sponsor sponsors sponsored sponsoring sponsorship promoted paidcontent nativead mpu leaderboard skyscraper billboard werbung anzeige anzeigen reklame publicite publicidad publicidade pubblicita anuncio anuncios reklama reklam mainos annons adnetwork adsystem admanager adfox guanggao affiliate affiliates partnerlink"),
    (COOKIE, "cookie cookies cookiebar cookiebanner cookiebot cookieconsent cookielaw cookienotice consent gdpr ccpa dsgvo rgpd lgpd onetrust optanon cookiepro cookieyes termly complianz moove sourcepoint fundingchoices cmp cmplz didomi truste trustarc usercentrics quantcast borlabs klaro iubenda osano tarteaucitron privacybanner eucookie eprivacy manageconsent managepreferences privacysettings cookiehinweis cookierichtlinie nurnotwendige alleablehnen ablehnen paramétrerlescookies toutrefuser refuser rechazar rechazartodo configurarcookies rejeitar rifiuta weigeren odrzuć avvisa avvis принять отклонить reddet قبولالكل 全部接受 接受全部 すべて同意 모두동의"),
    (LETTER, "newsletter newsletters subscribe subscribed subscriber subscription subscriptions signup mailinglist maillist mailchimp optin optinmonster convertkit substack klaviyo mailpoet mailerlite sailthru abonnement abonnieren abo inscription suscripcion suscribete joinourmailinglist getthenewsletter dailynewsletter weeklynewsletter subscribetoournewsletter signupforournewsletter newsletterabonnieren jetztabonnieren jetztanmelden recevezlanewsletter sinscrire recibelaboletín suscríbeteanuestroboletín ricevilanewsletter iscrivitiallanewsletter eメール会員 メールマガジン 無料登録 会員登録 订阅我们 뉴스레터구독"),
    (SHARE, "share shares sharer sharing sharebar sharebutton sharebuttons sharedaddy shareaholic sharethis addtoany addthis addtoany shariff social socials socialbar socialicons sociallinks socialmedia socialshare jssocials follow followus followers teilen partager compartir compartilhar condividi udostepnij bookmarks ssba jiathis bdsharebuttonbox bdshare sharethisarticle sharethispost sharethisstory sharearticle shareonfacebook shareontwitter sharebyemail copylink emailthis printthis artikelteilen beitragteilen partagercetarticle partagersur compartirenfacebook compartiren condividisu deelditartikel udostępnijnafacebooku この記事をシェア シェアする ツイートする はてな 微信分享 分享至 기사공유"),
    (RELATED, "related relateds recommended recommendation recommendations recommend readmore readnext upnext morefrom moreon recirc recirculation trending popular mostread mostpopular mostviewed latest similar suggested suggestions teaser teasers alsolike youmaylike zergnet relatedposts crosslink crosslinks xiangguan tuijian"),
    (OVERLAY, "popup popups popover modal modals overlay overlays lightbox backdrop interstitial splash flyin slidein toast scrim"),
    (COMMENTS, "comments commentlist commentarea disqus respond commentaires kommentare comentarios commenti livefyre pinglun"),
    (PLEA, "adblock adblocker adblockers paywall regwall chat livechat tawk zendesk tidio zopim olark chatwidget freshchat helpscout donate donation donations spenden notification notifications pushnotification push webpush smartbanner appbanner downloadapp survey feedback chatbot intercom promo promobar announcement cta"),
];

/// Labels and label phrases, written without blanks. German *anzeigen* is not among them: it also means “show”. One or two words of a text, or all of it.
const LABELS: &[(u8, &str)] = &[
    (AD, "advertisement advertisements advertising advertorial sponsored sponsoredcontent sponsoredlinks sponsoredpost sponsoredby paidcontent paidpost promotedcontent promoted adfeedback advertisementcontinuereadingthemainstory ad ads adchoices reportad reportthisad adsby adsbygoogle sponsoredlink sponsoredcontentby inpartnershipwith paidpartnership partnercontent paidforby presentedby promotedby promotedstories aroundtheweb fromtheweb fromaroundtheweb youmaylike scrolltocontinuereading articlecontinuesafterad articlecontinuesbelow storycontinuesbelow continuereadingbelow"),
    (AD, "anzeige werbung gesponsert bezahlterinhalt publicité sponsorisé contenusponsorisé annonce publicidad patrocinado contenidopatrocinado anuncio anuncios publicidade patrocinados conteúdopatrocinado pubblicità contenutosponsorizzato sponsorizzato advertentie gesponsord reklama artykułsponsorowany sponsorowane reklam sponsrat annons sponset mainos sponsoroitu реклама нареклами партнёрскийматериал рекламодатель διαφήμιση χορηγούμενο iklan bersponsor quảngcáo tàitrợ إعلان إعلانات ممول תוכןממומן פרסומת ממומן آگهی تبلیغات विज्ञापन प्रायोजित โฆ 广告 廣告 推广 推廣 赞助 贊助 広告 スポンサー 提供 광고 협찬 스폰서 pr werbeanzeige publireportage publireportaje annonces annoncesponsorisée annoncer espaciopublicitario contenidopublicitario inserzione inserzionesponsorizzata annuncio annunci annuncisponsorizzati sponsorlu ilan reklamlar reklamy sponzorováno inzerce sponzorované hirdetés reclamă publicitate реклами спонсоровано διαφημίσεις oglas oglasi advertensi โฆษณา ผู้สนับสนุน إعلانممول إعلانمدفوع प्रायोजितसामग्री বিজ্ঞাপন விளம்பரம் スポンサーリンク スポンサードリンク スポンサードサーチ pr広告 廣告赞助 赞助商链接 赞助内容 商业推广 推广链接 广告推广 精品推荐 贊助內容 廣告合作 스폰서링크 adsponsored"),
    (COOKIE, "cookie cookies usecookies cookiepolicy cookiesettings cookiepreferences acceptcookies acceptall rejectall consent gdpr privacypreferences verwendencookies cookieeinstellungen akzeptieren alleakzeptieren einwilligung zustimmung datenschutzeinstellungen acceptertout toutaccepter consentement aceptar aceptartodo consentimiento aceitar accetta accettatutti consenso akkoord toestemming zgoda akceptuję pliki plików ciasteczka ciasteczek souhlas godkänn samtycke evästeet evästeitä куки cookieфайлы файлыcookie согласие çerez çerezleri kabul ملفاتتعريف تعريفالارتباط עוגיות quảnlýcookie cookieの クッキー 同意 同意する 쿠키 接受cookie"),
    (LETTER, "newsletter newsletters subscribe subscribenow signup signupfor yourinbox ourinbox emailupdates mailinglist dailybriefing freetrial abonnieren anmelden newsletteranmeldung postfach inscrivezvous abonnezvous infolettre suscríbete suscribirse boletín boletines assine inscrevase boletim iscriviti inschrijven nieuwsbrief zapiszsię zapisz biuletyn odebírejte nyhetsbrev nyhedsbrev uutiskirje tilaa подпишитесь подписаться подписка рассылка abone bülten اشترك النشرة البريدية הירשמו ניוזלטר đăngký bảntin berlangganan 订阅 訂閱 電子報 メルマガ 登録 購読 구독 뉴스레터"),
    (SHARE, "share shares sharethis shareon sharevia followus followuson tweet tweets pinit retweet facebook twitter whatsapp linkedin pinterest telegram instagram reddit tumblr teilen teilenauf twittern partager partagez suivez compartir comparte síguenos compartilhar compartilhe siganos condividi seguici delen volgons udostępnij podziel sdílet dela del jaa поделиться поделитьсяв paylaş مشاركة شارك شارك שתפו שיתוף chiasẻ bagikan 分享 分享到 シェア ツイート 공유 공유하기 weibo 微博 微信"),
    (RELATED, "related relatedposts relatedarticles relatedstories relatednews relatedtopics readmore readnext readalso seealso morefrom moreon morestories alsolike mostread mostpopular popularposts recentposts trending recommended recommendedforyou youmightalso editorspicks latestnews latestposts dontmiss topstories ähnliche ähnlicheartikel mehrzum mehrzumthema auchinteressant meistgelesen lesensieauch zumthema àlireaussi liresaussi lespluslus articlesliés relacionados artículosrelacionados tambiénteinteresa lomásleído leiamais leiatambém maislidas correlati articolicorrelati leggianche gerelateerd meestgelezen leesook czytajtakże zobacztakże przeczytajtakże podobne čtětetaké läsmer lästaku lesogså luemyös читайтетакже похожие потеме популярное benzer ilgili مقالاتذات اقرأأيضا מומלצים כתבותנוספות tinliên xemthêm bacajuga artikelterkait 相关 相關 推荐 推薦 热门 熱門 関連 関連記事 おすすめ 人気 관련 추천 인기 youmayalsolike youmightlike moreonthistopic morefromthissection moreinthissection morelikethis recommendedreading recommendedstories recommendedarticles suggestedarticles suggestedreading relatedcontent relatedreading relatedlinks relatedcoverage relatedvideos trendingnow mostviewed mostcommented latestarticles latestfrom nextarticle nextstory nextup upnext weitereartikel weitereartikelzumthema weiterethemen mehrartikel daskönntesieauchinteressieren daskönntedichauchinteressieren dasinteressiertsieauch ähnlichebeiträge verwandteartikel beliebteartikel vousaimerezaussi surlemêmesujet surlemêmethème articlessimilaires àdécouvriraussi lireégalement tepuedeinteresar terecomendamos noticiasrelacionadas notasrelacionadas másnoticias másleídas vejatambém notíciasrelacionadas vocêtambémpodegostar potrebbeinteressarti potrebbeinteressartianche gerelateerdeartikelen leesmeer polecane polecamy zobaczteż powiązane podobneartykuły mohlobyvászajímat související souvisejícíčlánky relateradeartiklar relaterteartikler læsogså lesmer luelisää benzerhaberler ilgilihaberler onerilenler önerilenler موضوعاتذاتصلة اقرأأيضًا مقالاتذاتصلة مواضيعذاتصلة الأكثرقراءة 相关新闻 相关文章 相关阅读 相关推荐 相關新聞 相關文章 推荐阅读 推薦閱讀 猜你喜欢 热门文章 热门推荐 延伸閱讀 延伸阅读 関連ニュース あわせて読みたい こちらもおすすめ 人気記事 おすすめ記事 新着記事 ランキング アクセスランキング 관련기사 추천기사 많이본뉴스 인기기사"),
    (COMMENTS, "comments leaveacomment leaveareply postacomment kommentare kommentieren commentaires comentarios comentários commenti reacties komentarze комментарии yorumlar تعليقات bìnhluận 评论 評論 コメント 댓글 addacomment writeacomment jointheconversation jointhediscussion readerscomments viewcomments schreibeinenkommentar kommentarschreiben laisseruncommentaire dejauncomentario deixeumcomentário lasciauncommento plaatsreactie dodajkomentarz 发表评论 网友评论 發表評論 コメントを残す コメントする 댓글쓰기"),
    (PLEA, "adblock adblocker adblockers disableadblock whitelist donate supportus spenden downloadapp getapp ourapp turnonnotifications notifications allownotifications adblocka werbeblocker bloqueadordeanuncios bloqueurdepublicité donar doar dona 打开app 下载app アプリ 알림"),
];

/// Kept apart from other uses of the same hash.
pub const NAME_SALT: u32 = 0x5bd1_e995;

/// The hash texts are read with.
pub use crate::text::{hash_step as step, FNV_BASIS as BASIS};

const fn count(rows: &[(u8, &str)]) -> usize {
    let (mut words, mut row) = (0, 0);
    while row < rows.len() {
        let bytes = rows[row].1.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            words += (bytes[at] != b' ' && (at == 0 || bytes[at - 1] == b' ')) as usize;
            at += 1;
        }
        row += 1;
    }
    words
}

/// Words of both lists.
const LEN: usize = count(NAMES) + count(LABELS);

/// The lexicon as columns, made at compile time. A word of two lists stands twice, both times with all its bits.
static COLUMNS: Columns = Columns::of();

struct Columns {
    starts: [u16; 257],
    low: [u16; LEN],
    bits: [u8; LEN],
}

impl Columns {
    const fn of() -> Columns {
        let mut entries = [(0, 0); LEN];
        let len = fill(&mut entries, 0, NAMES, NAME_SALT);
        fill(&mut entries, len, LABELS, 0);
        let mut columns = Columns { starts: [0; 257], low: [0; LEN], bits: [0; LEN] };
        let mut at = LEN;
        while at > 0 {
            at -= 1;
            let (short, bits) = entries[at];
            let same = at + 1 < LEN && entries[at + 1].0 == short;
            columns.bits[at] = if same { bits | columns.bits[at + 1] } else { bits };
            columns.low[at] = short as u16;
            columns.starts[(short >> 16) as usize + 1] += 1;
        }
        let mut bucket = 0;
        while bucket < 256 {
            columns.starts[bucket + 1] += columns.starts[bucket];
            bucket += 1;
        }
        columns
    }
}

/// Hashes each word of `rows` and inserts it in order; gives the new number of entries.
const fn fill(entries: &mut [(u32, u8); LEN], mut len: usize, rows: &[(u8, &str)], salt: u32) -> usize {
    let mut row = 0;
    while row < rows.len() {
        let bytes = rows[row].1.as_bytes();
        let (mut at, mut hash) = (0, BASIS);
        while at <= bytes.len() {
            if at < bytes.len() && bytes[at] != b' ' {
                let (c, size) = decode(bytes, at);
                hash = step(hash, c);
                at += size;
                continue;
            }
            let entry = (Keys::short(hash ^ salt), rows[row].0);
            let mut place = len;
            while place > 0 && entries[place - 1].0 > entry.0 {
                entries[place] = entries[place - 1];
                place -= 1;
            }
            entries[place] = entry;
            len += 1;
            hash = BASIS;
            at += 1;
        }
        row += 1;
    }
    len
}

/// The character at `at` of UTF-8 of at most three bytes a character, and its bytes.
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    if first < 0x80 {
        return (first, 1);
    }
    let second = (bytes[at + 1] & 0x3f) as u32;
    if first < 0xe0 {
        return ((first & 0x1f) << 6 | second, 2);
    }
    ((first & 0xf) << 12 | second << 6 | (bytes[at + 2] & 0x3f) as u32, 3)
}

/// Bits of [`about`] of a hash made by [`step`] over lower-case characters.
#[must_use]
pub fn bits(hash: u32) -> u8 {
    let keys = Keys { starts: &COLUMNS.starts, low: &COLUMNS.low };
    keys.find(hash).map_or(0, |at| COLUMNS.bits[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn words_are_found_by_the_hash_texts_are_read_with() {
        for (bit, words) in LABELS {
            for word in words.split(' ').filter(|word| text::words(word).count() == 1) {
                let hash = text::words(word).next().unwrap_or(0);
                assert!(bits(hash) & bit != 0, "{word}");
            }
        }
        assert_eq!(bits(text::hash("onetrust") ^ NAME_SALT), about::COOKIE);
        assert_eq!(bits(text::hash("kernel")), 0);
    }

    #[test]
    fn lists_are_lower_case_and_without_blanks_at_the_ends() {
        for (_, words) in NAMES.iter().chain(LABELS) {
            assert_eq!(*words, words.to_lowercase());
            assert_eq!(*words, words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
