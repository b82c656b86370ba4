//! Injected spam, judged piece by piece (one text node each) by a model, then grown to its neighbours
//! and gathered into whole elements.

pub mod evidence;
pub mod features;
pub mod link;
mod script;

use crate::head::Head;
use crate::hide::Verdict;
use crate::model::Numbers;
use crate::options::Kind;
use crate::page::{Page, Row};
use crate::reason::Ground;
use crate::scene::Scene;
use crate::sums::{Counts, Sums};
use crate::tag::Tag;
use crate::weights::spam as weights;
use evidence::Evidence;
use features::{View, Whole};

/// The judgement of a page's pieces.
pub struct Spam {
    evidence: Evidence,
    /// Per piece: probability to be injected.
    scores: Vec<f32>,
}

impl std::fmt::Debug for Spam {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spam").field("scores", &self.scores).finish_non_exhaustive()
    }
}

/// Probability from which a piece is spam by itself, at strictness 0.5. Set by the share of clean pages
/// with a cut (docs/MODEL.md); strictness moves the odds.
const SEED: f32 = 0.96;
/// The same on a page that has such a piece: what was broken into once mostly holds more of it.
const MORE: f32 = 0.765;
/// The same beside spam.
const NEAR: f32 = 0.21;
/// Change of the log-odds of both thresholds from strictness 0.5 to 0 or 1.
const ODDS_RANGE: f32 = 1.5;
/// Probability by the screen below which a piece is not looked at further (measured: 0.4 % of injected
/// pieces, 73 % of genuine ones).
const CLEARED: f32 = 0.01;
/// Pieces that spam reaches over.
const GAP: usize = 3;
/// Levels up to the container that two pieces beside each other share.
pub const LEVELS: usize = 4;

impl Spam {
    /// Judges the page once.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, scene: &Scene, head: &Head) -> Spam {
        let evidence = Evidence::of(page, sums, weights::WORDS);
        let view = View { page, sums, scene, head, evidence: &evidence };
        let whole = Whole::of(view);
        let mut row = Numbers::default();
        let scores = (0..evidence.pieces.len())
            .map(|piece| {
                row.clear();
                features::screen(view, piece, &mut row);
                if weights::SCREEN.probability(&row) < CLEARED {
                    return 0.0;
                }
                features::rest(view, &whole, piece, &mut row);
                weights::FOREST.probability(&row)
            })
            .collect();
        Spam { evidence, scores }
    }

    /// Per row: a piece to be cut. What is cut at one strictness is cut at any greater one.
    #[must_use]
    #[inline(never)]
    pub fn cut(&self, page: &Page, sums: &Sums, strictness: f32) -> Vec<bool> {
        /// Steps of strictness that are told apart.
        const STEPS: f32 = 20.0;
        let mut rows = vec![false; page.len()];
        let mut step = (strictness.clamp(0.0, 1.0) * STEPS).round();
        while step >= 0.0 {
            let cut = self.pieces(page, step / STEPS);
            if !self.is_too_much(sums, &cut) {
                for (&row, cut) in self.evidence.pieces.iter().zip(cut) {
                    rows[row as usize] = cut;
                }
                // What is left in an element that goes, separators, goes with it.
                for root in roots(page, sums, &rows) {
                    rows[root as usize..page.end[root as usize] as usize].fill(true);
                }
                break;
            }
            step -= 1.0;
        }
        rows
    }

    /// Per piece: to be cut.
    #[inline(never)]
    fn pieces(&self, page: &Page, strictness: f32) -> Vec<bool> {
        let shift = (strictness - 0.5) * 2.0 * ODDS_RANGE;
        let [seed, more, near] = [SEED, MORE, NEAR].map(|threshold| moved(threshold, -shift));
        if !self.scores.iter().any(|&score| score >= seed) {
            return vec![false; self.scores.len()];
        }
        let mut cut: Vec<bool> = self.scores.iter().map(|&score| score >= more).collect();
        self.grow(page, &mut cut, near);
        cut
    }

    /// Whether more of the page's running text would go than can be injected.
    fn is_too_much(&self, sums: &Sums, cut: &[bool]) -> bool {
        /// Share of the page's running text that cannot all be injected.
        const TOO_MUCH: f32 = 0.4;
        let (mut lost, mut all) = (0, 0);
        for (&row, &cut) in self.evidence.pieces.iter().zip(cut) {
            let long = sums.between(row, row + 1).long_len;
            all += long;
            lost += if cut { long } else { 0 };
        }
        lost as f32 > TOO_MUCH * all as f32
    }

    /// Spam takes what lies beside it in the same small container and is likely enough.
    #[inline(never)]
    fn grow(&self, page: &Page, cut: &mut [bool], near: f32) {
        let (pieces, body) = (&self.evidence.pieces, page.body());
        let beside = |a: usize, b: usize| {
            let (a, b) = (pieces[a], pieces[b]);
            let small = page.ancestors(a).take(LEVELS).take_while(|&up| up > body);
            small.into_iter().any(|up| up <= b && b < page.end[up as usize])
        };
        for at in 0..cut.len() {
            let reached = |before: usize| cut[before] && beside(at, before);
            if !cut[at] && self.scores[at] >= near && (at.saturating_sub(GAP)..at).any(reached) {
                cut[at] = true;
            }
        }
        for at in (0..cut.len()).rev() {
            let reached = |after: usize| cut[after] && beside(at, after);
            if !cut[at] && self.scores[at] >= near && (at + 1..cut.len().min(at + 1 + GAP)).any(reached) {
                cut[at] = true;
            }
        }
    }

    /// The cut pieces gathered into maximal elements, each with its reason.
    #[must_use]
    #[inline(never)]
    pub fn verdicts(&self, page: &Page, sums: &Sums, cut: &[bool]) -> Vec<Verdict> {
        let mut verdicts: Vec<Verdict> =
            roots(page, sums, cut).into_iter().map(|row| self.verdict(page, row)).collect();
        self.give_reasons(page, sums, &mut verdicts);
        verdicts
    }

    /// Reasons are those of whole runs: loose links and separators side by side are one farm to a person.
    fn give_reasons(&self, page: &Page, sums: &Sums, verdicts: &mut [Verdict]) {
        let together = |a: &Verdict, b: &Verdict| {
            let (end, parent) = (page.end[a.row as usize], page.parent[a.row as usize]);
            parent == page.parent[b.row as usize] && sums.text_len(end, b.row) == 0
        };
        for run in verdicts.chunk_by_mut(together) {
            let (first, last) = (run[0].row, run[run.len() - 1].row);
            let grounds = self.grounds(page, sums, first, page.end[last as usize]);
            for verdict in run {
                verdict.grounds.clone_from(&grounds);
            }
        }
    }

    fn verdict(&self, page: &Page, row: Row) -> Verdict {
        let end = page.end[row as usize];
        let from = self.evidence.pieces.partition_point(|&piece| piece < row);
        let to = self.evidence.pieces.partition_point(|&piece| piece < end);
        let confidence = self.scores[from..to].iter().copied().fold(0.0, f32::max);
        Verdict { row, kind: Kind::Spam, grounds: Vec::new(), confidence }
    }

    /// What it is, and the strongest evidence against it.
    fn grounds(&self, page: &Page, sums: &Sums, row: Row, end: Row) -> Vec<Ground> {
        debug_assert!(end <= page.len() as Row);
        let (counts, tally) = (sums.between(row, end), self.evidence.between(row, end));
        let link = self.evidence.links.get(row);
        let mut grounds = vec![match counts.ext_links {
            0 if link.kind != 3 => Ground::Text,
            0 | 1 => Ground::Link,
            links => Ground::Links(links, tally.first.max(1)),
        }];
        if sums.is_hidden(row) || counts.hidden_len * 2 > counts.text.len {
            grounds.push(Ground::Hidden);
        }
        if tally.letters > 0 && tally.foreign * 2 > tally.letters {
            grounds.push(Ground::Foreign);
        }
        if grounds.len() == 1 {
            let unmentioned = tally.local * 10 > tally.words * 8;
            grounds.push(if unmentioned { Ground::Unmentioned } else { Ground::Unlike });
        }
        grounds
    }
}

