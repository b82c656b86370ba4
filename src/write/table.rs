//! Data table or layout?

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Whether a table's rows and columns mean something. Signs as in Gecko's accessibility code and
/// Readability: headers, captions and summaries speak for data; nested tables, one row or one column,
/// or cells with whole articles speak for layout.
#[must_use]
pub fn is_data(page: &Page, table: Row) -> bool {
    match page.attr(table, AttrName::Role) {
        Some("presentation" | "none") => return false,
        Some("table" | "grid") => return true,
        _ => {}
    }
    /// Bytes of text in a cell that no data table has.
    const ARTICLE: usize = 1500;
    let (mut rows, mut cells, mut widest) = (0, 0, 0);
    let mut in_row = 0;
    for row in table + 1..page.end[table as usize] {
        match page.tag[row as usize] {
            Tag::Table => return false,
            Tag::Th | Tag::Caption | Tag::Thead | Tag::Tfoot | Tag::Col | Tag::Colgroup => return true,
            Tag::Tr => {
                rows += 1;
                in_row = 0;
            }
            Tag::Td => {
                cells += 1;
                in_row += 1;
                widest = widest.max(in_row);
                if page.subtree_text(row).len() > ARTICLE {
                    return false;
                }
            }
            _ => {}
        }
    }
    rows >= 2 && widest >= 2 && cells >= 4
}
