//! Features of a block by itself: its text, its element, the containers and names it lies in.

use super::{bit, Sink, View};
use crate::cue::{self, Cue};
use crate::page::Row;
use crate::scene::inside;
use crate::tag::{Tag, BLOCK};

/// Containers that are features.
const CONTAINERS: [(&str, u32); 7] = [
    ("in_article", inside::ARTICLE),
    ("in_main", inside::MAIN),
    ("in_nav", inside::NAV),
    ("in_footer", inside::FOOTER),
    ("in_aside", inside::ASIDE),
    ("in_dialog", inside::DIALOG),
    ("in_heading", inside::HEADING),
];

#[inline(never)]
pub(super) fn put(view: View<'_>, at: usize, sink: &mut impl Sink) {
    let View { page, scene, .. } = view;
    let block = &scene.blocks[at];
    let text = block.counts.text;
    let raw = scene.block_text(page, at).trim();
    sink.put("link_density", block.counts.link_density());
    sink.put("stops", text.stops as f32 / text.words.max(1) as f32);
    let last = raw.chars().next_back().unwrap_or(' ');
    sink.put("terminal", bit(matches!(last, '.' | '!' | '?' | '。' | '！' | '？' | '…' | '”' | '"' | '」' | '؟')));
    let host = page.tag[block.host as usize];
    sink.put("tag_div", bit(host == Tag::Div));
    sink.put("heading", f32::from(host.heading_level()));
    for (name, container) in CONTAINERS {
        sink.put(name, bit(scene.inside[block.start as usize] & container != 0));
    }
    sink.put("depth", f32::from(page.depth[block.host as usize]));
    names(view, block.start, block.host, sink);
    let cue = cue::of_words(view.words, raw);
    sink.put("word_sum", cue.sum);
    sink.put("word_min", cue.min);
}

/// Cues of the names on the way up: the block's own elements, the two block-level elements above, the rest.
#[inline(never)]
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
    sink.put("own_sum", own.sum);
    sink.put("own_min", own.min);
    for (names, cue) in [(["near_sum", "near_min", "near_max"], near), (["far_sum", "far_min", "far_max"], far)] {
        sink.put(names[0], cue.sum);
        sink.put(names[1], cue.min);
        sink.put(names[2], cue.max);
    }
}
