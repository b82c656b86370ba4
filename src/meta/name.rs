//! Names of people in text: cut out of what stands around them, told from other phrases.

use super::date;
use super::phrase::{lower, strip_prefix};
use crate::text::Script;

/// What stands before the name of an author, lower-case, longest first where one begins another.
/// A label that ends in a letter must be followed by a blank or a colon.
const LABELS: &[&str] = &[
    // en
    "by-line:",
    "written by",
    "posted by",
    "published by",
    "story by",
    "words by",
    "article by",
    "reported by",
    "authored by",
    "contributed by",
    "submitted by",
    "started by",
    "asked by",
    "reviewed by",
    "author(s)",
    "authors",
    "author",
    "byline",
    "words",
    "by",
    // de nl sv da no fi
    "ein beitrag von",
    "ein artikel von",
    "verfasst von",
    "geschrieben von",
    "veröffentlicht von",
    "erstellt von",
    "autorin",
    "autoren",
    "autor",
    "verfasser",
    "von unserem redakteur",
    "von",
    "text und fotos",
    "text",
    "geschreven door",
    "gepost door",
    "auteurs",
    "auteur",
    "door",
    "skriven av",
    "publicerad av",
    "skrevet av",
    "skrevet af",
    "tekst",
    "av",
    "af",
    "kirjoittanut",
    "teksti",
    // fr es pt it ro
    "écrit par",
    "publié par",
    "rédigé par",
    "propos recueillis par",
    "un article de",
    "texte",
    "par",
    "escrito por",
    "publicado por",
    "redactado por",
    "texto",
    "autora",
    "por",
    "postado por",
    "scritto da",
    "pubblicato da",
    "a cura di",
    "autore",
    "testo",
    "di",
    "da",
    "scris de",
    "de",
    // pl cs hu tr id vi
    "napisał",
    "przez",
    "opracował",
    "napsal",
    "írta",
    "szerző",
    "yazan",
    "yazar",
    "haber",
    "ditulis oleh",
    "oleh",
    "penulis",
    "tác giả",
    "bài viết",
    "viết bởi",
    // ru uk el ar he hi th
    "автор статьи",
    "автор",
    "автори",
    "авторы",
    "текст",
    "от",
    "κείμενο",
    "του",
    "της",
    "από",
    "بقلم",
    "الكاتب",
    "كتب",
    "كتبت",
    "تأليف",
    "مأת",
    "מאת",
    "लेखक",
    "द्वारा",
    "โดย",
    "ผู้เขียน",
];

/// Words after which a name is over: what else bylines hold.
const ENDS: &[&str] = &[
    "in",
    "on",
    "at",
    "for",
    "from",
    "about",
    "follow",
    "published",
    "updated",
    "posted",
    "posts",
    "last",
    "is",
    "was",
    "has",
    "min",
    "read",
    "reading",
    "share",
    "view",
    "comments",
    "comment",
    "contact",
    "email",
    "senior",
    "staff",
    "contributing",
    "special",
    "editor",
    "reporter",
    "correspondent",
    "writer",
    "author",
    "contributor",
    "journalist",
    "photographer",
    "columnist",
    "with",
    "am",
    "um",
    "vom",
    "zuletzt",
    "veröffentlicht",
    "redakteur",
    "redakteurin",
    "redaktion",
    "autor",
    "autorin",
    "aktualisiert",
    "geändert",
    "stand",
    "fotos",
    "foto",
    "bild",
    "bilder",
    "le",
    "publié",
    "journaliste",
    "rédacteur",
    "mis",
    "à",
    "em",
    "el",
    "il",
    "op",
    "den",
    "publicado",
    "actualizado",
    "pubblicato",
    "ha",
    "и",
    "в",
    "опубликовано",
];

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "vom", "zu", "zum",
    "zur", "der", "den", "ter", "ten", "te", "bin", "ibn", "al", "el", "ben", "af", "av", "y", "e", "i", "st", "und",
    "and", "et", "och", "og", "en", "ed", "jr", "sr", "phd", "md", "dr", "mit", "with",
];

