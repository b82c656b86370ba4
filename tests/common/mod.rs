//! What the tests of output share: the whole body of a page as an output tree.

use dehusk::input::html::page;
use dehusk::page::Page;
use dehusk::write::fragment::{build, Fragment, Source};
use dehusk::write::{html, whole};
use dehusk::Options;

/// The page of a string.
pub fn parsed(source: &str) -> Page {
    page(source, &Options::default()).unwrap_or_else(|error| panic!("odd HTML is no error: {error}"))
}

/// Everything in the body, as an output tree.
pub fn fragment(source: &str, base: &str) -> Fragment {
    let page = parsed(source);
    let keep = whole::rows(&page);
    build(Source { page: &page, base, keep: &keep })
}

/// The body as safe HTML.
pub fn sanitised(source: &str, base: &str) -> String {
    html::html(&fragment(source, base))
}
