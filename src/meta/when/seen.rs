//! Dates a reader sees: near the title, in `time` elements, in labelled lines.

use super::super::byline::text;
use super::super::date::{self, Date, Order};
use super::super::phrase::lower;
use super::super::view::View;
use super::super::zone;
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;

/// What stands before a date that is not the day of publication.
const NOT_PUBLISHED: &str =
    "updat|modif|edited|revis|last |stand:|stand |aktualis|geändert|zuletzt|mis à jour|mise à jour|actuali|atualiza|\
    aggiorna|bijgewerkt|gewijzigd|uppdatera|opdater|oppdater|päivitetty|aktualiz|zaktualiz|güncel|diperbarui|\
    cập nhật|обновлен|изменен|оновлен|تحديث|עודכן|수정|更新|修改|修订|©|copyright|bis |until|since |deadline|expires";

/// What stands before a day of publication.
const LABELS: &str =
    "publish|posted|date:|veröffentlich|erschienen|datum|publié|publicado|pubblicato|gepubliceerd|publicerad|\
    opublikowan|опубликован|发布|發布|发表|發表|日期|时间|時間|掲載|公開|등록|입력|نشر|ngày|tanggal|tarih";

/// Lines looked at for labelled dates.
const MOST: usize = 3000;

/// A date read from the visible page.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// The day.
    pub date: Date,
    /// Its line.
    pub row: Row,
    /// Lines behind the title's, negative above it.
    pub away: i32,
    /// Something before it says that it is another day.
    pub modified: bool,
    /// Something before it says that it is the day of publication.
    pub labelled: bool,
}

/// Dates in short lines and `time` elements around the title.
pub fn near(view: &View<'_>, title: Option<Row>, order: Order) -> Vec<Seen> {
    /// Lines above and below the title.
    const ABOVE: usize = 8;
    const BELOW: usize = 14;
    /// Lines below the title whose text may begin with a dateline.
    const DATELINE: i32 = 3;
    let anchor = title.or_else(|| view.content.first().map(|range| range.0));
    let Some(anchor) = anchor else { return Vec::new() };
    let at = view.line_at(anchor);
    let mut seen = Vec::new();
    for line in at.saturating_sub(ABOVE)..(at + BELOW).min(view.lines.len()) {
        let row = view.lines[line].start;
        if view.zone(row) & (zone::NAV | zone::TEASER | zone::COMMENT | zone::FOOTER | zone::SPAM) != 0 {
            continue;
        }
        let away = line as i32 - at as i32;
        let named = view.zone(row) & zone::UPDATED != 0;
        for mut date in in_line(view, line, order, (1..=DATELINE).contains(&away)) {
            date.modified |= named;
            seen.push(Seen { row, away, ..date });
        }
    }
    seen
}

/// Dates of a line that is not running text; of running text the dateline (“Berlin, 3 May 2021 – …”) if wanted.
fn in_line(view: &View<'_>, line: usize, order: Order, dateline: bool) -> Vec<Seen> {
    /// Characters of a line that is no paragraph, and of a dateline.
    const LONGEST: usize = 160;
    const HEAD: usize = 60;
    let block = view.lines[line];
    let mut dates = Vec::new();
    let made = |date, modified, labelled| Seen { date, row: block.start, away: 0, modified, labelled };
    let long = block.counts.text.len as usize > LONGEST * 3;
    if long && !dateline {
        return dates;
    }
    for row in block.start..block.end {
        if let Some(up) = Some(view.page.parent[row as usize]).filter(|&up| view.page.tag[up as usize] == Tag::Time) {
            let at = view.page.attr(up, AttrName::Datetime).and_then(date::machine);
            dates.extend(at.map(|date| made(date, view.zone(up) & zone::UPDATED != 0, false)));
        }
    }
    let stated = dates.len();
    let text = text::line(view, line);
    let running = text.chars().count() > LONGEST;
    if running && !dateline {
        return dates;
    }
    let head =
        if running { text.char_indices().nth(HEAD).map_or(text.as_str(), |(end, _)| &text[..end]) } else { &text };
    let mut from = 0;
    for found in date::find(head, order) {
        let before = lower(&text[from..found.start]);
        let after = text[found.end..].trim_start();
        if running && !after.starts_with(['|', '–', '—', '-', '.', ':', '(', '/', '，', '）', ')']) {
            break;
        }
        let has = |labels: &str| labels.split('|').any(|label| before.contains(label));
        let modified = has(NOT_PUBLISHED) || after.starts_with("更新");
        from = found.end;
        match dates.iter_mut().position(|seen| seen.date.same_day(&found.date)) {
            Some(known) if known < stated => dates[known].modified |= modified,
            Some(_) => {}
            None => dates.push(made(found.date, modified, !modified && has(LABELS))),
        }
    }
    dates
}

/// `time` elements of the page's main part.
pub fn times(view: &View<'_>) -> Vec<(Date, Row)> {
    let bad = zone::COMMENT | zone::TEASER | zone::SPAM | zone::ASIDE | zone::FOOTER | zone::NAV | zone::UPDATED;
    view.page
        .rows_of(Tag::Time)
        .filter(|&row| view.zone(row) & bad == 0)
        .filter_map(|row| Some((element(view, row)?, row)))
        .take(1)
        .collect()
}

/// Lines elsewhere that are named or labelled as the article's date.
pub fn labelled(view: &View<'_>, order: Order) -> Vec<(Date, Row)> {
    for line in 0..view.lines.len().min(MOST) {
        let row = view.lines[line].start;
        let counts = view.lines[line].counts.text;
        if counts.digits < 3
            || counts.len > 200
            || view.zone(row) & (zone::COMMENT | zone::TEASER | zone::SPAM | zone::NAV | zone::ASIDE) != 0
        {
            continue;
        }
        let text = lower(&view.line(line));
        let named = view.zone(row) & zone::DATE != 0;
        if named || LABELS.split('|').any(|label| text.contains(label)) {
            if let Some(seen) = in_line(view, line, order, false).into_iter().find(|seen| !seen.modified) {
                return vec![(seen.date, row)];
            }
        }
    }
    Vec::new()
}

/// The day a line far from the title says the page was last changed.
pub fn changed(view: &View<'_>, order: Order) -> Option<Date> {
    /// What stands before such a day.
    const LABELS: &str = "edited|updated|modified|aktualisiert|geändert|mis à jour|actualizado|atualizado|aggiornato|\
        bijgewerkt|uppdaterad|обновлено|изменена|更新|修改";
    let lines = 0..view.lines.len().min(MOST);
    lines.rev().find_map(|line| {
        let counts = view.lines[line].counts.text;
        let other = zone::COMMENT | zone::TEASER | zone::SPAM | zone::NAV | zone::ASIDE;
        if counts.digits < 3 || counts.len > 200 || view.zone(view.lines[line].start) & other != 0 {
            return None;
        }
        let text = lower(&view.line(line));
        if !LABELS.split('|').any(|label| text.contains(label)) {
            return None;
        }
        in_line(view, line, order, false).into_iter().find(|seen| seen.modified).map(|seen| seen.date)
    })
}

/// The date an element holds in its attributes, else in its text.
pub fn element(view: &View<'_>, row: Row) -> Option<Date> {
    let attr = |name| view.page.attr(row, name).and_then(date::machine);
    attr(AttrName::Datetime)
        .or_else(|| attr(AttrName::Content))
        .or_else(|| (view.len(row) < 120).then(|| date::machine(&view.text(row))).flatten())
}
