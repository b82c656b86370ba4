//! What the rows of a page say about being clutter: learned odds of their names and addresses, words
//! of the lexicon, links that share, frames, fields; summed over rows, so that a subtree is one
//! subtraction.

use super::lexicon::{self, about};
use super::social::{self, Social};
use super::tokens::{self, WORD_SALT};
use crate::attr::AttrName;
use crate::cue::{self, Keys};
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::Tag;
use crate::text;
use crate::url;
use std::collections::HashSet;

/// Categories of learned odds: ad, cookie, annoyance, social.
pub const CATEGORIES: usize = 4;

/// Learned log-odds of tokens for each category.
pub type Table<'a> = cue::Table<'a, [i8; CATEGORIES]>;

/// Words of the filter: 16,384 bits for about 1,500 hashes, so nine of ten unknown tokens stop there.
const FILTER: usize = 256;

/// Both tables behind one filter: most tokens are in neither.
pub struct Lookup<'a> {
    table: Table<'a>,
    filter: [u64; FILTER],
}

impl<'a> Lookup<'a> {
    /// For one page.
    #[must_use]
    pub fn of(table: Table<'a>) -> Lookup<'a> {
        let mut lookup = Lookup { table, filter: [0; FILTER] };
        for short in table.keys.iter().chain(lexicon::hashes().map(Keys::short)) {
            lookup.filter[(short >> 6) as usize % FILTER] |= 1 << (short % 64);
        }
        lookup
    }

    fn knows(&self, hash: u32) -> bool {
        let short = Keys::short(hash);
        self.filter[(short >> 6) as usize % FILTER] >> (short % 64) & 1 == 1
    }
}

/// What tokens say together.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Mark {
    /// Summed log-odds × 16.
    pub sum: [i16; CATEGORIES],
    /// Greatest log-odds × 16.
    pub max: [i8; CATEGORIES],
    /// Bits of [`about`].
    pub bits: u8,
}

impl Mark {
    /// Adds a token; `salted` is what the learned table knows it by, `plain` the lexicon.
    pub fn add(&mut self, lookup: &Lookup<'_>, salted: u32, plain: u32) {
        if lookup.knows(salted) {
            if let Some(odds) = lookup.table.get(salted) {
                for (category, odds) in odds.into_iter().enumerate() {
                    self.sum[category] = self.sum[category].saturating_add(i16::from(odds));
                    self.max[category] = self.max[category].max(odds);
                }
            }
        }
        if lookup.knows(plain) {
            self.bits |= lexicon::bits(plain);
        }
    }
}

macro_rules! tally {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Quantities summed over rows; differences are right up to 65,535.
        #[derive(Clone, Copy, Default, Debug, PartialEq)]
        pub struct Tally {
            $($(#[$doc])* pub $name: u16,)*
            /// Elements named with each bit of [`about`].
            pub named: [u16; 8],
            /// Positive odds of all names, in half nats.
            pub odds: [u16; CATEGORIES],
        }

        impl std::ops::Sub for Tally {
            type Output = Tally;
            fn sub(self, other: Tally) -> Tally {
                Tally {
                    $($name: self.$name.wrapping_sub(other.$name),)*
                    named: std::array::from_fn(|at| self.named[at].wrapping_sub(other.named[at])),
                    odds: std::array::from_fn(|at| self.odds[at].wrapping_sub(other.odds[at])),
                }
            }
        }
    };
}

tally! {
    /// Elements.
    elements,
    /// Links that share the page.
    shares,
    /// Links to profiles.
    follows,
    /// Links to a site that no link before led to.
    fresh,
    /// Links to a site with an answer in a new window.
    blank,
    /// Links marked as paid or not vouched for.
    paid,
    /// Fields for a mail address.
    mails,
    /// Fields that ask for secrets: password, card.
    secrets,
    /// Frames and embedded objects.
    frames,
    /// Buttons.
    buttons,
    /// Check boxes.
    boxes,
    /// Pictures and frames of a size that advertisers trade.
    sized,
    /// Scripts.
    scripts,
    /// Texts that are nothing but an ad label.
    ad_labels,
    /// Texts that are nothing but a share label.
    share_labels,
    /// Texts that are nothing but another label of the lexicon.
    labels,
    /// Video and audio.
    films,
}

/// The columns. Per row, text rows included.
pub struct Evidence<'a> {
    /// What the row's own names and addresses say.
    pub own: Vec<Mark>,
    /// The best odds of an ancestor, a fifth less for each level.
    pub above: Vec<[i8; CATEGORIES]>,
    /// The best odds below.
    pub below: Vec<[i8; CATEGORIES]>,
    /// Bits of all ancestors.
    pub bits_above: Vec<u8>,
    prefix: Vec<Tally>,
    /// For words of a unit's text.
    pub lookup: Lookup<'a>,
}

