//! Which language a page is in, as far as an injector cares: its declared one, or the one its script tells.

/// A language and the code points of its script.
type Script = (&'static str, fn(u32) -> bool);

/// The language of a text: the declared one where it fits the text's script. BCP 47.
pub fn of(text: &str, declared: Option<&str>) -> String {
    let declared = declared.unwrap_or("").trim().to_ascii_lowercase();
    let primary = declared.split(['-', '_']).next().unwrap_or("").to_owned();
    let share = |range: fn(u32) -> bool| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count().max(1);
        text.chars().filter(|c| range(*c as u32)).count() as f64 / letters as f64
    };
    if share(|c| (0x3040..0x3100).contains(&c)) > 0.08 {
        return "ja".into();
    }
    if share(|c| (0x3400..0xa000).contains(&c)) > 0.2 {
        return if traditional(text) { "zh-Hant".into() } else { "zh-Hans".into() };
    }
    let scripts: [Script; 5] = [
        ("ko", |c| (0xac00..0xd7a4).contains(&c)),
        ("th", |c| (0xe00..0xe80).contains(&c)),
        ("ar", |c| (0x600..0x700).contains(&c)),
        ("ru", |c| (0x400..0x500).contains(&c)),
        ("hi", |c| (0x900..0x980).contains(&c)),
    ];
    if let Some((lang, _)) = scripts.iter().find(|s| share(s.1) > 0.2) {
        return if matches!(primary.as_str(), "uk" | "bg" | "fa" | "ur") { primary } else { (*lang).to_owned() };
    }
    let latin = !primary.is_empty() && !matches!(primary.as_str(), "zh" | "ja" | "ko" | "ru" | "ar" | "th");
    if latin {
        primary
    } else {
        guess(text).to_owned()
    }
}

fn traditional(text: &str) -> bool {
    let count = |set: &str| text.chars().filter(|c| set.contains(*c)).count();
    count("國學說這個們來時過會還後對開發為經與們產業務") > count("国学说这个们来时过会还后对开发为经与产业务") / 2 + 1
}

/// Frequent small words, which no other language of the list has as often.
const SMALL: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "with"]),
    ("de", &["der", "und", "die", "nicht", "mit"]),
    ("fr", &["les", "des", "et", "dans", "pour"]),
    ("es", &["los", "las", "que", "por", "una"]),
    ("pt", &["que", "não", "uma", "dos", "com"]),
    ("it", &["che", "della", "per", "gli", "sono"]),
    ("nl", &["het", "een", "van", "niet", "voor"]),
    ("pl", &["nie", "jest", "się", "na", "oraz"]),
    ("id", &["yang", "dan", "untuk", "dengan", "ini"]),
    ("tr", &["bir", "ve", "için", "ile", "bu"]),
    ("vi", &["của", "và", "các", "không", "là"]),
    ("sv", &["och", "att", "som", "inte", "för"]),
];

fn guess(text: &str) -> &'static str {
    let words: Vec<String> = text.split_whitespace().take(3000).map(str::to_lowercase).collect();
    let score = |small: &[&str]| words.iter().filter(|w| small.contains(&w.as_str())).count();
    SMALL.iter().max_by_key(|(lang, small)| (score(small), usize::from(*lang == "en"))).map_or("en", |best| best.0)
}
