//! The page's main heading.

use super::View;
use crate::text::word_set;

/// The block that is most likely the page's main heading: an h1 or h2, or a block early on, that says
/// what the page's title says.
#[inline(never)]
pub(super) fn title_block(view: View<'_>) -> Option<usize> {
    let stated =
        word_set(&[view.head.title.as_deref().unwrap_or(""), view.head.get("og:title").unwrap_or("")].join(" "));
    let mut best = (0.0, None);
    for (at, block) in view.scene.blocks.iter().enumerate() {
        if block.counts.text.len > 600 {
            continue;
        }
        let level = view.page.tag[block.host as usize].heading_level();
        let words = word_set(view.scene.block_text(view.page, at));
        if words.is_empty() {
            continue;
        }
        let shared = words.iter().filter(|word| stated.binary_search(word).is_ok()).count() as f32;
        let likeness = shared / words.len() as f32 * (shared / stated.len().max(1) as f32).sqrt();
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
