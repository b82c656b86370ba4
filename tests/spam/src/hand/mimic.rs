//! The hand that copies: items, lists, columns and paragraphs in the page's own mark-up, filled with spam, mostly for
//! all to see, and as often to doorway pages on the same site as to others.

use super::clone::{self, Group, Words};
use super::Hand;
use crate::dice::Dice;
use crate::grammar::Family;
use crate::head::{self, Habit};
use crate::hit::{Block, Hit};
use crate::host::{Hosts, Style};
use crate::page::Page;
use crate::scan;
use crate::text;

const HEAD: Habit = Habit {
    title: 0.3,
    meta: 0.4,
    og: 0.6,
    h1: 0.2,
    modes: [6, 2, 4],
    joiners: &[", ", " - ", " / ", " ✓ "],
    numeric: 0.0,
};
const STYLES: &[(usize, Style)] = &[
    (6, Style::Doorway),
    (3, Style::Deep),
    (2, Style::Money),
    (1, Style::Fronts),
    (2, Style::Victims),
    (1, Style::Redirect),
];
/// How a copy is hidden, when it is: by style of its outermost element.
const VEILS: &[(&str, &str)] = &[
    ("display-none", "display:none"),
    ("clip", "position:absolute;clip:rect(0 0 0 0);width:1px;height:1px"),
    ("translate", "transform:translateX(-9999px);position:absolute"),
    ("transparent", "opacity:0;height:0;overflow:hidden"),
    ("indent", "text-indent:-99em;overflow:hidden;white-space:nowrap;height:0"),
    ("collapsed", "visibility:collapse;max-height:0;overflow:hidden"),
    ("scale", "transform:scale(0);position:fixed;bottom:0"),
    ("behind", "position:absolute;z-index:-99;top:0;color:transparent"),
];
/// A column copied whole is no longer than this many bytes.
const COLUMN: usize = 9000;

/// The campaign at work on one page.
struct Work<'a> {
    page: &'a Page<'a>,
    family: &'static Family,
    hosts: Hosts,
    veil: Option<&'static (&'static str, &'static str)>,
}

/// One to four copies.
pub fn run(page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
    let family = Hand::Mimic.family(lang, 0.55, dice);
    let hosts = Hosts::new(dice.weighted(STYLES), dice);
    let veil = dice.chance(0.2).then(|| dice.one(VEILS));
    let work = Work { page, family, hosts, veil };
    let groups = clone::groups(page);
    let mut places: Vec<&str> = groups.iter().map(|g| g.place).filter(|p| *p != "comment-list").collect();
    places.sort_unstable();
    places.dedup();
    for _ in 0..dice.weighted(&[(5, 1), (4, 2), (2, 3), (1, 4)]) {
        if places.is_empty() || dice.chance(0.15) {
            work.paragraph(dice, hit);
            continue;
        }
        // A kind of place first, then one group of it: else long menus would take all.
        let place = dice.pick(&places);
        let at: Vec<&Group> = groups.iter().filter(|g| g.place == place).collect();
        let group = dice.pick(&at);
        match dice.weighted(&[(5, 0), (4, 1), (3, 2), (3, 3), (1, 4)]) {
            0 => work.items(group, dice, hit),
            1 => work.list(group, 0.0, dice, hit),
            2 => work.list(group, 0.5, dice, hit),
            3 => work.column(group, dice, hit),
            _ => work.nested(group, dice, hit),
        }
    }
    head::hijack(&HEAD, family, page, dice, hit);
    family
}