/// Names that are nobody's, lower-case.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "unknown",
    "anonymous",
    "guest",
    "none",
    "null",
    "undefined",
    "author",
    "authors",
    "editor",
    "user",
    "webmaster",
    "root",
    "n/a",
    "na",
    "test",
    "no author",
    "wordpress",
    "site admin",
    "super user",
    "by",
    "autor",
    "about the author",
    "me",
    "you",
    "us",
    "me, myself",
    "everyone",
    "default",
    "blog",
    "home",
    "contact",
    "follow",
    "name",
];

/// Longest list of names, in characters and in words.
const LONGEST: usize = 110;
const MOST_WORDS: usize = 16;

/// The text after an author label at its beginning.
pub fn after_label(text: &str) -> Option<&str> {
    let text = text.trim_start();
    LABELS.iter().find_map(|label| {
        let rest = strip_prefix(text, label)?;
        let bounded = rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '|' | '/' | '｜'))
            || label.ends_with(':');
        bounded.then(|| {
            rest.trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, ':' | '：' | '|' | '/' | '｜' | '-' | '–')
            })
        })
    })
}

/// A whole text that is an author label and nothing else.
pub fn is_label(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '：', ' ']);
    LABELS.iter().any(|label| strip_prefix(text, label) == Some(""))
}

/// The names in what a page gives as its author: without labels, dates, roles, addresses and counts.
pub fn names(raw: &str) -> Option<String> {
    let mut text = raw.trim();
    while let Some(rest) = after_label(text) {
        if rest.is_empty() {
            return None;
        }
        text = rest;
    }
    let text = cut(text);
    let text = text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | ':'
                    | '-'
                    | '–'
                    | '—'
                    | '|'
                    | '/'
                    | '•'
                    | '·'
                    | '*'
                    | '"'
                    | '“'
                    | '”'
                    | '：'
                    | '，'
                    | '、'
                    | '。'
                    | '【'
                    | '】'
                    | '['
                    | ']'
                    | '('
                    | '（'
            )
    });
    let text = unbalanced(text);
    let text = match text.strip_suffix('.') {
        Some(bare) if !is_initial(bare) => bare,
        _ => text,
    };
    let words = text.split_whitespace().count();
    let fits = text.chars().count() <= LONGEST
        && words <= MOST_WORDS
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let nobody = NOBODY.contains(&lower(text).as_str());
    (fits && !nobody && !text.contains("://")).then(|| text.replace(" ,", ",").trim().to_string())
}

/// “J. Jr. R.”: the dot belongs to the name.
fn is_initial(bare: &str) -> bool {
    let last = bare.rsplit([' ', '.']).next().unwrap_or("");
    last.chars().count() <= 2 || matches!(last, "Ph.D" | "Esq")
}

/// Without a bracket that is only half there.
fn unbalanced(text: &str) -> &str {
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        if let Some(at) = text.rfind(open) {
            if !text[at..].contains(close) {
                return text[..at].trim_end();
            }
        }
        if !text.contains(open) {
            if let Some(at) = text.find(close) {
                return text[..at].trim_end();
            }
        }
    }
    text
}

/// Up to the first thing that is no name: a separator, a date, an address, a role.
fn cut(text: &str) -> &str {
    let mut end = text.len();
    let mut shorten = |at: Option<usize>| end = end.min(at.unwrap_or(end));
    for mark in
        ["|", "•", " · ", "·  ", " – ", " — ", " - ", "»", "http", " // ", "\u{2022}", "►", "…", " @", " (@", ", @"]
    {
        shorten(text.find(mark).filter(|&at| at > 0));
    }
    shorten(text.find('@').map(|at| text[..at].rfind([' ', '(', ',']).unwrap_or(if at == 0 { text.len() } else { 0 })));
    shorten(date::find(text, date::Order::DayFirst).first().map(|found| found.start));
    // A number of two digits or more after a blank: a count, a day, a time.
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && (before.is_whitespace() || before == '(') && at > 0 {
            shorten(Some(at));
            break;
        }
        before = c;
    }
    let text = &text[..end];
    // Roles and small words; the first word is always the name's.
    let mut at = 0;
    for (count, word) in text.split(' ').enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let stops = count > 0
            && ENDS.contains(&lower(bare).as_str())
            && !(bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() <= 3);
        if stops {
            return text[..at].trim_end();
        }
        at += word.len() + 1;
    }
    text
}

