//! Pictures: which address is the real one, which pictures are too small to be content, which are copies.

pub mod copies;
pub mod lazy;
pub mod srcset;

use super::fragment::Attrs;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;

/// Smallest picture worth keeping, CSS px: tracking pixels, icons and spacers are smaller.
const SMALLEST: u32 = 32;

/// The attributes of a picture at an `img` or a `noscript` that holds one; `None` when it has no
/// usable address.
#[must_use]
pub fn image(page: &Page, row: Row, base: &str) -> Option<Attrs> {
    let noscript = lazy::noscript(page, row);
    let own = |name: AttrName, plain: &str| match &noscript {
        Some(image) => image.get(plain).map(str::to_string),
        None => page.attr(row, name).map(str::to_string),
    };
    let (src, set) = lazy::addresses(page, row, base);
    let mut attrs = vec![("src", src?)];
    attrs.extend(set.map(|set| ("srcset", set)));
    attrs.push(("alt", crate::text::collapse(&own(AttrName::Alt, "alt").unwrap_or_default())));
    attrs.extend(own(AttrName::Title, "title").map(|title| ("title", title)));
    for (name, attr) in [("width", AttrName::Width), ("height", AttrName::Height)] {
        attrs.extend(own(attr, name).and_then(|value| pixels(&value)).map(|px| (name, px.to_string())));
    }
    Some(attrs)
}

fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    value.strip_suffix("px").unwrap_or(value).trim().split('.').next()?.parse().ok().filter(|&px| px <= 20_000)
}

/// Whether a picture is too small to be content, by its attributes or its box.
#[must_use]
pub fn is_tiny(page: &Page, row: Row) -> bool {
    let by_attr = [AttrName::Width, AttrName::Height]
        .iter()
        .any(|&name| page.attr(row, name).and_then(pixels).is_some_and(|px| px < SMALLEST));
    let by_box = page.rect(row).is_some_and(|rect| rect[2] > 0.0 && rect[2].min(rect[3]) < SMALLEST as f32);
    by_attr || by_box
}

/// Whether a row can be written as a picture.
#[must_use]
pub fn is_picture(page: &Page, row: Row) -> bool {
    match page.tag[row as usize] {
        Tag::Img => true,
        Tag::Noscript => lazy::noscript(page, row).is_some(),
        _ => false,
    }
}
