//! The inline events of one line: marks, and the white space around them.

use super::{Lower, Taking};
use crate::tag::Tag;
use crate::write::fragment::{value, Attrs};
use crate::write::markdown::notes;
use crate::write::markdown::tree::{Inline, Mark};

impl Lower {
    pub(super) fn open_mark(&mut self, tag: Tag, attrs: &Attrs) {
        let mark = match tag {
            Tag::Strong | Tag::B => Some(Mark::Strong).filter(|_| !self.term),
            Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => Some(Mark::Em),
            Tag::Del | Tag::S => Some(Mark::Del),
            Tag::Sup | Tag::Sub | Tag::Mark | Tag::U | Tag::Ins => Some(Mark::Html(tag.name())),
            Tag::Code | Tag::Kbd | Tag::Samp => {
                self.taking = Taking::Span(String::new(), 1);
                return;
            }
            Tag::A => {
                let reference = value(attrs, "href")
                    .and_then(|href| self.labels.get(href.strip_prefix('#')?))
                    .filter(|_| notes::is_reference(attrs));
                if let Some(label) = reference {
                    self.line.push(Inline::Note(label.clone()));
                }
                if reference.is_some() || value(attrs, "role") == Some("doc-backlink") {
                    self.taking = Taking::Nothing(1);
                    return;
                }
                // Markdown has no ids to lead to.
                value(attrs, "href").filter(|href| !href.starts_with('#')).map(|href| Mark::Link(href.to_string()))
            }
            Tag::Rp => {
                self.taking = Taking::Nothing(1);
                return;
            }
            Tag::Q | Tag::Rt => {
                self.line.push(Inline::Text(if tag == Tag::Q { "“" } else { "(" }.to_string()));
                None
            }
            _ => None,
        };
        let mark = mark.filter(|mark| !self.marks.iter().flatten().any(|open| open == mark));
        self.line.extend(mark.clone().map(Inline::Open));
        self.marks.push(mark);
    }

    pub(super) fn close_mark(&mut self, tag: Tag) {
        if let Some(mark) = self.marks.pop().flatten() {
            self.line.push(Inline::Close(mark));
        } else if matches!(tag, Tag::Q | Tag::Rt) {
            self.line.push(Inline::Text(if tag == Tag::Q { "”" } else { ")" }.to_string()));
        }
    }
}

/// A line without white space and breaks at its ends and at the inner edges of marks, without empty
/// marks, with marks joined that touch, and with notes that are not raised twice.
pub(super) fn tidy(line: Vec<Inline>) -> Vec<Inline> {
    let mut tidy = Tidy { out: Vec::with_capacity(line.len()), ..Tidy::default() };
    for inline in line {
        match inline {
            Inline::Text(text) => tidy.text(text),
            Inline::Break => {
                tidy.breaks = true;
                tidy.space = false;
            }
            Inline::Open(mark) => tidy.opens.push(mark),
            Inline::Close(mark) => tidy.close(mark),
            Inline::Code(code) if code.trim().is_empty() => tidy.space = true,
            Inline::Math(tex, _) if tex.is_empty() => {}
            other => tidy.put(other),
        }
    }
    tidy.out
}

#[derive(Default)]
struct Tidy {
    out: Vec<Inline>,
    /// Marks that nothing was written into yet.
    opens: Vec<Mark>,
    space: bool,
    breaks: bool,
}

impl Tidy {
    fn text(&mut self, text: String) {
        self.space |= text.starts_with(char::is_whitespace);
        let after = text.ends_with(char::is_whitespace);
        let words = if crate::text::is_collapsed(&text) { text } else { crate::text::collapse(&text) };
        if !words.is_empty() {
            self.put(Inline::Text(words));
            self.space = after;
        }
    }

    fn put(&mut self, inline: Inline) {
        let first = self.out.is_empty();
        let breaks = std::mem::take(&mut self.breaks) && !first;
        let space = std::mem::take(&mut self.space) && !first && !breaks;
        if breaks {
            self.out.push(Inline::Break);
        } else if space {
            self.words(" ".to_string());
        }
        for mark in std::mem::take(&mut self.opens) {
            let joins = !matches!(mark, Mark::Link(_)) && self.out.last() == Some(&Inline::Close(mark.clone()));
            if joins {
                self.out.pop();
            } else {
                self.out.push(Inline::Open(mark));
            }
        }
        match (inline, self.out.last_mut()) {
            (Inline::Text(text), _) => self.words(text),
            // Two runs of backticks that touch would be one.
            (Inline::Code(code), Some(Inline::Code(last))) => last.push_str(&code),
            (inline, _) => self.out.push(inline),
        }
    }

    fn words(&mut self, text: String) {
        match self.out.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&text),
            _ => self.out.push(Inline::Text(text)),
        }
    }

    fn close(&mut self, mark: Mark) {
        if self.opens.last() == Some(&mark) {
            self.opens.pop();
            return;
        }
        let raised = [Inline::Open(Mark::Html("sup")), Inline::Open(Mark::Html("sub"))];
        if let [.., before, note @ Inline::Note(_)] = self.out.as_slice() {
            if raised.contains(before) {
                let note = note.clone();
                self.out.truncate(self.out.len() - 2);
                self.out.push(note);
                return;
            }
        }
        self.out.push(Inline::Close(mark));
    }
}

/// A note's first line without the mark it begins with, which the label repeats.
pub(super) fn without_mark(mut line: Vec<Inline>, label: &str) -> Vec<Inline> {
    let content = line.iter_mut().find(|inline| !matches!(inline, Inline::Open(_)));
    if let Some(Inline::Text(text)) = content {
        let bare = text.trim_start_matches(['[', '(', '^', '↑', ' ']);
        let rest = bare.strip_prefix(label).filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(bare);
        *text = if rest.len() < bare.len() {
            rest.trim_start_matches([']', ')', '.', ':', ' ']).to_string()
        } else {
            text.trim_start_matches(['^', '↑', ' ']).to_string()
        };
    }
    let rest = tidy(line.clone());
    if rest.is_empty() {
        line
    } else {
        rest
    }
}
