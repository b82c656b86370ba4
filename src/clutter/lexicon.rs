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

use about::{AD, COMMENTS, COOKIE, LETTER, OVERLAY, PLEA, RELATED, SHARE};

/// Name tokens (split at marks, humps and digits).
const NAMES: &[(u8, &str)] = &[
    (AD, "ad ads adv advert adverts advertise advertisement advertisements advertiser advertising advertorial adbox adcontainer adholder adsense adsbygoogle adserver adslot adslots adspace adspot adunit adwrap adwrapper adzone dfp gpt googlead doubleclick taboola outbrain mgid revcontent criteo sponsor sponsors sponsored sponsoring sponsorship promoted paidcontent nativead mpu leaderboard skyscraper billboard werbung anzeige anzeigen reklame publicite pub publicidad publicidade pubblicita anuncio anuncios reklama reklam mainos annons gg adnetwork adsystem admanager adfox guanggao affiliate affiliates partnerlink"),
    (COOKIE, "cookie cookies cookiebar cookiebanner cookiebot cookieconsent cookielaw cookienotice consent gdpr ccpa dsgvo rgpd lgpd onetrust cmp cmplz didomi truste trustarc usercentrics quantcast borlabs klaro iubenda osano tarteaucitron privacybanner eucookie eprivacy cli"),
    (LETTER, "newsletter newsletters subscribe subscribed subscriber subscription subscriptions signup mailinglist maillist mailchimp optin sumo optinmonster convertkit substack klaviyo mailpoet mailerlite sailthru abonnement abonnieren abo inscription suscripcion suscribete"),
    (SHARE, "share shares sharer sharing sharebar sharebutton sharebuttons sharedaddy shareaholic sharethis addtoany addthis addtoany shariff social socials socialbar socialicons sociallinks socialmedia socialshare jssocials follow followus followers teilen partager compartir compartilhar condividi udostepnij bookmarks ssba jiathis bdsharebuttonbox bdshare"),
    (RELATED, "related relateds recommended recommendation recommendations recommend readmore readnext upnext morefrom moreon recirc recirculation trending popular mostread mostpopular mostviewed latest similar suggested suggestions teaser teasers alsolike youmaylike zergnet relatedposts crosslink crosslinks xiangguan tuijian"),
    (OVERLAY, "popup popups popover modal modals overlay overlays lightbox backdrop interstitial splash flyin slidein toast scrim"),
    (COMMENTS, "comments commentlist commentarea disqus respond commentaires kommentare comentarios commenti livefyre pinglun"),
    (PLEA, "adblock adblocker adblockers paywall piano tinypass meter regwall donate donation donations spenden notification notifications pushnotification push webpush smartbanner appbanner downloadapp survey feedback chatbot intercom drift promo promobar announcement cta"),
];

