//! Short texts: cleaned for showing, and keyed for comparing.

use crate::text::{collapse, is_alphanumeric, is_invisible, Script};

/// Named character references that pages escape twice; HTML's list has 2,231, these are the ones met.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("ntilde", 'ñ'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("aacute", 'á'),
];

/// Collapsed white space, character references that were escaped twice resolved, zero-width marks gone.
/// Soft hyphens stay: they are the author's.
pub fn clean(text: &str) -> String {
    let mut text = collapse(text);
    if text.contains('&') {
        text = collapse(&unescape(&text));
    }
    if text.contains('<') {
        text = collapse(&untagged(&text));
    }
    if text.contains(|c| is_invisible(c) && c != '\u{ad}') {
        text.retain(|c| !is_invisible(c) || c == '\u{ad}');
    }
    text
}

fn unescape(text: &str) -> String {
    /// Bytes of the longest reference looked at.
    const LONGEST: usize = 8;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let end = after.bytes().take(LONGEST + 1).position(|b| b == b';');
        match end.and_then(|end| Some((reference(&after[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &after[end + 1..];
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| !c.is_control());
    }
    NAMED.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
}

/// Without `<tag …>` pieces: titles and excerpts come with markup in them.
fn untagged(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tag = rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if !tag {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        }
        // Where this one does not end, none behind it does: looking on would take time that grows with the square.
        let Some(end) = rest[at..].find('>') else { break };
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out
}

/// Letters and digits only, lower-cased: equal for texts that differ in marks and blanks.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_alphanumeric(*c)) {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// Lower-cased text.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// Length as a reader sees it: characters, wide ones counted twice.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if Script::of(c).is_wide() { 2 } else { 1 }).sum()
}

/// Words between blanks; two wide characters make one.
pub fn words(text: &str) -> usize {
    let wide = text.chars().filter(|&c| Script::of(c).is_wide()).count();
    let spaced = text
        .split_whitespace()
        .filter(|word| word.chars().any(|c| c.is_alphanumeric() && !Script::of(c).is_wide()))
        .count();
    spaced + wide.div_ceil(2)
}

/// `text` without `prefix`, case ignored. `prefix` is lower-case.
pub fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let c = rest.next()?;
        if c != wanted && !c.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans_what_pages_escape_twice() {
        for (text, expected) in [
            ("  Rock &amp; Roll\n now", "Rock & Roll now"),
            ("Tom&#8217;s &#x41;", "Tom’s A"),
            ("AT&T; R&D &unknown; &", "AT&T; R&D &unknown; &"),
            ("a <em>b</em> c < d", "a b c < d"),
            ("zero\u{200b}width hy\u{ad}phen", "zerowidth hy\u{ad}phen"),
        ] {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn compares_by_letters_and_digits() {
        assert_eq!(key("Ein „Test“ – 2!"), key("ein test 2"));
        assert_eq!(strip_prefix("VON Anna", "von "), Some("Anna"));
        assert_eq!(strip_prefix("Vera", "von "), None);
        assert_eq!((words("two words"), words("數字技術"), width("數a")), (2, 2, 3));
    }
}
