//! Generated constants: what training found.

pub mod content;
/// Injected text.
pub mod spam;
