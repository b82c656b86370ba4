//! The hand of themes and plug-ins: blocks in the mark-up that content systems write, where they write it – foot
//! credits, side widgets, menus, tag clouds, code printed at the end of the body.

use super::Hand;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::head::{self, Habit};
use crate::hit::{Block, Hit};
use crate::host::{Hosts, Style};
use crate::page::Page;
use crate::place::Zone;

mod kit;
mod veil;

/// Plug-ins seldom touch the head; where they do, they put their phrase first.
const HEAD: Habit = Habit {
    title: 0.22,
    meta: 0.5,
    og: 0.3,
    h1: 0.1,
    modes: [5, 4, 3],
    joiners: &[" | ", " – ", " » ", ": "],
    numeric: 0.0,
};
const STYLES: &[(usize, Style)] = &[
    (4, Style::Fronts),
    (3, Style::Deep),
    (3, Style::Money),
    (3, Style::Doorway),
    (3, Style::Victims),
    (1, Style::Redirect),
];

/// One to three blocks of one content system.
pub fn run(page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
    let family = Hand::Widget.family(lang, 0.45, dice);
    let other = Hand::Widget.family(lang, 0.2, dice);
    let hosts = Hosts::new(dice.weighted(STYLES), dice);
    let system = dice.weighted(kit::SYSTEMS);
    for round in 0..dice.weighted(&[(6, 1), (3, 2), (2, 3)]) {
        let (place, at) = spot(page, dice);
        let kit = kit::choose(system, place, dice);
        let told = if round > 0 && dice.chance(0.35) { other } else { family };
        let block = fill(kit, told, &hosts, dice);
        let veil = if dice.chance(0.5) { veil::choose(kit, dice) } else { None };
        let technique = format!("{}+{}", kit.name, veil.map_or("visible", |v| v.name));
        let block = match veil {
            Some(veil) => veil::draw(veil, block, page, dice, hit),
            None => block,
        };
        hit.put(at, block, place.name(), technique, veil.is_some());
    }
    head::hijack(&HEAD, family, page, dice, hit);
    family
}

/// Kinds of places that a theme offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Inside the page foot.
    Foot,
    /// Last widget of a side column.
    Side,
    /// Item of a menu's neighbourhood.
    Menu,
    /// Printed before `</body>`.
    Tail,
    /// After the article, before what follows.
    Post,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Self::Foot => "footer",
            Self::Side => "sidebar",
            Self::Menu => "menu",
            Self::Tail => "body-end",
            Self::Post => "after-article",
        }
    }
}

/// A place of the page and its byte; the end of the body where the page has no zones.
fn spot(page: &Page, dice: &mut Dice) -> (Place, usize) {
    let place =
        dice.weighted(&[(5, Place::Foot), (5, Place::Side), (2, Place::Menu), (3, Place::Tail), (2, Place::Post)]);
    let ends = |zone: Zone, dice: &mut Dice| {
        let found = page.zone(zone);
        let i = (!found.is_empty()).then(|| dice.pick(&found))?;
        let inner = page.nodes[i].inner();
        Some(if dice.chance(0.25) { inner.start } else { inner.end })
    };
    let at = match place {
        Place::Foot => ends(Zone::Footer, dice),
        Place::Side => ends(Zone::Side, dice),
        Place::Menu => ends(Zone::Nav, dice),
        Place::Post => page.article().map(|a| page.nodes[a.node].inner().end).filter(|at| *at < page.body_end()),
        Place::Tail => None,
    };
    at.map_or_else(|| (Place::Tail, page.body_end()), |at| (place, at))
}

/// A kit filled with one family's phrases.
fn fill(kit: &kit::Kit, family: &Family, hosts: &Hosts, dice: &mut Dice) -> Block {
    let phrases = {
        let n = dice.between(kit.items.0, kit.items.1);
        family.several("kw", n, dice)
    };
    let case = dice.between(0, 3);
    let latin = matches!(family.lang.as_str(), "en" | "es" | "it" | "pt" | "fr" | "tr" | "pl");
    let phrases: Vec<String> = phrases
        .into_iter()
        .map(|p| {
            if !latin {
                p
            } else {
                match case {
                    0 => crate::text::title_case(&p),
                    1 => crate::text::upper_first(&p),
                    _ => p,
                }
            }
        })
        .collect();
    let link = kit::Link::new(dice);
    let items: Vec<String> =
        phrases.iter().enumerate().map(|(i, p)| kit::item(kit, &link, p, hosts, i, dice)).collect();
    let lead = family.say("lead", dice);
    let html = kit
        .around
        .replace("{items}", &items.join(kit.sep))
        .replace("{lead}", &crate::text::escape(&lead))
        .replace("{line}", &crate::text::escape(&family.say("line", dice)))
        .replace("{year}", &dice.between(2009, 2026).to_string())
        .replace("{n}", &dice.between(2, 990).to_string())
        .replace("{id}", &dice.id(7));
    Block::of(html, &phrases)
}
