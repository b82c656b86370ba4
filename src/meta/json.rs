//! A tolerant JSON reader for data that pages embed: comment and CDATA wrappers, raw control
//! characters, unescaped quotes, trailing and missing commas. Iterative; takes what it can read.

use std::borrow::Cow;

/// One value in document order; a container's members are the entries up to `end`.
#[derive(Debug, PartialEq)]
pub struct Entry<'a> {
    /// The member's name, empty in arrays and at the top.
    pub key: Cow<'a, str>,
    /// What it is.
    pub value: Value<'a>,
    /// One past the last entry inside.
    pub end: usize,
}

/// Kinds of value.
#[derive(Debug, PartialEq)]
pub enum Value<'a> {
    /// Members with names.
    Object,
    /// Members without.
    Array,
    /// A string, unescaped.
    Text(Cow<'a, str>),
    /// Number, true, false, null, as written.
    Word(&'a str),
}

impl<'a> Entry<'a> {
    /// The text of a string or number.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text.trim()),
            Value::Word(word) if *word != "null" => Some(word),
            _ => None,
        }
    }
}

/// Entries and open containers kept; real data has hundreds and a dozen.
const MOST: usize = 50_000;
const DEPTH: usize = 64;
/// Bytes read; the largest real blocks are some hundred KB.
const BYTES: usize = 1 << 20;

/// Reads all values of a text.
pub fn read(text: &str) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut key = Cow::Borrowed("");
    let mut named = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len().min(BYTES) && entries.len() < MOST {
        match bytes[at] {
            b'}' | b']' => {
                if let Some(container) = open.pop() {
                    entries[container].end = entries.len();
                }
                named = false;
                at += 1;
            }
            b'"' => {
                let Some((string, next)) = string(text, at + 1) else { break };
                at = next;
                let in_object = open.last().is_some_and(|&top| entries[top].value == Value::Object);
                if in_object && !named {
                    key = string;
                    named = true;
                } else {
                    push(&mut entries, &mut key, Value::Text(string));
                    named = false;
                }
            }
            b'{' | b'[' => {
                if open.len() >= DEPTH {
                    break;
                }
                open.push(entries.len());
                let value = if bytes[at] == b'{' { Value::Object } else { Value::Array };
                push(&mut entries, &mut key, value);
                named = false;
                at += 1;
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' if !open.is_empty() => {
                let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.');
                let end = at + bytes[at..].iter().take_while(|b| word(b)).count();
                push(&mut entries, &mut key, Value::Word(&text[at..end]));
                named = false;
                at = end;
            }
            // Blanks, commas, colons, comment signs, anything else.
            _ => at += 1,
        }
    }
    let end = entries.len();
    for container in open {
        entries[container].end = end;
    }
    entries
}

fn push<'a>(entries: &mut Vec<Entry<'a>>, key: &mut Cow<'a, str>, value: Value<'a>) {
    let end = entries.len() + 1;
    entries.push(Entry { key: std::mem::take(key), value, end });
}

/// The string from `start` and the place after its closing quote. A quote closes when a delimiter follows.
fn string(text: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut escaped = false;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => {
                escaped = true;
                at += 1;
            }
            b'"' => {
                let next = bytes[at + 1..].iter().find(|b| !b.is_ascii_whitespace());
                if matches!(next, None | Some(b',' | b':' | b'}' | b']' | b'/' | b'<' | b'"')) {
                    let raw = &text[start..at];
                    return Some((if escaped { Cow::Owned(unescape(raw)) } else { Cow::Borrowed(raw) }, at + 1));
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let mut chars = rest[at + 1..].chars();
        match chars.next() {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some('u') => {
                let high = hex4(chars.as_str());
                let low = chars.as_str().get(4..).and_then(|after| after.strip_prefix("\\u")).and_then(hex4);
                let pair = match (high, low) {
                    (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                        char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                    }
                    _ => None,
                };
                out.push(pair.or_else(|| char::from_u32(high?)).unwrap_or('\u{fffd}'));
                let used = if pair.is_some() { 10 } else { 4 * usize::from(high.is_some()) };
                rest = &chars.as_str()[used..];
                continue;
            }
            Some(c) => out.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

fn hex4(text: &str) -> Option<u32> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let entries = read(text);
        let found: Vec<(&str, &str)> = entries.iter().filter_map(|e| Some((&*e.key, e.text()?))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_what_pages_embed() {
        check(r#"{"a": "x", "b": [1, "y"], "c": {"d": null}}"#, &[("a", "x"), ("", "1"), ("", "y")]);
        check("<!-- //<![CDATA[\n{\"a\": \"x\",}\n//]]> -->", &[("a", "x")]);
        check("{\"a\": \"two\nlines\", \"b\": \"tab\there\"}", &[("a", "two\nlines"), ("b", "tab\there")]);
        check(r#"{"a": "He said "no" twice", "b": "z"}"#, &[("a", r#"He said "no" twice"#), ("b", "z")]);
        check(r#"{"a": "Z\u00fcrich \ud83d\ude00 \"q\" \/ \uZZ"}"#, &[("a", "Zürich 😀 \"q\" / \u{fffd}ZZ")]);
        check("not json", &[]);
        check(r#"{"a": "open"#, &[]);
    }

    #[test]
    fn subtrees_are_ranges() {
        let entries = read(r#"[{"a": {"b": "x"}}, "y"]"#);
        assert_eq!(entries.iter().map(|e| e.end).collect::<Vec<_>>(), [5, 4, 4, 4, 5]);
    }

    #[test]
    fn depth_and_length_are_bounded() {
        assert_eq!(read(&"[".repeat(100_000)).len(), DEPTH);
        assert_eq!(read(&["[", &"1,".repeat(200_000), "]"].concat()).len(), MOST);
        check("{\"a\": \"\\", &[]);
    }
}