/// Maximal elements and pieces that hold nothing but what is cut, in document order.
fn roots(page: &Page, sums: &Sums, cut: &[bool]) -> Vec<Row> {
    if !cut.contains(&true) {
        return Vec::new();
    }
    let mut lost = vec![Counts::default(); page.len() + 1];
    for row in 0..page.len() {
        let own = if cut[row] { sums.between(row as Row, row as Row + 1) } else { Counts::default() };
        lost[row + 1] = lost[row] + own;
    }
    let body = page.body();
    let mut roots = Vec::new();
    let mut row = body + 1;
    while row < page.end[body as usize] {
        let end = page.end[row as usize];
        let gone = lost[end as usize] - lost[row as usize];
        if gone.text.len == 0 {
            row = end;
        } else if cut[row as usize] || is_whole(page, sums, row, gone) {
            roots.push(row);
            row = end;
        } else {
            row += 1;
        }
    }
    roots
}

/// Whether all of an element is to go: at most a separator or a lead-in is left of it.
fn is_whole(page: &Page, sums: &Sums, row: Row, gone: Counts) -> bool {
    /// Weighted characters left over, and their least ratio to what goes.
    const REST: (u32, u32) = (20, 6);
    let counts = sums.subtree(page, row);
    let rest = counts.text.len - gone.text.len;
    let tag = page.tag[row as usize];
    !matches!(tag, Tag::Main | Tag::Article | Tag::Body)
        && (rest == 0 || (rest <= REST.0 && rest * REST.1 <= gone.text.len))
        && counts.images <= counts.links
        && counts.controls == 0
}

/// A probability with its log-odds moved.
fn moved(probability: f32, by: f32) -> f32 {
    crate::model::logistic((probability / (1.0 - probability)).ln() + by)
}
