//! What stands among the text but is none of it: the title, which is a field of its own, and paragraphs
//! that are but a link to another page (“Read more: …”).

use crate::judge::Judged;
use crate::page::Row;
use crate::scene::inside;
use crate::select::Body;
use crate::tag::Tag;
use crate::text;

/// Words that must be left: of next to nothing, nothing is taken.
const LEAST: u32 = 30;
/// Share of a paragraph in links from which it is one.
const LINKED: f32 = 0.8;

/// Leaves both out. `title` and `row`: what the title says and the element it was read from.
pub fn leave_out(judged: &Judged, body: &mut Body, title: &str, row: Option<Row>) {
    let blocks = &judged.scene.blocks;
    let key = key(title);
    let goes: Vec<usize> = (0..blocks.len())
        .filter(|&at| body.kept[at] && (is_title(judged, at, &key, row) || is_pointer(judged, at)))
        .collect();
    let words = |at: usize| blocks[at].counts.text.words;
    let all: u32 = (0..blocks.len()).filter(|&at| body.kept[at]).map(words).sum();
    if all - goes.iter().map(|&at| words(at)).sum::<u32>() >= LEAST {
        goes.into_iter().for_each(|at| body.kept[at] = false);
    }
}

fn is_title(judged: &Judged, at: usize, key: &str, row: Option<Row>) -> bool {
    let block = &judged.scene.blocks[at];
    let is_heading = judged.page.tag[block.host as usize].heading_level() > 0;
    let is_row = || row.is_some_and(|row| row == block.host || (block.start..block.end).contains(&row));
    is_heading && (is_row() || self::key(judged.scene.block_text(&judged.page, at)) == *key)
}

/// Only in articles: elsewhere a line of links may be all there is.
fn is_pointer(judged: &Judged, at: usize) -> bool {
    let block = &judged.scene.blocks[at];
    judged.kind.name == "article"
        && judged.page.tag[block.host as usize] == Tag::P
        && judged.scene.inside[block.start as usize] & inside::LIST == 0
        && block.counts.link_density() > LINKED
}

fn key(line: &str) -> String {
    text::collapse(line).to_lowercase()
}
