//! Sums over what is around a piece: containers, neighbours.

use super::{bit, block_parent, log, View};
use crate::features::Sink;
use crate::page::Row;
use crate::sums::ratio;

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

/// Levels of ancestors whose sums are features: the four nearest block-level ones.
pub(super) const LEVELS: [[&str; 17]; 4] =
    [level_names!("l1"), level_names!("l2"), level_names!("l3"), level_names!("l4")];

/// Sums over one block-level ancestor.
pub(super) fn put_level(view: View<'_>, at: Row, names: [&'static str; 17], sink: &mut impl Sink) {
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

/// The block-level ancestors above the first.
pub(super) fn put_levels(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let mut at = block_parent(page, row);
    for names in &LEVELS[1..] {
        at = block_parent(page, at);
        put_level(view, at, *names, sink);
    }
}

const NEIGHBOURS: [(isize, [&str; 6]); 4] = [
    (-2, ["p2_link", "p2_foreign", "p2_odds", "p2_lone", "p2_parent", "p2_hidden"]),
    (-1, ["p1_link", "p1_foreign", "p1_odds", "p1_lone", "p1_parent", "p1_hidden"]),
    (1, ["n1_link", "n1_foreign", "n1_odds", "n1_lone", "n1_parent", "n1_hidden"]),
    (2, ["n2_link", "n2_foreign", "n2_odds", "n2_lone", "n2_parent", "n2_hidden"]),
];

pub(super) fn put_neighbours(view: View<'_>, piece: usize, sink: &mut impl Sink) {
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
        let link = evidence.links.get(other);
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
pub(super) fn put_windows(view: View<'_>, piece: usize, sink: &mut impl Sink) {
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
