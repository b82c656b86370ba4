//! The article's title: headings that agree with what the head says, cleared of site names; a title
//! that the page does not bear out is never taken.

use super::evidence::{Evidence, Support};
use super::part::{self, Parts};
use super::phrase::{clean, key, words};
use super::site;
use super::view::View;
use super::zone;
use super::Origin;
use crate::page::Row;
use crate::tag::Tag;
use std::collections::HashSet;

/// The title and how it was found.
#[derive(Debug, Default)]
pub struct Title {
    /// Empty if none.
    pub text: String,
    /// Where it was read.
    pub origin: Option<Origin>,
    /// The heading it was read from.
    pub row: Option<Row>,
    /// The page's `title` is spam, or spam was put in front of or behind it.
    pub hijacked: bool,
}

/// A statement of the head that may hold the title.
#[derive(Debug)]
pub struct Ref {
    pub text: String,
    pub key: String,
    pub origin: Origin,
}

/// An element that may be the title.
#[derive(Debug)]
pub struct Heading {
    pub text: String,
    pub key: String,
    pub row: Row,
    /// 1 to 4; 0: only its name says headline.
    pub level: u8,
    /// The element's own text or its last part, without kicker and subtitle.
    pub own: bool,
}

/// Longest title, in characters.
const LONGEST: usize = 300;

/// Reads the title.
pub fn read(view: &View<'_>, evidence: &Evidence<'_>, sites: &[String]) -> Title {
    let (refs, hijacked) = refs(view, evidence, sites);
    let headings = headings(view, evidence, sites);
    let best = agreeing(view, &headings, &refs);
    let from = |heading: &Heading| Title {
        text: heading.text.clone(),
        origin: Some(Origin::Dom),
        row: Some(heading.row),
        hijacked,
    };
    if let Some(heading) = best.or_else(|| overlapping(&headings, &refs)).or_else(|| alone(view, &headings)) {
        return from(heading);
    }
    let stated = refs.iter().find(|r| r.origin == Origin::JsonLd).or(refs.first());
    if let Some(stated) = stated {
        let text = part::without_site(&stated.text, sites);
        return Title { text, origin: Some(stated.origin), row: None, hijacked };
    }
    match headings.iter().max_by(|a, b| worth(evidence, a).total_cmp(&worth(evidence, b))) {
        Some(heading) => from(heading),
        None => above_article(view, evidence, hijacked),
    }
}

fn worth(evidence: &Evidence<'_>, heading: &Heading) -> f32 {
    let support = evidence.support(&heading.text);
    support.body + support.slug * 2.0 + if heading.level == 1 { 0.6 } else { 0.0 }
}

/// The head's statements the page bears out, and whether the `title` is hijacked.
fn refs(view: &View<'_>, evidence: &Evidence<'_>, sites: &[String]) -> (Vec<Ref>, bool) {
    let head = view.head;
    let article = view.ld.article();
    let stated = [
        (article.and_then(|thing| thing.title.as_deref()), Origin::JsonLd),
        (head.get("og:title"), Origin::Meta),
        (head.get("twitter:title"), Origin::Meta),
    ];
    let make = |text: &str, origin| Ref { text: clean(text), key: key(text), origin };
    let mut refs: Vec<Ref> = stated.into_iter().filter_map(|(text, origin)| Some(make(text?, origin))).collect();
    refs.retain(|r| !r.key.is_empty() && r.text.chars().count() <= LONGEST && !evidence.support(&r.text).is_bad());
    let Some(title) = head.title.as_deref().map(clean).filter(|title| !title.is_empty()) else { return (refs, false) };
    let (kept, hijacked) = judge(&title, &refs, view, evidence, sites);
    if let Some(kept) = kept {
        refs.push(make(&kept, Origin::Title));
    }
    (refs, hijacked)
}

/// What is left of the `title`, and whether it is hijacked.
fn judge(
    title: &str,
    refs: &[Ref],
    _view: &View<'_>,
    evidence: &Evidence<'_>,
    _sites: &[String],
) -> (Option<String>, bool) {
    let support = evidence.support(title);
    let parts = Parts::of(title);
    let clean_ref = refs.iter().any(|r| evidence.support(&r.text).slug >= 0.5);
    if support.is_bad()
        && (support.foreign || parts.len() >= 2 || title.contains(['、', ',', '，', '【', '#', '⭐']) || clean_ref)
    {
        return (None, true);
    }
    // Spam put before or behind: parts in a foreign writing.
    let foreign: Vec<bool> = parts.iter().map(|part| evidence.support(part).foreign).collect();
    if foreign.contains(&true) {
        let from = foreign.iter().position(|foreign| !foreign).unwrap_or(0);
        let to = from + foreign[from..].iter().position(|&foreign| foreign).unwrap_or(foreign.len() - from);
        return (Some(parts.join(from, to).to_string()), true);
    }
    (Some(title.to_string()), false)
}

