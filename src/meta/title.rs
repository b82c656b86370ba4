//! The article's title: of all headings and statements, and their parts, the one most like a title
//! by a few small trees. What the page does not bear out never takes part.

pub mod candidate;
pub mod feature;
#[rustfmt::skip]
mod weights;

use super::evidence::Evidence;
use super::hijack;
use super::view::View;
use super::zone;
use super::Origin;
use crate::page::Row;
use candidate::{Candidate, Ref};

/// The title and how it was found.
#[derive(Debug, Default)]
pub struct Title {
    /// Empty if none.
    pub text: String,
    /// Where it was read.
    pub origin: Option<Origin>,
    /// The element it was read from, or that says the same.
    pub row: Option<Row>,
    /// The page's `title` is spam, or spam was put in front of or behind it.
    pub hijacked: bool,
}

/// Statements and candidates without what is judged spam.
#[inline(never)]
pub fn considered(view: &View<'_>, evidence: &Evidence<'_>, sites: &[String]) -> (Vec<Ref>, Vec<Candidate>, bool) {
    let judged = hijack::judge(view, evidence, candidate::refs(view));
    let mut candidates = candidate::candidates(view, evidence, &judged.refs, sites);
    if !judged.spam.is_empty() {
        let like_spam = |key: &str| {
            judged
                .spam
                .iter()
                .any(|spam| spam.chars().count() >= 4 && (key.contains(spam.as_str()) || spam.contains(key)))
        };
        candidates.retain(|candidate| !like_spam(&candidate.key) && !evidence.support(&candidate.text).is_weak());
    }
    (judged.refs, candidates, judged.hijacked)
}

/// Reads the title.
#[inline(never)]
pub fn read(view: &View<'_>, evidence: &Evidence<'_>, sites: &[String]) -> Title {
    let (refs, candidates, hijacked) = considered(view, evidence, sites);
    let features = feature::features(view, evidence, &refs, sites, &candidates);
    let mut best: Option<(f32, &Candidate)> = None;
    for (candidate, row) in candidates.iter().zip(&features) {
        let score = weights::FOREST.probability(&row[..].into());
        if best.is_none_or(|best| score > best.0) {
            best = Some((score, candidate));
        }
    }
    let Some((_, best)) = best else { return above_article(view, evidence, hijacked) };
    let row = best.row.or_else(|| {
        candidates.iter().find(|other| other.key == best.key && other.row.is_some()).and_then(|other| other.row)
    });
    Title { text: best.text.clone(), origin: Some(best.origin), row, hijacked }
}

/// The nearest short line above the article's text that the text bears out.
fn above_article(view: &View<'_>, evidence: &Evidence<'_>, hijacked: bool) -> Title {
    /// Lines looked at, and characters of the longest.
    const LINES: usize = 12;
    const LONGEST: usize = 100;
    let none = Title { hijacked, ..Title::default() };
    let Some(first) = view.content.first() else { return none };
    let start = view.line_at(first.0).min(view.lines.len().saturating_sub(1));
    for line in (start.saturating_sub(LINES)..=start).rev() {
        let Some(block) = view.lines.get(line) else { continue };
        let text = view.line(line);
        let support = evidence.support(&text);
        let short = text.chars().count() <= LONGEST && !text.ends_with(['。', '.', '，', ',']);
        if view.zone(block.start) & zone::FURNITURE == 0 && support.tokens >= 4 && support.body >= 0.7 && short {
            return Title { text, origin: Some(Origin::Dom), row: Some(block.start), hijacked };
        }
    }
    none
}
