//! What kind of page it is, and whether a person would want a reader view of it: small forests over
//! the page's own features and sums of the block scores.

pub mod notice;
pub mod thread;

use crate::features::{self, Sink, View};
use crate::model::{Forest, Numbers};
use crate::scene::{inside, Scene};
use crate::select;
use crate::sums::{ratio, Counts};
use crate::weights::kind as weights;

/// Kinds that are learned.
pub const KINDS: usize = 6;
/// Their names, in the order of the learned columns.
pub const NAMES: [&str; KINDS] = ["article", "forum", "documentation", "product", "listing", "service"];
/// Which of them are the article and the thread.
const ARTICLE: usize = 0;
const FORUM: usize = 1;
/// A page that fits none of them.
pub const OTHER: &str = "other";

/// What training found.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// Probability to be of a kind and no other.
    pub kinds: [&'a Forest; KINDS],
    /// Probability to be something to read.
    pub readable: &'a Forest,
}

impl Model<'static> {
    /// The model that ships.
    #[must_use]
    pub fn shipped() -> Self {
        Model {
            kinds: [
                &weights::KIND0,
                &weights::KIND1,
                &weights::KIND2,
                &weights::KIND3,
                &weights::KIND4,
                &weights::KIND5,
            ],
            readable: &weights::READABLE,
        }
    }
}

/// What the page is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// One of [`NAMES`], or [`OTHER`].
    pub name: &'static str,
    /// Probability that a person would want a reader view, 0…1.
    pub readable: f32,
    /// Probability to be a thread of posts, 0…1.
    pub thread: f32,
    /// Probability to be an article, 0…1.
    pub article: f32,
}

/// Probability from which a page is readable: where articles, threads and documentation nearly all
/// pass (`docs/MODEL.md`).
const READABLE: f32 = 0.6;

impl Kind {
    /// Whether a person would want a reader view.
    #[must_use]
    pub fn is_readable(self) -> bool {
        self.readable >= READABLE
    }
}

/// What is more likely an article where a page is running text and little else.
const RUNNING: f32 = 2.0;
/// Probability below which a page is of no known kind.
const UNSURE: f32 = 0.3;

/// Judges a page by its features. `page` are those of [`features::Matrix::page`], `scores` the blocks'.
#[must_use]
pub fn kind(view: View<'_>, page: &[(&'static str, f32)], scores: &[f32], model: &Model<'_>) -> Kind {
    let choice = Choice::of(view.scene, scores);
    let mut row = Numbers::default();
    put(page, &choice, &mut row);
    let mut odds = model.kinds.map(|forest| forest.probability(&row));
    let article = odds[ARTICLE];
    if is_mostly_running(choice.running, choice.all) {
        odds[ARTICLE] *= RUNNING;
    }
    let all: f32 = odds.iter().sum();
    let best = (0..KINDS).max_by(|&a, &b| odds[a].total_cmp(&odds[b])).unwrap_or(0);
    let name = if odds[best] >= UNSURE * all.max(UNSURE) { NAMES[best] } else { OTHER };
    Kind { name, readable: model.readable.probability(&row), thread: odds[FORUM], article }
}

/// Puts everything the forests see.
fn put(page: &[(&'static str, f32)], choice: &Choice, sink: &mut impl Sink) {
    for &(name, value) in page {
        sink.put(name, value);
    }
    choice.put(sink);
}

/// What the blocks hold that would be kept.
#[derive(Default)]
struct Choice {
    expected: f32,
    /// Score of the surest block, and of all, by length.
    best: f32,
    sure: f32,
    kept: Counts,
    blocks: u32,
    /// Blocks of running text.
    long: u32,
    /// Lengths: in those, in lists, in code, in tables; of all blocks, kept or not.
    running: u32,
    listed: u32,
    coded: u32,
    tabled: u32,
    all: u32,
}

impl Choice {
    fn of(scene: &Scene, scores: &[f32]) -> Choice {
        let mut choice = Choice { expected: select::expected_f1(scene, scores), ..Choice::default() };
        for (block, &score) in scene.blocks.iter().zip(scores) {
            let len = block.counts.text.len;
            choice.all += len;
            choice.sure += score * len as f32;
            choice.best = choice.best.max(score);
            if score <= select::CUT * choice.expected {
                continue;
            }
            choice.kept = choice.kept + block.counts;
            choice.blocks += 1;
            if block.counts.is_running() {
                choice.running += len;
                choice.long += 1;
            }
            let bits = scene.inside[block.start as usize];
            choice.listed += if bits & inside::LIST != 0 { len } else { 0 };
            choice.coded += if bits & inside::PRE != 0 { len } else { 0 };
            choice.tabled += if bits & inside::TABLE != 0 { len } else { 0 };
        }
        choice
    }

    fn put(&self, sink: &mut impl Sink) {
        let text = self.kept.text;
        for (name, value) in [
            ("expected_f1", self.expected),
            ("best_score", self.best),
            ("sure_share", self.sure / self.all.max(1) as f32),
            ("kept_share", ratio(text.len, self.all)),
            ("kept_len", features::log(text.len)),
            ("kept_blocks", features::log(self.blocks)),
            ("kept_long", features::log(self.long)),
            ("kept_running", ratio(self.running, text.len)),
            ("kept_links", self.kept.link_density()),
            ("kept_listed", ratio(self.listed, text.len)),
            ("kept_coded", ratio(self.coded, text.len)),
            ("kept_tabled", ratio(self.tabled, text.len)),
            ("kept_stops", ratio(text.stops, text.words)),
            ("kept_digits", ratio(text.digits, text.len)),
            ("kept_capitals", ratio(text.capitals, text.words)),
            ("kept_block_len", features::log(text.len / self.blocks.max(1))),
        ] {
            sink.put(name, value);
        }
    }
}

/// Whether there is enough text for a view of its own; the forests saw no page with less.
#[must_use]
pub fn is_worth_a_view(scene: &Scene, kept: &[bool]) -> bool {
    /// Weighted characters: two sentences.
    const LEAST: u32 = 200;
    let texts = scene.blocks.iter().zip(kept).filter(|(_, &kept)| kept).map(|(block, _)| block.counts.text.len);
    texts.sum::<u32>() >= LEAST
}

/// A page that is running text and little else, however small: the forests learned from whole sites'
/// pages, with menus and pictures.
#[must_use]
pub fn is_running(scene: &Scene, kept: &[bool]) -> bool {
    let (mut running, mut all) = (0, 0);
    for (block, &kept) in scene.blocks.iter().zip(kept) {
        let len = block.counts.text.len;
        all += len;
        running += if kept && block.counts.is_running() { len } else { 0 };
    }
    is_mostly_running(running, all)
}

fn is_mostly_running(running: u32, all: u32) -> bool {
    /// Weighted characters that are worth a view of their own, and the share of the page's that runs on.
    const LEAST: u32 = 400;
    const SHARE: f32 = 0.85;
    running >= LEAST && ratio(running, all) >= SHARE
}

/// Names of the features, in order.
#[must_use]
pub fn feature_names() -> Vec<&'static str> {
    let mut names = Vec::new();
    features::on_a_small_page(|view| {
        let matrix = features::matrix(view);
        put(&matrix.page, &Choice::of(view.scene, &[0.0]), &mut names);
    });
    names
}
