//! Hijacked heads: title, description, keywords, og:title and the first heading.

use crate::dice::Dice;
use crate::grammar::Family;
use crate::hit::{Block, Hit};
use crate::page::Page;
use crate::text;

/// How often and in which form a hand takes over the head.
pub struct Habit {
    /// Share of pages with a hijacked title, 0…1.
    pub title: f64,
    /// Share of those with description and keywords taken, 0…1.
    pub meta: f64,
    /// Share of those with og:title taken, 0…1.
    pub og: f64,
    /// Share of those with the first heading taken, 0…1.
    pub h1: f64,
    /// Weights of a title replaced, put before, put after.
    pub modes: [usize; 3],
    /// Joiners of title phrases.
    pub joiners: &'static [&'static str],
    /// Share of strings written as numeric character references, 0…1.
    pub numeric: f64,
}

/// Takes over what the habit says.
pub fn hijack(habit: &Habit, family: &Family, page: &Page, dice: &mut Dice, hit: &mut Hit) {
    if !dice.chance(habit.title) {
        return;
    }
    let phrase = title(family, habit.joiners, dice);
    let wanted = Hit::strings(&parts(&phrase), page);
    if wanted.is_empty() || !set_title(habit, &phrase, page, dice, hit) {
        return;
    }
    hit.hijack.push("title");
    if dice.chance(habit.meta) {
        let count = dice.between(4, 9);
        let keywords = family.several("kw", count, dice).join(dice.pick(&[",", ", ", "，", "|"]));
        let line = family.say(if family.has("line") { "line" } else { "say" }, dice).replace(['[', ']'], "");
        for (name, value) in [("keywords", keywords), ("description", format!("{} {line}", family.say("kw", dice)))] {
            set_meta("name", name, &value, habit.numeric, page, dice, hit);
            hit.meta.push(value);
        }
        hit.hijack.push("meta");
    }
    if dice.chance(habit.og) {
        set_meta("property", "og:title", &phrase, habit.numeric, page, dice, hit);
        hit.hijack.push("og:title");
    }
    if dice.chance(habit.h1) && heading(family, page, dice, hit) {
        hit.hijack.push("h1");
    }
    hit.title = Some((phrase, wanted));
}

/// A title phrase: the family's own form, or several phrases joined.
fn title(family: &Family, joiners: &[&str], dice: &mut Dice) -> String {
    if family.has("title") && dice.chance(0.5) {
        return family.say("title", dice);
    }
    let count = dice.between(2, 5);
    family.several("kw", count, dice).join(dice.pick(joiners))
}

/// The phrases of a title.
pub fn parts(title: &str) -> Vec<String> {
    let joined = |c: char| {
        matches!(
            c,
            '|' | '_'
                | '-'
                | '–'
                | '—'
                | ','
                | '，'
                | '、'
                | '»'
                | '·'
                | ':'
                | '【'
                | '】'
                | '✓'
                | '★'
                | '~'
                | '/'
                | '>'
        )
    };
    let mut out: Vec<String> = title.split(joined).map(text::squash).filter(|s| s.chars().count() >= 4).collect();
    out.dedup();
    out
}

/// Characters as `&#22269;`, or as they are.
pub fn written(s: &str, numeric: bool) -> String {
    if !numeric {
        return text::quote(s);
    }
    s.chars().map(|c| if c.is_ascii() { text::quote(&c.to_string()) } else { format!("&#{};", c as u32) }).collect()
}

fn set_title(habit: &Habit, phrase: &str, page: &Page, dice: &mut Dice, hit: &mut Hit) -> bool {
    let numeric = dice.chance(habit.numeric);
    let spam = written(phrase, numeric);
    let old = page
        .nodes
        .iter()
        .find(|n| n.tag == "title" && n.close.is_some() && n.parent.is_none_or(|p| page.nodes[p].tag != "svg"));
    let Some(old) = old else {
        let at = page.first("head").map_or_else(|| page.body_start(), |h| h.open.end);
        return hit.replace(at..at, format!("<title>{spam}</title>"));
    };
    let joiner = dice.pick(&[" - ", " | ", "_", " – ", "-"]);
    let was = text::squash(&page.html[old.inner()]);
    let new = match dice.weighted(&[(habit.modes[0], 0), (habit.modes[1], 1), (habit.modes[2], 2)]) {
        1 if !was.is_empty() => format!("{spam}{joiner}{was}"),
        2 if !was.is_empty() => format!("{was}{joiner}{spam}"),
        _ => spam,
    };
    hit.replace(old.inner(), new)
}

fn set_meta(by: &str, name: &str, value: &str, numeric: f64, page: &Page, dice: &mut Dice, hit: &mut Hit) {
    let value = written(value, dice.chance(numeric));
    let tag = format!("<meta {by}=\"{name}\" content=\"{value}\">");
    match page.meta(name) {
        Some((range, _)) => hit.replace(range, tag),
        None => {
            let title = page.nodes.iter().find(|n| n.tag == "title" && n.close.is_some());
            let at =
                title.map_or_else(|| page.first("head").map_or_else(|| page.body_start(), |h| h.open.end), |t| t.stop);
            hit.replace(at..at, tag)
        }
    };
}

/// The first heading replaced, prefixed, or preceded by one of the spam's own.
fn heading(family: &Family, page: &Page, dice: &mut Dice, hit: &mut Hit) -> bool {
    let phrase = family.say("kw", dice);
    let h1 = page.nodes.iter().find(|n| n.tag == "h1" && n.close.is_some() && !n.shut);
    let spam = text::escape(&phrase);
    let strings = [phrase];
    match (h1, dice.between(0, 2)) {
        (Some(h1), 0) => hit.swap(h1.inner(), Block::of(spam, &strings), "h1", "replaced".into(), false),
        (Some(h1), 1) => {
            hit.put(h1.open.end, Block::of(format!("{spam} - "), &strings), "h1", "prefixed".into(), false)
        }
        _ => {
            let at = page.body_start();
            hit.put(at, Block::of(format!("<h1>{spam}</h1>"), &strings), "h1", "added".into(), false)
        }
    }
}