impl Work<'_> {
    /// A copy of one item of the group.
    fn item(&self, group: &Group, dice: &mut Dice) -> Block {
        let node = &self.page.nodes[dice.pick(&group.simple)];
        let phrase = self.phrase(dice);
        let line = self.family.say("line", dice);
        let source = &self.page.html[node.outer()];
        let url = self.url(source, &phrase, dice);
        let (html, teased) = clone::copy(source, &Words { phrase: &phrase, line: &line, url: &url }, dice);
        Block { html, strings: if teased { vec![phrase, line] } else { vec![phrase] } }
    }

    fn phrase(&self, dice: &mut Dice) -> String {
        let phrase = self.family.say(if self.family.has("head") && dice.chance(0.3) { "head" } else { "kw" }, dice);
        text::upper_first(&phrase)
    }

    /// Doorways keep the site's way of writing addresses.
    fn url(&self, source: &str, phrase: &str, dice: &mut Dice) -> String {
        let url = self.hosts.url(phrase, dice);
        let own =
            scan::tags(source).iter().find(|t| t.name == "a").and_then(|t| scan::attr(&source[t.span.clone()], "href"));
        let origin = own.filter(|o| self.hosts.style == Style::Doorway && o.starts_with("http"));
        let origin = origin.and_then(|o| o.match_indices('/').nth(2).map(|(i, _)| o[..i].to_owned()));
        origin.unwrap_or_default() + &url
    }

    /// Puts a copy down, hidden where the campaign hides.
    fn put(&self, at: usize, block: Block, place: &str, shape: &str, dice: &mut Dice, hit: &mut Hit) {
        let hide = self.veil.filter(|_| dice.chance(0.85));
        let block = match hide {
            Some((_, style)) => Block { html: styled(&block.html, style), ..block },
            None => block,
        };
        let technique = format!("{shape}+{}", hide.map_or("visible", |v| v.0));
        hit.put(at, block, place, technique, hide.is_some());
    }

    /// Single items among the genuine ones.
    fn items(&self, group: &Group, dice: &mut Dice, hit: &mut Hit) {
        let together = dice.chance(0.5).then(|| dice.pick(&group.items));
        for _ in 0..dice.weighted(&[(4, 1), (3, 2), (2, 4), (1, 7)]) {
            let after = together.unwrap_or_else(|| dice.pick(&group.items));
            let block = self.item(group, dice);
            self.put(self.page.nodes[after].stop, block, group.place, "item", dice, hit);
        }
    }

    /// Copies of several items; `genuine` is the share of items copied as they are.
    fn filled(&self, group: &Group, genuine: f64, dice: &mut Dice) -> Block {
        let mut whole = Block::default();
        for _ in 0..dice.between(3, 12) {
            if dice.chance(genuine) {
                let node = &self.page.nodes[dice.pick(&group.simple)];
                whole.html.push_str(&self.page.html[node.outer()]);
            } else {
                let block = self.item(group, dice);
                whole.html.push_str(&block.html);
                whole.strings.extend(block.strings);
            }
            whole.html.push('\n');
        }
        whole
    }

    /// A list of its own after the genuine one.
    fn list(&self, group: &Group, genuine: f64, dice: &mut Dice, hit: &mut Hit) {
        let holder = &self.page.nodes[group.parent];
        if matches!(holder.tag.as_str(), "tbody" | "table" | "main" | "body") || holder.outer().len() > 4 * COLUMN {
            return self.items(group, dice, hit);
        }
        let block = self.filled(group, genuine, dice);
        let open = clone::opening(&self.page.html[holder.open.clone()], None);
        let block = block.within(&format!("{open}{{}}</{}>", holder.tag));
        self.put(holder.stop, block, group.place, if genuine > 0.0 { "mixed-list" } else { "list" }, dice, hit);
    }

    /// The list with its heading and wrapper once more, as one column more.
    fn column(&self, group: &Group, dice: &mut Dice, hit: &mut Hit) {
        let list = &self.page.nodes[group.parent];
        let Some(up) = list.parent.map(|p| &self.page.nodes[p]) else { return };
        let wrapped = up.close.is_some()
            && matches!(up.tag.as_str(), "div" | "section" | "aside" | "nav" | "li")
            && up.outer().len() < COLUMN;
        let rest =
            self.page.chars(&up.inner()).0 - self.page.chars(&list.inner()).0.min(self.page.chars(&up.inner()).0);
        if !wrapped || rest > 60 || matches!(list.tag.as_str(), "tbody" | "table") {
            return self.list(group, 0.0, dice, hit);
        }
        let lead = self.family.say("lead", dice);
        let mut block = self.filled(group, 0.0, dice);
        let html = self.page.html;
        let level = dice.pick(&["h3", "h4", "strong", "h2"]);
        let title = if rest > 0 {
            clone::copy(&html[up.inner().start..list.open.start], &Words { phrase: &lead, line: &lead, url: "#" }, dice)
                .0
        } else {
            String::new()
        };
        let titled = if text::pieces(&title).iter().any(|p| p.contains(&lead)) {
            title
        } else {
            format!("<{level}>{}</{level}>", text::escape(&lead))
        };
        let open = |n: &crate::page::Node| clone::opening(&html[n.open.clone()], None);
        block.html = format!("{}{titled}{}{}</{}></{}>", open(up), open(list), block.html, list.tag, up.tag);
        block.strings.push(lead);
        self.put(up.stop, block, group.place, "column", dice, hit);
    }

    /// An item with a list of its own inside, as in menus.
    fn nested(&self, group: &Group, dice: &mut Dice, hit: &mut Hit) {
        let holder = &self.page.nodes[group.parent];
        let last = group.items.iter().map(|i| &self.page.nodes[*i]).next_back();
        let Some(item) = last.filter(|n| n.tag == "li") else { return self.items(group, dice, hit) };
        let block = self.filled(group, 0.0, dice);
        let sub = dice.pick(&["sub-menu", "children", "dropdown-menu", ""]);
        let at = item.inner().end;
        self.put(
            at,
            block.within(&format!("<{0} class=\"{sub}\">{{}}</{0}>", if holder.tag == "ol" { "ol" } else { "ul" })),
            group.place,
            "nested",
            dice,
            hit,
        );
    }

    /// Paragraphs of the article's own mark-up, with or without a heading of its kind.
    fn paragraph(&self, dice: &mut Dice, hit: &mut Hit) {
        let Some(article) = self.page.article() else { return };
        let para = dice.one(&article.paras);
        let phrases = {
            let n = dice.between(1, 4);
            self.family.several("kw", n, dice)
        };
        let anchors: Vec<String> =
            phrases.iter().map(|p| format!("<a href=\"{}\">{}</a>", self.url("", p, dice), text::escape(p))).collect();
        let line = if dice.chance(0.5) { text::escape(&self.family.say("line", dice)) + " " } else { String::new() };
        let open = if para.open.is_empty() { para.close.to_owned() } else { clone::opening(&para.open, None) };
        let body = format!("{line}{}", anchors.join(dice.pick(&[" ", " · ", "<br>", ", "])));
        let inside = self.page.nodes[article.node].outer();
        let heading =
            self.page.nodes.iter().find(|n| matches!(n.tag.as_str(), "h2" | "h3") && inside.contains(&n.open.start));
        let title = heading.filter(|_| dice.chance(0.5)).map_or_else(String::new, |h| {
            format!(
                "{}{}</{}>",
                clone::opening(&self.page.html[h.open.clone()], None),
                text::escape(&self.phrase(dice)),
                h.tag
            )
        });
        let html = format!("{title}{open}{body}{}", para.close);
        self.put(para.after, Block::of(html, &phrases), "paragraph", "paragraph", dice, hit);
    }
}

/// The fragment with a style on its first element.
fn styled(html: &str, style: &str) -> String {
    match scan::tags(html).first() {
        Some(tag) => {
            let at = tag.span.start + 1 + tag.name.len();
            format!("{} style=\"{style}\"{}", &html[..at], &html[at..])
        }
        None => format!("<span style=\"{style}\">{html}</span>"),
    }
}
