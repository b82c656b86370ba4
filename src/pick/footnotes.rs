//! Footnotes that chosen text refers to belong to it, wherever on the page they stand.

use super::keep_text;
use crate::page::{Page, Row};
use crate::write::fragment::Source;
use crate::write::ids::Ids;
use crate::write::{address, note};

/// Adds the text of the notes to `keep` (per row: is written), but for rows that are `spam`.
pub fn add(page: &Page, base: &str, spam: &[bool], keep: &mut [bool]) {
    let mut total = 0u32;
    let mut before = vec![0];
    before.extend(keep.iter().map(|&keep| {
        total += u32::from(keep);
        total
    }));
    let has = |row: Row| before[page.end[row as usize] as usize] > before[row as usize];
    let ids = Ids::of(Source { page, base: address::base(base), keep }, has);
    for &block in note::notes(page, &ids).notes.keys() {
        keep_text(page, block, spam, keep);
    }
}
