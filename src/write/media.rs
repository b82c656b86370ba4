//! Pictures: which address is the real one, which pictures belong to the text.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::url;

/// Attributes that lazy loaders keep the real address in, best first.
const LAZY: [AttrName; 3] = [AttrName::DataSrc, AttrName::DataLazySrc, AttrName::DataOriginal];
const LAZY_SETS: [AttrName; 2] = [AttrName::DataSrcset, AttrName::DataLazySrcset];

/// Smallest picture worth keeping, CSS px: tracking pixels, icons and spacers are smaller.
const SMALLEST: u32 = 32;

/// The allowed attributes of a picture; `None` when it has no usable address.
#[must_use]
pub fn image(page: &Page, row: Row, tag: Tag, base: &str) -> Option<Vec<(&'static str, String)>> {
    if tag != Tag::Img {
        return None;
    }
    let mut attrs = vec![("src", address(page, row, base)?)];
    let set = LAZY_SETS.iter().find_map(|&name| page.attr(row, name)).or_else(|| page.attr(row, AttrName::Srcset));
    attrs.extend(set.and_then(|set| srcset(set, base)).map(|set| ("srcset", set)));
    attrs.push(("alt", page.attr(row, AttrName::Alt).unwrap_or("").to_string()));
    attrs.extend(page.attr(row, AttrName::Title).map(|title| ("title", title.to_string())));
    for (name, attr) in [("width", AttrName::Width), ("height", AttrName::Height)] {
        attrs.extend(pixels(page, row, attr).map(|px| (name, px.to_string())));
    }
    Some(attrs)
}

/// The picture's real address, absolute.
#[must_use]
pub fn address(page: &Page, row: Row, base: &str) -> Option<String> {
    let lazy = LAZY.iter().filter_map(|&name| page.attr(row, name));
    let set = LAZY_SETS.iter().chain(&[AttrName::Srcset]).filter_map(|&name| page.attr(row, name)).filter_map(|set| set.split_ascii_whitespace().next());
    lazy.chain(page.attr(row, AttrName::Src)).chain(set).find_map(|value| allowed(value, base))
}

/// An absolute http(s) address, or a small inline bitmap.
fn allowed(value: &str, base: &str) -> Option<String> {
    let value = value.trim();
    if let Some(data) = value.get(..5).filter(|head| head.eq_ignore_ascii_case("data:")).map(|_| &value[5..]) {
        /// Shortest inline bitmap that is a picture rather than a placeholder, in characters.
        const PLACEHOLDER: usize = 256;
        let bitmap = ["image/png;base64,", "image/jpeg;base64,", "image/gif;base64,", "image/webp;base64,"].iter().any(|kind| data.starts_with(kind));
        let plain = data.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'+' | b'=' | b';' | b',' | b':'));
        return (bitmap && plain && data.len() >= PLACEHOLDER).then(|| value.to_string());
    }
    let address = url::join(base, value);
    let scheme_ok = match url::scheme(&address) {
        Some(scheme) => scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"),
        None => !address.contains(':'),
    };
    (scheme_ok && !address.is_empty() && !address.chars().any(|c| c.is_control() || c == ' ')).then_some(address)
}

/// A `srcset` with allowed, absolute addresses only.
fn srcset(set: &str, base: &str) -> Option<String> {
    let mut out = String::new();
    for candidate in set.split(", ").flat_map(|part| part.split(",\n")) {
        let mut words = candidate.trim().trim_end_matches(',').split_ascii_whitespace();
        let Some(address) = words.next().and_then(|value| allowed(value, base)) else { continue };
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&address);
        if let Some(size) = words.next().filter(|size| size.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'w' | b'x' | b'.'))) {
            out.push(' ');
            out.push_str(size);
        }
    }
    (!out.is_empty()).then_some(out)
}

fn pixels(page: &Page, row: Row, name: AttrName) -> Option<u32> {
    let value = page.attr(row, name)?.trim();
    value.strip_suffix("px").unwrap_or(value).parse().ok().filter(|&px| px <= 20_000)
}

/// Whether a picture is too small to be content, by its attributes or its box.
#[must_use]
pub fn is_tiny(page: &Page, row: Row) -> bool {
    let by_attr = [AttrName::Width, AttrName::Height].iter().any(|&name| pixels(page, row, name).is_some_and(|px| px < SMALLEST));
    let by_box = page.rect(row).is_some_and(|rect| rect[2] > 0.0 && rect[2].min(rect[3]) < SMALLEST as f32);
    by_attr || by_box
}
