//! Title, byline, dates and the rest, each with where it was read.

use crate::head::Head;
use crate::page::{Page, Row};
use crate::sums::Sums;

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
}

/// Reads the page. `content`: row ranges of the kept text; `spam`: ranges judged injected.
#[must_use]
pub fn read(_page: &Page, head: &Head, _sums: &Sums, _content: &[(Row, Row)], _spam: &[(Row, Row)]) -> Meta {
    let title = head.get("og:title").or(head.title.as_deref()).unwrap_or("").to_string();
    Meta { title, url: head.url.clone(), ..Meta::default() }
}
