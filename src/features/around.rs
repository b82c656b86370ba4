//! Features of a block among others: the containers above it, its repeated siblings, its neighbours,
//! its place.

use super::{bit, log, Sink, View};
use crate::page::Row;
use crate::sums::ratio;
use crate::tag::BLOCK;
use std::collections::HashMap;

/// Levels of block-level ancestors whose statistics are features.
const LEVELS: usize = 4;
/// Levels searched for repeated siblings and for the best candidate.
const REACH: usize = 7;
/// Length of a block that is surely running text.
const RUNNING: u32 = 120;

const LEVEL_NAMES: [[&str; 6]; LEVELS] = [
    ["up1_len", "up1_links", "up1_share", "up1_paras", "up1_long", "up1_candidacy"],
    ["up2_len", "up2_links", "up2_share", "up2_paras", "up2_long", "up2_candidacy"],
    ["up3_len", "up3_links", "up3_share", "up3_paras", "up3_long", "up3_candidacy"],
    ["up4_len", "up4_links", "up4_share", "up4_paras", "up4_long", "up4_candidacy"],
];
const NEIGHBOUR_NAMES: [(isize, [&str; 4]); 4] = [
    (-2, ["prev2_len", "prev2_links", "prev2_path", "prev2_host"]),
    (-1, ["prev_len", "prev_links", "prev_path", "prev_host"]),
    (1, ["next_len", "next_links", "next_path", "next_host"]),
    (2, ["next2_len", "next2_links", "next2_path", "next2_host"]),
];

/// Columns per block.
pub(super) struct Around {
    /// Text of the blocks before, and of all.
    before: Vec<u32>,
    /// Length, link length and number of blocks with the same path.
    paths: HashMap<u32, (u32, u32, u32)>,
    /// Block of the page's main heading.
    title: Option<usize>,
    /// Index of the last running block at or before, the next at or after.
    last_running: Vec<usize>,
    next_running: Vec<usize>,
    last_heading: Vec<usize>,
}

const NONE: usize = usize::MAX;

impl Around {
    pub(super) fn of(view: View<'_>) -> Around {
        let blocks = &view.scene.blocks;
        let mut around = Around {
            before: vec![0],
            paths: HashMap::new(),
            title: super::whole::title_block(view),
            last_running: Vec::new(),
            next_running: vec![NONE; blocks.len()],
            last_heading: Vec::new(),
        };
        let (mut total, mut running, mut heading) = (0, NONE, NONE);
        for (at, block) in blocks.iter().enumerate() {
            let len = block.counts.text.len;
            total += len;
            around.before.push(total);
            let path = around.paths.entry(view.scene.path[block.host as usize]).or_default();
            path.0 += len;
            path.1 += block.counts.link_len;
            path.2 += 1;
            if is_running(view, at) {
                running = at;
            }
            if view.page.tag[block.host as usize].heading_level() > 0 {
                heading = at;
            }
            around.last_running.push(running);
            around.last_heading.push(heading);
        }
        let mut next = NONE;
        for at in (0..blocks.len()).rev() {
            if is_running(view, at) {
                next = at;
            }
            around.next_running[at] = next;
        }
        around
    }

    pub(super) fn put(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        self.put_levels(view, at, sink);
        self.put_best(view, at, sink);
        self.put_twins(view, at, sink);
        self.put_place(view, at, sink);
        self.put_neighbours(view, at, sink);
    }

    fn total(&self) -> u32 {
        self.before[self.before.len() - 1]
    }

    fn put_levels(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let mut row = scene.blocks[at].host;
        for names in LEVEL_NAMES {
            row = block_parent(view, row);
            let counts = sums.subtree(page, row);
            sink.put(names[0], log(counts.text.len));
            sink.put(names[1], counts.link_density());
            sink.put(names[2], ratio(counts.text.len, self.total()));
            sink.put(names[3], log(counts.paras));
            sink.put(names[4], ratio(counts.long_len, counts.text.len));
            sink.put(names[5], scene.candidacy(row));
        }
    }

    /// The best candidate above the block, and the block's place in the page's best.
    fn put_best(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let block = &scene.blocks[at];
        let (mut best, mut level_of_best) = (0.0, REACH as f32);
        let mut row = block.host;
        for level in 0..REACH {
            let candidacy = scene.candidacy(row);
            if candidacy > best {
                (best, level_of_best) = (candidacy, level as f32);
            }
            row = page.parent[row as usize];
        }
        sink.put("candidacy", best);
        sink.put("candidacy_level", level_of_best);
        sink.put("candidacy_host", scene.candidacy(block.host));
        let top = scene.best;
        let (from, to) = (top, page.end[top as usize]);
        let inside = (from..to).contains(&block.start);
        sink.put("in_best", bit(inside));
        sink.put(
            "best_levels",
            if inside {
                f32::from(page.depth[block.host as usize]) - f32::from(page.depth[top as usize])
            } else {
                -1.0
            },
        );
        let counts = sums.subtree(page, top);
        let before = sums.between(from.min(block.start), block.start.max(from)).text.len;
        sink.put(
            "best_place",
            if inside {
                ratio(before, counts.text.len)
            } else if block.start < from {
                -1.0
            } else {
                2.0
            },
        );
        let gap = if block.start < from {
            sums.between(block.end, from)
        } else {
            sums.between(to.min(block.start), block.start)
        };
        sink.put("best_gap", if inside { 0.0 } else { log(gap.text.len) });
        sink.put("common_depth", common_depth(view, block.host, top));
    }

