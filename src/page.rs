//! The page as read-only columns, one row per node in document order (preorder).
//!
//! A subtree is the range `row..end[row]`, its text one slice; there are no child lists and no
//! recursion. [`Builder`] is the only way to make a `Page`; both inputs feed it the same events.

use crate::attr::AttrName;
use crate::options::Limits;
use crate::tag::{Tag, OPAQUE};

/// Index of a row. Row 0 is the `html` element.
pub type Row = u32;

/// What the edge saw of a live element. All bits are 0 for a page from a string.
pub mod flag {
    /// Not rendered, or invisible; set on the topmost such element.
    pub const HIDDEN: u16 = 1;
    /// Computed `position: fixed`.
    pub const FIXED: u16 = 2;
    /// Computed `position: sticky`.
    pub const STICKY: u16 = 4;
    /// Has the keyboard focus.
    pub const FOCUS: u16 = 8;
    /// A form control a person has changed.
    pub const FILLED: u16 = 16;
    /// Sound or film that is playing.
    pub const PLAYING: u16 = 32;
    /// An open dialog.
    pub const MODAL: u16 = 64;
    /// Matches a selector the caller wants kept.
    pub const KEEP: u16 = 128;
    /// Matches a selector the caller wants hidden.
    pub const HIDE: u16 = 256;
    /// Has a rectangle.
    pub const BOX: u16 = 512;
    /// The frame element of a same-origin document that was walked.
    pub const FRAME: u16 = 1024;
    /// Host of a shadow tree that was walked.
    pub const SHADOW: u16 = 2048;
    /// A filter list of the person's own names it.
    pub const LISTED: u16 = 4096;
}

/// One attribute: its name and where its value lies in [`Page::values`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attr {
    /// The name.
    pub name: AttrName,
    /// First byte of the value.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}

/// x, y, width, height in CSS px from the document's top left.
pub type Rect = [f32; 4];

/// The columns. `tag`, `parent`, `end`, `depth`, `flags` have one entry per row, `text_at` and
/// `attr_at` one more.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Page {
    /// Kind of each row.
    pub tag: Vec<Tag>,
    /// Parent row; row 0 is its own parent.
    pub parent: Vec<Row>,
    /// One past the last row of the subtree.
    pub end: Vec<Row>,
    /// 0 for row 0, a child one more than its parent.
    pub depth: Vec<u16>,
    /// Bits of [`flag`].
    pub flags: Vec<u16>,
    /// Where a row's text begins in `text`; a subtree's text is `text_at[row]..text_at[end[row]]`.
    pub text_at: Vec<u32>,
    /// Where a row's attributes begin in `attrs`.
    pub attr_at: Vec<u32>,
    /// All attributes, in row order.
    pub attrs: Vec<Attr>,
    /// Rectangles of rows with [`flag::BOX`], in row order, with their rows.
    pub rects: Vec<(Row, Rect)>,
    /// All text nodes' data, one after the other.
    pub text: String,
    /// All attribute values, one after the other.
    pub values: String,
    /// Nodes were left out because a limit was reached.
    pub truncated: bool,
}

impl Page {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tag.len()
    }

    /// No rows at all: the empty document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tag.is_empty()
    }

    /// All text of a subtree as it stands in the page, white space included.
    #[must_use]
    pub fn subtree_text(&self, row: Row) -> &str {
        self.text_between(row, self.end[row as usize])
    }

    /// All text of the rows `from..to`.
    #[must_use]
    pub fn text_between(&self, from: Row, to: Row) -> &str {
        let (from, to) = (self.text_at[from as usize], self.text_at[to as usize]);
        &self.text[from as usize..to as usize]
    }

    /// The attributes of a row in the element's order.
    #[must_use]
    pub fn attrs_of(&self, row: Row) -> &[Attr] {
        let row = row as usize;
        &self.attrs[self.attr_at[row] as usize..self.attr_at[row + 1] as usize]
    }

    /// The value of an attribute.
    #[must_use]
    pub fn value(&self, attr: Attr) -> &str {
        &self.values[attr.start as usize..attr.end as usize]
    }

    /// The value of a row's attribute by name.
    #[must_use]
    pub fn attr(&self, row: Row, name: AttrName) -> Option<&str> {
        let found = self.attrs_of(row).iter().find(|attr| attr.name == name)?;
        Some(self.value(*found))
    }

    /// The child rows, text and comments included.
    pub fn children(&self, row: Row) -> impl Iterator<Item = Row> + '_ {
        let stop = self.end[row as usize];
        let mut next = row + 1;
        std::iter::from_fn(move || {
            (next < stop).then(|| {
                let child = next;
                next = self.end[child as usize];
                child
            })
        })
    }

    /// The row's parent, its parent, … up to row 0.
    pub fn ancestors(&self, row: Row) -> impl Iterator<Item = Row> + '_ {
        let mut at = row;
        std::iter::from_fn(move || {
            let up = self.parent[at as usize];
            let more = up != at;
            at = up;
            more.then_some(up)
        })
    }

    /// Rows of one tag, in order.
    pub fn rows_of(&self, tag: Tag) -> impl Iterator<Item = Row> + '_ {
        (0..self.len() as Row).filter(move |&row| self.tag[row as usize] == tag)
    }

    /// The `body`, or row 0 where there is none (frame sets, SVG documents).
    #[must_use]
    pub fn body(&self) -> Row {
        if self.is_empty() {
            return 0;
        }
        self.children(0).find(|&row| self.tag[row as usize] == Tag::Body).unwrap_or(0)
    }

    /// The rectangle of a row, if the edge measured it.
    #[must_use]
    pub fn rect(&self, row: Row) -> Option<Rect> {
        let at = self.rects.binary_search_by_key(&row, |entry| entry.0).ok()?;
        Some(self.rects[at].1)
    }
}

