//! The page's main heading.

use super::View;
use crate::text::{word_set, words};

/// The block that is most likely the page's main heading: an h1 or h2, or a block early on, that says
/// what the page's title says.
#[inline(never)]
pub(super) fn title_block(view: View<'_>) -> Option<usize> {
    let stated =
        word_set(&[view.head.title.as_deref().unwrap_or(""), view.head.get("og:title").unwrap_or("")].join(" "));
    let is_stated = |word: &u32| stated.binary_search(word).is_ok();
    let mut best = (0.0, None);
    let mut own = Vec::new();
    for (at, block) in view.scene.blocks.iter().enumerate() {
        if block.counts.text.len > 600 {
            continue;
        }
        let level = view.page.tag[block.host as usize].heading_level();
        own.clear();
        own.extend(words(view.scene.block_text(view.page, at)));
        // Most blocks say nothing of the title; an h1 may be the heading all the same.
        if own.is_empty() || level != 1 && !own.iter().any(is_stated) {
            continue;
        }
        own.sort_unstable();
        own.dedup();
        let shared = own.iter().filter(|word| is_stated(word)).count() as f32;
        let likeness = shared / own.len() as f32 * (shared / stated.len().max(1) as f32).sqrt();
        let rank = match level {
            1 => 0.5,
            2 => 0.25,
            3 => 0.1,
            _ => 0.0,
        };
        let score = likeness + rank * if likeness > 0.0 { 1.0 } else { 0.5 };
        if score > best.0 + 0.01 && score >= 0.25 {
            best = (score, Some(at));
        }
    }
    best.1
}
