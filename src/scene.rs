//! What every judge of a page needs to know around a row: containers it is in, its repeated
//! siblings, its path, the candidate score of the containers. Columns, computed once.

use crate::attr::AttrName;
use crate::block::{self, Block};
use crate::cue::{self, Cue, Table};
use crate::lexicon::named;
use crate::order;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::tag::{Tag, BLOCK, HEADING};
use crate::text;

/// Containers, as bits of [`Scene::inside`].
pub mod inside {
    #![allow(missing_docs)]
    pub const ARTICLE: u32 = 1;
    pub const MAIN: u32 = 2;
    pub const NAV: u32 = 4;
    pub const HEADER: u32 = 8;
    pub const FOOTER: u32 = 16;
    pub const ASIDE: u32 = 32;
    pub const FORM: u32 = 64;
    pub const TABLE: u32 = 128;
    pub const LIST: u32 = 256;
    pub const QUOTE: u32 = 512;
    pub const FIGURE: u32 = 1024;
    pub const PRE: u32 = 2048;
    pub const DIALOG: u32 = 4096;
    pub const BUTTON: u32 = 8192;
    pub const DETAILS: u32 = 16384;
    pub const CODE: u32 = 32768;
    /// The row is or lies in a heading.
    pub const HEADING: u32 = 65536;
    /// itemprop articleBody, text, description.
    pub const BODY_PROP: u32 = 1 << 17;
    /// Named comments.
    pub const COMMENTS: u32 = 1 << 18;
}

/// The columns. Per row unless said otherwise.
#[derive(Debug)]
pub struct Scene {
    /// Text blocks.
    pub blocks: Vec<Block>,
    /// Bits of [`inside`], the row itself included.
    pub inside: Vec<u32>,
    /// Log-odds of the row's own name tokens.
    pub cues: Vec<Cue>,
    /// Siblings of the same shape (tag and classes), itself included; 0 for text.
    pub twins: Vec<u32>,
    /// Hash of tags and classes from the body down.
    pub path: Vec<u32>,
    /// Rows whose names speak of each of [`named::KINDS`].
    pub kinds: [u32; named::KINDS.len()],
    /// Readability-like score of the row as the article's container.
    pub candidate: Vec<f32>,
    /// The row of the greatest candidate score.
    pub best: Row,
}

impl Scene {
    /// Looks at the page once. `names` are the learned log-odds of name tokens.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, names: Table<'_>) -> Scene {
        let blocks = block::blocks(page, sums);
        let mut scene = Scene {
            inside: Vec::with_capacity(page.len()),
            cues: vec![Cue::default(); page.len()],
            twins: vec![0; page.len()],
            path: Vec::with_capacity(page.len()),
            kinds: [0; named::KINDS.len()],
            candidate: vec![0.0; page.len()],
            best: 0,
            blocks,
        };
        let mut shapes = Vec::with_capacity(page.len());
        for row in 0..page.len() as Row {
            let at = row as usize;
            let up = page.parent[at] as usize;
            let tag = page.tag[at];
            let (above, path) = if row == 0 { (0, 0) } else { (scene.inside[up], scene.path[up]) };
            scene.inside.push(above | container(page, row, tag));
            let shape = if tag.is_element() { shape(page, row, tag) } else { 0 };
            shapes.push(shape);
            scene.path.push(if tag.is_element() { path.wrapping_mul(31).wrapping_add(shape) } else { path });
            if tag.is_element() {
                let cue = &mut scene.cues[at];
                let mut says = 0;
                cue::name_tokens(page, row, |token| {
                    cue.add(names.odds(token));
                    says |= named::says(token);
                });
                // The page's own names say what else it has.
                if says & named::COMMENTS != 0 && !matches!(tag, Tag::Html | Tag::Body) {
                    scene.inside[at] |= inside::COMMENTS;
                }
                scene.kinds.iter_mut().enumerate().for_each(|(kind, count)| *count += u32::from(says >> kind & 1));
            }
        }
        scene.count_twins(page, &shapes);
        scene.score_candidates(page, sums);
        scene
    }

    /// Counts siblings of one shape, parent by parent.
    #[inline(never)]
    fn count_twins(&mut self, page: &Page, shapes: &[u32]) {
        let key = |row: usize| order::pair(page.parent[row], shapes[row]);
        let rows = order::by_key((0..page.len()).map(key));
        for group in rows.chunk_by(|&a, &b| key(a as usize) == key(b as usize)) {
            let elements = group.iter().map(|&row| row as usize).filter(|&row| row > 0 && page.tag[row].is_element());
            let twins = elements.clone().count() as u32;
            for row in elements {
                self.twins[row] = twins;
            }
        }
    }

    /// Each block of running text votes for the containers around it, less for farther ones
    /// (the scheme of arc90's and Mozilla's readers; weights as measured in findings/extraction).
    #[inline(never)]
    fn score_candidates(&mut self, page: &Page, sums: &Sums) {
        /// Levels a block votes for.
        const LEVELS: usize = 5;
        /// Shortest voting block, weighted characters (Readability's paragraph minimum).
        const SHORTEST: u32 = 25;
        for block in &self.blocks {
            let counts = block.counts;
            if counts.text.len < SHORTEST || counts.link_density() > 0.5 {
                continue;
            }
            let points = 1.0 + counts.text.commas as f32 + (counts.text.len as f32 / 100.0).min(3.0);
            let mut row = block.host;
            if is_leaf_like(page.tag[row as usize]) {
                row = page.parent[row as usize];
            }
            let mut share = 1.0;
            for level in 0..LEVELS {
                self.candidate[row as usize] += points * share;
                let up = page.parent[row as usize];
                if up == row {
                    break;
                }
                row = up;
                share = if level == 0 { 0.5 } else { 1.0 / ((level + 1) as f32 * 3.0) };
            }
        }
        let mut best = 0.0;
        for row in 0..page.len() {
            if self.candidate[row] > 0.0 {
                self.candidate[row] *= 1.0 - sums.subtree(page, row as Row).link_density();
                if self.candidate[row] > best {
                    best = self.candidate[row];
                    self.best = row as Row;
                }
            }
        }
    }

    /// The row's candidate score as a share of the best, 0…1.
    #[must_use]
    pub fn candidacy(&self, row: Row) -> f32 {
        let best = self.candidate[self.best as usize];
        if best > 0.0 {
            self.candidate[row as usize] / best
        } else {
            0.0
        }
    }

    /// The text of a block as it stands.
    #[must_use]
    pub fn block_text<'p>(&self, page: &'p Page, block: usize) -> &'p str {
        page.text_between(self.blocks[block].start, self.blocks[block].end)
    }
}

