//! A unit (an element with all it holds) as numbers: what the clutter model sees. The first ones are
//! cheap and screen most units out.

use super::evidence::{Evidence, Mark, Tally, CATEGORIES};
use super::lexicon::about;
use super::tokens::{self, WORD_SALT};
use crate::attr::AttrName;
use crate::features::Sink;
use crate::hide::Mass;
use crate::page::{Page, Row};
use crate::scene::{inside, Scene};
use crate::style::hide;
use crate::sums::{ratio, Counts, Sums};
use crate::tag::{Tag, BLOCK, SECTION};

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
    tally: Tally,
}

impl Whole {
    /// Looks at the page once.
    #[must_use]
    pub fn of(view: View<'_>) -> Whole {
        let body = view.page.body();
        let end = if view.page.is_empty() { 0 } else { view.page.end[body as usize] };
        Whole { body, end, counts: view.sums.between(body, end), tally: view.evidence.subtree(view.page, body) }
    }
}

const CATEGORY_NAMES: [[&str; 5]; CATEGORIES] = [
    ["ad_sum", "ad_max", "ad_above", "ad_below", "ad_within"],
    ["cookie_sum", "cookie_max", "cookie_above", "cookie_below", "cookie_within"],
    ["plea_sum", "plea_max", "plea_above", "plea_below", "plea_within"],
    ["social_sum", "social_max", "social_above", "social_below", "social_within"],
];

const NAMED: [[&str; 3]; 8] = [
    ["is_ad", "in_ad", "has_ad"],
    ["is_cookie", "in_cookie", "has_cookie"],
    ["is_letter", "in_letter", "has_letter"],
    ["is_share", "in_share", "has_share"],
    ["is_related", "in_related", "has_related"],
    ["is_overlay", "in_overlay", "has_overlay"],
    ["is_comments", "in_comments", "has_comments"],
    ["is_plea", "in_plea", "has_plea"],
];

/// Features that cost a subtraction each.
pub fn screen(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    let View { page, sums, evidence, mass, .. } = view;
    let at = row as usize;
    let end = page.end[at];
    let counts = sums.between(row, end);
    let tally = evidence.subtree(page, row);
    let own = evidence.own[at];
    for (category, names) in CATEGORY_NAMES.iter().enumerate() {
        sink.put(names[0], f32::from(own.sum[category]));
        sink.put(names[1], f32::from(own.max[category]));
        sink.put(names[2], f32::from(evidence.above[at][category]));
        sink.put(names[3], f32::from(evidence.below[at][category]));
        sink.put(names[4], f32::from(tally.odds[category]) / f32::from(tally.elements.max(1)));
    }
    for (bit, names) in NAMED.iter().enumerate() {
        sink.put(names[0], f32::from(own.bits >> bit & 1));
        sink.put(names[1], f32::from(evidence.bits_above[at] >> bit & 1));
        sink.put(names[2], ratio(tally.named[bit].into(), tally.elements.into()));
    }
    sink.put("len", log(counts.text.len));
    sink.put("share", ratio(counts.text.len, whole.counts.text.len));
    sink.put("links", log(counts.links));
    sink.put("link_density", counts.link_density());
    sink.put("ext_links", ratio(counts.ext_links, counts.links));
    sink.put("shares", f32::from(tally.shares));
    sink.put("share_ratio", ratio(tally.shares.into(), counts.links));
    sink.put("follows", f32::from(tally.follows));
    sink.put("follow_ratio", ratio(tally.follows.into(), counts.links));
    sink.put("frames", f32::from(tally.frames));
    sink.put("images", log(counts.images));
    sink.put("controls", log(counts.controls));
    sink.put("elements", log(tally.elements.into()));
    sink.put("mass", mass.share(row, end));
    sink.put("mass_density", if counts.text.len > 0 { mass.between(row, end) / counts.text.len as f32 } else { -1.0 });
    sink.put("before", mass.share(whole.body, row));
    sink.put("after", mass.share(end, whole.end));
    sink.put("ad_labels", f32::from(tally.ad_labels));
}

