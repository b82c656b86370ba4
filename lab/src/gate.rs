//! Whether the program still reaches on known pages what it reached: floors per set, on every n-th page.

use crate::clutter_labels::Labels;
use crate::corpus::{self, Entry};
use anyhow::{bail, Context, Result};
use dehusk::input::html;
use dehusk::judge::Judged;
use dehusk::{text, Options};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{json, Value};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Floors of one set.
#[derive(Deserialize)]
struct Floor {
    /// Every how many-th page is read.
    every: usize,
    /// Hash of the truths the floors were found with.
    digest: u32,
    /// Least figures, by their place in what `score.py` prints; `readable`, `unreadable` are ours.
    least: BTreeMap<String, f64>,
    /// Greatest figures, likewise; `lost`: mean share of an article's text that is hidden.
    most: BTreeMap<String, f64>,
}

/// Reads `floors`, `{"set": floor}`, and compares. `work` is for outputs.
pub fn gate(floors: &Path, corpus: &Path, bench: &Path, work: &Path, python: &str) -> Result<()> {
    let floors: BTreeMap<String, Floor> = serde_json::from_str(&std::fs::read_to_string(floors)?)?;
    let mut failed = Vec::new();
    for (set, floor) in &floors {
        let figures = figures(set, floor, corpus, bench, &work.join(set), python)?;
        let checks = floor.least.iter().map(|(name, &bound)| (name, bound, true));
        for (name, bound, at_least) in checks.chain(floor.most.iter().map(|(name, &bound)| (name, bound, false))) {
            let found = figures.pointer(&format!("/{name}")).and_then(Value::as_f64);
            let found = found.with_context(|| format!("{set} has no figure {name}"))?;
            let holds = if at_least { found >= bound } else { found <= bound };
            let line = format!("{set} {name}: {found:.4}, {} {bound}", if at_least { "at least" } else { "at most" });
            println!("{} {line}", if holds { "  " } else { "✗ " });
            failed.extend((!holds).then_some(line));
        }
    }
    if !failed.is_empty() {
        bail!("below what was reached:\n{}", failed.join("\n"));
    }
    Ok(())
}

/// All figures of every n-th page of a set.
fn figures(set: &str, floor: &Floor, corpus: &Path, bench: &Path, work: &Path, python: &str) -> Result<Value> {
    std::fs::create_dir_all(work)?;
    let folder = corpus.join(set);
    let entries: Vec<Entry> = corpus::load(&folder)?.into_iter().step_by(floor.every).collect();
    let pages: Vec<(Value, f32)> = entries.par_iter().map(page).collect::<Result<_>>()?;
    let rows = std::fs::read_to_string(folder.join("truth.jsonl"))?;
    if text::hash(&rows) != floor.digest {
        bail!("the truths of {set} are not those the floors were found with (digest {:#x})", text::hash(&rows));
    }
    let rows: Vec<&str> = rows.lines().filter(|line| !line.trim().is_empty()).step_by(floor.every).collect();
    std::fs::write(work.join("truth.jsonl"), rows.join("\n"))?;
    std::fs::copy(folder.join("set.json"), work.join("set.json"))?;
    let file = work.join("out.jsonl");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&file)?);
    for (row, _) in &pages {
        writeln!(out, "{row}")?;
    }
    drop(out);
    let mut figures = score(bench, work, &file, python)?;
    let share = |kinds: &[&str], is: bool| {
        let known: Vec<bool> = entries
            .iter()
            .zip(&pages)
            .filter(|(entry, _)| entry.truth.page_type.as_deref().is_some_and(|kind| kinds.contains(&kind)))
            .map(|(_, (row, _))| row["readable"] == is)
            .collect();
        known.iter().filter(|&&right| right).count() as f64 / known.len().max(1) as f64
    };
    figures["readable"] = json!(share(&["article", "forum", "documentation"], true));
    figures["unreadable"] = json!(share(&["product", "collection", "listing"], false));
    figures["lost"] = json!(pages.iter().map(|page| f64::from(page.1)).sum::<f64>() / pages.len().max(1) as f64);
    Ok(figures)
}

/// What is written of a page, and the share of its article's text that is hidden.
fn page(entry: &Entry) -> Result<(Value, f32)> {
    let options = Options { url: entry.truth.address().map(str::to_string), ..Options::default() };
    let judged = Judged::of(html::page(&entry.html()?, &options)?, &options);
    let mut row = judged.article(&options).map_or_else(|| Ok(json!({"text": ""})), serde_json::to_value)?;
    row["id"] = json!(entry.truth.id);
    row["readable"] = json!(judged.is_readable(&options));
    let labels = Labels::of(&judged.page, &judged.sums, &judged.scene, &entry.truth, None);
    let plan = judged.plan(&judged.body(options.strictness as f32), &options);
    let lost = plan.verdicts.iter().map(|verdict| labels.article(&judged.page, verdict.row)).sum();
    Ok((row, lost))
}

fn score(bench: &Path, set: &Path, out: &PathBuf, python: &str) -> Result<Value> {
    let done = Command::new(python)
        .arg(bench.join("score.py"))
        .args(["--json", "--bootstrap", "0", "--set"])
        .arg(set)
        .arg(out)
        .output()
        .with_context(|| format!("cannot run {python}"))?;
    if !done.status.success() {
        bail!("score.py failed: {}", String::from_utf8_lossy(&done.stderr));
    }
    let mut found: Value = serde_json::from_slice(&done.stdout)?;
    Ok(found["results"]["out"].take())
}
