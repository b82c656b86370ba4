//! How much of a page's text lies in containers of a kind, or among like siblings.

use super::View;
use crate::scene::inside;
use crate::sums::ratio;

/// Length of text in containers.
pub(super) struct Share {
    pub(super) all: u32,
    /// Among five or more siblings of one shape.
    pub(super) twins: u32,
    inside: Vec<(u32, u32)>,
}

impl Share {
    pub(super) fn of(view: View<'_>) -> Share {
        /// Levels looked up for siblings.
        const LEVELS: usize = 6;
        let View { page, scene, .. } = view;
        let bits = [inside::ARTICLE, inside::MAIN, inside::LIST, inside::TABLE, inside::COMMENTS];
        let mut share = Share { all: 0, twins: 0, inside: bits.map(|bit| (bit, 0)).to_vec() };
        for block in &scene.blocks {
            let len = block.counts.text.len;
            share.all += len;
            for (bit, sum) in &mut share.inside {
                *sum += if scene.inside[block.start as usize] & *bit != 0 { len } else { 0 };
            }
            let twin = page.ancestors(block.start).take(LEVELS).any(|row| scene.twins[row as usize] >= 5);
            share.twins += if twin { len } else { 0 };
        }
        share
    }

    pub(super) fn of_page(&self, container: u32) -> f32 {
        self.inside.iter().find(|&&(bit, _)| bit == container).map_or(0.0, |&(_, len)| ratio(len, self.all))
    }
}
