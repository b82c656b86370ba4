//! What the tokens of a name, an address or a text say together.

use super::lexicon;
use crate::cue;

/// Categories of learned odds: ad, cookie, annoyance, social.
pub const CATEGORIES: usize = 4;

/// Learned tokens; a value has two bits for the category that the token speaks for, six for its
/// log-odds in eighths of a nat.
pub type Table<'a> = cue::Table<'a, u8>;

/// Evidence of tokens.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Mark {
    /// Summed log-odds of each category, in eighths of a nat.
    pub sum: [u16; CATEGORIES],
    /// The greatest.
    pub max: [u8; CATEGORIES],
    /// Bits of [`lexicon::about`].
    pub bits: u8,
}

impl Mark {
    /// Adds a token; `salted` is what the learned table knows it by, `plain` the lexicon.
    pub fn add(&mut self, learned: Table<'_>, salted: u32, plain: u32) {
        if let Some(value) = learned.get(salted) {
            let (category, odds) = ((value >> 6) as usize, value & 63);
            self.sum[category] = self.sum[category].saturating_add(odds.into());
            self.max[category] = self.max[category].max(odds);
        }
        self.bits |= lexicon::bits(plain);
    }

    /// Whether a token speaks for any category.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.bits != 0 || self.max != [0; CATEGORIES]
    }
}
