//! The hand of running text: sentences, paragraphs, notes and comments in the page's own language, each with few links
//! or none, inside and around genuine paragraphs, nearly always for all to see.

use super::Hand;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::head::{self, Habit};
use crate::hit::{Block, Hit};
use crate::host::{Hosts, Style};
use crate::page::Page;
use crate::place::{Article, Para, Zone};
use crate::scan;
use crate::text;

mod frame;
mod sentence;

pub use sentence::linked_by;

const HEAD: Habit =
    Habit {
        title: 0.12, meta: 0.3, og: 0.3, h1: 0.0, modes: [2, 3, 5], joiners: &[" – ", ": ", " | "], numeric: 0.0
    };
const STYLES: &[(usize, Style)] = &[
    (6, Style::Deep),
    (4, Style::Fronts),
    (3, Style::Money),
    (2, Style::Victims),
    (1, Style::Redirect),
    (1, Style::Doorway),
];
/// A sentence that nobody sees is rare; these are styles of the element around it.
const VEILS: &[(&str, &str)] = &[
    ("white", "color:#fff"),
    ("font-zero", "font-size:0"),
    ("absolute", "position:absolute;left:-5000px"),
    ("invisible", "visibility:hidden;display:block;height:1px"),
    ("dot", "font-size:1px;line-height:1px;opacity:.02"),
];

/// The campaign at work on one page.
pub struct Work<'a> {
    page: &'a Page<'a>,
    article: Article,
    family: &'static Family,
    hosts: Hosts,
    anchor: sentence::Anchor,
    veil: Option<&'static (&'static str, &'static str)>,
}

/// One to four pieces of text.
pub fn run(page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
    let family = Hand::Prose.family(lang, 0.95, dice);
    let Some(article) = page.article() else { return family };
    let hosts = Hosts::new(dice.weighted(STYLES), dice);
    let anchor = sentence::Anchor::new(page, &article, dice);
    let veil = dice.chance(0.1).then(|| dice.one(VEILS));
    let work = Work { page, article, family, hosts, anchor, veil };
    for _ in 0..dice.weighted(&[(6, 1), (4, 2), (2, 3), (1, 4)]) {
        let para = dice.one(&work.article.paras).clone();
        match dice.weighted(&[(6, 0), (5, 1), (2, 2), (6, 3), (2, 4), (3, 5), (2, 6), (4, 7)]) {
            0 => work.put(para.inner.end, work.sentences(1, dice).within(" {}"), "paragraph", "appended", dice, hit),
            1 => work.between(&para, dice, hit),
            2 => work.word(&para, dice, hit),
            3 => work.paragraphs(&para, dice, hit),
            4 => work.end(frame::BIOS, "bio", dice, hit),
            5 => work.end(frame::LABELLED, "sponsored", dice, hit),
            6 => work.end(frame::QUESTIONS, "questions", dice, hit),
            _ => work.comments(dice, hit),
        }
    }
    head::hijack(&HEAD, family, page, dice, hit);
    family
}

