//! Output. Only a [`fragment::Fragment`] can be written, and only its allowlist can make one.

pub mod address;
pub mod allow;
pub mod callout;
mod chrome;
mod code;
pub mod embed;
pub(crate) mod emoji;
pub mod fragment;
mod gloss;
pub mod html;
pub mod ids;
pub(crate) mod ink;
pub mod markdown;
pub(crate) mod math;
pub mod media;
pub(crate) mod names;
pub mod note;
mod place;
mod sink;
mod table;
pub mod text;
mod walk;
pub mod whole;
