//! Numbers of all candidates for the title, for training the trees that choose among them.

use crate::corpus;
use crate::forest;
use anyhow::{bail, Context, Result};
use dehusk::input::html;
use dehusk::judge::Judged;
use dehusk::meta::evidence::Evidence;
use dehusk::meta::site;
use dehusk::meta::title::{considered, feature};
use dehusk::meta::view::View;
use dehusk::Options;
use rayon::prelude::*;
use serde_json::{json, Value};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes one line per page: set, id, split key, the true title, candidates with their numbers.
pub fn dump(sets: &[PathBuf], out: &Path) -> Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(out)?);
    for set in sets {
        let entries = corpus::load(set)?;
        let rows: Vec<Result<Value>> = entries
            .par_iter()
            .filter(|entry| entry.truth.title.as_deref().is_some_and(|title| !title.trim().is_empty()))
            .map(candidates)
            .collect();
        for row in rows {
            writeln!(file, "{}", row?)?;
        }
    }
    Ok(())
}

fn candidates(entry: &corpus::Entry) -> Result<Value> {
    let options = Options { url: entry.truth.address().map(str::to_string), ..Options::default() };
    let judged = Judged::of(html::page(&entry.html()?, &options)?, &options);
    let body = judged.body(0.5);
    let content = body.ranges(&judged.scene);
    let spam: Vec<(u32, u32)> =
        (0..judged.page.len()).filter(|&row| body.spam[row]).map(|row| (row as u32, row as u32 + 1)).collect();
    let view = View::of(&judged.page, &judged.head, &judged.sums, &content, &spam);
    let sites = site::keys(&view);
    let evidence = Evidence::of(&view, &sites);
    let (refs, candidates, _) = considered(&view, &evidence, &sites);
    let rows = feature::features(&view, &evidence, &refs, &sites, &candidates);
    Ok(json!({
        "set": entry.set, "id": entry.truth.id, "key": entry.truth.split_key, "title": entry.truth.title,
        "names": feature::NAMES,
        "candidates": candidates.iter().zip(&rows).map(|(c, row)| json!([c.text, row.to_vec()])).collect::<Vec<_>>(),
    }))
}

/// Trains on a dump and writes the weights to `target`.
pub fn train(dump: &Path, python: &str, target: &Path) -> Result<()> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/title.py");
    let fitted = dump.with_extension("forest.json");
    let done = Command::new(python)
        .arg(script)
        .args([dump, &fitted])
        .status()
        .with_context(|| format!("cannot run {python}"))?;
    if !done.success() {
        bail!("the trainer failed; it needs Python 3 with lightgbm and numpy");
    }
    forest::write(&fitted, "FOREST", "Boosted trees that tell a title from the other candidates.", target)
}
