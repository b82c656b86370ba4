//! The title of a callout whose text was chosen belongs to it: “Warning” alone looks like a label.

use super::keep_text;
use crate::page::{Page, Row};
use crate::write::callout;

/// Adds the text of such titles to `keep` (per row: is written), but for rows that are `spam`.
pub fn add(page: &Page, spam: &[bool], keep: &mut [bool]) {
    let mut from = 0;
    while from < page.len() as Row {
        if !callout::is_callout(page, from) {
            from += 1;
            continue;
        }
        let end = page.end[from as usize];
        if keep[from as usize..end as usize].contains(&true) {
            for title in
                (from + 1..end).filter(|&row| page.tag[row as usize].is_element() && callout::is_title(page, row))
            {
                keep_text(page, title, spam, keep);
            }
        }
        from = end.max(from + 1);
    }
}
