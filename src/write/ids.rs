//! Ids that links of the article lead to: collected, prefixed, each written once; links whose target is
//! not in the article lead to the page instead.

use super::address::{self, prefixed};
use super::allow::PREFIX;
use super::fragment::{Node, Source};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use std::collections::{HashMap, HashSet};

/// The ids of one article.
#[derive(Default)]
pub struct Ids {
    /// Links within the page: row of the `a`, the id it leads to.
    pub links: Vec<(Row, String)>,
    /// First row of each id that a link leads to.
    pub rows: HashMap<String, Row>,
    /// These rows in order.
    targets: Vec<Row>,
    used: HashSet<String>,
    /// Ids of elements that were not written, for the next that is.
    pending: Vec<String>,
}

impl Ids {
    /// Looks at the page once; `written` says which rows have something to write below them.
    #[must_use]
    pub fn of(source: Source<'_>, written: impl Fn(Row) -> bool) -> Ids {
        let page = source.page;
        let mut ids = Ids::default();
        for row in page.rows_of(Tag::A).filter(|&row| written(row)) {
            let id = page
                .attr(row, AttrName::Href)
                .filter(|href| href.contains('#'))
                .and_then(|href| address::local_id(source.base, href));
            ids.links.extend(id.map(|id| (row, id)));
        }
        let targets: HashSet<&str> = ids.links.iter().map(|link| link.1.as_str()).collect();
        if targets.is_empty() {
            return ids;
        }
        for row in 0..page.len() as Row {
            for id in names(page, row).filter(|id| targets.contains(id)) {
                ids.rows.entry(id.to_string()).or_insert(row);
            }
        }
        ids.targets = ids.rows.values().copied().collect();
        ids.targets.sort_unstable();
        ids
    }

    /// The row's id as it is to be written, the first time.
    pub fn claim(&mut self, page: &Page, row: Row) -> Option<String> {
        if self.rows.is_empty() {
            return None;
        }
        let id = names(page, row).find(|id| self.rows.get(*id) == Some(&row)).map(prefixed)?;
        self.used.insert(id.clone()).then_some(id)
    }

    /// Remembers the id of a row that is not written itself.
    pub fn pass_on(&mut self, page: &Page, row: Row) {
        if let Some(id) = self.claim(page, row) {
            self.pending.push(id);
        }
    }

    /// Takes back the id among the attributes of an element that is not written after all.
    pub fn give_back(&mut self, attrs: super::fragment::Attrs) {
        self.pending.extend(attrs.into_iter().filter(|attr| attr.0 == "id").map(|attr| attr.1));
    }

    /// Remembers the ids in a subtree that is not written at all.
    pub fn pass_all(&mut self, page: &Page, from: Row, to: Row) {
        let first = self.targets.partition_point(|&row| row < from);
        let last = self.targets.partition_point(|&row| row < to);
        for at in first..last {
            self.pass_on(page, self.targets[at]);
        }
    }

    /// An id that an element without one of its own can take.
    pub fn take(&mut self) -> Option<String> {
        self.pending.pop()
    }
}

/// The names links can lead to: `id`, and `name` of an `a`.
fn names(page: &Page, row: Row) -> impl Iterator<Item = &str> {
    let name = if page.tag[row as usize] == Tag::A { page.attr(row, AttrName::Name) } else { None };
    page.attr(row, AttrName::Id).into_iter().chain(name).filter(|id| !id.trim().is_empty())
}

/// Links to ids that were not written: to the page at `base`, or no links at all.
#[must_use]
pub fn mend(nodes: Vec<Node>, base: &str) -> Vec<Node> {
    let mut written: HashSet<&str> = HashSet::new();
    let mut local = false;
    for node in &nodes {
        if let Node::Open(tag, attrs) | Node::Void(tag, attrs) = node {
            written.extend(attrs.iter().filter(|attr| attr.0 == "id").map(|attr| attr.1.as_str()));
            local |= *tag == Tag::A && attrs.iter().any(|attr| attr.0 == "href" && attr.1.starts_with('#'));
        }
    }
    if !local {
        return nodes;
    }
    let lost: Vec<bool> = nodes
        .iter()
        .map(|node| matches!(node, Node::Open(Tag::A, attrs) if attrs.iter().any(|attr| attr.0 == "href" && attr.1.strip_prefix('#').is_some_and(|id| !written.contains(id)))))
        .collect();
    let page = base.split('#').next().unwrap_or("");
    let mut out = Vec::with_capacity(nodes.len());
    // Links do not nest: the next end of one belongs to the one taken away.
    let mut unlinked = false;
    for (node, lost) in nodes.into_iter().zip(lost) {
        match node {
            Node::Open(Tag::A, mut attrs) if lost => {
                let whole = |href: &str| {
                    address::link("", &format!("{page}#{}", href.trim_start_matches('#').trim_start_matches(PREFIX)))
                };
                for attr in attrs.iter_mut().filter(|attr| attr.0 == "href") {
                    attr.1 = whole(&attr.1).filter(|_| !page.is_empty()).unwrap_or_default();
                }
                attrs.retain(|attr| !(attr.0 == "href" && attr.1.is_empty()) && attr.0 != "role");
                unlinked = attrs.is_empty();
                if !unlinked {
                    out.push(Node::Open(Tag::A, attrs));
                }
            }
            Node::Close(Tag::A) if unlinked => unlinked = false,
            Node::Text(text) => match out.last_mut() {
                Some(Node::Text(last)) => last.push_str(&text),
                _ => out.push(Node::Text(text)),
            },
            node => out.push(node),
        }
    }
    out
}
