//! The hand without habits: every block is put together anew from a place, a shape, a way to write links and a way to
//! hide, each drawn by itself, so that nothing but the spam is common to its blocks.

use super::clone;
use super::Hand;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::head::{self, Habit};
use crate::hit::Hit;
use crate::host::{Hosts, Style};
use crate::page::Page;
use crate::place::{Article, Zone};
use crate::text;

mod shape;
mod shroud;

const HEAD: Habit = Habit {
    title: 0.35,
    meta: 0.5,
    og: 0.4,
    h1: 0.12,
    modes: [4, 3, 3],
    joiners: &[" | ", " - ", " – ", ", ", "_", " » ", " / ", ": ", " · ", "|"],
    numeric: 0.1,
};
const STYLES: &[(usize, Style)] = &[
    (3, Style::Fronts),
    (3, Style::Deep),
    (3, Style::Money),
    (3, Style::Doorway),
    (2, Style::Victims),
    (1, Style::Redirect),
];

/// One to six blocks, sometimes of two campaigns.
pub fn run(page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
    let family = Hand::Scatter.family(lang, 0.5, dice);
    let other = Hand::Scatter.family(lang, 0.5, dice);
    let article = page.article();
    let kit = shape::Kit::new(page, dice);
    let hosts = Hosts::new(dice.weighted(STYLES), dice);
    let second = Hosts::new(dice.weighted(STYLES), dice);
    let shy = dice.weighted(&[(5, 0.0), (3, 1.0), (3, 0.5)]);
    for round in 0..dice.weighted(&[(6, 1), (4, 2), (3, 3), (2, 4), (1, 6)]) {
        let (told, hosts) = if round > 0 && dice.chance(0.3) { (other, &second) } else { (family, &hosts) };
        let writer = shape::Writer { family: told, hosts, kit: &kit };
        if let Some(spot) = spot(page, article.as_ref(), told.lang == lang, dice) {
            put(&spot, &writer, shy, page, dice, hit);
        }
    }
    head::hijack(&HEAD, family, page, dice, hit);
    family
}

