//! Who wrote the article. Every place a page may say so gives candidates with a weight; the one with
//! the greatest weight, raised by others that agree, is taken (weights: findings/metadata, section 3).

use super::hanming;
use super::jsonld::{Agent, Kind};
use super::name::{self, names};
use super::phrase::{clean, key};
use super::site;
use super::view::View;
use super::zone;
use super::Origin;
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;
use crate::url;

/// A name some place gives.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Cleaned.
    pub text: String,
    key: String,
    /// How far the place is to be trusted.
    pub weight: f32,
    /// The place.
    pub origin: Origin,
    /// Where on the visible page.
    pub row: Option<Row>,
    /// Which place, for measuring.
    pub source: &'static str,
}

/// The author.
#[derive(Debug, Default)]
pub struct Byline {
    /// As the page has it.
    pub text: Option<(String, Origin)>,
    /// Where it is seen.
    pub row: Option<Row>,
}

/// Least weight of an answer: an invented author is worse than none.
const LEAST: f32 = 3.0;
/// What another agreeing place adds.
const AGREE: f32 = 0.6;

/// Reads the byline.
pub fn read(view: &View<'_>, title: Option<Row>, sites: &[String]) -> Byline {
    let mut all = candidates(view, title, sites);
    let agree: Vec<f32> = all
        .iter()
        .map(|one| all.iter().filter(|other| other.source != one.source && agrees(one, other)).count() as f32)
        .collect();
    for (candidate, agree) in all.iter_mut().zip(agree) {
        candidate.weight += agree * AGREE;
    }
    let mut best: Option<&Candidate> = None;
    for candidate in &all {
        if candidate.weight >= LEAST && best.is_none_or(|best| candidate.weight > best.weight) {
            best = Some(candidate);
        }
    }
    let Some(best) = best else { return Byline::default() };
    // The page's own list of authors says more than the first name of a machine's.
    let shown = all.iter().find(|other| {
        other.row.is_some()
            && other.weight >= LEAST
            && other.key.len() > best.key.len()
            && other.key.contains(&best.key)
            && best.row.is_none()
    });
    let row = best
        .row
        .or_else(|| all.iter().find(|other| other.row.is_some() && agrees(best, other)).and_then(|other| other.row));
    let answer = shown.unwrap_or(best);
    Byline { text: Some((answer.text.clone(), answer.origin)), row: answer.row.or(row) }
}

fn agrees(one: &Candidate, other: &Candidate) -> bool {
    one.key == other.key
}

/// All candidates.
pub fn candidates(view: &View<'_>, title: Option<Row>, sites: &[String]) -> Vec<Candidate> {
    let mut found = Vec::new();
    stated(view, &mut found);
    elements(view, title, &mut found);
    lines(view, title, &mut found);
    hanming::candidates(view, title, &mut found);
    for candidate in &mut found {
        if site::is_site(sites, &candidate.text) {
            candidate.weight -= 6.0;
        }
        if candidate.text.contains(|c: char| c.is_ascii_digit()) {
            candidate.weight -= 1.5;
        }
        let words = candidate.text.split_whitespace().count();
        if words > 8 && !candidate.text.contains([',', '&']) {
            candidate.weight -= 2.0;
        }
    }
    found
}

/// Adds a candidate if a name is in the text.
pub fn add(found: &mut Vec<Candidate>, raw: &str, weight: f32, origin: Origin, row: Option<Row>, source: &'static str) {
    if let Some(text) = names(&clean(raw)) {
        let key = key(&text);
        if !found.iter().any(|other| other.source == source && other.key == key && other.weight >= weight) {
            found.push(Candidate { text, key, weight, origin, row, source });
        }
    }
}

