//! The hand of spider pools and cloaking kits: heads taken over, link farms without any care for the page, at its edges
//! or anywhere between its blocks, in languages that the page is not in.

use super::Hand;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::head::{self, Habit};
use crate::hit::{Block, Hit};
use crate::host::{Hosts, Style};
use crate::page::Page;
use crate::text;

mod cover;
mod farm;

const HEAD: Habit = Habit {
    title: 0.8,
    meta: 0.8,
    og: 0.25,
    h1: 0.35,
    modes: [7, 3, 2],
    joiners: &["-", "_", ",", "|", " ", "，", "、"],
    numeric: 0.35,
};
const STYLES: &[(usize, Style)] = &[
    (5, Style::Fronts),
    (3, Style::Deep),
    (3, Style::Doorway),
    (2, Style::Victims),
    (1, Style::Redirect),
    (1, Style::Money),
];

/// One to four farms, and mostly the head.
pub fn run(page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
    let family = Hand::Mirror.family(lang, 0.15, dice);
    let hosts = Hosts::new(dice.weighted(STYLES), dice);
    // A pool writes paths that no person would: the same kit everywhere on the page.
    let spider = dice.chance(0.35);
    for _ in 0..dice.weighted(&[(6, 1), (4, 2), (2, 3), (1, 4)]) {
        let (place, at, open_end) = spot(page, dice);
        let farm = farm::choose(dice);
        let block = fill(farm, family, &hosts, spider, dice);
        let cover = if dice.chance(0.55) { cover::choose(open_end, dice) } else { None };
        let technique = format!("{}+{}", farm.name, cover.map_or("visible", |c| c.name));
        let block = cover.map_or(block.clone(), |c| cover::draw(c, block, dice));
        let block = if dice.chance(0.3) { cover::dress(block, dice) } else { block };
        let block = if place == "second-body" { block.within("<body>{}</body>") } else { block };
        hit.put(at, block, place, technique, cover.is_some());
    }
    head::hijack(&HEAD, family, page, dice, hit);
    family
}

/// A place, its byte, and whether nothing of the page comes after it.
fn spot(page: &Page, dice: &mut Dice) -> (&'static str, usize, bool) {
    let tail = |at: usize| page.html[at..].trim().len() < 20;
    match dice.weighted(&[(3, 0), (4, 1), (3, 2), (3, 3), (2, 4), (2, 5), (4, 6), (1, 7)]) {
        0 => ("body-start", page.body_start(), false),
        1 => ("body-end", page.body_end(), tail(page.body_end())),
        2 => ("after-body", page.after_body(), tail(page.after_body())),
        3 => ("after-html", page.after_html(), tail(page.after_html())),
        4 => ("second-body", page.after_body(), false),
        5 => ("before-body", page.first("body").map_or_else(|| page.body_start(), |b| b.open.start), false),
        6 => between(page, dice).map_or(("body-end", page.body_end(), false), |at| ("between-blocks", at, false)),
        _ => heading(page).map_or(("body-start", page.body_start(), false), |at| ("after-heading", at, false)),
    }
}

/// After any block that stands in a container.
fn between(page: &Page, dice: &mut Dice) -> Option<usize> {
    let block = |n: &crate::page::Node| {
        matches!(n.tag.as_str(), "div" | "p" | "ul" | "table" | "section" | "h2") && n.close.is_some() && !n.shut
    };
    let ends: Vec<usize> =
        page.nodes.iter().filter(|n| block(n) && n.parent.is_some_and(|p| page.flows(p))).map(|n| n.stop).collect();
    (!ends.is_empty()).then(|| dice.pick(&ends))
}

fn heading(page: &Page) -> Option<usize> {
    page.first("h1").filter(|h| h.close.is_some() && !h.shut && h.parent.is_some_and(|p| page.flows(p))).map(|h| h.stop)
}

/// A farm filled with one family's phrases.
fn fill(farm: &farm::Farm, family: &Family, hosts: &Hosts, spider: bool, dice: &mut Dice) -> Block {
    let count = dice.between(farm.items.0, farm.items.1);
    let mut phrases = family.several("kw", count, dice);
    // Some farms repeat one phrase over many hosts.
    if dice.chance(0.08) {
        let first = phrases[0].clone();
        phrases.iter_mut().skip(1).step_by(2).for_each(|p| p.clone_from(&first));
    }
    let numeric = dice.chance(0.12);
    let class = dice.id(5);
    let mut items = Vec::new();
    for (i, phrase) in phrases.iter().enumerate() {
        let url = if spider { path(dice) } else { hosts.url(phrase, dice) };
        items.push(
            farm.item
                .replace("{kw}", &head::written(phrase, numeric))
                .replace("{url}", &url)
                .replace("{c}", &class)
                .replace("{r}", &dice.id(6))
                .replace("{t}", &cover::tag(dice))
                .replace("{k}", &(i + 1).to_string())
                .replace("{d}", &format!("{:02}-{:02}", dice.between(1, 12), dice.between(1, 28)))
                .replace("{n}", &dice.between(100, 99_999).to_string()),
        );
    }
    let lead = text::escape(&family.say("lead", dice));
    let html = farm
        .around
        .replace("{items}", &items.join(farm.sep))
        .replace("{lead}", &lead)
        .replace("{c}", &class)
        .replace("{r}", &dice.id(7));
    Block::of(html, &phrases)
}

/// A path as pools make them up.
fn path(dice: &mut Dice) -> String {
    match dice.between(0, 5) {
        0 => format!("/{}/{}.html", dice.id(5), dice.digits(6)),
        1 => format!("/{}{}/", dice.id(3), dice.digits(4)),
        2 => format!("/{}.shtml", dice.digits(8)),
        3 => format!("/?{}={}.xml", dice.id(4), dice.digits(5)),
        4 => format!("/{}/{}/{}.htm", dice.id(4), dice.digits(8), dice.id(6)),
        _ => format!("/index.php/vod/type/id/{}.html", dice.digits(3)),
    }
}
