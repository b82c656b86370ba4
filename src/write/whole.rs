//! Everything a page's body holds: what is written when a page is only to be made safe.

use super::{embed, media};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Per row: whether it is written.
#[must_use]
pub fn rows(page: &Page) -> Vec<bool> {
    let body = page.body();
    let inside = |row: Row| body <= row && row < page.end.get(body as usize).copied().unwrap_or(0);
    let rows = 0..page.len() as Row;
    rows.map(|row| inside(row) && (page.tag[row as usize] == Tag::Text || is_media(page, row))).collect()
}

/// Whether a row is a picture, a player or a formula that is no text.
#[must_use]
pub fn is_media(page: &Page, row: Row) -> bool {
    let formula = || page.attr(row, AttrName::Type).is_some_and(|kind| kind.starts_with("math/"));
    media::is_picture(page, row) || embed::is_player(page, row) || (page.tag[row as usize] == Tag::Script && formula())
}
