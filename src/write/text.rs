//! Output tree → plain text: blocks on lines of their own.

use super::fragment::{Fragment, Node};
use crate::tag::{Tag, BLOCK};

/// The text of a fragment.
#[must_use]
pub fn text(fragment: &Fragment) -> String {
    let mut out = String::new();
    for node in &fragment.nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Open(tag, _) | Node::Close(tag) | Node::Void(tag, _) if tag.is(BLOCK) || *tag == Tag::Br => {
                if !out.is_empty() && !out.ends_with('\n') {
                    let end = out.trim_end_matches(' ').len();
                    out.truncate(end);
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out
}
