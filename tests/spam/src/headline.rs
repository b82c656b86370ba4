//! The genuine headline of a clean page, where its truth names none, and whether an injected page still shows it.

use crate::page::Page;
use crate::text::{decode, key, squash};

/// Letters of a heading that is more than a section's name.
const HEADLINE: usize = 8;

/// The headings and declared titles of a page.
#[derive(Debug, Default)]
pub struct Headlines {
    /// `<title>`.
    pub title: String,
    /// First-level headings.
    pub h1: Vec<String>,
    /// Headings of the first three levels.
    pub headings: Vec<String>,
    /// og:title.
    pub og: String,
}

impl Headlines {
    /// Those of an HTML string.
    pub fn of(html: &str) -> Self {
        let Some(page) = Page::read(html) else { return Self::default() };
        let texts = |tags: &[&str]| -> Vec<String> {
            let found = page.nodes.iter().filter(|n| tags.contains(&n.tag.as_str()) && n.close.is_some());
            found.map(|n| page.text(n.inner())).filter(|t| !t.is_empty()).collect()
        };
        let title = page.first("title").map_or_else(String::new, |n| squash(&decode(&html[n.inner()])));
        Self {
            title,
            h1: texts(&["h1"]),
            headings: texts(&["h1", "h2", "h3"]),
            og: page.meta("og:title").map(|m| m.1).unwrap_or_default(),
        }
    }

    /// The headline: a first heading that the title or og:title repeats, else og:title, else the title's longest part.
    pub fn genuine(&self) -> String {
        let (title, og) = (key(&self.title), key(&self.og));
        let repeated =
            |h: &&String| key(h).chars().count() >= HEADLINE && (title.contains(&key(h)) || og.contains(&key(h)));
        if let Some(h1) = self.h1.iter().filter(repeated).max_by_key(|h| h.len()) {
            return h1.clone();
        }
        if !self.og.is_empty() {
            return squash(&self.og);
        }
        let parts = self.title.split(['|', '_', '»', '·']).flat_map(|p| p.split(" - ")).flat_map(|p| p.split(" – "));
        parts.map(squash).max_by_key(String::len).unwrap_or_default()
    }

    /// Other headlines as genuine as `title`: the first heading and og:title, where most of their words are in `body`.
    pub fn others(&self, title: &str, body: &str) -> Vec<String> {
        let body = key(body);
        let said = |s: &str| {
            let words: Vec<String> = s.split_whitespace().map(key).filter(|w| w.chars().count() > 3).collect();
            let hits = words.iter().filter(|w| body.contains(w.as_str())).count();
            words.len() >= 3 && hits * 5 >= words.len() * 3
        };
        let mut out: Vec<String> =
            self.h1.iter().take(1).chain([&self.og]).filter(|s| said(s) && key(s) != key(title)).cloned().collect();
        out.dedup();
        out
    }

    /// Is `title` still on the page, in a heading or in og:title?
    pub fn shows(&self, title: &str) -> bool {
        let wanted = key(title);
        let same = |s: &String| {
            let k = key(s);
            k == wanted || k.chars().count() >= HEADLINE && (k.contains(&wanted) || wanted.contains(&k))
        };
        !wanted.is_empty() && self.headings.iter().chain([&self.og]).any(same)
    }
}
