//! Dehusk.
#![allow(missing_docs)]
pub mod attr;
pub mod block;
pub mod cue;
pub mod error;
pub mod features;
pub mod head;
pub mod input;
pub mod lexicon;
pub mod model;
pub mod options;
pub mod page;
pub mod scene;
pub mod style;
pub mod sums;
pub mod tag;
pub mod text;
pub mod url;
pub mod weights;
