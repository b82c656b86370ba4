//! Injected spam: blocks of links to many other sites that nothing else on the page knows.

pub mod evidence;
pub mod features;

use crate::attr::AttrName;
use crate::hide::Verdict;
use crate::options::Kind;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::sums::Sums;
use crate::tag::Tag;
use crate::url;
use std::collections::HashSet;

/// Links to other sites from which a block that is nearly all links is a farm.
const FARM: u32 = 4;

/// Verdicts by dispersion: n links to n sites, and hardly any other text.
#[must_use]
pub fn verdicts(page: &Page, sums: &Sums, scene: &Scene) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let body = page.body();
    let end = if page.is_empty() { 0 } else { page.end[body as usize] };
    let mut row = body + 1;
    while row < end {
        let counts = sums.subtree(page, row);
        let hidden = sums.is_hidden(row);
        let least = if hidden { 2 } else { FARM };
        let linky = counts.link_density() > if hidden { 0.3 } else { 0.6 };
        if page.tag[row as usize].is_element() && counts.ext_links >= least && linky && counts.ext_links * 10 >= counts.links * 8 && scene.candidacy(row) < 0.3 {
            let sites = sites(page, row);
            if sites as u32 * 10 >= counts.ext_links * 8 {
                let how = if hidden { "hidden links" } else { "links" };
                verdicts.push(Verdict { row, kind: Kind::Spam, reason: format!("{} {how} to {sites} other sites.", counts.ext_links), confidence: 0.9 });
                row = page.end[row as usize];
                continue;
            }
        }
        row += 1;
    }
    verdicts
}

fn sites(page: &Page, row: Row) -> usize {
    let links = (row..page.end[row as usize]).filter(|&row| page.tag[row as usize] == Tag::A);
    links.filter_map(|row| url::host(page.attr(row, AttrName::Href)?)).map(url::site).collect::<HashSet<_>>().len()
}
