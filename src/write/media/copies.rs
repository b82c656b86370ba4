//! Copies of pictures: the same file, its other sizes, the `noscript` twin of a lazy picture.

use super::{image, lazy};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::fragment::value;
use crate::write::ink::Ink;

/// Takes the copies out of `keep`. Two pictures are one when no text stands between them and they are
/// the same file, or stand in one figure with the same alternative text.
pub fn drop_copies(page: &Page, ink: &Ink, base: &str, keep: &mut [bool]) {
    let mut last: Option<(Row, String, String)> = None;
    for row in 0..page.len() as Row {
        let tag = page.tag[row as usize];
        if !keep[row as usize] || !(tag == Tag::Img || tag == Tag::Noscript) {
            continue;
        }
        let Some(attrs) = image(page, row, base) else {
            keep[row as usize] = false;
            continue;
        };
        let name = stem(value(&attrs, "src").unwrap_or(""));
        let alt = value(&attrs, "alt").unwrap_or("").to_string();
        if let Some((before, other, words)) = &last {
            let adjoins = ink.is_blank(*before, row);
            let twin = tag == Tag::Noscript
                && lazy::addresses(page, *before, base).0.is_some()
                && page.tag[*before as usize] == Tag::Img
                && near(page, *before, row);
            if adjoins
                && (twin
                    || *other == name
                    || (*words == alt
                        && !alt.is_empty()
                        && figure(page, *before).is_some()
                        && figure(page, *before) == figure(page, row)))
            {
                keep[row as usize] = false;
                continue;
            }
        }
        last = Some((row, name, alt));
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
