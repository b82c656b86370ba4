//! HTML string → [`Page`]: `scraper` parses, one walk lowers its tree into columns, the tree is
//! dropped. The only file that knows `scraper`. Never fails on odd HTML.

use super::flood::Flood;
use super::guard::Guard;
use super::print;
use super::thin::thin;
use super::{keeps_raw_text, VALUE_UNITS};
use crate::attr::AttrName;
use crate::error::Error;
use crate::options::{Limits, Options};
use crate::page::{flag, is_opaque, Builder, Page, Row};
use crate::tag::Tag;
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Tokenizer;
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::TokenizerResult;
use scraper::{ElementRef, Html, HtmlTreeSink, Node, Selector};

/// Bytes fed to the parser between two looks at the node limit, and at whether it was inside one tag all the
/// while. What is thinned then lies beyond any value that is kept: a UTF-16 unit has at most three bytes.
const CHUNK_BYTES: usize = VALUE_UNITS * 3;

/// A page with the tree it was lowered from.
pub struct Parsed {
    /// The columns.
    pub page: Page,
    tree: Html,
    /// Per row its node.
    nodes: Vec<NodeId>,
}

/// Parses and lowers a whole document; the tree is dropped.
///
/// # Errors
/// As [`parse`].
pub fn page(html: &str, options: &Options) -> Result<Page, Error> {
    Ok(parse(html, options)?.page)
}

/// Parses and lowers a whole document.
///
/// # Errors
/// [`Error::TooLarge`] past the caller's `max_nodes`, [`Error::BadOption`] for a selector that is none.
pub fn parse(html: &str, options: &Options) -> Result<Parsed, Error> {
    let keep = selectors(&options.keep_selectors)?;
    let hide = selectors(&options.hide_selectors)?;
    let flags_of = |element: &ElementRef<'_>| {
        let mut flags = 0;
        if keep.iter().any(|selector| selector.matches(element)) {
            flags |= flag::KEEP;
        }
        if hide.iter().any(|selector| selector.matches(element)) {
            flags |= flag::HIDE;
        }
        flags
    };
    let mut parsed = lower(tree(html, options.limits(), true), options.limits(), &flags_of);
    if speaks_to_scriptless(&parsed.page) {
        parsed = lower(tree(html, options.limits(), false), options.limits(), &flags_of);
    }
    if let Some(max) = options.max_nodes.filter(|&max| parsed.page.len() > max as usize) {
        return Err(Error::TooLarge(format!("The page has more than {max} nodes; raise maxNodes or leave it out.")));
    }
    Ok(parsed)
}

impl Parsed {
    /// The document's HTML without the subtrees of `rows`, its `title` replaced if `title` is given.
    #[must_use]
    pub fn without(mut self, rows: &[Row], title: Option<(Row, &str)>) -> String {
        for &row in rows {
            if let Some(mut node) = self.tree.tree.get_mut(self.nodes[row as usize]) {
                node.detach();
            }
        }
        if let Some((row, title)) = title {
            let text = self.page.children(row).next().map(|child| self.nodes[child as usize]);
            if let Some(mut node) = text.and_then(|id| self.tree.tree.get_mut(id)) {
                *node.value() = Node::Text(scraper::node::Text { text: title.into() });
            }
        }
        print::html(&self.tree)
    }
}

fn selectors(texts: &[String]) -> Result<Vec<Selector>, Error> {
    texts
        .iter()
        .map(|text| Selector::parse(text).map_err(|_| Error::BadOption(format!("“{text}” is not a CSS selector."))))
        .collect()
}

/// Whether most of the page's text stands in `noscript`: an application's shell with its content for
/// readers without scripts (Discourse and others; rule and figures: findings/page-kinds, +.012 F1).
fn speaks_to_scriptless(page: &Page) -> bool {
    /// Characters a page may have before twice as many elsewhere outweigh them.
    const SLACK: usize = 500;
    let hidden: usize = page
        .rows_of(Tag::Noscript)
        .filter_map(|row| page.attr(row, AttrName::RawText))
        .map(|markup| markup.split('<').map(|piece| piece.rsplit('>').next().unwrap_or("").trim().len()).sum::<usize>())
        .sum();
    if hidden <= SLACK {
        return false;
    }
    let shown: usize = page.subtree_text(page.body()).split_whitespace().map(str::len).sum();
    hidden > 2 * shown + SLACK
}

