//! Title, byline, dates and the rest, each with where it was read.

pub mod byline;
mod date;
pub mod evidence;
mod excerpt;
mod hanming;
pub mod hijack;
mod image;
pub mod json;
mod jsonld;
mod label;
mod lang;
mod month;
mod name;
pub mod part;
mod phrase;
pub mod site;
mod source;
pub mod title;
pub mod view;
mod when;
mod zone;

use crate::head::Head;
use crate::page::{Page, Row};
use crate::sums::Sums;
use crate::url;
use evidence::Evidence;
use view::View;

/// Where a value was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Origin {
    JsonLd,
    Meta,
    Microdata,
    Dom,
    Title,
    Url,
}

impl Origin {
    /// The name callers see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Origin::JsonLd => "jsonld",
            Origin::Meta => "meta",
            Origin::Microdata => "microdata",
            Origin::Dom => "dom",
            Origin::Title => "title",
            Origin::Url => "url",
        }
    }
}

/// Writing direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Dir {
    Ltr,
    Rtl,
}

impl Dir {
    /// `ltr` or `rtl`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Dir::Ltr => "ltr",
            Dir::Rtl => "rtl",
        }
    }
}

/// What is known of the article besides its text.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Meta {
    pub title: String,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub source: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<Dir>,
    pub excerpt: Option<String>,
    pub image: Option<String>,
    pub url: Option<String>,
    pub title_hijacked: bool,
    pub provenance: Vec<(&'static str, Origin)>,
    pub title_row: Option<Row>,
    pub byline_row: Option<Row>,
    pub date_row: Option<Row>,
    pub source_row: Option<Row>,
}

/// Reads the page. `content`: row ranges of the kept text in document order; `spam`: ranges judged
/// injected, whose text supports and supplies nothing. Values the page does not give are absent.
#[must_use]
pub fn read(page: &Page, head: &Head, sums: &Sums, content: &[(Row, Row)], spam: &[(Row, Row)]) -> Meta {
    if page.is_empty() {
        return Meta::default();
    }
    let mut view = View::of(page, head, sums, content, spam);
    let sites = site::keys(&view);
    let evidence = Evidence::of(&view, &sites);
    let title = title::read(&view, &evidence, &sites);
    view.found_title(title.row);
    let when = when::read(&view, title.row);
    let byline = byline::read(&view, title.row, &sites);
    let mut meta = Meta {
        title_hijacked: title.hijacked,
        title_row: title.row,
        byline_row: byline.row,
        date_row: when.row,
        title: title.text,
        ..Meta::default()
    };
    let source = source::read(&view, title.row);
    meta.source_row = source.as_ref().map(|source| source.1);
    let mut note = |field, origin| meta.provenance.push((field, origin));
    if let Some(origin) = title.origin {
        note("title", origin);
    }
    let mut told = |field, value: Option<(String, Origin)>| {
        value.map(|(text, origin)| {
            note(field, origin);
            text
        })
    };
    meta.byline = told("byline", byline.text);
    meta.published = told("published", when.published.map(|(date, origin)| (date.iso(), origin)));
    meta.modified = told("modified", when.modified.map(|(date, origin)| (date.iso(), origin)));
    meta.site = told("site", site::read(&view));
    meta.source = told("source", source.map(|(name, _)| (name, Origin::Dom)));
    meta.lang = told("lang", lang::settle(lang::declared(&view), lang::detected(&view)));
    meta.excerpt = told("excerpt", excerpt::read(&view, &evidence, title.hijacked));
    meta.image = told("image", image::read(&view));
    meta.url = told("url", url(head));
    meta.dir = lang::direction(&view, meta.lang.as_deref());
    meta
}

/// The page's canonical address, resolved; else the caller's.
fn url(head: &Head) -> Option<(String, Origin)> {
    let base = head.base.as_deref().unwrap_or("");
    let canonical = head.link("canonical").map(|href| url::join(base, href));
    let canonical = canonical.filter(|href| url::leads_to_web(href) && url::host(href).is_some());
    canonical.map(|href| (href, Origin::Meta)).or_else(|| head.url.clone().map(|href| (href, Origin::Url)))
}
