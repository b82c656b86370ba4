//! Chosen blocks → the rows to write: their text, and the pictures, players and formulas that belong to it.

pub mod callouts;
pub mod captions;
pub mod footnotes;

use crate::attr::AttrName;
use crate::judge::Judged;
use crate::page::{Page, Row};
use crate::scene::inside;
use crate::select::Body;
use crate::style::hide;
use crate::tag::{Tag, BLOCK};
use crate::write::math::picture as formula;
use crate::write::media;
use crate::write::names::has_class;
use crate::write::whole::is_media;

/// Per row: whether it is written.
#[must_use]
pub fn rows(judged: &Judged, body: &Body) -> Vec<bool> {
    let (page, scene) = (&judged.page, &judged.scene);
    let spam = &body.spam;
    let mut keep = vec![false; page.len()];
    for (block, _) in scene.blocks.iter().zip(&body.kept).filter(|&(_, &kept)| kept) {
        for row in block.start as usize..block.end as usize {
            keep[row] = page.tag[row] == Tag::Text && !spam[row];
        }
    }
    let around = Around::of(judged, body);
    for row in (0..page.len() as Row).filter(|&row| !spam[row as usize] && is_media(page, row)) {
        keep[row as usize] = around.keeps(row);
    }
    keep
}

/// Keeps the text of a subtree, but for rows that are `spam`.
fn keep_text(page: &Page, root: Row, spam: &[bool], keep: &mut [bool]) {
    for row in root as usize..page.end[root as usize] as usize {
        keep[row] |= page.tag[row] == Tag::Text && !spam[row];
    }
}

/// The kept text around a row.
struct Around<'a> {
    judged: &'a Judged,
    body: &'a Body,
    /// Prefix sums over the blocks: length of kept text, of all text.
    kept: Vec<u32>,
    all: Vec<u32>,
    /// Index of the first kept block.
    first: usize,
    /// Per row: inside something judged clutter that holds no kept text.
    clutter: Vec<bool>,
    /// File the page names as its picture.
    lead: Option<&'a str>,
}

/// Containers in which pictures are furniture.
const FURNITURE: u32 = inside::NAV | inside::FOOTER | inside::ASIDE | inside::BUTTON | inside::DIALOG;

