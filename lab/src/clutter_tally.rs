//! Learns the clutter tables: how much more often a token stands at clutter of a category than elsewhere.

use crate::clutter::Read;
use crate::table::OwnedTable;
use crate::tally::{fold, FOLDS};
use dehusk::attr::AttrName;
use dehusk::clutter::mark::CATEGORIES;
use dehusk::clutter::tokens::{self, WORD_SALT};
use dehusk::page::{Page, Row};
use dehusk::tag::Tag;
use dehusk::text::hash;
use dehusk::url;
use std::collections::{HashMap, HashSet};

/// Tokens kept, and the sites where a token must stand at clutter of its category.
const SIZE: usize = 700;
const SITES: usize = 3;

#[derive(Default, Clone)]
struct Count {
    /// Pages by fold: share of the token's places that are of the category; the last: of none.
    places: [[f32; CATEGORIES + 1]; FOLDS],
    /// By category: folds and sites where it stands at some of that.
    sites: [HashSet<(usize, u32)>; CATEGORIES],
}

/// Counts of all tokens over a corpus.
#[derive(Default)]
pub struct Tally {
    counts: HashMap<u32, Count>,
}

impl Tally {
    /// Adds one page.
    pub fn page(&mut self, read: &Read) {
        /// Weight of a page whose clutter is not known: only its article is surely none.
        const UNKNOWN: f32 = 0.3;
        let mut places: HashMap<u32, [f32; CATEGORIES + 1]> = HashMap::new();
        for row in read.page.body()..read.page.end.get(read.page.body() as usize).copied().unwrap_or(0) {
            let category = read.labels.category[row as usize] as usize;
            row_tokens(&read.page, row, &mut |token| {
                places.entry(token).or_default()[if category == 0 { CATEGORIES } else { category - 1 }] += 1.0
            });
        }
        let (fold, site) = (fold(&read.entry.truth.split_key), hash(&read.entry.truth.split_key));
        for (token, places) in places {
            let all: f32 = places.iter().sum();
            let count = self.counts.entry(token).or_default();
            for (sum, place) in count.places[fold].iter_mut().zip(places) {
                *sum += place / all * if read.judged { 1.0 } else { UNKNOWN };
            }
            for (sites, _) in count.sites.iter_mut().zip(places).filter(|(_, place)| *place > 0.0) {
                sites.insert((fold, site));
            }
        }
    }

    /// The table from all folds but `without`.
    pub fn table(&self, without: Option<usize>) -> OwnedTable<u8> {
        /// Pages added to each count, split as categories and the rest usually are.
        const SMOOTH: f32 = 0.5;
        const PRIOR: f32 = 0.05;
        /// Log-odds from which a token says something.
        const LEAST: f32 = 0.7;
        /// A rare category's tokens are as welcome.
        const SCARCE: [f32; CATEGORIES] = [1.0, 1.3, 1.6, 1.0];
        let mut rows: Vec<(f32, u32, u8)> = self
            .counts
            .iter()
            .filter_map(|(&token, count)| {
                let sum =
                    |at: usize| (0..FOLDS).filter(|&f| Some(f) != without).map(|f| count.places[f][at]).sum::<f32>();
                let all: f32 = (0..=CATEGORIES).map(sum).sum();
                let (mut rank, mut value) = (0.0f32, 0);
                for (category, scarce) in SCARCE.iter().enumerate() {
                    let (here, else_) = (sum(category), all - sum(category));
                    let log = ((here + SMOOTH * PRIOR) / (else_ + SMOOTH * (1.0 - PRIOR))).ln()
                        - (PRIOR / (1.0 - PRIOR)).ln();
                    let known = count.sites[category].iter().filter(|site| Some(site.0) != without).count();
                    if known >= SITES && log > LEAST && log * here.sqrt() * scarce > rank {
                        rank = log * here.sqrt() * scarce;
                        value = (category as u8) << 6 | (log * 8.0).round().min(63.0) as u8;
                    }
                }
                (rank > 0.0).then_some((rank, token, value))
            })
            .collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.truncate(SIZE);
        OwnedTable::of(rows.into_iter().map(|(_, token, value)| (token, value)).collect())
    }
}

/// Tokens of a row, as the evidence reads them.
fn row_tokens(page: &Page, row: Row, each: &mut impl FnMut(u32)) {
    let tag = page.tag[row as usize];
    if tag == Tag::Text {
        spoken(page.subtree_text(row), 40, each);
        return;
    }
    for &attr in page.attrs_of(row) {
        let value = page.value(attr);
        match attr.name {
            AttrName::Class | AttrName::Id | AttrName::Role | AttrName::Name => tokens::names(value, each),
            AttrName::Rest => tokens::rest(value, each),
            AttrName::Rel | AttrName::Onclick => tokens::address(value, each),
            AttrName::Href if tag == Tag::A => tokens::address(value, each),
            AttrName::Src | AttrName::DataSrc if url::host(value).is_some() => tokens::address(value, each),
            AttrName::AriaLabel | AttrName::Title | AttrName::Alt | AttrName::Placeholder => spoken(value, 12, each),
            _ => {}
        }
    }
}

fn spoken(text: &str, tokens: u32, each: &mut impl FnMut(u32)) {
    let mut left = tokens;
    tokens::words(text, |token, pair| {
        if !pair {
            each(token ^ WORD_SALT);
        }
        left -= 1;
        left > 0
    });
}
