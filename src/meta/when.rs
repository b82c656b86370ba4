//! When the article was published and last changed (cascade: findings/metadata, section 4).

use super::date::{self, Date, Order};
use super::jsonld::Kind;
use super::phrase::lower;
use super::view::View;
use super::zone;
use super::Origin;
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;
use crate::url;

/// The dates, and the visible line the first was confirmed by or read from.
#[derive(Debug, Default)]
pub struct When {
    /// First published.
    pub published: Option<(Date, Origin)>,
    /// Last changed.
    pub modified: Option<(Date, Origin)>,
    /// Where the date is seen.
    pub row: Option<Row>,
}

/// Names of `meta` elements that hold the day of publication, surest first.
const PUBLISHED: &[&str] = &["article:published_time", "og:article:published_time", "og:published_time"];
const PUBLISHED_TOO: &[&str] = &[
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "article:created_time",
    "weibo: article:create_at",
    "originalpublicationdate",
    "date_published",
];
const DATED: &[&str] = &[
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "created",
    "pdate",
    "article_date_original",
    "creation_date",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "article:updated_time",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "datemodified",
    "lastmod",
    "revised",
];

/// What stands before a date that is not the day of publication.
const NOT_PUBLISHED: &[&str] = &[
    "updat",
    "modif",
    "edited",
    "revis",
    "last ",
    "stand:",
    "stand ",
    "aktualis",
    "geändert",
    "zuletzt",
    "mis à jour",
    "mise à jour",
    "actuali",
    "atualiza",
    "aggiorna",
    "bijgewerkt",
    "gewijzigd",
    "uppdatera",
    "opdater",
    "oppdater",
    "päivitetty",
    "aktualiz",
    "zaktualiz",
    "güncel",
    "diperbarui",
    "cập nhật",
    "обновлен",
    "изменен",
    "оновлен",
    "تحديث",
    "עודכן",
    "수정",
    "更新",
    "修改",
    "修订",
    "©",
    "copyright",
    "bis ",
    "until",
    "since ",
    "deadline",
    "expires",
];

/// A date read from the visible page.
#[derive(Clone, Copy, Debug)]
struct Seen {
    date: Date,
    row: Row,
    /// Lines behind the title's, negative above it.
    away: i32,
    modified: bool,
}

/// Reads the dates. `title`: the title's row.
pub fn read(view: &View<'_>, title: Option<Row>) -> When {
    let order = order(view);
    let seen = near(view, title, order);
    let published = seen.iter().filter(|seen| !seen.modified).min_by_key(|seen| (seen.away < 0, seen.away.abs()));
    let stated = stated(view);
    let modified = modified(view, &seen);
    let Some((mut date, origin)) = stated.first().copied() else {
        return unstated(view, published, modified, &seen, order);
    };
    if let Some(confirmed) = seen.iter().find(|seen| seen.date.same_day(&date)) {
        return When { published: Some((date, origin)), modified, row: Some(confirmed.row) };
    }
    if let Some(shown) = published {
        // The same moment in two time zones: the reader's page shows the local day.
        if (shown.date.number() - date.number()).abs() == 1 {
            return When { published: Some((shown.date, Origin::Dom)), modified, row: Some(shown.row) };
        }
        if let Some(other) =
            stated.iter().find(|other| seen.iter().any(|seen| !seen.modified && seen.date.same_day(&other.0)))
        {
            date = other.0;
        }
    }
    When { published: Some((date, origin)), modified, row: None }
}

/// Without a sure statement: what is seen near the title, the address, weaker statements.
fn unstated(
    view: &View<'_>,
    seen: Option<&Seen>,
    modified: Option<(Date, Origin)>,
    all: &[Seen],
    order: Order,
) -> When {
    if let Some(seen) = seen {
        return When { published: Some((seen.date, Origin::Dom)), modified, row: Some(seen.row) };
    }
    let address = view.head.url.as_deref().and_then(in_address).map(|date| (date, Origin::Url));
    let meta =
        DATED.iter().filter_map(|name| view.head.get(name)).find_map(date::machine).map(|date| (date, Origin::Meta));
    let elsewhere =
        || times(view).into_iter().chain(labelled(view, order)).next().map(|(date, row)| ((date, Origin::Dom), row));
    if let Some(found) = address.or(meta) {
        return When { published: Some(found), modified, row: None };
    }
    if let Some((found, row)) = elsewhere() {
        return When { published: Some(found), modified, row: Some(row) };
    }
    let shown = all.iter().find(|seen| seen.modified);
    let published = shown.map(|seen| (seen.date, Origin::Dom)).or(modified);
    When { published, modified, row: shown.map(|seen| seen.row) }
}

