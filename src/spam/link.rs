//! What is known of a link from the page's other links: where it leads, how it is written.

use super::evidence::NEAR;
use crate::attr::AttrName;
use crate::map::Map;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::Tag;
use crate::text;
use crate::url;

/// The page's links, and per row the one it is or lies in.
pub struct Links {
    /// 0 for none, else one more than its place among `all`.
    at: Vec<u32>,
    /// With their `a`.
    all: Vec<(Row, Link)>,
}

/// Where a link leads, as far as the page tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// 0 no link, 1 within the page or none, 2 relative or same site, 3 another site.
    pub kind: u8,
    /// Links of the page to the same site.
    pub site_links: u32,
    /// Links of the page to the same address.
    pub same: u32,
    /// Links of the page with the same text.
    pub same_text: u32,
    /// Segments of the path.
    pub segments: u32,
    /// Digits and hyphens of the path.
    pub marks: u32,
    /// Has a query.
    pub query: bool,
    /// Links of the page written the same way: same attributes, classes, `rel` and `target`.
    pub make: u32,
    /// All of them stand around here.
    pub make_local: bool,
    /// Links of the page of the same kind, and those of them whose address is written in the same form.
    pub alike: (u32, u32),
    /// Links of the page with the same first part of the path.
    pub folder: u32,
}

/// What one link has in common with others.
struct Keys {
    row: Row,
    kind: u8,
    site: u32,
    address: u32,
    words: u32,
    make: u32,
    form: u8,
    folder: u32,
}

impl Keys {
    #[inline(never)]
    fn of(page: &Page, sums: &Sums, row: Row) -> Keys {
        let href = page.attr(row, AttrName::Href).unwrap_or("").trim();
        let inside = href.is_empty() || href.starts_with('#');
        let kind = match () {
            () if inside || url::scheme(href).is_some_and(|scheme| !scheme.starts_with("http")) => 1,
            () if sums.leaves_site(href) => 3,
            () => 2,
        };
        let folder = url::path(href).trim_start_matches('/').split('/').next().unwrap_or("");
        Keys {
            row,
            kind,
            site: url::host(href).map_or(0, |host| text::hash(&url::site(host).to_ascii_lowercase())),
            address: text::hash(href),
            words: text::words(page.subtree_text(row)).fold(0u32, |key, word| key.rotate_left(5) ^ word),
            make: make(page, row),
            form: form(href),
            folder: text::hash(folder),
        }
    }

    fn kind_and_form(&self) -> u32 {
        u32::from(self.kind) << 8 | u32::from(self.form)
    }
}

/// How an anchor is written: its attributes in order, with the values that one author repeats.
#[inline(never)]
fn make(page: &Page, row: Row) -> u32 {
    page.attrs_of(row).iter().fold(0, |key: u32, &attr| {
        let value = match attr.name {
            AttrName::Class | AttrName::Rel | AttrName::Target | AttrName::Style => text::hash(page.value(attr)),
            _ => 0,
        };
        (key.rotate_left(5) ^ attr.name as u32 ^ value).wrapping_mul(0x0100_0193)
    })
}

/// How an address is written, as bits: its beginning, its end.
fn form(href: &str) -> u8 {
    let path = url::path(href);
    let begin = match href.as_bytes() {
        [b'/', b'/', ..] => 0,
        [b'/', ..] => 1,
        [b'h' | b'H', b't' | b'T', b't' | b'T', b'p' | b'P', b's' | b'S', ..] => 2,
        [b'h' | b'H', b't' | b'T', b't' | b'T', b'p' | b'P', ..] => 3,
        _ => 4,
    };
    let end = match path.rsplit('/').next().unwrap_or("") {
        "" => 0,
        last if last.contains('.') => 1,
        _ => 2,
    };
    begin | end << 3 | u8::from(href.contains('?')) << 5 | u8::from(href.contains("://www.")) << 6
}

impl Links {
    /// Reads all links of the page.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums) -> Links {
        let mut at = vec![0; page.len()];
        let mut keys = Vec::new();
        for row in 0..page.len() {
            if page.tag[row] == Tag::A {
                keys.push(Keys::of(page, sums, row as Row));
                at[row] = keys.len() as u32;
            } else if row > 0 {
                at[row] = at[page.parent[row] as usize];
            }
        }
        let counts = Counts::of(&keys);
        Links { at, all: keys.iter().map(|keys| (keys.row, counts.link(page, keys))).collect() }
    }

    /// The link that a row is or lies in, with its `a`.
    #[must_use]
    pub fn around(&self, row: Row) -> Option<(Row, Link)> {
        self.all.get((self.at[row as usize] as usize).checked_sub(1)?).copied()
    }

    /// The link that a row is or lies in; one of kind 0 for none.
    #[must_use]
    pub fn get(&self, row: Row) -> Link {
        self.around(row).map_or_else(Link::default, |(_, link)| link)
    }
}

/// How many links have a key.
#[derive(Default)]
struct Counts {
    site: Map<u32>,
    address: Map<u32>,
    words: Map<u32>,
    folder: Map<u32>,
    /// With the first and last row.
    make: Map<(u32, Row, Row)>,
    kind: [u32; 4],
    /// Of one kind; the kind is in the key.
    form: Map<u32>,
}

impl Counts {
    #[inline(never)]
    fn of(all: &[Keys]) -> Counts {
        let mut counts = Counts::default();
        for keys in all {
            *counts.site.entry(keys.site).or_default() += 1;
            *counts.address.entry(keys.address).or_default() += 1;
            *counts.words.entry(keys.words).or_default() += 1;
            *counts.folder.entry(keys.folder).or_default() += 1;
            let make = counts.make.entry(keys.make).or_insert((0, keys.row, keys.row));
            *make = (make.0 + 1, make.1, keys.row);
            *counts.form.entry(keys.kind_and_form()).or_default() += 1;
            counts.kind[keys.kind as usize] += 1;
        }
        counts
    }

    fn link(&self, page: &Page, keys: &Keys) -> Link {
        let href = page.attr(keys.row, AttrName::Href).unwrap_or("").trim();
        let path = url::path(href);
        let (make, first, last) = self.make[&keys.make];
        Link {
            kind: keys.kind,
            site_links: self.site[&keys.site],
            same: self.address[&keys.address],
            same_text: self.words[&keys.words],
            segments: path.split('/').filter(|part| !part.is_empty()).count() as u32,
            marks: path.bytes().filter(|b| b.is_ascii_digit() || *b == b'-').count() as u32,
            query: href.contains('?'),
            make,
            make_local: last - first < NEAR,
            alike: (self.kind[keys.kind as usize], self.form[&keys.kind_and_form()]),
            folder: self.folder[&keys.folder],
        }
    }
}
