//! When the article was published and last changed (cascade: findings/metadata, section 4).

mod seen;

use super::date::{self, Date, Order};
use super::jsonld::Kind;
use super::view::View;
use super::zone;
use super::Origin;
use crate::attr::AttrName;
use crate::page::Row;
use crate::url;
use seen::{changed, element, labelled, near, times, Seen};

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

/// `meta` elements that hold the day of publication for sure.
const PUBLISHED: &[&str] = &["article:published_time", "og:article:published_time", "og:published_time"];
/// Parts of the names of others that hold it, of those that hold some day, and of those of the last change.
const PUBLISHED_TOO: &str =
    "publish|pubdate|pub-date|pub_date|publication|issued|created_time|create_at|sailthru.date|citation_date";
const DATED: &str = "date|created|creation";
const MODIFIED: &str = "modif|updated|lastmod|revis";

/// Reads the dates. `title`: the title's row.
#[inline(never)]
pub fn read(view: &View<'_>, title: Option<Row>) -> When {
    let order = order(view);
    let seen = near(view, title, order);
    // Under a title; where none is seen, above the text as well; said to be the day of publication, a little further.
    let distance = |seen: &&Seen| {
        let above = i32::from(seen.away < 0 && title.is_some()) * 100;
        (above + seen.away.abs() - i32::from(seen.labelled) * 4, seen.away)
    };
    let published = seen.iter().filter(|seen| !seen.modified).min_by_key(distance);
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
    let elsewhere =
        || times(view).into_iter().chain(labelled(view, order)).next().map(|(date, row)| ((date, Origin::Dom), row));
    if let Some(found) = meta(view, DATED) {
        return When { published: Some(found), modified, row: None };
    }
    if let Some((found, row)) = elsewhere() {
        return When { published: Some(found), modified, row: Some(row) };
    }
    let shown = all.iter().find(|seen| seen.modified);
    let published = shown.map(|seen| (seen.date, Origin::Dom)).or(modified);
    // Far from the title a day of change is no day of publication.
    let modified = modified.or_else(|| changed(view, order).map(|date| (date, Origin::Dom)));
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
    let sure = PUBLISHED.iter().filter_map(|name| view.head.get(name)).find_map(date::machine);
    let sure = sure.map(|date| (date, Origin::Meta));
    // Days in addresses are those of publication nine times in ten, first visible dates eight times.
    let address = view.head.url.as_deref().and_then(in_address).map(|date| (date, Origin::Url));
    [article, sure, microdata(view), ld(Kind::Page), meta(view, PUBLISHED_TOO), address].into_iter().flatten().collect()
}

/// The first date of a `meta` element in whose name one of `parts` stands and nothing of a change.
fn meta(view: &View<'_>, parts: &str) -> Option<(Date, Origin)> {
    let has = |name: &str, parts: &str| parts.split('|').any(|part| name.contains(part));
    let mut named = view.head.metas.iter().filter(|(name, ..)| has(name, parts));
    named
        .find_map(|(name, value, _)| {
            let other = parts != MODIFIED && (has(name, MODIFIED) || name.contains("expir"));
            date::machine(value).filter(|_| !other && value.len() < 60)
        })
        .map(|date| (date, Origin::Meta))
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

fn modified(view: &View<'_>, seen: &[Seen]) -> Option<(Date, Origin)> {
    let ld = view
        .ld
        .article()
        .and_then(|thing| thing.modified.as_deref())
        .and_then(date::machine)
        .map(|date| (date, Origin::JsonLd));
    let page = || {
        view.ld
            .of_kind(Kind::Page)
            .filter_map(|thing| thing.modified.as_deref())
            .find_map(date::machine)
            .map(|date| (date, Origin::JsonLd))
    };
    let shown = || seen.iter().find(|seen| seen.modified).map(|seen| (seen.date, Origin::Dom));
    ld.or_else(|| meta(view, MODIFIED)).or_else(page).or_else(shown)
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
