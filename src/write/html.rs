//! Output tree → HTML. Canonical: lower-case names, double-quoted attributes, every tag closed.

use super::fragment::{Fragment, Node};

/// The HTML of a fragment.
#[must_use]
pub fn html(fragment: &Fragment) -> String {
    let mut out = String::new();
    for node in fragment.nodes() {
        match node {
            Node::Open(tag, attrs) | Node::Void(tag, attrs) => {
                out.push('<');
                out.push_str(tag.name());
                for (name, value) in attrs {
                    out.push(' ');
                    out.push_str(name);
                    out.push_str("=\"");
                    escape(&mut out, value);
                    out.push('"');
                }
                out.push('>');
            }
            Node::Text(text) => escape(&mut out, text),
            Node::Close(tag) => {
                out.push_str("</");
                out.push_str(tag.name());
                out.push('>');
            }
        }
    }
    out
}

/// Escapes for text and double-quoted attribute values alike.
pub fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, sign) in text.match_indices(['&', '<', '>', '"', '\u{a0}']) {
        out.push_str(&text[from..at]);
        out.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&nbsp;",
        });
        from = at + sign.len();
    }
    out.push_str(&text[from..]);
}