impl<'a> Evidence<'a> {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: &Page, sums: &Sums, table: Table<'a>) -> Evidence<'a> {
        let rows = page.len();
        let mut evidence = Evidence {
            own: vec![Mark::default(); rows],
            above: vec![[0; CATEGORIES]; rows],
            below: vec![[0; CATEGORIES]; rows],
            bits_above: vec![0; rows],
            prefix: Vec::with_capacity(rows + 1),
            lookup: Lookup::of(table),
        };
        let mut hosts = HashSet::new();
        let mut total = Tally::default();
        evidence.prefix.push(total);
        for row in 0..rows {
            if page.tag[row] == Tag::Text {
                label(page.subtree_text(row as Row), &mut total);
            } else if page.tag[row].is_element() {
                evidence.own[row] = evidence.element(page, sums, row as Row, &mut total, &mut hosts);
            }
            let own = evidence.own[row];
            for category in 0..CATEGORIES {
                total.odds[category] = total.odds[category].wrapping_add((own.sum[category].max(0) >> 3) as u16);
            }
            for bit in 0..8 {
                total.named[bit] = total.named[bit].wrapping_add(u16::from(own.bits >> bit & 1));
            }
            evidence.prefix.push(total);
        }
        evidence.spread(page);
        evidence
    }

    /// Carries odds down and up the tree.
    fn spread(&mut self, page: &Page) {
        for row in 1..page.len() {
            let up = page.parent[row] as usize;
            for category in 0..CATEGORIES {
                let above = (i32::from(self.above[up][category]) * 4 / 5) as i8;
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
        let own = self.own[at];
        let known = |odds: [i8; CATEGORIES]| odds.iter().any(|&odds| odds > 0);
        if own.bits != 0 || known(own.max) || known(self.below[at]) || known(self.above[at]) {
            return true;
        }
        let tally = self.subtree(page, row);
        tally.shares | tally.follows | tally.frames | tally.ad_labels | tally.mails != 0
    }

    fn element(&self, page: &Page, sums: &Sums, row: Row, total: &mut Tally, hosts: &mut HashSet<u32>) -> Mark {
        let lookup = &self.lookup;
        let tag = page.tag[row as usize];
        let mut mark = Mark::default();
        let (mut width, mut height, mut kind) = (0, 0, "");
        for &attr in page.attrs_of(row) {
            let value = page.value(attr);
            match attr.name {
                AttrName::Class | AttrName::Id | AttrName::Role | AttrName::Rest | AttrName::Name => {
                    tokens::names(value, &mut |token| mark.add(lookup, token, token));
                }
                AttrName::Rel => {
                    tokens::address(value, &mut |token| mark.add(lookup, token, 0));
                    add(
                        &mut total.paid,
                        u16::from(tag == Tag::A && (value.contains("sponsored") || value.contains("nofollow"))),
                    );
                }
                AttrName::AriaLabel | AttrName::Title | AttrName::Alt | AttrName::Placeholder => {
                    words(lookup, value, &mut mark);
                    add(&mut total.mails, u16::from(tag == Tag::Input && value.contains('@')));
                }
                AttrName::Href if tag == Tag::A => link(lookup, sums, value, total, hosts, &mut mark),
                AttrName::Src | AttrName::DataSrc if url::host(value).is_some() => {
                    tokens::address(value, &mut |token| mark.add(lookup, token, 0));
                }
                AttrName::Onclick => tokens::address(value, &mut |token| mark.add(lookup, token, 0)),
                AttrName::Target => add(&mut total.blank, u16::from(value == "_blank")),
                AttrName::Width => width = pixels(value),
                AttrName::Height => height = pixels(value),
                AttrName::Type => kind = value,
                _ => {}
            }
        }
        count(tag, kind, total);
        add(&mut total.sized, u16::from(is_traded(width, height)));
        mark
    }
}

/// A link's address.
fn link(lookup: &Lookup<'_>, sums: &Sums, href: &str, total: &mut Tally, hosts: &mut HashSet<u32>, mark: &mut Mark) {
    let (shares, follows) = match social::of(href) {
        Social::Share => (1, 0),
        Social::Follow => (0, 1),
        Social::No => (0, 0),
    };
    add(&mut total.shares, shares);
    add(&mut total.follows, follows);
    if shares == 0 && !sums.leaves_site(href) {
        return;
    }
    tokens::address(href, &mut |token| mark.add(lookup, token, 0));
    let site = text::hash(url::site(url::host(href).unwrap_or("")));
    add(&mut total.fresh, u16::from(hosts.insert(site)));
}

/// Words of an attribute a person may see or hear.
fn words(lookup: &Lookup<'_>, value: &str, mark: &mut Mark) {
    /// Tokens, pairs included: a label's worth.
    const TOKENS: u32 = 12;
    let mut left = TOKENS;
    tokens::words(value, |token, pair| {
        mark.add(lookup, if pair { 0 } else { token ^ WORD_SALT }, token);
        left -= 1;
        left > 0
    });
}

/// Prefix sums go round at 65,536 on a page of more elements than that; differences stay right.
fn add(sum: &mut u16, more: u16) {
    *sum = sum.wrapping_add(more);
}

/// Counts what an element is.
fn count(tag: Tag, kind: &str, total: &mut Tally) {
    add(&mut total.elements, 1);
    match tag {
        Tag::Input => {
            add(&mut total.mails, u16::from(kind == "email"));
            add(&mut total.secrets, u16::from(kind == "password"));
            add(&mut total.boxes, u16::from(kind == "checkbox"));
            add(&mut total.buttons, u16::from(matches!(kind, "submit" | "button")));
        }
        Tag::Button => add(&mut total.buttons, 1),
        Tag::Iframe | Tag::Ins | Tag::Embed | Tag::Object => add(&mut total.frames, 1),
        Tag::Script => add(&mut total.scripts, 1),
        Tag::Video | Tag::Audio => add(&mut total.films, 1),
        _ => {}
    }
}

/// A text that is nothing but a label.
fn label(text: &str, total: &mut Tally) {
    /// Bytes of the longest label with its brackets and dashes.
    const BYTES: usize = 48;
    let text = text.trim();
    if text.is_empty() || text.len() > BYTES {
        return;
    }
    let bits = lexicon::bits(tokens::whole(text));
    add(&mut total.ad_labels, u16::from(bits & about::AD != 0));
    add(&mut total.share_labels, u16::from(bits & about::SHARE != 0));
    add(&mut total.labels, u16::from(bits & !(about::AD | about::SHARE) != 0));
}

fn pixels(value: &str) -> u32 {
    value.trim_end_matches("px").parse().unwrap_or(0)
}

/// Sizes of the Interactive Advertising Bureau's fixed-size units, in CSS px.
fn is_traded(width: u32, height: u32) -> bool {
    matches!(
        (width, height),
        (300, 250 | 600 | 1050)
            | (728, 90)
            | (160 | 120, 600)
            | (320, 50 | 100)
            | (970, 90 | 250)
            | (336, 280)
            | (468, 60)
            | (234, 60)
            | (250 | 200, 250 | 200)
            | (125, 125)
            | (180, 150)
            | (88, 31)
            | (120, 60 | 90 | 240)
    )
}
