//! Features of a block by the containers that may be the article's: how good a candidate the best of its own
//! is, and where it stands to the best of the page.

use super::{bit, log, Sink, View};
use crate::sums::ratio;

/// Levels searched for the best candidate.
const REACH: usize = 7;

#[inline(never)]
pub(super) fn put(view: View<'_>, at: usize, sink: &mut impl Sink) {
    let View { page, sums, scene, .. } = view;
    let block = &scene.blocks[at];
    let mut best = 0.0f32;
    let mut row = block.host;
    for _ in 0..REACH {
        best = best.max(scene.candidacy(row));
        row = page.parent[row as usize];
    }
    let (top, to) = (scene.best, page.end[scene.best as usize]);
    let inside = (top..to).contains(&block.start);
    let depth = |row: u32| f32::from(page.depth[row as usize]);
    let before = || sums.text_len(top, block.start);
    let gap =
        if block.start < top { sums.between(block.end, top) } else { sums.between(to.min(block.start), block.start) };
    sink.put("candidacy", best);
    sink.put("in_best", bit(inside));
    sink.put("best_levels", if inside { depth(block.host) - depth(top) } else { -1.0 });
    sink.put(
        "best_place",
        if inside {
            ratio(before(), sums.subtree(page, top).text.len)
        } else if block.start < top {
            -1.0
        } else {
            2.0
        },
    );
    sink.put("best_gap", if inside { 0.0 } else { log(gap.text.len) });
}
