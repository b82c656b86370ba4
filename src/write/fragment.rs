//! Page + body → the output tree, as a flat list of events. Whatever is not named here cannot get out:
//! elements, attributes and address schemes are allowlists.

use super::media;
use super::table;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, BLOCK, HEADING, MATH, VOID};
use crate::text::is_invisible;
use crate::url;

/// One event of the output tree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// An element begins.
    Open(Tag, Vec<(&'static str, String)>),
    /// A void element.
    Void(Tag, Vec<(&'static str, String)>),
    /// Text, white space collapsed outside `pre`.
    Text(String),
    /// The element opened last ends.
    Close(Tag),
}

/// The output tree: events in document order, properly nested.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fragment {
    /// The events.
    pub nodes: Vec<Node>,
}

/// What is to be written of a page.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The page.
    pub page: &'a Page,
    /// Base of relative addresses.
    pub base: &'a str,
    /// Per row: text and media to write.
    pub keep: &'a [bool],
    /// Per row: index of the text block it begins, or `u32::MAX`.
    pub begins: &'a [u32],
}

/// Builds the output tree.
#[must_use]
pub fn build(source: Source<'_>) -> Fragment {
    let mut builder = Builder::of(source);
    builder.walk();
    Fragment { nodes: builder.nodes }
}

struct Builder<'a> {
    source: Source<'a>,
    /// Prefix sums over rows: kept rows, kept block-level elements.
    kept: Vec<u32>,
    blocks: Vec<u32>,
    /// Ids that kept links lead to.
    anchors: Vec<&'a str>,
    nodes: Vec<Node>,
    /// Written elements still open, with the row their subtree ends at; `None`: an unwrapped block.
    open: Vec<(Row, Option<Tag>)>,
    /// An implied paragraph is open.
    implied: bool,
    /// Text or media was written since the last boundary.
    wrote: bool,
    /// White space is due before the next text.
    space: bool,
}