/// The other features.
pub fn rest(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    kind(view, row, sink);
    content(view, whole, row, sink);
    place(view, whole, row, sink);
    siblings(view, row, sink);
    speech(view, row, sink);
}

fn kind(view: View<'_>, row: Row, sink: &mut impl Sink) {
    let View { page, sums, scene, .. } = view;
    let tag = page.tag[row as usize];
    for (name, tags) in [
        ("tag_a", &[Tag::A] as &[Tag]),
        ("tag_item", &[Tag::Li, Tag::Dd, Tag::Dt, Tag::Td, Tag::Tr]),
        ("tag_list", &[Tag::Ul, Tag::Ol, Tag::Dl, Tag::Table]),
        ("tag_frame", &[Tag::Iframe, Tag::Ins, Tag::Embed, Tag::Object]),
        ("tag_form", &[Tag::Form, Tag::Fieldset]),
        ("tag_button", &[Tag::Button, Tag::Label]),
        ("tag_media", &[Tag::Img, Tag::Picture, Tag::Svg, Tag::Figure, Tag::Video]),
        ("tag_para", &[Tag::P, Tag::Blockquote, Tag::Pre]),
        ("tag_div", &[Tag::Div]),
    ] {
        sink.put(name, bit(tags.contains(&tag)));
    }
    sink.put("tag_block", bit(tag.is(BLOCK)));
    sink.put("tag_section", bit(tag.is(SECTION)));
    sink.put("tag_heading", f32::from(tag.heading_level()));
    let inside = scene.inside[row as usize];
    for (name, bits) in [
        ("in_article", inside::ARTICLE | inside::MAIN),
        ("in_nav", inside::NAV),
        ("in_header", inside::HEADER),
        ("in_footer", inside::FOOTER),
        ("in_aside", inside::ASIDE),
        ("in_form", inside::FORM),
        ("in_list", inside::LIST),
        ("in_table", inside::TABLE),
        ("in_dialog", inside::DIALOG),
        ("in_body_prop", inside::BODY_PROP),
    ] {
        sink.put(name, bit(inside & bits != 0));
    }
    sink.put("fixed", bit(sums.own_style[row as usize] & hide::FIXED != 0));
    let has = |name| page.attr(row, name).is_some();
    sink.put("has_class", bit(has(AttrName::Class)));
    sink.put("has_id", bit(has(AttrName::Id)));
    sink.put("has_style", bit(has(AttrName::Style)));
    sink.put("has_data", bit(has(AttrName::Rest)));
}

fn content(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    let View { page, sums, evidence, .. } = view;
    let counts = sums.subtree(page, row);
    let tally = evidence.subtree(page, row);
    let text = counts.text;
    sink.put("words", log(text.words));
    sink.put("long", ratio(counts.long_len, text.len));
    sink.put("long_share", ratio(counts.long_len, whole.counts.long_len));
    sink.put("stops", ratio(text.stops, text.words));
    sink.put("commas", ratio(text.commas, text.words));
    sink.put("ends", ratio(text.ends, text.words));
    sink.put("digits", ratio(text.digits, text.len));
    sink.put("capitals", ratio(text.capitals, text.words));
    sink.put("wide", ratio(text.wide, text.len));
    sink.put("link_share", ratio(counts.links, whole.counts.links));
    sink.put("link_words", counts.link_len as f32 / counts.links.max(1) as f32);
    sink.put("ext_count", log(counts.ext_links));
    sink.put("fresh", ratio(tally.fresh.into(), counts.links));
    sink.put("blank", ratio(tally.blank.into(), counts.links));
    sink.put("paid", ratio(tally.paid.into(), counts.links));
    sink.put("images_per_link", counts.images as f32 / counts.links.max(1) as f32);
    sink.put("headings", log(counts.headings));
    sink.put("paras", log(counts.paras));
    sink.put("items", log(counts.items));
    sink.put("mails", f32::from(tally.mails));
    sink.put("secrets", f32::from(tally.secrets));
    sink.put("buttons", f32::from(tally.buttons));
    sink.put("boxes", f32::from(tally.boxes));
    sink.put("sized", f32::from(tally.sized));
    sink.put("scripts", f32::from(tally.scripts));
    sink.put("share_labels", f32::from(tally.share_labels));
    sink.put("other_labels", f32::from(tally.labels));
    sink.put("films", f32::from(tally.films));
    sink.put("share_all", ratio(tally.shares.into(), whole.tally.shares.into()));
    sink.put("len_per_element", text.len as f32 / f32::from(tally.elements.max(1)));
}

