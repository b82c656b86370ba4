//! What the fuzz targets share: pages made of bytes, and the laws that hold for whatever came in.

pub mod laws;
pub mod page;
pub mod snapshot;

/// Written without the writers' own table where that is possible.
#[path = "../../vectors/audit.rs"]
pub mod audit;

/// The whole body of a page as an output.
#[path = "../../common/mod.rs"]
pub mod common;