/// Labels and label phrases, written without blanks. One or two words of a text, or all of it.
const LABELS: &[(u8, &str)] = &[
    (AD, "advertisement advertisements advertising advertorial sponsored sponsoredcontent sponsoredlinks sponsoredpost sponsoredby paidcontent paidpost promotedcontent promoted adfeedback advertisementcontinuereadingthemainstory"),
    (AD, "anzeige anzeigen werbung gesponsert bezahlterinhalt publicité sponsorisé contenusponsorisé annonce publicidad patrocinado contenidopatrocinado anuncio anuncios publicidade patrocinados conteúdopatrocinado pubblicità contenutosponsorizzato sponsorizzato advertentie gesponsord reklama artykułsponsorowany sponsorowane reklam sponsrat annons sponset mainos sponsoroitu реклама нареклами партнёрскийматериал рекламодатель διαφήμιση χορηγούμενο iklan bersponsor quảngcáo tàitrợ إعلان إعلانات ممول תוכןממומן פרסומת ממומן آگهی تبلیغات विज्ञापन प्रायोजित โฆ 广告 廣告 推广 推廣 赞助 贊助 広告 スポンサー 提供 광고 협찬 스폰서 pr"),
    (COOKIE, "cookie cookies usecookies cookiepolicy cookiesettings cookiepreferences acceptcookies acceptall rejectall consent gdpr privacypreferences verwendencookies cookieeinstellungen akzeptieren alleakzeptieren einwilligung zustimmung datenschutzeinstellungen acceptertout toutaccepter consentement aceptar aceptartodo consentimiento aceitar accetta accettatutti consenso akkoord toestemming zgoda akceptuję pliki plików ciasteczka ciasteczek souhlas godkänn samtycke evästeet evästeitä куки cookieфайлы файлыcookie согласие çerez çerezleri kabul ملفاتتعريف تعريفالارتباط עוגיות quảnlýcookie cookieの クッキー 同意 同意する 쿠키 接受cookie"),
    (LETTER, "newsletter newsletters subscribe subscribenow signup signupfor yourinbox ourinbox emailupdates mailinglist dailybriefing freetrial abonnieren anmelden newsletteranmeldung postfach inscrivezvous abonnezvous infolettre suscríbete suscribirse boletín boletines assine inscrevase boletim iscriviti inschrijven nieuwsbrief zapiszsię zapisz biuletyn odebírejte nyhetsbrev nyhedsbrev uutiskirje tilaa подпишитесь подписаться подписка рассылка abone bülten اشترك النشرة البريدية הירשמו ניוזלטר đăngký bảntin berlangganan 订阅 訂閱 電子報 メルマガ 登録 購読 구독 뉴스레터"),
    (SHARE, "share shares sharethis shareon sharevia followus followuson tweet tweets pinit retweet facebook twitter whatsapp linkedin pinterest telegram instagram reddit tumblr teilen teilenauf twittern partager partagez suivez compartir comparte síguenos compartilhar compartilhe siganos condividi seguici delen volgons udostępnij podziel sdílet dela del jaa поделиться поделитьсяв paylaş مشاركة شارك شارك שתפו שיתוף chiasẻ bagikan 分享 分享到 シェア ツイート 공유 공유하기 weibo 微博 微信"),
    (RELATED, "related relatedposts relatedarticles relatedstories relatednews relatedtopics readmore readnext readalso seealso morefrom moreon morestories alsolike mostread mostpopular popularposts recentposts trending recommended recommendedforyou youmightalso editorspicks latestnews latestposts dontmiss topstories ähnliche ähnlicheartikel mehrzum mehrzumthema auchinteressant meistgelesen lesensieauch zumthema àlireaussi liresaussi lespluslus articlesliés relacionados artículosrelacionados tambiénteinteresa lomásleído leiamais leiatambém maislidas correlati articolicorrelati leggianche gerelateerd meestgelezen leesook czytajtakże zobacztakże przeczytajtakże podobne čtětetaké läsmer lästaku lesogså luemyös читайтетакже похожие потеме популярное benzer ilgili مقالاتذات اقرأأيضا מומלצים כתבותנוספות tinliên xemthêm bacajuga artikelterkait 相关 相關 推荐 推薦 热门 熱門 関連 関連記事 おすすめ 人気 관련 추천 인기"),
    (COMMENTS, "comments leaveacomment leaveareply postacomment kommentare kommentieren commentaires comentarios comentários commenti reacties komentarze комментарии yorumlar تعليقات bìnhluận 评论 評論 コメント 댓글"),
    (PLEA, "adblock adblocker adblockers disableadblock whitelist donate supportus spenden downloadapp getapp ourapp turnonnotifications notifications allownotifications adblocka werbeblocker bloqueadordeanuncios bloqueurdepublicité donar doar dona 打开app 下载app アプリ 알림"),
];

/// Kept apart from other uses of the same hash.
pub const NAME_SALT: u32 = 0x5bd1_e995;

/// Start value and factor of the 32-bit FNV-1a hash, as in [`crate::text::words`].
pub const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// One character more.
#[must_use]
pub const fn step(hash: u32, c: u32) -> u32 {
    (hash ^ c).wrapping_mul(PRIME)
}

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

/// Hashes in rising order, with what the word speaks for. A word of two lists stands twice.
const TABLE: [(u32, u8); LEN] = {
    let mut table = [(0, 0); LEN];
    let len = fill(&mut table, 0, NAMES, NAME_SALT);
    fill(&mut table, len, LABELS, 0);
    table
};

/// Hashes each word of `rows` and inserts it in order; gives the new number of entries.
const fn fill(table: &mut [(u32, u8); LEN], mut len: usize, rows: &[(u8, &str)], salt: u32) -> usize {
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
            let entry = (hash ^ salt, rows[row].0);
            let mut place = len;
            while place > 0 && table[place - 1].0 > entry.0 {
                table[place] = table[place - 1];
                place -= 1;
            }
            table[place] = entry;
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

/// All hashes.
pub fn hashes() -> impl Iterator<Item = u32> {
    TABLE.iter().map(|entry| entry.0)
}

/// Bits of [`about`] of a hash made by [`step`] over lower-case characters.
#[must_use]
pub fn bits(hash: u32) -> u8 {
    let from = TABLE.partition_point(|entry| entry.0 < hash);
    TABLE[from..].iter().take_while(|entry| entry.0 == hash).fold(0, |bits, entry| bits | entry.1)
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