/// Two to five capitalised words, or a Chinese, Japanese or Korean name.
pub fn is_name_like(text: &str) -> bool {
    if text.chars().any(|c| {
        c.is_ascii_digit()
            || matches!(c, '!' | '?' | ':' | '"' | '“' | '»' | '/' | '。' | '@' | '#' | '%' | '€' | '$' | '…' | '_')
    }) {
        return false;
    }
    if text.chars().any(|c| matches!(Script::of(c), Script::Han | Script::Hangul)) {
        return is_cjk_name(text);
    }
    let mut capitals = 0;
    let mut words = 0;
    for word in text.split([' ', '-', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        let Some(first) = bare.chars().next() else { return word == "&" && words > 0 };
        words += 1;
        if first.is_uppercase() || !(first.is_lowercase() || first.is_uppercase()) {
            capitals += 1;
        } else if !PARTICLES.contains(&lower(bare).as_str()) {
            return false;
        }
    }
    (2..=12).contains(&words) && capitals >= 2
}

/// The commonest family names of Chinese writing (Ministry of Public Security, name report 2020: these
/// are borne by nine in ten), both orthographies.
const SURNAMES: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺";

/// One to four names of two to four characters each, parted by blanks or 、, the first with a common family name.
pub fn is_cjk_name(text: &str) -> bool {
    let mut count = 0;
    for name in text.split([' ', '、', '\u{3000}', ',', '，', '/', '·', '&']).filter(|name| !name.is_empty()) {
        let letters = name.chars().count();
        let known =
            name.chars().next().is_some_and(|first| SURNAMES.contains(first) || Script::of(first) == Script::Hangul);
        if !(2..=4).contains(&letters)
            || !known
            || !name.chars().all(|c| matches!(Script::of(c), Script::Han | Script::Hangul | Script::Kana))
        {
            return false;
        }
        count += 1;
    }
    (1..=4).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_names_out_of_bylines() {
        for (raw, expected) in [
            ("By Ann Ash", "Ann Ash"),
            ("by ANN ASH | 3 May 2021", "ANN ASH"),
            ("Von Anna Esche und Bodo Berg", "Anna Esche und Bodo Berg"),
            ("Par Anne Frêne, le 3 mai 2021", "Anne Frêne"),
            ("Por: Ana Fresno", "Ana Fresno"),
            ("Di Anna Frassino", "Anna Frassino"),
            ("Door Anna van der Es", "Anna van der Es"),
            ("Av Anna Ask", "Anna Ask"),
            ("Автор: Анна Ясень", "Анна Ясень"),
            ("Yazan: Ayşe Dişbudak", "Ayşe Dişbudak"),
            ("Oleh Ani Abu", "Ani Abu"),
            ("Tác giả: An Tần", "An Tần"),
            ("بقلم: آنا دردار", "آنا دردار"),
            ("Ann Ash, Staff Writer", "Ann Ash"),
            ("Ann Ash (ann@news.test)", "Ann Ash"),
            ("Ann Ash in Gardening", "Ann Ash"),
            ("Ann Ash 12 Comments", "Ann Ash"),
            ("J. R. Ash Jr.", "J. R. Ash Jr."),
            ("Ann Ash.", "Ann Ash"),
        ] {
            assert_eq!(names(raw).as_deref(), Some(expected), "{raw}");
        }
        for raw in ["admin", "By", "", "https://news.test/ann", "12", "unknown"] {
            assert_eq!(names(raw), None, "{raw}");
        }
    }

    #[test]
    fn tells_names_from_phrases() {
        for name in ["Ann Ash", "Anna van der Es", "Анна Ясень", "龍海波 王偉進", "陈小明", "홍길동"]
        {
            assert!(is_name_like(name), "{name}");
        }
        for phrase in ["Seeds sprout early", "3 May 2021", "Ann", "How to sow?", "數字技術對社會", "the Herald"]
        {
            assert!(!is_name_like(phrase), "{phrase}");
        }
    }
}
