//! A piece of text (one text node) as numbers: what the spam model sees.

use super::evidence::{Evidence, Tally};
use crate::attr::AttrName;
use crate::features::Sink;
use crate::head::Head;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::style::hide;
use crate::sums::{ratio, Counts, Sums};
use crate::tag::{Tag, BLOCK};
use crate::text;
use crate::url;

/// Everything a feature may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// Its own statements.
    pub head: &'a Head,
    /// Evidence of injection.
    pub evidence: &'a Evidence,
}

/// What is the same for all pieces of a page.
pub struct Whole {
    title: Vec<u32>,
    title_support: f32,
    keywords: Vec<u32>,
    /// Text length before each row is a difference of sums; this is the body's.
    total: u32,
    body: (Row, Row),
    /// Last row of running text, first row of running text.
    running: (Row, Row),
    best: (Row, Row),
    counts: Counts,
    tally: Tally,
}

macro_rules! level_names {
    ($p:literal) => {
        [
            concat!($p, "_len"),
            concat!($p, "_links"),
            concat!($p, "_ext"),
            concat!($p, "_lone"),
            concat!($p, "_first"),
            concat!($p, "_density"),
            concat!($p, "_foreign"),
            concat!($p, "_local"),
            concat!($p, "_odds"),
            concat!($p, "_hidden"),
            concat!($p, "_stops"),
            concat!($p, "_ends"),
            concat!($p, "_twins"),
            concat!($p, "_long"),
            concat!($p, "_inner"),
            concat!($p, "_images"),
            concat!($p, "_odd"),
        ]
    };
}

/// Features of the screen.
pub const SCREENED: usize = 41;

/// Levels of ancestors whose sums are features: the four nearest block-level ones.
const LEVELS: [[&str; 17]; 4] = [level_names!("l1"), level_names!("l2"), level_names!("l3"), level_names!("l4")];

impl Whole {
    /// Looks at the page once.
    #[must_use]
    pub fn of(view: View<'_>) -> Whole {
        let View { page, sums, scene, head, evidence } = view;
        let body = if page.is_empty() { (0, 0) } else { (page.body(), page.end[page.body() as usize]) };
        let title = word_set(head.title.as_deref().unwrap_or(""));
        let keywords = word_set(&[head.get("keywords").unwrap_or(""), head.get("description").unwrap_or("")].join(" "));
        let running: Vec<Row> = evidence
            .pieces
            .iter()
            .copied()
            .filter(|&row| !sums.in_link[row as usize] && sums.between(row, row + 1).long_len > 0)
            .collect();
        let support = running
            .iter()
            .flat_map(|&row| text::words(page.subtree_text(row)))
            .collect::<std::collections::HashSet<u32>>();
        let supported = title.iter().filter(|word| support.contains(word)).count() as u32;
        Whole {
            title_support: ratio(supported, title.len() as u32),
            title,
            keywords,
            total: sums.between(body.0, body.1).text.len,
            running: (running.first().copied().unwrap_or(body.0), running.last().copied().unwrap_or(body.1)),
            best: (scene.best, if page.is_empty() { 0 } else { page.end[scene.best as usize] }),
            counts: sums.between(body.0, body.1),
            tally: evidence.between(body.0, body.1),
            body,
        }
    }
}

