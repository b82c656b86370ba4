//! Language and writing direction: as declared, else by script and frequent words.

use super::view::View;
use super::zone;
use super::Dir;
use crate::attr::AttrName;
use crate::hanzi::{variant, Variant};
use crate::page::Row;
use crate::text::{hash, hash_lower, is_alphanumeric, start, Script, FNV_BASIS};

/// The language the page declares: `html lang`, `Content-Language`, `og:locale`.
pub fn declared(view: &View<'_>) -> Option<String> {
    if view.page.is_empty() {
        return None;
    }
    let html = view.page.attr(0, AttrName::Lang).or_else(|| view.page.attr(0, AttrName::XmlLang));
    let body = view.page.attr(view.page.body(), AttrName::Lang);
    let metas = ["content-language", "language", "dc.language", "og:locale"].map(|name| view.head.get(name));
    let ld = view.ld.article().and_then(|thing| thing.lang.as_deref());
    [html, body, metas[0], ld, metas[1], metas[2], metas[3]].into_iter().flatten().find_map(tag)
}

/// A language tag from what pages write (`en_US`, `de, at`), if it is one.
fn tag(value: &str) -> Option<String> {
    let first = value.trim().split([',', ';', ' ']).next()?.replace('_', "-");
    let primary = first.split('-').next()?;
    let valid = (2..=3).contains(&primary.len())
        && first.len() <= 12
        && first.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    valid.then_some(first)
}

/// Frequent words that tell languages of one script apart; each list only its own.
const WORDS: &[(&str, &str)] = &[
    ("en", "the and of to that with this have was"),
    ("de", "der und die das nicht ist mit ein auch"),
    ("fr", "les des est dans une pour qui pas et"),
    ("es", "los las el una por con del y más"),
    ("pt", "não uma os do da em com são ao"),
    ("it", "che di il della sono per gli è nel"),
    ("nl", "het een van niet zijn voor dat ook met"),
    ("sv", "och att det som är inte för på ett"),
    ("da", "og det ikke til af jeg på ved blev"),
    ("no", "og ikke til av jeg på ble fra etter"),
    ("fi", "ja on ei että oli se hän mutta myös"),
    ("pl", "nie się na jest że przez oraz dla jak"),
    ("cs", "se že je na jako pro ale byl také"),
    ("ro", "și în care este nu cu pentru mai din"),
    ("hu", "és hogy nem egy az meg is volt csak"),
    ("tr", "ve bir bu için ile çok daha olarak olan"),
    ("id", "yang dan dengan untuk dari tidak ini pada itu"),
    ("vi", "và của là các cho không được trong những"),
    ("ru", "и в не на что как это по он"),
    ("uk", "і та що не від як є до це"),
    ("bg", "и на да се от за е са че"),
    ("ar", "في من على أن إلى التي عن هذا مع"),
    ("fa", "از که را این است با برای می آن"),
    ("ur", "کے کی میں ہے اور سے کو نے پر"),
];

/// The part of an entry of [`known`] that is the hash.
const UPPER: u32 = !0xff;

/// All words in order of their hashes: its upper 24 bits, then the index of the language.
fn known() -> Vec<u32> {
    let words = WORDS.iter().enumerate().flat_map(|(at, language)| language.1.split(' ').map(move |word| (at, word)));
    let mut known: Vec<u32> = words.map(|(at, word)| hash(word) & UPPER | at as u32).collect();
    known.sort_unstable();
    known
}

