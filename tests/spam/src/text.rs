//! Plain text of marked-up strings, and its comparison.

use crate::scan;

/// `s` with runs of white space as one blank, none at the ends.
pub fn squash(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits of `s` in small letters: what two strings are compared by.
pub fn key(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `s` with character references resolved.
pub fn decode(s: &str) -> String {
    html_escape::decode_html_entities(s).into_owned()
}

/// `s` as text of a page.
pub fn escape(s: &str) -> String {
    html_escape::encode_text(s).into_owned()
}

/// `s` as an attribute's value in double quotes.
pub fn quote(s: &str) -> String {
    html_escape::encode_double_quoted_attribute(s).into_owned()
}

/// The text pieces of a fragment, squashed, empty ones left out.
pub fn pieces(fragment: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut skip = false;
    for tag in scan::tags(fragment) {
        if !skip && from < tag.span.start {
            out.push(squash(&decode(&strip_comments(&fragment[from..tag.span.start]))));
        }
        skip = tag.kind == scan::Kind::Open && matches!(tag.name.as_str(), "script" | "style" | "textarea");
        from = tag.span.end;
    }
    if !skip {
        out.push(squash(&decode(&strip_comments(&fragment[from..]))));
    }
    out.retain(|s| !s.is_empty());
    out
}

/// The sentences of a text.
pub fn sentences(s: &str) -> Vec<&str> {
    let apart = |(i, c): (usize, char)| {
        let end = i + c.len_utf8();
        let stop =
            matches!(c, '。' | '！' | '？') || matches!(c, '.' | '!' | '?' | '؟' | '।') && s[end..].starts_with(' ');
        stop.then_some(end)
    };
    let ends: Vec<usize> = s.char_indices().filter_map(apart).chain([s.len()]).collect();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(from, to)| s[from..*to].trim()).filter(|s| !s.is_empty()).collect()
}

/// `s` without comments and declarations.
pub fn strip_comments(s: &str) -> String {
    let mut out = String::new();
    let mut rest = s;
    while let Some(i) = rest.find("<!") {
        out.push_str(&rest[..i]);
        let end = if rest[i..].starts_with("<!--") { "-->" } else { ">" };
        rest = rest[i..].find(end).map_or("", |j| &rest[i + j + end.len()..]);
    }
    out + rest
}

/// Does `s` hold mostly characters of a script that is written without blanks?
pub fn dense(s: &str) -> bool {
    let wide = s.chars().filter(|c| matches!(*c as u32, 0x3040..=0x30ff | 0x3400..=0x9fff | 0xe00..=0xe7f)).count();
    wide * 3 > s.chars().count()
}

/// Each word with a capital first letter, where the script has any.
pub fn title_case(s: &str) -> String {
    s.split(' ').map(upper_first).collect::<Vec<_>>().join(" ")
}

/// The first letter as a capital.
pub fn upper_first(s: &str) -> String {
    let mut chars = s.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
