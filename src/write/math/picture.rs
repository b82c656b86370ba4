//! Pictures of formulas that carry their TeX: in the alternative text (WordPress, MediaWiki, Zhihu) or
//! in the address of the service that draws them.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::names::{has_class, percent_decoded};

/// Classes of such pictures.
const CLASSES: &[&str] =
    &["latex", "tex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "mathjax", "math", "ee_img"];
/// Parts of the services' addresses; the TeX follows, percent-encoded.
const SERVICES: &[&str] = &[
    "latex.codecogs.com/svg.image?",
    "latex.codecogs.com/png.image?",
    "latex.codecogs.com/gif.latex?",
    "latex.codecogs.com/png.latex?",
    "latex.codecogs.com/svg.latex?",
    "/equation?tex=",
    "/latex.php?latex=",
    "?cht=tx&chl=",
    "/render/math?math=",
];

/// The TeX of a picture of a formula.
#[must_use]
pub fn tex(page: &Page, row: Row) -> Option<String> {
    if page.tag[row as usize] != Tag::Img {
        return None;
    }
    let alt = page.attr(row, AttrName::Alt).unwrap_or("").trim().trim_matches('$').trim();
    if !alt.is_empty() && (has_class(page, row, CLASSES) || is_tex(alt)) {
        return Some(alt.to_string());
    }
    let address = page.attr(row, AttrName::Src)?;
    let (at, service) = SERVICES.iter().find_map(|service| address.find(service).map(|at| (at, service)))?;
    let query = address[at + service.len()..].split(['&', '#']).next().unwrap_or("");
    let tex = percent_decoded(&query.replace('+', "%2B"));
    (!tex.trim().is_empty()).then(|| tex.trim().to_string())
}

/// Words with TeX's own signs: a command, and a group or a script.
fn is_tex(alt: &str) -> bool {
    let command = alt.match_indices('\\').any(|(at, _)| alt[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    command && alt.contains(['{', '^', '_'])
}
