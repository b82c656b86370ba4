//! Dehusk.
#![allow(missing_docs)]
pub mod attr;
pub mod error;
pub mod input;
pub mod options;
pub mod page;
pub mod tag;
