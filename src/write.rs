//! Output. Only a [`fragment::Fragment`] can be written, and only its allowlist can make one.

pub mod address;
pub mod allow;
mod callout;
mod chrome;
mod code;
pub mod embed;
mod emoji;
pub mod fragment;
mod gloss;
pub mod html;
mod ids;
mod ink;
pub mod markdown;
mod math;
pub mod media;
mod names;
mod note;
pub mod pick;
mod place;
mod sink;
mod table;
pub mod text;
mod walk;
