//! A piece of text (one text node) as numbers: what the spam model sees.

mod around;
mod own;
mod place;

use super::evidence::{Evidence, Tally};
use crate::features::{bit, log, Sink};
use crate::head::Head;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::sums::{ratio, Counts, Sums};
use crate::tag::{Tag, BLOCK};
use crate::text;
use around::{put_level, put_levels, put_neighbours, put_windows, LEVELS};
use own::{put_link, put_text, put_words};
use place::{put_host, put_place};

/// Everything a feature may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// Its own statements.
    pub head: &'a Head,
    /// Evidence of injection.
    pub evidence: &'a Evidence,
}

/// What is the same for all pieces of a page.
pub struct Whole {
    title: Vec<u32>,
    title_support: f32,
    keywords: Vec<u32>,
    /// Text length before each row is a difference of sums; this is the body's.
    total: u32,
    body: (Row, Row),
    /// Last row of running text, first row of running text.
    running: (Row, Row),
    best: (Row, Row),
    counts: Counts,
    tally: Tally,
}

/// Features of the screen.
pub const SCREENED: usize = 41;

impl Whole {
    /// Looks at the page once.
    #[must_use]
    #[inline(never)]
    pub fn of(view: View<'_>) -> Whole {
        let View { page, sums, scene, head, evidence } = view;
        let body = if page.is_empty() { (0, 0) } else { (page.body(), page.end[page.body() as usize]) };
        let title = text::word_set(head.title.as_deref().unwrap_or(""));
        let keywords =
            text::word_set(&[head.get("keywords").unwrap_or(""), head.get("description").unwrap_or("")].join(" "));
        let running: Vec<Row> = evidence
            .pieces
            .iter()
            .copied()
            .filter(|&row| !sums.in_link[row as usize] && sums.between(row, row + 1).long_len > 0)
            .collect();
        let mut supported = vec![false; title.len()];
        for word in running.iter().flat_map(|&row| text::words(page.subtree_text(row))) {
            if let Ok(at) = title.binary_search(&word) {
                supported[at] = true;
            }
        }
        Whole {
            title_support: ratio(supported.into_iter().map(u32::from).sum(), title.len() as u32),
            title,
            keywords,
            total: sums.text_len(body.0, body.1),
            running: (running.first().copied().unwrap_or(body.0), running.last().copied().unwrap_or(body.1)),
            best: (scene.best, if page.is_empty() { 0 } else { page.end[scene.best as usize] }),
            counts: sums.between(body.0, body.1),
            tally: evidence.between(body.0, body.1),
            body,
        }
    }
}

/// Puts the cheap features of one piece, by which most pieces are cleared.
#[inline(never)]
pub fn screen(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    put_words(view, piece, sink);
    let row = view.evidence.pieces[piece];
    sink.put("hidden", bit(view.sums.is_hidden(row)));
    let link = view.evidence.links.get(row);
    sink.put("link", f32::from(link.kind));
    sink.put("link_site", log(link.site_links));
    sink.put("link_same", log(link.same));
    put_windows(view, piece, sink);
    put_level(view, block_parent(view.page, row), LEVELS[0], sink);
}

/// Puts the other features of the piece.
#[inline(never)]
pub fn rest(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
    put_text(view, whole, piece, sink);
    put_link(view, piece, sink);
    put_levels(view, piece, sink);
    put_host(view, piece, sink);
    put_place(view, whole, piece, sink);
    put_neighbours(view, piece, sink);
}

fn block_parent(page: &Page, row: Row) -> Row {
    page.ancestors(row).find(|&up| page.tag[up as usize].is(BLOCK)).unwrap_or(0)
}

/// Names of the features, in order; the first [`SCREENED`] are those of the screen.
#[must_use]
pub fn names() -> Vec<&'static str> {
    use crate::page::Builder;
    let mut builder = Builder::new(crate::options::Limits::default());
    builder.open(Tag::Html, 0);
    builder.open(Tag::Body, 0);
    builder.text("x");
    let page = builder.finish();
    let none = crate::cue::Table::NONE;
    let sums = Sums::of(&page, None);
    let scene = Scene::of(&page, &sums, none);
    let head = Head::default();
    let evidence = Evidence::of(&page, &sums, none);
    let view = View { page: &page, sums: &sums, scene: &scene, head: &head, evidence: &evidence };
    let mut names = Vec::new();
    screen(view, 0, &mut names);
    rest(view, &Whole::of(view), 0, &mut names);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_comes_first() {
        assert_eq!(names()[SCREENED - 1], "l1_odd");
        assert_eq!(names()[SCREENED], "digits");
    }
}
