//! Shapes of blocks, put together from a wrapper, items, separators and a way to write links.

use super::cased;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::hand::clone;
use crate::hit::Block;
use crate::host::Hosts;
use crate::page::Page;
use crate::scan;
use crate::text;

const SEPARATORS: &[&str] =
    &[" ", " | ", ", ", " · ", "<br>", " / ", " - ", "&nbsp;", " &raquo; ", "\n", "、", " • ", "; ", " ★ ", "  "];
const WRAPPERS: &[&str] =
    &["div", "div", "div", "p", "section", "ul", "ol", "table", "span", "nav", "aside", "center", ""];
const CLASSES: &[&str] =
    &["links", "content", "row", "box", "info", "text", "list", "block", "item", "more", "clearfix"];
const MARKS: &[&str] = &["", "", "", "• ", "» ", "- ", "# ", "➤ ", "✔ ", "[1] "];
const RELS: &[&str] =
    &["nofollow", "dofollow", "noopener", "noopener noreferrer", "sponsored", "ugc nofollow", "external", "tag"];

/// How this page's campaign writes its mark-up: drawn once, for spam on one page is of one make.
pub struct Kit {
    /// Attributes of links before and after the address.
    before: String,
    after: String,
    case: usize,
    /// Classes that the page itself uses.
    classes: Vec<String>,
    bold: bool,
}

impl Kit {
    /// Draws one.
    pub fn new(page: &Page, dice: &mut Dice) -> Self {
        let class = |tags: &[&str]| -> Vec<String> {
            let of = |n: &crate::page::Node| scan::attr(&page.html[n.open.clone()], "class");
            let found = page.nodes.iter().filter(|n| tags.contains(&n.tag.as_str())).filter_map(of);
            found.filter(|c| (2..50).contains(&c.trim().len()) && !c.contains(['"', '<', '{'])).collect()
        };
        let links = class(&["a"]);
        let mut attrs = Vec::new();
        match dice.between(0, 4) {
            0 | 1 if !links.is_empty() => attrs.push(format!("class=\"{}\"", dice.one(&links))),
            2 => attrs.push(format!("class=\"{}\"", dice.id(5))),
            _ => {}
        }
        for (share, attr) in [
            (0.35, "target=\"_blank\"".to_owned()),
            (0.3, format!("rel=\"{}\"", dice.pick(RELS))),
            (0.15, "style=\"color:inherit\"".to_owned()),
            (0.1, format!("data-{}=\"{}\"", dice.id(3), dice.id(4))),
            (0.1, "title=\"{t}\"".to_owned()),
        ] {
            if dice.chance(share) {
                attrs.push(attr);
            }
        }
        dice.shuffle(&mut attrs);
        let split = dice.between(0, attrs.len());
        let joined = |attrs: &[String]| attrs.iter().map(|a| format!(" {a}")).collect::<String>();
        Self {
            before: joined(&attrs[..split]),
            after: joined(&attrs[split..]),
            case: dice.between(0, 6),
            classes: class(&["div", "section", "ul", "p", "span"]),
            bold: dice.chance(0.12),
        }
    }
}

/// One campaign writing on one page.
pub struct Writer<'a> {
    /// What it promotes.
    pub family: &'static Family,
    /// Its addresses.
    pub hosts: &'a Hosts,
    /// Its mark-up.
    pub kit: &'a Kit,
}