impl<'a> Builder<'a> {
    fn of(source: Source<'a>) -> Builder<'a> {
        let page = source.page;
        let (mut kept, mut blocks) = (vec![0], vec![0]);
        let mut anchors = Vec::new();
        for row in 0..page.len() {
            kept.push(kept[row] + u32::from(source.keep[row]));
            blocks.push(blocks[row] + u32::from(page.tag[row].is(BLOCK) && !page.tag[row].is(VOID)));
            if page.tag[row] == Tag::A {
                anchors.extend(page.attr(row as Row, AttrName::Href).and_then(|href| href.strip_prefix('#')));
            }
        }
        anchors.sort_unstable();
        Builder { source, kept, blocks, anchors, nodes: Vec::new(), open: Vec::new(), implied: false, wrote: false, space: false }
    }

    fn has(&self, row: Row) -> bool {
        self.kept[self.source.page.end[row as usize] as usize] > self.kept[row as usize]
    }

    /// Whether a block-level element lies inside.
    fn holds_block(&self, row: Row) -> bool {
        self.blocks[self.source.page.end[row as usize] as usize] > self.blocks[row as usize + 1]
    }

    fn walk(&mut self) {
        let page = self.source.page;
        let mut row = 0;
        while (row as usize) < page.len() {
            while self.open.last().is_some_and(|open| open.0 <= row) {
                self.leave();
            }
            let tag = page.tag[row as usize];
            if tag == Tag::Text {
                self.text(row);
                row += 1;
            } else if tag == Tag::Br && self.wrote && self.kept[row as usize] > 0 {
                self.line_break(row);
                row += 1;
            } else if tag == Tag::Hr && self.between_kept(row) {
                self.end_paragraph();
                self.nodes.push(Node::Void(Tag::Hr, Vec::new()));
                row += 1;
            } else if !self.has(row) || tag == Tag::Comment {
                row = page.end[row as usize];
            } else if self.source.keep[row as usize] && !matches!(tag, Tag::Math) {
                self.media(row, tag);
                row = page.end[row as usize];
            } else {
                self.enter(row, tag);
                row += 1;
            }
        }
        while !self.open.is_empty() {
            self.leave();
        }
        self.end_paragraph();
    }

    /// A rule is kept where text on both sides of it in the same element is.
    fn between_kept(&self, row: Row) -> bool {
        let parent = self.source.page.parent[row as usize];
        let end = self.source.page.end[parent as usize];
        self.kept[row as usize] > self.kept[parent as usize] && self.kept[end as usize] > self.kept[row as usize]
    }

    fn inside(&self, wanted: Tag) -> bool {
        self.open.iter().any(|open| open.1 == Some(wanted))
    }

    /// The written element text would go into.
    fn holder(&self) -> Option<Tag> {
        self.open.iter().rev().find_map(|open| open.1.filter(|tag| tag.is(BLOCK)))
    }

    fn enter(&mut self, row: Row, tag: Tag) {
        let end = self.source.page.end[row as usize];
        let written = self.written_as(row, tag);
        if tag.is(BLOCK) {
            self.boundary();
        }
        match written {
            Some(out) => {
                if !out.is(BLOCK) {
                    self.begin_paragraph();
                    self.pay_space();
                }
                let attrs = self.attrs(row, tag, out);
                self.nodes.push(Node::Open(out, attrs));
                self.open.push((end, Some(out)));
                if out.is(BLOCK) {
                    self.wrote = false;
                }
            }
            None if tag.is(BLOCK) => self.open.push((end, None)),
            None => {}
        }
    }

    /// The element a row becomes, if any.
    fn written_as(&self, row: Row, tag: Tag) -> Option<Tag> {
        let page = self.source.page;
        if self.inside(Tag::Pre) {
            return (tag == Tag::Code && !self.inside(Tag::Code)).then_some(tag);
        }
        if tag.is(MATH) {
            return Some(tag);
        }
        if !tag.is(crate::tag::KEEP) {
            return None;
        }
        if !tag.is(BLOCK) {
            // Inline elements around blocks would tear them apart when read again.
            return (!self.holds_block(row) && !(tag == Tag::A && self.inside(Tag::A))).then_some(tag);
        }
        let parent = self.holder();
        match tag {
            Tag::Li => matches!(parent, Some(Tag::Ul | Tag::Ol)).then_some(tag),
            Tag::Dt | Tag::Dd => (parent == Some(Tag::Dl)).then_some(tag),
            Tag::P => (!self.holds_block(row) && !only_phrasing(parent)).then_some(tag),
            Tag::Table => table::is_data(page, row).then_some(tag),
            Tag::Tr | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Caption => {
                matches!(parent, Some(Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot)).then_some(tag)
            }
            Tag::Td | Tag::Th => (parent == Some(Tag::Tr)).then_some(tag),
            Tag::Figcaption => (parent == Some(Tag::Figure)).then_some(tag),
            Tag::Summary => (parent == Some(Tag::Details)).then_some(tag),
            Tag::Aside => None,
            _ if tag.is(HEADING) => (!only_phrasing(parent)).then_some(tag),
            _ => (!only_phrasing(parent)).then_some(tag),
        }
    }

    fn attrs(&self, row: Row, tag: Tag, out: Tag) -> Vec<(&'static str, String)> {
        let page = self.source.page;
        let mut attrs = Vec::new();
        for &attr in page.attrs_of(row) {
            let value = page.value(attr);
            match (out, attr.name) {
                (Tag::A, AttrName::Href) => attrs.extend(self.link(value).map(|href| ("href", href))),
                (Tag::A | Tag::Abbr | Tag::Dfn, AttrName::Title) => attrs.push(("title", value.to_string())),
                (Tag::Td | Tag::Th, AttrName::Colspan) => attrs.extend(count(value).map(|n| ("colspan", n))),
                (Tag::Td | Tag::Th, AttrName::Rowspan) => attrs.extend(count(value).map(|n| ("rowspan", n))),
                (Tag::Ol, AttrName::Start) => attrs.extend(count(value).map(|n| ("start", n))),
                (Tag::Ol, AttrName::Reversed) => attrs.push(("reversed", String::new())),
                (Tag::Time, AttrName::Datetime) => attrs.push(("datetime", value.to_string())),
                (Tag::Code, AttrName::Class) => attrs.extend(language(value).map(|name| ("class", name))),
                (Tag::Math, AttrName::Display) if value == "block" => attrs.push(("display", value.to_string())),
                (_, AttrName::Id) if self.anchors.binary_search(&value).is_ok() => attrs.push(("id", prefixed(value))),
                (_, AttrName::Dir) if matches!(value, "ltr" | "rtl" | "auto") => attrs.push(("dir", value.to_string())),
                (_, AttrName::Lang) if is_language(value) => attrs.push(("lang", value.to_string())),
                _ => {}
            }
        }
        debug_assert!(tag == out || tag.is(BLOCK));
        attrs
    }

    /// A link's address if its scheme is allowed; within the page to the prefixed id.
    fn link(&self, href: &str) -> Option<String> {
        if let Some(id) = href.trim().strip_prefix('#') {
            return (!id.is_empty()).then(|| format!("#{}", prefixed(id)));
        }
        let address = url::join(self.source.base, href);
        let safe = match url::scheme(&address) {
            Some(scheme) => ["http", "https", "mailto", "tel"].iter().any(|ok| scheme.eq_ignore_ascii_case(ok)),
            None => !address.contains(':') || address.starts_with('/') || address.starts_with('?'),
        };
        (safe && !address.is_empty() && !address.chars().any(char::is_control)).then_some(address)
    }

    fn media(&mut self, row: Row, tag: Tag) {
        let Some(attrs) = media::image(self.source.page, row, tag, self.source.base) else { return };
        if !matches!(self.holder(), Some(Tag::Figure)) {
            self.begin_paragraph();
        }
        self.pay_space();
        self.nodes.push(Node::Void(Tag::Img, attrs));
        self.wrote = true;
    }

    fn text(&mut self, row: Row) {
        let page = self.source.page;
        let data = page.subtree_text(row);
        if self.inside(Tag::Pre) {
            if self.source.keep[row as usize] || data.trim().is_empty() {
                self.push_text(data);
                self.wrote = true;
            }
            return;
        }
        if !self.source.keep[row as usize] {
            self.space |= data.starts_with(char::is_whitespace) || !data.trim().is_empty();
            return;
        }
        if self.source.begins[row as usize] != u32::MAX {
            self.new_block();
        }
        self.begin_paragraph();
        self.space |= data.starts_with(char::is_whitespace);
        for word in data.split(char::is_whitespace).filter(|word| !word.is_empty()) {
            self.pay_space();
            self.push_text(word);
            self.space = true;
            self.wrote = true;
        }
        self.space = data.ends_with(char::is_whitespace);
    }

    /// Writes the white space that is due, if anything stands before it.
    fn pay_space(&mut self) {
        if self.space && self.wrote {
            self.push_text(" ");
        }
        self.space = false;
    }

    fn push_text(&mut self, text: &str) {
        let clean = |c: &char| !is_invisible(*c) && (!c.is_control() || matches!(c, '\n' | '\t'));
        if let Some(Node::Text(last)) = self.nodes.last_mut() {
            last.extend(text.chars().filter(clean));
        } else {
            self.nodes.push(Node::Text(text.chars().filter(clean).collect()));
        }
    }

    /// A new text block begins inside the same element: a paragraph of its own.
    fn new_block(&mut self) {
        if !self.wrote {
            return;
        }
        if self.implied && self.open.last().is_none_or(|open| open.1.is_none_or(|tag| tag.is(BLOCK))) {
            self.end_paragraph();
        } else if self.open.last().is_some_and(|open| open.1.is_some_and(|tag| !tag.is(BLOCK))) || self.holder().is_some() {
            self.nodes.push(Node::Void(Tag::Br, Vec::new()));
        }
        self.space = false;
        self.wrote = false;
    }

    fn line_break(&mut self, row: Row) {
        if self.inside(Tag::Pre) {
            self.push_text("\n");
            return;
        }
        // Only between two kept texts of one block: others are gaps between blocks.
        let page = self.source.page;
        let next = (row + 1..page.end[page.parent[row as usize] as usize]).find(|&next| page.tag[next as usize] == Tag::Text && !page.subtree_text(next).trim().is_empty());
        if next.is_some_and(|next| self.source.keep[next as usize] && self.source.begins[next as usize] == u32::MAX) {
            self.nodes.push(Node::Void(Tag::Br, Vec::new()));
            self.space = false;
        } else {
            self.space = true;
        }
    }

    /// Opens an implied paragraph where text would stand beside blocks.
    fn begin_paragraph(&mut self) {
        let inline = self.open.last().is_some_and(|open| open.1.is_some_and(|tag| !tag.is(BLOCK)));
        let loose = match self.open.last() {
            None => true,
            Some((_, None)) => !only_phrasing(self.holder()),
            Some((_, Some(tag))) => matches!(tag, Tag::Blockquote | Tag::Details),
        };
        if !self.implied && !inline && loose {
            self.nodes.push(Node::Open(Tag::P, Vec::new()));
            self.implied = true;
            self.wrote = false;
            self.space = false;
        }
    }

    fn end_paragraph(&mut self) {
        if self.implied {
            self.implied = false;
            self.close(Tag::P);
        }
        self.space = false;
        self.wrote = false;
    }

    /// A block-level element begins or ends.
    fn boundary(&mut self) {
        let broken = self.wrote && !self.implied && only_phrasing(self.holder());
        self.end_paragraph();
        if broken {
            // `<h2><div>a</div><div>b</div></h2>`: the pieces stay apart.
            self.nodes.push(Node::Void(Tag::Br, Vec::new()));
        }
    }

    fn leave(&mut self) {
        let Some((_, written)) = self.open.pop() else { return };
        match written {
            Some(tag) if tag.is(BLOCK) => {
                self.end_paragraph();
                self.close(tag);
            }
            Some(tag) => self.close(tag),
            None => self.boundary_end(),
        }
    }

    fn boundary_end(&mut self) {
        let phrasing = only_phrasing(self.holder());
        if phrasing {
            self.space = true;
        } else {
            self.end_paragraph();
        }
    }

    /// Closes an element, or takes it back when nothing was written into it.
    fn close(&mut self, tag: Tag) {
        while matches!(self.nodes.last(), Some(Node::Void(Tag::Br, _))) && tag.is(BLOCK) {
            self.nodes.pop();
        }
        let cell = matches!(tag, Tag::Td | Tag::Th);
        match self.nodes.last() {
            Some(Node::Open(open, _)) if *open == tag && !cell => {
                self.nodes.pop();
            }
            _ => self.nodes.push(Node::Close(tag)),
        }
    }
}

/// Elements that may hold no blocks.
fn only_phrasing(tag: Option<Tag>) -> bool {
    tag.is_some_and(|tag| tag.is(HEADING) || matches!(tag, Tag::P | Tag::Dt | Tag::Summary | Tag::Caption | Tag::Pre))
}

/// Ids get a prefix: the page's own names must not shadow anything (DOM clobbering).
fn prefixed(id: &str) -> String {
    let mut out = String::from("dehusk-");
    out.extend(id.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':')));
    out
}

/// A small whole number.
fn count(value: &str) -> Option<String> {
    let number: u16 = value.trim().parse().ok()?;
    (number <= 1000).then(|| number.to_string())
}

/// `language-NAME` from a class list.
fn language(classes: &str) -> Option<String> {
    let name = classes.split_ascii_whitespace().find_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")))?;
    let plain = !name.is_empty() && name.len() <= 20 && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_'));
    plain.then(|| format!("language-{name}"))
}

/// A BCP 47 tag by its letters.
fn is_language(value: &str) -> bool {
    !value.is_empty() && value.len() <= 35 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