/// JSON-LD and `meta` elements.
fn stated(view: &View<'_>, found: &mut Vec<Candidate>) {
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
    let cited: Vec<&str> =
        head.metas.iter().filter(|meta| meta.0 == "citation_author").map(|meta| meta.1.as_str()).collect();
    if !cited.is_empty() {
        add(found, &cited.join(", "), 8.0, Origin::Meta, None, "citation");
    }
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        let (Some(label), Some(data)) = (head.get(label), head.get(data)) else { continue };
        if name::is_label(label) || name::after_label(label).is_some() || label.to_lowercase().contains("verfasst") {
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
    let weight = if agents.iter().all(|agent| agent.organization) { 6.0 } else { weight };
    let text = unique.join(", ");
    if !text.is_empty() {
        found.push(Candidate { key: key(&text), text, weight, origin: Origin::JsonLd, row: None, source });
    }
}

/// Elements whose names, links or properties say author.
fn elements(view: &View<'_>, title: Option<Row>, found: &mut Vec<Candidate>) {
    /// Weighted length of the longest element looked at.
    const LEN: u32 = 360;
    let page = view.page;
    let mut skip = 0;
    for row in page.body()..page.len() as Row {
        let zone = view.zone(row);
        if zone & zone::SPAM != 0 || !page.tag[row as usize].is_element() {
            continue;
        }
        let own = view.zones.own[row as usize];
        let prop = page.attr(row, AttrName::Itemprop).unwrap_or("");
        let rel = page.attr(row, AttrName::Rel).unwrap_or("");
        let href = if page.tag[row as usize] == Tag::A { page.attr(row, AttrName::Href).unwrap_or("") } else { "" };
        let by_href = is_author_path(href);
        let is_prop = prop.split_ascii_whitespace().any(|word| matches!(word, "author" | "creator"));
        let is_rel = rel.split_ascii_whitespace().any(|word| word == "author");
        if own & zone::AUTHOR == 0 && !by_href && !is_prop && !is_rel {
            continue;
        }
        let near = nearness(view, title, row) - trouble(zone);
        if is_prop {
            if let Some(content) = page.attr(row, AttrName::Content) {
                add(found, content, 7.8 + near, Origin::Microdata, Some(row), "itemprop");
            }
            let inner = (row + 1..page.end[row as usize])
                .find(|&inner| page.attr(inner, AttrName::Itemprop).is_some_and(|prop| prop == "name"));
            if let Some(inner) = inner {
                let text = page.attr(inner, AttrName::Content).map_or_else(|| joined(view, inner), str::to_string);
                add(found, &text, 7.8 + near, Origin::Microdata, Some(inner), "itemprop");
                continue;
            }
        }
        if !(1..=LEN).contains(&view.len(row)) {
            continue;
        }
        let text = joined(view, row);
        if is_rel {
            add(found, &text, 8.2 + near.min(0.0), Origin::Microdata, Some(row), "rel");
        }
        if is_prop {
            add(found, &text, 7.8 + near.min(0.0), Origin::Microdata, Some(row), "itemprop");
        }
        if own & zone::AUTHOR != 0 && row >= skip {
            let strong = if own & zone::BYLINE != 0 { 1.0 } else { 0.0 };
            let linked = single_link(view, row);
            let weight = 5.5 + strong + near;
            match linked {
                Some(link) => add(found, &joined(view, link), weight + 0.3, Origin::Dom, Some(link), "class"),
                None => add(
                    found,
                    &text,
                    weight - if name::is_name_like(names(&text).as_deref().unwrap_or("")) { 0.0 } else { 1.5 },
                    Origin::Dom,
                    Some(row),
                    "class",
                ),
            }
            skip = row;
        }
        if by_href {
            add(found, &text, 4.5 + near, Origin::Dom, Some(row), "href");
        }
    }
}

/// The only link of an element, if its text is a name.
fn single_link(view: &View<'_>, row: Row) -> Option<Row> {
    let page = view.page;
    let mut links =
        (row..page.end[row as usize]).filter(|&inner| page.tag[inner as usize] == Tag::A && view.len(inner) > 0);
    let link = links.next()?;
    let rest = joined(view, row);
    let label = name::after_label(&rest).is_some() || view.len(link) * 2 > view.len(row);
    (links.next().is_none() && label && name::is_name_like(&joined(view, link))).then_some(link)
}

/// The text of a subtree with a blank wherever an element begins or ends.
fn joined(view: &View<'_>, row: Row) -> String {
    let page = view.page;
    let mut text = String::new();
    for inner in row..page.end[row as usize] {
        if page.tag[inner as usize] == Tag::Text && view.zone(inner) & (zone::HIDDEN | zone::SPAM) == 0 {
            text.push(' ');
            text.push_str(page.subtree_text(inner));
        }
    }
    clean(&text).replace(" ,", ",")
}

/// `/author/ann`, `/autor/`, `/profil/`, …
fn is_author_path(href: &str) -> bool {
    const PARTS: &[&str] = &[
        "author",
        "authors",
        "autor",
        "autoren",
        "auteur",
        "auteurs",
        "autore",
        "autori",
        "profile",
        "profil",
        "contributor",
        "contributors",
        "writer",
        "writers",
        "journalist",
        "journaliste",
        "reporter",
        "people",
        "staff",
        "by",
        "user",
        "users",
        "member",
        "members",
        "u",
    ];
    let mut segments = url::path(href).split('/').filter(|segment| !segment.is_empty()).peekable();
    let mut hit = false;
    while let Some(segment) = segments.next() {
        hit |= PARTS.iter().any(|part| segment.eq_ignore_ascii_case(part)) && segments.peek().is_some();
    }
    hit
}

/// Bonus for standing near the title, malus for far away.
fn nearness(view: &View<'_>, title: Option<Row>, row: Row) -> f32 {
    let Some(title) = title else { return 0.0 };
    let away = view.line_at(row) as i32 - view.line_at(title) as i32;
    match away {
        -3..=12 => 1.0,
        -10..=25 => 0.0,
        _ => -1.0,
    }
}

/// What the place takes away.
fn trouble(zone: u32) -> f32 {
    let mut malus = 0.0;
    if zone & (zone::NAV | zone::FOOTER | zone::ASIDE | zone::TEASER) != 0 {
        malus += 2.5;
    }
    if zone & zone::COMMENT != 0 {
        malus += 4.0;
    }
    if zone & zone::FIGURE != 0 {
        malus += 1.5;
    }
    if zone & zone::HIDDEN != 0 {
        malus += 1.0;
    }
    malus
}

/// Visible lines that begin with a label, and short lines that are a name, near the title.
fn lines(view: &View<'_>, title: Option<Row>, found: &mut Vec<Candidate>) {
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
        let text = line_text(view, line);
        let malus = trouble(zone);
        if let Some(rest) = name::after_label(&text) {
            let cleaned = names(rest).unwrap_or_default();
            let weight = if name::is_name_like(&cleaned) { 6.0 } else { 2.5 };
            add(found, rest, weight - malus, Origin::Dom, Some(row), "label");
        } else if name::is_label(&text) && line + 1 < view.lines.len() {
            let next = line_text(view, line + 1);
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

/// A line with a blank at every element border.
fn line_text(view: &View<'_>, line: usize) -> String {
    let mut text = String::new();
    for row in view.lines[line].start..view.lines[line].end {
        if view.page.tag[row as usize] == Tag::Text {
            text.push(' ');
            text.push_str(view.page.subtree_text(row));
        }
    }
    clean(&text).replace(" ,", ",")
}