/// Elements that hold a paragraph rather than paragraphs.
fn is_leaf_like(tag: Tag) -> bool {
    tag.is(HEADING)
        || matches!(tag, Tag::P | Tag::Li | Tag::Pre | Tag::Blockquote | Tag::Dd | Tag::Dt | Tag::Figcaption)
}

#[inline(never)]
fn container(page: &Page, row: Row, tag: Tag) -> u32 {
    let by_tag = match tag {
        Tag::Article => inside::ARTICLE,
        Tag::Main => inside::MAIN,
        Tag::Nav | Tag::Menu => inside::NAV,
        Tag::Header => inside::HEADER,
        Tag::Footer => inside::FOOTER,
        Tag::Aside => inside::ASIDE,
        Tag::Form => inside::FORM,
        Tag::Table => inside::TABLE,
        Tag::Ul | Tag::Ol | Tag::Dl => inside::LIST,
        Tag::Blockquote => inside::QUOTE,
        Tag::Figure | Tag::Figcaption => inside::FIGURE,
        Tag::Pre => inside::PRE,
        Tag::Dialog => inside::DIALOG,
        Tag::Button | Tag::Label => inside::BUTTON,
        Tag::Details => inside::DETAILS,
        Tag::Code => inside::CODE,
        _ if tag.is(HEADING) => inside::HEADING,
        _ => 0,
    };
    let by_role = match page.attr(row, AttrName::Role).unwrap_or("") {
        "main" => inside::MAIN,
        "navigation" | "menu" | "menubar" | "tablist" => inside::NAV,
        "banner" => inside::HEADER,
        "contentinfo" => inside::FOOTER,
        "complementary" => inside::ASIDE,
        "article" => inside::ARTICLE,
        "search" => inside::FORM,
        "dialog" | "alertdialog" => inside::DIALOG,
        "button" => inside::BUTTON,
        "heading" => inside::HEADING,
        _ => 0,
    };
    let by_prop = match page.attr(row, AttrName::Itemprop) {
        Some("articleBody" | "text" | "description" | "reviewBody" | "recipeInstructions") => inside::BODY_PROP,
        _ => 0,
    };
    by_tag | by_role | by_prop
}

/// Hash of tag and classes. Digits are left out: `item-1`, `item-2` are one shape.
#[inline(never)]
fn shape(page: &Page, row: Row, tag: Tag) -> u32 {
    let mut hash = text::hash(tag.name());
    if tag.is(BLOCK) || matches!(tag, Tag::Span | Tag::A | Tag::Other) {
        for byte in page.attr(row, AttrName::Class).unwrap_or("").bytes().filter(|b| !b.is_ascii_digit()) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    hash
}
