//! Places in a page that an injector looks for: its article, its zones, its edges.

use crate::page::{self, Node, Page};
use crate::text;
use std::collections::HashMap;
use std::ops::Range;

/// Elements that take any block.
const FLOW: &[&str] =
    &["div", "section", "article", "main", "aside", "footer", "header", "nav", "td", "center", "form"];
/// Characters of a paragraph that counts as running text; half of it where words are written without blanks.
const RUNNING: usize = 70;

/// Parts of a page by what their mark-up calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Page foot.
    Footer,
    /// Side column.
    Side,
    /// Menus.
    Nav,
    /// Comments.
    Comments,
}

impl Zone {
    fn cues(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Footer => {
                (&["footer"], &["footer", "colophon", "copyright", "foot_", "foot-", "bottom-bar", "site-info"])
            }
            Self::Side => (&["aside"], &["sidebar", "widget", "right-col", "rightcol", "rail", "secondary", "side-"]),
            Self::Nav => (&["nav"], &["menu", "navbar", "nav-", "navigation", "topbar"]),
            Self::Comments => (&[], &["comments", "commentlist", "comment-list", "comment_", "disqus", "responses"]),
        }
    }
}

/// A paragraph of the article.
#[derive(Clone, Debug)]
pub struct Para {
    /// Its text and inline mark-up.
    pub inner: Range<usize>,
    /// Where the next block could begin.
    pub after: usize,
    /// Its own opening tag; empty for text between line breaks.
    pub open: String,
    /// What closes it.
    pub close: &'static str,
}

/// Where the running text is.
#[derive(Debug)]
pub struct Article {
    /// The container's index.
    pub node: usize,
    /// In order.
    pub paras: Vec<Para>,
}