/// html5ever, fed in pieces so that a page of endless nodes ends at the limit.
fn tree(html: &str, limits: Limits, scripting_enabled: bool) -> Html {
    let options = TreeBuilderOpts { scripting_enabled, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), options);
    let tokenizer = Tokenizer::new(Guard::new(builder, limits.depth as usize), Default::default());
    let input = BufferQueue::default();
    // The piece in which the tokenizer last came to the end of anything, and what it may be in since.
    let (mut last, mut flood) = ("", None::<Flood>);
    let mut flooded = false;
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let end = char_boundary(rest, CHUNK_BYTES);
        // Behind what may be the end everything counts again.
        let end = rest[..end].find('>').filter(|_| flooded).map_or(end, |last| last + 1);
        let piece = &rest[..end];
        let before = tokenizer.sink.tokens();
        input.push_back(if flooded { StrTendril::from(thin(piece)) } else { StrTendril::from(piece) });
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if tokenizer.sink.tokens() > before {
            (last, flood, flooded) = (piece, None, false);
        } else if !flooded {
            let flood = flood.get_or_insert_with(|| {
                let mut flood = Flood::default();
                flood.follow(last);
                flood
            });
            flooded = flood.follow(piece);
        }
        at += end;
        if tokenizer.sink.inner.sink.0.borrow().tree.nodes().len() > limits.nodes as usize {
            break;
        }
    }
    tokenizer.end();
    tokenizer.sink.inner.sink.finish()
}

/// The first character boundary at or after `at`.
fn char_boundary(text: &str, at: usize) -> usize {
    (at.min(text.len())..).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// One walk over the parsed tree.
fn lower(tree: Html, limits: Limits, flags_of: &dyn Fn(&ElementRef<'_>) -> u16) -> Parsed {
    let mut builder = Builder::new(limits);
    // No more rows than nodes: columns that grow step by step would take twice the memory meanwhile.
    let most = tree.tree.nodes().len();
    builder.reserve(most);
    let mut nodes = Vec::with_capacity(most);
    let mut skip = None;
    let root = tree.tree.root().children().find(|node| node.value().is_element());
    for edge in root.iter().flat_map(NodeRef::traverse) {
        match edge {
            Edge::Open(node) if skip.is_none() => {
                if open(&mut builder, node, flags_of) {
                    skip = Some(node.id());
                }
                if builder.len() > nodes.len() {
                    nodes.push(node.id());
                }
            }
            Edge::Close(node) => {
                if skip == Some(node.id()) {
                    skip = None;
                }
                if skip.is_none() && !node.value().is_text() {
                    builder.close();
                }
            }
            Edge::Open(_) => {}
        }
    }
    Parsed { page: builder.finish(), tree, nodes }
}

/// Opens a row for the node; true when its content is not to be entered.
fn open(builder: &mut Builder, node: NodeRef<'_, Node>, flags_of: &dyn Fn(&ElementRef<'_>) -> u16) -> bool {
    match node.value() {
        Node::Text(text) => builder.text(text),
        Node::Element(element) => {
            let tag = Tag::of(element.name());
            let flags = ElementRef::wrap(node).map_or(0, |element| flags_of(&element));
            builder.open(tag, flags);
            for (name, value) in element.attrs() {
                builder.attr(name, cut(value));
            }
            let raw = (is_opaque(tag) || tag == Tag::Iframe) && !(tag == Tag::Noscript && holds_elements(node));
            if raw {
                raw_text(builder, tag, element.attr("type").unwrap_or(""), node);
            }
            return raw;
        }
        _ => builder.open(Tag::Comment, 0),
    }
    false
}

/// A `noscript` parsed with scripting off.
fn holds_elements(node: NodeRef<'_, Node>) -> bool {
    node.children().any(|child| child.value().is_element())
}

fn raw_text(builder: &mut Builder, tag: Tag, kind: &str, node: NodeRef<'_, Node>) {
    if !matches!(tag, Tag::Script | Tag::Noscript | Tag::Style) {
        return;
    }
    let text: String = node.children().filter_map(|child| child.value().as_text().map(|text| &**text)).collect();
    if keeps_raw_text(tag, kind, &text) {
        builder.attr("#data", &text);
    }
}

/// The first [`VALUE_UNITS`] UTF-16 units.
pub(super) fn cut(value: &str) -> &str {
    if value.len() <= VALUE_UNITS {
        return value;
    }
    let mut units = 0;
    for (at, c) in value.char_indices() {
        units += c.len_utf16();
        if units > VALUE_UNITS {
            return &value[..at];
        }
    }
    value
}
