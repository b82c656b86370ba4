//! Words for comparing texts.

use super::hash::{hash_step, FNV_BASIS};
use super::is_wide;

/// Whether a character is a letter or digit. The ranges most text is written in are not looked up.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// No letter or digit; part of a character beyond ASCII.
const BLANK: u8 = 0;
const WIDER: u8 = 1;

/// Per byte: the letter or digit it is, in lower case, or what it is instead.
const LOWER: [u8; 256] = {
    let mut lower = [WIDER; 256];
    let mut byte = 0u8;
    while byte < 128 {
        lower[byte as usize] = if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { BLANK };
        byte += 1;
    }
    lower
};

/// Hashes of a text's words: lower-cased runs of letters and digits, single wide characters.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    /// Byte the rest begins at.
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let bytes = self.text.as_bytes();
        let mut hash = FNV_BASIS;
        let mut any = false;
        loop {
            // Most text is ASCII: no character is put together for it.
            while let Some(&byte) = bytes.get(self.at) {
                match LOWER[byte as usize] {
                    BLANK if any => return Some(hash),
                    BLANK => {}
                    WIDER => break,
                    lower => {
                        hash = hash_step(hash, u32::from(lower));
                        any = true;
                    }
                }
                self.at += 1;
            }
            let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
                return any.then_some(hash);
            };
            let is_word = is_alphanumeric(c);
            let is_alone = is_word && is_wide(c);
            if any && (is_alone || !is_word) {
                return Some(hash);
            }
            self.at += c.len_utf8();
            if is_word {
                hash = hash_step(hash, c.to_lowercase().next().unwrap_or(c) as u32);
                any = true;
            }
            if is_alone {
                return Some(hash);
            }
        }
    }
}

/// The different [`words`] of a text, rising.
#[must_use]
pub fn word_set(text: &str) -> Vec<u32> {
    let mut set: Vec<u32> = words(text).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_ignore_case_and_marks() {
        assert!(words("Hello, World").eq(words("hello world!")));
        assert_eq!(words("社會治理 2020").count(), 5);
    }
}
