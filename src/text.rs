//! Pure functions over text: what its characters are, how long it is to a reader, its words.

use crate::lexicon::is_stop_word;

/// Writing systems told apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Script {
    Common,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Thai,
    Indic,
    Han,
    Kana,
    Hangul,
    Other,
}

impl Script {
    /// Number of scripts.
    pub const COUNT: usize = 12;

    /// The script of a character, by Unicode block.
    #[must_use]
    pub fn of(c: char) -> Script {
        match c as u32 {
            0x41..=0x5a | 0x61..=0x7a | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x24f | 0x1e00..=0x1eff => Script::Latin,
            0..=0x2af => Script::Common,
            0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
            0x400..=0x52f => Script::Cyrillic,
            0x590..=0x5ff => Script::Hebrew,
            0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => Script::Arabic,
            0x900..=0xdff => Script::Indic,
            0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff => Script::Thai,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7af => Script::Hangul,
            0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Script::Kana,
            0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Script::Han,
            0x2000..=0x33ff | 0xfe00..=0xfe6f | 0xff00..=0xff65 => Script::Common,
            _ => Script::Other,
        }
    }

    /// Written without blanks between words; a character weighs about three Latin letters
    /// (findings of the measured corpus: lengths and thresholds agree at that weight).
    #[must_use]
    pub fn is_wide(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::Hangul | Script::Thai)
    }
}

/// Whether a character is of a script without blanks; most are not even asked for theirs.
#[must_use]
pub fn is_wide(c: char) -> bool {
    !c.is_ascii() && Script::of(c).is_wide()
}

/// Weight of a wide character in [`Stats::len`].
pub const WIDE: u32 = 3;

/// What one pass over a text counts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Stats {
    /// Characters that are not white space, wide ones counted three times.
    pub len: u32,
    /// Words between white space; three wide characters make one and a half.
    pub words: u32,
    /// Wide characters.
    pub wide: u32,
    /// Commas and their kin within sentences.
    pub commas: u32,
    /// Ends of sentences.
    pub ends: u32,
    /// Digits.
    pub digits: u32,
    /// Words that begin with a capital.
    pub capitals: u32,
    /// Words among the most frequent of their language.
    pub stops: u32,
}

/// Counts a text in one pass.
#[must_use]
pub fn stats(text: &str) -> Stats {
    let mut stats = Stats::default();
    let mut word = Word::default();
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_whitespace() {
                word.end(&mut stats);
                continue;
            }
            stats.len += 1;
            match c {
                ',' | ';' | ':' => stats.commas += 1,
                '.' | '!' | '?' => stats.ends += 1,
                '0'..='9' => stats.digits += 1,
                _ => {}
            }
            word.push(c);
            continue;
        }
        if c.is_whitespace() || is_invisible(c) {
            word.end(&mut stats);
            continue;
        }
        match c {
            '，' | '、' | '；' | '：' | '،' | '؛' => stats.commas += 1,
            '。' | '！' | '？' | '…' | '؟' | '।' | '｡' => stats.ends += 1,
            _ => {}
        }
        if Script::of(c).is_wide() {
            stats.wide += 1;
            stats.len += WIDE;
            word.end(&mut stats);
        } else {
            stats.len += 1;
            word.push(c);
        }
    }
    word.end(&mut stats);
    stats.words += stats.wide / 2;
    stats
}

/// Letters of the word being read, packed for the stop-word table.
#[derive(Default)]
struct Word {
    packed: u64,
    bytes: u32,
    capital: bool,
    /// Ended by punctuation: what follows belongs to no stop word.
    closed: bool,
    any: bool,
}

impl Word {
    fn push(&mut self, c: char) {
        if !self.any {
            self.any = true;
            self.capital = c.is_uppercase();
        }
        if !c.is_alphabetic() {
            self.closed = self.bytes > 0;
            return;
        }
        if self.closed {
            self.bytes = 9;
            return;
        }
        let c = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let mut buffer = [0; 4];
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            self.packed = self.packed << 8 | u64::from(byte);
            self.bytes += 1;
        }
    }

    fn end(&mut self, stats: &mut Stats) {
        if self.any {
            stats.words += 1;
            stats.capitals += u32::from(self.capital);
            stats.stops += u32::from(self.bytes <= 8 && self.bytes > 0 && is_stop_word(self.packed));
            *self = Word::default();
        }
    }
}

