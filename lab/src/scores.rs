//! Scores of text blocks by models that have not seen the page's site, as files and in place of the shipped ones.

use anyhow::{Context, Result};
use dehusk::clutter::{Clutter, Model};
use dehusk::judge::Judged;
use serde::Deserialize;
use std::collections::HashMap;
use std::io::BufRead;
use std::path::Path;

/// Scores of pages by `SET/ID`.
#[derive(Default)]
pub struct Scores(HashMap<String, Vec<f32>>);

#[derive(Deserialize)]
struct Line {
    set: String,
    id: String,
    scores: Vec<f32>,
}

impl Scores {
    /// Reads `{"set", "id", "scores"}`, one a line.
    pub fn load(file: &Path) -> Result<Scores> {
        let lines = std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
        let rows = std::io::BufReader::new(lines).lines().map(|line| {
            let line: Line = serde_json::from_str(&line?)?;
            Ok((format!("{}/{}", line.set, line.id), line.scores))
        });
        Ok(Scores(rows.collect::<Result<_>>()?))
    }

    /// The scores of a page, if they are of as many blocks as it has.
    pub fn of(&self, set: &str, id: &str, blocks: usize) -> Option<Vec<f32>> {
        self.0.get(&format!("{set}/{id}")).filter(|scores| scores.len() == blocks).cloned()
    }

    /// Puts a page's scores in place of those of the shipped model.
    pub fn apply(&self, judged: &mut Judged, set: &str, id: &str) {
        if let Some(scores) = self.of(set, id, judged.scene.blocks.len()) {
            judged.scores = scores;
            judged.clutter = Clutter::of(&judged.page, &judged.sums, &judged.scene, &judged.scores, &Model::shipped());
        }
    }
}
