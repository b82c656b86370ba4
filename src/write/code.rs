//! Code blocks: which rows are one, what in them is not code, their lines and their language.

pub mod apart;
pub mod gutter;
pub mod language;

use super::names::{has_class, rest};
use super::sink::{is_shown, Sink};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, BLOCK};

/// Classes of elements other than `pre` that hold lines of code.
const BLOCKS: &[&str] = &["js-file-line-container", "blob-code-content", "cm-content", "CodeMirror-code", "view-lines"];
/// Classes of an element that is one line.
const LINES: &[&str] = &[
    "line",
    "code-line",
    "view-line",
    "cm-line",
    "CodeMirror-line",
    "hljs-ln-line",
    "token-line",
    "react-code-text",
    "blob-code-inner",
];

/// Whether a row's subtree is one block of code. `blank` says whether nothing of some rows is written.
#[must_use]
pub fn is_block(page: &Page, row: Row, blank: impl Fn(Row, Row) -> bool) -> bool {
    match page.tag[row as usize] {
        Tag::Pre => true,
        Tag::Code | Tag::Tt => stands_alone(page, row, blank) && has_lines(page, row),
        Tag::Table => has_class(page, row, BLOCKS) || is_listing(page, row),
        Tag::Div | Tag::Tbody => has_class(page, row, BLOCKS),
        _ => false,
    }
}

/// A table of two cells: line numbers, and the code beside them.
fn is_listing(page: &Page, table: Row) -> bool {
    let mut cells = (table + 1..page.end[table as usize]).filter(|&row| page.tag[row as usize] == Tag::Td);
    let Some(numbers) = cells.next().filter(|&cell| gutter::is_column(page, cell)) else { return false };
    let code = cells.next().filter(|&cell| page.parent[cell as usize] == page.parent[numbers as usize]);
    cells.next().is_none()
        && code.is_some_and(|cell| {
            (cell + 1..page.end[cell as usize]).any(|row| matches!(page.tag[row as usize], Tag::Pre | Tag::Code))
        })
}

/// The only text of its block.
fn stands_alone(page: &Page, row: Row, blank: impl Fn(Row, Row) -> bool) -> bool {
    /// Inline elements between it and its block; siblings looked at.
    const LEVELS: usize = 8;
    const SIBLINGS: usize = 40;
    let Some(holder) = page.ancestors(row).take(LEVELS).find(|&up| page.tag[up as usize].is(BLOCK)) else {
        return false;
    };
    let parent = page.parent[row as usize];
    let sibling_blocks = || {
        page.children(parent)
            .take(SIBLINGS)
            .all(|child| !page.tag[child as usize].is_element() || child == row || page.tag[child as usize].is(BLOCK))
    };
    (blank(holder, row) && blank(page.end[row as usize], page.end[holder as usize]))
        || (has_class(page, row, &["block"]) && sibling_blocks())
}

fn has_lines(page: &Page, row: Row) -> bool {
    let end = page.end[row as usize];
    let any = |wanted: fn(Tag) -> bool| (row + 1..end).any(|at| wanted(page.tag[at as usize]));
    let several = any(|tag| tag == Tag::Br || tag.is(BLOCK))
        && !any(|tag| matches!(tag, Tag::Math | Tag::Img | Tag::Li | Tag::Table));
    several
        || has_class(page, row, &["block"])
        || page
            .attr(row, AttrName::Style)
            .is_some_and(|css| css.contains("white-space: pre") || css.contains("white-space:pre"))
}

/// Writes a block of code as `pre` and `code`.
pub fn write(sink: &mut Sink, page: &Page, row: Row, keep: &[bool]) {
    let code = lines(page, row, keep);
    let code = code.trim_end().trim_start_matches('\n');
    if code.trim().is_empty() {
        return;
    }
    sink.open(Tag::Pre, Vec::new(), false);
    sink.open(
        Tag::Code,
        language::of(page, row).map(|name| ("class", format!("language-{name}"))).into_iter().collect(),
        false,
    );
    sink.text(code);
    sink.close();
    sink.close();
}

/// The text of a code block, line by line.
fn lines(page: &Page, block: Row, keep: &[bool]) -> String {
    let end = page.end[block as usize];
    let mut out = String::new();
    let mut ends: Vec<Row> = Vec::new();
    let mut row = block;
    let mut numbers = gutter::Numbers::default();
    while row < end {
        while ends.last().is_some_and(|&end| end <= row) {
            ends.pop();
            line_end(&mut out);
        }
        let tag = page.tag[row as usize];
        if tag == Tag::Text {
            let text = page.subtree_text(row);
            if keep[row as usize] || text.trim().is_empty() {
                out.extend(text.chars().filter(|&c| is_shown(c)).map(|c| if c == '\u{a0}' { ' ' } else { c }));
            }
            row += 1;
            continue;
        }
        if row != block && (gutter::is_aside(page, row, block) || numbers.is_next(page, row)) || tag == Tag::Comment {
            row = page.end[row as usize];
            continue;
        }
        match tag {
            Tag::Br => out.push('\n'),
            Tag::Td | Tag::Th => {}
            _ if row == block => {}
            _ if tag.is(BLOCK) || begins_line(page, row) => {
                line_end(&mut out);
                if tag.is(BLOCK) {
                    ends.push(page.end[row as usize]);
                }
            }
            _ => {}
        }
        row += 1;
    }
    out
}

/// Ends a line that has begun.
fn line_end(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// An inline element that is a line, right after another one.
fn begins_line(page: &Page, row: Row) -> bool {
    let is_line = |row: Row| has_class(page, row, LINES) || rest(page, row, "data-line").is_some();
    row > 0 && is_line(row) && previous_is_line(page, row, is_line)
}

/// The element that ended where `row` begins is a line.
fn previous_is_line(page: &Page, row: Row, is_line: impl Fn(Row) -> bool) -> bool {
    let parent = page.parent[row as usize];
    let mut at = row - 1;
    while at > parent && page.parent[at as usize] != parent {
        at = page.parent[at as usize];
    }
    at > parent && page.tag[at as usize].is_element() && is_line(at)
}
