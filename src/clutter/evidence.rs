//! What the rows of a page say about being clutter: learned odds of their names and addresses, words
//! of the lexicon, links that share, frames, fields; summed over rows, so that a subtree is one
//! subtraction.

use super::lexicon::{self, about};
use super::mark::{Mark, Table, CATEGORIES};
use super::social::{self, Social};
use super::tally::{add, Tally};
use super::tokens::{self, WORD_SALT};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::{Tag, MEDIA};
use crate::url;

/// The columns. Per row, text rows included.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// What the row's own names and addresses say.
    pub own: Vec<Mark>,
    /// The best odds of an ancestor, a fifth less for each level.
    pub above: Vec<[u8; CATEGORIES]>,
    /// The best odds below.
    pub below: Vec<[u8; CATEGORIES]>,
    /// Bits of all ancestors.
    pub bits_above: Vec<u8>,
    prefix: Vec<Tally>,
    /// Learned odds, for words of a unit's text.
    pub learned: Table<'a>,
}

impl<'a> Evidence<'a> {
    /// Looks at the page once.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, learned: Table<'a>) -> Evidence<'a> {
        let rows = page.len();
        let mut evidence = Evidence {
            own: Vec::with_capacity(rows),
            above: vec![[0; CATEGORIES]; rows],
            below: vec![[0; CATEGORIES]; rows],
            bits_above: vec![0; rows],
            prefix: Vec::with_capacity(rows + 1),
            learned,
        };
        let mut reader = Reader { page, sums, learned, total: Tally::default() };
        evidence.prefix.push(reader.total);
        for row in 0..rows as Row {
            let own = reader.row(row);
            for (odds, sum) in reader.total.odds.iter_mut().zip(own.sum) {
                add(odds, sum >> 2);
            }
            for (bit, named) in reader.total.named.iter_mut().enumerate() {
                add(named, own.bits >> bit & 1);
            }
            evidence.own.push(own);
            evidence.prefix.push(reader.total);
        }
        evidence.spread(page);
        evidence
    }

    /// Carries odds down and up the tree.
    fn spread(&mut self, page: &Page) {
        for row in 1..page.len() {
            let up = page.parent[row] as usize;
            for category in 0..CATEGORIES {
                let above = (u16::from(self.above[up][category]) * 4 / 5) as u8;
                self.above[row][category] = above.max(self.own[up].max[category]);
            }
            self.bits_above[row] = self.bits_above[up] | self.own[up].bits;
        }
        for row in (1..page.len()).rev() {
            let up = page.parent[row] as usize;
            for category in 0..CATEGORIES {
                let own = self.below[row][category].max(self.own[row].max[category]);
                self.below[up][category] = self.below[up][category].max(own);
            }
        }
    }

    /// Sums over a subtree.
    #[must_use]
    pub fn subtree(&self, page: &Page, row: Row) -> Tally {
        self.prefix[page.end[row as usize] as usize] - self.prefix[row as usize]
    }

    /// Whether anything at, above or below a row says what it is.
    #[must_use]
    pub fn speaks(&self, page: &Page, row: Row) -> bool {
        let at = row as usize;
        let silent = [0; CATEGORIES];
        if self.own[at].speaks() || self.below[at] != silent || self.above[at] != silent {
            return true;
        }
        let tally = self.subtree(page, row);
        tally.shares | tally.follows | tally.frames | tally.ad_labels | tally.mails != 0
    }
}

/// Reads row after row.
struct Reader<'a> {
    page: &'a Page,
    sums: &'a Sums,
    learned: Table<'a>,
    total: Tally,
}

impl Reader<'_> {
    fn row(&mut self, row: Row) -> Mark {
        let mut mark = Mark::default();
        match self.page.tag[row as usize] {
            Tag::Text => self.label(row),
            tag if tag.is_element() => self.element(row, tag, &mut mark),
            _ => {}
        }
        mark
    }

    #[inline(never)]
    fn element(&mut self, row: Row, tag: Tag, mark: &mut Mark) {
        let (learned, page) = (self.learned, self.page);
        let total = &mut self.total;
        let (mut width, mut height, mut kind) = (0, 0, "");
        for &attr in page.attrs_of(row) {
            let value = page.value(attr);
            match attr.name {
                AttrName::Class | AttrName::Id | AttrName::Role | AttrName::Name => {
                    tokens::names(value, &mut |token| mark.add(learned, token, token));
                }
                AttrName::Rest => tokens::rest(value, &mut |token| mark.add(learned, token, token)),
                AttrName::AriaLabel | AttrName::Title | AttrName::Alt | AttrName::Placeholder => {
                    words(learned, value, mark);
                    add(&mut total.mails, tag == Tag::Input && value.contains('@'));
                }
                AttrName::Href if tag == Tag::A => link(learned, self.sums, value, total, mark),
                AttrName::Src | AttrName::DataSrc if url::host(value).is_some() => {
                    tokens::address(value, &mut |token| mark.add(learned, token, 0));
                }
                AttrName::Rel | AttrName::Onclick => tokens::address(value, &mut |token| mark.add(learned, token, 0)),
                AttrName::Target => add(&mut total.blank, value == "_blank"),
                AttrName::Width => width = pixels(value),
                AttrName::Height => height = pixels(value),
                AttrName::Type => kind = value,
                _ => {}
            }
        }
        if tag.is(MEDIA) || tag == Tag::Ins {
            // A live page's frames have their size from layout.
            if let Some([_, _, wide, high]) = page.rect(row) {
                (width, height) = (wide.round() as u32, high.round() as u32);
            }
        }
        total.element(tag, kind, width, height);
    }

    /// A text that is nothing but the label of an ad.
    #[inline(never)]
    fn label(&mut self, row: Row) {
        /// Bytes of the longest label with its brackets and dashes.
        const BYTES: usize = 48;
        let text = self.page.subtree_text(row).trim();
        // A link of this name leads to what advertisers want to know.
        if text.is_empty() || text.len() > BYTES || self.sums.in_link[row as usize] {
            return;
        }
        let bits = lexicon::bits(tokens::whole(text));
        add(&mut self.total.ad_labels, bits & about::AD != 0);
    }
}

/// A link's address.
#[inline(never)]
fn link(learned: Table<'_>, sums: &Sums, href: &str, total: &mut Tally, mark: &mut Mark) {
    let social = social::of(href);
    add(&mut total.shares, social == Social::Share);
    add(&mut total.follows, social == Social::Follow);
    if social == Social::Share || sums.leaves_site(href) {
        tokens::address(href, &mut |token| mark.add(learned, token, 0));
    }
}

/// Words of an attribute a person may see or hear.
#[inline(never)]
fn words(learned: Table<'_>, value: &str, mark: &mut Mark) {
    /// Tokens, pairs included: a label's worth.
    const TOKENS: u32 = 12;
    let mut left = TOKENS;
    tokens::words(value, |token, pair| {
        mark.add(learned, if pair { 0 } else { token ^ WORD_SALT }, token);
        left -= 1;
        left > 0
    });
}

fn pixels(value: &str) -> u32 {
    value.trim_end_matches("px").parse().unwrap_or(0)
}
