//! What the article says twice, or only about itself: left out of the text, as it stands in the metadata.

use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::select::Body;
use crate::text::collapse;

/// Leaves out an abstract above the text that the text repeats word for word, and a last line that only names
/// the article's source (`source`: the row it was read from).
pub fn leave_out(page: &Page, scene: &Scene, body: &mut Body, source: Option<Row>) {
    /// Weighted length of the shortest abstract and of the longest line that only names a source.
    const ABSTRACT: u32 = 60;
    const LINE: u32 = 80;
    /// Kept blocks an abstract is among, and how many behind it may repeat it.
    const FIRST: usize = 3;
    const BEHIND: usize = 4;
    let kept: Vec<usize> = (0..body.kept.len()).filter(|&at| body.kept[at]).collect();
    let text = |at: usize| collapse(page.text_between(scene.blocks[at].start, scene.blocks[at].end));
    for (place, &at) in kept.iter().enumerate().take(FIRST) {
        let block = &scene.blocks[at];
        if block.counts.text.len < ABSTRACT || page.tag[block.host as usize].heading_level() > 0 {
            continue;
        }
        let behind = kept[place + 1..].iter().take(BEHIND);
        let longer: Vec<usize> =
            behind.copied().filter(|&later| scene.blocks[later].counts.text.len > block.counts.text.len).collect();
        if longer.is_empty() {
            continue;
        }
        let told = text(at);
        if longer.into_iter().any(|later| text(later).contains(told.as_str())) {
            body.kept[at] = false;
        }
    }
    let Some((&last, source)) = kept.last().zip(source) else { return };
    let block = &scene.blocks[last];
    if kept.len() > 1 && block.counts.text.len <= LINE && (block.start..block.end).contains(&source) {
        body.kept[last] = false;
    }
}
