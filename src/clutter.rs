//! Ads, consent notices, pleas and share bars: every element of the body that could be one is a unit,
//! described by numbers and judged by a small model. What is hidden at which strictness is a choice
//! on the judged units ([`choose`]).

pub mod choose;
pub mod evidence;
pub mod features;
pub mod lexicon;
pub mod mark;
pub mod plain;
pub mod reason;
pub mod social;
pub mod tally;
pub mod tokens;

use crate::hide::Mass;
use crate::model::{Forest, Numbers};
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::sums::Sums;
use crate::tag::{Tag, OPAQUE};
use crate::weights::clutter as weights;
use evidence::Evidence;
use features::{View, Whole};
use mark::{Table, CATEGORIES as KINDS};

/// What training found.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// Odds of names, addresses and words.
    pub table: Table<'a>,
    /// Clears most units by their first features.
    pub screen: &'a Forest,
    /// Probability to be clutter.
    pub forest: &'a Forest,
    /// For clutter: log-odds of each category against the others.
    pub kinds: [&'a Forest; KINDS],
}

impl Model<'static> {
    /// The model that ships.
    #[must_use]
    pub fn shipped() -> Self {
        Model {
            table: weights::TABLE,
            screen: &weights::SCREEN,
            forest: &weights::FOREST,
            kinds: [&weights::KIND0, &weights::KIND1, &weights::KIND2, &weights::KIND3],
        }
    }
}

/// What a unit is, in the order of the learned categories.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    /// Advertisements.
    Ad,
    /// Consent notices.
    Cookie,
    /// Pleas: subscribe, donate, install, switch off the blocker; teasers.
    Plea,
    /// Share and follow buttons.
    Social,
}

/// All categories.
pub const CATEGORIES: [Category; KINDS] = [Category::Ad, Category::Cookie, Category::Plea, Category::Social];

/// A unit that may be clutter.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// Root of the subtree.
    pub row: Row,
    /// Probability to be clutter, 0…1.
    pub score: f32,
    /// What it most likely is.
    pub category: Category,
}

/// A page's units, judged.
#[derive(Debug)]
pub struct Clutter {
    /// In document order.
    pub units: Vec<Unit>,
    /// What names and addresses say.
    pub evidence: Evidence<'static>,
    /// Where the article's text is.
    pub mass: Mass,
}

/// Probability by the screen below which a unit is not looked at further.
const CLEARED: f32 = 0.002;
/// Probability below which a unit is hidden at no strictness.
const LEAST: f32 = 0.01;

impl Clutter {
    /// Judges the page once. `scores` are the extraction model's, per block.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, scene: &Scene, scores: &[f32], model: &Model<'static>) -> Clutter {
        let evidence = Evidence::of(page, sums, model.table);
        let mass = Mass::of(page, sums, scene, scores);
        let view = View { page, sums, scene, evidence: &evidence, mass: &mass };
        let whole = Whole::of(view);
        let mut values = Numbers::default();
        let units = units(page)
            .filter(|&row| evidence.speaks(page, row))
            .filter_map(|row| {
                values.clear();
                features::screen(view, &whole, row, &mut values);
                if model.screen.probability(&values) < CLEARED {
                    return None;
                }
                features::speech(view, row, &mut values);
                let score = model.forest.probability(&values);
                if score < LEAST {
                    return None;
                }
                let likeness = model.kinds.map(|kind| kind.probability(&values));
                let best =
                    (1..CATEGORIES.len()).fold(0, |best, at| if likeness[at] > likeness[best] { at } else { best });
                Some(Unit { row, score, category: CATEGORIES[best] })
            })
            .collect();
        Clutter { units, evidence, mass }
    }

    /// Rows of units that are more likely clutter than not.
    pub fn likely(&self) -> impl Iterator<Item = Row> + '_ {
        self.units.iter().filter(|unit| unit.score > 0.5).map(|unit| unit.row)
    }
}

/// Elements that may be judged: those a person sees as a thing of its own.
pub fn units(page: &Page) -> impl Iterator<Item = Row> + '_ {
    let body = page.body();
    let end = if page.is_empty() { 0 } else { page.end[body as usize] };
    (body + 1..end).filter(move |&row| is_unit(page, row))
}

fn is_unit(page: &Page, row: Row) -> bool {
    match page.tag[row as usize] {
        Tag::Br
        | Tag::Hr
        | Tag::Wbr
        | Tag::Link
        | Tag::Meta
        | Tag::Source
        | Tag::Track
        | Tag::Param
        | Tag::Area
        | Tag::Map
        | Tag::Col => false,
        Tag::Body
        | Tag::Main
        | Tag::Tbody
        | Tag::Thead
        | Tag::Tfoot
        | Tag::Colgroup
        | Tag::Input
        | Tag::Title
        | Tag::Base => false,
        Tag::Object => true,
        Tag::B
        | Tag::I
        | Tag::Em
        | Tag::Strong
        | Tag::Small
        | Tag::Span
        | Tag::Font
        | Tag::U
        | Tag::S
        | Tag::Time
        | Tag::Code
        | Tag::Abbr
        | Tag::Img => !page.attrs_of(row).is_empty(),
        tag => tag.is_element() && !tag.is(OPAQUE),
    }
}
