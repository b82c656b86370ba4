//! A line's inline events → Markdown. Signs are chosen when both neighbours of each are known.

use super::escape::{self, Place};
use super::flank::{closes, opens, side, Side};
use super::tree::{Inline, Mark};

/// How line breaks are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breaks {
    /// A backslash before the end of the line.
    Lines,
    /// `<br>`, in a cell.
    Elements,
    /// A blank, in a heading.
    Blanks,
}

/// A piece of the line: finished Markdown, or one end of a mark.
enum Piece<'a> {
    Done(String),
    /// The mark, whether it begins here, the index of its other end.
    End(&'a Mark, bool, usize),
}

/// The Markdown of a line. `maths`: the document has formulas.
#[must_use]
pub fn line(inlines: &[Inline], breaks: Breaks, maths: bool) -> String {
    let pieces = pieces(inlines, breaks, maths);
    let signs = signs(&pieces);
    let mut out = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Done(text) => out.push_str(text),
            Piece::End(Mark::Link(_), true, _) if is_auto(&pieces, at) => out.push('<'),
            Piece::End(Mark::Link(_), false, open) if is_auto(&pieces, *open) => out.push('>'),
            Piece::End(Mark::Link(_), true, _) => out.push('['),
            Piece::End(Mark::Link(href), false, _) => {
                out.push_str("](");
                escape::address(&mut out, href, breaks == Breaks::Elements);
                out.push(')');
            }
            Piece::End(mark, begins, _) => match signs[at] {
                Some(sign) => out.push_str(sign),
                None => {
                    out.push_str(if *begins { "<" } else { "</" });
                    out.push_str(element(mark));
                    out.push('>');
                }
            },
        }
    }
    out
}

fn element(mark: &Mark) -> &'static str {
    match mark {
        Mark::Strong => "strong",
        Mark::Em => "em",
        Mark::Del => "del",
        Mark::Html(name) => name,
        Mark::Link(_) => "a",
    }
}

fn pieces(inlines: &[Inline], breaks: Breaks, maths: bool) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(inlines.len());
    let mut open: Vec<usize> = Vec::new();
    let mut links = 0;
    let cell = breaks == Breaks::Elements;
    for (at, inline) in inlines.iter().enumerate() {
        let done = match inline {
            Inline::Open(mark) => {
                links += usize::from(matches!(mark, Mark::Link(_)));
                open.push(at);
                pieces.push(Piece::End(mark, true, at));
                continue;
            }
            Inline::Close(mark) => {
                links -= usize::from(matches!(mark, Mark::Link(_)));
                let begin = open.pop().unwrap_or(at);
                if let Some(Piece::End(_, _, other)) = pieces.get_mut(begin) {
                    *other = at;
                }
                pieces.push(Piece::End(mark, false, begin));
                continue;
            }
            Inline::Text(text) => {
                let before = inlines[..at].iter().rev().find(|inline| !matches!(inline, Inline::Open(_)));
                let line_start = breaks == Breaks::Lines && matches!(before, None | Some(Inline::Break));
                let place = Place { line_start, bracketed: links > 0, cell, maths };
                if is_whole_address(inlines, at) {
                    text.clone()
                } else {
                    let next = inlines.get(at + 1).map(|inline| {
                        if matches!(inline, Inline::Text(_) | Inline::Break) {
                            ' '
                        } else {
                            '['
                        }
                    });
                    let before =
                        at.checked_sub(1).map(|at| if matches!(inlines[at], Inline::Break) { ' ' } else { '*' });
                    let mut out: String = before.into_iter().collect();
                    let from = out.len();
                    escape::words(&mut out, text, next, place);
                    out.split_off(from)
                }
            }
            Inline::Break => match breaks {
                Breaks::Lines => "\\\n".to_string(),
                Breaks::Elements => "<br>".to_string(),
                Breaks::Blanks => " ".to_string(),
            },
            Inline::Code(text) => code(text, cell),
            Inline::Math(tex, _) => formula(tex, cell),
            Inline::Image(src, alt) => {
                let mut out = String::from("![");
                escape::words(&mut out, alt, None, Place { line_start: false, bracketed: true, cell, maths });
                out.push_str("](");
                escape::address(&mut out, src, cell);
                out.push(')');
                out
            }
            Inline::Note(label) => format!("[^{label}]"),
        };
        pieces.push(Piece::Done(done));
    }
    pieces
}

