//! Which blocks of a page are in its truth: alignment of the truth's text to the blocks.

use crate::corpus::Truth;
use dehusk::text;
use std::collections::{HashMap, HashSet};

/// Tokens that make a shingle; the same as the measuring scripts use.
const SHINGLE: usize = 4;
/// Tokens from which a block is aligned by its shingles.
const LONG: usize = SHINGLE + 2;

/// What training is told of one block.
#[derive(Clone, Copy, Debug, Default)]
pub struct Label {
    /// Share of the block that is in the truth, 0…1.
    pub share: f32,
    /// 0: not known, or a copy of a block already counted.
    pub known: f32,
}

/// Labels for blocks' texts, in document order.
pub fn labels(truth: &Truth, blocks: &[&str]) -> Vec<Label> {
    match &truth.text {
        Some(text) => by_text(text, blocks),
        None => by_parts(truth, blocks),
    }
}

fn tokens(text: &str) -> Vec<u32> {
    text::words(text).collect()
}

/// Long blocks by their shingles, then short ones by their very tokens, nearest to the long ones
/// first; each uses up words of the truth, so that copies elsewhere on the page find none left.
fn by_text(truth: &str, blocks: &[&str]) -> Vec<Label> {
    let truth = tokens(truth);
    let blocks: Vec<Vec<u32>> = blocks.iter().map(|block| tokens(block)).collect();
    let mut left: HashMap<u32, i32> = HashMap::new();
    for &token in &truth {
        *left.entry(token).or_default() += 1;
    }
    let mut labels = vec![Label { share: 0.0, known: 1.0 }; blocks.len()];
    long_blocks(&truth, &blocks, &mut left, &mut labels);
    short_blocks(&truth, &blocks, &mut left, &mut labels);
    labels
}

/// Tokens of `block` that the truth still has.
fn available(block: &[u32], left: &HashMap<u32, i32>) -> usize {
    let mut own: HashMap<u32, i32> = HashMap::new();
    block
        .iter()
        .filter(|token| {
            let used = own.entry(**token).or_default();
            *used += 1;
            left.get(token).copied().unwrap_or(0) >= *used
        })
        .count()
}

fn use_up(block: &[u32], left: &mut HashMap<u32, i32>) {
    for token in block {
        if let Some(count) = left.get_mut(token) {
            *count -= 1;
        }
    }
}

fn long_blocks(truth: &[u32], blocks: &[Vec<u32>], left: &mut HashMap<u32, i32>, labels: &mut [Label]) {
    let shingles: HashSet<&[u32]> = truth.windows(SHINGLE).collect();
    for (at, block) in blocks.iter().enumerate() {
        if block.len() < LONG {
            continue;
        }
        let mut covered = vec![false; block.len()];
        for (offset, shingle) in block.windows(SHINGLE).enumerate() {
            if shingles.contains(shingle) {
                covered[offset..offset + SHINGLE].iter_mut().for_each(|c| *c = true);
            }
        }
        let share = covered.iter().filter(|&&c| c).count() as f32 / block.len() as f32;
        labels[at].share = share;
        if share < 0.5 {
            continue;
        }
        let inside: Vec<u32> = block.iter().zip(&covered).filter(|(_, &c)| c).map(|(&token, _)| token).collect();
        if available(&inside, left) * 2 < inside.len() {
            labels[at].known = 0.0;
            continue;
        }
        use_up(&inside, left);
    }
}

fn short_blocks(truth: &[u32], blocks: &[Vec<u32>], left: &mut HashMap<u32, i32>, labels: &mut [Label]) {
    /// Blocks between a short block and an aligned long one that still make them neighbours.
    const NEAR: usize = 15;
    let mut starts: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, &token) in truth.iter().enumerate() {
        starts.entry(token).or_default().push(at);
    }
    let kept: Vec<usize> = (0..blocks.len()).filter(|&at| labels[at].share >= 0.5 && labels[at].known > 0.0).collect();
    let distance = |at: usize| {
        let next = kept.partition_point(|&other| other < at);
        let after = kept.get(next).map_or(usize::MAX, |&other| other - at);
        let before = next.checked_sub(1).map_or(usize::MAX, |before| at - kept[before]);
        after.min(before)
    };
    let mut order: Vec<(usize, usize)> = (0..blocks.len())
        .filter(|&at| !blocks[at].is_empty() && blocks[at].len() < LONG)
        .map(|at| (distance(at), at))
        .collect();
    order.sort_unstable();
    for (distance, at) in order {
        let block = &blocks[at];
        let stands =
            starts.get(&block[0]).is_some_and(|places| places.iter().any(|&place| truth[place..].starts_with(block)));
        if !stands {
            continue;
        }
        if available(block, left) == block.len() {
            use_up(block, left);
            labels[at].share = 1.0;
        } else if distance <= NEAR {
            labels[at].known = 0.0;
        }
    }
}

/// Snippets that must or must not be in the text; other blocks are not known.
fn by_parts(truth: &Truth, blocks: &[&str]) -> Vec<Label> {
    let with: Vec<Vec<u32>> = truth.with_parts.iter().map(|part| tokens(part)).collect();
    let without: Vec<Vec<u32>> = truth.without_parts.iter().map(|part| tokens(part)).collect();
    let holds = |block: &[u32], parts: &[Vec<u32>]| {
        parts.iter().any(|part| {
            !part.is_empty()
                && (block.windows(part.len()).any(|window| window == part)
                    || (block.len() >= 3 && part.windows(block.len()).any(|window| window == block)))
        })
    };
    blocks
        .iter()
        .map(|block| {
            let block = tokens(block);
            match (holds(&block, &with), holds(&block, &without)) {
                (true, false) => Label { share: 1.0, known: 1.0 },
                (false, true) => Label { share: 0.0, known: 1.0 },
                _ => Label::default(),
            }
        })
        .collect()
}
