//! Authors in elements that say so by their names, links or properties.

use super::super::label;
use super::super::name::{self, names};
use super::super::view::View;
use super::super::zone;
use super::super::Origin;
use super::text::{joined, shown};
use super::{add, nearness, trouble, Candidate};
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;
use crate::text::Script;
use crate::url;
use crate::words::{words, Words};

/// Adds what elements hold whose names, links or properties say author.
#[inline(never)]
pub fn candidates(view: &View<'_>, title: Option<Row>, found: &mut Vec<Candidate>) {
    /// Weighted length of the longest element looked at.
    const LEN: u32 = 360;
    let page = view.page;
    let mut skip = 0;
    for row in page.body()..page.len() as Row {
        let zone = view.zone(row);
        if zone & zone::SPAM != 0 || !page.tag[row as usize].is_element() {
            continue;
        }
        let own = view.zones.own[row as usize];
        let prop = page.attr(row, AttrName::Itemprop).unwrap_or("");
        let rel = page.attr(row, AttrName::Rel).unwrap_or("");
        let href = if page.tag[row as usize] == Tag::A { page.attr(row, AttrName::Href).unwrap_or("") } else { "" };
        let by_href = is_author_path(href);
        let is_prop = prop.split_ascii_whitespace().any(|word| matches!(word, "author" | "creator"));
        let is_rel = rel.split_ascii_whitespace().any(|word| word == "author");
        if own & zone::AUTHOR == 0 && !by_href && !is_prop && !is_rel {
            continue;
        }
        let near = nearness(view, title, row) - trouble(zone);
        if is_prop {
            if let Some(content) = page.attr(row, AttrName::Content) {
                add(found, content, 7.8 + near, Origin::Microdata, Some(row), "itemprop");
            }
            let inner = (row + 1..page.end[row as usize])
                .find(|&inner| page.attr(inner, AttrName::Itemprop).is_some_and(|prop| prop == "name"));
            if let Some(inner) = inner {
                let text = page.attr(inner, AttrName::Content).map_or_else(|| joined(view, inner), str::to_string);
                add(found, &text, 7.8 + near, Origin::Microdata, Some(inner), "itemprop");
                continue;
            }
        }
        if !(1..=LEN).contains(&view.len(row)) {
            continue;
        }
        let text = shown(view, row);
        if is_rel {
            add(found, &text, 8.2 + near.min(0.0), Origin::Microdata, Some(row), "rel");
        }
        if is_prop {
            add(found, &text, 7.8 + near.min(0.0), Origin::Microdata, Some(row), "itemprop");
        }
        if own & zone::AUTHOR != 0 && row >= skip {
            let strong = if own & zone::BYLINE != 0 { 1.0 } else { 0.0 };
            let linked = single_link(view, row);
            let weight = 5.5 + strong + near;
            match linked {
                Some(link) => add(found, &joined(view, link), weight + 0.3, Origin::Dom, Some(link), "class"),
                None => add(found, &text, weight - doubt(&text), Origin::Dom, Some(row), "class"),
            }
            skip = row;
        }
        if by_href {
            add(found, &text, 4.5 + near, Origin::Dom, Some(row), "href");
        }
    }
}

/// The only link of an element, if its text is a name.
fn single_link(view: &View<'_>, row: Row) -> Option<Row> {
    let page = view.page;
    let mut links =
        (row..page.end[row as usize]).filter(|&inner| page.tag[inner as usize] == Tag::A && view.len(inner) > 0);
    let link = links.next()?;
    let rest = joined(view, row);
    let label = label::after_label(&rest).is_some() || view.len(link) * 2 > view.len(row);
    (links.next().is_none() && label && name::is_name_like(&joined(view, link))).then_some(link)
}

/// What is taken off when an element named author holds something else than names.
fn doubt(text: &str) -> f32 {
    match names(text) {
        Some(name) if name::is_name_like(&name) => 0.0,
        Some(name) if name.contains(' ') || name.contains(|c| Script::of(c).is_wide()) => 1.5,
        _ => 3.7,
    }
}

/// `/author/ann`, `/autor/`, `/profil/`, …
fn is_author_path(href: &str) -> bool {
    const PARTS: Words = words!(
        "author|authors|autor|autoren|auteur|auteurs|autore|autori|profile|profil|contributor|contributors|\
        writer|writers|journalist|journaliste|reporter|people|staff|by|user|users|member|members|u"
    );
    let mut segments = url::path(href).split('/').filter(|segment| !segment.is_empty()).peekable();
    let mut hit = false;
    while let Some(segment) = segments.next() {
        hit |= PARTS.has(segment) && segments.peek().is_some();
    }
    hit
}
