//! Generated constants: what training found.

pub mod content;
