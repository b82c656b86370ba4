//! Where each row stands, for reading metadata: containers, and what its names call it. One pass.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::{Tag, HEADING};

/// In a `nav` or something named menu, breadcrumb.
pub const NAV: u32 = 1;
/// In a page footer.
pub const FOOTER: u32 = 1 << 1;
/// In an `aside` or something named sidebar.
pub const ASIDE: u32 = 1 << 2;
/// In a `header`.
pub const HEADER: u32 = 1 << 3;
/// Among comments.
pub const COMMENT: u32 = 1 << 4;
/// In a teaser for another page.
pub const TEASER: u32 = 1 << 5;
/// Not to be seen.
pub const HIDDEN: u32 = 1 << 6;
/// In a figure or caption.
pub const FIGURE: u32 = 1 << 7;
/// In a link.
pub const LINK: u32 = 1 << 8;
/// In a heading.
pub const IN_HEADING: u32 = 1 << 9;
/// In an `article` or `main`.
pub const MAIN: u32 = 1 << 10;
/// Judged injected.
pub const SPAM: u32 = 1 << 11;
/// In a dialog.
pub const DIALOG: u32 = 1 << 12;
/// In something named author.
pub const AUTHOR: u32 = 1 << 13;
/// In something named date.
pub const DATE: u32 = 1 << 14;
/// In something named headline or title.
pub const TITLE: u32 = 1 << 15;
/// In something named updated.
pub const UPDATED: u32 = 1 << 16;
/// Names that say headline, not merely title.
pub const HEADLINE: u32 = 1 << 17;
/// Names that say byline.
pub const BYLINE: u32 = 1 << 18;

/// What no statement about the article is read from first.
pub const FURNITURE: u32 = NAV | FOOTER | ASIDE | COMMENT | TEASER | HIDDEN | DIALOG;

/// Parts of class, id and itemprop names and what they tell. The first letter decides which are tried.
const NAMES: &[(&str, u32)] = &[
    ("author", AUTHOR),
    ("autor", AUTHOR),
    ("auteur", AUTHOR),
    ("byline", AUTHOR | BYLINE),
    ("breadcrumb", NAV),
    ("comment", COMMENT),
    ("contributor", AUTHOR),
    ("creator", AUTHOR),
    ("date", DATE),
    ("disqus", COMMENT),
    ("footer", FOOTER),
    ("headline", TITLE | HEADLINE),
    ("heading", TITLE),
    ("journalist", AUTHOR),
    ("kommentar", COMMENT),
    ("latest", TEASER),
    ("menu", NAV),
    ("modified", UPDATED),
    ("navbar", NAV),
    ("navigation", NAV),
    ("nickname", AUTHOR),
    ("popular", TEASER),
    ("posted", DATE),
    ("pubdate", DATE),
    ("publish", DATE),
    ("pubtime", DATE),
    ("recommend", TEASER),
    ("related", TEASER),
    ("reporter", AUTHOR),
    ("sidebar", ASIDE),
    ("teaser", TEASER),
    ("timestamp", DATE),
    ("title", TITLE),
    ("titel", TITLE),
    ("trending", TEASER),
    ("updated", UPDATED),
    ("username", AUTHOR),
    ("vcard", AUTHOR),
    ("widget", ASIDE),
    ("writer", AUTHOR),
    ("written", AUTHOR),
];

/// Letters of the alphabet.
const LETTERS: usize = 26;

/// Where in [`NAMES`] the parts with each first letter begin.
const STARTS: [u8; LETTERS + 1] = {
    let mut starts = [0; LETTERS + 1];
    let mut at = 0;
    while at < NAMES.len() {
        let letter = (NAMES[at].0.as_bytes()[0] - b'a') as usize;
        assert!(at == 0 || NAMES[at - 1].0.as_bytes()[0] <= NAMES[at].0.as_bytes()[0], "in order of first letters");
        starts[letter + 1] = at as u8 + 1;
        at += 1;
    }
    let mut letter = 1;
    while letter <= LETTERS {
        if starts[letter] < starts[letter - 1] {
            starts[letter] = starts[letter - 1];
        }
        letter += 1;
    }
    starts
};

