//! Cues: learned log-odds of single names (class and id tokens) and words.
//!
//! A table says how much more often a token stands at kept than at dropped text. Tokens are evidence
//! that the model weighs, never a verdict.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::text;

/// Buckets of [`Keys`]: by the upper 8 of 24 bits.
const BUCKETS: usize = 256;

/// A set of token hashes, shortened to 24 bits: of a thousand keys, one of 17,000 unknown tokens is
/// taken for one of them.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// Per bucket: how many keys come before it; one entry more than buckets.
    pub starts: &'a [u16],
    /// The lower 16 bits of each key, by bucket.
    pub low: &'a [u16],
}

impl Keys<'_> {
    /// A hash's 24 bits, folded as its authors advise.
    #[must_use]
    pub const fn short(hash: u32) -> u32 {
        (hash >> 24) ^ (hash & 0xff_ffff)
    }

    /// Which key this hash is.
    #[must_use]
    pub fn find(&self, hash: u32) -> Option<usize> {
        let short = Self::short(hash);
        let bucket = (short >> 16) as usize;
        let (&from, &to) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let within = self.low.get(from as usize..to as usize)?.iter().position(|&low| low == short as u16)?;
        Some(from as usize + within)
    }

    /// All keys, as [`Keys::short`] gives them.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..BUCKETS).zip(self.starts.windows(2)).flat_map(|(bucket, ends)| {
            self.low[ends[0] as usize..ends[1] as usize].iter().map(move |&low| (bucket as u32) << 16 | u32::from(low))
        })
    }

    /// Per bucket the keys before it, and the lower halves, of short keys in rising order.
    #[must_use]
    pub fn columns(short: &[u32]) -> (Vec<u16>, Vec<u16>) {
        let starts = (0..=BUCKETS).map(|bucket| short.partition_point(|key| key >> 16 < bucket as u32) as u16);
        (starts.collect(), short.iter().map(|&key| key as u16).collect())
    }
}

/// Tokens and their log-odds in sixteenths (of a nat), one or more for each.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a, T = i8> {
    /// FNV-1a of the lower-case tokens.
    pub keys: Keys<'a>,
    /// Log-odds × 16.
    pub odds: &'a [T],
}

impl<T: 'static> Table<'_, T> {
    /// A table that knows nothing.
    pub const NONE: Table<'static, T> = Table { keys: Keys { starts: &[], low: &[] }, odds: &[] };
}

impl<T: Copy> Table<'_, T> {
    /// What is known of a token.
    #[must_use]
    pub fn get(&self, token: u32) -> Option<T> {
        self.odds.get(self.keys.find(token)?).copied()
    }
}

impl Table<'_> {
    /// Log-odds of a token; 0 when unknown.
    #[must_use]
    pub fn odds(&self, token: u32) -> f32 {
        self.get(token).map_or(0.0, |odds| f32::from(odds) / 16.0)
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
    fn finds_what_is_in_the_set_only() {
        let hashes: Vec<u32> = (0..600u32).map(|at| text::hash(&at.to_string())).collect();
        let mut short: Vec<u32> = hashes.iter().map(|&hash| Keys::short(hash)).collect();
        short.sort_unstable();
        let (starts, low) = Keys::columns(&short);
        let keys = Keys { starts: &starts, low: &low };
        assert!(keys.iter().eq(short.iter().copied()));
        for hash in hashes {
            assert_eq!(keys.find(hash).map(|at| short[at]), Some(Keys::short(hash)));
        }
        assert!(["none", "of", "these"].iter().all(|token| keys.find(text::hash(token)).is_none()));
    }

    #[test]
    fn splits_names_at_marks_and_humps() {
        let mut seen = Vec::new();
        tokens("post-body articleText x 42 col2", &mut |hash| seen.push(hash));
        let expected: Vec<u32> = ["post", "body", "article", "text", "col2"].iter().map(|t| text::hash(t)).collect();
        assert_eq!(seen, expected);
    }
}
