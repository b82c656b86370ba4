//! Which units of a page are known to be clutter, which to be article: the paths of the ads set
//! located in the page's tree.

use crate::corpus::Truth;
use crate::labels;
use anyhow::Result;
use dehusk::page::{Page, Row};
use dehusk::scene::Scene;
use dehusk::sums::Sums;
use dehusk::tag::{Tag, MEDIA};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// A row of the ads set.
#[derive(Deserialize)]
pub struct Known {
    set: String,
    id: String,
    #[serde(default)]
    hide: Vec<Hide>,
    #[serde(default)]
    keep: Vec<Keep>,
}

#[derive(Deserialize)]
struct Hide {
    path: String,
    category: String,
    #[serde(default)]
    conflict: bool,
}

#[derive(Deserialize)]
struct Keep {
    at: Vec<(String, u32)>,
}

/// Rows of `truth.jsonl` and `hard.jsonl` by `set/id`; pages in both are known by both.
pub fn load(folder: &Path) -> Result<HashMap<String, Known>> {
    let mut known: HashMap<String, Known> = HashMap::new();
    for file in ["truth.jsonl", "hard.jsonl"] {
        for line in std::fs::read_to_string(folder.join(file))?.lines() {
            let mut row: Known = serde_json::from_str(line)?;
            let key = format!("{}/{}", row.set, row.id);
            if let Some(before) = known.remove(&key) {
                row.hide.extend(before.hide);
                row.keep.extend(before.keep);
            }
            known.insert(key, row);
        }
    }
    Ok(known)
}

/// What is known of a page's rows.
pub struct Labels {
    /// Per row: 0 unknown, 1 ad, 2 cookie, 3 annoyance, 4 social, by the row or an ancestor.
    pub category: Vec<u8>,
    /// The row itself is labelled.
    pub root: Vec<bool>,
    /// Prefix sums: weight of text and media, weight of those in each category, length of article text.
    weight: Vec<f32>,
    marked: Vec<[f32; 5]>,
    keep: Vec<f32>,
}

/// What is known of one unit.
pub struct Label {
    pub category: usize,
    /// Share of the unit's text and media that is of the category.
    pub share: f32,
    /// Share of the page's article text in the unit, or -1: the unit's text is nearly all article.
    pub keep: f32,
    /// 1: the unit itself is labelled.
    pub root: f32,
}

impl Labels {
    pub fn of(page: &Page, sums: &Sums, scene: &Scene, truth: &Truth, known: Option<&Known>) -> Labels {
        let rows = page.len();
        let mut labels = Labels {
            category: vec![0; rows],
            root: vec![false; rows],
            weight: vec![0.0; rows + 1],
            marked: vec![[0.0; 5]; rows + 1],
            keep: vec![0.0; rows + 1],
        };
        for hide in known.iter().flat_map(|known| &known.hide).filter(|hide| !hide.conflict) {
            let category = match hide.category.as_str() {
                "ad" => 1,
                "cookie" => 2,
                "annoyance" => 3,
                "social" => 4,
                _ => continue,
            };
            if let Some(row) = locate(page, &hide.path) {
                labels.category[row as usize] = category;
                labels.root[row as usize] = true;
            }
        }
        for row in 1..rows {
            if labels.category[row] == 0 {
                labels.category[row] = labels.category[page.parent[row] as usize];
            }
        }
        let texts: Vec<&str> = (0..scene.blocks.len()).map(|at| scene.block_text(page, at)).collect();
        for (block, label) in scene.blocks.iter().zip(labels::labels(truth, &texts)) {
            if label.share * label.known >= 0.5 {
                (block.start..block.end)
                    .for_each(|row| labels.keep[row as usize + 1] = sums.between(row, row + 1).text.len as f32);
            }
        }
        for (path, chars) in known.iter().flat_map(|known| &known.keep).flat_map(|keep| &keep.at) {
            if let Some(row) = locate(page, path) {
                let place = &mut labels.keep[row as usize + 1];
                *place = place.max(*chars as f32);
            }
        }
        labels.sum(page, sums);
        labels
    }

    fn sum(&mut self, page: &Page, sums: &Sums) {
        /// Weight of a picture or frame, in characters.
        const MEDIUM: f32 = 30.0;
        for row in 0..page.len() {
            let tag = page.tag[row];
            let weight = match tag {
                Tag::Text => sums.between(row as Row, row as Row + 1).text.len as f32,
                Tag::Source | Tag::Picture => 0.0,
                tag if tag.is(MEDIA) => MEDIUM,
                _ => 0.0,
            };
            self.weight[row + 1] = self.weight[row] + weight;
            self.marked[row + 1] = self.marked[row];
            self.marked[row + 1][self.category[row] as usize] += weight;
            self.keep[row + 1] += self.keep[row];
        }
    }

    /// What is known of a unit.
    pub fn unit(&self, page: &Page, row: Row) -> Label {
        let (from, to) = (row as usize, page.end[row as usize] as usize);
        let weight = self.weight[to] - self.weight[from];
        let (category, marked) = (1..5)
            .map(|at| (at, self.marked[to][at] - self.marked[from][at]))
            .fold((0, 0.0), |a, b| if b.1 > a.1 { b } else { a });
        let own = self.category[from] as usize;
        let holds = self.category[from..to].iter().any(|&category| category != 0);
        let (category, share) = match weight > 0.0 {
            _ if own > 0 => (own, 1.0),
            true if category > 0 => (category, marked / weight),
            _ if holds => (self.category[from..to].iter().copied().max().unwrap_or(0) as usize, 0.5),
            _ => (0, 0.0),
        };
        let (kept, all) = (self.keep[to] - self.keep[from], self.keep[page.len()]);
        let text = page.subtree_text(row).chars().filter(|c| !c.is_whitespace()).count() as f32;
        let keep = if kept > 0.5 * text && kept > 0.0 { -1.0 } else { kept / all.max(1.0) };
        Label { category, share, keep, root: f32::from(u8::from(self.root[from])) }
    }
}

impl Labels {
    /// Share of the page's article text in a subtree, 0…1.
    pub fn article(&self, page: &Page, row: Row) -> f32 {
        (self.keep[page.end[row as usize] as usize] - self.keep[row as usize]) / self.keep[page.len()].max(1.0)
    }
}

/// The row of `html>body>div:nth-child(2)>…`.
pub fn locate(page: &Page, path: &str) -> Option<Row> {
    let mut row = 0;
    for step in path.replace(' ', "").split('>').skip(1) {
        let mut elements = page.children(row).filter(|&child| page.tag[child as usize].is_element());
        row = match step.split_once(":nth-child(") {
            Some((_, number)) => elements.nth(number.trim_end_matches(')').parse::<usize>().ok()?.checked_sub(1)?)?,
            None => elements.find(|&child| page.tag[child as usize].name() == step)?,
        };
    }
    Some(row)
}
