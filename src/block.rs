//! Text blocks: the smallest pieces of text a reader sees as one, and the unit of extraction.
//!
//! A block is a run of text and inline elements under one block-level element, broken by block-level
//! elements and by an empty line (two `br`).

use crate::page::{Page, Row};
use crate::sums::{Counts, Sums};
use crate::tag::{Tag, BLOCK};

/// One text block.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// First text row.
    pub start: Row,
    /// One past the last text row.
    pub end: Row,
    /// The nearest block-level ancestor.
    pub host: Row,
    /// What the block holds.
    pub counts: Counts,
}

/// All blocks of the body with any text, in document order.
#[must_use]
#[inline(never)]
pub fn blocks(page: &Page, sums: &Sums) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if page.is_empty() {
        return blocks;
    }
    let body = page.body();
    let mut hosts = vec![0; page.len()];
    let mut fresh = true;
    let mut breaks = 0;
    for row in body..page.end[body as usize] {
        let at = row as usize;
        let tag = page.tag[at];
        let above = hosts[page.parent[at] as usize];
        hosts[at] = if tag.is(BLOCK) { row } else { above };
        if tag == Tag::Br {
            breaks += 1;
            fresh |= breaks >= 2;
        } else if tag.is(BLOCK) {
            fresh = true;
        } else if tag == Tag::Text {
            let counts = sums.between(row, row + 1);
            if counts.text.len == 0 {
                continue;
            }
            breaks = 0;
            match blocks.last_mut().filter(|last| !fresh && last.host == above) {
                Some(last) => {
                    last.end = row + 1;
                    last.counts = sums.between(last.start, row + 1);
                }
                None => blocks.push(Block { start: row, end: row + 1, host: above, counts }),
            }
            fresh = false;
        }
    }
    blocks
}
