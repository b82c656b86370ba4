//! What speaks for and against injection, per row and as prefix sums: foreign script, words used
//! nowhere else, links to sites the page links to nowhere else.

use super::link::Links;
use super::script::{Letters, Native};
use crate::attr::AttrName;
use crate::cue::{Cue, Table};
use crate::map::{Map, Set};
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::Tag;
use crate::text;
use crate::url;
use std::ops::Sub;

/// Quantities summed over rows.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Tally {
    /// Letters, and those in a script or orthography that the page's running text does not use.
    pub letters: u32,
    /// Foreign letters.
    pub foreign: u32,
    /// Words, and those used only around here.
    pub words: u32,
    /// Words used nowhere else.
    pub local: u32,
    /// Links to other sites that the page links to once.
    pub lone: u32,
    /// First links to a site, in document order.
    pub first: u32,
    /// Links within the site.
    pub inner: u32,
    /// Links written as none elsewhere on the page.
    pub odd: u32,
    /// Log-odds of the words to be spam, in sixteenths.
    pub odds: i32,
}

impl Sub for Tally {
    type Output = Tally;
    fn sub(self, other: Tally) -> Tally {
        Tally {
            letters: self.letters - other.letters,
            foreign: self.foreign - other.foreign,
            words: self.words - other.words,
            local: self.local - other.local,
            lone: self.lone - other.lone,
            first: self.first - other.first,
            inner: self.inner - other.inner,
            odd: self.odd - other.odd,
            odds: self.odds - other.odds,
        }
    }
}

/// The evidence of a page.
pub struct Evidence {
    /// Text rows with text, in the body.
    pub pieces: Vec<Row>,
    /// Per piece: its own words' log-odds.
    pub cues: Vec<Cue>,
    /// The page's links.
    pub links: Links,
    prefix: Vec<Tally>,
}

/// Rows within which all uses of a word, or of a way to write a link, must lie to count as local.
pub(super) const NEAR: u32 = 120;

impl Evidence {
    /// Looks at the page once. `words` are the learned log-odds of words to be spam.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, words: Table<'_>) -> Evidence {
        let rows = page.len();
        let body = page.body();
        let range = if page.is_empty() { 0..0 } else { body..page.end[body as usize] };
        let pieces: Vec<Row> =
            range.filter(|&row| page.tag[row as usize] == Tag::Text && sums.text_len(row, row + 1) > 0).collect();
        let scan = Scan::of(page, &pieces);
        let native = Native::of(page, sums, &pieces, &scan.letters);
        let odds = scan.odds(words);
        let mut evidence = Evidence {
            cues: Vec::with_capacity(pieces.len()),
            pieces,
            links: Links::of(page, sums),
            prefix: Vec::with_capacity(rows + 1),
        };
        let mut total = Tally::default();
        let mut sites = Set::default();
        let mut next = 0;
        evidence.prefix.push(total);
        for row in 0..rows as Row {
            if evidence.pieces.get(next) == Some(&row) {
                evidence.cues.push(scan.add(next, &native, &odds, &mut total));
                next += 1;
            } else if page.tag[row as usize] == Tag::A {
                let link = evidence.links.get(row);
                total.inner += u32::from(link.kind == 2);
                total.lone += u32::from(link.kind == 3 && link.site_links == 1);
                total.odd += u32::from(link.make_local);
                if link.kind == 3 {
                    let site = page
                        .attr(row, AttrName::Href)
                        .and_then(url::host)
                        .map_or(0, |host| text::hash(url::site(host)));
                    total.first += u32::from(sites.insert(site));
                }
            }
            evidence.prefix.push(total);
        }
        evidence
    }

    /// Evidence of the rows `from..to`.
    #[must_use]
    pub fn between(&self, from: Row, to: Row) -> Tally {
        self.prefix[to as usize] - self.prefix[from as usize]
    }
}

/// One reading of all pieces.
struct Scan {
    letters: Vec<Letters>,
    /// Tokens of all pieces, as indices of different ones, and where each piece's begin.
    tokens: Vec<u32>,
    starts: Vec<u32>,
    /// The different tokens.
    different: Vec<Token>,
}

/// A token of the page.
struct Token {
    hash: u32,
    /// First and last row it is used in.
    first: Row,
    last: Row,
}

impl Scan {
    #[inline(never)]
    fn of(page: &Page, pieces: &[Row]) -> Scan {
        let mut scan = Scan {
            letters: Vec::with_capacity(pieces.len()),
            tokens: Vec::new(),
            starts: vec![0],
            different: Vec::new(),
        };
        let mut seen: Map<u32> = Map::default();
        for &row in pieces {
            let text = page.subtree_text(row);
            scan.letters.push(Letters::of(text));
            let Scan { tokens: all, different, .. } = &mut scan;
            tokens(text, |hash| {
                let token = *seen.entry(hash).or_insert(different.len() as u32);
                all.push(token);
                match different.get_mut(token as usize) {
                    Some(token) => token.last = row,
                    None => different.push(Token { hash, first: row, last: row }),
                }
            });
            scan.starts.push(scan.tokens.len() as u32);
        }
        scan
    }

    /// Log-odds of the different tokens, less what the page's words have on average where that is more than
    /// nothing: on a page in a language that mostly spam was learnt in, every word would speak for spam.
    #[inline(never)]
    fn odds(&self, words: Table<'_>) -> Vec<f32> {
        let mut odds: Vec<f32> = self.different.iter().map(|token| words.odds(token.hash)).collect();
        let sum: f32 = self.tokens.iter().map(|&token| odds[token as usize]).sum();
        let mean = sum / self.tokens.len().max(1) as f32;
        if mean > 0.0 {
            odds.iter_mut().for_each(|odds| *odds -= mean);
        }
        odds
    }

    #[inline(never)]
    fn add(&self, piece: usize, native: &Native, odds: &[f32], total: &mut Tally) -> Cue {
        let letters = self.letters[piece];
        total.letters += letters.scripts.iter().sum::<u32>();
        total.foreign += native.foreign(&letters);
        let mut cue = Cue::default();
        let range = self.starts[piece] as usize..self.starts[piece + 1] as usize;
        for &token in &self.tokens[range] {
            let odds = odds[token as usize];
            let Token { first, last, .. } = self.different[token as usize];
            cue.add(odds);
            total.words += 1;
            total.odds += (odds * 16.0) as i32;
            total.local += u32::from(last - first < NEAR);
        }
        cue
    }
}

/// Calls `each` with words, and with pairs of words (of characters where there are no blanks).
#[inline(never)]
pub fn tokens(text: &str, mut each: impl FnMut(u32)) {
    let mut before = None;
    for word in text::words(text) {
        each(word);
        if let Some(before) = before {
            each(u32::rotate_left(before, 7) ^ word);
        }
        before = Some(word);
    }
}
