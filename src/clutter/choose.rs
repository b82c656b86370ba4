//! Judged units → verdicts at one strictness. Strictness moves thresholds only, so what is hidden
//! grows with it.

use super::lexicon::about;
use super::plain::{self, Plain};
use super::reason::{self, View};
use super::{Category, Clutter, Unit};
use crate::hide::Verdict;
use crate::model::logistic;
use crate::options::Kind;
use crate::order;
use crate::page::{Page, Row};
use crate::scene::inside;
use crate::sums::{Counts, Sums};
use crate::tag::{Tag, BLOCK, MEDIA};

/// Probabilities from which a unit is hidden at strictness 0.5.
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// Outside the article, by category.
    pub out: [f32; 4],
    /// Between pieces of the article.
    pub zone: [f32; 4],
    /// The same where a rule agrees: its name, links or label say what it is.
    pub out_ruled: [f32; 4],
    /// In the article, where a rule agrees.
    pub zone_ruled: [f32; 4],
}

/// Set by cross-validation over sites (docs/MODEL.md).
pub const THRESHOLDS: Thresholds = Thresholds {
    out: [0.7, 0.2, 0.5, 0.5],
    zone: [0.9, 0.6, 0.8, 0.8],
    out_ruled: [0.07, 0.02, 0.05, 0.1],
    zone_ruled: [0.3, 0.15, 0.3, 0.3],
};

/// Change of the thresholds' log-odds from strictness 0.5 to 0 or 1.
const ODDS_RANGE: f32 = 2.0;

/// Probability from which a block that is clutter by a rule is hidden at strictness 0.5.
const PLAIN: f32 = 0.6;

