//! Ids that links of the article lead to: collected, prefixed, each written once; links whose target is
//! not in the article lead to the page instead.

use super::address::{self, prefixed};
use super::allow::PREFIX;
use super::fragment::{value, Attrs, Node, Source};
use crate::attr::AttrName;
use crate::order;
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
        // What lies inside of code is written as its characters.
        let mut code = 0..0;
        for row in 0..page.len() as Row {
            if code.contains(&row) {
                continue;
            }
            if page.tag[row as usize] == Tag::Pre {
                code = row + 1..page.end[row as usize];
            }
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

    /// Takes an id for an element that has it whatever the page says; false if it is taken.
    pub fn reserve(&mut self, id: &str) -> bool {
        self.used.insert(id.to_string())
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

/// Links to ids that were not written lead to the page at `base`, or nowhere; ids nothing leads to go;
/// parts of footnotes whose note was not written are plain links.
#[must_use]
pub fn mend(mut nodes: Vec<Node>, base: &str) -> Vec<Node> {
    let targets: HashSet<String> =
        nodes.iter().filter_map(|node| Some(value(attrs_of(node)?, "href")?.strip_prefix('#')?.to_string())).collect();
    let mut written: HashMap<String, bool> = HashMap::new();
    for attrs in nodes.iter_mut().filter_map(attrs_of_mut) {
        match value(attrs, "id") {
            Some(id) if targets.contains(id) => {
                written.insert(id.to_string(), value(attrs, "role") == Some("doc-footnote"));
            }
            Some(_) => attrs.retain(|attr| attr.0 != "id" && attr.1 != "doc-footnote"),
            None => {}
        }
    }
    plain_links(&mut nodes, &written);
    let page = base.split('#').next().unwrap_or("");
    // Links do not nest: the next end of one belongs to the one taken away.
    let mut unlinked = false;
    let mut kept = 0;
    for at in 0..nodes.len() {
        if let Node::Open(Tag::A, attrs) = &mut nodes[at] {
            if let Some(id) = lost(attrs, &written) {
                let whole = Some(id)
                    .filter(|_| !page.is_empty())
                    .and_then(|id| address::link("", &format!("{page}#{}", id.trim_start_matches(PREFIX))));
                attrs.retain(|attr| attr.0 != "href" && attr.0 != "role");
                attrs.extend(whole.map(|href| ("href", href)));
                order::few(attrs, |a, b| a.0 < b.0);
            }
            unlinked = value(attrs, "href").is_none() && value(attrs, "id").is_none();
        }
        let (before, rest) = nodes.split_at_mut(at);
        match (&rest[0], before[..kept].last_mut()) {
            (Node::Open(Tag::A, _), _) if unlinked => {}
            (Node::Close(Tag::A), _) if unlinked => unlinked = false,
            (Node::Text(text), Some(Node::Text(last))) => last.push_str(text),
            _ => {
                nodes.swap(kept, at);
                kept += 1;
            }
        }
    }
    nodes.truncate(kept);
    nodes
}

fn attrs_of(node: &Node) -> Option<&Attrs> {
    match node {
        Node::Open(_, attrs) | Node::Void(_, attrs) => Some(attrs),
        _ => None,
    }
}

fn attrs_of_mut(node: &mut Node) -> Option<&mut Attrs> {
    match node {
        Node::Open(_, attrs) | Node::Void(_, attrs) => Some(attrs),
        _ => None,
    }
}

/// The id a link leads to in vain.
fn lost<'a>(attrs: &'a Attrs, written: &HashMap<String, bool>) -> Option<&'a str> {
    value(attrs, "href")?.strip_prefix('#').filter(|id| !written.contains_key(*id))
}

/// Takes the roles from references to what is no note, and from links back outside of notes.
fn plain_links(nodes: &mut [Node], written: &HashMap<String, bool>) {
    // Elements open since a note began.
    let mut inside = 0;
    for node in nodes {
        match node {
            Node::Open(tag, attrs) => {
                inside += usize::from(inside > 0 || value(attrs, "role") == Some("doc-footnote"));
                let to_note = value(attrs, "href")
                    .and_then(|href| written.get(href.strip_prefix('#')?))
                    .copied()
                    .unwrap_or(false);
                let plain = match value(attrs, "role") {
                    Some("doc-noteref") => !to_note,
                    Some("doc-backlink") => inside == 0,
                    _ => false,
                };
                if plain && *tag == Tag::A {
                    attrs.retain(|attr| attr.0 != "role");
                }
            }
            Node::Close(_) => inside -= usize::from(inside > 0),
            _ => {}
        }
    }
}