/// Bits of a name. Parts may stand anywhere in it (`articleAuthor`, `entry-date`); `date` not inside a word.
#[inline(never)]
fn bits_of(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut bits = 0;
    for at in 0..bytes.len() {
        let letter = usize::from((bytes[at] | 0x20).wrapping_sub(b'a'));
        if letter >= LETTERS {
            continue;
        }
        for (part, what) in &NAMES[usize::from(STARTS[letter])..usize::from(STARTS[letter + 1])] {
            let end = at + part.len();
            if bytes.len() < end || !bytes[at..end].eq_ignore_ascii_case(part.as_bytes()) {
                continue;
            }
            let humped = at > 0 && bytes[at - 1].is_ascii_lowercase() && bytes[at].is_ascii_lowercase();
            // Page builders name every box a widget; of a side bar's the name begins so.
            if *part == "widget" && at > 0 && bytes[at - 1] != b' ' {
                continue;
            }
            if *what != DATE || part.len() > 4 || !humped {
                bits |= what;
            }
        }
    }
    bits
}

/// Per row: bits of the row and its ancestors, and the bits the row's own names add.
#[derive(Debug)]
pub struct Zones {
    /// The row's and its ancestors'.
    pub all: Vec<u32>,
    /// Only of the row's own names: AUTHOR, DATE, TITLE, UPDATED and their kin.
    pub own: Vec<u32>,
}

impl Zones {
    /// Looks at the page once.
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, spam: &[(Row, Row)]) -> Zones {
        let mut zones = Zones { all: Vec::with_capacity(page.len()), own: Vec::with_capacity(page.len()) };
        let mut spam = spam.iter().peekable();
        for row in 0..page.len() as Row {
            let at = row as usize;
            let tag = page.tag[at];
            let above = if row == 0 { 0 } else { zones.all[page.parent[at] as usize] };
            let mut bits = by_tag(tag);
            while spam.next_if(|range| range.1 <= row).is_some() {}
            if spam.peek().is_some_and(|range| range.0 <= row) {
                bits |= SPAM;
            }
            if sums.is_hidden(row) {
                bits |= HIDDEN;
            }
            let mut own = 0;
            if tag.is_element() && !matches!(tag, Tag::Html | Tag::Body) {
                for &attr in page.attrs_of(row) {
                    own |= match attr.name {
                        AttrName::Class | AttrName::Id | AttrName::Itemprop => bits_of(page.value(attr)),
                        AttrName::Role => by_role(page.value(attr)),
                        AttrName::Rel if page.value(attr).contains("author") => AUTHOR,
                        _ => 0,
                    };
                }
            }
            // An article's own header or footer is no page furniture; a comment count is no comment.
            if above & MAIN != 0 && matches!(tag, Tag::Header | Tag::Footer) {
                bits &= !(HEADER | FOOTER);
            }
            if matches!(tag, Tag::Article | Tag::Main | Tag::H1) || matches!(tag, Tag::A | Tag::Span | Tag::Time) {
                own &= !(COMMENT | TEASER | ASIDE | NAV | FOOTER);
            }
            // What leads nowhere is the lead of this article, not a teaser for another.
            if own & TEASER != 0 && sums.subtree(page, row).links == 0 {
                own &= !TEASER;
            }
            zones.own.push(own);
            zones.all.push(above | bits | own);
        }
        zones
    }
}

fn by_tag(tag: Tag) -> u32 {
    match tag {
        Tag::Nav | Tag::Menu => NAV,
        Tag::Footer => FOOTER,
        Tag::Aside => ASIDE,
        Tag::Header => HEADER,
        Tag::Figure | Tag::Figcaption => FIGURE,
        Tag::A => LINK,
        Tag::Article | Tag::Main => MAIN,
        Tag::Dialog => DIALOG,
        _ if tag.is(HEADING) => IN_HEADING,
        _ => 0,
    }
}

fn by_role(role: &str) -> u32 {
    match role {
        "navigation" | "menu" | "menubar" => NAV,
        "banner" => HEADER,
        "contentinfo" => FOOTER,
        "complementary" => ASIDE,
        "main" | "article" => MAIN,
        "dialog" | "alertdialog" => DIALOG,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_they_hold() {
        for (name, bits) in [
            ("articleAuthor", AUTHOR),
            ("entry-date", DATE),
            ("entryDate", DATE),
            ("candidate", 0),
            ("updated", UPDATED),
            ("c-byline__name", AUTHOR | BYLINE),
            ("post-headline", TITLE | HEADLINE),
            ("autorenzeile", AUTHOR),
            ("wrapper", 0),
            ("widget widget_text", ASIDE),
            ("elementor-element elementor-widget", 0),
        ] {
            assert_eq!(bits_of(name), bits, "{name}");
        }
    }
}
