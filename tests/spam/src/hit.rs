//! What is done to a page: edits of its string, and the record of every string that they bring in.

use crate::page::Page;
use crate::text;
use std::ops::Range;

/// Shorter strings are found by chance in any page: characters, and those of scripts without blanks.
const SHORT: usize = 12;
const SHORT_DENSE: usize = 5;

/// A piece of spam mark-up together with the strings a reader would see of it.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The mark-up.
    pub html: String,
    /// Anchors and lead-ins.
    pub strings: Vec<String>,
}

impl Block {
    /// Mark-up of which every text piece is spam: anchors whole, other sentences where they are long enough to be told by.
    pub fn of(html: String, anchors: &[String]) -> Self {
        let mut strings = anchors.to_vec();
        let trim = |s: &str| s.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned();
        let pieces = text::pieces(&html);
        strings.extend(
            pieces
                .iter()
                .flat_map(|s| text::sentences(s))
                .map(trim)
                .filter(|s| s.chars().count() >= if text::dense(s) { SHORT_DENSE } else { SHORT }),
        );
        Self { html, strings }
    }

    /// The same strings in other mark-up; `{}` in `around` stands for the block.
    pub fn within(self, around: &str) -> Self {
        Self { html: around.replace("{}", &self.html), strings: self.strings }
    }
}

/// Where one block went and how.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where, e.g. `footer`.
    pub place: String,
    /// Mark-up and hiding, e.g. `tagcloud+off-screen`.
    pub technique: String,
    /// Nobody sees it in a browser.
    pub hidden: bool,
}

/// The edits of one page.
#[derive(Default)]
pub struct Hit {
    edits: Vec<(Range<usize>, String)>,
    /// Strings brought into the page's text.
    pub spam: Vec<String>,
    /// The spam phrase of a hijacked title, and its parts.
    pub title: Option<(String, Vec<String>)>,
    /// Strings of hijacked meta tags.
    pub meta: Vec<String>,
    /// What of the head was hijacked.
    pub hijack: Vec<&'static str>,
    /// The blocks.
    pub placed: Vec<Placed>,
}

impl Hit {
    fn free(&self, range: &Range<usize>) -> bool {
        self.edits.iter().all(|(r, _)| {
            let apart = range.end <= r.start || r.end <= range.start;
            apart || (r.is_empty() && range.is_empty())
        })
    }

    /// Replaces a range of the page, unless something was done there before.
    pub fn replace(&mut self, range: Range<usize>, with: String) -> bool {
        let free = self.free(&range);
        if free {
            self.edits.push((range, with));
        }
        free
    }

    /// Puts a block at a byte of the page.
    pub fn put(&mut self, at: usize, block: Block, place: &str, technique: String, hidden: bool) -> bool {
        self.swap(at..at, block, place, technique, hidden)
    }

    /// Puts a block in place of a range of the page.
    pub fn swap(&mut self, range: Range<usize>, block: Block, place: &str, technique: String, hidden: bool) -> bool {
        let done = self.replace(range, block.html);
        if done {
            self.spam.extend(block.strings);
            self.placed.push(Placed { place: place.to_owned(), technique, hidden });
        }
        done
    }

    /// The page with all edits. At one byte, the first edit comes first.
    pub fn apply(&self, html: &str) -> String {
        let mut edits: Vec<_> = self.edits.iter().collect();
        edits.sort_by_key(|e| (e.0.start, e.0.end));
        let mut out = String::with_capacity(html.len() + edits.iter().map(|e| e.1.len()).sum::<usize>());
        let mut from = 0;
        for (range, with) in edits {
            out.push_str(&html[from..range.start]);
            out.push_str(with);
            from = range.end;
        }
        out + &html[from..]
    }

    /// The strings that only this spam can have brought: four characters and more, not said by the page itself.
    pub fn strings(strings: &[String], page: &Page) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for s in strings.iter().map(|s| text::squash(s)) {
            let key = text::key(&s);
            let telling = s.chars().count() >= 4 && s.chars().any(char::is_alphabetic) && !page.key.contains(&key);
            if telling && !out.contains(&s) {
                out.push(s);
            }
        }
        out
    }
}