impl Writer<'_> {
    fn phrase(&self, dice: &mut Dice) -> String {
        cased(&self.family.say("kw", dice), self.kit.case)
    }

    fn link(&self, phrase: &str, dice: &mut Dice) -> String {
        let Kit { before, after, bold, .. } = self.kit;
        let url = self.hosts.url(phrase, dice);
        let attrs = |s: &str| s.replace("{t}", &text::quote(phrase));
        let link = format!("<a{} href=\"{url}\"{}>{}</a>", attrs(before), attrs(after), text::escape(phrase));
        if *bold {
            format!("<b>{link}</b>")
        } else {
            link
        }
    }

    /// A sentence or more with links where the grammar has them.
    pub fn text(&self, dice: &mut Dice) -> Block {
        let mut whole = Block::default();
        for _ in 0..dice.weighted(&[(5, 1), (3, 2), (1, 3)]) {
            let said = self.family.say(if dice.chance(0.8) { "say" } else { "fill" }, dice);
            let block = crate::hand::prose::linked_by(&said, &mut |phrase, dice| self.link(phrase, dice), dice);
            let gap = if whole.html.is_empty() || text::dense(&said) { "" } else { " " };
            whole.html = format!("{}{gap}{}", whole.html, block.html);
            whole.strings.extend(block.strings);
        }
        whole
    }

    /// A sentence, a link or two, or bare words within a line.
    pub fn inline(&self, dice: &mut Dice) -> Block {
        match dice.between(0, 5) {
            0..=2 => self.text(dice),
            3 => {
                let phrase = self.phrase(dice);
                Block { html: format!("({})", self.link(&phrase, dice)), strings: vec![phrase] }
            }
            _ => self.several(1, 3, dice.pick(SEPARATORS), dice),
        }
    }

    /// A copy of one of the page's own elements.
    pub fn like(&self, source: &str, dice: &mut Dice) -> Block {
        let mut whole = Block::default();
        for _ in 0..dice.weighted(&[(6, 1), (3, 2), (2, 4), (1, 7)]) {
            let phrase = self.phrase(dice);
            let line = self.family.say("line", dice);
            let url = self.hosts.url(&phrase, dice);
            let (html, teased) = clone::copy(source, &clone::Words { phrase: &phrase, line: &line, url: &url }, dice);
            whole.html.push_str(&html);
            whole.strings.push(phrase);
            whole.strings.extend(teased.then_some(line));
        }
        whole
    }

    fn several(&self, least: usize, most: usize, separator: &str, dice: &mut Dice) -> Block {
        let count = dice.between(least, most);
        let phrases = self.family.several("kw", count, dice);
        let phrases: Vec<String> = phrases.iter().map(|p| cased(p, self.kit.case)).collect();
        let items: Vec<String> = phrases.iter().map(|p| self.link(p, dice)).collect();
        Block::of(items.join(separator), &phrases)
    }

    /// A block of its own and what it is.
    pub fn block(&self, dice: &mut Dice) -> (Block, &'static str) {
        let (inner, shape) = match dice.between(0, 9) {
            0..=3 => (self.items(dice), "items"),
            4 | 5 => (self.several(1, 25, dice.pick(SEPARATORS), dice).within(&self.wrapper(dice)), "links"),
            6 => (self.words(dice).within(&self.wrapper(dice)), "words"),
            7 => (self.addresses(dice).within(&self.wrapper(dice)), "addresses"),
            _ => (self.text(dice).within("<p>{}</p>").within(&self.wrapper(dice)), "text"),
        };
        if !dice.chance(0.35) {
            return (inner, shape);
        }
        let lead = self.family.say("lead", dice);
        let tag = dice.pick(&["h2", "h3", "h4", "h5", "strong", "b", "p", "div", "span"]);
        let mut strings = inner.strings;
        strings.push(lead.clone());
        (Block { html: format!("<{tag}>{}</{tag}>{}", text::escape(&lead), inner.html), strings }, shape)
    }

    fn class(&self, dice: &mut Dice) -> String {
        match dice.between(0, 3) {
            0 if !self.kit.classes.is_empty() => format!(" class=\"{}\"", dice.one(&self.kit.classes)),
            1 => format!(" class=\"{}\"", dice.pick(CLASSES)),
            2 => format!(" id=\"{}\"", dice.id(6)),
            _ => String::new(),
        }
    }

    fn wrapper(&self, dice: &mut Dice) -> String {
        let tag = dice.pick(&["div", "div", "section", "center", "aside", ""]);
        if tag.is_empty() {
            "{}".to_owned()
        } else {
            format!("<{tag}{}>{{}}</{tag}>", self.class(dice))
        }
    }

    /// Items, each in an element.
    fn items(&self, dice: &mut Dice) -> Block {
        let wrapper = dice.pick(WRAPPERS);
        let (open, close) = match wrapper {
            "ul" | "ol" => ("<li>", "</li>"),
            "table" => ("<tr><td>", "</td></tr>"),
            "p" | "span" => ("<span>", "</span>"),
            _ => dice.pick(&[
                ("<p>", "</p>"),
                ("<div>", "</div>"),
                ("<span>", "</span> "),
                ("<h4>", "</h4>"),
                ("<b>", "</b> "),
            ]),
        };
        let (mark, tail) = (dice.pick(MARKS), dice.chance(0.2));
        let mut whole = Block::default();
        for _ in 0..dice.weighted(&[(3, 2), (3, 5), (2, 9), (2, 16), (1, 30)]) {
            let phrase = self.phrase(dice);
            let line = if tail { format!(" {}", self.family.say("line", dice)) } else { String::new() };
            whole.html.push_str(&format!("{open}{mark}{}{}{close}", self.link(&phrase, dice), text::escape(&line)));
            whole.strings.push(phrase);
        }
        let all = Block::of(whole.html, &whole.strings);
        if wrapper.is_empty() {
            all
        } else {
            all.within(&format!("<{wrapper}{}>{{}}</{wrapper}>", self.class(dice)))
        }
    }

    /// Words that are not linked, or only here and there.
    fn words(&self, dice: &mut Dice) -> Block {
        let (count, linked) = (dice.between(4, 24), dice.pick(&[0.0, 0.0, 0.15]));
        let phrases = self.family.several("kw", count, dice);
        let items: Vec<String> =
            phrases.iter().map(|p| if dice.chance(linked) { self.link(p, dice) } else { text::escape(p) }).collect();
        Block::of(items.join(dice.pick(&[", ", " | ", "，", " ", "<br>", " – "])), &phrases)
    }

    /// Addresses written out.
    fn addresses(&self, dice: &mut Dice) -> Block {
        let phrases = {
            let count = dice.between(1, 6);
            self.family.several("kw", count, dice)
        };
        let (linked, colon) = (dice.chance(0.5), dice.pick(&[": ", " ", " – ", " → ", "<br>"]));
        let items: Vec<String> = phrases
            .iter()
            .map(|phrase| {
                let host = crate::host::host(dice);
                let shown = format!("{}{host}", dice.pick(&["", "www.", "https://"]));
                let shown = if linked { format!("<a href=\"https://{host}/\">{shown}</a>") } else { shown };
                format!("{}{colon}{shown}", text::escape(phrase))
            })
            .collect();
        Block { html: items.join("<br>\n"), strings: phrases }
    }
}
