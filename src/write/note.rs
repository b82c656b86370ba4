//! Footnotes: which links are references, which blocks are their notes, so that each leads to the other.

pub mod loose;

use super::address::prefixed;
use super::allow::PREFIX;
use super::ids::Ids;
use super::names::{has_class, rest};
use super::place;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, BLOCK};
use std::collections::{HashMap, HashSet};

/// The footnotes of one article.
#[derive(Default)]
pub struct Notes {
    /// Row of a reference (`a`, or a `sup` without link) → id of its note, id of its own.
    pub refs: HashMap<Row, (String, String)>,
    /// Row of a note's block → its id, and the id of its first reference when it has no link back.
    pub notes: HashMap<Row, (String, Option<String>)>,
    /// Rows of links from notes back to the text.
    pub backs: HashSet<Row>,
}

/// Bytes of the longest note.
const LONGEST: usize = 6000;

/// Finds the footnotes among the links within the page.
#[must_use]
pub fn notes(page: &Page, ids: &Ids) -> Notes {
    let mut found = Notes::default();
    let mut blocks: HashMap<Row, &str> = HashMap::new();
    let mut shared: HashSet<Row> = HashSet::new();
    let mut refs: Vec<(Row, &str, Row)> = Vec::new();
    for (link, id) in &ids.links {
        let Some(&target) = ids.rows.get(id).filter(|_| is_reference(page, *link)) else { continue };
        let Some(block) = note_block(page, target).filter(|&block| block > *link) else { continue };
        if *blocks.entry(block).or_insert(id) != id {
            shared.insert(block);
        }
        refs.push((*link, id, block));
    }
    refs.retain(|entry| !shared.contains(&entry.2));
    let mut numbers: HashMap<String, u32> = HashMap::new();
    for (link, id, block) in &refs {
        // References with ids of their own count too: those may be numbers given here before.
        let part = prefixed(id)[PREFIX.len()..].to_string();
        let number = *numbers.entry(part.clone()).and_modify(|number| *number += 1).or_insert(1);
        let own = own_id(page, ids, *link).map_or_else(|| format!("{PREFIX}ref-{part}-{number}"), prefixed);
        found.notes.entry(*block).or_insert_with(|| (prefixed(id), Some(own.clone())));
        found.refs.insert(*link, (prefixed(id), own));
    }
    back_links(page, ids, &refs, &mut found);
    found
}

/// Links in notes to their references; such a note needs no other.
fn back_links(page: &Page, ids: &Ids, refs: &[(Row, &str, Row)], found: &mut Notes) {
    let at: HashSet<Row> = refs
        .iter()
        .flat_map(|entry| {
            std::iter::once(entry.0)
                .chain(page.ancestors(entry.0).take(2))
                .chain(entry.0 + 1..page.end[entry.0 as usize].min(entry.0 + 4))
        })
        .collect();
    for (link, id) in &ids.links {
        let Some(target) = ids.rows.get(id).filter(|target| at.contains(target)) else { continue };
        if target > link || page.subtree_text(*link).len() > 40 || found.refs.contains_key(link) {
            continue;
        }
        if let Some(block) = page.ancestors(*link).find(|up| found.notes.contains_key(up)) {
            found.backs.insert(*link);
            if let Some(note) = found.notes.get_mut(&block) {
                note.1 = None;
            }
        }
    }
}

/// A link with the looks of a reference: a short mark, raised, in brackets or named so.
fn is_reference(page: &Page, link: Row) -> bool {
    /// Elements looked at around a link; bytes of the longest mark.
    const AROUND: usize = 8;
    const MARK: usize = 12;
    let text = page.subtree_text(link).trim();
    let bare = text.trim_matches(['[', ']', '(', ')', '^', ' ', '\u{200a}']);
    let mark = bare.contains(|c: char| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡' | '§' | '¶'));
    let short = mark
        && text.len() <= MARK
        && (bare.chars().all(|c| c.is_numeric()) || bare.chars().count() <= 3 && !bare.contains(' '));
    let inner = page.end[link as usize].min(link + 4);
    let raised = page.ancestors(link).take(AROUND).any(|up| page.tag[up as usize] == Tag::Sup)
        || (link + 1..inner).any(|row| page.tag[row as usize] == Tag::Sup);
    let bracketed = text.starts_with('[') && text.ends_with(']') && bare.chars().all(|c| c.is_numeric());
    let role = page.attr(link, AttrName::Role) == Some("doc-noteref")
        || ["data-type", "epub:type"].iter().any(|name| rest(page, link, name) == Some("noteref"));
    let class = has_class(
        page,
        link,
        &[
            "footnote",
            "footnote-ref",
            "footnote-reference",
            "fn",
            "noteref",
            "footref",
            "footnotes-ref",
            "footnote-anchor",
        ],
    );
    short && (raised || bracketed || role || class)
}

/// The block that a reference's target begins.
fn note_block(page: &Page, target: Row) -> Option<Row> {
    let is_block = |row: Row| page.tag[row as usize].is(BLOCK);
    let block = std::iter::once(target).chain(page.ancestors(target).take(4)).find(|&row| is_block(row))?;
    let tag = page.tag[block as usize];
    let within = |tag: Tag| page.ancestors(block).any(|up| page.tag[up as usize] == tag);
    let fits = match tag {
        Tag::Li | Tag::P | Tag::Aside | Tag::Dd | Tag::Blockquote => true,
        // Outside of these they are written as paragraphs.
        Tag::Figcaption => !within(Tag::Figure),
        Tag::Summary => !within(Tag::Details),
        Tag::Dir | Tag::Menu | Tag::Pre => false,
        _ => !place::is_written(tag),
    };
    let before = page.text_between(block, target);
    let begins = before.len() <= 200 && before.trim().len() <= 8;
    (fits && begins && page.subtree_text(block).len() <= LONGEST).then_some(block)
}

/// The id a reference can be led back to: its own, not one that an element before it has as well.
fn own_id<'p>(page: &'p Page, ids: &Ids, link: Row) -> Option<&'p str> {
    let inner = link + 1..page.end[link as usize].min(link + 4);
    let mut near = std::iter::once(link).chain(page.ancestors(link).take(1)).chain(inner);
    let (row, id) = near.find_map(|row| Some((row, page.attr(row, AttrName::Id)?)))?;
    (ids.rows.get(id) == Some(&row)).then_some(id)
}
