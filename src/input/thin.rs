//! Tags without end, made short. html5ever compares each attribute's name with all before it, so the
//! time of one tag grows with the square of its attributes. While the tokenizer is inside a tag that has
//! very many already, only what it needs to find the end is passed on.

/// `markup` with one letter for every run of others and for names in a row, and without quotes that open
/// and close again. Quotes left open and what ends tags, comments and sections stay, so that the tokenizer
/// comes to the same end whether it is in a name, a value or a comment. (Quotes inside of names, which are none,
/// are taken for quotes: such a tag may end elsewhere.)
#[must_use]
pub fn thin(markup: &str) -> String {
    let mut out = String::new();
    for (at, byte) in markup.bytes().enumerate() {
        match byte {
            b'>' | b'-' | b'!' | b']' => out.push(char::from(byte)),
            b'"' | b'\'' => quote(&mut out, char::from(byte)),
            b'=' if opens(&markup.as_bytes()[at + 1..]) => out.push('='),
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => letter(&mut out),
        }
    }
    out
}

/// Whether a quote follows, or what follows is not known yet.
fn opens(rest: &[u8]) -> bool {
    rest.iter().find(|byte| !byte.is_ascii_whitespace()).is_none_or(|byte| matches!(byte, b'"' | b'\''))
}

fn letter(out: &mut String) {
    if out.ends_with(" a ") {
        out.pop();
    } else if !out.ends_with('a') {
        out.push('a');
    }
}

/// Takes the quote before back if there is nothing but names between.
fn quote(out: &mut String, sign: char) {
    let plain = out.trim_end_matches(['a', ' ', '=']);
    match plain.strip_suffix(sign) {
        Some(before) => {
            out.truncate(before.trim_end_matches('=').len());
            letter(out);
        }
        None => out.push(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decides_where_a_tag_ends_stays() {
        assert_eq!(thin("bcd efg hij=\"k l>"), "a a=\"a a>");
        assert_eq!(thin("long comment -->"), "a a -->");
        assert_eq!(thin("漢字"), "a");
        assert_eq!(thin(" a='b\" c"), " a='a\" a");
    }

    #[test]
    fn attributes_without_end_become_one() {
        assert_eq!(thin(&" abc".repeat(100)), " a");
        assert_eq!(thin(&" a=1 b=2".repeat(100)), " a");
        assert_eq!(thin(&" a=\"1\" b='2'".repeat(100)), " a");
        // Half a value first: the quotes that are left open are as many as before.
        assert_eq!(thin(&"x\" a=\"1".repeat(101)).matches('"').count() % 2, 0);
    }
}