impl<'a> Around<'a> {
    fn of(judged: &'a Judged, body: &'a Body) -> Around<'a> {
        let (mut kept, mut all) = (vec![0], vec![0]);
        let (mut kept_sum, mut all_sum) = (0, 0);
        for (block, &keeps) in judged.scene.blocks.iter().zip(&body.kept) {
            all_sum += block.counts.text.len;
            kept_sum += if keeps { block.counts.text.len } else { 0 };
            kept.push(kept_sum);
            all.push(all_sum);
        }
        let lead = judged.head.get("og:image").or_else(|| judged.head.get("twitter:image")).map(file);
        let first = body.kept.iter().position(|&kept| kept).unwrap_or(body.kept.len());
        let mut around =
            Around { judged, body, kept, all, first, clutter: Vec::new(), lead: lead.filter(|file| !file.is_empty()) };
        around.clutter = around.clutter();
        around
    }

    fn clutter(&self) -> Vec<bool> {
        let page = &self.judged.page;
        let mut edges = vec![0i32; page.len() + 1];
        for row in self.judged.clutter.likely() {
            let end = page.end[row as usize];
            if self.text(row, end).0 == 0 {
                edges[row as usize] += 1;
                edges[end as usize] -= 1;
            }
        }
        edges
            .iter()
            .scan(0, |open, edge| {
                *open += edge;
                Some(*open > 0)
            })
            .collect()
    }

    /// Kept and all text of the rows `from..to`.
    fn text(&self, from: Row, to: Row) -> (u32, u32) {
        let blocks = &self.judged.scene.blocks;
        let at = |row: Row| blocks.partition_point(|block| block.start < row);
        let (from, to) = (at(from), at(to));
        (self.kept[to] - self.kept[from], self.all[to] - self.all[from])
    }

    /// Pictures, players and formulas belong to the text when they stand between two kept blocks, in a
    /// container whose text is mostly kept, with a kept caption, or at its head.
    fn keeps(&self, row: Row) -> bool {
        let (page, scene) = (&self.judged.page, &self.judged.scene);
        let is_formula = page.tag[row as usize] == Tag::Script || formula::tex(page, row).is_some();
        if scene.inside[row as usize] & FURNITURE != 0 || (!is_formula && !self.is_content(row)) {
            return false;
        }
        let next = scene.blocks.partition_point(|block| block.start < row);
        let kept = |at: Option<usize>| at.is_some_and(|at| self.body.kept.get(at).copied().unwrap_or(false));
        let (before, after) = (kept(next.checked_sub(1)), kept(Some(next)));
        (before && after)
            || ((before || after) && self.in_kept_container(row))
            || self.has_kept_caption(row)
            || (!is_formula && self.leads(row, next))
    }

    /// Large enough, not hidden, no advertisement.
    fn is_content(&self, row: Row) -> bool {
        let page = &self.judged.page;
        let tag = page.tag[row as usize];
        let small = tag == Tag::Img && media::is_tiny(page, row) && !crate::write::emoji::is_emoji(page, row);
        let hidden = tag != Tag::Noscript && self.judged.sums.own_style[row as usize] & hide::GONE != 0;
        let face = has_class(page, row, &["avatar", "gravatar", "logo", "icon"]);
        let paid = || {
            page.ancestors(row)
                .take(2)
                .any(|up| page.attr(up, AttrName::Rel).is_some_and(|rel| rel.contains("sponsored")))
        };
        !small && !hidden && !face && !self.clutter[row as usize] && !paid()
    }

    fn in_kept_container(&self, row: Row) -> bool {
        /// Containers looked at.
        const LEVELS: usize = 3;
        let page = &self.judged.page;
        page.ancestors(row).filter(|&up| page.tag[up as usize].is(BLOCK)).take(LEVELS).any(|up| {
            let (kept, all) = self.text(up, page.end[up as usize]);
            all > 0 && kept * 10 >= all * 7
        })
    }

    fn has_kept_caption(&self, row: Row) -> bool {
        /// Levels between a picture and its figure.
        const LEVELS: usize = 6;
        let page = &self.judged.page;
        let figure = page.ancestors(row).take(LEVELS).find(|&up| page.tag[up as usize] == Tag::Figure);
        figure.is_some_and(|figure| self.text(figure, page.end[figure as usize]).0 > 0)
    }

    /// The first large picture shortly before the first kept block, or the one the page names as its own.
    fn leads(&self, row: Row, next: usize) -> bool {
        /// Length of text that may stand between: byline, date, share box; more for the page's own picture.
        const NEAR: u32 = 250;
        const OWN: u32 = 1500;
        let page = &self.judged.page;
        let named = self.lead.is_some_and(|lead| page.attr(row, AttrName::Src).is_some_and(|src| file(src) == lead));
        let between = self.all[self.first.max(next)] - self.all[next];
        let framed = page.ancestors(row).take(3).any(|up| page.tag[up as usize] == Tag::Figure)
            || page
                .attr(row, AttrName::Width)
                .and_then(|width| width.parse::<u32>().ok())
                .is_some_and(|width| width >= 300);
        let one = page.ancestors(row).take_while(|&up| page.tag[up as usize] != Tag::Body).any(|up| {
            self.judged.scene.blocks.get(self.first).is_some_and(|block| block.start < page.end[up as usize])
        });
        next <= self.first
            && self.first < self.body.kept.len()
            && one
            && ((named && between <= OWN) || (framed && between <= NEAR))
    }
}

/// The file's name in an address.
fn file(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or("").rsplit('/').next().unwrap_or("")
}
