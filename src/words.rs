//! Sets of words known beforehand: hashes, sorted while the program is compiled. A look-up neither
//! copies the word nor reads the list.

use crate::text::{hash_lower, hash_on, FNV_BASIS};

/// Lower-case words. One stranger in forty million is taken for one of a hundred.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// [`hashes`] of their list.
    pub hashes: &'static [u32],
}

/// Number of words in a list parted by bars.
#[must_use]
pub const fn count(list: &str) -> usize {
    let (bytes, mut at, mut words) = (list.as_bytes(), 0, 1);
    while at < bytes.len() {
        words += (bytes[at] == b'|') as usize;
        at += 1;
    }
    words
}

/// The hashes of the `N` words of a list parted by bars, rising.
#[must_use]
pub const fn hashes<const N: usize>(list: &str) -> [u32; N] {
    let (bytes, mut at, mut word) = (list.as_bytes(), 0, 0);
    let (mut hashes, mut hash) = ([0; N], FNV_BASIS);
    while at <= bytes.len() {
        if at == bytes.len() || bytes[at] == b'|' {
            // Insertion: the lists are short.
            let mut place = word;
            while place > 0 && hashes[place - 1] > hash {
                hashes[place] = hashes[place - 1];
                place -= 1;
            }
            hashes[place] = hash;
            word += 1;
            hash = FNV_BASIS;
        } else {
            hash = hash_on(hash, bytes[at]);
        }
        at += 1;
    }
    hashes
}

impl Words {
    /// Whether the word is in the set, whatever its case.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.has_hash(word.chars().fold(FNV_BASIS, hash_lower))
    }

    /// The same for a word read letter by letter.
    #[must_use]
    pub fn has_hash(&self, hash: u32) -> bool {
        self.hashes.binary_search(&hash).is_ok()
    }
}

/// The set of a list of words parted by bars.
macro_rules! words {
    ($list:expr) => {{
        const HASHES: [u32; $crate::words::count($list)] = $crate::words::hashes($list);
        $crate::words::Words { hashes: &HASHES }
    }};
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_words_in_any_case() {
        const SET: Words = words!("by|von|автор статьи");
        for word in ["by", "By", "VON", "Автор Статьи"] {
            assert!(SET.has(word), "{word}");
        }
        for word in ["", "b", "byvon", "автор"] {
            assert!(!SET.has(word), "{word}");
        }
    }
}
