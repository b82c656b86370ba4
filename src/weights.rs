//! Generated constants: what training found.

pub mod clutter;
pub mod content;
/// Injected text.
pub mod spam;
