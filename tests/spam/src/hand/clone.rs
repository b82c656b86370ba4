//! The page's own repeated mark-up – items of lists, menus, cards, rows – and copies of it with other words in.

use crate::dice::Dice;
use crate::page::Page;
use crate::place::Zone;
use crate::scan::{self, Kind};
use crate::text;
use std::collections::HashMap;

/// An item is longer than a bullet and shorter than an article.
const ITEM_CHARS: std::ops::RangeInclusive<usize> = 3..=420;
/// From this many letters on, a text beside the main link is a teaser and no label or date.
const TEASER: usize = 25;
/// Attributes that must be unique, or would give a copy away as one.
const DROPPED: &[&str] = &[
    "id",
    "name",
    "srcset",
    "data-src",
    "accesskey",
    "itemprop",
    "itemscope",
    "itemtype",
    "aria-current",
    "style",
    "role",
];

/// Three and more like siblings that each hold a link.
#[derive(Debug)]
pub struct Group {
    /// Their container's index.
    pub parent: usize,
    /// Their indices.
    pub items: Vec<usize>,
    /// Those with fewest links: what is copied has no menu inside.
    pub simple: Vec<usize>,
    /// The part of the page they are in.
    pub place: &'static str,
}

/// All groups of a page.
pub fn groups(page: &Page) -> Vec<Group> {
    let mut children: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut links = vec![0_u32; page.nodes.len()];
    for (i, n) in page.nodes.iter().enumerate() {
        if let Some(parent) = n.parent {
            children.entry(parent).or_default().push(i);
        }
        if n.tag == "a" && page.chars(&n.inner()).0 > 1 {
            std::iter::once(i).chain(page.over(i)).for_each(|u| links[u] += 1);
        }
    }
    let article = page.article().map(|a| a.node);
    let mut found = Vec::new();
    for (parent, all) in children {
        let holder = &page.nodes[parent];
        if holder.shut
            || holder.close.is_none()
            || matches!(holder.tag.as_str(), "p" | "a" | "head" | "html" | "body" | "span")
        {
            continue;
        }
        let mut kinds: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        for i in all {
            let n = &page.nodes[i];
            let fits = n.close.is_some()
                && !n.shut
                && (1..=4).contains(&links[i])
                && ITEM_CHARS.contains(&page.chars(&n.inner()).0);
            let whole = matches!(n.tag.as_str(), "li" | "div" | "article" | "tr" | "dd" | "a" | "section");
            if fits && whole {
                kinds.entry((&n.tag, n.name.split(' ').next().unwrap_or(""))).or_default().push(i);
            }
        }
        for items in kinds.into_values().filter(|items| items.len() >= 3) {
            let least = items.iter().map(|i| links[*i]).min();
            let simple = items.iter().copied().filter(|i| Some(links[*i]) == least).collect();
            found.push(Group { parent, place: place(page, parent, article), items, simple });
        }
    }
    found.sort_by_key(|g| (g.items[0], g.parent));
    found
}

fn place(page: &Page, i: usize, article: Option<usize>) -> &'static str {
    let zones = [
        (Zone::Footer, "footer-list"),
        (Zone::Comments, "comment-list"),
        (Zone::Nav, "nav-list"),
        (Zone::Side, "side-list"),
    ];
    match zones.iter().find(|z| page.within(i, z.0)) {
        Some(zone) => zone.1,
        None if article.is_some_and(|a| i == a || page.over(i).any(|u| u == a)) => "article-list",
        None => "page-list",
    }
}

/// The words and addresses of one copy.
pub struct Words<'a> {
    /// The main link's text.
    pub phrase: &'a str,
    /// Text beside it.
    pub line: &'a str,
    /// Its address, ready for an attribute.
    pub url: &'a str,
}

/// An element copied with other words. Returns the copy and whether the teaser was used.
pub fn copy(source: &str, words: &Words, dice: &mut Dice) -> (String, bool) {
    let tags = scan::tags(source);
    let main = main_run(source, &tags);
    let keep_images = dice.chance(0.7);
    let (mut out, mut from, mut teased, mut skip) = (String::new(), 0, false, false);
    for tag in &tags {
        out.push_str(&run(source, from..tag.span.start, main, skip, words, &mut teased));
        let markup = &source[tag.span.clone()];
        if tag.kind == Kind::Close {
            out.push_str(markup);
        } else if tag.name != "img" || keep_images {
            out.push_str(&opening(markup, Some(words)));
        }
        skip = tag.kind == Kind::Open && matches!(tag.name.as_str(), "script" | "style" | "noscript" | "svg");
        from = tag.span.end;
    }
    (out + &run(source, from..source.len(), main, skip, words, &mut teased), teased)
}

/// Where the text run begins that names the item: the longest one in a link or heading.
fn main_run(source: &str, tags: &[scan::Tag]) -> usize {
    let (mut from, mut depth, mut best) = (0, 0_i32, (0, usize::MAX));
    for tag in tags {
        let len = text::key(&source[from..tag.span.start]).chars().count();
        if depth > 0 && len > best.0 {
            best = (len, from);
        }
        from = tag.span.end;
        if matches!(tag.name.as_str(), "a" | "h2" | "h3" | "h4") {
            depth += if tag.kind == Kind::Open { 1 } else { -1 };
        }
    }
    best.1
}

fn run(
    source: &str,
    range: std::ops::Range<usize>,
    main: usize,
    skip: bool,
    words: &Words,
    teased: &mut bool,
) -> String {
    let was = &source[range.clone()];
    let blank = |s: &str| s[..s.len() - s.trim_start().len()].to_owned();
    let letters = was.chars().filter(|c| c.is_alphabetic()).count();
    if range.start == main {
        let tail: String = blank(&was.chars().rev().collect::<String>());
        return format!("{}{}{tail}", blank(was), text::escape(words.phrase));
    }
    if skip || letters < TEASER {
        return was.to_owned();
    }
    if *teased {
        return blank(was);
    }
    *teased = true;
    format!("{}{}", blank(was), text::escape(words.line))
}

/// An opening tag without what must be unique, and with the copy's address and labels.
pub fn opening(markup: &str, words: Option<&Words>) -> String {
    let mut out = String::new();
    let mut from = 0;
    for attr in scan::attrs(markup) {
        let put = match (attr.name.as_str(), words) {
            (name, _) if DROPPED.contains(&name) || name.starts_with("on") || name.starts_with("data-") => {
                String::new()
            }
            ("href", Some(w)) => format!("href=\"{}\"", w.url),
            ("title" | "alt" | "aria-label", Some(w)) => format!("{}=\"{}\"", attr.name, text::quote(w.phrase)),
            ("class", _) => {
                let state =
                    |c: &&str| !["current", "active", "first", "last", "selected"].iter().any(|s| c.contains(s));
                format!("class=\"{}\"", attr.value.split_whitespace().filter(state).collect::<Vec<_>>().join(" "))
            }
            _ => continue,
        };
        out.push_str(&markup[from..attr.span.start]);
        out.push_str(&put);
        from = attr.span.end;
    }
    let out = out + &markup[from..];
    out.replace("  ", " ").replace(" >", ">")
}
