//! Who wrote the article. Every place a page may say so gives candidates with a weight; the one with
//! the greatest weight, raised by others that agree, is taken (weights: findings/metadata, section 3).

mod element;
mod line;
mod stated;
pub mod text;

use super::hanming;
use super::name::{self, names};
use super::phrase::{clean, key, words};
use super::site;
use super::view::View;
use super::zone;
use super::Origin;
use crate::page::Row;
use crate::text::Script;

/// A name some place gives.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Cleaned.
    pub text: String,
    key: String,
    /// How far the place is to be trusted.
    pub weight: f32,
    /// The place.
    pub origin: Origin,
    /// Where on the visible page.
    pub row: Option<Row>,
    /// Which place, for measuring.
    pub source: &'static str,
}

/// The author.
#[derive(Debug, Default)]
pub struct Byline {
    /// As the page has it.
    pub text: Option<(String, Origin)>,
    /// Where it is seen.
    pub row: Option<Row>,
}

/// Least weight of an answer: an invented author is worse than none.
const LEAST: f32 = 3.0;
/// Weight of a place that names authors and nothing else.
const SURE: f32 = 6.5;
/// What another agreeing place adds.
const AGREE: f32 = 0.6;

/// Reads the byline.
#[inline(never)]
pub fn read(view: &View<'_>, title: Option<Row>, sites: &[String]) -> Byline {
    let mut all = candidates(view, title, sites);
    let agree: Vec<f32> = all
        .iter()
        .map(|one| all.iter().filter(|other| other.source != one.source && agrees(one, other)).count() as f32)
        .collect();
    for (candidate, agree) in all.iter_mut().zip(agree) {
        candidate.weight += agree * AGREE;
    }
    let mut best: Option<&Candidate> = None;
    for candidate in &all {
        if candidate.weight >= LEAST && best.is_none_or(|best| candidate.weight > best.weight) {
            best = Some(candidate);
        }
    }
    let Some(best) = best else { return Byline::default() };
    // The page's own list of authors says more than the first name of a machine's.
    let shown = all.iter().find(|other| {
        other.row.is_some()
            && other.weight >= LEAST
            && other.key.len() > best.key.len()
            && other.key.contains(&best.key)
            && best.row.is_none()
    });
    let row = best
        .row
        .or_else(|| all.iter().find(|other| other.row.is_some() && agrees(best, other)).and_then(|other| other.row));
    let answer = shown.unwrap_or(best);
    Byline { text: Some((answer.text.clone(), answer.origin)), row: answer.row.or(row) }
}

fn agrees(one: &Candidate, other: &Candidate) -> bool {
    one.key == other.key
}

/// All candidates.
pub fn candidates(view: &View<'_>, title: Option<Row>, sites: &[String]) -> Vec<Candidate> {
    let mut found = Vec::new();
    stated::candidates(view, &mut found);
    element::candidates(view, title, &mut found);
    line::candidates(view, title, &mut found);
    hanming::candidates(view, title, &mut found);
    let dated = stated::is_dated(view);
    for candidate in &mut found {
        if site::is_site(sites, &candidate.text) {
            // A person's own site bears the name; an organisation is an author only of what is an article.
            let person = name::is_name_like(&candidate.text) && candidate.source != stated::ORGANIZATION;
            candidate.weight -= match (candidate.row, person) {
                (None, true) => 0.5,
                (None, false) if dated => (candidate.weight - LEAST).max(0.0),
                (Some(_), true) if candidate.weight >= SURE => 1.0,
                _ => 6.0,
            };
        }
        let is_wide = candidate.text.contains(|c: char| Script::of(c).is_wide());
        if is_wide && !name::is_name_like(&candidate.text) {
            candidate.weight -= if words(&candidate.text) > 5 { 3.5 } else { 1.0 };
        }
        if candidate.text.contains(|c: char| c.is_ascii_digit()) {
            candidate.weight -= 1.5;
        }
        let words = candidate.text.split_whitespace().count();
        if words > 8 && !candidate.text.contains([',', '&']) {
            candidate.weight -= 2.0;
        }
    }
    found
}

/// Adds a candidate if a name is in the text.
pub fn add(found: &mut Vec<Candidate>, raw: &str, weight: f32, origin: Origin, row: Option<Row>, source: &'static str) {
    if let Some(text) = names(&clean(raw)) {
        let key = key(&text);
        if !found.iter().any(|other| other.source == source && other.key == key && other.weight >= weight) {
            found.push(Candidate { text, key, weight, origin, row, source });
        }
    }
}

/// Bonus for standing near the title, malus for far away.
fn nearness(view: &View<'_>, title: Option<Row>, row: Row) -> f32 {
    let Some(title) = title else { return 0.0 };
    let away = view.line_at(row) as i32 - view.line_at(title) as i32;
    match away {
        -3..=12 => 1.0,
        -10..=25 => 0.0,
        _ => -1.0,
    }
}

/// What the place takes away.
fn trouble(zone: u32) -> f32 {
    let mut malus = 0.0;
    if zone & (zone::NAV | zone::FOOTER | zone::ASIDE | zone::TEASER) != 0 {
        malus += 2.5;
    }
    if zone & zone::COMMENT != 0 {
        malus += 4.0;
    }
    if zone & zone::FIGURE != 0 {
        malus += 1.5;
    }
    if zone & zone::HIDDEN != 0 {
        malus += 1.0;
    }
    malus
}
