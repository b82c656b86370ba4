//! Authors as stated in the page's head and its JSON-LD.

use super::super::jsonld::{Agent, Kind};
use super::super::label;
use super::super::name::{self, names};
use super::super::phrase::{clean, key};
use super::super::view::View;
use super::super::Origin;
use super::{add, Candidate};
use crate::url;

/// Place of authors that are organisations.
pub const ORGANIZATION: &str = "ld organization";

/// Adds what JSON-LD and `meta` elements state.
#[inline(never)]
pub fn candidates(view: &View<'_>, found: &mut Vec<Candidate>) {
    if let Some(article) = view.ld.article() {
        agents(found, &article.authors, 9.0, "ld author");
        agents(found, &article.creators, 8.5, "ld creator");
    }
    for page in view.ld.of_kind(Kind::Page).take(3) {
        agents(found, &page.authors, 7.0, "ld page author");
    }
    let people: Vec<_> = view.ld.of_kind(Kind::Person).filter_map(|thing| thing.title.as_deref()).collect();
    if let [only] = people[..] {
        add(found, only, 5.0, Origin::JsonLd, None, "ld person");
    }
    let head = view.head;
    for (name, weight) in [
        ("article:author", 8.0),
        ("og:article:author", 8.0),
        ("parsely-author", 8.0),
        ("sailthru.author", 8.0),
        ("cxenseparse:author", 7.5),
        ("byl", 8.0),
        ("article:author_name", 8.0),
        ("shareaholic:article_author_name", 8.0),
        ("vr:author", 7.5),
        ("bt:author", 7.5),
        ("mediator_author", 7.5),
        ("lp.article:author", 7.5),
        ("authors", 7.5),
        ("dc.creator", 7.0),
        ("dcterms.creator", 7.0),
        ("dcsext.author", 7.0),
        ("rbauthors", 7.5),
        ("article.author", 7.5),
        ("content_author", 7.0),
        ("author", 6.0),
    ] {
        let Some(value) = head.get(name) else { continue };
        let value = clean(value);
        if url::host(&value).is_some() {
            continue;
        }
        let weight = if name == "author" && name::is_name_like(&value) { 7.0 } else { weight };
        add(found, &value, weight, Origin::Meta, None, "meta");
    }
    let cited = head.metas.iter().filter(|meta| meta.0 == "citation_author").map(|meta| forename_first(&meta.1));
    let cited = cited.collect::<Vec<_>>().join(", ");
    add(found, &cited, 8.0, Origin::Meta, None, "citation");
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        let (Some(label), Some(data)) = (head.get(label), head.get(data)) else { continue };
        if label::is_label(label) || label::after_label(label).is_some() || label.to_lowercase().contains("verfasst") {
            add(found, data, 6.5, Origin::Meta, None, "twitter");
        }
    }
}

fn agents(found: &mut Vec<Candidate>, agents: &[Agent], weight: f32, source: &'static str) {
    let cleaned: Vec<String> = agents.iter().filter_map(|agent| names(&agent.name)).collect();
    let mut unique: Vec<&str> = Vec::new();
    for name in &cleaned {
        if !unique.contains(&name.as_str()) {
            unique.push(name);
        }
    }
    let (weight, source) =
        if agents.iter().all(|agent| agent.organization) { (weight - 4.0, ORGANIZATION) } else { (weight, source) };
    let text = unique.join(", ");
    if !text.is_empty() {
        found.push(Candidate { key: key(&text), text, weight, origin: Origin::JsonLd, row: None, source });
    }
}

/// “Ash, Ann” as “Ann Ash”: how citation metadata turns names.
fn forename_first(name: &str) -> String {
    match name.split(',').collect::<Vec<_>>()[..] {
        [family, given] if !family.trim().is_empty() => [given.trim(), " ", family.trim()].concat(),
        _ => name.to_string(),
    }
}

/// The page says that it is an article, or when it was published.
pub fn is_dated(view: &View<'_>) -> bool {
    view.ld.article().is_some()
        || view.head.get("article:published_time").is_some()
        || view.head.get("og:type").is_some_and(|kind| kind.eq_ignore_ascii_case("article"))
}