    /// The nearest container that stands in a row of like siblings.
    fn put_twins(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let block = &scene.blocks[at];
        let mut row = page.parent[block.start as usize];
        let (mut near, mut most) = (None, None);
        for level in 0..REACH {
            let twins = scene.twins[row as usize];
            if twins >= 3 && near.is_none() {
                near = Some((row, level));
            }
            if twins >= 3 && most.is_none_or(|(other, _): (Row, usize)| twins > scene.twins[other as usize]) {
                most = Some((row, level));
            }
            if row == 0 {
                break;
            }
            row = page.parent[row as usize];
        }
        for (names, found) in [
            (
                [
                    "twins",
                    "twins_level",
                    "twins_len",
                    "twins_links",
                    "twins_images",
                    "twins_row_links",
                    "twins_row_share",
                ],
                near,
            ),
            (["most", "most_level", "most_len", "most_links", "most_images", "most_row_links", "most_row_share"], most),
        ] {
            let (row, level) = found.unwrap_or((block.host, REACH));
            let counts = sums.subtree(page, row);
            let list = sums.subtree(page, page.parent[row as usize]);
            sink.put(names[0], log(if found.is_some() { scene.twins[row as usize] } else { 0 }));
            sink.put(names[1], level as f32);
            sink.put(names[2], log(counts.text.len));
            sink.put(names[3], counts.link_density());
            sink.put(names[4], log(counts.images));
            sink.put(names[5], list.link_density());
            sink.put(names[6], ratio(list.text.len, self.total()));
        }
        let path = self.paths.get(&scene.path[block.host as usize]).copied().unwrap_or_default();
        sink.put("path_share", ratio(path.0, self.total()));
        sink.put("path_blocks", log(path.2));
        sink.put("path_links", ratio(path.1, path.0));
        sink.put("path_len", path.0 as f32 / path.2.max(1) as f32);
    }

    fn put_place(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let blocks = &view.scene.blocks;
        let here = self.before[at];
        sink.put("place", at as f32 / blocks.len() as f32);
        sink.put("text_before", ratio(here, self.total()));
        sink.put("len_before", log(here));
        sink.put("len_after", log(self.total() - self.before[at + 1]));
        let (far, signed) = match self.title {
            None => (0.0, 0.0),
            Some(title) => {
                let distance = log(here.abs_diff(self.before[title]));
                (at as f32 - title as f32, if at < title { -distance } else { distance })
            }
        };
        sink.put("title_known", bit(self.title.is_some()));
        sink.put("title_blocks", far.clamp(-100.0, 400.0));
        sink.put("title_len", signed);
        let last = self.last_running[at];
        let next = self.next_running[at];
        sink.put("last_running", if last == NONE { -1.0 } else { log(here.saturating_sub(self.before[last + 1])) });
        sink.put(
            "next_running",
            if next == NONE { -1.0 } else { log(self.before[next].saturating_sub(self.before[at + 1])) },
        );
        let heading = self.last_heading[at];
        sink.put("last_heading", if heading == NONE { -1.0 } else { log(here - self.before[heading]) });
        let (level, cue) = if heading == NONE {
            (0.0, crate::cue::Cue::default())
        } else {
            let host = blocks[heading].host;
            (
                f32::from(view.page.tag[host as usize].heading_level()),
                crate::cue::of_words(view.words, view.scene.block_text(view.page, heading)),
            )
        };
        sink.put("heading_above", level);
        sink.put("heading_word_sum", cue.sum);
        sink.put("heading_word_min", cue.min);
        sink.put("heading_word_max", cue.max);
    }

    fn put_neighbours(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        let View { page, scene, .. } = view;
        let blocks = &scene.blocks;
        let block = &blocks[at];
        for (offset, names) in NEIGHBOUR_NAMES {
            let other = at.checked_add_signed(offset).and_then(|other| blocks.get(other));
            sink.put(names[0], other.map_or(-1.0, |other| log(other.counts.text.len)));
            sink.put(names[1], other.map_or(-1.0, |other| other.counts.link_density()));
            sink.put(
                names[2],
                other.map_or(-1.0, |other| bit(scene.path[other.host as usize] == scene.path[block.host as usize])),
            );
            sink.put(
                names[3],
                other.map_or(-1.0, |other| bit(page.parent[other.host as usize] == page.parent[block.host as usize])),
            );
        }
        for (names, reach) in [
            (["window3_len", "window3_links", "window3_stops", "window3_max"], 3),
            (["window8_len", "window8_links", "window8_stops", "window8_max"], 8),
        ] {
            let near = &blocks[at.saturating_sub(reach)..(at + reach + 1).min(blocks.len())];
            let sum = |of: fn(&crate::sums::Counts) -> u32| near.iter().map(|block| of(&block.counts)).sum::<u32>();
            let len = sum(|counts| counts.text.len);
            sink.put(names[0], log(len / near.len() as u32));
            sink.put(names[1], ratio(sum(|counts| counts.link_len), len));
            sink.put(names[2], ratio(sum(|counts| counts.text.stops), sum(|counts| counts.text.words)));
            sink.put(names[3], log(near.iter().map(|block| block.counts.text.len).max().unwrap_or(0)));
        }
    }
}

fn is_running(view: View<'_>, at: usize) -> bool {
    let counts = view.scene.blocks[at].counts;
    counts.text.len >= RUNNING && counts.link_density() < 0.3
}

/// The nearest block-level ancestor, row 0 at the top.
fn block_parent(view: View<'_>, row: Row) -> Row {
    view.page.ancestors(row).find(|&up| view.page.tag[up as usize].is(BLOCK)).unwrap_or(0)
}

/// Levels from the row up to the nearest ancestor it shares with `other`.
fn common_depth(view: View<'_>, row: Row, other: Row) -> f32 {
    let page = view.page;
    let mut at = row;
    let mut levels = 0.0;
    while !(at <= other && other < page.end[at as usize]) {
        at = page.parent[at as usize];
        levels += 1.0;
    }
    levels
}
