//! Scores of text blocks and kinds of pages by models that have not seen the page's site, as files and in place
//! of the shipped ones.

use anyhow::{Context, Result};
use dehusk::clutter::{Clutter, Model};
use dehusk::features::View;
use dehusk::judge::{self, Judged};
use dehusk::kind::{self, thread, Kind};
use serde::Deserialize;
use std::collections::HashMap;
use std::io::BufRead;
use std::path::Path;

/// What is known of pages, by `SET/ID`.
#[derive(Default)]
pub struct Scores(HashMap<String, Line>);

/// One page. Without a kind it is as the shipped model says.
#[derive(Deserialize)]
struct Line {
    set: String,
    id: String,
    scores: Vec<f32>,
    kind: Option<Judgement>,
}

#[derive(Deserialize)]
struct Judgement {
    name: String,
    readable: f32,
    thread: f32,
    article: f32,
}

impl Scores {
    /// Reads `{"set", "id", "scores", "kind"?: {"name", "readable", "thread", "article"}}`, one a line.
    pub fn load(file: &Path) -> Result<Scores> {
        let lines = std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
        let rows = std::io::BufReader::new(lines).lines().map(|line| {
            let line: Line = serde_json::from_str(&line?)?;
            Ok((format!("{}/{}", line.set, line.id), line))
        });
        Ok(Scores(rows.collect::<Result<_>>()?))
    }

    /// What is known of a page in place of what the shipped models say, if it has as many blocks.
    pub fn of(&self, view: View<'_>, set: &str, id: &str) -> (Kind, Vec<f32>) {
        let shipped = judge::scores(view);
        let known = self.0.get(&format!("{set}/{id}"));
        let Some(line) = known.filter(|line| line.scores.len() == view.scene.blocks.len()) else { return shipped };
        let kind = line.kind.as_ref().map_or(shipped.0, |known| Kind {
            name: kind::NAMES.iter().find(|&&name| name == known.name).copied().unwrap_or(kind::OTHER),
            readable: known.readable,
            thread: known.thread,
            article: known.article,
        });
        let mut scores = line.scores.clone();
        thread::without_comments(view.scene, kind, &mut scores);
        (kind, scores)
    }

    /// Judges a page by what is known of it; as it was, if nothing is.
    pub fn apply(&self, judged: &mut Judged, set: &str, id: &str) {
        if !self.0.contains_key(&format!("{set}/{id}")) {
            return;
        }
        (judged.kind, judged.scores) = self.of(judged.view(), set, id);
        judged.clutter = Clutter::of(&judged.page, &judged.sums, &judged.scene, &judged.scores, &Model::shipped());
    }
}
