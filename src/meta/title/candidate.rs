//! Every text that may be the title: headings, what the head states, and their parts.

use super::super::evidence::Evidence;
use super::super::hijack;
use super::super::jsonld::Kind;
use super::super::part::{self, Parts};
use super::super::phrase::{clean, key, words};
use super::super::view::View;
use super::super::zone;
use super::super::Origin;
use crate::page::Row;
use crate::tag::Tag;

/// Longest title, in characters.
const LONGEST: usize = 300;
/// Headings looked at; listings have thousands.
const HEADINGS: usize = 100;

/// A statement of the page's head about its title.
#[derive(Clone, Debug)]
pub struct Ref {
    /// Cleaned.
    pub text: String,
    /// Its letters and digits.
    pub key: String,
    /// Which statement.
    pub from: From,
}

/// Statements, in the order features speak of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum From {
    Ld,
    Og,
    Twitter,
    Title,
    Other,
    PageName,
}

impl From {
    /// What callers are told.
    pub fn origin(self) -> Origin {
        match self {
            From::Ld | From::PageName => Origin::JsonLd,
            From::Og | From::Twitter | From::Other => Origin::Meta,
            From::Title => Origin::Title,
        }
    }
}

/// How a candidate's text was got.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub enum Cut {
    /// As it stands.
    Whole,
    /// A heading's own text or last child's.
    Own,
    /// Without the parts that name the site.
    Siteless,
    /// Without the last part.
    Front,
    /// One part, or several in the middle.
    Part,
}

/// A text that may be the title.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Cleaned.
    pub text: String,
    /// Its letters and digits.
    pub key: String,
    /// Where on the visible page.
    pub row: Option<Row>,
    /// Heading level, 1 to 6; 0: an element named title; 7: not on the visible page.
    pub level: u8,
    /// Headings of the same level before it.
    pub before: u32,
    /// How it was got.
    pub cut: Cut,
    /// Where it was read.
    pub origin: Origin,
}

/// The head's statements.
pub fn refs(view: &View<'_>) -> Vec<Ref> {
    let head = view.head;
    let article = view.ld.article();
    let page = view.ld.of_kind(Kind::Page).find_map(|thing| thing.title.as_deref());
    let other = [
        "dc.title",
        "dcterms.title",
        "citation_title",
        "parsely-title",
        "sailthru.title",
        "headline",
        "title",
        "article:title",
        "search_title",
    ];
    let stated = [
        (article.and_then(|thing| thing.title.as_deref()), From::Ld),
        (head.get("og:title"), From::Og),
        (head.get("twitter:title"), From::Twitter),
        (head.title.as_deref(), From::Title),
        (other.iter().find_map(|name| head.get(name)), From::Other),
        (page, From::PageName),
    ];
    let made = stated.into_iter().filter_map(|(text, from)| {
        let text = clean(text?);
        Some(Ref { key: key(&text), text, from })
    });
    made.filter(|r| !r.key.is_empty() && r.text.chars().count() <= LONGEST).collect()
}

/// All candidates; equal texts once, the visible one first.
#[inline(never)]
pub fn candidates(view: &View<'_>, evidence: &Evidence<'_>, refs: &[Ref], sites: &[String]) -> Vec<Candidate> {
    let mut found = Vec::new();
    headings(view, evidence, &mut found);
    for r in refs {
        let origin = r.from.origin();
        let mut add = |text: &str, cut| {
            push(
                &mut found,
                Candidate { text: text.to_string(), key: key(text), row: None, level: 7, before: 0, cut, origin },
            )
        };
        add(&r.text, Cut::Whole);
        add(&part::without_site(&r.text, sites), Cut::Siteless);
        let parts = Parts::of(&r.text);
        let count = parts.len();
        if (2..=8).contains(&count) {
            add(parts.join(0, count - 1), Cut::Front);
            for at in 0..count {
                add(parts.join(at, at + 1), Cut::Part);
            }
            for at in 2..count - 1 {
                add(parts.join(0, at), Cut::Part);
            }
            add(parts.join(1, count), Cut::Part);
        }
    }
    found
}

fn push(found: &mut Vec<Candidate>, candidate: Candidate) {
    let fits = !candidate.key.is_empty() && candidate.text.chars().count() <= LONGEST;
    if fits && !found.iter().any(|other| other.text == candidate.text) {
        found.push(candidate);
    }
}

/// Headings and elements named title.
#[inline(never)]
fn headings(view: &View<'_>, evidence: &Evidence<'_>, found: &mut Vec<Candidate>) {
    /// Weighted length of the longest element looked at.
    const LEN: u32 = 600;
    let page = view.page;
    let mut seen = [0; 8];
    for row in page.body()..page.len() as Row {
        let level = page.tag[row as usize].heading_level();
        let named = view.zones.own[row as usize] & zone::TITLE != 0;
        if (level == 0 && !named) || view.zone(row) & zone::SPAM != 0 || !(1..=LEN).contains(&view.len(row)) {
            continue;
        }
        let before = seen[level as usize];
        seen[level as usize] += 1;
        let text = view.text(row);
        let text = hijack::without_spam(evidence, text.trim_end_matches(['¶', '#', ' ']));
        let text = text.as_str();
        if evidence.support(text).foreign {
            continue;
        }
        let mut add = |text: &str, cut| {
            push(
                found,
                Candidate {
                    text: text.to_string(),
                    key: key(text),
                    row: Some(row),
                    level,
                    before,
                    cut,
                    origin: Origin::Dom,
                },
            )
        };
        add(text, Cut::Whole);
        if level > 0 {
            for own in own_texts(view, row) {
                add(&own, Cut::Own);
            }
        }
        if found.len() > HEADINGS {
            break;
        }
    }
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
