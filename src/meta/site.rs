//! The site's name, and the names under which it stands in titles.

use super::jsonld::Kind;
use super::phrase::{clean, key, width};
use super::view::View;
use super::Origin;
use crate::attr::AttrName;
use crate::url;

/// Longest name of a site, in characters: longer ones are slogans.
const LONGEST: usize = 80;

/// The site's name: publisher in JSON-LD, `og:site_name`, the described web site, `application-name`.
pub fn read(view: &View<'_>) -> Option<(String, Origin)> {
    let ld = &view.ld;
    let article = ld.article().and_then(|thing| thing.publisher.as_deref());
    let publisher = article.or_else(|| ld.of_kind(Kind::Page).find_map(|thing| thing.publisher.as_deref()));
    let site = ld.of_kind(Kind::Site).find_map(|thing| thing.title.as_deref());
    let candidates = [
        (publisher, Origin::JsonLd),
        (view.head.get("og:site_name"), Origin::Meta),
        (site, Origin::JsonLd),
        (view.head.get("application-name"), Origin::Meta),
    ];
    let mut named = candidates.into_iter().filter_map(|(name, origin)| Some((clean(name?), origin)));
    named.find(|(name, _)| !name.is_empty() && name.chars().count() <= LONGEST && url::host(name).is_none())
}

/// Keys of all names the page gives its site, for taking them off titles and telling them from authors.
pub fn keys(view: &View<'_>) -> Vec<String> {
    let head = view.head;
    let ld = &view.ld;
    let mut names: Vec<&str> = [
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "publisher",
        "dc.publisher",
        "twitter:site",
        "twitter:app:name:iphone",
    ]
    .iter()
    .filter_map(|name| head.get(name))
    .collect();
    names.extend(ld.things.iter().filter_map(|thing| thing.publisher.as_deref()));
    names.extend(
        ld.of_kind(Kind::Site).chain(ld.of_kind(Kind::Organization)).filter_map(|thing| thing.title.as_deref()),
    );
    let host = head.url.as_deref().and_then(url::host);
    let site = host.map(url::site);
    names.extend(site);
    names.extend(site.and_then(|site| site.split('.').next()));
    let feed = view.page.rows_of(crate::tag::Tag::Link).find(|&row| {
        view.page.attr(row, AttrName::Type).is_some_and(|kind| kind.contains("rss+xml") || kind.contains("atom+xml"))
    });
    let feed =
        feed.and_then(|row| view.page.attr(row, AttrName::Title)).and_then(|title| title.split(['»', '|']).next());
    names.extend(feed);
    let mut keys: Vec<String> = names
        .into_iter()
        .filter(|name| width(name) <= LONGEST)
        .map(|name| key(&clean(name)))
        .filter(|key| width(key) >= 2)
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether a text (by its key) names the site: equal, or one holds the other for the most part.
pub fn is_site(keys: &[String], text: &str) -> bool {
    let text = key(text);
    !text.is_empty()
        && keys.iter().any(|site| {
            let (short, long) = if site.len() < text.len() { (site, &text) } else { (&text, site) };
            site == &text || (short.len() >= 4 && long.contains(short.as_str()) && short.len() * 2 >= long.len())
        })
}