/// Zero-width and directional marks: no reader sees them.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// White space collapsed to single blanks, none at the ends.
#[must_use]
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A plain decimal number (`-1.5`, `.5`, `12`): no exponent, no infinity. The standard library's parser
/// does those and rounds exactly, at the price of 15 KB of tables and code.
#[must_use]
pub fn decimal(text: &str) -> Option<f32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mut value, mut unit, mut any) = (0f64, 0f64, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                unit *= 10.0;
                any = true;
            }
            b'.' if unit == 0.0 => unit = 1.0,
            _ => return None,
        }
    }
    let value = value / unit.max(1.0);
    any.then_some((if text.starts_with('-') { -value } else { value }) as f32)
}

/// Whether a character is a letter or digit. The ranges most text is written in are not looked up.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Words for comparing texts: lower-cased runs of letters and digits, single wide characters.
pub fn words(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || loop {
        let c = chars.next()?;
        if !is_alphanumeric(c) {
            continue;
        }
        let mut hash = hash_char(FNV_BASIS, c);
        if !is_wide(c) {
            while let Some(next) = chars.next_if(|next| is_alphanumeric(*next) && !is_wide(*next)) {
                hash = hash_char(hash, next);
            }
        }
        return Some(hash);
    })
}

/// The different [`words`] of a text, rising.
#[must_use]
pub fn word_set(text: &str) -> Vec<u32> {
    let mut set: Vec<u32> = words(text).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// Start value of the 32-bit FNV-1a hash (its authors' parameters): the hash of an empty text.
pub const FNV_BASIS: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

fn hash_char(hash: u32, c: char) -> u32 {
    let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    hash_step(hash, lower as u32)
}

/// The hash of what goes on with one unit, a byte or a character, more.
#[must_use]
pub const fn hash_step(hash: u32, unit: u32) -> u32 {
    (hash ^ unit).wrapping_mul(FNV_PRIME)
}

/// FNV-1a of a text's bytes.
#[must_use]
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(FNV_BASIS, hash_on)
}

/// The hash of a text that goes on with this byte.
#[must_use]
pub const fn hash_on(hash: u32, byte: u8) -> u32 {
    hash_step(hash, byte as u32)
}

/// The hash of a text that goes on with this character in lower case.
#[must_use]
pub fn hash_lower(hash: u32, c: char) -> u32 {
    if c.is_ascii() {
        return hash_on(hash, c.to_ascii_lowercase() as u8);
    }
    c.to_lowercase().fold(hash, |hash, c| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, hash_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_a_reader_sees() {
        let english = stats("The quick, brown fox\u{200b} jumped over 13 dogs. And?");
        assert_eq!((english.words, english.commas, english.ends, english.digits), (9, 1, 2, 2));
        assert_eq!(english.stops, 2);
        let chinese = stats("數字技術，社會治理。");
        assert_eq!((chinese.wide, chinese.len, chinese.commas, chinese.ends), (8, 26, 1, 1));
        assert_eq!(stats(" \n\t"), Stats::default());
    }

    #[test]
    fn words_ignore_case_and_marks() {
        assert!(words("Hello, World").eq(words("hello world!")));
        assert_eq!(words("社會治理 2020").count(), 5);
    }

    #[test]
    fn reads_decimals() {
        for (text, value) in [("12", 12.0), ("-1.5", -1.5), (".25", 0.25), ("3.", 3.0), ("+0", 0.0), ("-9999", -9999.0)]
        {
            assert_eq!(decimal(text), Some(value), "{text}");
        }
        for text in ["", "-", ".", "1.2.3", "1e5", "inf", "1-2", "--1"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn collapses_white_space() {
        assert_eq!(collapse("  a\n b\u{a0}c "), "a b c");
    }
}
