//! A unit (an element with all it holds) as numbers: what the clutter model sees. Those that a
//! subtraction gives come first and screen most units out; the words of its text are read last.
//! Features that changed no figure were taken out (docs/MODEL.md).

use super::evidence::Evidence;
use super::lexicon::{self, about};
use super::mark::{Mark, Table, CATEGORIES};
use super::tokens::{self, WORD_SALT};
use crate::attr::AttrName;
use crate::features::{bit, log, Sink};
use crate::hide::Mass;
use crate::page::{Page, Row};
use crate::scene::{inside, Scene};
use crate::sums::{ratio, Counts, Sums};
use crate::tag::Tag;

/// Everything a feature may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// What names and addresses say.
    pub evidence: &'a Evidence<'a>,
    /// Where the article's text is.
    pub mass: &'a Mass,
}

/// What is the same for all units of a page.
pub struct Whole {
    body: Row,
    end: Row,
    counts: Counts,
}

impl Whole {
    /// Looks at the page once.
    #[must_use]
    #[inline(never)]
    pub fn of(view: View<'_>) -> Whole {
        let body = view.page.body();
        let end = if view.page.is_empty() { 0 } else { view.page.end[body as usize] };
        Whole { body, end, counts: view.sums.between(body, end) }
    }
}

const ODDS: [[&str; 3]; CATEGORIES] = [
    ["ad_sum", "ad_above", "ad_up"],
    ["cookie_sum", "cookie_above", "cookie_up"],
    ["plea_sum", "plea_above", "plea_up"],
    ["social_sum", "social_above", "social_up"],
];

/// Bit of the lexicon; whether the unit, something around it, something in it is named so.
const NAMED: [(u8, [&str; 3]); 5] = [
    (about::AD, ["is_ad", "in_ad", "has_ad"]),
    (about::COOKIE, ["is_cookie", "in_cookie", "has_cookie"]),
    (about::LETTER, ["is_letter", "in_letter", "has_letter"]),
    (about::SHARE, ["is_share", "in_share", "has_share"]),
    (about::PLEA, ["is_plea", "in_plea", "has_plea"]),
];

/// Features that cost a subtraction each.
#[inline(never)]
pub fn screen(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    names(view, row, sink);
    content(view, whole, row, sink);
    place(view, whole, row, sink);
}

#[inline(never)]
fn names(view: View<'_>, row: Row, sink: &mut impl Sink) {
    let View { page, evidence, .. } = view;
    let at = row as usize;
    let own = evidence.own[at];
    let tally = evidence.subtree(page, row);
    let around = evidence.subtree(page, page.parent[at]);
    for (category, names) in ODDS.iter().enumerate() {
        sink.put(names[0], f32::from(own.sum[category]));
        sink.put(names[1], f32::from(evidence.above[at][category]));
        sink.put(names[2], f32::from(around.odds[category]) / f32::from(around.elements.max(1)));
    }
    let above = evidence.bits_above[at];
    for (about, names) in NAMED {
        let named = tally.named[about.trailing_zeros() as usize];
        sink.put(names[0], bit(own.bits & about != 0));
        sink.put(names[1], bit(above & about != 0));
        sink.put(names[2], ratio(named.into(), tally.elements.into()));
    }
    sink.put("in_overlay", bit(above & about::OVERLAY != 0));
    sink.put("in_comments", bit(above & about::COMMENTS != 0));
    sink.put("has_class", bit(page.attr(row, AttrName::Class).is_some()));
}

#[inline(never)]
fn content(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    let View { page, sums, evidence, mass, .. } = view;
    let end = page.end[row as usize];
    let counts = sums.between(row, end);
    let tally = evidence.subtree(page, row);
    let text = counts.text;
    sink.put("len", log(text.len));
    sink.put("share", ratio(text.len, whole.counts.text.len));
    sink.put("links", log(counts.links));
    sink.put("link_density", counts.link_density());
    sink.put("ext_links", ratio(counts.ext_links, counts.links));
    sink.put("share_ratio", ratio(tally.shares.into(), counts.links));
    sink.put("elements", log(tally.elements.into()));
    sink.put("items", log(counts.items));
    sink.put("digits", ratio(text.digits, text.len));
    sink.put("stops", ratio(text.stops, text.words));
    sink.put("blank", ratio(tally.blank.into(), counts.links));
    sink.put("mails", f32::from(tally.mails));
    sink.put("ad_labels", f32::from(tally.ad_labels));
    sink.put("scripts", f32::from(tally.scripts));
    sink.put("sized", f32::from(tally.sized));
    sink.put("mass", mass.share(row, end));
    sink.put("mass_density", if text.len > 0 { mass.between(row, end) / text.len as f32 } else { -1.0 });
}

