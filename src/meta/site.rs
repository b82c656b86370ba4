//! The site's name, and the names under which it stands in titles.

use super::jsonld::Kind;
use super::phrase::{clean, key, width};
use super::view::View;
use super::Origin;
use crate::attr::AttrName;
use crate::order;
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
#[inline(never)]
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
    names.extend(head.title.as_deref().and_then(named_at_end));
    let mut keys: Vec<String> = names
        .into_iter()
        .filter(|name| width(name) <= LONGEST)
        .map(|name| key(&clean(name)))
        .filter(|key| width(key) >= 2)
        .collect();
    order::few(&mut keys, |a, b| a < b);
    keys.dedup();
    keys
}

/// The last word of a Chinese title, if it says that it is a site: …网, …报, …论坛.
fn named_at_end(title: &str) -> Option<&str> {
    const ENDS: &str = "网|網|报|報|在线|線上|论坛|論壇|博客|频道|頻道|电视台|電視台";
    let last = title.trim_end().rsplit([' ', '-', '_', '|', '–', '—', '\u{3000}']).next()?;
    ENDS.split('|').any(|end| last.len() > end.len() && last.ends_with(end)).then_some(last)
}

/// Whether a text names the site: equal to a name by its letters, or one holds the other for the most
/// part, or most of its words stand in one.
pub fn is_site(keys: &[String], text: &str) -> bool {
    /// Letters of a word or name that may stand inside another.
    const LETTERS: usize = 4;
    let text_key = key(text);
    // A text of twice a name's letters is neither the name nor made of its words.
    let longest = keys.iter().map(String::len).max().unwrap_or(0);
    if text_key.is_empty() || text_key.len() > longest * 2 {
        return false;
    }
    keys.iter().any(|site| {
        let (short, long) = if site.len() < text_key.len() { (site, &text_key) } else { (&text_key, site) };
        *site == text_key || (short.len() >= LETTERS && long.contains(short.as_str()) && short.len() * 2 >= long.len())
    }) || words_in_site(keys, text)
}

/// At least two words, most of the text's letters, stand in a name of the site: “Seed Society of Herald County”
/// at `heraldseed.test`.
fn words_in_site(keys: &[String], text: &str) -> bool {
    const LETTERS: usize = 4;
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all_words: Vec<String> = parts.map(key).collect();
    let all: usize = all_words.iter().map(String::len).sum();
    let long = || all_words.iter().filter(|word| word.len() >= LETTERS);
    if long().count() < 2 {
        return false;
    }
    keys.iter().any(|site| {
        let (mut inside, mut words) = (0, 0);
        for word in long().filter(|word| site.contains(word.as_str())) {
            inside += word.len();
            words += 1;
        }
        words >= 2 && inside * 2 > all
    })
}
