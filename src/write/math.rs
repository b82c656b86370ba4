//! Formulas: finds each one once, whatever a page's typesetter made of it (MathML, KaTeX, MathJax 2 to 4,
//! MediaWiki, pictures with their TeX), and writes it as MathML that carries its TeX.

pub mod mathml;
pub mod picture;
pub mod raw;
pub mod tex;

use super::ink::Ink;
use super::names::{has_class, rest};
use super::sink::Sink;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use std::collections::HashMap;

/// A formula.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Formula {
    /// The row of its `math` element, if it has one.
    pub math: Option<Row>,
    /// Its TeX, if the page says it.
    pub tex: Option<String>,
    /// Set on a line of its own.
    pub display: bool,
}

/// The page's formulas by the row they stand at, and rows that are copies of them.
#[derive(Default)]
pub struct Formulas {
    /// Row → formula; its subtree is to be replaced by it.
    pub at: HashMap<Row, Formula>,
    /// Previews and renderings of a formula that stands elsewhere.
    pub copies: Vec<Row>,
}

/// Classes of the elements in which typesetters wrap a formula.
const WRAPPERS: &[&str] = &[
    "katex",
    "katex-display",
    "MathJax",
    "MathJax_Display",
    "MathJax_SVG",
    "MathJax_SVG_Display",
    "MathJax_CHTML",
    "MathJax_Preview",
    "mjx-chtml",
    "MathJax_MathML",
    "mwe-math-element",
    "math-inline",
    "math-block",
    "math",
    "arithmatex",
    "hurmet-tex",
    "tex2jax_process",
    "ltx_Math",
    "formula",
];
/// Of these, the ones that render a formula kept in a `script` beside them.
const RENDERINGS: &[&str] = &[
    "MathJax",
    "MathJax_Display",
    "MathJax_SVG",
    "MathJax_SVG_Display",
    "MathJax_CHTML",
    "MathJax_Preview",
    "mjx-chtml",
];
/// Classes that set a formula on a line of its own.
const DISPLAY: &[&str] = &[
    "katex-display",
    "MathJax_Display",
    "MathJax_SVG_Display",
    "MJXc-display",
    "math-block",
    "display",
    "mwe-math-fallback-image-display",
];

/// Looks at all rows once.
#[must_use]
pub fn formulas(page: &Page, ink: &Ink) -> Formulas {
    let mut found = Formulas::default();
    let sources: Vec<Row> = (0..page.len() as Row).filter(|&row| is_source(page, row)).collect();
    if sources.is_empty() && !(0..page.len() as Row).any(|row| has_class(page, row, WRAPPERS)) {
        return found;
    }
    let mut row = 0;
    let mut last: Option<Row> = None;
    while (row as usize) < page.len() {
        let end = page.end[row as usize];
        let next = sources.partition_point(|&source| source < row);
        let inside = &sources[next..sources.partition_point(|&source| source < end)];
        let wraps = page.tag[row as usize].is_element() && has_class(page, row, WRAPPERS);
        if sources.get(next) == Some(&row) || (wraps && !inside.is_empty() && is_one(page, inside)) {
            match last.filter(|&last| is_script(page, row) && follows(page, ink, last, row)) {
                // MathJax 2 keeps the source in a script after its rendering.
                Some(last) => {
                    let formula = found.at.entry(last).or_default();
                    formula.tex = page.attr(row, AttrName::RawText).map(|tex| tex.trim().to_string());
                    found.at.insert(row, Formula::default());
                }
                None => {
                    found.at.insert(row, read(page, row, inside));
                    last = Some(row);
                }
            }
            row = end;
        } else if wraps
            && has_class(page, row, RENDERINGS)
            && sources.get(next).is_some_and(|&script| is_script(page, script) && follows(page, ink, row, script))
        {
            found.copies.push(row);
            row = end;
        } else if let Some(formula) = wraps.then(|| written_out(page, row)).flatten() {
            found.at.insert(row, formula);
            row = end;
        } else {
            row += 1;
        }
    }
    found
}

/// Rows that hold a formula's source.
fn is_source(page: &Page, row: Row) -> bool {
    match page.tag[row as usize] {
        Tag::Math => true,
        Tag::Script => is_script(page, row),
        Tag::Img => picture::tex(page, row).is_some(),
        _ => false,
    }
}

fn is_script(page: &Page, row: Row) -> bool {
    page.tag[row as usize] == Tag::Script
        && page.attr(row, AttrName::Type).is_some_and(|kind| kind.starts_with("math/tex"))
        && page.attr(row, AttrName::RawText).is_some()
}

