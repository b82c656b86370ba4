//! Reading time.

use crate::text::Stats;

/// Words a minute of silent reading by language (Trauzettel-Klosinski and Dietz 2012, “Standardized Assessment of
/// Reading Performance: The New International Reading Speed Texts IReST”, table 2).
const WORDS: &[(&str, f32)] = &[
    ("ar", 138.0),
    ("de", 179.0),
    ("en", 228.0),
    ("es", 218.0),
    ("fi", 161.0),
    ("fr", 195.0),
    ("he", 187.0),
    ("it", 188.0),
    ("nl", 202.0),
    ("pl", 166.0),
    ("pt", 181.0),
    ("ru", 184.0),
    ("sl", 180.0),
    ("sv", 199.0),
    ("tr", 166.0),
];
/// The same of other languages: the mean of the study.
const OTHER: f32 = 184.0;
/// Characters a minute of Chinese and of Japanese (there too).
const CHINESE: f32 = 255.0;
const JAPANESE: f32 = 357.0;

/// Minutes that a person needs for a text in a language, at least 1.
pub fn minutes(stats: &Stats, lang: Option<&str>) -> u32 {
    let primary = lang.and_then(|lang| lang.split('-').next()).unwrap_or("").to_ascii_lowercase();
    let rate = WORDS.iter().find(|entry| entry.0 == primary).map_or(OTHER, |entry| entry.1);
    let wide = if primary == "ja" { JAPANESE } else { CHINESE };
    let spaced = stats.words.saturating_sub(stats.wide / 2);
    ((spaced as f32 / rate + stats.wide as f32 / wide).round() as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_at_their_own_rates() {
        let spaced = Stats { words: 1140, ..Stats::default() };
        assert_eq!(["en", "en-GB", "ar", "xx"].map(|lang| minutes(&spaced, Some(lang))), [5, 5, 8, 6]);
        let wide = Stats { words: 1275, wide: 2550, ..Stats::default() };
        assert_eq!([Some("zh-Hant"), Some("ja"), None].map(|lang| minutes(&wide, lang)), [10, 7, 10]);
        assert_eq!(minutes(&Stats::default(), None), 1);
    }
}