fn place(view: View<'_>, whole: &Whole, row: Row, sink: &mut impl Sink) {
    let View { page, sums, scene, evidence, mass, .. } = view;
    let at = row as usize;
    let (end, parent) = (page.end[at], page.parent[at]);
    let counts = sums.between(row, end);
    let up = sums.subtree(page, parent);
    let grand = page.parent[parent as usize];
    sink.put("depth", f32::from(page.depth[at]));
    sink.put("place", ratio(row - whole.body, whole.end - whole.body));
    sink.put("text_before", ratio(sums.between(whole.body, row).text.len, whole.counts.text.len));
    sink.put("text_after", ratio(sums.between(end, whole.end).text.len, whole.counts.text.len));
    sink.put("candidacy", scene.candidacy(row));
    sink.put("candidacy_up", scene.candidacy(parent));
    sink.put("in_best", bit(scene.best < row && row < page.end[scene.best as usize]));
    sink.put("twins", log(scene.twins[at]));
    sink.put("twins_up", log(scene.twins[parent as usize]));
    sink.put("of_parent", ratio(counts.text.len, up.text.len));
    sink.put("links_of_parent", ratio(counts.links, up.links));
    sink.put("beside", log(up.text.len - counts.text.len));
    sink.put("beside_long", ratio(up.long_len - counts.long_len, up.text.len.max(1)));
    sink.put("beside_links", ratio(up.link_len - counts.link_len, (up.text.len - counts.text.len).max(1)));
    sink.put("mass_up", mass.share(parent, page.end[parent as usize]));
    sink.put("mass_grand", mass.share(grand, page.end[grand as usize]));
    let near = |from: Row, to: Row| mass.between(from, to) / sums.between(from, to).text.len.max(1) as f32;
    /// Rows to either side whose text is looked at.
    const NEAR: u32 = 25;
    sink.put("mass_near_before", near(row.saturating_sub(NEAR).max(whole.body), row));
    sink.put("mass_near_after", near(end, (end + NEAR).min(whole.end)));
    let around = evidence.subtree(page, parent);
    sink.put("shares_of_parent", ratio(around.shares.into(), up.links));
    for (name, category) in [("ad_up", 0), ("cookie_up", 1), ("plea_up", 2), ("social_up", 3)] {
        sink.put(name, f32::from(around.odds[category]) / f32::from(around.elements.max(1)));
    }
}

fn siblings(view: View<'_>, row: Row, sink: &mut impl Sink) {
    let View { page, sums, evidence, mass, .. } = view;
    let before =
        (page.parent[row as usize] + 1..row).rev().take(3).find(|&other| page.tag[other as usize] != Tag::Comment);
    let before = before.map(|other| top_below(page, other, page.parent[row as usize]));
    let mut next = page.end[row as usize];
    let stop = page.end[page.parent[row as usize] as usize];
    while next < stop && (page.tag[next as usize] == Tag::Comment || blank(page, sums, next)) {
        next = page.end[next as usize];
    }
    let after = Some(next).filter(|&next| next < stop);
    for (names, other) in [
        (["prev_len", "prev_links", "prev_mass", "prev_odds", "prev_label"], before),
        (["next_len", "next_links", "next_mass", "next_odds", "next_label"], after),
    ] {
        let Some(other) = other else {
            names.iter().for_each(|name| sink.put(name, -1.0));
            continue;
        };
        let counts = sums.subtree(page, other);
        let tally = evidence.subtree(page, other);
        sink.put(names[0], log(counts.text.len));
        sink.put(names[1], counts.link_density());
        sink.put(names[2], mass.between(other, page.end[other as usize]) / counts.text.len.max(1) as f32);
        sink.put(names[3], f32::from(evidence.own[other as usize].max.into_iter().max().unwrap_or(0)));
        sink.put(names[4], f32::from(tally.ad_labels) + f32::from(tally.share_labels) + f32::from(tally.labels));
    }
}

