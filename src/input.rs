//! The two sources of a [`Page`](crate::page::Page): an HTML string, and a live document's snapshot.

#[cfg(feature = "html")]
mod flood;
#[cfg(feature = "html")]
pub mod guard;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "html")]
mod print;
pub mod snapshot;
#[cfg(feature = "html")]
mod thin;

use crate::tag::Tag;

/// Longest style sheet kept, in UTF-16 units: enough for an injected rule, not for a site's sheet.
pub const STYLE_UNITS: usize = 4096;
/// Longest attribute value kept, in UTF-16 units: inline data (pictures as base64) is cut.
pub const VALUE_UNITS: usize = 8192;

/// Whether an element's own text is kept as the pseudo attribute `#data`.
/// `kind` is the `type` attribute.
#[must_use]
pub fn keeps_raw_text(tag: Tag, kind: &str, text: &str) -> bool {
    match tag {
        Tag::Script => kind.contains("ld+json") || kind.starts_with("math/"),
        Tag::Noscript => true,
        Tag::Style => text.len() <= STYLE_UNITS || text.encode_utf16().count() <= STYLE_UNITS,
        _ => false,
    }
}
