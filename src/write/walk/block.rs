//! Block-level rows: what each is written as, and where.

use super::attrs::Mark;
use super::{After, Level, Walk};
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::{Tag, HEADING};
use crate::write::fragment::Attrs;
use crate::write::place::{self, Fit};
use crate::write::{callout, code, table};

/// Elements that may be open in the tree at once; deeper ones are written without their blocks. Browsers
/// keep 512, and a fragment must leave room for what it is put into.
const DEPTH: usize = 128;

impl<'a> Walk<'a> {
    /// Enters a block-level element.
    pub(super) fn block(&mut self, row: Row, tag: Tag) {
        self.boundary();
        let page = self.source.page;
        let own_dir = page.attr(row, AttrName::Dir).filter(|_| !matches!(tag, Tag::Html | Tag::Body));
        let dir = own_dir.or_else(|| self.levels.last().and_then(|level| level.dir));
        let mut level = Level {
            end: page.end[row as usize],
            height: Some(self.sink.height()),
            marks: 0,
            dir,
            after: After::Nothing,
        };
        let note = self.notes.notes.get(&row).cloned();
        let is_title = callout::is_title(page, row);
        let written = match note {
            Some(_) if tag != Tag::P => Some(Tag::Li),
            Some(_) => Some(Tag::P),
            None if is_title => Some(Tag::P),
            None => self.written_as(row, tag),
        };
        if let Some(out) = written.filter(|&out| self.sink.height() < DEPTH && self.makes_room(out)) {
            level.height = Some(self.sink.height());
            level.dir = None;
            let mut attrs = self.attrs(row, out);
            if let (Some(dir), true) = (dir, attrs.iter().all(|attr| attr.0 != "dir")) {
                attrs.push(("dir", dir.to_ascii_lowercase()));
            }
            if let Some((id, back)) = note {
                let own = attrs.iter().any(|attr| attr.0 == "id" && attr.1 == id);
                attrs.retain(|attr| attr.0 != "id");
                if own || self.ids.reserve(&id) {
                    attrs.extend([("id", id), ("role", "doc-footnote".to_string())]);
                }
                level.after = back.map_or(After::Nothing, After::Back);
            }
            self.open(out, attrs, false);
            if is_title {
                self.marks.push(Mark { tag: Tag::Strong, attrs: Attrs::new() });
                level.marks = 1;
            }
        } else {
            self.ids.pass_on(page, row);
        }
        self.levels.push(level);
    }

    /// The element a row becomes; `None`: only its content is written.
    fn written_as(&self, row: Row, tag: Tag) -> Option<Tag> {
        let page = self.source.page;
        let top = self.sink.top().0;
        if top == Some(Tag::Figure) && (tag == Tag::Figcaption || callout::is_caption(page, row)) {
            return Some(Tag::Figcaption);
        }
        if callout::is_callout(page, row) {
            return Some(Tag::Blockquote);
        }
        match tag {
            Tag::Aside | Tag::Pre => None,
            Tag::Dir | Tag::Menu => Some(Tag::Ul),
            Tag::Table => table::is_data(page, row, |at| self.has(at)).then_some(tag),
            Tag::Figure => self.is_figure(row).then_some(tag),
            Tag::Div if self.is_framed(row) => Some(Tag::Figure),
            _ if tag.is(HEADING) || place::is_written(tag) => Some(tag),
            _ => None,
        }
    }

    /// A figure is one thing with little text besides its caption: no article, no gallery.
    fn is_figure(&self, row: Row) -> bool {
        /// Rows looked at, letters of its text.
        const ROWS: u32 = 400;
        const LETTERS: usize = 2000;
        let page = self.source.page;
        let end = page.end[row as usize].min(row + ROWS);
        let mut letters = 0;
        let mut at = row + 1;
        let mut caption_end = 0;
        while at < end {
            match page.tag[at as usize] {
                Tag::Figure => return false,
                Tag::Div if self.is_framed(at) => return false,
                // Deeper ones are not written as captions.
                Tag::Figcaption if page.parent[at as usize] == row => caption_end = page.end[at as usize],
                Tag::Text if at >= caption_end => {
                    letters += page.subtree_text(at).chars().filter(|c| c.is_alphanumeric()).take(LETTERS + 1).count()
                }
                _ => {}
            }
            at += 1;
        }
        letters <= LETTERS
    }

    /// A `div` that is a picture with its caption.
    fn is_framed(&self, row: Row) -> bool {
        /// Children looked at.
        const CHILDREN: usize = 12;
        let page = self.source.page;
        let end = page.end[row as usize];
        let caption =
            page.children(row).take(CHILDREN).find(|&child| callout::is_caption(page, child) && self.has(child));
        let media = |from: Row, to: Row| {
            (from..to).any(|at| self.source.keep[at as usize] && page.tag[at as usize] != Tag::Text)
        };
        caption.is_some_and(|caption| {
            let after = page.end[caption as usize];
            self.ink.is_blank(row, caption)
                && self.ink.is_blank(after, end)
                && (media(row, caption) || media(after, end))
        })
    }

    /// Opens and closes what must be, so that `child` can be written next; false if it cannot.
    pub(super) fn makes_room(&mut self, child: Tag) -> bool {
        loop {
            let (top, implied) = self.sink.top();
            match place::block(top, implied, child) {
                Fit::Yes => return true,
                Fit::No => return false,
                Fit::Wrap(tag) => self.open(tag, Attrs::new(), true),
                Fit::Out => self.sink.close(),
                Fit::Reopen if self.sink.reopen(Tag::Li) => {}
                Fit::Reopen => self.open(Tag::Li, Attrs::new(), true),
            }
        }
    }

    /// Writes a rule where text on both sides of it in the same element is written.
    pub(super) fn rule(&mut self, row: Row) {
        let page = self.source.page;
        let parent = page.parent[row as usize] as usize;
        let end = page.end[parent] as usize;
        let between = self.kept[row as usize] > self.kept[parent] && self.kept[end] > self.kept[row as usize];
        self.boundary();
        if between && self.makes_room(Tag::Hr) {
            self.sink.rule();
        }
    }

    /// Writes a block of code.
    pub(super) fn code(&mut self, row: Row) {
        let page = self.source.page;
        self.boundary();
        self.ids.pass_all(page, row, page.end[row as usize]);
        if self.makes_room(Tag::Pre) {
            code::write(&mut self.sink, page, row, self.source.keep);
        }
    }
}