/// The ancestor of `row` (or itself) that is a child of `parent`.
fn top_below(page: &Page, row: Row, parent: Row) -> Row {
    let mut at = row;
    while page.parent[at as usize] != parent && at > parent {
        at = page.parent[at as usize];
    }
    at
}

fn blank(page: &Page, sums: &Sums, row: Row) -> bool {
    page.tag[row as usize] == Tag::Text && sums.between(row, row + 1).text.len == 0
}

/// What the unit's first words say.
fn speech(view: View<'_>, row: Row, sink: &mut impl Sink) {
    /// Tokens, pairs included: about forty words.
    const TOKENS: u32 = 80;
    let mut mark = Mark::default();
    let (mut left, mut found) = (TOKENS, [0u32; 8]);
    tokens::words(view.page.subtree_text(row), |token, pair| {
        let before = std::mem::take(&mut mark.bits);
        mark.add(&view.evidence.lookup, if pair { 0 } else { token ^ WORD_SALT }, token);
        for (bit, found) in found.iter_mut().enumerate() {
            *found += u32::from(mark.bits >> bit & 1);
        }
        mark.bits |= before;
        left -= 1;
        left > 0
    });
    let read = (TOKENS - left).max(1);
    for (category, names) in [
        ["say_ad", "say_ad_max"],
        ["say_cookie", "say_cookie_max"],
        ["say_plea", "say_plea_max"],
        ["say_social", "say_social_max"],
    ]
    .iter()
    .enumerate()
    {
        sink.put(names[0], f32::from(mark.sum[category]) / read as f32);
        sink.put(names[1], f32::from(mark.max[category]));
    }
    let labels = [
        "word_ad",
        "word_cookie",
        "word_letter",
        "word_share",
        "word_related",
        "word_overlay",
        "word_comments",
        "word_plea",
    ];
    for (name, count) in labels.into_iter().zip(found) {
        sink.put(name, ratio(count, read));
    }
    let own = view.sums.subtree(view.page, row).text;
    let whole =
        if own.len > 0 && own.len < 40 { super::lexicon::bits(tokens::whole(view.page.subtree_text(row))) } else { 0 };
    sink.put("only_ad", bit(whole & about::AD != 0));
    sink.put("only_share", bit(whole & about::SHARE != 0));
    sink.put("only_other", bit(whole & !(about::AD | about::SHARE) != 0));
}

/// Names of the features, in order, and how many of them screen.
#[must_use]
pub fn names() -> (Vec<&'static str>, usize) {
    let mut builder = crate::page::Builder::new(crate::options::Limits::default());
    builder.open(Tag::Html, 0);
    builder.open(Tag::Body, 0);
    builder.open(Tag::Div, 0);
    builder.text("x");
    let page = builder.finish();
    let sums = Sums::of(&page, None);
    let scene = Scene::of(&page, &sums, crate::cue::Table::NONE);
    let evidence = Evidence::of(&page, &sums, super::evidence::Table::NONE);
    let mass = Mass::of(&page, &sums, &scene, &[1.0]);
    let view = View { page: &page, sums: &sums, scene: &scene, evidence: &evidence, mass: &mass };
    let whole = Whole::of(view);
    let mut names = Vec::new();
    screen(view, &whole, 2, &mut names);
    let screening = names.len();
    rest(view, &whole, 2, &mut names);
    (names, screening)
}

fn log(count: u32) -> f32 {
    (count as f32).ln_1p()
}

fn bit(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}
