//! Features of a block among others: the containers above it, its repeated siblings, its place.

use super::{log, Sink, View};
use crate::page::Row;
use crate::sums::ratio;
use crate::tag::BLOCK;
use std::collections::HashMap;

/// Levels searched for repeated siblings and for the best candidate.
const REACH: usize = 7;
/// Blocks to either side that make a neighbourhood.
const WINDOW: usize = 3;

/// What the blocks with one path of tags and classes hold.
#[derive(Clone, Copy, Default)]
struct Alike {
    len: u32,
    link_len: u32,
    blocks: u32,
}

/// Columns per block.
pub(super) struct Around {
    /// Text of the blocks before, and of all.
    before: Vec<u32>,
    paths: HashMap<u32, Alike>,
    /// Block of the page's main heading.
    pub(super) title: Option<usize>,
    /// The last heading at or before each block.
    last_heading: Vec<Option<usize>>,
}

impl Around {
    #[inline(never)]
    pub(super) fn of(view: View<'_>) -> Around {
        let blocks = &view.scene.blocks;
        let mut around = Around {
            before: vec![0],
            paths: HashMap::new(),
            title: super::heading::title_block(view),
            last_heading: Vec::new(),
        };
        let (mut total, mut heading) = (0, None);
        for (at, block) in blocks.iter().enumerate() {
            total += block.counts.text.len;
            around.before.push(total);
            let alike = around.paths.entry(view.scene.path[block.host as usize]).or_default();
            alike.len += block.counts.text.len;
            alike.link_len += block.counts.link_len;
            alike.blocks += 1;
            if view.page.tag[block.host as usize].heading_level() > 0 {
                heading = Some(at);
            }
            around.last_heading.push(heading);
        }
        around
    }

    pub(super) fn put(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        self.put_levels(view, at, sink);
        self.put_most(view, at, sink);
        self.put_place(view, at, sink);
    }

    fn total(&self) -> u32 {
        self.before[self.before.len() - 1]
    }

    /// The block-level elements above.
    #[inline(never)]
    fn put_levels(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let mut row = scene.blocks[at].host;
        let ups = [1, 2, 3, 4].map(|_| {
            row = block_parent(view, row);
            (sums.subtree(page, row), scene.candidacy(row))
        });
        let share = |at: usize| ratio(ups[at].0.text.len, self.total());
        sink.put("up1_links", ups[0].0.link_density());
        sink.put("up1_long", ratio(ups[0].0.long_len, ups[0].0.text.len));
        sink.put("up1_candidacy", ups[0].1);
        sink.put("up2_candidacy", ups[1].1);
        sink.put("up3_share", share(2));
        sink.put("up3_candidacy", ups[2].1);
        sink.put("up4_links", ups[3].0.link_density());
        sink.put("up4_share", share(3));
    }

    /// The container with the most siblings of its shape: an entry of a list or a grid.
    fn put_most(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let block = &scene.blocks[at];
        let (mut row, mut twins) = (block.host, 0);
        let mut up = page.parent[block.start as usize];
        for _ in 0..REACH {
            let here = scene.twins[up as usize];
            if here >= 3 && here > twins {
                (row, twins) = (up, here);
            }
            if up == 0 {
                break;
            }
            up = page.parent[up as usize];
        }
        let counts = sums.subtree(page, row);
        sink.put("most", log(twins));
        sink.put("most_len", log(counts.text.len));
        sink.put("most_links", counts.link_density());
        sink.put("most_row_share", ratio(sums.subtree(page, page.parent[row as usize]).text.len, self.total()));
        let alike = self.paths.get(&scene.path[block.host as usize]).copied().unwrap_or_default();
        sink.put("path_share", ratio(alike.len, self.total()));
        sink.put("path_blocks", log(alike.blocks));
        sink.put("path_links", ratio(alike.link_len, alike.len));
        sink.put("path_len", alike.len as f32 / alike.blocks.max(1) as f32);
    }

    #[inline(never)]
    fn put_place(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let blocks = &view.scene.blocks;
        let here = self.before[at];
        sink.put("place", at as f32 / blocks.len() as f32);
        sink.put("text_before", ratio(here, self.total()));
        sink.put("len_after", log(self.total() - self.before[at + 1]));
        let (far, signed) = self.title.map_or((0.0, 0.0), |title| {
            let distance = log(here.abs_diff(self.before[title]));
            (at as f32 - title as f32, if at < title { -distance } else { distance })
        });
        sink.put("title_blocks", far.clamp(-100.0, 400.0));
        sink.put("title_len", signed);
        let heading = self.last_heading[at];
        let level = |at: usize| f32::from(view.page.tag[blocks[at].host as usize].heading_level());
        sink.put("last_heading", heading.map_or(-1.0, |heading| log(here - self.before[heading])));
        sink.put("heading_above", heading.map_or(0.0, level));
        let near = &blocks[at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(blocks.len())];
        let links: u32 = near.iter().map(|block| block.counts.link_len).sum();
        sink.put("window_links", ratio(links, near.iter().map(|block| block.counts.text.len).sum()));
    }
}

/// The nearest block-level ancestor, row 0 at the top.
fn block_parent(view: View<'_>, row: Row) -> Row {
    view.page.ancestors(row).find(|&up| view.page.tag[up as usize].is(BLOCK)).unwrap_or(0)
}
