//! What the fuzz targets share: pages made of bytes, and the laws that hold for whatever came in.

pub mod laws;
pub mod page;
pub mod snapshot;

/// Written without the writers' own table where that is possible.
#[path = "../../vectors/audit.rs"]
pub mod audit;

/// What holds for every hide plan.
#[path = "../../common/plans.rs"]
pub mod plans;

/// The whole body of a page as an output.
#[path = "../../common/mod.rs"]
pub mod common;

/// A page with an article, a link farm, an ad and a share box: also the seed of the target `html`.
pub const PAGE: &str = include_str!("../corpus/html/river.html");