/// The article's language by its script and words.
#[inline(never)]
pub fn detected(view: &View<'_>) -> Option<&'static str> {
    /// Bytes of article text looked at, and letters needed.
    const BYTES: usize = 20_000;
    const LETTERS: u32 = 60;
    let mut scripts = [0u32; Script::COUNT];
    let (mut simplified, mut traditional) = (0, 0);
    let known = known();
    let mut counts = vec![0u32; WORDS.len()];
    let mut read = 0;
    let lines: Vec<(Row, Row)> = view
        .lines
        .iter()
        .filter(|line| view.zone(line.start) & zone::SPAM == 0)
        .map(|line| (line.start, line.end))
        .collect();
    let ranges = if view.content.is_empty() { &lines[..] } else { view.content };
    for &(from, to) in ranges {
        let text = start(view.page.text_between(from, to), BYTES - read);
        scripts[Script::Latin as usize] += text.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
        for c in text.chars().filter(|c| !c.is_ascii() && is_alphanumeric(*c)) {
            scripts[Script::of(c) as usize] += 1;
            match variant(c) {
                Some(Variant::Simplified) => simplified += 1,
                Some(Variant::Traditional) => traditional += 1,
                None => {}
            }
        }
        for word in text.split(|c: char| !is_alphanumeric(c)).filter(|word| (1..=12).contains(&word.len())) {
            let hash = word.chars().fold(FNV_BASIS, hash_lower) & UPPER;
            let from = known.partition_point(|&entry| entry < hash);
            for entry in known[from..].iter().take_while(|&&entry| entry & UPPER == hash) {
                counts[(entry & !UPPER) as usize] += 1;
            }
        }
        read += text.len();
        if read >= BYTES {
            break;
        }
    }
    let all: u32 = scripts.iter().sum();
    let has = |script: Script, share: u32| scripts[script as usize] * 100 > all * share;
    if all < LETTERS {
        return None;
    }
    if has(Script::Hangul, 20) {
        return Some("ko");
    }
    if has(Script::Kana, 10) {
        return Some("ja");
    }
    if has(Script::Han, 30) {
        return Some(if traditional > simplified { "zh-Hant" } else { "zh-Hans" });
    }
    for (script, language) in
        [(Script::Hebrew, "he"), (Script::Greek, "el"), (Script::Thai, "th"), (Script::Indic, "hi")]
    {
        if has(script, 40) {
            return Some(language);
        }
    }
    let (at, &most) = counts.iter().enumerate().max_by_key(|(at, count)| (**count, usize::MAX - at))?;
    (most >= 3).then_some(WORDS[at].0)
}

/// Right to left if the page says so or the language is written so.
pub fn direction(view: &View<'_>, lang: Option<&str>) -> Option<Dir> {
    if view.page.is_empty() {
        return None;
    }
    let row = view.content.first().map_or(view.page.body(), |range| range.0);
    let stated = view.page.ancestors(row).chain([row]).find_map(|up| match view.page.attr(up, AttrName::Dir)?.trim() {
        dir if dir.eq_ignore_ascii_case("rtl") => Some(Dir::Rtl),
        dir if dir.eq_ignore_ascii_case("ltr") => Some(Dir::Ltr),
        _ => None,
    });
    let primary = lang.and_then(|lang| lang.split('-').next());
    stated.or_else(|| {
        primary.map(|lang| {
            if matches!(lang, "ar" | "he" | "iw" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv") {
                Dir::Rtl
            } else {
                Dir::Ltr
            }
        })
    })
}

/// The language: declared, unless the text is in another writing; else detected.
pub fn settle(declared: Option<String>, detected: Option<&'static str>) -> Option<(String, super::Origin)> {
    use super::Origin;
    let script = |lang: &str| match lang.split('-').next().unwrap_or("") {
        "zh" => "zh",
        "ja" => "ja",
        "ko" => "ko",
        "ar" | "fa" | "ur" | "ps" => "arab",
        "he" | "iw" | "yi" => "hebr",
        "el" => "grek",
        "th" => "thai",
        "hi" | "mr" | "ne" | "bn" | "ta" | "te" | "gu" | "kn" | "ml" | "pa" => "indic",
        "ru" | "uk" | "bg" | "sr" | "mk" | "be" | "kk" | "ky" | "mn" => "cyrl",
        _ => "latn",
    };
    match (declared, detected) {
        (Some(declared), Some(found)) if script(&declared.to_ascii_lowercase()) != script(found) => {
            Some((found.to_string(), Origin::Dom))
        }
        (Some(declared), _) => Some((declared, Origin::Meta)),
        (None, found) => found.map(|found| (found.to_string(), Origin::Dom)),
    }
}
