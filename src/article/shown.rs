//! The start of a block's text as a person would read it out: labels side by side are words apart.

use crate::page::{Page, Row};
use crate::tag::{Tag, BLOCK};
use crate::text;

/// The first `most` characters of a subtree's text.
pub fn start(page: &Page, root: Row, most: usize) -> String {
    let mut shown = String::new();
    let mut length = 0;
    // The text before, and whether something has begun since that stands by itself.
    let (mut last, mut apart) = (None, false);
    for row in root..page.end[root as usize] {
        let tag = page.tag[row as usize];
        if tag != Tag::Text {
            apart |= stands_alone(tag);
            continue;
        }
        let piece = text::start(page.text_between(row, row + 1), most * BYTES);
        if apart || last.is_some_and(|last| has_ended(page, last, row)) {
            shown.push(' ');
        }
        shown.push_str(if piece.trim().is_empty() { " " } else { piece });
        length += piece.chars().filter(|c| !c.is_whitespace()).count();
        (last, apart) = (Some(row), false);
        if length > most {
            break;
        }
    }
    text::collapsed_start(&shown, most)
}

/// Bytes looked at for a character shown: white space may go on for long.
const BYTES: usize = 64;

/// Whether an element ends between two texts that stands by itself.
fn has_ended(page: &Page, last: Row, next: Row) -> bool {
    let mut ended = page.ancestors(last).take_while(|&up| page.end[up as usize] <= next);
    ended.any(|up| stands_alone(page.tag[up as usize]))
}

fn stands_alone(tag: Tag) -> bool {
    tag.is(BLOCK) || matches!(tag, Tag::A | Tag::Button | Tag::Br)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Limits;
    use crate::page::Builder;

    /// `(tag, text)`: an element with a text, or the text alone.
    fn shown(of: &[(Option<Tag>, &str)], most: usize) -> String {
        let mut builder = Builder::new(Limits::default());
        builder.open(Tag::Html, 0);
        for &(tag, text) in of {
            if let Some(tag) = tag {
                builder.open(tag, 0);
            }
            builder.text(text);
            if tag.is_some() {
                builder.close();
            }
        }
        start(&builder.finish(), 0, most)
    }

    #[test]
    fn labels_side_by_side_are_words_apart() {
        assert_eq!(shown(&[(Some(Tag::A), "Share"), (Some(Tag::A), "Tweet"), (None, "now")], 99), "Share Tweet now");
        assert_eq!(shown(&[(Some(Tag::P), "One."), (None, "Two."), (Some(Tag::Li), "Three")], 99), "One. Two. Three");
    }

    #[test]
    fn a_word_stays_whole() {
        assert_eq!(shown(&[(None, "s"), (Some(Tag::B), "tren"), (None, "gth")], 99), "strength");
    }

    #[test]
    fn no_more_is_shown_than_asked_for() {
        assert_eq!(shown(&[(None, "   \n"), (Some(Tag::P), "abcdef"), (Some(Tag::P), "gh")], 4), "abcd");
    }
}
