//! Features of a block by the branch of the tree it lies in, as seen from where the text begins: comments,
//! teasers and further articles hang on branches of their own beside the text's.

use super::series::Series;
use super::{log, Sink, View};
use crate::page::Row;
use crate::sums::ratio;

/// What all blocks of the page share.
pub(super) struct Branch {
    /// Where the running text begins, if the page has any.
    anchor: Option<Row>,
}

impl Branch {
    /// `title`: the block of the main heading.
    #[inline(never)]
    pub(super) fn of(view: View<'_>, title: Option<usize>) -> Branch {
        let blocks = &view.scene.blocks;
        let best = view.scene.best..view.page.end.get(view.scene.best as usize).copied().unwrap_or(0);
        let from = title.unwrap_or(0);
        let first = (from..blocks.len()).find(|&at| blocks[at].counts.is_running());
        let first = first.or_else(|| (0..blocks.len()).find(|&at| best.contains(&blocks[at].start)));
        Branch { anchor: first.map(|at| blocks[at].start) }
    }

    #[inline(never)]
    pub(super) fn put(&self, view: View<'_>, series: &Series, at: usize, sink: &mut impl Sink) {
        let View { page, sums, scene, .. } = view;
        let start = scene.blocks[at].start;
        let anchor = self.anchor.unwrap_or(start);
        let (own, other, levels) = branches(view, start, anchor);
        let (counts, main) = (sums.subtree(page, own), sums.subtree(page, other));
        let cue = scene.cues[own as usize];
        sink.put("branch_levels", levels);
        sink.put("branch_len", log(counts.text.len));
        sink.put("branch_links", counts.link_density());
        sink.put("branch_ratio", log(counts.text.len) - log(main.text.len));
        sink.put("branch_main", log(main.text.len));
        sink.put("branch_long", ratio(counts.long_len, counts.text.len));
        sink.put("branch_sum", cue.sum);
        sink.put("branch_min", cue.min);
        sink.put("branch_controls", log(counts.controls));
        sink.put("branch_headings", log(counts.headings));
        sink.put("branch_images", log(counts.images));
        sink.put("branch_dates", log(series.dates_between(view, own, page.end[own as usize])));
    }
}

/// The children of the nearest common ancestor that hold a row and another, and how far the row is below.
fn branches(view: View<'_>, row: Row, other: Row) -> (Row, Row, f32) {
    let page = view.page;
    let (mut own, mut levels) = (row, 0.0);
    loop {
        let up = page.parent[own as usize];
        if up == own || (up..page.end[up as usize]).contains(&other) {
            break;
        }
        own = up;
        levels += 1.0;
    }
    let top = page.parent[own as usize];
    let mut branch = other;
    while page.parent[branch as usize] != top && branch != 0 {
        branch = page.parent[branch as usize];
    }
    if row == other || branch == 0 {
        return (own, own, levels);
    }
    (own, branch, levels)
}
