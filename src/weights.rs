//! Generated constants: what training found.

#[rustfmt::skip]
pub mod clutter;
#[rustfmt::skip]
pub mod content;
/// What kind of page.
#[rustfmt::skip]
pub mod kind;
/// Injected text.
#[rustfmt::skip]
pub mod spam;