/// `<address>`: a link that shows its own address.
fn is_auto(pieces: &[Piece<'_>], open: usize) -> bool {
    match (pieces.get(open), pieces.get(open + 1), pieces.get(open + 2)) {
        (Some(Piece::End(Mark::Link(href), true, _)), Some(Piece::Done(text)), Some(Piece::End(_, false, begin))) => {
            *begin == open && text == href && is_plain(href)
        }
        _ => false,
    }
}

fn is_whole_address(inlines: &[Inline], at: usize) -> bool {
    at > 0
        && matches!((&inlines[at - 1], &inlines[at], inlines.get(at + 1)), (Inline::Open(Mark::Link(href)), Inline::Text(text), Some(Inline::Close(_))) if href == text && is_plain(href))
}

/// Nothing that would need an escape between angle brackets, where there is none.
fn is_plain(href: &str) -> bool {
    (href.starts_with("http://") || href.starts_with("https://")) && !href.contains(['|', '&', '\\', '`', '*'])
}

fn code(text: &str, cell: bool) -> String {
    let text = text.replace('\n', " ");
    let text = if cell { text.replace('|', "\\|") } else { text };
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pads = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
    let pad = if pads { " " } else { "" };
    [&fence, pad, &text, pad, &fence].concat()
}

fn formula(tex: &str, cell: bool) -> String {
    let plain = escape::tex(&tex.replace('\n', " "), cell);
    if escape::is_safe_tex(&plain) {
        format!("${plain}$")
    } else {
        code(tex, cell)
    }
}

/// The sign of each end of a mark; `None` where only the element is sure to be read.
fn signs(pieces: &[Piece<'_>]) -> Vec<Option<&'static str>> {
    let mut signs = vec![None; pieces.len()];
    let beside = |at: Option<usize>, last: bool| match at.and_then(|at| pieces.get(at)) {
        None => Side::Blank,
        Some(Piece::Done(text)) => side(if last { text.chars().next_back() } else { text.chars().next() }),
        Some(Piece::End(..)) => Side::Punctuation,
    };
    for (at, piece) in pieces.iter().enumerate() {
        let &Piece::End(mark, true, close) = piece else { continue };
        let (outer, inner) = (beside(at.checked_sub(1), true), beside(Some(at + 1), false));
        let (last, next) = (beside(close.checked_sub(1), true), beside(Some(close + 1), false));
        let touching = [at.checked_sub(1), Some(at + 1), close.checked_sub(1), Some(close + 1)].into_iter().flatten();
        let starred = |other: &usize| {
            matches!(pieces.get(*other), Some(Piece::End(Mark::Strong | Mark::Em, ..)))
                || signs.get(*other).is_some_and(|sign: &Option<&str>| sign.is_some_and(|sign| sign != "~~"))
        };
        let touches = touching.clone().any(|other| starred(&other) && other != at && other != close);
        let sure = |strict| opens(outer, inner, strict) && closes(last, next, strict);
        let sign = match mark {
            Mark::Strong if sure(false) => Some("**"),
            Mark::Em
                if touches
                    && sure(true)
                    && touching.clone().all(|other| signs[other.min(pieces.len() - 1)] != Some("_")) =>
            {
                Some("_")
            }
            Mark::Em if !touches && sure(false) => Some("*"),
            Mark::Del
                if sure(false)
                    && !touching.clone().any(|other| matches!(pieces.get(other), Some(Piece::End(Mark::Del, ..)))) =>
            {
                Some("~~")
            }
            _ => None,
        };
        signs[at] = sign;
        signs[close] = sign;
    }
    signs
}
