//! Footnotes of a fragment: which can be written as Markdown notes, and under which label.

use crate::tag::Tag;
use crate::write::fragment::{value, Node};
use std::collections::{HashMap, HashSet};

/// Id of a note → its label.
pub type Labels = HashMap<String, String>;

/// Notes at the outermost level that something refers to, labelled by their marks.
#[must_use]
pub fn labels(nodes: &[Node]) -> Labels {
    let notes = outer_notes(nodes);
    let mut labels = Labels::new();
    let mut taken: HashSet<String> = HashSet::new();
    for (at, node) in nodes.iter().enumerate() {
        let Node::Open(Tag::A, attrs) = node else { continue };
        let Some(id) = value(attrs, "href")
            .and_then(|href| href.strip_prefix('#'))
            .filter(|id| is_reference(attrs) && notes.contains(id))
        else {
            continue;
        };
        if labels.contains_key(id) {
            continue;
        }
        /// Characters of the longest mark kept as a label.
        const MARK: usize = 8;
        let text = nodes[at..]
            .iter()
            .take(4)
            .find_map(|node| if let Node::Text(text) = node { Some(text.as_str()) } else { None })
            .unwrap_or("");
        let mark: String = text.chars().filter(char::is_ascii_alphanumeric).take(MARK).collect();
        let label = if mark.is_empty() || taken.contains(&mark) { format!("note{}", labels.len() + 1) } else { mark };
        taken.insert(label.clone());
        labels.insert(id.to_string(), label);
    }
    labels
}

/// Ids of notes that lie in no quote, table or other list.
fn outer_notes(nodes: &[Node]) -> HashSet<&str> {
    let mut found = HashSet::new();
    let mut depth = 0;
    for node in nodes {
        match node {
            Node::Open(tag @ (Tag::Li | Tag::P), attrs) => {
                let outermost = depth == usize::from(*tag == Tag::Li);
                found.extend(value(attrs, "id").filter(|_| outermost && is_note(attrs)));
                depth += usize::from(*tag == Tag::Li);
            }
            Node::Open(tag, _) => depth += usize::from(deepens(*tag)),
            Node::Close(tag) => depth -= usize::from(deepens(*tag) || *tag == Tag::Li),
            _ => {}
        }
    }
    found
}

fn deepens(tag: Tag) -> bool {
    matches!(tag, Tag::Blockquote | Tag::Table | Tag::Ul | Tag::Ol | Tag::Dl | Tag::Figure)
}

/// A note's block.
#[must_use]
pub fn is_note(attrs: &[(&'static str, String)]) -> bool {
    value(attrs, "role") == Some("doc-footnote")
}

/// A link to a note.
#[must_use]
pub fn is_reference(attrs: &[(&'static str, String)]) -> bool {
    value(attrs, "role") == Some("doc-noteref")
}
