//! Makes a [`Fragment`]: keeps it nested, takes back what stayed empty, and lets only elements and
//! attributes of the [`allow`] table through.

use super::allow;
use super::fragment::{Attrs, Fragment, Node};
use crate::order;
use crate::tag::{Tag, MATH};

/// The tree being written.
#[derive(Default)]
pub struct Sink {
    nodes: Vec<Node>,
    open: Vec<Frame>,
    /// Where the element closed last began.
    closed: usize,
    /// Bytes of text so far.
    written: usize,
}

/// An open element.
#[derive(Clone, Copy)]
struct Frame {
    tag: Tag,
    /// Index of its first event.
    at: usize,
    implied: bool,
}

impl Sink {
    /// Begins an element; `implied` if the page does not name it. Elements not in the table are refused.
    pub fn open(&mut self, tag: Tag, attrs: Attrs, implied: bool) {
        debug_assert!(allow::element(tag), "{} is not in the table", tag.name());
        self.open.push(Frame { tag, at: self.nodes.len(), implied });
        self.nodes.push(Node::Open(tag, checked(tag, attrs)));
    }

    /// Writes a void element.
    pub fn void(&mut self, tag: Tag, attrs: Attrs) {
        debug_assert!(allow::element(tag), "{} is not in the table", tag.name());
        self.nodes.push(Node::Void(tag, checked(tag, attrs)));
    }

    /// Writes an empty link that carries an id.
    pub fn anchor(&mut self, id: String) {
        self.nodes.push(Node::Open(Tag::A, checked(Tag::A, vec![("id", id)])));
        self.nodes.push(Node::Close(Tag::A));
    }

    /// Writes text, without the characters nobody sees.
    pub fn text(&mut self, text: &str) {
        self.append(text, show);
    }

    /// Writes text as it is in a run: white space collapsed and none at the ends.
    pub fn words(&mut self, text: &str) {
        self.append(text, show_words);
    }

    fn append(&mut self, text: &str, show: fn(&mut String, &str)) {
        if !matches!(self.nodes.last(), Some(Node::Text(_))) {
            self.nodes.push(Node::Text(String::with_capacity(text.len())));
        }
        let Some(Node::Text(last)) = self.nodes.last_mut() else { return };
        let before = last.len();
        show(last, text);
        self.written += last.len() - before;
        if last.is_empty() {
            self.nodes.pop();
        }
    }

    /// Ends the innermost element, or takes it back when nothing was written into it.
    pub fn close(&mut self) {
        self.end_rules();
        let Some(frame) = self.open.pop() else { return };
        let may_be_empty = matches!(frame.tag, Tag::Td | Tag::Th) || frame.tag.is(MATH);
        if self.nodes.len() == frame.at + 1 && !may_be_empty {
            self.nodes.pop();
        } else if frame.tag == Tag::Figure && !self.nodes[frame.at..].iter().any(shows) {
            // Paragraphs are no figure.
            self.nodes.remove(frame.at);
        } else {
            self.nodes.push(Node::Close(frame.tag));
            self.closed = frame.at;
        }
    }

    /// Takes back the innermost element and what was written into it.
    pub fn take_back(&mut self) {
        if let Some(frame) = self.open.pop() {
            self.nodes.truncate(frame.at);
        }
    }

    /// Writes a rule after what the innermost element holds.
    pub fn rule(&mut self) {
        if self.holds() && !matches!(self.nodes.last(), Some(Node::Void(Tag::Hr, _))) {
            self.void(Tag::Hr, Attrs::new());
        }
    }

    /// A rule that nothing follows parts nothing.
    fn end_rules(&mut self) {
        while matches!(self.nodes.last(), Some(Node::Void(Tag::Hr, _))) {
            self.nodes.pop();
        }
    }

    /// Ends elements until `height` are open.
    pub fn close_to(&mut self, height: usize) {
        while self.open.len() > height {
            self.close();
        }
    }

    /// Opens the element closed last again, if it was one of these and nothing followed.
    pub fn reopen(&mut self, tag: Tag) -> bool {
        let again = matches!(self.nodes.last(), Some(Node::Close(last)) if *last == tag);
        if again {
            self.nodes.pop();
            self.open.push(Frame { tag, at: self.closed, implied: true });
        }
        again
    }

    /// Number of open elements.
    pub fn height(&self) -> usize {
        self.open.len()
    }

