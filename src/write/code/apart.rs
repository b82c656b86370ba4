//! Inline code with line breaks that is all its block holds, once written, becomes a block of code.

use crate::tag::{Tag, BLOCK, HEADING};
use crate::write::fragment::{Attrs, Node};
use std::ops::Range;

/// Rewrites the events of a tree.
#[must_use]
pub fn set_apart(nodes: Vec<Node>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut at = 0;
    while at < nodes.len() {
        if let Some(code) = code(&nodes, at) {
            let wrappers =
                out.iter().rev().take_while(|node| matches!(node, Node::Open(tag, _) if !tag.is(BLOCK))).count();
            let closed =
                nodes[code.end..].iter().take_while(|node| matches!(node, Node::Close(tag) if !tag.is(BLOCK))).count();
            let holder = out.len().checked_sub(wrappers + 1).and_then(|at| holder(&out[at]));
            let ends = |holder: Tag| matches!(nodes.get(code.end + closed), Some(Node::Close(tag)) if *tag == holder);
            if let Some(holder) = holder.filter(|&holder| wrappers == closed && ends(holder)) {
                // A paragraph becomes the block, other elements hold it.
                let paragraph = usize::from(holder == Tag::P);
                out.truncate(out.len() - wrappers - paragraph);
                let text = Node::Text(text(&nodes[code.clone()]));
                out.extend([
                    Node::Open(Tag::Pre, Vec::new()),
                    Node::Open(Tag::Code, language(&nodes[code.start])),
                    text,
                    Node::Close(Tag::Code),
                    Node::Close(Tag::Pre),
                ]);
                at = code.end + closed + paragraph;
                continue;
            }
        }
        out.push(nodes[at].clone());
        at += 1;
    }
    out
}

/// The events of inline code that begins here and has line breaks, but nothing that is no text.
fn code(nodes: &[Node], at: usize) -> Option<Range<usize>> {
    let begins =
        matches!(nodes[at], Node::Open(Tag::Code, _)) && !(at > 0 && matches!(nodes[at - 1], Node::Open(Tag::Pre, _)));
    let length =
        if begins { nodes[at..].iter().position(|node| *node == Node::Close(Tag::Code))? + 1 } else { return None };
    let inside = &nodes[at..at + length];
    let breaks = inside.iter().any(|node| matches!(node, Node::Void(Tag::Br, _)));
    let plain = inside.iter().all(|node| !matches!(node, Node::Open(Tag::Math, _) | Node::Void(Tag::Img, _)));
    (breaks && plain).then_some(at..at + length)
}

/// An element that can hold a block of code.
fn holder(node: &Node) -> Option<Tag> {
    match node {
        Node::Open(tag, _)
            if tag.is(BLOCK)
                && !tag.is(HEADING)
                && !matches!(tag, Tag::Dt | Tag::Summary | Tag::Caption | Tag::Pre) =>
        {
            Some(*tag)
        }
        _ => None,
    }
}

fn text(nodes: &[Node]) -> String {
    let lines = nodes.iter().map(|node| match node {
        Node::Text(text) => text.as_str(),
        Node::Void(Tag::Br, _) => "\n",
        _ => "",
    });
    lines.collect()
}

/// Of a code's attributes only the language is a block's.
fn language(node: &Node) -> Attrs {
    match node {
        Node::Open(_, attrs) => attrs.iter().filter(|attr| attr.0 == "class").cloned().collect(),
        _ => Attrs::new(),
    }
}
