//! Small things a site puts into its text that are no part of it: links to the heading itself, edit
//! links, copy buttons beside code, reference marks of the software.

use super::code::language;
use super::ink::Ink;
use super::names::has_class;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Classes of links in a heading to the heading (Sphinx, GitHub, Docusaurus, MkDocs, Hugo, Jekyll), and of
/// MediaWiki's edit links.
const CLASSES: &[&str] = &[
    "mw-editsection",
    "headerlink",
    "hash-link",
    "header-anchor",
    "heading-anchor",
    "anchorjs-link",
    "permalink",
    "direct-link",
    "mw-editsection-like",
];

/// Whether the text at a row is the site's, not the article's. `in_heading`: it would be written into one.
#[must_use]
pub fn is_chrome(page: &Page, ink: &Ink, row: Row, in_heading: bool) -> bool {
    let tag = page.tag[row as usize];
    match tag {
        Tag::A | Tag::Span if has_class(page, row, CLASSES) => {
            is_mark(page.subtree_text(row)) || has_class(page, row, &["mw-editsection"])
        }
        Tag::A => {
            in_heading
                && page.attr(row, AttrName::Href).is_some_and(|href| href.contains('#'))
                && is_mark(page.subtree_text(row))
        }
        Tag::Button => is_copy_button(page, row),
        Tag::Video | Tag::Audio | Tag::Canvas => !ink.is_empty(page, row),
        _ => page.attr(row, AttrName::Role) == Some("button") && is_copy_button(page, row),
    }
}

/// Nothing but the signs such links are made of.
fn is_mark(text: &str) -> bool {
    /// Bytes of the longest such link.
    const LONGEST: usize = 24;
    let text = text.trim();
    !text.is_empty()
        && text.len() <= LONGEST
        && (text.chars().all(|c| matches!(c, '#' | '¶' | '§' | '🔗' | '\u{fe0f}' | '\u{200b}' | '∞' | '⚓' | '↩'))
            || matches!(text, "[edit]" | "Link" | "Copy link" | "Permalink" | "link"))
}

/// A button beside or in a block of code.
fn is_copy_button(page: &Page, row: Row) -> bool {
    /// Levels to the element that holds button and code, rows looked through below it.
    const LEVELS: usize = 3;
    const ROWS: u32 = 60;
    page.ancestors(row).take(LEVELS).any(|up| {
        let end = page.end[up as usize];
        ((up + 1).max(row.saturating_sub(ROWS))..end.min(row + ROWS)).any(|at| page.tag[at as usize] == Tag::Pre)
    })
}

/// The name of the language above a block of code, in a bar of its own.
#[must_use]
pub fn is_code_label(page: &Page, row: Row) -> bool {
    /// Rows looked through for the block.
    const ROWS: u32 = 40;
    let tag = page.tag[row as usize];
    if !matches!(tag, Tag::Div | Tag::Span | Tag::Figcaption) || page.subtree_text(row).len() > 40 {
        return false;
    }
    let word = page.subtree_text(row).trim();
    let end = page.end[row as usize];
    language::is_known(word)
        && (end..(end + ROWS).min(page.len() as Row))
            .take_while(|&at| page.text_between(end, at).len() <= 40)
            .any(|at| page.tag[at as usize] == Tag::Pre)
}