/// Chooses. `allows` says whether a row may be hidden as a kind at all.
pub fn verdicts(
    view: View<'_>,
    thresholds: &Thresholds,
    strictness: f32,
    allows: &dyn Fn(Row, Kind) -> bool,
) -> Vec<Verdict> {
    let View { page, sums, clutter, .. } = view;
    let shift = (strictness - 0.5) * 2.0 * ODDS_RANGE;
    // A unit's log-odds above its threshold.
    let hideable =
        clutter.units.iter().filter(|unit| !in_sentence(clutter, page, sums, unit.row) && !is_way(view, unit));
    let judged = hideable.map(|unit| {
        let threshold = threshold(view, thresholds, unit);
        (unit.row, logit(unit.score) - logit(threshold), Choice::Judged(unit))
    });
    let plain = plain::units(view)
        .into_iter()
        .map(|plain| (plain.row, logit(plain.score) - logit(PLAIN), Choice::Plain(plain)));
    let choices: Vec<(Row, f32, Choice<'_>)> = judged.chain(plain).filter(|choice| choice.1 + shift >= 0.0).collect();
    let choices = order::sorted(choices, |choice| choice.0.into());
    let mut verdicts: Vec<Verdict> = Vec::new();
    let mut end = 0;
    for (row, above, choice) in choices {
        if row < end {
            continue;
        }
        let kind = match choice {
            Choice::Judged(unit) => reason::kind(view, unit),
            Choice::Plain(plain) => plain.kind,
        };
        if allows(row, kind) {
            end = page.end[row as usize];
            let grounds = reason::grounds(view, row, kind);
            verdicts.push(Verdict { row, kind, grounds, confidence: logistic(above + logit(0.75)) });
        }
    }
    collapse(page, sums, verdicts, allows)
}

/// What speaks for a row.
enum Choice<'a> {
    /// The model.
    Judged(&'a Unit),
    /// A rule.
    Plain(Plain),
}

fn threshold(view: View<'_>, thresholds: &Thresholds, unit: &Unit) -> f32 {
    let zone = view.clutter.in_zone(view.page, unit.row);
    let ruled = is_ruled(view, unit);
    let of = match (zone, ruled) {
        (false, false) => &thresholds.out,
        (true, false) => &thresholds.zone,
        (false, true) => &thresholds.out_ruled,
        (true, true) => &thresholds.zone_ruled,
    };
    of[unit.category as usize]
}

/// A link in a menu or footer is a way to a newsletter or a statement, not the thing.
fn is_way(view: View<'_>, unit: &Unit) -> bool {
    /// Links of a lone entry.
    const LINKS: u32 = 2;
    let counts = view.sums.subtree(view.page, unit.row);
    let menus = inside::NAV | inside::HEADER | inside::FOOTER | inside::LIST;
    let named = view.clutter.evidence.own[unit.row as usize].bits & about::COOKIE != 0;
    (unit.category == Category::Plea || unit.category == Category::Cookie && !named)
        && view.scene.inside[unit.row as usize] & menus != 0
        && (1..=LINKS).contains(&counts.links)
        && counts.controls == 0
        && counts.text.len == counts.link_len
}

/// Whether name, links or label say plainly what the unit is.
fn is_ruled(view: View<'_>, unit: &Unit) -> bool {
    let View { page, sums, clutter, .. } = view;
    let own = clutter.evidence.own[unit.row as usize];
    let tally = clutter.evidence.subtree(page, unit.row);
    let counts = sums.subtree(page, unit.row);
    match unit.category {
        Category::Ad => {
            own.bits & about::AD != 0
                || (tally.ad_labels > 0 && counts.text.len < 400)
                || tally.frames > 0 && tally.sized > 0
        }
        Category::Cookie => own.bits & about::COOKIE != 0,
        Category::Plea => tally.mails > 0 || own.bits & (about::LETTER | about::PLEA) != 0,
        Category::Social => {
            own.bits & about::SHARE != 0 || (tally.shares > 0 && u32::from(tally.shares) * 2 >= counts.links)
        }
    }
}

impl Clutter {
    /// Between pieces of the article: some of it before, some after.
    #[must_use]
    pub fn in_zone(&self, page: &Page, row: Row) -> bool {
        /// Share of the article's text that makes a piece: what the extraction may have got wrong.
        const PIECE: f32 = 0.03;
        let end = page.end[row as usize];
        self.mass.share(0, row) > PIECE && self.mass.share(end, page.len() as Row) > PIECE
    }
}

/// An inline element amid words of a sentence; or a long one amid the article.
fn in_sentence(clutter: &Clutter, page: &Page, sums: &Sums, row: Row) -> bool {
    /// Characters of other text in the parent, and of an inline element's own (findings: protection).
    const BESIDE: u32 = 30;
    const LONG: u32 = 40;
    let tag = page.tag[row as usize];
    if tag.is(BLOCK) || tag.is(MEDIA) || matches!(tag, Tag::Ins | Tag::Button | Tag::Other) {
        return false;
    }
    let own = sums.subtree(page, row);
    let up = sums.subtree(page, page.parent[row as usize]);
    let plain = |counts: Counts| counts.text.len - counts.link_len;
    plain(up) - plain(own) >= BESIDE || own.text.len >= LONG && clutter.in_zone(page, row)
}

/// A container left empty goes too.
fn collapse(page: &Page, sums: &Sums, verdicts: Vec<Verdict>, allows: &dyn Fn(Row, Kind) -> bool) -> Vec<Verdict> {
    /// Characters that may be left, and how many times as many must have gone (findings, section 3).
    const LEFT: u32 = 25;
    const TIMES: u32 = 2;
    let mut out: Vec<Verdict> = Vec::new();
    // Per verdict: what it and those before it hold.
    let mut gone = vec![Counts::default()];
    for mut verdict in verdicts {
        loop {
            let parent = page.parent[verdict.row as usize];
            let from = out.partition_point(|before| before.row < parent);
            // Verdicts come in document order: what goes within the parent is at the end of `out`.
            let hidden = sums.subtree(page, verdict.row) + (gone[out.len()] - gone[from]);
            let all = sums.subtree(page, parent);
            // Wrapping: what is hidden twice over counts as too much left, and the parent stays.
            let left = all.text.len.wrapping_sub(hidden.text.len);
            let bare =
                all.images == hidden.images && all.headings == hidden.headings && all.controls == hidden.controls;
            let something = hidden.text.len + hidden.images > 0;
            if !(left <= LEFT
                && hidden.text.len >= TIMES * left
                && bare
                && something
                && page.tag[parent as usize].is(BLOCK)
                && allows(parent, verdict.kind))
            {
                break;
            }
            out.truncate(from);
            gone.truncate(from + 1);
            verdict.row = parent;
        }
        gone.push(gone[out.len()] + sums.subtree(page, verdict.row));
        out.push(verdict);
    }
    out
}

fn logit(p: f32) -> f32 {
    (p / (1.0 - p)).ln()
}
