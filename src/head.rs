//! What a page says of itself in machine-readable form: `meta`, `link`, `title`, `base`. One pass.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::text::collapse;
use crate::url;

/// The page's own statements, in document order.
#[derive(Debug, Default)]
pub struct Head {
    /// `meta` elements: lower-cased `name`, `property` or `http-equiv`, and `content`, with the row.
    pub metas: Vec<(String, String, Row)>,
    /// Text of the first `title` element in the head (never one inside SVG), white space collapsed.
    pub title: Option<String>,
    /// Row of that element.
    pub title_row: Option<Row>,
    /// `link` elements: lower-cased `rel`, `href` as written.
    pub links: Vec<(String, String)>,
    /// Rows of `script type="application/ld+json"`.
    pub json_ld: Vec<Row>,
    /// Address of the page: the caller's, else the canonical one, else `og:url`.
    pub url: Option<String>,
    /// What relative links are resolved against: `base href` resolved against `url`, else `url`.
    pub base: Option<String>,
}

impl Head {
    /// Reads the page. `address` is the caller's.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, address: Option<&str>) -> Head {
        let mut head = Head::default();
        let mut base = None;
        for row in 0..page.len() as Row {
            match page.tag[row as usize] {
                Tag::Meta => head.meta(page, row),
                Tag::Title if head.title_row.is_none() => {
                    head.title_row = Some(row);
                    head.title = Some(collapse(page.subtree_text(row))).filter(|title| !title.is_empty());
                }
                Tag::Link => {
                    if let (Some(rel), Some(href)) = (page.attr(row, AttrName::Rel), page.attr(row, AttrName::Href)) {
                        head.links.push((rel.to_ascii_lowercase(), href.to_string()));
                    }
                }
                Tag::Base if base.is_none() => base = page.attr(row, AttrName::Href).map(str::to_string),
                Tag::Script
                    if page.attr(row, AttrName::RawText).is_some()
                        && page.attr(row, AttrName::Type).is_some_and(|kind| kind.contains("ld+json")) =>
                {
                    head.json_ld.push(row);
                }
                _ => {}
            }
        }
        let stated = head.link("canonical").or_else(|| head.get("og:url"));
        let stated = stated.filter(|url| url::leads_to_web(url) && url::host(url).is_some());
        head.url = address.or(stated).map(|url| url.trim().to_string());
        head.base = match (&head.url, base.filter(|base| url::leads_to_web(base))) {
            (Some(url), Some(base)) => Some(url::join(url, &base)),
            (None, Some(base)) => Some(base).filter(|base| url::host(base).is_some()),
            (Some(url), None) => Some(url.clone()),
            (None, None) => None,
        };
        head
    }

    fn meta(&mut self, page: &Page, row: Row) {
        let Some(content) = page.attr(row, AttrName::Content) else { return };
        for name in [AttrName::Property, AttrName::Name, AttrName::Itemprop, AttrName::HttpEquiv] {
            if let Some(key) = page.attr(row, name) {
                self.metas.push((key.trim().to_ascii_lowercase(), content.trim().to_string(), row));
            }
        }
    }

    /// The first `meta` of a name that says anything.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.metas.iter().find(|meta| meta.0 == name && !meta.1.is_empty()).map(|meta| meta.1.as_str())
    }

    /// The first `link` with this word in its `rel`.
    #[must_use]
    pub fn link(&self, rel: &str) -> Option<&str> {
        let found = self.links.iter().find(|link| link.0.split_ascii_whitespace().any(|word| word == rel))?;
        Some(found.1.as_str())
    }
}