fn word_set(text: &str) -> Vec<u32> {
    let mut words: Vec<u32> = text::words(text).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn log(count: u32) -> f32 {
    (count as f32).ln_1p()
}

fn bit(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// Puts the cheap features of one piece, by which most pieces are cleared.
pub fn screen(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    put_words(view, piece, sink);
    let row = view.evidence.pieces[piece];
    sink.put("hidden", bit(view.sums.is_hidden(row)));
    let link = view.evidence.links[row as usize];
    sink.put("link", f32::from(link.kind));
    sink.put("link_site", log(link.site_links));
    sink.put("link_same", log(link.same));
    put_windows(view, piece, sink);
    put_level(view, block_parent(view.page, row), LEVELS[0], sink);
}

/// Puts the other features of the piece.
pub fn rest(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
    put_text(view, whole, piece, sink);
    put_link(view, piece, sink);
    put_levels(view, piece, sink);
    put_place(view, whole, piece, sink);
    put_neighbours(view, piece, sink);
}

fn block_parent(page: &Page, row: Row) -> Row {
    page.ancestors(row).find(|&up| page.tag[up as usize].is(BLOCK)).unwrap_or(0)
}

fn put_words(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { sums, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let counts = sums.between(row, row + 1);
    let tally = evidence.between(row, row + 1);
    let words = counts.text.words.max(1);
    let cue = evidence.cues[piece];
    sink.put("len", log(counts.text.len));
    sink.put("words", log(words));
    sink.put("stops", ratio(counts.text.stops, words));
    sink.put("capitals", ratio(counts.text.capitals, words));
    sink.put("foreign", ratio(tally.foreign, tally.letters));
    sink.put("local", ratio(tally.local, tally.words));
    sink.put("odds", cue.sum);
    sink.put("odds_mean", cue.sum / tally.words.max(1) as f32);
    sink.put("odds_max", cue.max);
    sink.put("odds_min", cue.min);
}

fn put_text(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
    let View { page, sums, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let counts = sums.between(row, row + 1);
    let tally = evidence.between(row, row + 1);
    let raw = page.subtree_text(row).trim();
    sink.put("digits", ratio(counts.text.digits, counts.text.len));
    sink.put("commas", counts.text.commas as f32);
    sink.put("ends", counts.text.ends as f32);
    sink.put("mark_only", bit(tally.words == 0));
    sink.put("first_lower", bit(raw.starts_with(char::is_lowercase)));
    sink.put("terminal", bit(raw.ends_with(['.', '!', '?', '。', '！', '？'])));
    let (mut in_title, mut in_keywords, mut all) = (0, 0, 0);
    for word in text::words(raw).take(30) {
        all += 1;
        in_title += u32::from(whole.title.binary_search(&word).is_ok());
        in_keywords += u32::from(whole.keywords.binary_search(&word).is_ok());
    }
    sink.put("in_title", ratio(in_title, all));
    sink.put("in_keywords", ratio(in_keywords, all));
    let style = sums.style[row as usize];
    for (name, bits) in [
        ("gone", hide::GONE),
        ("clear", hide::CLEAR),
        ("away", hide::AWAY),
        ("tiny", hide::TINY),
        ("clipped", hide::CLIPPED),
        ("fixed", hide::FIXED),
        ("aria", hide::ARIA),
    ] {
        sink.put(name, bit(style & bits != 0));
    }
}

fn put_link(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let link = evidence.links[row as usize];
    let anchor = evidence.anchor[row as usize];
    sink.put("link_same_text", log(link.same_text));
    sink.put("link_segments", link.segments as f32);
    sink.put("link_marks", link.marks as f32);
    sink.put("link_query", bit(link.query));
    let known = anchor != u32::MAX;
    let attr = |name| if known { page.attr(anchor, name) } else { None };
    let href = attr(AttrName::Href).unwrap_or("");
    sink.put("link_path", url::path(href).len() as f32);
    sink.put("link_classed", bit(attr(AttrName::Class).is_some()));
    sink.put("link_target", bit(attr(AttrName::Target).is_some()));
    sink.put("link_titled", bit(attr(AttrName::Title).is_some()));
    let rel = attr(AttrName::Rel).unwrap_or("");
    sink.put("link_nofollow", bit(rel.contains("nofollow")));
    sink.put("link_rel", bit(!rel.is_empty()));
    sink.put("link_make", log(link.make));
    sink.put("link_make_local", bit(link.make_local));
    sink.put("link_form", ratio(link.alike.1, link.alike.0));
    sink.put("link_kind", log(link.alike.0));
    sink.put("link_folder", log(link.folder));
    sink.put("link_styled", bit(attr(AttrName::Style).is_some()));
    let slug = href.to_ascii_lowercase();
    let (mut hits, mut words) = (0u32, 0);
    for word in page.subtree_text(row).split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 3).take(8) {
        words += 1;
        hits += u32::from(slug.contains(&word.to_lowercase()));
    }
    sink.put("slug", ratio(hits, words));
}

/// Sums over one block-level ancestor.
fn put_level(view: View<'_>, at: Row, names: [&'static str; 17], sink: &mut impl Sink) {
    let View { page, sums, scene, evidence, .. } = view;
    let counts = sums.subtree(page, at);
    let tally = evidence.between(at, page.end[at as usize]);
    sink.put(names[0], log(counts.text.len));
    sink.put(names[1], log(counts.links));
    sink.put(names[2], ratio(counts.ext_links, counts.links));
    sink.put(names[3], log(tally.lone));
    sink.put(names[4], ratio(tally.first, counts.ext_links));
    sink.put(names[5], counts.link_density());
    sink.put(names[6], ratio(tally.foreign, tally.letters));
    sink.put(names[7], ratio(tally.local, tally.words));
    sink.put(names[8], tally.odds as f32 / 16.0 / tally.words.max(1) as f32);
    sink.put(names[9], ratio(counts.hidden_len, counts.text.len));
    sink.put(names[10], ratio(counts.text.stops, counts.text.words));
    sink.put(names[11], ratio(counts.text.ends, counts.text.words));
    sink.put(names[12], log(scene.twins[at as usize]));
    sink.put(names[13], ratio(counts.long_len, counts.text.len));
    sink.put(names[14], ratio(tally.inner, counts.links));
    sink.put(names[15], log(counts.images));
    sink.put(names[16], ratio(tally.odd, counts.links));
}

/// The block-level ancestors above the first, the names around, the siblings.
fn put_levels(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, scene, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let mut at = block_parent(page, row);
    for names in &LEVELS[1..] {
        at = block_parent(page, at);
        put_level(view, at, *names, sink);
    }
    let host = block_parent(page, row);
    let tag = page.tag[host as usize];
    let parent = page.tag[page.parent[row as usize] as usize];
    sink.put("host_li", bit(tag == Tag::Li));
    sink.put("host_p", bit(tag == Tag::P));
    sink.put("host_div", bit(tag == Tag::Div));
    sink.put("host_cell", bit(matches!(tag, Tag::Td | Tag::Th)));
    sink.put("host_body", bit(tag == Tag::Body));
    sink.put("host_heading", f32::from(tag.heading_level()));
    sink.put("host_marquee", bit(tag == Tag::Marquee));
    sink.put("parent_other", bit(parent == Tag::Other));
    sink.put(
        "parent_plain",
        bit(matches!(parent, Tag::Font | Tag::U | Tag::B | Tag::Strong | Tag::I | Tag::Big | Tag::Center)),
    );
    let named = |row: Row| page.attr(row, AttrName::Class).is_some() || page.attr(row, AttrName::Id).is_some();
    sink.put("host_named", bit(named(host)));
    sink.put("host_styled", bit(page.attr(host, AttrName::Style).is_some()));
    let above = page.parent[host as usize];
    sink.put("above_named", bit(named(above)));
    sink.put("above_styled", bit(page.attr(above, AttrName::Style).is_some()));
    let same = page.children(above).filter(|&child| page.tag[child as usize].is_element());
    let (mut named_siblings, mut siblings) = (0, 0);
    for child in same.take(30).filter(|&child| child != host) {
        siblings += 1;
        named_siblings += u32::from(named(child));
    }
    sink.put("siblings", log(siblings));
    sink.put("siblings_named", ratio(named_siblings, siblings));
    sink.put("name_digits", name_digits(page, host).max(name_digits(page, above)));
    sink.put("names", scene.cues[host as usize].with(scene.cues[above as usize]).sum);
    sink.put("host_twins", log(scene.twins[host as usize]));
    let (from, to) = (page.end[host as usize], page.end[above as usize]);
    sink.put("host_last", bit(view.sums.between(from, to.max(from)).text.len == 0));
    sink.put("host_first", bit(view.sums.between(above, host).text.len == 0));
}

/// Share of digits in an element's id and classes: generated names have many.
fn name_digits(page: &Page, row: Row) -> f32 {
    let name = [page.attr(row, AttrName::Id).unwrap_or(""), page.attr(row, AttrName::Class).unwrap_or("")].concat();
    ratio(name.bytes().filter(u8::is_ascii_digit).count() as u32, name.len() as u32)
}

fn put_place(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
    let View { page, sums, scene, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let before = sums.between(whole.body.0, row).text.len;
    sink.put("before", ratio(before, whole.total));
    sink.put("before_len", log(before));
    sink.put("after_len", log(whole.total - before));
    sink.put("depth", f32::from(page.depth[row as usize]));
    sink.put("past_running", bit(row > whole.running.1));
    sink.put("ahead_running", bit(row < whole.running.0));
    sink.put("rows_past", if row > whole.running.1 { log(row - whole.running.1) } else { 0.0 });
    sink.put("rows_ahead", log(row - whole.body.0));
    sink.put("rows_after", log(whole.body.1 - row));
    sink.put("in_best", bit((whole.best.0..whole.best.1).contains(&row)));
    for at in [0, 2, 3, 4, 5, 6, 7, 8, 12] {
        const NAMES: [&str; 13] = [
            "in_article",
            "",
            "in_nav",
            "in_header",
            "in_footer",
            "in_aside",
            "in_form",
            "in_table",
            "in_list",
            "",
            "",
            "",
            "in_dialog",
        ];
        sink.put(NAMES[at], bit(scene.inside[row as usize] >> at & 1 == 1));
    }
    sink.put("page_len", log(whole.total));
    sink.put("page_links", log(whole.counts.links));
    sink.put("page_ext", ratio(whole.counts.ext_links, whole.counts.links));
    sink.put("page_lone", ratio(whole.tally.lone, whole.counts.ext_links));
    sink.put("page_foreign", ratio(whole.tally.foreign, whole.tally.letters));
    sink.put("page_hidden", ratio(whole.counts.hidden_len, whole.total));
    sink.put("page_wide", ratio(whole.counts.text.wide, whole.total));
    sink.put("page_stops", ratio(whole.counts.text.stops, whole.counts.text.words));
    sink.put("title_support", whole.title_support);
    sink.put("page_odds", whole.tally.odds as f32 / 16.0 / whole.tally.words.max(1) as f32);
}

const NEIGHBOURS: [(isize, [&str; 6]); 4] = [
    (-2, ["p2_link", "p2_foreign", "p2_odds", "p2_lone", "p2_parent", "p2_hidden"]),
    (-1, ["p1_link", "p1_foreign", "p1_odds", "p1_lone", "p1_parent", "p1_hidden"]),
    (1, ["n1_link", "n1_foreign", "n1_odds", "n1_lone", "n1_parent", "n1_hidden"]),
    (2, ["n2_link", "n2_foreign", "n2_odds", "n2_lone", "n2_parent", "n2_hidden"]),
];

fn put_neighbours(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, sums, evidence, .. } = view;
    let row = evidence.pieces[piece];
    for (offset, names) in NEIGHBOURS {
        let Some((at, &other)) = piece.checked_add_signed(offset).and_then(|at| Some((at, evidence.pieces.get(at)?)))
        else {
            for name in names {
                sink.put(name, -1.0);
            }
            continue;
        };
        let tally = evidence.between(other, other + 1);
        let link = evidence.links[other as usize];
        sink.put(names[0], f32::from(link.kind));
        sink.put(names[1], ratio(tally.foreign, tally.letters));
        sink.put(names[2], evidence.cues[at].sum / tally.words.max(1) as f32);
        sink.put(names[3], bit(link.kind == 3 && link.site_links == 1));
        sink.put(
            names[4],
            bit(page.parent[page.parent[other as usize] as usize] == page.parent[page.parent[row as usize] as usize]),
        );
        sink.put(names[5], bit(sums.is_hidden(other)));
    }
}

/// Sums over the pieces around.
fn put_windows(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { sums, evidence, .. } = view;
    for (names, reach) in [
        (["w4_ext", "w4_lone", "w4_foreign", "w4_odds", "w4_local"], 4),
        (["w12_ext", "w12_lone", "w12_foreign", "w12_odds", "w12_local"], 12),
    ] {
        let from = evidence.pieces[piece.saturating_sub(reach)];
        let to = evidence.pieces[(piece + reach).min(evidence.pieces.len() - 1)] + 1;
        let (counts, tally) = (sums.between(from, to), evidence.between(from, to));
        sink.put(names[0], ratio(counts.ext_links, counts.links));
        sink.put(names[1], ratio(tally.lone, counts.links));
        sink.put(names[2], ratio(tally.foreign, tally.letters));
        sink.put(names[3], tally.odds as f32 / 16.0 / tally.words.max(1) as f32);
        sink.put(names[4], ratio(tally.local, tally.words));
    }
}

/// Names of the features, in order; the first [`SCREENED`] are those of the screen.
#[must_use]
pub fn names() -> Vec<&'static str> {
    use crate::page::Builder;
    let mut builder = Builder::new(crate::options::Limits::default());
    builder.open(Tag::Html, 0);
    builder.open(Tag::Body, 0);
    builder.text("x");
    let page = builder.finish();
    let none = crate::cue::Table::NONE;
    let sums = Sums::of(&page, None);
    let scene = Scene::of(&page, &sums, none);
    let head = Head::default();
    let evidence = Evidence::of(&page, &sums, none);
    let view = View { page: &page, sums: &sums, scene: &scene, head: &head, evidence: &evidence };
    let mut names = Vec::new();
    screen(view, 0, &mut names);
    rest(view, &Whole::of(view), 0, &mut names);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_comes_first() {
        assert_eq!(names()[SCREENED - 1], "l1_odd");
        assert_eq!(names()[SCREENED], "digits");
    }
}
