//! Copies of pictures: the same file, its other sizes, the `noscript` twin of a lazy picture.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// The picture or player written last.
#[derive(Default)]
pub struct Pictures {
    last: Option<Last>,
}

struct Last {
    row: Row,
    name: String,
    alt: String,
    /// Bytes of text written before it.
    written: usize,
}

impl Pictures {
    /// Whether the picture at a row is a copy of the one before: no text was written between them, and
    /// they are one file, or stand in one figure with the same alternative text, or it is the `noscript`
    /// twin of a lazy one. If it is none, it is the next one's predecessor.
    pub fn is_copy(&mut self, page: &Page, row: Row, address: &str, alt: &str, written: usize) -> bool {
        let name = stem(address);
        let copy = self.last.as_ref().filter(|last| last.written == written).is_some_and(|last| {
            let twin = || {
                page.tag[row as usize] == Tag::Noscript
                    && page.tag[last.row as usize] == Tag::Img
                    && near(page, last.row, row)
            };
            let framed =
                || *last.alt == *alt && !alt.is_empty() && figure(page, row).is_some_and(|figure| figure < last.row);
            last.name == name || twin() || framed()
        });
        if !copy {
            self.last = Some(Last { row, name, alt: alt.to_string(), written });
        }
        copy
    }
}

/// Siblings, or siblings' children.
fn near(page: &Page, row: Row, later: Row) -> bool {
    let parent = page.parent[later as usize];
    page.ancestors(row).take(3).any(|up| up == parent)
}

fn figure(page: &Page, row: Row) -> Option<Row> {
    /// Levels a picture lies below its figure.
    const LEVELS: usize = 6;
    page.ancestors(row).take(LEVELS).find(|&up| {
        page.tag[up as usize] == Tag::Figure
            || page.attr(up, AttrName::Class).is_some_and(|class| class.contains("figure"))
    })
}

/// The file's name without ending and size: `photo-1024x768.jpg`, `photo-large.webp` → `photo`.
fn stem(address: &str) -> String {
    if address.starts_with("data:") {
        return address.to_string();
    }
    let path = address.split(['?', '#']).next().unwrap_or("");
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let Some((mut name, _)) = file.rsplit_once('.').filter(|file| !matches!(file.1, "php" | "aspx" | "jsp")) else {
        // A program that hands out pictures: its arguments are the name.
        return address.to_string();
    };
    while let Some((before, size)) = name.rsplit_once(['-', '_', '@']) {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_size = matches!(
            size,
            "large"
                | "small"
                | "medium"
                | "thumb"
                | "thumbnail"
                | "scaled"
                | "mobile"
                | "desktop"
                | "2x"
                | "3x"
                | "full"
        ) || size.split_once('x').is_some_and(|(width, height)| digits(width) && digits(height))
            || size.strip_suffix('w').is_some_and(digits);
        if !is_size || before.is_empty() {
            break;
        }
        name = before;
    }
    // Many files have the same name in folders of their own (`1.jpg`, `image.png`).
    format!("{}/{name}", folder.rsplit('/').next().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn sizes_are_no_part_of_the_name() {
        assert_eq!(stem("https://a.test/i/photo-large.webp?x"), stem("https://a.test/i/photo-300x200.jpg"));
        assert_ne!(stem("https://a.test/i/photo-1.jpg"), stem("https://a.test/i/photo-2.jpg"));
    }
}