/// Headings and elements named headline, without what is plainly something else.
fn headings(view: &View<'_>, evidence: &Evidence<'_>, sites: &[String]) -> Vec<Heading> {
    /// Candidates kept; listings have thousands.
    const MOST: usize = 120;
    /// Weighted length of the longest element looked at.
    const LEN: u32 = 600;
    let mut found = Vec::new();
    let page = view.page;
    for row in page.body()..page.len() as Row {
        let level = page.tag[row as usize].heading_level();
        let named = view.zones.own[row as usize] & zone::TITLE != 0;
        if !((1..=4).contains(&level) || named) || view.zone(row) & zone::SPAM != 0 || found.len() >= MOST {
            continue;
        }
        if !(1..=LEN).contains(&view.len(row)) {
            continue;
        }
        let level = if level > 4 { 0 } else { level };
        let text = view.text(row);
        let unsupported = level == 1 && {
            let Support { body, slug, tokens, .. } = evidence.support(&text);
            tokens > 2 && body < 0.25 && slug < 0.2 && view.zone(row) & zone::HIDDEN != 0
        };
        if unsupported || evidence.support(&text).foreign {
            continue;
        }
        let mut add = |text: String, own: bool| {
            let key = key(&text);
            if !key.is_empty() && text.chars().count() <= LONGEST && !site::is_site(sites, &text) {
                found.push(Heading { text, key, row, level, own });
            }
        };
        if level > 0 {
            for own in own_texts(view, row) {
                if own != text {
                    add(own, true);
                }
            }
        }
        add(text, false);
    }
    found
}

/// A heading's text without its child elements, and its last child's text alone.
fn own_texts(view: &View<'_>, row: Row) -> Vec<String> {
    let page = view.page;
    let mut own = String::new();
    let mut last = None;
    let mut elements = 0;
    for child in page.children(row) {
        if page.tag[child as usize] == Tag::Text {
            own.push_str(page.subtree_text(child));
        } else if view.len(child) > 0 {
            elements += 1;
            last = Some(child);
        }
    }
    let mut texts = vec![clean(&own)];
    if elements > 1 {
        texts.extend(last.map(|child| view.text(child)));
    }
    texts.retain(|text| words(text) >= 2);
    texts
}

/// The heading that agrees best with the head's statements (weights: findings/metadata, section 2).
fn agreeing<'h>(view: &View<'_>, headings: &'h [Heading], refs: &[Ref]) -> Option<&'h Heading> {
    let mut best: Option<(f32, &Heading)> = None;
    for heading in headings {
        let mut score = 0.0;
        let mut coverage = 0.0f32;
        for r in refs.iter().filter(|r| r.key.contains(&heading.key)) {
            let share = heading.key.len() as f32 / r.key.len() as f32;
            if heading.key.chars().count() < 15 && share < 0.25 {
                continue;
            }
            score += if heading.key == r.key { 2.5 } else { 1.0 };
            coverage = coverage.max(share);
        }
        if coverage == 0.0 {
            continue;
        }
        score += 4.0 * coverage;
        score += match heading.level {
            1 => 1.5,
            2 => 0.6,
            _ => 0.0,
        };
        score += if heading.own { 1.0 - 1.5 * f32::from(u8::from(heading.level == 1)) } else { 0.0 };
        score -= if view.zone(heading.row) & zone::FURNITURE != 0 { 0.7 } else { 0.0 };
        if best.is_none_or(|best| score > best.0) {
            best = Some((score, heading));
        }
    }
    best.map(|best| best.1)
}

/// An h1 half of whose words are in a statement of the head.
fn overlapping<'h>(headings: &'h [Heading], refs: &[Ref]) -> Option<&'h Heading> {
    let tokens = |text: &str| crate::text::words(text).collect::<HashSet<u32>>();
    let stated: Vec<HashSet<u32>> = refs.iter().map(|r| tokens(&r.text)).collect();
    headings.iter().filter(|heading| heading.level == 1 && !heading.own).find(|heading| {
        let own = tokens(&heading.text);
        stated.iter().any(|stated| own.intersection(stated).count() * 2 >= own.len().max(1) && own.len() >= 2)
    })
}

/// The page's only h1, if it is a phrase.
fn alone<'h>(view: &View<'_>, headings: &'h [Heading]) -> Option<&'h Heading> {
    let mut first = headings
        .iter()
        .filter(|heading| heading.level == 1 && !heading.own && view.zone(heading.row) & zone::FURNITURE == 0);
    let heading = first.next().filter(|heading| words(&heading.text) >= 3)?;
    first.next().is_none().then_some(heading)
}

/// The nearest short line above the article's text that the text bears out.
fn above_article(view: &View<'_>, evidence: &Evidence<'_>, hijacked: bool) -> Title {
    /// Lines looked at.
    const LINES: usize = 12;
    let Some(first) = view.content.first() else { return Title { hijacked, ..Title::default() } };
    let start = view.line_at(first.0);
    for line in (start.saturating_sub(LINES)..=start.min(view.lines.len().saturating_sub(1))).rev() {
        let row = view.lines[line].start;
        let text = view.line(line);
        let support = evidence.support(&text);
        if view.zone(row) & zone::FURNITURE == 0
            && support.tokens >= 4
            && support.body >= 0.7
            && text.chars().count() <= 100
            && !text.ends_with(['。', '.', '，', ','])
        {
            return Title { text, origin: Some(Origin::Dom), row: Some(row), hijacked };
        }
    }
    Title { hijacked, ..Title::default() }
}
