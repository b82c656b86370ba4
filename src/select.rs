//! Scores → body: which blocks are the page's main content. A stricter or softer choice is another
//! call on the same scores.

use crate::block::Block;
use crate::order;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::tag::Tag;
use crate::text;
use std::collections::HashMap;

/// The chosen blocks.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Per block: kept.
    pub kept: Vec<bool>,
    /// F1 the choice is expected to have, 0…1; an honest confidence (table in `docs/MODEL.md`).
    pub confidence: f32,
    /// Per row: injected text, left out of blocks that are kept.
    pub spam: Vec<bool>,
}

/// Share of the expected F1 below which a block is left out: the F1-optimal cut of calibrated
/// probabilities is half of the F1 it reaches.
pub(crate) const CUT: f32 = 0.5;
/// The same at strictness 0.5, by what is measured best: what is doubtful in an article is mostly beside it
/// (teasers, notices), what is doubtful elsewhere is mostly a part of many.
const ARTICLE_CUT: f32 = 0.55;
const OTHER_CUT: f32 = 0.4;
/// How far strictness moves the cut to either side.
const CUT_RANGE: f32 = 0.6;
/// Pages whose choice is expected to be worse than this have nothing to read: next to all of them empty
/// shells in the measured corpus.
const NOTHING: f32 = 0.25;

/// Share of the expected F1 below which a block is left out. `article`: probability that the page is one.
#[must_use]
pub fn cut(article: f32, strictness: f32) -> f32 {
    OTHER_CUT + (ARTICLE_CUT - OTHER_CUT) * article + (strictness - 0.5) * CUT_RANGE
}

/// Chooses the blocks. `spam` says which rows are injected, `cut` is from [`cut`].
#[must_use]
#[inline(never)]
pub fn body(page: &Page, scene: &Scene, scores: &[f32], spam: Vec<bool>, cut: f32) -> Body {
    let confidence = expected_f1(scene, scores);
    let cut = cut * confidence;
    let mut kept: Vec<bool> = scores
        .iter()
        .zip(&scene.blocks)
        .map(|(&score, block)| confidence >= NOTHING && score > cut && !is_injected(page, block, &spam))
        .collect();
    drop_copies(page, scene, &mut kept);
    Body { kept, confidence, spam }
}

/// Whether nothing of a block is left without what is injected.
fn is_injected(page: &Page, block: &Block, spam: &[bool]) -> bool {
    let mut texts = (block.start..block.end).filter(|&row| page.tag[row as usize] == Tag::Text);
    texts.all(|row| spam[row as usize] || page.text_between(row, row + 1).trim().is_empty())
}

/// The greatest F1 that keeping the k surest blocks can be expected to have, if the scores are
/// probabilities (Lipton et al. 2014, “Optimal thresholding of classifiers to maximize F1”).
pub(crate) fn expected_f1(scene: &Scene, scores: &[f32]) -> f32 {
    let order = order::by_key(scores.iter().map(|&score| (!order::rising(score)).into()));
    let words = |block: usize| scene.blocks[block].counts.text.words.max(1) as f32;
    let all: f32 = order.iter().map(|&block| scores[block as usize] * words(block as usize)).sum();
    let (mut right, mut kept, mut best) = (0.0, 0.0, 0.0f32);
    for block in order.into_iter().map(|block| block as usize) {
        right += scores[block] * words(block);
        kept += words(block);
        best = best.max(2.0 * right / (kept + all));
    }
    best
}

/// A text seen before is a copy (a quote of the post above, a second rendering for phones), unless it
/// stands in the same list or table. Findings/page-kinds: +.006 F1, forums +.029.
fn drop_copies(page: &Page, scene: &Scene, kept: &mut [bool]) {
    /// Shorter texts repeat for good reasons.
    const WORDS: u32 = 3;
    let mut seen: HashMap<u64, Row> = HashMap::new();
    for (at, block) in scene.blocks.iter().enumerate() {
        if !kept[at] || block.counts.text.words < WORDS {
            continue;
        }
        let parent = page.parent[block.host as usize];
        let key = text::words(scene.block_text(page, at))
            .fold(0u64, |key, word| key.rotate_left(5) ^ u64::from(word).wrapping_mul(0x9e37_79b9));
        let first = *seen.entry(key).or_insert(parent);
        let is_code = scene.inside[block.start as usize] & crate::scene::inside::PRE != 0;
        if first != parent && !is_code {
            kept[at] = false;
        }
    }
}

impl Body {
    /// Leaves out the lines above the running text that only state what the metadata say (`stated`: rows
    /// the byline and the dates were read from), and the labels between them and the text.
    pub fn leave_out_stated(&mut self, page: &Page, scene: &Scene, stated: &[Row]) {
        /// Weighted length from which a block is running text, and up to which a line only states.
        const RUNNING: u32 = 120;
        const LINE: u32 = 160;
        const LABEL: u32 = 45;
        let is_kept = |at: &usize| self.kept[*at];
        let first = (0..self.kept.len())
            .filter(is_kept)
            .find(|&at| scene.blocks[at].counts.text.len >= RUNNING && scene.blocks[at].counts.text.ends > 0);
        let mut seen = false;
        for at in (0..first.unwrap_or(0)).filter(|&at| self.kept[at]).collect::<Vec<_>>() {
            let block = &scene.blocks[at];
            let text = block.counts.text;
            let states = text.len <= LINE && stated.iter().any(|row| (block.start..block.end).contains(row));
            let label =
                seen && text.len <= LABEL && text.ends == 0 && page.tag[block.host as usize].heading_level() == 0;
            seen |= states;
            if states || label {
                self.kept[at] = false;
            }
        }
    }

    /// Leaves out what is hidden on the page (`hidden`: roots of subtrees, in document order): an article
    /// holds no more than the cleaned page.
    pub fn leave_out_hidden(&mut self, page: &Page, scene: &Scene, hidden: impl Iterator<Item = Row>) {
        let mut at = 0;
        for root in hidden {
            at += scene.blocks[at..].partition_point(|block| block.start < root);
            let past = at + scene.blocks[at..].partition_point(|block| block.start < page.end[root as usize]);
            self.kept[at..past].fill(false);
            at = past;
        }
    }

    /// The kept blocks as row ranges, in document order.
    #[must_use]
    pub fn ranges(&self, scene: &Scene) -> Vec<(Row, Row)> {
        scene
            .blocks
            .iter()
            .zip(&self.kept)
            .filter(|(_, &kept)| kept)
            .map(|(block, _)| (block.start, block.end))
            .collect()
    }

    /// Nothing was chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.kept.contains(&true)
    }
}