/// A wrapper holds one formula: one source, or MathML and the picture that stands in for it.
fn is_one(page: &Page, sources: &[Row]) -> bool {
    let (first, rest) = (sources[0], &sources[1..]);
    let stand_in = |row: Row| page.tag[first as usize] == Tag::Math && page.tag[row as usize] == Tag::Img;
    rest.is_empty() || (rest.len() == 1 && (stand_in(rest[0]) || is_script(page, rest[0])))
}

/// `later` comes after `row` among the same siblings, with no text in between.
fn follows(page: &Page, ink: &Ink, row: Row, later: Row) -> bool {
    let end = page.end[row as usize];
    page.parent[row as usize] == page.parent[later as usize] && end <= later && ink.is_blank(end, later)
}

fn read(page: &Page, row: Row, sources: &[Row]) -> Formula {
    let math = sources.iter().copied().find(|&source| page.tag[source as usize] == Tag::Math);
    let script = sources.iter().copied().find(|&source| is_script(page, source));
    let tex = script
        .and_then(|script| page.attr(script, AttrName::RawText).map(|tex| tex.trim().to_string()))
        .or_else(|| math.and_then(|math| annotated(page, math)))
        .or_else(|| sources.iter().find_map(|&source| picture::tex(page, source)));
    let display = has_class(page, row, DISPLAY)
        || math.is_some_and(|math| page.attr(math, AttrName::Display) == Some("block"))
        || script
            .is_some_and(|script| page.attr(script, AttrName::Type).is_some_and(|kind| kind.contains("mode=display")))
        || (row..row + 1).chain(sources.iter().copied()).any(|row| {
            has_class(page, page.parent[row as usize], DISPLAY) || rest(page, row, "display") == Some("true")
        });
    Formula { math, tex: tex.map(tidy).filter(|tex| !tex.is_empty()), display }
}

/// The TeX in a `math` element's annotation or `alttext`.
fn annotated(page: &Page, math: Row) -> Option<String> {
    let is_tex = |row: Row| {
        page.tag[row as usize] == Tag::Other
            && page.attr(row, AttrName::Encoding).is_some_and(|kind| kind.to_ascii_lowercase().contains("tex"))
    };
    let annotation =
        (math..page.end[math as usize]).find(|&row| is_tex(row)).map(|row| page.subtree_text(row).to_string());
    annotation.or_else(|| page.attr(math, AttrName::AltText).map(str::to_string)).filter(|tex| !tex.trim().is_empty())
}

/// TeX between its delimiters in an element that says it is a formula.
fn written_out(page: &Page, row: Row) -> Option<Formula> {
    /// Longest element taken for a formula, in bytes.
    const LONGEST: usize = 4000;
    let text = page.subtree_text(row);
    let text = if text.len() <= LONGEST { text.trim() } else { return None };
    for (open, close, display) in [("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false)] {
        let inner = text.strip_prefix(open).and_then(|text| text.strip_suffix(close)).map(str::trim);
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(open)) {
            return Some(Formula { math: None, tex: Some(tidy(inner.to_string())), display });
        }
    }
    None
}

/// Without the `{\displaystyle …}` MediaWiki puts around every formula, and without blank lines.
fn tidy(tex: String) -> String {
    let tex = tex.trim();
    let inner = tex.strip_prefix("{\\displaystyle ").and_then(|tex| tex.strip_suffix('}')).unwrap_or(tex);
    inner.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Writes a formula, or nothing for one that says nothing.
pub fn write(sink: &mut Sink, page: &Page, formula: &Formula) {
    let from = sink.len();
    let mut attrs = Vec::new();
    if formula.display {
        attrs.push(("display", "block".to_string()));
    }
    sink.open(Tag::Math, attrs, false);
    if let Some(math) = formula.math {
        mathml::write(sink, page, math);
    }
    /// Events of the largest formula that is put into TeX; each level copies what is below it.
    const EVENTS: usize = 4000;
    let written = sink.tail(from + 1);
    let says = written.iter().any(|node| matches!(node, super::fragment::Node::Text(_)));
    let tex = match &formula.tex {
        Some(tex) => tex.clone(),
        None if says && written.len() <= EVENTS => tex::of(written),
        None => String::new(),
    };
    if !says {
        sink.truncate(from + 1);
        if tex.is_empty() {
            return sink.take_back();
        }
        sink.open(Tag::Mtext, Vec::new(), false);
        sink.text(&tex.replace('\n', " "));
        sink.close();
    }
    super::sink::set(&mut sink.tail(from)[0], "alttext", &tex);
    sink.close();
}
