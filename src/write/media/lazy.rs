//! Lazy pictures made real: the address a loader would put in place, the picture in `noscript`,
//! the sources of a `picture` element.

use super::srcset;
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::address;
use crate::write::names;

/// Attributes that lazy loaders keep the real address in, best first.
const LAZY: [AttrName; 3] = [AttrName::DataSrc, AttrName::DataLazySrc, AttrName::DataOriginal];
const LAZY_SETS: [AttrName; 2] = [AttrName::DataSrcset, AttrName::DataLazySrcset];
/// Attributes without a name of their own that loaders use.
const RARE: [&str; 6] = ["data-image-loader", "data-image", "data-full-src", "data-actualsrc", "data-file", "data-url"];
/// Width up to which a larger picture is better, CSS px: two device pixels for the widest column.
const WIDEST: f32 = 2000.0;
/// Shortest inline bitmap that is a picture rather than a placeholder, in characters.
const PLACEHOLDER: usize = 256;
/// Length at which attribute values are cut when the page is read: an inline picture that long is broken.
const CUT: usize = crate::input::VALUE_UNITS;

/// The picture's real address, and its set of sizes.
#[must_use]
pub fn addresses(page: &Page, row: Row, base: &str) -> (Option<String>, Option<String>) {
    if let Some(image) = noscript(page, row) {
        let set = image.get("srcset").and_then(|set| srcset::whole(set, base));
        return (image.get("src").and_then(|src| real(src, base)), set);
    }
    let set = set(page, row, base);
    let lazy = LAZY.iter().filter_map(|&name| page.attr(row, name));
    let rare = RARE.iter().filter_map(|name| names::rest(page, row, name)).filter(|value| looks_like_picture(value));
    let sets = [AttrName::DataSrcset, AttrName::DataLazySrcset, AttrName::Srcset]
        .into_iter()
        .filter_map(|name| page.attr(row, name));
    let sources = sources(page, row)
        .filter_map(|source| page.attr(source, AttrName::Srcset).or_else(|| page.attr(source, AttrName::DataSrcset)));
    let from_set = sets.chain(sources).filter_map(|set| srcset::best(set, WIDEST));
    let own = page.attr(row, AttrName::Src).into_iter();
    let src = lazy.chain(own).chain(rare).chain(from_set).find_map(|value| real(value, base));
    (src, set)
}

fn set(page: &Page, row: Row, base: &str) -> Option<String> {
    let set = LAZY_SETS.iter().chain(&[AttrName::Srcset]).find_map(|&name| page.attr(row, name))?;
    srcset::whole(set, base)
}

/// The `source` elements of the `picture` a picture stands in.
fn sources(page: &Page, row: Row) -> impl Iterator<Item = Row> + '_ {
    /// Rows before the picture that are looked at; real pages have a handful of sources.
    const MOST: Row = 40;
    let around = page.ancestors(row).take(2).find(|&up| page.tag[up as usize] == Tag::Picture);
    let range = around.map_or(0..0, |picture| (picture + 1).max(row.saturating_sub(MOST))..row);
    range.filter(|&at| page.tag[at as usize] == Tag::Source)
}

/// The whole address of what is a picture and not a placeholder.
fn real(value: &str, base: &str) -> Option<String> {
    let value = value.trim();
    let inline = value.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("data:"));
    if value.is_empty() || (inline && (value.len() < PLACEHOLDER || value.len() >= CUT)) || is_placeholder(value) {
        return None;
    }
    address::image(base, value)
}

/// File names of pictures that stand in until the real one is loaded.
fn is_placeholder(address: &str) -> bool {
    let file = address.split(['?', '#']).next().unwrap_or("").rsplit('/').next().unwrap_or("").to_ascii_lowercase();
    let stem = file.split('.').next().unwrap_or("");
    address == "about:blank"
        || matches!(
            stem,
            "blank"
                | "spacer"
                | "transparent"
                | "placeholder"
                | "pixel"
                | "1x1"
                | "clear"
                | "lazy"
                | "loading"
                | "grey"
                | "trans"
                | "lazyload"
        )
}

fn looks_like_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or("").to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].iter().any(|end| path.ends_with(end))
}

/// Attributes of the one `img` in a `noscript`'s markup.
pub struct Markup(Vec<(String, String)>);

impl Markup {
    /// The value of an attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|attr| attr.0 == name).map(|attr| attr.1.as_str())
    }
}

/// The picture in a `noscript`, if it holds nothing else to see.
#[must_use]
pub fn noscript(page: &Page, row: Row) -> Option<Markup> {
    if page.tag[row as usize] != Tag::Noscript {
        return None;
    }
    let markup = page.attr(row, AttrName::RawText)?;
    let at = markup.match_indices("<img").map(|found| found.0 + 4).next()?;
    let image = attributes(&markup[at..]);
    let pixel = ["width", "height"]
        .iter()
        .any(|name| image.get(name).is_some_and(|value| matches!(value.trim(), "0" | "1" | "0px" | "1px")));
    (!pixel && image.get("src").is_some()).then_some(image)
}

/// The attributes of a start tag, up to its `>` (a reading of HTML's tokenizer that is enough for
/// well-formed tags; whatever comes out goes through the allowlist).
fn attributes(tag: &str) -> Markup {
    let mut found = Vec::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return Markup(found);
        }
        let end =
            rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len()).max(1);
        let end = (end..=rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let after = after.trim_start();
        let (value, left) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(after.len())),
        };
        found.push((
            name,
            value
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"),
        ));
        rest = left;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_start_tag() {
        let tag = attributes(" src='/a.jpg?x=1&amp;y=2' alt=\"A &quot;b&quot;\" width=640 lazy/>x<img src=no>");
        assert_eq!(
            (tag.get("src"), tag.get("alt"), tag.get("width"), tag.get("lazy")),
            (Some("/a.jpg?x=1&y=2"), Some("A \"b\""), Some("640"), Some(""))
        );
        assert_eq!(attributes("é=1>").get("é"), Some("1"));
    }

    #[test]
    fn knows_placeholders() {
        assert_eq!(real("/img/blank.gif?v=2", ""), None);
        assert_eq!(real("data:image/gif;base64,R0lGODlhAQABAAAAACw=", ""), None);
        assert_eq!(real("/img/blanket.jpg", "https://a.test").as_deref(), Some("https://a.test/img/blanket.jpg"));
    }
}
