//! Why each text block was kept or left out: for people who mend the model, and for the demo site.

use crate::article::path;
use crate::bare;
use crate::features;
use crate::judge::{self, Judged};
use crate::options::Options;
use crate::text;
use crate::weights::content;
use serde::Serialize;

/// A page, explained.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// What kind of page.
    pub kind: &'static str,
    /// Probability that a person would want a reader view, 0…1.
    pub readable: f32,
    /// Expected F1 of the choice, 0…1.
    pub confidence: f32,
    /// Score above which a block is kept.
    pub cut: f32,
    /// All text blocks in document order.
    pub blocks: Vec<Block>,
}

/// One text block.
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// Start of its text.
    pub text: String,
    /// Its element in the parsed tree.
    pub path: String,
    /// Probability to be main content, 0…1.
    pub score: f32,
    /// It is written.
    pub kept: bool,
    /// What mattered most, strongest first.
    pub reasons: Vec<Reason>,
}

/// One feature's part in a score.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// The feature.
    pub name: &'static str,
    /// Its value.
    pub value: f32,
    /// What it adds to the log-odds.
    pub weight: f32,
}

/// Characters of text shown, and reasons.
const SHOWN: usize = 80;
const REASONS: usize = 5;

/// Explains a judged page.
#[must_use]
pub fn explain(judged: &Judged, options: &Options) -> Explanation {
    let strictness = options.strictness as f32;
    let body = judged.body(strictness);
    let (matrix, found) = bare::without(judged.view(), &judged.spam_rows(judge::BALANCED), features::matrix);
    let names = features::names();
    let kind = judged.kind;
    let blocks = judged
        .scene
        .blocks
        .iter()
        .zip(found)
        .enumerate()
        .map(|(at, (block, found))| {
            let row = found.map(|found| matrix.row(found));
            let parts = row.map_or_else(Vec::new, |row| content::FOREST.why(row));
            let row = row.unwrap_or_default();
            let mut order: Vec<usize> = (0..parts.len()).filter(|&at| parts[at] != 0.0).collect();
            order.sort_by(|&a, &b| parts[b].abs().total_cmp(&parts[a].abs()));
            let reason = |&at: &usize| Reason { name: names[at], value: row[at], weight: parts[at] };
            let shown = text::collapse(judged.scene.block_text(&judged.page, at));
            Block {
                text: shown.chars().take(SHOWN).collect(),
                path: path(&judged.page, block.host),
                score: judged.scores[at],
                kept: body.kept[at],
                reasons: order.iter().take(REASONS).map(reason).collect(),
            }
        })
        .collect();
    Explanation {
        kind: kind.name,
        readable: kind.readable,
        confidence: body.confidence,
        cut: judged.cut(strictness) * body.confidence,
        blocks,
    }
}
