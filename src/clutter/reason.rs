//! What a unit is called, and why it goes: the strongest evidence.

use super::lexicon::{self, about};
use super::tally::Tally;
use super::tokens;
use super::{Category, Clutter, Unit};
use crate::attr::AttrName;
use crate::options::Kind;
use crate::page::{flag, Page, Row};
use crate::reason::Ground;
use crate::scene::inside;
use crate::scene::Scene;
use crate::style::hide;
use crate::sums::{Counts, Sums};
use crate::tag::Tag;
use crate::text::collapse;
use crate::url;

/// Everything a reason may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// Its units.
    pub clutter: &'a Clutter,
}

/// The kind a person would call it.
#[must_use]
pub fn kind(view: View<'_>, unit: &Unit) -> Kind {
    let (tally, counts, bits) = known(view, unit.row);
    match unit.category {
        Category::Ad => Kind::Ad,
        Category::Cookie => Kind::Cookie,
        Category::Social => Kind::Share,
        Category::Plea if tally.mails > 0 || bits & about::LETTER != 0 => Kind::Newsletter,
        Category::Plea if lies_over(view, unit.row) || bits & about::OVERLAY != 0 => Kind::Overlay,
        Category::Plea if bits & about::RELATED != 0 || counts.links >= 3 && counts.link_density() > 0.5 => {
            Kind::Related
        }
        Category::Plea => Kind::Newsletter,
    }
}

/// Sums, counts and what own name and first label speak for.
fn known(view: View<'_>, row: Row) -> (Tally, Counts, u8) {
    let evidence = &view.clutter.evidence;
    let label = label(view.page, row, u8::MAX).map_or(0, |label| label.1);
    (evidence.subtree(view.page, row), view.sums.subtree(view.page, row), evidence.own[row as usize].bits | label)
}

/// Whether the unit lies over the page.
fn lies_over(view: View<'_>, row: Row) -> bool {
    let range = row as usize..view.page.end[row as usize] as usize;
    view.page.flags[range].iter().any(|&flags| flags & (flag::FIXED | flag::MODAL) != 0)
        || view.sums.own_style[row as usize] & hide::FIXED != 0
        || view.scene.inside[row as usize] & inside::DIALOG != 0
}

/// The evidence, strongest first.
#[must_use]
pub fn grounds(view: View<'_>, row: Row, kind: Kind) -> Vec<Ground> {
    let page = view.page;
    let (tally, counts, _) = known(view, row);
    let bit = bit_of(kind);
    let label = label(page, row, bit).map(|label| Ground::Labelled(label.0));
    let name = name(view, row, bit).map(Ground::Named);
    let frame = || frame_site(page, row).map(|site| Ground::Frame(site.to_string()));
    let outward = (counts.ext_links > 0).then_some(Ground::Outward(counts.ext_links));
    match kind {
        Kind::Ad => vec![label.or(name).or_else(frame).or(outward).unwrap_or(Ground::Looks)],
        Kind::Cookie => {
            let asks = (name.is_some() && counts.controls > 0).then_some(Ground::Asks);
            [name.or(label).or(Some(Ground::Looks)), asks].into_iter().flatten().collect()
        }
        Kind::Share if tally.shares > 0 => vec![Ground::Shares(tally.shares.into())],
        Kind::Share if tally.follows > 0 => vec![Ground::Follows(tally.follows.into())],
        Kind::Newsletter if tally.mails > 0 => vec![Ground::Mail],
        Kind::Related if counts.links > 1 => {
            let below = (view.clutter.mass.share(0, row) > 0.9).then_some(Ground::Below);
            [Some(Ground::Teasers(counts.links)), below].into_iter().flatten().collect()
        }
        _ => vec![label.or(name).unwrap_or(Ground::Looks)],
    }
}

fn bit_of(kind: Kind) -> u8 {
    match kind {
        Kind::Ad | Kind::Spam => about::AD,
        Kind::Cookie => about::COOKIE,
        Kind::Newsletter => about::LETTER | about::PLEA,
        Kind::Share => about::SHARE,
        Kind::Related => about::RELATED,
        Kind::Overlay => about::OVERLAY | about::PLEA,
        Kind::Comments => about::COMMENTS,
    }
}

/// The first short text in a subtree, or label of it, that speaks for one of `bits`, with its bits.
#[must_use]
pub fn label(page: &Page, row: Row, bits: u8) -> Option<(String, u8)> {
    /// Rows looked at, and bytes of a label.
    const ROWS: usize = 60;
    const BYTES: usize = 48;
    (row..page.end[row as usize]).take(ROWS).find_map(|at| {
        let own = if page.tag[at as usize] == Tag::Text {
            Some(page.subtree_text(at))
        } else {
            page.attr(at, AttrName::AriaLabel)
        };
        let text = own.map(str::trim).filter(|text| !text.is_empty() && text.len() <= BYTES)?;
        let found = lexicon::bits(tokens::whole(text)) & bits;
        (found != 0).then(|| (collapse(text), found))
    })
}

/// The class or id in a subtree's first elements that speaks for one of `bits`.
fn name(view: View<'_>, row: Row, bits: u8) -> Option<String> {
    /// Elements looked at, and characters shown.
    const ROWS: usize = 12;
    const CHARS: usize = 40;
    let page = view.page;
    (row..page.end[row as usize])
        .take(ROWS)
        .filter(|&at| view.clutter.evidence.own[at as usize].bits & bits != 0)
        .find_map(|at| {
            let values = [AttrName::Id, AttrName::Class, AttrName::Name, AttrName::Rest]
                .into_iter()
                .filter_map(|name| page.attr(at, name));
            values.flat_map(str::split_ascii_whitespace).find_map(|word| {
                let mut found = 0;
                tokens::names(word, &mut |token| found |= lexicon::bits(token));
                (found & bits != 0).then(|| word.chars().take(CHARS).collect())
            })
        })
}

/// The site of the first frame from elsewhere.
fn frame_site(page: &Page, row: Row) -> Option<&str> {
    let mut frames = (row..page.end[row as usize]).filter(|&at| page.tag[at as usize] == Tag::Iframe);
    frames.find_map(|at| Some(url::site(url::host(page.attr(at, AttrName::Src)?)?)))
}
