//! Copied pages on which single characters carry their reading in brackets, so that the copy reads
//! otherwise to a machine than to a person: "對(duì)外經(jīng)貿(mào)" is 對外經貿 again.

use crate::text::Script;
use std::borrow::Cow;

/// Readings a text must have before they are taken for a copyist's: one may be the author's.
const FEWEST: usize = 2;
/// Syllables without a tone, taken out where others are: of particles and endings.
const TONELESS: &str = "de le zhe men ma ne ba zi tou la ya wa bo";
/// Words of texts that are about readings.
const ABOUT: &[&str] = &["拼音", "读音", "讀音", "多音字", "发音", "發音", "声调", "聲調", "pinyin"];

/// Whether a text's readings are to be taken out.
#[must_use]
pub fn is_glossed(text: &str) -> bool {
    let mut found = 0;
    for (at, _) in text.match_indices('(') {
        found += usize::from(reading(text, at, false).is_some());
        if found >= FEWEST {
            return !ABOUT.iter().any(|word| text.contains(word));
        }
    }
    false
}

/// The text without its readings.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('(') {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('(') {
        if let Some(end) = reading(text, at, true) {
            out.push_str(&text[from..at]);
            from = end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The end of a reading in brackets at `at`, right after a Chinese character: one syllable of pinyin
/// with its tone, or one that has none if those are wanted.
fn reading(text: &str, at: usize, toneless: bool) -> Option<usize> {
    /// Letters of the longest syllable (zhuang).
    const LETTERS: usize = 6;
    text[..at].chars().next_back().filter(|&c| Script::of(c) == Script::Han)?;
    let mut toned = 0;
    for (count, (offset, c)) in text[at + 1..].char_indices().enumerate() {
        match c {
            ')' => {
                let bare = toneless && TONELESS.split(' ').any(|syllable| syllable == &text[at + 1..at + 1 + offset]);
                return (count > 0 && (toned == 1 || bare)).then_some(at + 1 + offset + 1);
            }
            _ if count >= LETTERS => return None,
            'a'..='z' | 'ü' => {}
            'ā' | 'á' | 'ǎ' | 'à' | 'ē' | 'é' | 'ě' | 'è' | 'ī' | 'í' | 'ǐ' | 'ì' | 'ō' | 'ó' | 'ǒ' | 'ò' | 'ū'
            | 'ú' | 'ǔ' | 'ù' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => toned += 1,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_go_and_other_brackets_stay() {
        let text = "對(duì)外經(jīng)貿(mào)學(xué)院(UIBE)的課程(a)";
        assert!(is_glossed(text));
        assert_eq!(plain(text), "對外經貿學院(UIBE)的課程(a)");
        assert!(!is_glossed("曾(céng)經"));
        assert!(!is_glossed("多音字：曾(céng)經，重(chóng)複"));
        assert_eq!(plain("值(value)"), "值(value)");
    }
}
