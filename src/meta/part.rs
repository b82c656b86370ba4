//! Titles are made of parts: “Headline - Section | Site”.

use super::phrase::words;
use super::site;
use crate::text::Script;

/// A title split at its separators; parts are slices of it.
#[derive(Debug)]
pub struct Parts<'a> {
    text: &'a str,
    spans: Vec<(usize, usize)>,
}

impl<'a> Parts<'a> {
    /// Splits at signs that separate by themselves, and at dashes and colons that stand between blanks
    /// or beside a Chinese or Japanese character.
    pub fn of(text: &'a str) -> Parts<'a> {
        let mut spans = Vec::new();
        let mut start = 0;
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for (at, &(byte, c)) in chars.iter().enumerate() {
            let before = at.checked_sub(1).map_or(' ', |at| chars[at].1);
            let after = chars.get(at + 1).map_or(' ', |next| next.1);
            if separates(before, c, after) {
                spans.push((start, byte));
                start = byte + c.len_utf8();
            }
        }
        spans.push((start, text.len()));
        let trimmed = spans.into_iter().map(|(from, to)| {
            let part = &text[from..to];
            let lead = part.len() - part.trim_start().len();
            (from + lead, from + lead + part.trim().len())
        });
        Parts { text, spans: trimmed.filter(|span| span.0 < span.1).collect() }
    }

    /// How many.
    #[allow(clippy::len_without_is_empty)] // Nobody asks.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The parts.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &'a str> + '_ {
        self.spans.iter().map(|span| &self.text[span.0..span.1])
    }

    /// The parts `from..to` with what stands between them.
    pub fn join(&self, from: usize, to: usize) -> &'a str {
        match (self.spans.get(from), to.checked_sub(1).and_then(|last| self.spans.get(last))) {
            (Some(first), Some(last)) if from < to => &self.text[first.0..last.1],
            _ => "",
        }
    }
}

fn separates(before: char, c: char, after: char) -> bool {
    let blank = |c: char| c.is_whitespace();
    match c {
        '|' | '｜' | '»' | '«' | '•' | '·' | '›' | '‹' | '¦' | '♦' => {
            blank(before) || blank(after) || matches!(c, '|' | '｜' | '»' | '«' | '›' | '•')
        }
        '_' | '-' | '–' | '—' => {
            (blank(before) && blank(after)) || is_cjk(before) || (is_cjk(after) && !before.is_alphanumeric())
        }
        ':' | '/' | '>' | '<' | '~' | '\\' => blank(before) && blank(after),
        _ => false,
    }
}

fn is_cjk(c: char) -> bool {
    matches!(Script::of(c), Script::Han | Script::Kana)
}

/// A title without parts that name the site at either end; where none is known, without a short last part.
pub fn without_site(text: &str, sites: &[String]) -> String {
    let parts = Parts::of(text);
    let (mut from, mut to) = (0, parts.len());
    let all: Vec<&str> = parts.iter().collect();
    while to > from + 1 && site::is_site(sites, all[to - 1]) {
        to -= 1;
    }
    while to > from + 1 && site::is_site(sites, all[from]) {
        from += 1;
    }
    let untouched = from == 0 && to == all.len();
    if untouched && to >= 2 && words(all[to - 1]) <= 4 {
        let rest = parts.join(0, to - 1);
        if words(rest) >= 3 && words(rest) > words(all[to - 1]) {
            to -= 1;
        }
    }
    parts.join(from, to).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_separators() {
        for (text, expected) in [
            ("Seeds sprout - Science | The Herald", vec!["Seeds sprout", "Science", "The Herald"]),
            ("Well-known facts: a list", vec!["Well-known facts: a list"]),
            ("種子發芽了_科學_新聞網", vec!["種子發芽了", "科學", "新聞網"]),
            ("種子發芽 - 新聞", vec!["種子發芽", "新聞"]),
            ("Graines » Le Journal", vec!["Graines", "Le Journal"]),
            ("", vec![]),
        ] {
            assert_eq!(Parts::of(text).iter().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn takes_the_site_off() {
        let sites = ["theherald".to_string(), "herald".to_string()];
        for (text, expected) in [
            ("Seeds sprout early this year | The Herald", "Seeds sprout early this year"),
            ("The Herald: Seeds sprout", "The Herald: Seeds sprout"),
            ("The Herald - Seeds sprout", "Seeds sprout"),
            ("Why seeds sprout early - Unknown Site", "Why seeds sprout early"),
            ("Seeds - A long story about a garden", "Seeds - A long story about a garden"),
        ] {
            assert_eq!(without_site(text, &sites), expected);
        }
    }
}
