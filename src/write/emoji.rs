//! Pictures of single signs (WordPress, Twitter, forums): written as the sign.

use super::names::has_class;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Whether a picture stands for a sign that its alternative text holds.
#[must_use]
pub fn is_emoji(page: &Page, row: Row) -> bool {
    sign(page, row).is_some()
}

/// The sign.
#[must_use]
pub fn sign(page: &Page, row: Row) -> Option<&str> {
    /// Characters of the longest sign: a family of four with joiners.
    const LONGEST: usize = 11;
    if page.tag[row as usize] != Tag::Img {
        return None;
    }
    let alt = page.attr(row, AttrName::Alt)?.trim();
    let signs = !alt.is_empty()
        && alt.chars().count() <= LONGEST
        && alt.chars().all(|c| c as u32 >= 0x203c && !c.is_alphanumeric());
    let named = has_class(page, row, &["emoji", "wp-smiley", "Emoji", "twemoji", "emojione"]);
    (signs && named).then_some(alt)
}
