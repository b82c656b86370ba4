//! Footnotes without links: raised numbers in the text, and as many blocks further down that begin with
//! the same numbers, 1, 2, 3 … without a gap.

use super::Notes;
use crate::page::{Page, Row};
use crate::tag::{Tag, BLOCK};
use crate::write::allow::PREFIX;

/// Adds what it finds to `notes`; `written` says which rows have something to write.
pub fn find(page: &Page, written: impl Fn(Row) -> bool, notes: &mut Notes) {
    let mut refs: Vec<(u32, Row)> = Vec::new();
    let mut blocks: Vec<(u32, Row)> = Vec::new();
    for row in 0..page.len() as Row {
        if !matches!(page.tag[row as usize], Tag::Sup | Tag::Strong | Tag::B) || !written(row) {
            continue;
        }
        let Some(number) = number(page, row) else { continue };
        let block = page.ancestors(row).find(|&up| page.tag[up as usize].is(BLOCK)).unwrap_or(0);
        if page.text_between(block, row).len() <= 200 && page.text_between(block, row).trim().is_empty() {
            if matches!(page.tag[block as usize], Tag::P | Tag::Li | Tag::Div)
                && page.end[block as usize] > page.end[row as usize]
            {
                blocks.push((number, block));
            }
        } else if page.tag[row as usize] == Tag::Sup {
            refs.push((number, row));
        }
    }
    let in_order = |list: &[(u32, Row)]| list.iter().enumerate().all(|(at, entry)| entry.0 as usize == at + 1);
    let fits = blocks.len() >= 2
        && refs.len() == blocks.len()
        && in_order(&refs)
        && in_order(&blocks)
        && refs.iter().zip(&blocks).all(|(reference, block)| reference.1 < block.1);
    if !fits || !notes.refs.is_empty() {
        return;
    }
    for ((number, reference), (_, block)) in refs.into_iter().zip(blocks) {
        let (note, own) = (format!("{PREFIX}note-{number}"), format!("{PREFIX}ref-{number}"));
        notes.notes.insert(block, (note.clone(), Some(own.clone())));
        notes.refs.insert(reference, (note, own));
    }
}

/// The number that is all of a row's text.
fn number(page: &Page, row: Row) -> Option<u32> {
    let text = page.subtree_text(row);
    let digits = if text.len() <= 8 { text.trim() } else { return None };
    let linked = (row..page.end[row as usize]).any(|at| page.tag[at as usize] == Tag::A)
        || page.ancestors(row).take(2).any(|up| page.tag[up as usize] == Tag::A);
    digits.parse().ok().filter(|number| (1..1000).contains(number) && !linked)
}
