//! Whether there is anything to see between two rows, without reading the text again each time.

use super::sink::shows_words;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Prefix sums over the rows: text rows with anything to see.
pub struct Ink {
    sums: Vec<u32>,
}

impl Ink {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: &Page) -> Ink {
        let mut sums = Vec::with_capacity(page.len() + 1);
        let mut total = 0;
        sums.push(0);
        for row in 0..page.len() {
            let inked = page.tag[row] == Tag::Text && shows_words(page.subtree_text(row as Row));
            total += u32::from(inked);
            sums.push(total);
        }
        Ink { sums }
    }

    /// No text but white space in the rows `from..to`.
    #[must_use]
    pub fn is_blank(&self, from: Row, to: Row) -> bool {
        self.sums[to as usize] <= self.sums[from as usize]
    }

    /// No text but white space in a subtree.
    #[must_use]
    pub fn is_empty(&self, page: &Page, row: Row) -> bool {
        self.is_blank(row, page.end[row as usize])
    }
}
