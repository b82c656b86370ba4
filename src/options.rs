//! What a caller may choose, with defaults.

use crate::error::Error;
use serde::{Deserialize, Serialize};

/// Kinds of block that can be hidden.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Links or text injected by a third party.
    Spam,
    /// Advertisements and sponsored boxes.
    Ad,
    /// Cookie and consent notices.
    Cookie,
    /// Requests to subscribe.
    Newsletter,
    /// Share and follow buttons.
    Share,
    /// Teasers for other pages.
    Related,
    /// Boxes that lie over the page.
    Overlay,
    /// Readers' comments.
    Comments,
}

impl Kind {
    /// Every kind, in the order of their declaration.
    pub const ALL: [Kind; 8] = [
        Kind::Spam,
        Kind::Ad,
        Kind::Cookie,
        Kind::Newsletter,
        Kind::Share,
        Kind::Related,
        Kind::Overlay,
        Kind::Comments,
    ];

    /// The name callers use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Spam => "spam",
            Kind::Ad => "ad",
            Kind::Cookie => "cookie",
            Kind::Newsletter => "newsletter",
            Kind::Share => "share",
            Kind::Related => "related",
            Kind::Overlay => "overlay",
            Kind::Comments => "comments",
        }
    }
}

/// Bounds on what is read of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Rows: about what is read within two seconds (`tests/bad_input.rs`), more than pages have that people read.
    pub nodes: u32,
    /// Levels; browsers fold beyond 512 (Blink, WebKit: `maximumHTMLParserDOMTreeDepth`).
    pub depth: u16,
    /// Bytes of text, and of attribute values. Offsets are 32-bit.
    pub bytes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { nodes: 500_000, depth: 512, bytes: 256 << 20 }
    }
}

/// Options of every entry point. All have defaults; unknown keys are ignored.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Options {
    /// Address of the page; relative links are resolved against it.
    pub url: Option<String>,
    /// 0 keeps more, 1 hides more.
    pub strictness: f64,
    /// Kinds to hide; none given: all but comments.
    pub hide: Option<Vec<Kind>>,
    /// Pages with more nodes give `TOO_LARGE`.
    pub max_nodes: Option<u32>,
    /// Levels kept; deeper ones are folded into their parent. At most 512.
    pub max_depth: Option<u16>,
    /// CSS selectors of elements that are never hidden.
    pub keep_selectors: Vec<String>,
    /// CSS selectors of elements that are always hidden.
    pub hide_selectors: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            url: None,
            strictness: 0.5,
            hide: None,
            max_nodes: None,
            max_depth: None,
            keep_selectors: Vec::new(),
            hide_selectors: Vec::new(),
        }
    }
}

impl Options {
    /// Refuses values that cannot be used.
    ///
    /// # Errors
    /// [`Error::BadOption`] for a strictness outside 0…1 or a depth of 0.
    pub fn check(&self) -> Result<(), Error> {
        if !(0.0..=1.0).contains(&self.strictness) {
            return Err(Error::BadOption("strictness must be a number from 0 (keep more) to 1 (hide more).".into()));
        }
        if self.max_depth == Some(0) {
            return Err(Error::BadOption("maxDepth must be at least 1.".into()));
        }
        Ok(())
    }

    /// The bounds to build a page with.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let normal = Limits::default();
        Limits { depth: self.max_depth.map_or(normal.depth, |depth| depth.min(normal.depth)), ..normal }
    }

    /// Whether blocks of this kind are to be hidden.
    #[must_use]
    pub fn hides(&self, kind: Kind) -> bool {
        self.hide.as_ref().map_or(kind != Kind::Comments, |kinds| kinds.contains(&kind))
    }
}
