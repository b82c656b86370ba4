//! Authors in lines around the title and at the article's end.

use super::super::label;
use super::super::name::{self, names};
use super::super::view::View;
use super::super::zone;
use super::super::Origin;
use super::text;
use super::{add, trouble, Candidate};
use crate::page::Row;

/// Adds visible lines that begin with a label, and short lines that are a name, near the title.
#[inline(never)]
pub fn candidates(view: &View<'_>, title: Option<Row>, found: &mut Vec<Candidate>) {
    /// Lines above and below the title, and at the end of the article.
    const ABOVE: usize = 6;
    const BELOW: usize = 14;
    /// Weighted length of a line that is no paragraph.
    const LEN: u32 = 240;
    let anchor = title.or_else(|| view.content.first().map(|range| range.0));
    let Some(anchor) = anchor else { return };
    let at = view.line_at(anchor);
    let last = view.content.last().map_or(at, |range| view.line_at(range.0));
    let head = at.saturating_sub(ABOVE)..(at + BELOW).min(view.lines.len());
    let foot = last.max(head.end).saturating_sub(1)..(last + 4).min(view.lines.len());
    for line in head.chain(foot) {
        let block = view.lines[line];
        let row = block.start;
        let zone = view.zone(row);
        if block.counts.text.len > LEN
            || zone & (zone::NAV | zone::FOOTER | zone::COMMENT | zone::TEASER | zone::SPAM) != 0
            || line == at
        {
            continue;
        }
        let text = text::line(view, line);
        let malus = trouble(zone);
        if let Some(rest) = label::after_label(&text) {
            let cleaned = names(rest).unwrap_or_default();
            let weight = if name::is_name_like(&cleaned) { 6.0 } else { 2.5 };
            add(found, rest, weight - malus, Origin::Dom, Some(row), "label");
        } else if label::is_label(&text) && line + 1 < view.lines.len() {
            let next = text::line(view, line + 1);
            if name::is_name_like(&next) {
                add(found, &next, 5.0 - malus, Origin::Dom, Some(view.lines[line + 1].start), "label");
            }
        }
        let short = names(&text).filter(|text| name::is_name_like(text) && text.split_whitespace().count() <= 4);
        if short.is_some() && line > at && line <= at + 5 && zone & zone::IN_HEADING == 0 {
            add(found, &text, 1.5 - malus, Origin::Dom, Some(row), "short");
        }
    }
}