/// Day or month first in 3/4/2021: by the page's language and region.
fn order(view: &View<'_>) -> Order {
    let lang = super::lang::declared(view).unwrap_or_default().to_ascii_lowercase();
    let host = view.head.url.as_deref().and_then(url::host).unwrap_or("");
    let region = host.rsplit('.').next().unwrap_or("");
    let british = matches!(region, "uk" | "au" | "nz" | "ie" | "in" | "za" | "sg" | "hk") || host.ends_with(".eu");
    let american = lang == "en-us"
        || (lang == "en" && !british)
        || (lang.is_empty() && matches!(region, "gov" | "us" | "edu" | "mil"));
    if american {
        Order::MonthFirst
    } else {
        Order::DayFirst
    }
}

/// Machine-readable days of publication, surest first.
fn stated(view: &View<'_>) -> Vec<(Date, Origin)> {
    let ld = |kind| {
        view.ld
            .of_kind(kind)
            .filter_map(|thing| thing.published.as_deref())
            .find_map(date::machine)
            .map(|date| (date, Origin::JsonLd))
    };
    let article = view
        .ld
        .article()
        .and_then(|thing| thing.published.as_deref())
        .and_then(date::machine)
        .map(|date| (date, Origin::JsonLd));
    let metas = |names: &[&str]| {
        names.iter().filter_map(|name| view.head.get(name)).find_map(date::machine).map(|date| (date, Origin::Meta))
    };
    [article, metas(PUBLISHED), microdata(view), ld(Kind::Page), metas(PUBLISHED_TOO)].into_iter().flatten().collect()
}

/// `itemprop="datePublished"`.
fn microdata(view: &View<'_>) -> Option<(Date, Origin)> {
    let page = view.page;
    let bad = zone::COMMENT | zone::TEASER | zone::SPAM | zone::ASIDE;
    (page.body()..page.len() as Row)
        .filter(|&row| view.zone(row) & bad == 0)
        .filter(|&row| {
            page.attr(row, AttrName::Itemprop).is_some_and(|prop| {
                prop.split_ascii_whitespace().any(|word| word == "datePublished" || word == "dateCreated")
            })
        })
        .find_map(|row| element(view, row))
        .map(|date| (date, Origin::Microdata))
}

/// The date an element holds in its attributes, else in its text.
fn element(view: &View<'_>, row: Row) -> Option<Date> {
    let attr = |name| view.page.attr(row, name).and_then(date::machine);
    attr(AttrName::Datetime)
        .or_else(|| attr(AttrName::Content))
        .or_else(|| (view.len(row) < 120).then(|| date::machine(&view.text(row))).flatten())
}

fn modified(view: &View<'_>, seen: &[Seen]) -> Option<(Date, Origin)> {
    let ld = view
        .ld
        .article()
        .and_then(|thing| thing.modified.as_deref())
        .and_then(date::machine)
        .map(|date| (date, Origin::JsonLd));
    let meta = || {
        MODIFIED.iter().filter_map(|name| view.head.get(name)).find_map(date::machine).map(|date| (date, Origin::Meta))
    };
    let page = || {
        view.ld
            .of_kind(Kind::Page)
            .filter_map(|thing| thing.modified.as_deref())
            .find_map(date::machine)
            .map(|date| (date, Origin::JsonLd))
    };
    let shown = || seen.iter().find(|seen| seen.modified).map(|seen| (seen.date, Origin::Dom));
    ld.or_else(meta).or_else(page).or_else(shown)
}

/// Dates in short lines and `time` elements around the title.
fn near(view: &View<'_>, title: Option<Row>, order: Order) -> Vec<Seen> {
    /// Lines above and below the title.
    const ABOVE: usize = 8;
    const BELOW: usize = 14;
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
        for (date, modified) in in_line(view, line, order) {
            seen.push(Seen { date, row, away, modified: modified || view.zone(row) & zone::UPDATED != 0 });
        }
    }
    seen
}