#[inline(never)]
fn place(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    /// Rows to either side whose text is looked at.
    const NEAR: u32 = 25;
    let View { page, sums, scene, evidence, mass, .. } = view;
    let at = row as usize;
    let (end, parent) = (page.end[at], page.parent[at]);
    let counts = sums.between(row, end);
    let up = sums.subtree(page, parent);
    let grand = page.parent[parent as usize];
    let inside = scene.inside[at];
    for (name, bits) in [
        ("in_article", inside::ARTICLE | inside::MAIN),
        ("in_nav", inside::NAV),
        ("in_footer", inside::FOOTER),
        ("in_aside", inside::ASIDE),
        ("in_list", inside::LIST),
        ("in_dialog", inside::DIALOG),
    ] {
        sink.put(name, bit(inside & bits != 0));
    }
    sink.put("depth", f32::from(page.depth[at]));
    sink.put("place", ratio(row - whole.body, whole.end - whole.body));
    sink.put("text_before", ratio(sums.text_len(whole.body, row), whole.counts.text.len));
    sink.put("text_after", ratio(sums.text_len(end, whole.end), whole.counts.text.len));
    sink.put("before", mass.share(whole.body, row));
    sink.put("after", mass.share(end, whole.end));
    sink.put("twins", log(scene.twins[at]));
    sink.put("twins_up", log(scene.twins[parent as usize]));
    sink.put("beside", log(up.text.len - counts.text.len));
    sink.put("beside_long", ratio(up.long_len - counts.long_len, up.text.len));
    sink.put("shares_of_parent", ratio(evidence.subtree(page, parent).shares.into(), up.links));
    sink.put("mass_up", mass.share(parent, page.end[parent as usize]));
    sink.put("mass_grand", mass.share(grand, page.end[grand as usize]));
    let near = |from: Row, to: Row| mass.between(from, to) / sums.text_len(from, to).max(1) as f32;
    sink.put("mass_near_before", near(row.saturating_sub(NEAR).max(whole.body), row));
    sink.put("mass_near_after", near(end, (end + NEAR).min(whole.end)));
}

/// What the unit's first words say.
#[inline(never)]
pub fn speech(view: View<'_>, row: Row, sink: &mut impl Sink) {
    /// Tokens, pairs included: about forty words.
    const TOKENS: u32 = 80;
    /// Length of the longest label, weighted characters.
    const LABEL: u32 = 40;
    let mut mark = Mark::default();
    let (mut left, mut found) = (TOKENS, [0u32; 8]);
    let text = view.page.subtree_text(row);
    tokens::words(text, |token, pair| {
        let before = std::mem::take(&mut mark.bits);
        mark.add(view.evidence.learned, if pair { 0 } else { token ^ WORD_SALT }, token);
        for (bit, found) in found.iter_mut().enumerate() {
            *found += u32::from(mark.bits >> bit & 1);
        }
        mark.bits |= before;
        left -= 1;
        left > 0
    });
    let read = (TOKENS - left).max(1);
    for (name, sum) in ["say_ad", "say_cookie", "say_plea", "say_social"].into_iter().zip(mark.sum) {
        sink.put(name, f32::from(sum) / read as f32);
    }
    for (name, bit) in [("word_ad", 0), ("word_cookie", 1), ("word_letter", 2), ("word_share", 3)] {
        sink.put(name, ratio(found[bit], read));
    }
    let len = view.sums.subtree(view.page, row).text.len;
    let labelled = len > 0 && len < LABEL && view.sums.subtree(view.page, row).links == 0;
    let whole = if labelled { lexicon::bits(tokens::whole(text)) } else { 0 };
    sink.put("only_ad", bit(whole & about::AD != 0));
}

/// Names of the features, in order, and how many of them screen.
#[must_use]
pub fn schema() -> (Vec<&'static str>, usize) {
    let mut builder = crate::page::Builder::new(crate::options::Limits::default());
    builder.open(Tag::Html, 0);
    builder.open(Tag::Body, 0);
    builder.open(Tag::Div, 0);
    builder.text("x");
    let page = builder.finish();
    let sums = Sums::of(&page, None);
    let scene = Scene::of(&page, &sums, crate::cue::Table::NONE);
    let evidence = Evidence::of(&page, &sums, Table::NONE);
    let mass = Mass::of(&page, &sums, &scene, &[1.0]);
    let view = View { page: &page, sums: &sums, scene: &scene, evidence: &evidence, mass: &mass };
    let mut names = Vec::new();
    screen(view, &Whole::of(view), 2, &mut names);
    let screening = names.len();
    speech(view, 2, &mut names);
    (names, screening)
}
