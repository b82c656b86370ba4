//! Learns cue tables: how much more often a token stands at kept than at dropped text.

use crate::labels::Label;
use crate::table::OwnedTable;
use dehusk::cue;
use dehusk::page::{Page, Row};
use dehusk::scene::Scene;
use dehusk::tag::BLOCK;
use dehusk::text;
use std::collections::{HashMap, HashSet};

/// Folds pages are split into, by site.
pub const FOLDS: usize = 5;

/// The fold of a site.
pub fn fold(split_key: &str) -> usize {
    text::hash(split_key) as usize % FOLDS
}

#[derive(Default, Clone)]
struct Count {
    kept: [f32; FOLDS],
    dropped: [f32; FOLDS],
    sites: HashSet<u32>,
}

/// Counts of all tokens over a corpus.
#[derive(Default)]
pub struct Tally {
    counts: HashMap<u32, Count>,
    kept: [f32; FOLDS],
    dropped: [f32; FOLDS],
}

impl Tally {
    fn add(&mut self, token: u32, site: u32, fold: usize, kept: f32, dropped: f32) {
        let count = self.counts.entry(token).or_default();
        count.kept[fold] += kept;
        count.dropped[fold] += dropped;
        count.sites.insert(site);
    }

    /// The table from all folds but `without`: the `size` most telling tokens of at least `sites` sites.
    pub fn table(&self, without: Option<usize>, size: usize, sites: usize) -> OwnedTable {
        /// Added to each count: a token seen once says little.
        const SMOOTH: f32 = 1.0;
        let sum = |values: &[f32; FOLDS]| (0..FOLDS).filter(|&f| Some(f) != without).map(|f| values[f]).sum::<f32>();
        let (all_kept, all_dropped) = (sum(&self.kept), sum(&self.dropped));
        let mut rows: Vec<(f32, u32, i8)> = self
            .counts
            .iter()
            .filter(|(_, count)| count.sites.len() >= sites)
            .map(|(&token, count)| {
                let (kept, dropped) = (sum(&count.kept), sum(&count.dropped));
                let odds =
                    ((kept + SMOOTH) / (all_kept + SMOOTH)).ln() - ((dropped + SMOOTH) / (all_dropped + SMOOTH)).ln();
                let quantised = (odds * 16.0).round().clamp(-127.0, 127.0) as i8;
                (odds.abs() * (kept + dropped).sqrt(), token, quantised)
            })
            .collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.truncate(size);
        OwnedTable::of(rows.into_iter().map(|(_, token, odds)| (token, odds)).collect())
    }
}

/// Levels of block-level ancestors whose names count for a block.
const NEAR: usize = 3;

/// Adds one page: names near its blocks by their share of the page's text, words of short blocks by block.
pub fn count(names: &mut Tally, words: &mut Tally, page: &Page, scene: &Scene, labels: &[Label], split_key: &str) {
    let (fold, site) = (fold(split_key), text::hash(split_key));
    let all: f32 = scene.blocks.iter().map(|block| block.counts.text.words as f32).sum::<f32>().max(1.0);
    for (at, (block, label)) in scene.blocks.iter().zip(labels).enumerate() {
        if label.known == 0.0 {
            continue;
        }
        let weight = 10.0 * (block.counts.text.words as f32).sqrt() / all.sqrt() / (scene.blocks.len() as f32).sqrt();
        let (kept, dropped) = (weight * label.share, weight * (1.0 - label.share));
        names.kept[fold] += kept;
        names.dropped[fold] += dropped;
        let mut seen = HashSet::new();
        for row in near_rows(page, block.start) {
            cue::name_tokens(page, row, |token| {
                seen.insert(token);
            });
        }
        for token in seen {
            names.add(token, site, fold, kept, dropped);
        }
        if block.counts.text.words <= 12 {
            let weight = 10.0 / scene.blocks.len() as f32;
            let (kept, dropped) = (weight * label.share, weight * (1.0 - label.share));
            words.kept[fold] += kept;
            words.dropped[fold] += dropped;
            let distinct: HashSet<u32> = text::words(scene.block_text(page, at)).collect();
            for token in distinct {
                words.add(token, site, fold, kept, dropped);
            }
        }
    }
}

fn near_rows(page: &Page, start: Row) -> Vec<Row> {
    let mut levels = 0;
    page.ancestors(start)
        .take_while(|&row| {
            levels += usize::from(page.tag[row as usize].is(BLOCK));
            levels <= NEAR
        })
        .collect()
}
