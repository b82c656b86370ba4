//! A text block as numbers: what the extraction model sees. Training and reading run this same code.
//!
//! Every feature is put under its name into a [`Sink`]; order and names make the schema that
//! generated weights are checked against.

mod around;
mod best;
mod branch;
mod heading;
mod own;
mod series;
mod share;
mod whole;

use crate::cue::Table;
use crate::head::Head;
use crate::model;
use crate::page::Page;
use crate::scene::Scene;
use crate::sums::Sums;
use crate::text;

/// Takes features one by one, in a fixed order.
pub trait Sink {
    /// One feature. The name says what it is; lengths are weighted characters ([`crate::text::WIDE`]).
    fn put(&mut self, name: &'static str, value: f32);
}

/// Keeps the values.
impl Sink for model::Numbers {
    // Inlined, so that names nobody reads are not in the program.
    #[inline(always)]
    fn put(&mut self, _: &'static str, value: f32) {
        self.push(value);
    }
}

/// Keeps the values of many rows, for training.
impl Sink for Vec<f32> {
    fn put(&mut self, _: &'static str, value: f32) {
        self.push(value);
    }
}

/// Keeps the names.
impl Sink for Vec<&'static str> {
    fn put(&mut self, name: &'static str, _: f32) {
        self.push(name);
    }
}

/// Everything a feature may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// Its own statements.
    pub head: &'a Head,
    /// Learned log-odds of words in short blocks.
    pub words: Table<'a>,
}

/// One row of features per block, one after the other.
#[derive(Debug, Default)]
pub struct Matrix {
    /// Features per block.
    pub width: usize,
    /// `blocks × width` values.
    pub values: Vec<f32>,
    /// The page's own features, with their names.
    pub page: Vec<(&'static str, f32)>,
}

impl Matrix {
    /// The features of a block.
    #[must_use]
    pub fn row(&self, block: usize) -> &[f32] {
        &self.values[block * self.width..(block + 1) * self.width]
    }

    /// The features of all blocks in order.
    pub fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact(self.width.max(1))
    }
}

/// Features of all blocks of a page.
#[must_use]
pub fn matrix(view: View<'_>) -> Matrix {
    let mut matrix = Matrix::default();
    matrix.page = each(view, |row| {
        matrix.values.extend_from_slice(row.values());
        matrix.width = row.values().len();
    });
    matrix
}

/// Shows the features of each block in order, and gives the page's own: a page of many blocks need not hold them all.
pub fn each(view: View<'_>, mut look: impl FnMut(&model::Numbers)) -> Vec<(&'static str, f32)> {
    let series = series::Series::of(view);
    let page = whole::Whole::of(view, &series);
    let around = around::Around::of(view);
    let branch = branch::Branch::of(view, around.title);
    let mut row = model::Numbers::default();
    for block in 0..view.scene.blocks.len() {
        row.clear();
        put_all(view, &page, &around, (&series, &branch), block, &mut row);
        look(&row);
    }
    page.values
}

#[inline(never)]
fn put_all(
    view: View<'_>,
    page: &whole::Whole,
    around: &around::Around,
    (series, branch): (&series::Series, &branch::Branch),
    block: usize,
    sink: &mut impl Sink,
) {
    own::put(view, block, sink);
    around.put(view, block, sink);
    best::put(view, block, sink);
    page.put(view, block, sink);
    branch.put(view, series, block, sink);
}

/// Calls `look` with the smallest page there is: for the names of features.
pub(crate) fn on_a_small_page(look: impl FnOnce(View<'_>)) {
    let mut builder = crate::page::Builder::new(crate::options::Limits::default());
    builder.open(crate::tag::Tag::Html, 0);
    builder.open(crate::tag::Tag::Body, 0);
    builder.text("x");
    let page = builder.finish();
    let sums = Sums::of(&page, None);
    let scene = Scene::of(&page, &sums, Table::NONE);
    let head = Head::default();
    look(View { page: &page, sums: &sums, scene: &scene, head: &head, words: Table::NONE });
}

/// Names of the features, in order.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let mut names = Vec::new();
    on_a_small_page(|view| {
        let series = series::Series::of(view);
        let (page, around) = (whole::Whole::of(view, &series), around::Around::of(view));
        put_all(view, &page, &around, (&series, &branch::Branch::of(view, around.title)), 0, &mut names);
    });
    names
}

/// Hash of the feature names: weights made for other features do not fit.
#[must_use]
pub fn schema() -> u32 {
    text::hash(&names().join(" "))
}

/// Logarithm of a count, 0 for 0.
pub(crate) fn log(count: u32) -> f32 {
    (count as f32).ln_1p()
}

/// 1 or 0.
pub(crate) fn bit(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
