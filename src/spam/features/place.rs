//! Where a piece stands: its element, its place in the page.

use super::{bit, block_parent, log, View, Whole};
use crate::attr::AttrName;
use crate::features::Sink;
use crate::page::{Page, Row};
use crate::sums::ratio;
use crate::tag::Tag;

/// The element that holds the piece, its name, its siblings.
pub(super) fn put_host(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, sums, scene, evidence, .. } = view;
    let row = evidence.pieces[piece];
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
    let above = page.parent[host as usize];
    sink.put("name_digits", name_digits(page, host).max(name_digits(page, above)));
    sink.put("names", scene.cues[host as usize].with(scene.cues[above as usize]).sum);
    sink.put("host_twins", log(scene.twins[host as usize]));
    let (from, to) = (page.end[host as usize], page.end[above as usize]);
    sink.put("host_last", bit(sums.text_len(from, to.max(from)) == 0));
    sink.put("host_first", bit(sums.text_len(above, host) == 0));
}

/// Share of digits in an element's id and classes: generated names have many.
fn name_digits(page: &Page, row: Row) -> f32 {
    let name = [page.attr(row, AttrName::Id).unwrap_or(""), page.attr(row, AttrName::Class).unwrap_or("")].concat();
    ratio(name.bytes().filter(u8::is_ascii_digit).count() as u32, name.len() as u32)
}

/// Its place in the page, and what the page is like.
pub(super) fn put_place(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
    let View { sums, scene, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let before = sums.text_len(whole.body.0, row);
    sink.put("before", ratio(before, whole.total));
    sink.put("past_running", bit(row > whole.running.1));
    sink.put("ahead_running", bit(row < whole.running.0));
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
    sink.put("page_ext", ratio(whole.counts.ext_links, whole.counts.links));
    sink.put("page_lone", ratio(whole.tally.lone, whole.counts.ext_links));
    sink.put("page_foreign", ratio(whole.tally.foreign, whole.tally.letters));
    sink.put("title_support", whole.title_support);
    sink.put("page_odds", whole.tally.odds as f32 / 16.0 / whole.tally.words.max(1) as f32);
}