/// Makes a [`Page`] from a walk in document order. Never fails: past a limit it takes less and
/// says so in [`Page::truncated`].
pub struct Builder {
    page: Page,
    open: Vec<Row>,
    /// Levels opened beyond the depth limit, folded into siblings.
    folded: u32,
    /// Levels opened beyond the node limit, left out.
    dropped: u32,
    limits: Limits,
}

impl Builder {
    /// A builder without rows.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Builder { page: Page::default(), open: Vec::new(), folded: 0, dropped: 0, limits }
    }

    /// Makes room for so many rows at once.
    pub fn reserve(&mut self, rows: usize) {
        let rows = rows.min(self.limits.nodes as usize);
        let page = &mut self.page;
        page.tag.reserve_exact(rows);
        page.parent.reserve_exact(rows);
        page.end.reserve_exact(rows);
        page.depth.reserve_exact(rows);
        page.flags.reserve_exact(rows);
        page.text_at.reserve_exact(rows + 1);
        page.attr_at.reserve_exact(rows + 1);
    }

    /// Levels open at present, folded ones included.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len() + self.folded as usize + self.dropped as usize
    }

    /// Rows so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.page.len()
    }

    /// No rows so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.page.is_empty()
    }

    /// Opens an element (or another node with [`Tag::Comment`]).
    pub fn open(&mut self, tag: Tag, flags: u16) {
        if self.dropped > 0 || self.page.len() >= self.limits.nodes as usize {
            self.dropped += 1;
            self.page.truncated = true;
            return;
        }
        if self.open.len() >= self.limits.depth as usize {
            self.end_top();
            self.folded += 1;
        }
        let row = self.push(tag, flags);
        self.open.push(row);
    }

    /// Adds an attribute to the element opened last.
    pub fn attr(&mut self, name: &str, value: &str) {
        if self.dropped > 0 || self.page.is_empty() {
            return;
        }
        let known = AttrName::of(name);
        let start = self.page.values.len();
        if start + name.len() + value.len() + 2 > self.limits.bytes as usize {
            self.page.truncated = true;
            return;
        }
        if known != AttrName::Rest || name == "#rest" {
            self.page.values.push_str(value);
            self.push_attr(known, start);
        } else {
            self.rest(name, value);
        }
    }

    /// Adds a text node.
    pub fn text(&mut self, data: &str) {
        let room = self.limits.bytes as usize - self.page.text.len().min(self.limits.bytes as usize);
        if self.dropped > 0 || data.len() > room || self.page.len() >= self.limits.nodes as usize {
            self.page.truncated = true;
            return;
        }
        self.push(Tag::Text, 0);
        self.page.text.push_str(data);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if self.dropped > 0 {
            self.dropped -= 1;
        } else if self.folded > 0 {
            self.folded -= 1;
        } else {
            self.end_top();
        }
    }

    /// Gives the row just opened its rectangle.
    pub fn rect(&mut self, rect: Rect) {
        if self.dropped == 0 && !self.page.is_empty() {
            self.page.rects.push((self.page.len() as Row - 1, rect));
        }
    }

    /// The finished page.
    #[must_use]
    pub fn finish(mut self) -> Page {
        while !self.open.is_empty() {
            self.end_top();
        }
        self.page.text_at.push(self.page.text.len() as u32);
        self.page.attr_at.push(self.page.attrs.len() as u32);
        self.page
    }

    fn push(&mut self, tag: Tag, flags: u16) -> Row {
        let page = &mut self.page;
        let row = page.len() as Row;
        page.tag.push(tag);
        page.parent.push(self.open.last().copied().unwrap_or(0));
        page.end.push(row + 1);
        page.depth.push(self.open.len() as u16);
        page.flags.push(flags);
        page.text_at.push(page.text.len() as u32);
        page.attr_at.push(page.attrs.len() as u32);
        row
    }

    fn push_attr(&mut self, name: AttrName, start: usize) {
        let end = self.page.values.len() as u32;
        self.page.attrs.push(Attr { name, start: start as u32, end });
    }

    /// Appends `name=value` to the row's list of unknown attributes.
    fn rest(&mut self, name: &str, value: &str) {
        /// UTF-8 bytes; longer values are data, not labels. Filter lists' attribute rules are shorter.
        const LABEL_BYTES: usize = 48;
        let own = *self.page.attr_at.last().unwrap_or(&0) as usize;
        let follows = self.page.attrs[own..].last().is_some_and(|attr| attr.name == AttrName::Rest);
        let start = if follows {
            self.page.values.push(' ');
            self.page.attrs.pop().map_or(0, |attr| attr.start as usize)
        } else {
            self.page.values.len()
        };
        self.page.values.push_str(name);
        if value.len() <= LABEL_BYTES && !value.is_empty() {
            self.page.values.push('=');
            self.page.values.extend(value.chars().map(|c| if c.is_whitespace() { '_' } else { c }));
        }
        self.push_attr(AttrName::Rest, start);
    }

    fn end_top(&mut self) {
        if let Some(row) = self.open.pop() {
            self.page.end[row as usize] = self.page.len() as Row;
        }
    }
}

/// Whether an element's content is no part of the page's text.
#[must_use]
pub fn is_opaque(tag: Tag) -> bool {
    tag.is(OPAQUE)
}
