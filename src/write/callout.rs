//! Callouts: notes, tips and warnings set apart from the text, written as quotes; captions outside of
//! figures.

use super::names::{classes, has_class};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, HEADING};

/// Classes of a callout: Sphinx, MkDocs, Hugo, Docusaurus, Obsidian, GitHub, Bootstrap, Confluence.
const CALLOUTS: &[&str] = &[
    "admonition",
    "callout",
    "theme-admonition",
    "markdown-alert",
    "alert-info",
    "alert-warning",
    "alert-danger",
    "alert-success",
    "alert-primary",
    "alert-secondary",
    "alert-note",
    "alert-tip",
    "aside-note",
    "notice",
    "hint",
    "infobox-note",
    "confluence-information-macro",
    "custom-block",
];
/// Classes of its title.
const TITLES: &[&str] = &[
    "admonition-title",
    "callout-title",
    "callout-title-inner",
    "markdown-alert-title",
    "alert-heading",
    "alert-title",
    "custom-block-title",
    "details-summary",
    "title",
];
/// Bytes of text no callout has.
const LONGEST: usize = 4000;

/// Whether a row is a callout.
#[must_use]
pub fn is_callout(page: &Page, row: Row) -> bool {
    let tag = page.tag[row as usize];
    if !matches!(tag, Tag::Div | Tag::Aside | Tag::Section | Tag::Blockquote) || page.subtree_text(row).len() > LONGEST
    {
        return false;
    }
    has_class(page, row, CALLOUTS)
        || (page.attr(row, AttrName::Role) == Some("note") && page.attr(row, AttrName::Class).is_some())
}

/// Whether a row is the title of a callout.
#[must_use]
pub fn is_title(page: &Page, row: Row) -> bool {
    /// Levels between a title and its callout; bytes of the longest title.
    const LEVELS: usize = 3;
    const LONGEST: usize = 200;
    let named =
        || has_class(page, row, TITLES) || classes(page, row).any(|class| class.starts_with("admonitionHeading"));
    !page.tag[row as usize].is(HEADING)
        && page.subtree_text(row).len() <= LONGEST
        && named()
        && page.ancestors(row).take(LEVELS).any(|up| is_callout(page, up))
}

/// Classes of captions that are no `figcaption`.
const CAPTIONS: &[&str] = &[
    "wp-caption-text",
    "caption",
    "image-caption",
    "img-caption",
    "figure-caption",
    "photo-caption",
    "media-caption",
    "figcaption",
    "imagecaption",
    "caption-text",
];

/// Whether a row is a caption, told by its class; it counts only beside a picture.
#[must_use]
pub fn is_caption(page: &Page, row: Row) -> bool {
    /// Bytes of the longest caption.
    const LONGEST: usize = 1000;
    matches!(page.tag[row as usize], Tag::P | Tag::Div | Tag::Span | Tag::Dd)
        && has_class(page, row, CAPTIONS)
        && page.subtree_text(row).len() <= LONGEST
}