/// Dates of a line that is not running text, each with whether something before it says it is another day.
fn in_line(view: &View<'_>, line: usize, order: Order) -> Vec<(Date, bool)> {
    /// Characters of a line that is no paragraph.
    const LONGEST: usize = 160;
    let block = view.lines[line];
    if block.counts.text.len as usize > LONGEST * 3 {
        return Vec::new();
    }
    let mut dates = Vec::new();
    for row in block.start..block.end {
        if let Some(up) = Some(view.page.parent[row as usize]).filter(|&up| view.page.tag[up as usize] == Tag::Time) {
            let at = view.page.attr(up, AttrName::Datetime).and_then(date::machine);
            dates.extend(at.map(|date| (date, view.zone(up) & zone::UPDATED != 0)));
        }
    }
    let text = view.line(line);
    if text.chars().count() <= LONGEST {
        let mut from = 0;
        for found in date::find(&text, order) {
            let before = lower(&text[from..found.start]);
            let after = text[found.end..].trim_start();
            let other = NOT_PUBLISHED.iter().any(|label| before.contains(label)) || after.starts_with("更新");
            from = found.end;
            match dates.iter_mut().find(|date| date.0.same_day(&found.date)) {
                Some(known) => known.1 |= other,
                None => dates.push((found.date, other)),
            }
        }
    }
    dates
}

/// A date in the path of an address: /2020/08/19/, /20200819/, 2020-08-19.
fn in_address(address: &str) -> Option<Date> {
    let path = url::path(address);
    let number = |text: &str, digits: usize| {
        (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
    };
    let segments: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    for (at, segment) in segments.iter().enumerate() {
        if segment.len() >= 8 {
            if let Some(date) = segment
                .get(..8)
                .and_then(date::machine)
                .filter(|_| !segment[8..].bytes().next().is_some_and(|b| b.is_ascii_digit()))
            {
                return Some(date);
            }
        }
        let [Some(month), Some(day)] = [1, 2].map(|ahead| segments.get(at + ahead)) else { continue };
        if let (Some(year), Some(month), Some(day)) =
            (number(segment, 4), number(month, 2).or(number(month, 1)), number(day, 2))
        {
            if let Some(date) = Date::day(year, month, day) {
                return Some(date);
            }
        }
    }
    None
}

/// `time` elements of the page's main part.
fn times(view: &View<'_>) -> Vec<(Date, Row)> {
    let bad = zone::COMMENT | zone::TEASER | zone::SPAM | zone::ASIDE | zone::FOOTER | zone::NAV | zone::UPDATED;
    view.page
        .rows_of(Tag::Time)
        .filter(|&row| view.zone(row) & bad == 0)
        .filter_map(|row| Some((element(view, row)?, row)))
        .take(1)
        .collect()
}

/// Lines elsewhere that are named or labelled as the article's date.
fn labelled(view: &View<'_>, order: Order) -> Vec<(Date, Row)> {
    /// What stands before a day of publication.
    const LABELS: &[&str] = &[
        "publish",
        "posted",
        "date:",
        "veröffentlicht",
        "erschienen",
        "datum",
        "publié",
        "publicado",
        "pubblicato",
        "gepubliceerd",
        "publicerad",
        "opublikowan",
        "опубликован",
        "发布",
        "發布",
        "发表",
        "發表",
        "日期",
        "时间",
        "時間",
        "掲載",
        "公開",
        "등록",
        "입력",
        "نشر",
        "ngày",
        "tanggal",
        "tarih",
    ];
    /// Lines looked at.
    const MOST: usize = 3000;
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
        if named || LABELS.iter().any(|label| text.contains(label)) {
            if let Some(date) = in_line(view, line, order).into_iter().find(|date| !date.1) {
                return vec![(date.0, row)];
            }
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_of_addresses() {
        for (address, expected) in [
            ("https://news.test/2020/08/19/seeds", Some("2020-08-19")),
            ("https://news.test/seeds-2020-08-19.html", Some("2020-08-19")),
            ("https://news.test/20200819/c_123.htm", Some("2020-08-19")),
            ("https://news.test/2020/08/seeds", None),
            ("https://news.test/article/123456789", None),
            ("https://news.test/?d=2020-08-19", None),
        ] {
            assert_eq!(in_address(address).map(|date| date.iso()).as_deref(), expected, "{address}");
        }
    }
}
