//! Clutter told by rules, where few labels say what a person would call clutter: teasers below a
//! heading that says so, boxes that lie over the page, readers' comments.

use super::lexicon::{self, about};
use super::reason::{self, View};
use super::tokens;
use crate::options::Kind;
use crate::order;
use crate::page::{flag, Page, Rect, Row};
use crate::scene::inside;
use crate::style::hide;
use crate::tag::{Tag, BLOCK, MEDIA};

/// A block that is clutter by a rule.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plain {
    /// Root of the subtree.
    pub row: Row,
    /// What it is.
    pub kind: Kind,
    /// How sure the rule is, 0…1: what a person would agree with, by eye.
    pub score: f32,
}

/// All of them, in document order.
#[must_use]
pub fn units(view: View<'_>) -> Vec<Plain> {
    let page = view.page;
    let mut found = Vec::new();
    for row in 1..page.len() as Row {
        let tag = page.tag[row as usize];
        if tag == Tag::Text {
            found.extend(below_label(view, row));
        } else if tag.is(BLOCK) || tag == Tag::Iframe {
            let rules = [comments, sharing, named, over];
            found.extend(rules.into_iter().find_map(|rule| rule(view, row)));
        }
    }
    order::sorted(found, |plain: &Plain| order::pair(plain.row, !order::rising(plain.score)))
}

/// Links below a text like “Related stories” or “More from us”: the smallest element that holds both.
fn below_label(view: View<'_>, text: Row) -> Option<Plain> {
    /// Bytes of the longest label.
    const BYTES: usize = 90;
    /// Levels between the label and what holds its links.
    const LEVELS: usize = 5;
    let View { page, sums, .. } = view;
    let label = page.subtree_text(text).trim();
    if label.is_empty() || label.len() > BYTES || sums.in_link[text as usize] {
        return None;
    }
    let mut first = 0;
    tokens::words(label, |token, pair| {
        first = lexicon::bits(token);
        !pair
    });
    if (first | lexicon::bits(tokens::whole(label))) & about::RELATED == 0 {
        return None;
    }
    let row = page.ancestors(text).take(LEVELS).find(|&up| sums.subtree(page, up).links >= LINKS)?;
    are_teasers(view, row).then_some(Plain { row, kind: Kind::Related, score: 0.8 })
}

/// A block named for teasers.
fn named(view: View<'_>, row: Row) -> Option<Plain> {
    let is = view.clutter.evidence.own[row as usize].bits & about::RELATED != 0;
    (is && are_teasers(view, row)).then_some(Plain { row, kind: Kind::Related, score: 0.55 })
}

/// Links that make a list.
const LINKS: u32 = 3;

/// Whether a block is a list of links beside or below an article.
fn are_teasers(view: View<'_>, row: Row) -> bool {
    /// Share of text in links; teasers may have a line each beside the link.
    const DENSITY: f32 = 0.4;
    /// Shares of the article: most that it may hold, least that must lie before it outside a side column.
    const HELD: f32 = 0.02;
    const BEFORE: f32 = 0.5;
    /// Shortest article, weighted characters: on a page without one, teasers are what it is about.
    const ARTICLE: f32 = 600.0;
    let View { page, sums, scene, clutter } = view;
    let within = scene.inside[row as usize];
    let counts = sums.subtree(page, row);
    let placed = within & inside::ASIDE != 0 || clutter.mass.share(0, row) >= BEFORE;
    clutter.mass.all() >= ARTICLE
        && placed
        && within & (inside::NAV | inside::HEADER | inside::FOOTER) == 0
        && page.tag[row as usize].is(BLOCK)
        && counts.links >= LINKS
        && counts.link_density() >= DENSITY
        && clutter.mass.share(row, page.end[row as usize]) <= HELD
}

/// A short block named for sharing, with a label that says so.
fn sharing(view: View<'_>, row: Row) -> Option<Plain> {
    /// Longest, weighted characters.
    const LEN: u32 = 120;
    let View { page, sums, clutter, .. } = view;
    let counts = sums.subtree(page, row);
    (clutter.evidence.own[row as usize].bits & about::SHARE != 0
        && counts.text.len <= LEN
        && counts.long_len == 0
        && counts.links + counts.controls >= 2
        && reason::label(page, row, about::SHARE).is_some())
    .then_some(Plain { row, kind: Kind::Share, score: 0.75 })
}

/// A block named for comments, below the article.
fn comments(view: View<'_>, row: Row) -> Option<Plain> {
    /// Share of the article that must lie before it.
    const BEFORE: f32 = 0.6;
    let clutter = view.clutter;
    let named = clutter.evidence.own[row as usize].bits & about::COMMENTS != 0;
    (named && clutter.mass.share(0, row) >= BEFORE).then_some(Plain { row, kind: Kind::Comments, score: 0.8 })
}

/// Something that lies over the page and is nothing a person must answer: a backdrop, a notice, a
/// player, a chat.
fn over(view: View<'_>, row: Row) -> Option<Plain> {
    /// Longest notice, weighted characters.
    const NOTICE: u32 = 1500;
    let View { page, sums, clutter, .. } = view;
    // Without layout, an empty box right in the body that is named so.
    let veil = page.depth[row as usize] <= 2 && page.rects.is_empty() && page.end[row as usize] == row + 1;
    if !veil && !lies(view, row) {
        return None;
    }
    let counts = sums.subtree(page, row);
    let tally = clutter.evidence.subtree(page, row);
    let bits = clutter.evidence.own[row as usize].bits;
    let bare = counts.text.len == 0 && counts.controls == 0 && counts.images == 0 && tally.frames == 0;
    let covers = covers(page, row);
    let plea = about::PLEA | about::LETTER | about::AD | about::COOKIE;
    let score = if bare && tally.films == 0 {
        // A veil: dims the page and has nothing on it.
        match (covers, bits & about::OVERLAY != 0) {
            (Some(true), _) => 0.9,
            (None, true) => 0.7,
            _ => return None,
        }
    } else if tally.films > 0 && is_player(page, row)
        || bits & plea != 0 && tally.secrets == 0 && counts.text.len < NOTICE
    {
        0.75
    } else {
        return None;
    };
    Some(Plain { row, kind: Kind::Overlay, score })
}

/// Whether the row itself lies over the page.
fn lies(view: View<'_>, row: Row) -> bool {
    view.page.flags[row as usize] & (flag::FIXED | flag::MODAL) != 0
        || view.sums.own_style[row as usize] & hide::FIXED != 0 && view.page.flags[row as usize] & flag::STICKY == 0
}

/// Whether a row takes up most of the window; `None` without layout.
fn covers(page: &Page, row: Row) -> Option<bool> {
    /// Share of the page's width, and CSS px of height: the lowest windows people read in.
    const WIDTH: f32 = 0.9;
    const HEIGHT: f32 = 360.0;
    let (own, all) = (page.rect(row)?, page.rects.first()?.1);
    let [_, _, width, height] = own;
    Some(width >= all[2] * WIDTH && height >= HEIGHT)
}

/// A film that stays in a corner while the page scrolls.
fn is_player(page: &Page, row: Row) -> bool {
    /// CSS px: larger ones are what a person came for.
    const WIDTH: f32 = 640.0;
    const HEIGHT: f32 = 480.0;
    let small = |[_, _, width, height]: Rect| width <= WIDTH && height <= HEIGHT;
    page.rect(row).is_some_and(small)
        && (row..page.end[row as usize])
            .any(|at| page.tag[at as usize].is(MEDIA) || page.tag[at as usize] == Tag::Video)
}
