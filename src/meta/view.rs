//! What every reader of metadata looks at, made once.

use super::jsonld::Ld;
use super::phrase::clean;
use super::zone::{self, Zones};
use crate::block::{self, Block};
use crate::head::Head;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::text::start;

/// Bytes of a line that are looked at: facts stand in short lines.
pub const LINE: usize = 1 << 14;

/// One page with what was found of it so far.
#[derive(Debug)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its own statements.
    pub head: &'a Head,
    /// Its counts.
    pub sums: &'a Sums,
    /// The kept text, in document order.
    pub content: &'a [(Row, Row)],
    /// Its JSON-LD.
    pub ld: Ld,
    /// Where rows stand.
    pub zones: Zones,
    /// Its text blocks: the lines a reader sees.
    pub lines: Vec<Block>,
    /// Furniture that the title stands in: a page that names its whole article so means nothing by it.
    frame: u32,
}

impl<'a> View<'a> {
    /// Looks at the page.
    #[inline(never)]
    pub fn of(
        page: &'a Page,
        head: &'a Head,
        sums: &'a Sums,
        content: &'a [(Row, Row)],
        spam: &[(Row, Row)],
    ) -> View<'a> {
        let zones = Zones::of(page, sums, spam);
        let mut lines = block::blocks(page, sums);
        lines.retain(|line| zones.all[line.start as usize] & zone::SPAM == 0);
        View { page, head, sums, content, ld: Ld::of(page, head), zones, lines, frame: 0 }
    }

    /// Bits of a row and its ancestors.
    pub fn zone(&self, row: Row) -> u32 {
        self.zones.all[row as usize] & !self.frame
    }

    /// Names of containers that also hold the title say nothing from now on.
    pub fn found_title(&mut self, row: Option<Row>) {
        let names = zone::NAV | zone::FOOTER | zone::ASIDE | zone::TEASER | zone::COMMENT;
        self.frame = row.map_or(0, |row| self.zones.all[row as usize] & names);
    }

    /// The cleaned text of a subtree.
    pub fn text(&self, row: Row) -> String {
        clean(self.page.subtree_text(row))
    }

    /// The cleaned text of a line, as far as it is looked at.
    pub fn line(&self, line: usize) -> String {
        clean(start(self.page.text_between(self.lines[line].start, self.lines[line].end), LINE))
    }

    /// The line a row stands in, or the next one.
    pub fn line_at(&self, row: Row) -> usize {
        self.lines.partition_point(|line| line.end <= row)
    }

    /// Whether a row is part of the kept text.
    pub fn in_content(&self, row: Row) -> bool {
        let next = self.content.partition_point(|range| range.1 <= row);
        self.content.get(next).is_some_and(|range| range.0 <= row)
    }

    /// Weighted length of a subtree's text.
    pub fn len(&self, row: Row) -> u32 {
        self.sums.subtree(self.page, row).text.len
    }
}
