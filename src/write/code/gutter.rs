//! What stands in a code block and is no code: line numbers, copy buttons, labels.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::names::{has_class, rest};

/// Classes of line numbers: Pygments, Rouge, Chroma, highlight.js, Prism, CodeMirror, GitHub, SyntaxHighlighter,
/// react-syntax-highlighter, Crayon, Hexo.
const NUMBERS: &[&str] = &[
    "lineno",
    "linenos",
    "linenodiv",
    "line-number",
    "line-numbers-rows",
    "linenumber",
    "linenumbers",
    "ln",
    "lnt",
    "gutter",
    "rouge-gutter",
    "gl",
    "hljs-ln-numbers",
    "hljs-ln-n",
    "blob-num",
    "CodeMirror-linenumber",
    "CodeMirror-gutter-wrapper",
    "CodeMirror-gutters",
    "cm-gutters",
    "react-syntax-highlighter-line-number",
    "crayon-nums",
    "line-numbers-wrapper",
    "code-linenum",
    "linenum",
    "lineNumber",
    "giallo-ln",
];
/// Classes of buttons and labels put into a block.
const ASIDE: &[&str] = &[
    "copy-button",
    "copy-btn",
    "copybtn",
    "btn-copy",
    "copy",
    "clipboard",
    "code-copy",
    "copy-code-button",
    "clipboard-button",
    "rehype-pretty-copy",
    "hover-info",
    "toolbar",
    "code-toolbar-item",
    "code-header",
    "code-block-header",
    "sr-only",
    "prism-code-label",
    "anchor",
];

/// Bytes of the longest column of numbers.
const LONGEST: usize = 100_000;

/// Whether a row inside the code block at `block` is no code by its own word.
#[must_use]
pub fn is_aside(page: &Page, row: Row, block: Row) -> bool {
    let tag = page.tag[row as usize];
    if tag == Tag::Button || page.attr(row, AttrName::Role) == Some("button") || matches!(tag, Tag::Svg | Tag::Style) {
        return true;
    }
    if has_class(page, row, NUMBERS) {
        return is_numbers(page, row);
    }
    let unselectable = || {
        page.attr(row, AttrName::Style)
            .is_some_and(|css| css.contains("user-select: none") || css.contains("user-select:none"))
    };
    has_class(page, row, ASIDE)
        || (tag == Tag::Td && is_column(page, row))
        || (unselectable() && is_numbers(page, row))
        || is_header(page, row, block)
}

/// Nothing but numbers, blanks and marks.
fn is_numbers(page: &Page, row: Row) -> bool {
    let text = page.subtree_text(row);
    text.len() <= LONGEST
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ':' | '|' | '+' | '-'))
}

/// The first cell of a row, with at least two ascending numbers on lines of their own.
#[must_use]
pub fn is_column(page: &Page, cell: Row) -> bool {
    let text = page.subtree_text(cell);
    if text.len() > LONGEST {
        return false;
    }
    let first = page.text_between(page.parent[cell as usize], cell).trim().is_empty();
    let mut last = None;
    let mut count = 0;
    for word in text.split_whitespace() {
        let Ok(number) = word.parse::<u32>() else { return false };
        if last.is_some_and(|last: u32| number != last + 1) {
            return false;
        }
        last = Some(number);
        count += 1;
    }
    first && count >= 2
}

/// The bar above an editor's lines: a sticky block before the lines begin.
fn is_header(page: &Page, row: Row, block: Row) -> bool {
    let css = || {
        page.attr(row, AttrName::Class).is_some_and(|class| class.split_ascii_whitespace().any(|name| name == "sticky"))
    };
    page.tag[row as usize] == Tag::Div && css() && page.text_between(block, row).trim().is_empty()
}

/// Line numbers without a class: the first element of each line says 1, 2, 3 ….
#[derive(Default)]
pub struct Numbers {
    next: Option<u32>,
}

impl Numbers {
    /// Whether a row is the number of the line it begins, kept in an attribute of its own name.
    pub fn is_next(&mut self, page: &Page, row: Row) -> bool {
        let Some(text) = rest(page, row, "data-line-number").map(|_| page.subtree_text(row).trim()) else {
            return false;
        };
        if text.is_empty() {
            return true;
        }
        let Ok(number) = text.parse::<u32>() else { return false };
        let due = self.next.is_none_or(|next| next == number);
        if due {
            self.next = Some(number + 1);
        }
        due
    }
}
