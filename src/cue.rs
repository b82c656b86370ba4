//! Cues: learned log-odds of single names (class and id tokens) and words.
//!
//! A table says how much more often a token stands at kept than at dropped text. Tokens are evidence
//! that the model weighs, never a verdict.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::text;

/// Token hashes in rising order, and their log-odds in sixteenths (of a nat).
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// FNV-1a of the lower-case token.
    pub hashes: &'a [u32],
    /// Log-odds × 16.
    pub odds: &'a [i8],
}

impl Table<'_> {
    /// Log-odds of a token; 0 when unknown.
    #[must_use]
    pub fn odds(&self, token: u32) -> f32 {
        self.hashes.binary_search(&token).map_or(0.0, |at| f32::from(self.odds[at]) / 16.0)
    }
}

/// Sum, least and greatest log-odds of a set of tokens.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Cue {
    /// Sum.
    pub sum: f32,
    /// Least, at most 0.
    pub min: f32,
    /// Greatest, at least 0.
    pub max: f32,
}

impl Cue {
    /// Adds one token's log-odds.
    pub fn add(&mut self, odds: f32) {
        self.sum += odds;
        self.min = self.min.min(odds);
        self.max = self.max.max(odds);
    }

    /// Joins two sets.
    #[must_use]
    pub fn with(self, other: Cue) -> Cue {
        Cue { sum: self.sum + other.sum, min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

/// Calls `each` with the hash of every name token of a row: its class, id, role and itemprop, split
/// at marks and at humps, lower-cased; tokens of one letter and pure numbers are left out.
pub fn name_tokens(page: &Page, row: Row, mut each: impl FnMut(u32)) {
    for &attr in page.attrs_of(row) {
        if matches!(attr.name, AttrName::Class | AttrName::Id | AttrName::Role | AttrName::Itemprop) {
            tokens(page.value(attr), &mut each);
        }
    }
}

/// Longest token hashed, in bytes: longer ones are generated.
const TOKEN_BYTES: usize = 24;

/// Splits a name into its tokens.
pub fn tokens(name: &str, each: &mut impl FnMut(u32)) {
    let mut token = [0u8; TOKEN_BYTES];
    let mut len = 0;
    let mut last_lower = false;
    let mut letters = false;
    let mut flush = |token: &[u8], len: &mut usize, letters: &mut bool| {
        if *letters && (2..=TOKEN_BYTES).contains(len) {
            each(hash_bytes(&token[..*len]));
        }
        *len = 0;
        *letters = false;
    };
    for byte in name.bytes() {
        let alphabetic = byte.is_ascii_alphabetic() || byte >= 0x80;
        if (byte.is_ascii_uppercase() && last_lower) || !(alphabetic || byte.is_ascii_digit()) {
            flush(&token, &mut len, &mut letters);
        }
        if alphabetic || byte.is_ascii_digit() {
            if len < TOKEN_BYTES {
                token[len] = byte.to_ascii_lowercase();
            }
            len += 1;
            letters |= alphabetic;
        }
        last_lower = byte.is_ascii_lowercase();
    }
    flush(&token, &mut len, &mut letters);
}

fn hash_bytes(bytes: &[u8]) -> u32 {
    std::str::from_utf8(bytes).map_or(0, text::hash)
}

/// Words of a block that are looked at: short blocks are labels, long ones speak for themselves.
const WORDS: usize = 12;

/// The cue of a text's first words.
#[must_use]
pub fn of_words(table: Table<'_>, text: &str) -> Cue {
    let mut cue = Cue::default();
    for word in text::words(text).take(WORDS) {
        cue.add(table.odds(word));
    }
    cue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_names_at_marks_and_humps() {
        let mut seen = Vec::new();
        tokens("post-body articleText x 42 col2", &mut |hash| seen.push(hash));
        let expected: Vec<u32> = ["post", "body", "article", "text", "col2"].iter().map(|t| text::hash(t)).collect();
        assert_eq!(seen, expected);
    }
}
