//! Output tree → GitHub-flavoured Markdown (spec.commonmark.org 0.31, github.github.com/gfm) that parses
//! back to the same structure. First the tree is [`lower`]ed to what Markdown can hold, then printed.

mod escape;
mod flank;
mod inline;
pub mod lower;
mod notes;
mod print;
pub mod tree;

use super::fragment::Fragment;

/// The Markdown of a fragment.
#[must_use]
pub fn markdown(fragment: &Fragment) -> String {
    print::print(&lower::lower(fragment))
}
