//! Splits names, addresses and texts into hashed tokens. Hashes of one kind never equal those of another.

use super::lexicon::{step, BASIS, NAME_SALT};
use crate::text::Script;

/// The first five letters of a longer name token.
const PREFIX_SALT: u32 = 0x2545_f491;
/// A token of an address.
pub const URL_SALT: u32 = 0x9e37_79b9;
/// A token of a text.
pub const WORD_SALT: u32 = 0x85eb_ca6b;

/// Letters of a name's prefix: `adver`, `cooki`, `newsl`, `spons`, `share`.
const PREFIX: u32 = 5;
/// Shorter tokens say nothing; after a digit, neither do those of three letters: `7aa06ad3` is no ad.
const SHORTEST: u32 = 2;
const AFTER_DIGIT: u32 = 4;
/// Longer tokens are generated.
const LONGEST: u32 = 24;

/// Tokens of a name: split at marks, digits and humps, lower-cased; of long ones
/// also the beginning.
pub fn names(name: &str, each: &mut impl FnMut(u32)) {
    let (mut hash, mut len, mut prefix, mut last_lower) = (BASIS, 0u32, 0, false);
    let (mut before, mut least) = (b' ', SHORTEST);
    for byte in name.bytes().chain([b' ']) {
        let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
        if !letter || (byte.is_ascii_uppercase() && last_lower) {
            if (least..=LONGEST).contains(&len) {
                each(hash ^ NAME_SALT);
                if len > PREFIX {
                    each(prefix ^ PREFIX_SALT);
                }
            }
            (hash, len) = (BASIS, 0);
        }
        if letter {
            if len == 0 {
                least = if before.is_ascii_digit() { AFTER_DIGIT } else { SHORTEST };
            }
            hash = step(hash, u32::from(byte.to_ascii_lowercase()));
            len += 1;
            if len == PREFIX {
                prefix = hash;
            }
        }
        last_lower = byte.is_ascii_lowercase();
        before = byte;
    }
}

/// Tokens of the attributes a page made up, as `name=value` joined by blanks. What holds a script, a
/// style or data is left out, as are long values.
pub fn rest(attrs: &str, each: &mut impl FnMut(u32)) {
    /// Bytes of an attribute that names something, and digits: more are a key.
    const BYTES: usize = 64;
    const DIGITS: usize = 6;
    for attr in attrs.split(' ').filter(|attr| attr.len() <= BYTES) {
        let name = attr.as_bytes();
        let script = matches!(name.first(), Some(b'@' | b':' | b'#' | b'*' | b'(' | b'['))
            || ["x-", "v-", "on"].iter().any(|start| attr.starts_with(start));
        let key = name.iter().filter(|byte| byte.is_ascii_digit()).count() > DIGITS;
        if !script && !key && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_=:./".contains(byte)) {
            names(attr, each);
        }
    }
}

/// Tokens of an address: its letters, of the first bytes after the scheme.
pub fn address(url: &str, each: &mut impl FnMut(u32)) {
    /// Bytes looked at: host and the beginning of the path.
    const BYTES: usize = 64;
    let after = url.find("//").map_or(0, |at| at + 2);
    let (mut hash, mut len) = (BASIS, 0u32);
    for byte in url.bytes().skip(after).take(BYTES).chain([b' ']) {
        if byte.is_ascii_alphabetic() {
            hash = step(hash, u32::from(byte.to_ascii_lowercase()));
            len += 1;
        } else {
            if (2..=LONGEST).contains(&len) {
                each(hash ^ URL_SALT);
            }
            (hash, len) = (BASIS, 0);
        }
    }
}

/// Words of a text, lower-cased, and each pair of neighbours written as one; a character of a script
/// without blanks is a word. Stops when `each` says so. `each` gets the hash and whether it is a pair.
pub fn words(text: &str, mut each: impl FnMut(u32, bool) -> bool) {
    let (mut word, mut pair, mut before) = (BASIS, BASIS, None);
    let mut any = false;
    for c in text.chars().chain([' ']) {
        let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let wide = !c.is_ascii() && Script::of(c).is_wide();
        let letter = c.is_alphanumeric() || (wide && !c.is_whitespace());
        if any && (!letter || wide) {
            if !each(word, false) || (before.is_some() && !each(pair, true)) {
                return;
            }
            (before, word, any) = (Some(word), BASIS, false);
            pair = before.unwrap_or(BASIS);
        }
        if letter {
            word = step(word, lower as u32);
            pair = step(pair, lower as u32);
            any = true;
        }
        if wide && any {
            if !each(word, false) || (before.is_some() && !each(pair, true)) {
                return;
            }
            (before, word, any) = (Some(word), BASIS, false);
            pair = before.unwrap_or(BASIS);
        }
    }
}

/// The hash of all letters and digits of a text, as if it were one word.
#[must_use]
pub fn whole(text: &str) -> u32 {
    let lower = |c: char| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
    text.chars()
        .filter(|c| c.is_alphanumeric() || (!c.is_ascii() && Script::of(*c).is_wide()))
        .fold(BASIS, |hash, c| step(hash, lower(c) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clutter::lexicon::{about, bits};
    use crate::text::hash;

    #[test]
    fn names_split_at_marks_digits_and_humps() {
        let mut seen = Vec::new();
        names("ad-slot2 shareBar 7aa06ad3", &mut |hash| seen.push(hash ^ NAME_SALT));
        assert_eq!(seen, ["ad", "slot", "share", "bar"].map(hash));
    }

    #[test]
    fn addresses_give_host_and_path() {
        let mut seen = Vec::new();
        address("https://www.facebook.com/sharer.php?u=1", &mut |hash| seen.push(hash ^ URL_SALT));
        assert_eq!(seen, ["www", "facebook", "com", "sharer", "php"].map(hash));
    }

    #[test]
    fn words_come_alone_and_in_pairs() {
        let found = |text: &str| {
            let mut found = 0;
            words(text, |hash, _| {
                found |= bits(hash);
                true
            });
            found
        };
        assert_eq!(found("Folgen & Teilen!"), about::SHARE);
        assert_eq!(found("— Sign Up —"), about::LETTER);
        assert_eq!(found("本页为广告位"), about::AD);
        assert_eq!(found("कुछ और"), 0);
        assert_eq!(bits(whole(" Artykuł sponsorowany ")), about::AD);
        assert_eq!(bits(whole("विज्ञापन")), bits(whole("विज्ञापन ")));
    }
}
