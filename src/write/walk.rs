//! Page + kept rows → the output tree: one pass over the rows, which opens blocks as they come, and
//! inline elements only when text is written into them, so that every tree is well nested.

mod attrs;
mod block;
mod run;

use super::chrome;
use super::code;
use super::fragment::{Fragment, Source};
use super::gloss;
use super::ids::{self, Ids};
use super::ink::Ink;
use super::math::{self, raw, Formulas};
use super::media::copies::Pictures;
use super::note::{self, loose, Notes};
use super::place;
use super::sink::Sink;
use crate::page::Row;
use crate::tag::{Tag, BLOCK, HEADING};
use attrs::Mark;
use std::collections::HashSet;

/// The state of the walk.
struct Walk<'a> {
    source: Source<'a>,
    ink: Ink,
    /// Prefix sums over the rows: kept ones.
    kept: Vec<u32>,
    formulas: Formulas,
    copies: HashSet<Row>,
    ids: Ids,
    pictures: Pictures,
    notes: Notes,
    /// The page's text holds TeX between delimiters.
    has_tex: bool,
    /// The page's characters carry readings.
    is_glossed: bool,
    sink: Sink,
    levels: Vec<Level<'a>>,
    /// Inline elements around the next text; the first `opened` of them are open in the tree.
    marks: Vec<Mark>,
    opened: usize,
    /// Nothing was written since the last edge of a block.
    fresh: bool,
    /// White space is due before the next text.
    space: bool,
    /// Line breaks since the last text.
    breaks: u32,
}

/// A row that was entered.
struct Level<'a> {
    end: Row,
    /// Elements that were open before a block; `None` for an inline element.
    height: Option<usize>,
    /// Inline elements it added.
    marks: usize,
    /// Direction of an unwrapped block, for the blocks in it.
    dir: Option<&'a str>,
    after: After,
}

/// What is written when a row ends.
enum After {
    Nothing,
    /// A link back to the reference with this id.
    Back(String),
}

/// Builds the output tree of `source`.
#[must_use]
pub fn walk(source: Source<'_>) -> Fragment {
    let page = source.page;
    let mut kept = Vec::with_capacity(page.len() + 1);
    let mut total = 0;
    kept.push(0);
    let ink = Ink::of(page);
    for (row, &keep) in (0..).zip(source.keep) {
        total += u32::from(
            keep && if page.tag[row as usize] == Tag::Text {
                !ink.is_empty(page, row)
            } else {
                run::shows(page, row, source.base)
            },
        );
        kept.push(total);
    }
    let has = |row: Row| kept[page.end[row as usize] as usize] > kept[row as usize];
    let ids = Ids::of(source, has);
    let mut notes = note::notes(page, &ids);
    loose::find(page, has, &mut notes);
    let formulas = math::formulas(page, &ink);
    let mut walk = Walk {
        copies: formulas.copies.iter().copied().collect(),
        has_tex: raw::has_typesetter(page),
        is_glossed: gloss::is_glossed(&page.text),
        sink: Sink::default(),
        levels: Vec::new(),
        marks: Vec::new(),
        opened: 0,
        fresh: true,
        space: false,
        breaks: 0,
        source,
        ink,
        kept,
        formulas,
        ids,
        pictures: Pictures::default(),
        notes,
    };
    walk.rows();
    let base = source.base;
    walk.sink.fragment(|nodes| ids::mend(code::apart::set_apart(nodes), base))
}

impl Walk<'_> {
    #[inline(never)]
    fn rows(&mut self) {
        let page = self.source.page;
        let mut row = 0;
        while (row as usize) < page.len() {
            while self.levels.last().is_some_and(|level| level.end <= row) {
                self.leave();
            }
            row = if self.enter(row) { row + 1 } else { page.end[row as usize] };
        }
        while !self.levels.is_empty() {
            self.leave();
        }
    }

    /// Something is to be written of the row's subtree.
    fn has(&self, row: Row) -> bool {
        self.kept[self.source.page.end[row as usize] as usize] > self.kept[row as usize]
    }

    /// Takes a row; true to go on inside it.
    #[inline(never)]
    fn enter(&mut self, row: Row) -> bool {
        let page = self.source.page;
        let tag = page.tag[row as usize];
        match tag {
            Tag::Text => self.text(row),
            Tag::Br => self.breaks += 1,
            Tag::Hr => self.rule(row),
            Tag::Comment => {}
            _ if self.copies.contains(&row) => {}
            _ if !self.has(row) => return self.pass(row, tag),
            _ if self.formulas.at.contains_key(&row) => self.formula(row),
            _ if self.source.keep[row as usize] => self.media(row),
            _ if self.is_chrome(row) => self.ids.pass_all(page, row, page.end[row as usize]),
            _ if self.is_code(row) && self.takes_blocks() => self.code(row),
            _ if tag.is(BLOCK) => {
                self.block(row, tag);
                return true;
            }
            _ => {
                self.mark(row, tag);
                return true;
            }
        }
        false
    }

    fn is_chrome(&self, row: Row) -> bool {
        let page = self.source.page;
        chrome::is_chrome(page, &self.ink, row, self.sink.is_inside(HEADING)) || chrome::is_code_label(page, row)
    }

    fn is_code(&self, row: Row) -> bool {
        code::is_block(self.source.page, row, |from, to| self.kept[to as usize] <= self.kept[from as usize])
    }

    /// A block may be written here, though perhaps after a paragraph has ended.
    fn takes_blocks(&self) -> bool {
        let holder = self.sink.below(self.opened);
        holder.is_none_or(|tag| tag == Tag::P || !place::only_phrasing(tag))
    }

    /// Goes past a row with nothing to write; an empty cell keeps its column.
    fn pass(&mut self, row: Row, tag: Tag) -> bool {
        let page = self.source.page;
        if matches!(tag, Tag::Td | Tag::Th) && self.sink.top().0 == Some(Tag::Tr) && self.opened == 0 {
            self.block(row, tag);
        }
        self.ids.pass_all(page, row, page.end[row as usize]);
        if tag.is(BLOCK) {
            self.boundary();
        } else {
            let breaks = (row..page.end[row as usize]).filter(|&at| page.tag[at as usize] == Tag::Br);
            self.breaks += breaks.count() as u32;
            self.space |= !page.subtree_text(row).is_empty();
        }
        false
    }

    fn leave(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        if let After::Back(id) = &level.after {
            self.back_link(id);
        }
        for _ in 0..level.marks {
            self.end_mark();
        }
        if let Some(height) = level.height {
            self.boundary();
            self.sink.close_to(height);
        }
    }

    /// A block-level element begins or ends: open inline elements and paragraphs end.
    fn boundary(&mut self) {
        self.close_marks();
        if self.sink.top().0 == Some(Tag::P) {
            self.sink.close();
        }
        self.fresh = true;
        self.space = false;
        self.breaks = 0;
    }

    fn close_marks(&mut self) {
        for _ in 0..self.opened {
            self.sink.close();
        }
        self.opened = 0;
    }

    fn end_mark(&mut self) {
        if self.opened == self.marks.len() && self.opened > 0 {
            self.sink.close();
            self.opened -= 1;
        }
        self.marks.pop();
    }
}