impl Page<'_> {
    /// The container that holds most running text, with its paragraphs: blocks of text, or text between line breaks.
    pub fn article(&self) -> Option<Article> {
        let size = |a: &Article| a.paras.iter().map(|p| self.chars(&p.inner).0).sum::<usize>();
        [self.blocks(), self.broken_lines()].into_iter().flatten().max_by_key(size)
    }

    /// Enough text to be read, and most of it not links.
    fn runs_on(&self, range: &Range<usize>) -> bool {
        let (all, links) = self.chars(range);
        let least = if all < RUNNING && text::dense(&self.html[range.clone()]) { RUNNING / 2 } else { RUNNING };
        all >= least && links * 3 < all
    }

    fn blocks(&self) -> Option<Article> {
        let leaf = |i: usize| {
            let n = &self.nodes[i];
            let mut inside = self.nodes[i + 1..].iter().take_while(|k| k.open.start < n.stop);
            matches!(n.tag.as_str(), "p" | "div" | "td" | "dd")
                && !n.shut
                && !inside.any(|k| page::BLOCK.contains(&k.tag.as_str()))
                && self.runs_on(&n.inner())
        };
        let texts: Vec<usize> = (0..self.nodes.len()).filter(|i| leaf(*i)).collect();
        let mut votes: HashMap<usize, usize> = HashMap::new();
        for i in &texts {
            let chars = self.chars(&self.nodes[*i].inner()).0;
            for (share, up) in [4, 2, 1].into_iter().zip(self.over(*i)) {
                *votes.entry(up).or_default() += chars * share;
            }
        }
        let (node, _) = votes.into_iter().max_by_key(|(i, v)| (*v, std::cmp::Reverse(*i)))?;
        let inside = self.nodes[node].outer();
        let paras: Vec<Para> = texts
            .into_iter()
            .map(|i| &self.nodes[i])
            .filter(|n| inside.contains(&n.open.start))
            .map(|n| self.para(n))
            .collect();
        (!paras.is_empty()).then_some(Article { node, paras })
    }

    fn para(&self, n: &Node) -> Para {
        let inner = n.inner();
        let open = self.html[n.open.clone()].to_owned();
        match (n.tag.as_str(), n.close.is_some()) {
            ("p", true) => Para { inner, after: n.stop, open, close: "</p>" },
            ("div", true) => Para { inner, after: n.stop, open, close: "</div>" },
            ("p", false) => Para { inner, after: n.stop, open, close: "" },
            _ => Para { after: inner.end, inner, open: String::new(), close: "<br>" },
        }
    }

    /// Old pages part their paragraphs by line breaks.
    fn broken_lines(&self) -> Option<Article> {
        let mut breaks: HashMap<usize, Vec<Range<usize>>> = HashMap::new();
        for n in self.nodes.iter().filter(|n| n.tag == "br" && !n.shut) {
            if let Some(up) = n.parent.filter(|p| !matches!(self.nodes[*p].tag.as_str(), "a" | "li" | "body")) {
                breaks.entry(up).or_default().push(n.open.clone());
            }
        }
        let found = breaks.into_iter().map(|(node, brs)| {
            let starts = std::iter::once(self.nodes[node].open.end).chain(brs.iter().map(|b| b.end));
            let lines = starts.zip(&brs).map(|(start, b)| start..b.start);
            (node, lines.filter(|r| !self.html[r.clone()].contains('<') && self.runs_on(r)).collect::<Vec<_>>())
        });
        let (node, lines) = found
            .max_by_key(|(i, lines)| (lines.iter().map(|l| self.chars(l).0).sum::<usize>(), std::cmp::Reverse(*i)))?;
        let paras: Vec<Para> =
            lines.into_iter().map(|r| Para { after: r.end, inner: r, open: String::new(), close: "<br>" }).collect();
        (paras.len() > 1).then_some(Article { node, paras })
    }

    /// May any block be put into this element?
    pub fn flows(&self, i: usize) -> bool {
        let n = &self.nodes[i];
        let shut =
            |tag: &str| matches!(tag, "a" | "p" | "table" | "tr" | "tbody" | "h1" | "h2" | "h3" | "dl" | "noscript");
        FLOW.contains(&n.tag.as_str())
            && n.close.is_some()
            && !n.shut
            && !self.over(i).take(1).any(|p| shut(&self.nodes[p].tag) && n.tag != "td")
    }

    /// Containers of a zone, outermost first in document order.
    pub fn zone(&self, zone: Zone) -> Vec<usize> {
        let (tags, cues) = zone.cues();
        let called = |n: &Node| tags.contains(&n.tag.as_str()) || cues.iter().any(|c| n.name.contains(c));
        let most = self.html.len() / 2;
        (0..self.nodes.len())
            .filter(|i| called(&self.nodes[*i]) && self.flows(*i) && self.nodes[*i].outer().len() < most)
            .collect()
    }

    /// Is the element inside one of that zone?
    pub fn within(&self, i: usize, zone: Zone) -> bool {
        let (tags, cues) = zone.cues();
        std::iter::once(i)
            .chain(self.over(i))
            .map(|u| &self.nodes[u])
            .filter(|n| n.tag != "body" && n.tag != "html")
            .any(|n| tags.contains(&n.tag.as_str()) || cues.iter().any(|c| n.name.contains(c)))
    }

    /// After `<body …>`.
    pub fn body_start(&self) -> usize {
        self.first("body")
            .map(|n| n.open.end)
            .or_else(|| self.first("head").filter(|n| n.close.is_some()).map(|n| n.stop))
            .unwrap_or(0)
    }

    /// Before `</body>`.
    pub fn body_end(&self) -> usize {
        self.end("body").or_else(|| self.end("html")).map_or(self.html.len(), |r| r.start)
    }

    /// After `</body>`.
    pub fn after_body(&self) -> usize {
        self.end("body").map_or_else(|| self.body_end(), |r| r.end)
    }

    /// After `</html>`.
    pub fn after_html(&self) -> usize {
        self.end("html").map_or(self.html.len(), |r| r.end)
    }

    fn end(&self, tag: &str) -> Option<Range<usize>> {
        self.first(tag)?.close.clone()
    }
}
