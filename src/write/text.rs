//! Output tree → plain text: blocks on lines of their own, a table's row on one line with tabs between
//! its cells, formulas as TeX, readings in brackets. Links that stand for players and links back from notes are no
//! text, and captions without their pictures neither, unless they are most of it.

use super::allow::EMBED;
use super::fragment::{value, Fragment, Node};
use crate::tag::{Tag, BLOCK};

/// The text of a fragment.
#[must_use]
pub fn text(fragment: &Fragment) -> String {
    let running = lines(fragment, false);
    if !fragment.nodes().iter().any(|node| matches!(node, Node::Open(Tag::Figcaption, _))) {
        return running;
    }
    let all = lines(fragment, true);
    if running.len() * 2 >= all.len() {
        running
    } else {
        all
    }
}

fn lines(fragment: &Fragment, captions: bool) -> String {
    let mut out = String::new();
    // Elements open inside one that is left out.
    let mut skipped = 0;
    for node in fragment.nodes() {
        match node {
            Node::Open(..) if skipped > 0 => skipped += 1,
            Node::Close(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Node::Text(text) => out.push_str(text),
            Node::Open(Tag::Math, attrs) => {
                out.push_str(value(attrs, "alttext").unwrap_or(""));
                skipped = 1;
            }
            Node::Open(Tag::A, attrs)
                if value(attrs, "role") == Some("doc-backlink") || value(attrs, "class") == Some(EMBED) =>
            {
                skipped = 1
            }
            Node::Open(Tag::Rp, _) => skipped = 1,
            Node::Open(Tag::Figcaption, _) if !captions => {
                line(&mut out);
                skipped = 1;
            }
            Node::Open(Tag::Rt, _) => out.push('('),
            Node::Close(Tag::Rt) => out.push(')'),
            Node::Open(Tag::Q, _) => out.push('“'),
            Node::Close(Tag::Q) => out.push('”'),
            Node::Open(Tag::Td | Tag::Th, _) => tab(&mut out),
            Node::Close(Tag::Td | Tag::Th) => {}
            Node::Open(tag, _) | Node::Close(tag) | Node::Void(tag, _) if tag.is(BLOCK) || *tag == Tag::Br => {
                line(&mut out)
            }
            _ => {}
        }
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out
}

/// Ends a line that has begun.
fn line(out: &mut String) {
    let end = out.trim_end_matches([' ', '\t']).len();
    out.truncate(end);
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Sets a cell apart from the one before it.
fn tab(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\t');
    }
}
