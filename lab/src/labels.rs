//! Which blocks of a page are in its truth: alignment of the truth's text to the blocks.

use crate::corpus::Truth;
use dehusk::text;
use std::collections::HashMap;

/// Tokens that make a shingle; the same as the measuring scripts use.
const SHINGLE: usize = 4;

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

/// Long blocks by their shingles; short ones only beside what is already aligned.
fn by_text(truth: &str, blocks: &[&str]) -> Vec<Label> {
    let truth = tokens(truth);
    let blocks: Vec<Vec<u32>> = blocks.iter().map(|block| tokens(block)).collect();
    let mut places: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for (at, shingle) in truth.windows(SHINGLE).enumerate() {
        places.entry(shingle).or_default().push(at);
    }
    let mut labels = vec![Label { share: 0.0, known: 1.0 }; blocks.len()];
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; blocks.len()];
    let mut taken = vec![false; truth.len()];
    let mut expected = 0;
    for (at, block) in blocks.iter().enumerate() {
        if block.len() < SHINGLE + 2 {
            continue;
        }
        let mut covered = vec![false; block.len()];
        let mut hits = Vec::new();
        for (offset, shingle) in block.windows(SHINGLE).enumerate() {
            if let Some(found) = places.get(shingle) {
                covered[offset..offset + SHINGLE].iter_mut().for_each(|c| *c = true);
                let near = found.iter().min_by_key(|&&place| place.abs_diff(expected + offset)).copied().unwrap_or(0);
                hits.push(near);
            }
        }
        let share = covered.iter().filter(|&&c| c).count() as f32 / block.len() as f32;
        labels[at].share = share;
        if share < 0.5 || hits.is_empty() {
            continue;
        }
        let (from, to) = (hits[0].min(hits[hits.len() - 1]), (hits[hits.len() - 1].max(hits[0]) + SHINGLE).min(truth.len()));
        let fresh = taken[from..to].iter().filter(|&&t| !t).count();
        if fresh * 2 < to - from {
            labels[at].known = 0.0;
            continue;
        }
        taken[from..to].iter_mut().for_each(|t| *t = true);
        spans[at] = Some((from, to));
        expected = to;
    }
    short_blocks(&truth, &blocks, &spans, &mut taken, &mut labels);
    labels
}

/// A short block is in the truth if its very tokens stand there, not yet taken, near where its
/// neighbours were found; anywhere, if the page has no aligned neighbour.
fn short_blocks(truth: &[u32], blocks: &[Vec<u32>], spans: &[Option<(usize, usize)>], taken: &mut [bool], labels: &mut [Label]) {
    /// Truth tokens a short block may stand away from its neighbours' places.
    const SLACK: usize = 60;
    let mut next = vec![None; blocks.len() + 1];
    for at in (0..blocks.len()).rev() {
        next[at] = spans[at].map(|span| span.0).or(next[at + 1]);
    }
    let any = spans.iter().any(Option::is_some);
    let mut last = None;
    for (at, block) in blocks.iter().enumerate() {
        if let Some(span) = spans[at] {
            last = Some(span.1);
        }
        if block.len() >= SHINGLE + 2 || block.is_empty() || block.len() > truth.len() {
            continue;
        }
        let from = last.map_or(0, |last| last.saturating_sub(2));
        let to = match (last, next[at]) {
            (_, Some(next)) => next + 2,
            (Some(last), None) => last + SLACK,
            (None, None) => truth.len(),
        };
        let (from, to) = if any { (from.max(to.saturating_sub(SLACK + from.abs_diff(to).min(400))), to.min(truth.len())) } else { (0, truth.len()) };
        let found = (from..(to + 1).saturating_sub(block.len()))
            .find(|&place| truth[place..].starts_with(block) && !taken[place..place + block.len()].iter().any(|&t| t));
        if let Some(place) = found {
            taken[place..place + block.len()].iter_mut().for_each(|t| *t = true);
            labels[at].share = 1.0;
            last = Some(place + block.len());
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