impl Work<'_> {
    /// Sentences of which at least one holds a link, or a contact where nothing is linked.
    fn sentences(&self, count: usize, dice: &mut Dice) -> Block {
        let linked = dice.between(0, count - 1);
        let symbol = |i: usize, dice: &mut Dice| {
            if i != linked {
                "fill"
            } else if dice.chance(0.1) {
                "contact"
            } else {
                "say"
            }
        };
        let mut said: Vec<String> =
            (0..count).map(|i| text::upper_first(&self.family.say(symbol(i, dice), dice))).collect();
        said.dedup();
        let blank = if text::dense(&said[0]) { "" } else { " " };
        sentence::linked(&said.join(blank), &self.hosts, &self.anchor, dice)
    }

    /// One rule's text with its links.
    fn say(&self, symbol: &str, dice: &mut Dice) -> Block {
        sentence::linked(&self.family.say(symbol, dice), &self.hosts, &self.anchor, dice)
    }

    fn put(&self, at: usize, block: Block, place: &str, shape: &str, dice: &mut Dice, hit: &mut Hit) {
        let hide = self.veil.filter(|_| dice.chance(0.8) && matches!(shape, "appended" | "inserted" | "paragraph"));
        let block = match hide {
            Some((_, style)) => block.within(&format!("<span style=\"{style}\">{{}}</span>")),
            None => block,
        };
        let technique = format!("{shape}+{}", hide.map_or("visible", |v| v.0));
        hit.put(at, block, place, technique, hide.is_some());
    }

    /// A sentence between two of the paragraph's own.
    fn between(&self, para: &Para, dice: &mut Dice, hit: &mut Hit) {
        let ends = sentence::ends(&self.page.html[para.inner.clone()]);
        let at = if ends.is_empty() { para.inner.end } else { para.inner.start + dice.pick(&ends) };
        let block = self.sentences(1, dice);
        self.put(at, block.within(" {} "), "paragraph", "inserted", dice, hit);
    }

    /// A genuine word made an anchor: replaced by the phrase, or followed by it.
    fn word(&self, para: &Para, dice: &mut Dice, hit: &mut Hit) {
        let words = sentence::words(&self.page.html[para.inner.clone()]);
        if words.is_empty() {
            return self.between(para, dice, hit);
        }
        let word = dice.one(&words);
        let range = para.inner.start + word.start..para.inner.start + word.end;
        let phrase = self.family.say("kw", dice);
        let link = |shown: &str, dice: &mut Dice| self.anchor.write(shown, &self.hosts.url(&phrase, dice));
        let strings = std::slice::from_ref(&phrase);
        if dice.chance(0.5) {
            hit.swap(
                range,
                Block::of(link(&phrase, dice), strings),
                "paragraph",
                "word-replaced+visible".into(),
                false,
            );
        } else {
            let html = format!("{} ({})", link(&self.page.html[range.clone()], dice), text::escape(&phrase));
            let block = Block { html, strings: vec![phrase] };
            hit.swap(range, block, "paragraph", "word-linked+visible".into(), false);
        }
    }

    /// Whole paragraphs in the article's own wrapper, one with a heading at times.
    fn paragraphs(&self, para: &Para, dice: &mut Dice, hit: &mut Hit) {
        let mut whole = Block::default();
        if dice.chance(0.3) {
            let lead = text::upper_first(&self.family.say("lead", dice));
            let tag = dice.pick(&["h2", "h3", "h4", "strong"]);
            whole.html = format!("<{tag}>{}</{tag}>", text::escape(&lead));
            whole.strings.push(lead);
        }
        for _ in 0..dice.weighted(&[(5, 1), (3, 2), (1, 3)]) {
            let count = dice.between(1, 5);
            let open = super::clone::opening(&para.open, None);
            let around =
                if open.is_empty() { format!("{}{{}}", para.close) } else { format!("{open}{{}}{}", para.close) };
            let block = self.sentences(count, dice).within(&around);
            whole.html.push_str(&block.html);
            whole.strings.extend(block.strings);
        }
        let last = self.article.paras.iter().map(|p| p.after).max().unwrap_or(para.after);
        let at = if dice.chance(0.3) { last } else { para.after };
        self.put(at, whole, if at == last { "article-end" } else { "between-paragraphs" }, "paragraph", dice, hit);
    }

    /// A framed note after some paragraph, mostly the last one.
    fn end(&self, frames: &[&str], shape: &str, dice: &mut Dice, hit: &mut Hit) {
        let last = self.article.paras.iter().map(|p| p.after).max();
        let at = last.filter(|_| dice.chance(0.7)).unwrap_or_else(|| dice.one(&self.article.paras).after);
        let block = frame::fill(dice.pick(frames), &|symbol, dice| self.part(symbol, dice), dice);
        self.put(at, block, "article-end", shape, dice, hit);
    }

    /// Comments by nobody, among the page's comments or as the first ones.
    fn comments(&self, dice: &mut Dice, hit: &mut Hit) {
        let zones = self.page.zone(Zone::Comments);
        let own = zones.first().map(|i| self.page.nodes[*i].inner().end);
        let at = own.unwrap_or_else(|| self.page.nodes[self.article.node].inner().end);
        let frame = dice.pick(frame::COMMENTS);
        let mut whole = Block::default();
        for _ in 0..dice.weighted(&[(5, 1), (3, 2), (2, 4)]) {
            let block = frame::fill(frame, &|symbol, dice| self.part(symbol, dice), dice);
            whole.html.push_str(&block.html);
            whole.strings.extend(block.strings);
        }
        self.put(at, whole, "comments", "comment", dice, hit);
    }

    /// A named part of a frame.
    fn part(&self, symbol: &str, dice: &mut Dice) -> Block {
        match symbol {
            "text" => {
                let count = dice.between(1, 4);
                self.sentences(count, dice)
            }
            "names" => Block { html: text::escape(&self.family.say("names", dice)), strings: Vec::new() },
            "author" if dice.chance(0.5) => {
                let phrase = self.family.say("kw", dice);
                Block { html: self.anchor.write(&phrase, &self.hosts.url(&phrase, dice)), strings: vec![phrase] }
            }
            "author" => Block { html: text::escape(&self.family.say("names", dice)), strings: Vec::new() },
            "url" => Block { html: self.hosts.url("", dice), strings: Vec::new() },
            "date" => Block {
                html: format!("{}-{:02}-{:02}", dice.between(2015, 2026), dice.between(1, 12), dice.between(1, 28)),
                strings: Vec::new(),
            },
            "n" => Block { html: dice.between(10, 99_999).to_string(), strings: Vec::new() },
            other => self.say(other, dice),
        }
    }
}

/// Classes of links in the article, which a link of the hand's own may wear.
fn classes(page: &Page, article: &Article) -> Vec<String> {
    let inside = page.nodes[article.node].outer();
    let links = page.nodes.iter().filter(|n| n.tag == "a" && inside.contains(&n.open.start));
    links
        .filter_map(|n| scan::attr(&page.html[n.open.clone()], "class"))
        .filter(|c| !c.trim().is_empty() && c.len() < 50)
        .collect()
}
