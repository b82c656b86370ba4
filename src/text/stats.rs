//! What one pass over a text counts.

use super::{is_invisible, Script};
use crate::lexicon::is_stop_word;

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

/// What a byte of text counts as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Sign,
    Blank,
    Comma,
    End,
    Digit,
    Letter,
    /// Part of a character beyond ASCII.
    Wider,
}

/// Per byte.
const CLASS: [Class; 256] = {
    let mut class = [Class::Wider; 256];
    let mut byte = 0u8;
    while byte < 128 {
        class[byte as usize] = match byte {
            b' ' | b'\t' | b'\n' | b'\x0c' | b'\r' => Class::Blank,
            b',' | b';' | b':' => Class::Comma,
            b'.' | b'!' | b'?' => Class::End,
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            _ => Class::Sign,
        };
        byte += 1;
    }
    class
};

/// Bit by which an ASCII letter's lower case differs from its upper case.
const LOWER: u8 = 0x20;

/// Counts a text in one pass.
#[must_use]
pub fn stats(text: &str) -> Stats {
    let mut stats = Stats::default();
    let mut word = Word::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        // Most text is ASCII: no character is put together for it.
        while let Some(&byte) = bytes.get(at) {
            match CLASS[byte as usize] {
                Class::Wider => break,
                Class::Blank => {
                    word.end(&mut stats);
                    at += 1;
                    continue;
                }
                Class::Letter => {
                    word.begin(byte.is_ascii_uppercase());
                    word.letter(byte | LOWER);
                }
                class => {
                    word.begin(false);
                    word.sign();
                    match class {
                        Class::Comma => stats.commas += 1,
                        Class::End => stats.ends += 1,
                        Class::Digit => stats.digits += 1,
                        _ => {}
                    }
                }
            }
            stats.len += 1;
            at += 1;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
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
            continue;
        }
        stats.len += 1;
        word.begin(c.is_uppercase());
        if c.is_alphabetic() {
            let lower = c.to_lowercase().next().unwrap_or(c);
            lower.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| word.letter(byte));
        } else {
            word.sign();
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
    /// Bytes of a packed word, and a length no stop word has.
    const MOST: u32 = 8;
    const NONE: u32 = Word::MOST + 1;

    /// A character that is no white space.
    fn begin(&mut self, capital: bool) {
        if !self.any {
            self.any = true;
            self.capital = capital;
        }
    }

    /// A byte of its lower case, if it is a letter.
    fn letter(&mut self, byte: u8) {
        if self.closed {
            self.bytes = Word::NONE;
            return;
        }
        self.packed = self.packed << 8 | u64::from(byte);
        self.bytes += 1;
    }

    /// It is none.
    fn sign(&mut self) {
        self.closed = self.bytes > 0;
    }

    fn end(&mut self, stats: &mut Stats) {
        if self.any {
            stats.words += 1;
            stats.capitals += u32::from(self.capital);
            stats.stops += u32::from((1..=Word::MOST).contains(&self.bytes) && is_stop_word(self.packed));
            *self = Word::default();
        }
    }
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
}
