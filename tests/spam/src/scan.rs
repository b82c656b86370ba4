//! Tags of an HTML string with their byte positions. It only locates: spam is put into the string itself, as on hacked
//! servers, and what a browser makes of the result is for the reader's parser to find out.

use std::ops::Range;

/// Elements whose inside is text only. `noscript` is one wherever scripts run.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"];

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<p>`
    Open,
    /// `</p>`
    Close,
}

/// One tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// Opening or closing.
    pub kind: Kind,
    /// From `<` to after `>`.
    pub span: Range<usize>,
    /// Ends with `/>`.
    pub slash: bool,
}

/// All tags of `html`, without those in comments, scripts and the like.
pub fn tags(html: &str) -> Vec<Tag> {
    let lower = html.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = lower[at..].find('<').map(|i| at + i) {
        let next = bytes.get(start + 1).copied().unwrap_or(0);
        at = match next {
            b'!' if lower[start..].starts_with("<!--") => comment_end(&lower, start),
            b'!' | b'?' => lower[start..].find('>').map_or(lower.len(), |i| start + i + 1),
            b'/' if bytes.get(start + 2).is_some_and(u8::is_ascii_alphabetic) => {
                push(&lower, start, start + 2, Kind::Close, &mut found)
            }
            b'/' => lower[start..].find('>').map_or(lower.len(), |i| start + i + 1),
            _ if next.is_ascii_alphabetic() => {
                let end = push(&lower, start, start + 1, Kind::Open, &mut found);
                found.last().map_or(end, |tag| raw_end(&lower, end, &tag.name))
            }
            _ => start + 1,
        };
    }
    found
}

fn comment_end(lower: &str, start: usize) -> usize {
    if lower[start..].starts_with("<!-->") {
        return start + 5;
    }
    lower[start + 4..].find("-->").map_or(lower.len(), |i| start + 4 + i + 3)
}

/// Adds the tag that begins at `start` and returns the place after it.
fn push(lower: &str, start: usize, name: usize, kind: Kind, found: &mut Vec<Tag>) -> usize {
    let bytes = lower.as_bytes();
    let stop = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>');
    let name_end = bytes[name..].iter().position(stop).map_or(bytes.len(), |i| name + i);
    let (mut at, mut quote, mut value) = (name_end, 0_u8, false);
    while at < bytes.len() {
        let byte = bytes[at];
        match byte {
            _ if quote != 0 => quote = if byte == quote { 0 } else { quote },
            b'>' => break,
            b'"' | b'\'' if value => (quote, value) = (byte, false),
            b'=' => value = true,
            _ if !byte.is_ascii_whitespace() => value = false,
            _ => {}
        }
        at += 1;
    }
    if at >= bytes.len() {
        return bytes.len(); // A tag that never ends is no tag to a browser either.
    }
    let name = lower[name..name_end].to_owned();
    found.push(Tag { name, kind, span: start..at + 1, slash: bytes[at - 1] == b'/' });
    at + 1
}

/// The end of a text-only element's inside that begins at `from`.
fn raw_end(lower: &str, from: usize, name: &str) -> usize {
    if !RAW.contains(&name) {
        return from;
    }
    let end = format!("</{name}");
    lower[from..].find(&end).map_or(lower.len(), |i| from + i)
}

/// One attribute of a tag.
#[derive(Clone, Debug)]
pub struct Attr {
    /// In small letters.
    pub name: String,
    /// As written, without quotes.
    pub value: String,
    /// From the name to after the value's closing quote, in the tag's text.
    pub span: Range<usize>,
}

/// The attributes of one opening tag's text.
pub fn attrs(tag: &str) -> Vec<Attr> {
    let bytes = tag.as_bytes();
    let mut found = Vec::new();
    let mut at = bytes.iter().position(|b| b.is_ascii_whitespace() || *b == b'>').unwrap_or(bytes.len());
    let end = tag.len().saturating_sub(1);
    let skip = |mut at: usize, test: &dyn Fn(u8) -> bool| {
        while at < end && test(bytes[at]) {
            at += 1;
        }
        at
    };
    loop {
        at = skip(at, &|b| b.is_ascii_whitespace() || b == b'/');
        if at >= end {
            return found;
        }
        let start = at;
        at = skip(at + 1, &|b| !b.is_ascii_whitespace() && b != b'=' && b != b'/');
        let name = tag[start..at].to_ascii_lowercase();
        let after = skip(at, &|b| b.is_ascii_whitespace());
        let mut value = String::new();
        if after < end && bytes[after] == b'=' {
            let from = skip(after + 1, &|b| b.is_ascii_whitespace());
            let quote = bytes.get(from).copied().filter(|b| matches!(b, b'"' | b'\''));
            let open = from + usize::from(quote.is_some());
            at = skip(open, &|b| quote.map_or(!b.is_ascii_whitespace(), |q| b != q));
            value = tag[open.min(at)..at].to_owned();
            at = (at + usize::from(quote.is_some())).min(end);
        }
        found.push(Attr { name, value, span: start..at });
    }
}

/// The value of attribute `name` in an opening tag, or nothing.
pub fn attr(tag: &str, name: &str) -> Option<String> {
    attrs(tag).into_iter().find(|a| a.name == name).map(|a| a.value)
}