    /// The innermost open element and whether it is implied.
    pub fn top(&self) -> (Option<Tag>, bool) {
        self.open.last().map_or((None, false), |frame| (Some(frame.tag), frame.implied))
    }

    /// The element below the innermost `above` ones.
    pub fn below(&self, above: usize) -> Option<Tag> {
        self.open.len().checked_sub(above + 1).map(|at| self.open[at].tag)
    }

    /// An element with these properties is open.
    pub fn is_inside(&self, props: u16) -> bool {
        self.open.iter().any(|frame| frame.tag.is(props))
    }

    /// Something was written into the innermost open element.
    pub fn holds(&self) -> bool {
        self.nodes.len() > self.open.last().map_or(0, |frame| frame.at + 1)
    }

    /// The events since an index, to be looked at or replaced.
    pub fn tail(&mut self, from: usize) -> &mut [Node] {
        &mut self.nodes[from..]
    }

    /// Bytes of text written so far.
    pub fn written(&self) -> usize {
        self.written
    }

    /// Number of events.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Takes back events until `len` are left. Only for events without open elements among them.
    pub fn truncate(&mut self, len: usize) {
        self.nodes.truncate(len);
    }

    /// The finished tree. `finish` may rewrite its events.
    pub fn fragment(mut self, finish: impl FnOnce(Vec<Node>) -> Vec<Node>) -> Fragment {
        self.close_to(0);
        self.end_rules();
        Fragment::new(finish(self.nodes))
    }
}

/// What makes a figure one.
fn shows(node: &Node) -> bool {
    matches!(
        node,
        Node::Void(Tag::Img, _) | Node::Open(Tag::Table | Tag::Blockquote | Tag::Pre | Tag::Math | Tag::Figcaption, _)
    )
}

/// The attributes the table holds, each once, by name, without control characters.
fn checked(tag: Tag, attrs: Attrs) -> Attrs {
    let mut out = Attrs::with_capacity(attrs.len());
    for (name, value) in attrs {
        let value = clean(value);
        if let Some(name) = allow::attribute(tag, name, &value).filter(|name| out.iter().all(|attr| attr.0 != *name)) {
            out.push((name, value));
        }
    }
    order::few(&mut out, |a, b| a.0 < b.0);
    out
}

/// An attribute's value with blanks for control characters, line ends kept.
fn clean(value: String) -> String {
    let odd = |c: char| c.is_control() && c != '\n';
    if value.contains(odd) {
        return value.replace(odd, " ");
    }
    value
}

/// Whether [`Sink::words`] writes anything of a text.
#[must_use]
pub fn shows_words(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && is_shown(c))
}

/// Appends the words of a text, a blank between them.
fn show_words(out: &mut String, text: &str) {
    let begin = out.len();
    for word in text.split_whitespace() {
        let end = out.len();
        if end > begin {
            out.push(' ');
        }
        let from = out.len();
        show(out, word);
        if out.len() == from {
            out.truncate(end);
        }
    }
}

/// Appends the characters that are written.
fn show(out: &mut String, text: &str) {
    // No early end: so that many bytes are looked at in one step.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if is_plain || text.chars().all(is_shown) {
        out.push_str(text);
    } else {
        out.extend(text.chars().filter(|&c| is_shown(c)));
    }
}

/// Characters that are written: no controls, no marks without width or effect, no marks that turn
/// the text around them (a page could make its words read otherwise). Joiners shape words and stay.
#[must_use]
pub fn is_shown(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => true,
        '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202d}' | '\u{202e}' => false,
        _ => !c.is_control(),
    }
}

/// Gives the element at the beginning of `nodes` another name, without attributes.
pub fn rename(nodes: &mut [Node], to: Tag) {
    let Some(Node::Open(tag, attrs)) = nodes.first_mut() else { return };
    *tag = to;
    attrs.clear();
    if let Some(Node::Close(tag)) = nodes.last_mut() {
        *tag = to;
    }
}

/// Sets an attribute of an element, if the table holds it.
pub fn set(node: &mut Node, name: &str, value: &str) {
    let (Node::Open(tag, attrs) | Node::Void(tag, attrs)) = node else { return };
    let value = clean(value.to_string());
    if let Some(name) = allow::attribute(*tag, name, &value) {
        attrs.retain(|attr| attr.0 != name);
        attrs.push((name, value));
        order::few(attrs, |a, b| a.0 < b.0);
    }
}