/// What may stand at a place.
#[derive(Clone, Debug)]
enum Fit {
    /// Any block.
    Any,
    /// Text and links inside a block of text.
    Inline,
    /// An element of the same kind as its neighbour, whose source this is.
    Like(String),
    /// A paragraph like this opening and end tag.
    Paragraph(String, &'static str),
}

struct Spot {
    at: usize,
    place: &'static str,
    fit: Fit,
}

/// A place of a kind drawn first: else long menus would take all.
fn spot(page: &Page, article: Option<&Article>, same_language: bool, dice: &mut Dice) -> Option<Spot> {
    let any = |at, place| Some(Spot { at, place, fit: Fit::Any });
    for _ in 0..6 {
        let found = match dice.between(0, 13) {
            0 => any(page.body_start(), "body-start"),
            1 => any(page.body_end(), "body-end"),
            2 => any(dice.pick(&[page.after_body(), page.after_html()]), "after-body"),
            3 => end_of(page, Zone::Footer, dice).and_then(|at| any(at, "footer")),
            4 => end_of(page, Zone::Side, dice).and_then(|at| any(at, "sidebar")),
            5 => end_of(page, Zone::Comments, dice).and_then(|at| any(at, "comments")),
            6 => box_end(page, dice).and_then(|at| any(at, "box")),
            7 | 8 => item(page, dice),
            9 => leaf(page, dice),
            _ if !same_language && dice.chance(0.7) => None,
            10 => article.and_then(|a| any(page.nodes[a.node].inner().end.max(a.paras[0].after), "article-end")),
            _ => article.map(|a| {
                let para = dice.one(&a.paras);
                if dice.chance(0.4) {
                    return Spot { at: para.inner.end, place: "paragraph", fit: Fit::Inline };
                }
                let open = clone::opening(&para.open, None);
                Spot { at: para.after, place: "between-paragraphs", fit: Fit::Paragraph(open, para.close) }
            }),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn end_of(page: &Page, zone: Zone, dice: &mut Dice) -> Option<usize> {
    let found = page.zone(zone);
    let i = (!found.is_empty()).then(|| dice.pick(&found))?;
    let inner = page.nodes[i].inner();
    Some(if dice.chance(0.2) { inner.start } else { inner.end })
}

/// The end of any container.
fn box_end(page: &Page, dice: &mut Dice) -> Option<usize> {
    let found: Vec<usize> = (0..page.nodes.len())
        .filter(|i| page.flows(*i) && matches!(page.nodes[*i].tag.as_str(), "div" | "section" | "td" | "aside"))
        .collect();
    (!found.is_empty()).then(|| page.nodes[dice.pick(&found)].inner().end)
}

/// Beside an item of a list, of a menu, of a row of cards.
fn item(page: &Page, dice: &mut Dice) -> Option<Spot> {
    let groups = clone::groups(page);
    let mut places: Vec<&str> = groups.iter().map(|g| g.place).collect();
    places.sort_unstable();
    places.dedup();
    let place = (!places.is_empty()).then(|| dice.pick(&places))?;
    let at: Vec<&clone::Group> = groups.iter().filter(|g| g.place == place).collect();
    let group = dice.pick(&at);
    let beside = &page.nodes[dice.pick(&group.items)];
    let like = page.html[page.nodes[dice.pick(&group.simple)].outer()].to_owned();
    Some(Spot { at: beside.stop, place, fit: Fit::Like(like) })
}

/// At the end of a small text: an item, a caption, a cell, a heading, a credit line.
fn leaf(page: &Page, dice: &mut Dice) -> Option<Spot> {
    let small = |i: &usize| {
        let n = &page.nodes[*i];
        matches!(n.tag.as_str(), "li" | "td" | "dd" | "figcaption" | "small" | "h3" | "h4" | "p" | "address")
            && n.close.is_some()
            && !n.shut
            && !page.over(*i).any(|u| page.nodes[u].tag == "a")
            && !page.html[n.inner()].contains("<div")
            && (8..400).contains(&page.chars(&n.inner()).0)
    };
    let found: Vec<usize> = (0..page.nodes.len()).filter(small).collect();
    let n = (!found.is_empty()).then(|| &page.nodes[dice.pick(&found)])?;
    Some(Spot { at: n.inner().end, place: "small-text", fit: Fit::Inline })
}

fn put(spot: &Spot, writer: &shape::Writer, shy: f64, page: &Page, dice: &mut Dice, hit: &mut Hit) {
    let (block, shape) = match &spot.fit {
        Fit::Any => writer.block(dice),
        Fit::Inline => (writer.inline(dice).within(" {}"), "inline"),
        Fit::Like(like) => (writer.like(like, dice), "item"),
        Fit::Paragraph(open, close) if open.is_empty() => (writer.text(dice).within(&format!("{{}}{close}")), "line"),
        Fit::Paragraph(open, close) => (writer.text(dice).within(&format!("{open}{{}}{close}")), "paragraph"),
    };
    let hide = dice.chance(shy * 0.8);
    let (block, how) = match &spot.fit {
        _ if !hide => (block, "visible"),
        Fit::Any => shroud::over(block, page, dice, hit),
        Fit::Like(_) => shroud::on(block, dice),
        _ if dice.chance(0.5) => shroud::span(block, dice),
        _ => (block, "visible"),
    };
    hit.put(spot.at, block, spot.place, format!("{shape}+{how}"), how != "visible");
}

/// A phrase as this campaign writes it.
fn cased(phrase: &str, case: usize) -> String {
    match case {
        0 => text::title_case(phrase),
        1 => text::upper_first(phrase),
        2 => phrase.to_lowercase(),
        3 => phrase.to_uppercase(),
        _ => phrase.to_owned(),
    }
}
