//! Output. Only a [`fragment::Fragment`] can be written, and only its allowlist can make one.

pub mod fragment;
pub mod html;
pub mod markdown;
pub mod media;
pub mod table;
pub mod text;
