//! Readers' comments: the main content of a thread, and of next to no other page (measured: of 81 articles
//! with comments two; of 57 threads with what is named so 38).

use super::Kind;
use crate::block::Block;
use crate::scene::{inside, Scene};

/// Probability to be a thread below which comments are no content. Low, because a thread without its
/// answers loses more than an article with comments.
const THREAD: f32 = 0.3;
/// Words that are expected to be content besides the comments; where there are less, the comments are the page.
const LEAST: f32 = 30.0;

/// Takes the scores of what is named comments, unless the page may be a thread.
pub fn without_comments(scene: &Scene, kind: Kind, scores: &mut [f32]) {
    let is_comment = |block: &Block| scene.inside[block.start as usize] & inside::COMMENTS != 0;
    let sure = |(block, &score): (&Block, &f32)| if score > 0.5 { score * block.counts.text.words as f32 } else { 0.0 };
    let beside: f32 = scene.blocks.iter().zip(&*scores).filter(|(block, _)| !is_comment(block)).map(sure).sum();
    if kind.thread >= THREAD || beside < LEAST {
        return;
    }
    for (block, score) in scene.blocks.iter().zip(scores) {
        if is_comment(block) {
            *score = 0.0;
        }
    }
}
