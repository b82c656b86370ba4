//! Pure functions over text: what its characters are, how long it is to a reader, its words.

mod hash;
mod script;
mod stats;
mod words;

pub use hash::{hash, hash_lower, hash_on, hash_step, FNV_BASIS};
pub use script::{is_wide, Script};
pub use stats::{stats, Stats, WIDE};
pub use words::{is_alphanumeric, word_set, words, Words};

/// Zero-width and directional marks: no reader sees them.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// Whether [`collapse`] would surely change nothing: plain ASCII with single blanks within.
#[must_use]
pub fn is_collapsed(text: &str) -> bool {
    let mut blank = true;
    for byte in text.bytes() {
        match byte {
            b' ' if blank => return false,
            b' '..=b'~' => blank = byte == b' ',
            _ => return false,
        }
    }
    !blank
}

/// White space and control characters collapsed to single blanks, none at the ends.
#[must_use]
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The beginning of a text, at most `bytes` long; no character is cut.
#[must_use]
pub fn start(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

/// The first `most` characters of a text once it is collapsed.
#[must_use]
pub fn collapsed_start(text: &str, most: usize) -> String {
    // White space alone may go on for long; what is looked at is bounded all the same.
    const LOOK: usize = 64;
    let looked = start(text, most.saturating_mul(LOOK));
    collapse(looked).chars().take(most).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(collapsed_start("  a\n b\u{a0}c ", 3), "a b");
        assert_eq!(start("né", 2), "n");
        assert_eq!(start("né", 9), "né");
    }
}
