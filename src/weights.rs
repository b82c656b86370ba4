//! Generated constants: what training found.

#[rustfmt::skip]
pub mod clutter;
#[rustfmt::skip]
pub mod content;
/// Injected text.
#[rustfmt::skip]
pub mod spam;
