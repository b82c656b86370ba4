//! The output tree: events in document order. Only a `Sink` makes one, and a sink
//! lets nothing through that the table in [`allow`](super::allow) does not hold.

use crate::page::Page;
use crate::tag::Tag;

/// Names and values of an element's attributes.
pub type Attrs = Vec<(&'static str, String)>;

/// One event of the output tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// An element begins.
    Open(Tag, Attrs),
    /// A void element.
    Void(Tag, Attrs),
    /// Text, white space collapsed outside `pre`.
    Text(String),
    /// The element opened last ends.
    Close(Tag),
}

/// The output tree, properly nested.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fragment {
    nodes: Vec<Node>,
}

impl Fragment {
    pub(super) fn new(nodes: Vec<Node>) -> Fragment {
        Fragment { nodes }
    }

    /// The events.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

/// What is to be written of a page.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The page.
    pub page: &'a Page,
    /// What relative addresses are resolved against; empty when not known.
    pub base: &'a str,
    /// Per row: text, media and formulas to write.
    pub keep: &'a [bool],
}

/// Builds the output tree.
#[must_use]
pub fn build(source: Source<'_>) -> Fragment {
    super::walk::walk(Source { base: super::address::base(source.base), ..source })
}

/// An attribute's value.
#[must_use]
pub fn value<'a>(attrs: &'a [(&'static str, String)], name: &str) -> Option<&'a str> {
    attrs.iter().find(|attr| attr.0 == name).map(|attr| attr.1.as_str())
}
