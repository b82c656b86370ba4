//! Addresses in the output: absolute where the page's own address is known, with nothing in them that
//! would end an attribute, a Markdown link or a line.

use super::allow::{self, PREFIX};
use super::names::percent_decoded;
use crate::tag::Tag;
use crate::url;
use std::fmt::Write;

/// The base addresses are resolved against, empty if it is none of the web (as browsers pass over
/// `data:` and `javascript:` in `base`).
#[must_use]
pub fn base(base: &str) -> &str {
    let web = url::scheme(base)
        .is_some_and(|scheme| ["http", "https", "file"].iter().any(|ok| scheme.eq_ignore_ascii_case(ok)));
    if web {
        base
    } else {
        ""
    }
}

/// The address of a link to be followed.
#[must_use]
pub fn link(base: &str, href: &str) -> Option<String> {
    let address = absolute(base, href);
    allow::attribute(Tag::A, "href", &address).map(|_| address)
}

/// The address of a picture to be loaded.
#[must_use]
pub fn image(base: &str, src: &str) -> Option<String> {
    let address = absolute(base, src);
    allow::attribute(Tag::Img, "src", &address).map(|_| address)
}

/// The id in this article that a link leads to: `#id`, or the page's own address with `#id`.
#[must_use]
pub fn local_id(base: &str, href: &str) -> Option<String> {
    let href = url::tidy(href);
    let (page, id) = href.split_once('#')?;
    let here = page.is_empty() || (!base.is_empty() && url::join(base, page) == base.split('#').next().unwrap_or(base));
    let id = percent_decoded(id);
    (here && !id.is_empty()).then_some(id)
}

/// An id of the page as an id of the article.
#[must_use]
pub fn prefixed(id: &str) -> String {
    let name = id.strip_prefix(PREFIX).unwrap_or(id);
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':') { c } else { '_' };
    PREFIX.chars().chain(name.chars().map(plain)).collect()
}

fn absolute(base: &str, reference: &str) -> String {
    let address = url::join(base, reference);
    let address = if address.starts_with("//") { format!("https:{address}") } else { address };
    if !address.contains(is_unsafe) {
        return address;
    }
    let mut out = String::with_capacity(address.len() + 8);
    let mut bytes = [0; 4];
    for c in address.chars() {
        if is_unsafe(c) {
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Characters browsers encode in addresses themselves, and those that no address shows.
fn is_unsafe(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '<' | '>' | '`' | '\\' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_whole_and_harmless() {
        assert_eq!(link("https://a.test/x/", "y z?q=\"<b>").as_deref(), Some("https://a.test/x/y%20z?q=%22%3Cb%3E"));
        assert_eq!(link("", "//b.test/x").as_deref(), Some("https://b.test/x"));
        assert_eq!(link("https://a.test/", "java\nscript:x"), None);
        assert_eq!(link("", "x:y"), None);
        assert_eq!(link(base("javascript:1"), "y").as_deref(), Some("y"));
        assert_eq!(image("https://a.test/", "data:image/svg+xml;base64,AA"), None);
        assert_eq!(local_id("https://a.test/b?c", "b?c#n%201").as_deref(), Some("n 1"));
        assert_eq!(local_id("https://a.test/b?c", "d#n"), None);
        assert_eq!(prefixed("dehusk-a b"), "dehusk-a_b");
    }
}
