//! TeX that stands in the text between its delimiters, to be set by a script in the browser.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// A piece of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// TeX without its delimiters, and whether it stands on a line of its own.
    Tex(&'a str, bool),
}

/// Whether the page loads a typesetter.
#[must_use]
pub fn has_typesetter(page: &Page) -> bool {
    let loads = |row: Row| {
        let name = match page.tag[row as usize] {
            Tag::Script => AttrName::Src,
            Tag::Link => AttrName::Href,
            _ => return false,
        };
        page.attr(row, name).is_some_and(|address| {
            let address = address.to_ascii_lowercase();
            address.contains("mathjax") || address.contains("katex")
        })
    };
    (0..page.len() as Row).any(loads)
}

/// Delimiters, longest first; whether the formula stands on a line of its own.
const DELIMITERS: [(&str, &str, bool); 4] =
    [("$$", "$$", true), ("\\[", "\\]", true), ("\\(", "\\)", false), ("$", "$", false)];

/// Splits a text at its formulas.
pub fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    let mut rest = text;
    let mut from = 0;
    // A closing delimiter that was not found once is not there for later openings either.
    let mut missing = [false; DELIMITERS.len()];
    while let Some(at) = rest[from..].find(['$', '\\']).map(|at| at + from) {
        let found = DELIMITERS.iter().enumerate().find(|(_, delimiter)| rest[at..].starts_with(delimiter.0));
        let Some((index, &(open, close, display))) = found else {
            from = at + 1;
            continue;
        };
        let begin = at + open.len();
        let end = if missing[index] { None } else { rest[begin..].find(close).map(|end| begin + end) };
        missing[index] |= end.is_none();
        match end {
            Some(end) if is_formula(open, &rest[begin..end], &rest[end + close.len()..]) => {
                each(Piece::Text(&rest[..at]));
                each(Piece::Tex(rest[begin..end].trim(), display));
                rest = &rest[end + close.len()..];
                from = 0;
            }
            _ => from = begin,
        }
    }
    each(Piece::Text(rest));
}

/// Between single dollars prices are likelier than formulas: TeX has its own signs or is one letter,
/// and no blank stands inside next to its delimiters.
fn is_formula(open: &str, tex: &str, after: &str) -> bool {
    if open != "$" {
        return !tex.trim().is_empty();
    }
    let tight = !tex.starts_with(char::is_whitespace)
        && !tex.ends_with(char::is_whitespace)
        && !after.starts_with(|c: char| c.is_ascii_digit());
    let signs = tex.contains(['\\', '^', '_', '{', '='])
        || (tex.len() == 1 && tex.starts_with(|c: char| c.is_ascii_alphabetic()));
    tight && signs && !tex.is_empty() && !tex.contains("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<Piece<'_>> {
        let mut out = Vec::new();
        pieces(text, |piece| out.push(piece));
        out.retain(|piece| *piece != Piece::Text(""));
        out
    }

    #[test]
    fn tells_formulas_from_prices() {
        assert_eq!(split("It costs $5 or $6."), [Piece::Text("It costs $5 or $6.")]);
        assert_eq!(
            split("Let $x$ be \\(y\\)"),
            [Piece::Text("Let "), Piece::Tex("x", false), Piece::Text(" be "), Piece::Tex("y", false)]
        );
        assert_eq!(split("$$a$$ \\[b\\]"), [Piece::Tex("a", true), Piece::Text(" "), Piece::Tex("b", true)]);
        assert_eq!(split("a \\n $ b"), [Piece::Text("a \\n $ b")]);
    }
}
