//! Which writing a page's running text is in, and how much of a piece is in another.

use crate::hanzi::{variant, Variant};
use crate::page::{Page, Row};
use crate::sums::{Sums, LONG};
use crate::tag::Tag;
use crate::text::Script;

/// Letters of a piece by script, and its one-sided Chinese characters.
#[derive(Clone, Copy, Default)]
pub struct Letters {
    /// By script.
    pub scripts: [u32; Script::COUNT],
    simplified: u32,
    traditional: u32,
}

impl Letters {
    /// Counts.
    pub fn of(text: &str) -> Letters {
        let mut letters = Letters::default();
        for c in text.chars() {
            if c.is_ascii() {
                letters.scripts[Script::Latin as usize] += u32::from(c.is_ascii_alphabetic());
                continue;
            }
            let script = Script::of(c);
            letters.scripts[script as usize] += 1;
            if script == Script::Han {
                match variant(c) {
                    Some(Variant::Simplified) => letters.simplified += 1,
                    Some(Variant::Traditional) => letters.traditional += 1,
                    None => {}
                }
            }
        }
        letters.scripts[Script::Common as usize] = 0;
        letters
    }

    /// Adds.
    pub fn add(&mut self, other: Letters) {
        for (sum, count) in self.scripts.iter_mut().zip(other.scripts) {
            *sum += count;
        }
        self.simplified += other.simplified;
        self.traditional += other.traditional;
    }
}

/// Scripts and orthography of the page's running text.
pub struct Native {
    scripts: [bool; Script::COUNT],
    foreign_variant: Option<Variant>,
}

impl Native {
    /// From the letters of each piece.
    pub fn of(page: &Page, sums: &Sums, pieces: &[Row], each: &[Letters]) -> Native {
        /// Share of the running text's letters a native script has at least.
        const SHARE: f32 = 0.05;
        /// One-sided characters that make an orthography known, and how far one outweighs the other.
        const KNOWN: (u32, u32) = (20, 4);
        let (mut running, mut all) = (Letters::default(), Letters::default());
        for (&row, &letters) in pieces.iter().zip(each) {
            all.add(letters);
            if !sums.in_link[row as usize] && sums.text_len(row, row + 1) >= LONG {
                running.add(letters);
            }
        }
        debug_assert!(pieces.iter().all(|&row| page.tag[row as usize] == Tag::Text));
        let letters = if running.scripts.iter().all(|&count| count == 0) { all } else { running };
        let sum: u32 = letters.scripts.iter().sum();
        let (simplified, traditional) = (letters.simplified, letters.traditional);
        let foreign_variant = if simplified + traditional < KNOWN.0 {
            None
        } else if traditional > KNOWN.1 * simplified {
            Some(Variant::Simplified)
        } else if simplified > KNOWN.1 * traditional {
            Some(Variant::Traditional)
        } else {
            None
        };
        Native { scripts: letters.scripts.map(|count| count as f32 >= SHARE * sum as f32), foreign_variant }
    }

    /// Letters of a piece that the page's running text does not use.
    pub fn foreign(&self, letters: &Letters) -> u32 {
        let scripts: u32 =
            letters.scripts.iter().zip(self.scripts).filter(|(_, native)| !native).map(|(count, _)| count).sum();
        let one_sided = match self.foreign_variant {
            Some(Variant::Simplified) => letters.simplified,
            Some(Variant::Traditional) => letters.traditional,
            None => 0,
        };
        scripts + if self.scripts[Script::Han as usize] { one_sided } else { 0 }
    }
}
