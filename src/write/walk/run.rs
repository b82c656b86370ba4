//! Runs of text: white space, line breaks, inline elements, and what stands among words.

use super::attrs::Mark;
use super::{After, Level, Walk};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::{Tag, KEEP};
use crate::write::allow::EMBED;
use crate::write::fragment::{value, Attrs};
use crate::write::math::raw::{self, Piece};
use crate::write::math::{self, Formula};
use crate::write::place::{self, Fit};
use crate::write::{embed, emoji, gloss, media, sink};

/// Inline elements that may be open at once; more mean nothing to a reader.
const MARKS: usize = 24;

impl Walk<'_> {
    /// Enters an inline element; it is opened when text is written into it.
    pub(super) fn mark(&mut self, row: Row, tag: Tag) {
        let page = self.source.page;
        let before = self.marks.len();
        if let Some(out) = self.marked_as(row, tag) {
            self.push_mark(row, out);
        } else {
            self.ids.pass_on(page, row);
        }
        self.levels.push(Level {
            end: page.end[row as usize],
            height: None,
            marks: self.marks.len() - before,
            dir: self.levels.last().and_then(|level| level.dir),
            after: After::Nothing,
        });
    }

    fn push_mark(&mut self, row: Row, out: Tag) {
        let mut attrs = self.attrs(row, out);
        if let Some((note, own)) = self.notes.refs.get(&row).cloned() {
            let claimed = attrs.iter().any(|attr| attr.0 == "id");
            attrs.retain(|attr| attr.0 != "href");
            let mut link = vec![("href", format!("#{note}")), ("role", "doc-noteref".to_string())];
            if !claimed
                && self.source.page.attr(row, AttrName::Id).is_none_or(|id| crate::write::address::prefixed(id) != own)
                && own.contains("-ref-")
                && self.ids.reserve(&own)
            {
                link.push(("id", own));
            }
            if out == Tag::A {
                attrs.extend(link);
            } else {
                self.marks.push(Mark { tag: Tag::A, attrs: link });
            }
        } else if self.notes.backs.contains(&row) {
            attrs.push(("role", "doc-backlink".to_string()));
        }
        if out == Tag::A && attrs.iter().all(|attr| attr.0 != "href") {
            // A link to nowhere; its id waits for the next element.
            self.ids.give_back(attrs);
            return;
        }
        self.marks.push(Mark { tag: out, attrs });
    }

    /// The inline element a row becomes.
    fn marked_as(&self, row: Row, tag: Tag) -> Option<Tag> {
        let page = self.source.page;
        let within = |tag: Tag| self.marks.iter().any(|mark| mark.tag == tag);
        let out = match tag {
            Tag::Strike => Tag::S,
            Tag::Tt => Tag::Code,
            Tag::Span | Tag::Font if page.attr(row, AttrName::Dir).is_some() => Tag::Bdi,
            Tag::Rt | Tag::Rp if !within(Tag::Ruby) || within(Tag::Rt) || within(Tag::Rp) => return None,
            Tag::Br | Tag::Img | Tag::Wbr => return None,
            _ if tag.is(KEEP) => tag,
            _ => return None,
        };
        let nests = matches!(out, Tag::Sub | Tag::Sup | Tag::Q);
        (self.marks.len() < MARKS && (nests || !within(out))).then_some(out)
    }

    /// Makes ready for text or a picture: its block, the white space before it, its inline elements.
    pub(super) fn begin(&mut self, picture: bool) {
        if self.breaks >= 2 {
            let space = self.space;
            self.boundary();
            self.space = space;
        }
        if self.fresh {
            self.begin_run(picture);
        } else if self.breaks == 1 {
            self.sink.void(Tag::Br, Attrs::new());
            self.space = false;
        }
        self.breaks = 0;
        if std::mem::take(&mut self.space) {
            self.sink.text(" ");
        }
        while self.opened < self.marks.len() {
            let mark = &mut self.marks[self.opened];
            let (tag, attrs) = (mark.tag, mark.attrs.clone());
            // An element that is torn apart by blocks has its id once.
            mark.attrs.retain(|attr| attr.0 != "id");
            self.open(tag, attrs, false);
            self.opened += 1;
        }
        if self.marks.iter().all(|mark| mark.tag != Tag::A) {
            while let Some(id) = self.ids.take() {
                self.sink.anchor(id);
            }
        }
    }

    fn begin_run(&mut self, picture: bool) {
        self.fresh = false;
        self.space = false;
        loop {
            let (top, implied) = self.sink.top();
            let holds = self.sink.holds();
            match place::inline(top, implied, holds, picture) {
                Fit::Wrap(tag) => {
                    let dir = self.levels.last().and_then(|level| level.dir).filter(|_| tag == Tag::P);
                    self.open(tag, dir.map(|dir| ("dir", dir.to_ascii_lowercase())).into_iter().collect(), true);
                }
                Fit::Out => self.sink.close(),
                _ => {
                    if holds && top.is_some_and(place::only_phrasing) {
                        // `<h2><div>a</div><div>b</div></h2>`: the pieces stay apart.
                        self.sink.void(Tag::Br, Attrs::new());
                    }
                    return;
                }
            }
        }
    }

    /// Takes a text row.
    pub(super) fn text(&mut self, row: Row) {
        let data = self.source.page.subtree_text(row);
        if !self.source.keep[row as usize] {
            self.space |= !data.is_empty();
            return;
        }
        let in_code = self.marks.iter().any(|mark| matches!(mark.tag, Tag::Code | Tag::Kbd | Tag::Samp));
        let data = if self.is_glossed { gloss::plain(data) } else { data.into() };
        if !self.has_tex || in_code || !data.contains(['$', '\\']) {
            self.words(&data);
            return;
        }
        raw::pieces(&data, |piece| match piece {
            Piece::Text(text) => self.words(text),
            Piece::Tex(tex, display) => self.put_formula(&Formula { math: None, tex: Some(tex.to_string()), display }),
        });
    }

    fn words(&mut self, data: &str) {
        self.space |= data.starts_with(char::is_whitespace);
        if !sink::shows_words(data) {
            return;
        }
        self.begin(false);
        self.sink.words(data);
        self.space = data.ends_with(char::is_whitespace);
    }

    /// Writes the formula at a row.
    pub(super) fn formula(&mut self, row: Row) {
        if let Some(formula) =
            self.formulas.at.remove(&row).filter(|formula| formula.math.is_some() || formula.tex.is_some())
        {
            self.put_formula(&formula);
        }
    }

    fn put_formula(&mut self, formula: &Formula) {
        self.begin(false);
        math::write(&mut self.sink, self.source.page, formula);
    }

    /// Writes the picture or player at a row.
    pub(super) fn media(&mut self, row: Row) {
        let (page, base) = (self.source.page, self.source.base);
        if let Some(sign) = emoji::sign(page, row) {
            self.words(sign);
        } else if let Some(attrs) = media::image(page, row, base).filter(|_| media::is_picture(page, row)) {
            let (src, alt) = (value(&attrs, "src").unwrap_or(""), value(&attrs, "alt").unwrap_or(""));
            if !self.pictures.is_copy(page, row, src, alt, self.sink.written()) {
                self.begin(true);
                self.sink.void(Tag::Img, attrs);
            }
        } else if let Some(embed) = embed::embed(page, row, base) {
            if !self.pictures.is_copy(
                page,
                row,
                embed.image.as_ref().unwrap_or(&embed.href),
                &embed.title,
                self.sink.written(),
            ) {
                self.player(embed);
            }
        }
    }

    fn player(&mut self, embed: embed::Embed) {
        let linked = self.marks.iter().any(|mark| mark.tag == Tag::A);
        self.begin(embed.image.is_some());
        if !linked {
            self.sink.open(Tag::A, vec![("href", embed.href), ("class", EMBED.to_string())], false);
        }
        match embed.image {
            Some(image) => self.sink.void(Tag::Img, vec![("src", image), ("alt", embed.title)]),
            None => self.sink.text(&embed.title),
        }
        if !linked {
            self.sink.close();
        }
    }

    /// Writes a link back to the reference with this id.
    pub(super) fn back_link(&mut self, id: &str) {
        self.breaks = 0;
        self.space = true;
        self.begin(false);
        self.sink.open(Tag::A, vec![("href", format!("#{id}")), ("role", "doc-backlink".to_string())], false);
        self.sink.text("↩");
        self.sink.close();
    }
}

/// The picture, player or formula at a row has something to show.
pub(super) fn shows(page: &Page, row: Row, base: &str) -> bool {
    match page.tag[row as usize] {
        Tag::Text => false,
        Tag::Script => true,
        Tag::Img | Tag::Noscript => {
            media::image(page, row, base).is_some()
                || emoji::is_emoji(page, row)
                || math::picture::tex(page, row).is_some()
        }
        _ => embed::embed(page, row, base).is_some(),
    }
}
