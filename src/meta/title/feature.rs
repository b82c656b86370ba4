//! Numbers that tell a title from other texts: agreement with the head's statements, place, shape.

use super::super::evidence::Evidence;
use super::super::part::Parts;
use super::super::phrase::{width, words};
use super::super::site;
use super::super::view::View;
use super::super::zone;
use super::candidate::{Candidate, Cut, From, Ref};

/// Names of the numbers, in order.
pub const NAMES: &[&str] = &[
    "ld",
    "og",
    "og_share",
    "title",
    "title_share",
    "refs_equal",
    "refs_hold",
    "level",
    "before",
    "cut",
    "header",
    "headline",
    "away",
    "slug",
    "slug_of",
    "body",
    "site",
    "words",
    "width",
    "parts",
    "twins",
    "own_share",
    "h1",
    "h1_share",
];

/// How many.
pub const COUNT: usize = NAMES.len();

/// How a statement stands to a candidate: 0 no such statement, 1 unrelated, 2 holds it, 3 equal, 4 held by it.
fn relation(r: Option<&Ref>, key: &str) -> (f32, f32) {
    let Some(r) = r else { return (0.0, 0.0) };
    let share = key.len() as f32 / r.key.len() as f32;
    if r.key == key {
        (3.0, 1.0)
    } else if r.key.contains(key) {
        (2.0, share)
    } else if key.contains(&r.key) {
        (4.0, share)
    } else {
        (1.0, 0.0)
    }
}

/// The numbers of every candidate.
#[inline(never)]
pub fn features(
    view: &View<'_>,
    evidence: &Evidence<'_>,
    refs: &[Ref],
    sites: &[String],
    candidates: &[Candidate],
) -> Vec<[f32; COUNT]> {
    let of = |from| refs.iter().find(|r| r.from == from);
    let (ld, og, title) = (of(From::Ld), of(From::Og), of(From::Title));
    let h1 = first_h1(view, sites, candidates);
    let start = view.content.first().map_or(0, |range| view.line_at(range.0)) as i32;
    let mut twins = [0.0; 8];
    for candidate in candidates.iter().filter(|c| c.cut == Cut::Whole && c.row.is_some()) {
        twins[usize::from(candidate.level)] += 1.0;
    }
    let numbers = |c: &Candidate| {
        let key = c.key.as_str();
        let (ld, (og, og_share), (title, title_share)) = (relation(ld, key).0, relation(og, key), relation(title, key));
        let (h1, h1_share) = relation(h1.as_ref(), key);
        let equal = refs.iter().filter(|r| r.key == key).count() as f32;
        let hold = refs.iter().filter(|r| r.key.contains(key)).count() as f32;
        let (header, headline) =
            c.row.map_or((0, 0), |row| (view.zone(row) & zone::HEADER, view.zones.own[row as usize] & zone::HEADLINE));
        let away = c.row.map_or(99, |row| (view.line_at(row) as i32 - start).clamp(-60, 60)) as f32;
        let support = evidence.support(&c.text);
        let whole = c.row.map_or(0, |row| view.len(row)) as f32;
        let width = width(&c.text) as f32;
        let own_share = if whole > 0.0 { width / whole } else { 0.0 };
        [
            ld,
            og,
            og_share,
            title,
            title_share,
            equal,
            hold,
            f32::from(c.level),
            c.before as f32,
            f32::from(c.cut as u8),
            flag(header != 0),
            flag(headline != 0),
            away,
            support.slug,
            support.of_slug,
            support.body,
            flag(site::is_site(sites, &c.text)),
            words(&c.text) as f32,
            width,
            Parts::of(&c.text).len() as f32,
            twins[usize::from(c.level)],
            own_share,
            h1,
            h1_share,
        ]
    };
    candidates.iter().map(numbers).collect()
}

fn flag(on: bool) -> f32 {
    f32::from(u8::from(on))
}

/// The first h1 that is not the site's name, outside the page's furniture.
fn first_h1(view: &View<'_>, sites: &[String], candidates: &[Candidate]) -> Option<Ref> {
    let furniture = zone::NAV | zone::FOOTER | zone::ASIDE | zone::TEASER | zone::DIALOG | zone::HIDDEN;
    let mut h1s = candidates
        .iter()
        .filter(|c| c.level == 1 && c.cut == Cut::Whole && c.row.is_some_and(|row| view.zone(row) & furniture == 0));
    let first = h1s.next()?;
    let named = if site::is_site(sites, &first.text) { h1s.find(|c| !site::is_site(sites, &c.text)) } else { None };
    let h1 = named.unwrap_or(first);
    Some(Ref { text: h1.text.clone(), key: h1.key.clone(), from: From::Other })
}
