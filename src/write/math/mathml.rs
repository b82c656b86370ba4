//! MathML of the page → the closed subset that is written: presentation elements, text only in token
//! elements, as many children as each element must have. Annotations and foreign content stay out.

use super::super::sink::{rename, Sink};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, MATH};
use crate::text::collapse;
use crate::write::fragment::Attrs;

/// An open element.
struct Frame {
    end: Row,
    tag: Tag,
    /// Index of its first event.
    at: usize,
    children: usize,
    /// `)` and `,` of an `mfenced`.
    fence: Option<(String, String)>,
}

/// Writes what the `math` element at `math` holds; of what is far too long for a formula only the text, from there on.
pub fn write(sink: &mut Sink, page: &Page, math: Row) {
    /// Events of a formula, about three for each element. Chromium looks at all siblings of a MathML element for each
    /// that is added: 50,000 of them took it 100 s (`cargo xtask torture --live`).
    const EVENTS: usize = 20_000;
    let (end, most) = (page.end[math as usize], sink.len() + EVENTS);
    let mut open = vec![Frame { end, tag: Tag::Math, at: sink.len(), children: 0, fence: None }];
    let mut row = math + 1;
    while row < end && sink.len() < most {
        while open.len() > 1 && open.last().is_some_and(|frame| frame.end <= row) {
            close(sink, &mut open);
        }
        let tag = page.tag[row as usize];
        let token = open.last().is_some_and(|frame| is_token(frame.tag));
        if tag == Tag::Text {
            text(sink, page.subtree_text(row), token);
        } else if tag == Tag::Other && page.attr(row, AttrName::Encoding).is_some() || tag == Tag::Comment {
            row = page.end[row as usize];
            continue;
        } else if tag.is(MATH) && !token && !matches!(tag, Tag::Semantics | Tag::Math) {
            begin(sink, page, row, tag, &mut open);
        }
        row += 1;
    }
    while open.len() > 1 {
        close(sink, &mut open);
    }
    if row < end {
        text(sink, page.text_between(row, end), false);
    }
}

fn begin(sink: &mut Sink, page: &Page, row: Row, tag: Tag, open: &mut Vec<Frame>) {
    if let Some(above) = open.last_mut() {
        above.children += 1;
        if let Some((_, comma)) = above.fence.as_ref().filter(|_| above.children > 1) {
            operator(sink, comma);
        }
    }
    let own = |name: &str, usual: &str| {
        super::super::names::rest(page, row, name).map_or(usual, |value| value).chars().take(1).collect::<String>()
    };
    let fence = (tag == Tag::Mfenced).then(|| (own("close", ")"), own("separators", ",")));
    let tag = if fence.is_some() { Tag::Mrow } else { tag };
    let at = sink.len();
    sink.open(tag, attrs(page, row), false);
    if fence.is_some() {
        operator(sink, &own("open", "("));
    }
    open.push(Frame { end: page.end[row as usize], tag, at, children: 0, fence });
}

fn close(sink: &mut Sink, open: &mut Vec<Frame>) {
    let Some(frame) = open.pop() else { return };
    if let Some((fence, _)) = &frame.fence {
        operator(sink, fence);
    }
    sink.close();
    let wanted = match frame.tag {
        Tag::Mfrac | Tag::Mroot | Tag::Msub | Tag::Msup | Tag::Munder | Tag::Mover => 2,
        Tag::Msubsup | Tag::Munderover => 3,
        _ => return,
    };
    if frame.children != wanted {
        rename(sink.tail(frame.at), Tag::Mrow);
    }
}

fn operator(sink: &mut Sink, text: &str) {
    sink.open(Tag::Mo, Vec::new(), false);
    sink.text(text);
    sink.close();
}

fn text(sink: &mut Sink, text: &str, token: bool) {
    let text = collapse(text);
    if text.is_empty() {
        return;
    }
    if token {
        sink.text(&text);
    } else {
        sink.open(Tag::Mtext, Vec::new(), false);
        sink.text(&text);
        sink.close();
    }
}

/// All attributes of the page's element; the sink takes what its table holds.
fn attrs(page: &Page, row: Row) -> Attrs {
    /// Attributes of presentation elements worth writing, besides width and height.
    const NAMES: &[&str] = &[
        "mathvariant",
        "stretchy",
        "fence",
        "separator",
        "largeop",
        "movablelimits",
        "accent",
        "accentunder",
        "form",
        "lspace",
        "rspace",
        "minsize",
        "maxsize",
        "linethickness",
        "displaystyle",
        "scriptlevel",
        "notation",
        "depth",
        "voffset",
        "columnspan",
    ];
    let mut attrs = Attrs::new();
    for (name, attr) in [("width", AttrName::Width), ("height", AttrName::Height), ("rowspan", AttrName::Rowspan)] {
        attrs.extend(page.attr(row, attr).map(|value| (name, value.to_string())));
    }
    for entry in page.attr(row, AttrName::Rest).unwrap_or("").split(' ') {
        let Some((name, value)) = entry.split_once('=') else { continue };
        attrs.extend(NAMES.iter().find(|known| **known == name).map(|known| (*known, value.to_string())));
    }
    attrs
}

/// Elements that hold text.
#[must_use]
pub fn is_token(tag: Tag) -> bool {
    matches!(tag, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext)
}
