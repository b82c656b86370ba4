//! Looking at a row's class names and its lesser attributes.

use crate::attr::AttrName;
use crate::page::{Page, Row};

/// The row's class names.
pub fn classes(page: &Page, row: Row) -> impl Iterator<Item = &str> {
    page.attr(row, AttrName::Class).unwrap_or("").split_ascii_whitespace()
}

/// Whether the row has one of these class names, whatever their case.
#[must_use]
pub fn has_class(page: &Page, row: Row, names: &[&str]) -> bool {
    classes(page, row).any(|class| names.iter().any(|name| class.eq_ignore_ascii_case(name)))
}

/// The value of an attribute that has no name of its own in [`AttrName`]; blanks in it were made `_`,
/// long values are not kept (see `Builder::attr`).
#[must_use]
pub fn rest<'a>(page: &'a Page, row: Row, name: &str) -> Option<&'a str> {
    let all = page.attr(row, AttrName::Rest)?;
    all.split(' ').find_map(|entry| match entry.strip_prefix(name)? {
        "" => Some(""),
        value => value.strip_prefix('='),
    })
}

/// `%41` → `A`; what is no UTF-8 is left out.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |at: usize| tail.get(at).and_then(|&b| (b as char).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, hex(0), hex(1)) {
            bytes.push((high * 16 + low) as u8);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).replace('\u{fffd}', "")
}
