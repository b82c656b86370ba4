//! What a piece says, how its link is written.

use super::{bit, log, View, Whole};
use crate::attr::AttrName;
use crate::features::Sink;
use crate::style::hide;
use crate::sums::ratio;
use crate::text;
use crate::url;

pub(super) fn put_words(view: View<'_>, piece: usize, sink: &mut impl Sink) {
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

pub(super) fn put_text(view: View<'_>, whole: &Whole, piece: usize, sink: &mut impl Sink) {
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

pub(super) fn put_link(view: View<'_>, piece: usize, sink: &mut impl Sink) {
    let View { page, evidence, .. } = view;
    let row = evidence.pieces[piece];
    let around = evidence.links.around(row);
    let link = evidence.links.get(row);
    sink.put("link_same_text", log(link.same_text));
    sink.put("link_segments", link.segments as f32);
    sink.put("link_marks", link.marks as f32);
    sink.put("link_query", bit(link.query));
    let attr = |name| around.and_then(|(anchor, _)| page.attr(anchor, name));
    let href = attr(AttrName::Href).unwrap_or("");
    sink.put("link_path", url::path(href).len() as f32);
    let rel = attr(AttrName::Rel).unwrap_or("");
    sink.put("link_nofollow", bit(rel.contains("nofollow")));
    sink.put("link_make", log(link.make));
    sink.put("link_make_local", bit(link.make_local));
    sink.put("link_form", ratio(link.alike.1, link.alike.0));
    sink.put("link_kind", log(link.alike.0));
    sink.put("link_folder", log(link.folder));
    let slug = href.to_ascii_lowercase();
    let (mut hits, mut words) = (0u32, 0);
    for word in page.subtree_text(row).split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 3).take(8) {
        words += 1;
        hits += u32::from(slug.contains(&word.to_lowercase()));
    }
    sink.put("slug", ratio(hits, words));
}
