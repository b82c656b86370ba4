//! Data table or layout?

use super::names::has_class;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, HEADING};

/// Bytes of text in a cell that no data table has.
const ARTICLE: usize = 1500;

/// Whether a table's rows and columns mean something. Signs as in Gecko's accessibility code and
/// Readability: headers, captions and summaries speak for data; nested tables, one row or one column,
/// or cells with whole articles speak for layout. Only what is written counts, so that the answer is the
/// same for the table that is written; `has` says which rows have something to write.
#[must_use]
pub fn is_data(page: &Page, table: Row, has: impl Fn(Row) -> bool) -> bool {
    match page.attr(table, AttrName::Role) {
        Some("presentation" | "none") => return false,
        Some("table" | "grid" | "treegrid") => return true,
        _ => {}
    }
    if has_class(page, table, &["infobox", "wikitable", "sortable", "dataframe"]) {
        return true;
    }
    let mut seen = Seen::default();
    let end = page.end[table as usize];
    let mut row = table + 1;
    while row < end {
        let tag = page.tag[row as usize];
        match tag {
            Tag::Table | Tag::H1 | Tag::H2 => return false,
            Tag::Tr | Tag::Caption | Tag::Thead | Tag::Tfoot if !has(row) => {
                row = page.end[row as usize];
                continue;
            }
            Tag::Caption | Tag::Thead | Tag::Tfoot => seen.stated = true,
            Tag::Tr => {
                seen.rows += 1;
                seen.in_row = 0;
            }
            Tag::Td | Tag::Th => {
                seen.stated |= tag == Tag::Th;
                seen.cells += 1;
                seen.in_row += 1;
                seen.widest = seen.widest.max(seen.in_row);
                if page.subtree_text(row).len() > ARTICLE {
                    return seen.stated && seen.widest >= 2 && !holds_article(page, row);
                }
            }
            _ => {}
        }
        row += 1;
    }
    seen.cells >= 2 && (seen.stated || (seen.rows >= 2 && seen.widest >= 2 && seen.cells >= 4))
}

/// What was counted of a table.
#[derive(Default)]
struct Seen {
    rows: u32,
    cells: u32,
    in_row: u32,
    widest: u32,
    /// Has what only data tables have.
    stated: bool,
}

/// A cell with headings or several paragraphs.
fn holds_article(page: &Page, cell: Row) -> bool {
    let rows = cell..page.end[cell as usize];
    rows.filter(|&row| page.tag[row as usize] == Tag::P || page.tag[row as usize].is(HEADING)).take(3).count() == 3
}
