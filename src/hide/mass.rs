//! Where the article's text is expected: each block's length times its probability, summed over rows.
//! Does not depend on strictness, so neither does what it protects.

use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::sums::Sums;

/// Prefix sums of expected article text.
#[derive(Debug)]
pub struct Mass {
    prefix: Vec<f32>,
}

impl Mass {
    /// From the extraction model's scores.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, sums: &Sums, scene: &Scene, scores: &[f32]) -> Mass {
        let mut prefix = vec![0.0; page.len() + 1];
        for (block, score) in scene.blocks.iter().zip(scores) {
            for row in block.start..block.end {
                prefix[row as usize + 1] = score * sums.text_len(row, row + 1) as f32;
            }
        }
        for row in 1..prefix.len() {
            prefix[row] += prefix[row - 1];
        }
        Mass { prefix }
    }

    /// Of the rows `from..to`.
    #[must_use]
    pub fn between(&self, from: Row, to: Row) -> f32 {
        self.prefix[to as usize] - self.prefix[from as usize]
    }

    /// Of the page.
    #[must_use]
    pub fn all(&self) -> f32 {
        self.prefix.last().copied().unwrap_or(0.0)
    }

    /// Share of the page's article text in the rows `from..to`, 0…1; 0 where there is no article to protect.
    #[must_use]
    pub fn share(&self, from: Row, to: Row) -> f32 {
        /// Weighted characters: two sentences (`kind::is_worth_a_view`).
        const LEAST: f32 = 200.0;
        if self.all() >= LEAST {
            self.between(from, to) / self.all()
        } else {
            0.0
        }
    }
}
