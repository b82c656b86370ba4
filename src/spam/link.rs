//! What is known of a link from the page's other links: where it leads, how it is written.

use super::evidence::NEAR;
use crate::attr::AttrName;
use crate::map::Map;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::Tag;
use crate::text;
use crate::url;

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

/// Per row the anchor around it, and what is known of its link.
#[inline(never)]
pub fn read(page: &Page, sums: &Sums) -> (Vec<Row>, Vec<Link>) {
    let mut anchor = vec![u32::MAX; page.len()];
    let mut by_site: Map<u32> = Map::default();
    let mut by_address: Map<u32> = Map::default();
    let mut by_text: Map<u32> = Map::default();
    let mut by_folder: Map<u32> = Map::default();
    let mut by_make: Map<(u32, Row, Row)> = Map::default();
    let mut by_form = [[0u32; 128]; 4];
    let mut by_kind = [0u32; 4];
    let mut all = Vec::new();
    for row in 0..page.len() as Row {
        let at = row as usize;
        if page.tag[at] == Tag::A {
            anchor[at] = row;
            let keys = Keys::of(page, sums, row);
            *by_site.entry(keys.site).or_default() += 1;
            *by_address.entry(keys.address).or_default() += 1;
            *by_text.entry(keys.words).or_default() += 1;
            *by_folder.entry(keys.folder).or_default() += 1;
            let make = by_make.entry(keys.make).or_insert((0, row, row));
            *make = (make.0 + 1, make.1, row);
            by_form[keys.kind as usize][keys.form as usize] += 1;
            by_kind[keys.kind as usize] += 1;
            all.push(keys);
        } else if row > 0 {
            anchor[at] = anchor[page.parent[at] as usize];
        }
    }
    let mut links = vec![Link::default(); page.len()];
    for keys in all {
        let href = page.attr(keys.row, AttrName::Href).unwrap_or("").trim();
        let path = url::path(href);
        let make = by_make[&keys.make];
        links[keys.row as usize] = Link {
            kind: keys.kind,
            site_links: by_site[&keys.site],
            same: by_address[&keys.address],
            same_text: by_text[&keys.words],
            segments: path.split('/').filter(|part| !part.is_empty()).count() as u32,
            marks: path.bytes().filter(|b| b.is_ascii_digit() || *b == b'-').count() as u32,
            query: href.contains('?'),
            make: make.0,
            make_local: make.2 - make.1 < NEAR,
            alike: (by_kind[keys.kind as usize], by_form[keys.kind as usize][keys.form as usize]),
            folder: by_folder[&keys.folder],
        };
    }
    for row in 0..page.len() {
        if anchor[row] != u32::MAX {
            links[row] = links[anchor[row] as usize];
        }
    }
    (anchor, links)
}
