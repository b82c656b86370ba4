//! Dehusk finds the main content of a web page and the spam, ads and clutter around it.
//!
//! Two entry points: [`extract`] for the article, [`clean()`] for the page without its husk. A live page
//! comes in as a [`input::snapshot::Snapshot`]. Everything is judged once ([`judge::Judged`]); what
//! callers ask for is a choice on those columns.
//!
//! ```
//! let html = "<article><h1>Seeds</h1><p>A seed is an embryonic plant, enclosed in a protective coat.</p></article>";
//! let article = dehusk::extract(html, &dehusk::Options::default())?.ok_or("nothing to read")?;
//! assert!(article.text.contains("embryonic plant"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod article;
pub mod attr;
pub mod bare;
pub mod block;
#[cfg(feature = "html")]
pub mod clean;
pub mod clutter;
pub mod cue;
pub mod error;
#[cfg(feature = "html")]
pub mod explain;
pub mod features;
pub mod hanzi;
pub mod head;
pub mod hide;
pub mod input;
pub mod judge;
pub mod kind;
pub mod lexicon;
pub mod map;
pub mod meta;
pub mod model;
pub mod options;
pub mod order;
pub mod page;
mod pick;
pub mod reason;
pub mod scene;
pub mod select;
pub mod spam;
pub mod style;
pub mod sums;
pub mod tag;
pub mod text;
pub mod url;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod weights;
mod words;
pub mod write;

pub use article::{Article, Removal};
pub use error::Error;
pub use options::{Kind, Options};

/// The README's Rust is compiled and run with the other examples of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// Version of the crate and the package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The page's main content, `None` where there is nothing to read.
///
/// # Errors
/// Only for options that cannot be used, or a page over the caller's own limit; never for odd HTML.
#[cfg(feature = "html")]
pub fn extract(html: &str, options: &Options) -> Result<Option<Article>, Error> {
    options.check()?;
    let page = input::html::page(html, options)?;
    Ok(judge::Judged::of(page, options).article(options))
}

/// The whole page without spam, ads and clutter.
///
/// # Errors
/// As [`extract`].
#[cfg(feature = "html")]
pub fn clean(html: &str, options: &Options) -> Result<clean::Cleaned, Error> {
    options.check()?;
    clean::clean(html, options)
}

/// Every text block of the page with its score and what spoke for and against it.
///
/// # Errors
/// As [`extract`].
#[cfg(feature = "html")]
pub fn explain(html: &str, options: &Options) -> Result<explain::Explanation, Error> {
    options.check()?;
    let page = input::html::page(html, options)?;
    Ok(explain::explain(&judge::Judged::of(page, options), options))
}

/// Whether a person would want a reader view of the page.
///
/// # Errors
/// As [`extract`].
#[cfg(feature = "html")]
pub fn is_readable(html: &str, options: &Options) -> Result<bool, Error> {
    options.check()?;
    let page = input::html::page(html, options)?;
    Ok(judge::Judged::of(page, options).is_readable(options))
}
