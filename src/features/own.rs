//! Features of a block by itself: its text, its element, the containers and names it lies in.

use super::{bit, log, Sink, View};
use crate::attr::AttrName;
use crate::cue::{self, Cue};
use crate::page::Row;
use crate::scene::{capital_ratio, inside};
use crate::sums::ratio;
use crate::tag::{Tag, BLOCK};

/// Names of the container bits, in the order of [`inside`].
const CONTAINERS: [&str; inside::COUNT as usize] = [
    "in_article",
    "in_main",
    "in_nav",
    "in_header",
    "in_footer",
    "in_aside",
    "in_form",
    "in_table",
    "in_list",
    "in_quote",
    "in_figure",
    "in_pre",
    "in_dialog",
    "in_button",
    "in_details",
    "in_code",
    "in_heading",
    "in_body_prop",
];

pub(super) fn put(view: View<'_>, at: usize, sink: &mut impl Sink) {
    let View { page, scene, .. } = view;
    let block = &scene.blocks[at];
    let counts = block.counts;
    let text = counts.text;
    let words = text.words.max(1) as f32;
    let raw = scene.block_text(page, at).trim();
    sink.put("len", log(text.len));
    sink.put("words", log(text.words));
    sink.put("link_density", counts.link_density());
    sink.put("links", counts.links as f32);
    sink.put("ext_links", counts.ext_links as f32);
    sink.put("commas", text.commas as f32 / words);
    sink.put("ends", text.ends as f32);
    sink.put("stops", text.stops as f32 / words);
    sink.put("digits", ratio(text.digits, text.len));
    sink.put("capitals", capital_ratio(block));
    sink.put("word_len", text.len as f32 / words);
    sink.put("wide", ratio(text.wide, text.len));
    sink.put("hidden", ratio(counts.hidden_len, text.len));
    let last = raw.chars().next_back().unwrap_or(' ');
    sink.put("terminal", bit(matches!(last, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '”' | '"' | '」' | '؟')));
    sink.put("colon", bit(matches!(last, ':' | '：')));
    let first = raw.chars().next().unwrap_or(' ');
    sink.put("first_lower", bit(first.is_lowercase()));
    sink.put("first_digit", bit(first.is_ascii_digit()));
    sink.put("first_mark", bit(!first.is_alphanumeric()));
    let host = page.tag[block.host as usize];
    let first_parent = page.tag[page.parent[block.start as usize] as usize];
    sink.put("tag_p", bit(host == Tag::P));
    sink.put("tag_li", bit(host == Tag::Li));
    sink.put("tag_cell", bit(matches!(host, Tag::Td | Tag::Th)));
    sink.put("tag_div", bit(host == Tag::Div));
    sink.put("tag_dl", bit(matches!(host, Tag::Dd | Tag::Dt)));
    sink.put("tag_caption", bit(matches!(host, Tag::Figcaption | Tag::Caption)));
    sink.put("tag_section", bit(host.is(crate::tag::SECTION)));
    sink.put("heading", f32::from(host.heading_level()));
    sink.put("emphasis", bit(matches!(first_parent, Tag::B | Tag::Strong | Tag::Em | Tag::I)));
    sink.put("in_span", bit(matches!(first_parent, Tag::Span | Tag::Font | Tag::Small)));
    sink.put("time", bit(first_parent == Tag::Time));
    let own = view.sums.subtree(page, block.host);
    sink.put("host_images", log(own.images));
    sink.put("host_controls", log(own.controls));
    sink.put("host_share", ratio(text.len, own.text.len));
    sink.put("align", bit(page.attr(block.host, AttrName::Style).is_some_and(|css| css.contains("center"))));
    sink.put("styled", bit(page.attr(block.host, AttrName::Style).is_some()));
    sink.put("classed", bit(page.attr(block.host, AttrName::Class).is_some()));
    let bits = scene.inside[block.start as usize];
    for (at, name) in CONTAINERS.iter().enumerate() {
        sink.put(name, bit(bits >> at & 1 == 1));
    }
    sink.put("depth", f32::from(page.depth[block.host as usize]));
    names(view, block.start, block.host, sink);
    let cue = cue::of_words(view.words, raw);
    sink.put("word_sum", cue.sum);
    sink.put("word_min", cue.min);
    sink.put("word_max", cue.max);
}

/// Cues of the names on the way up: the block's own elements, the two block-level elements above, the rest.
fn names(view: View<'_>, start: Row, host: Row, sink: &mut impl Sink) {
    let View { page, scene, .. } = view;
    let (mut own, mut near, mut far) = (Cue::default(), Cue::default(), Cue::default());
    let mut level = 0;
    let mut row = page.parent[start as usize];
    let mut over = row >= host;
    loop {
        let cue = scene.cues[row as usize];
        if over {
            own = own.with(cue);
        } else if level <= 2 {
            near = near.with(cue);
        } else {
            far = far.with(cue);
        }
        if row == 0 {
            break;
        }
        over &= row > host;
        row = page.parent[row as usize];
        level += u32::from(!over && page.tag[row as usize].is(BLOCK));
    }
    for (name, cue) in [
        (["own_sum", "own_min", "own_max"], own),
        (["near_sum", "near_min", "near_max"], near),
        (["far_sum", "far_min", "far_max"], far),
    ] {
        sink.put(name[0], cue.sum);
        sink.put(name[1], cue.min);
        sink.put(name[2], cue.max);
    }
}
