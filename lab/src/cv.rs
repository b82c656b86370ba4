//! What the whole program reaches on sites its model of blocks has not seen: dump, models by folds of sites,
//! a run with their scores, the measuring scripts. One table.

use crate::scores::Scores;
use crate::{corpus, dump, run, train};
use anyhow::{bail, Context, Result};
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sets whose pages are clean and whose truths are of text.
pub const SETS: [&str; 6] = ["scrapinghub", "trafilatura", "readability", "defuddle", "wcxb", "zhweb"];

/// Where things are.
pub struct Places {
    /// Dump, scores and outputs are left here.
    pub work: PathBuf,
    /// Folder with all sets.
    pub corpus: PathBuf,
    /// Folder with the measuring scripts.
    pub bench: PathBuf,
    /// Python with lightgbm and numpy.
    pub python: String,
}

/// What to measure with.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// Models of the other folds.
    Folds,
    /// The true labels: what choosing whole blocks and writing them costs by itself.
    Labels,
    /// The shipped weights, which have seen the pages.
    Shipped,
}

/// Prints the table. `dumped`: the dump is there and of this very code.
pub fn cv(places: &Places, by: By, dumped: bool) -> Result<()> {
    let sets: Vec<PathBuf> = SETS.iter().map(|set| places.corpus.join(set)).collect();
    let dump = places.work.join("dump");
    if by != By::Shipped && !dumped {
        dump::dump(&sets, &dump)?;
    }
    let scores = match by {
        By::Folds => "--folds",
        By::Labels => "--labels",
        By::Shipped => "",
    };
    if !scores.is_empty() {
        train::trainer(&places.python, "train.py", &dump, &[scores])?;
    }
    if by == By::Folds {
        train::trainer(&places.python, "kind_train.py", &dump, &[scores])?;
    }
    let scores = if scores.is_empty() { Scores::default() } else { Scores::load(&dump.join("scores.jsonl"))? };
    let out = places.work.join("out");
    run::run(&sets, &out, run::What::Article, &scores)?;
    table(places, &out)
}

fn table(places: &Places, out: &Path) -> Result<()> {
    println!("{:<14}{:>7}{:>11}{:>8}{:>10}{:>7}", "set", "F1", "precision", "recall", "accuracy", "empty");
    for set in SETS {
        let score = score(places, out, set, &["--bootstrap", "0"])?;
        let row = &score["results"][set];
        let figure = |name: &str| row[name].as_f64().map_or("-".to_string(), |figure| format!("{figure:.3}"));
        println!(
            "{set:<14}{:>7}{:>11}{:>8}{:>10}{:>7}",
            figure("f1"),
            figure("precision"),
            figure("recall"),
            figure("accuracy"),
            row["empty"].to_string()
        );
    }
    readable(places, out)?;
    let kinds = score(places, out, "wcxb", &["--by", "page_type"])?;
    for (kind, figure) in kinds["wcxb"].as_object().into_iter().flatten() {
        println!("wcxb {kind:<16}{:.3}", figure.as_f64().unwrap_or(0.0));
    }
    Ok(())
}

/// On how many pages of wcxb `isReadable` and `kind` are right.
fn readable(places: &Places, out: &Path) -> Result<()> {
    #[derive(serde::Deserialize)]
    struct Row {
        id: String,
        readable: bool,
        kind: Option<String>,
    }
    let rows = std::fs::read_to_string(out.join("wcxb.jsonl"))?;
    let rows = rows.lines().map(serde_json::from_str).collect::<serde_json::Result<Vec<Row>>>()?;
    let rows: HashMap<&str, &Row> = rows.iter().map(|row| (row.id.as_str(), row)).collect();
    // Right and all, of pages to read, of the others, of kinds.
    let mut counts = [(0, 0); 3];
    for entry in corpus::load(&places.corpus.join("wcxb"))? {
        let (Some(kind), Some(row)) = (entry.truth.page_type.as_deref(), rows.get(entry.truth.id.as_str())) else {
            continue;
        };
        let mut count = |at: usize, right: bool| {
            counts[at].0 += u32::from(right);
            counts[at].1 += 1;
        };
        match kind {
            "article" | "forum" | "documentation" => count(0, row.readable),
            "product" | "collection" | "listing" => count(1, !row.readable),
            _ => {}
        }
        // What gives no article has no kind to be wrong.
        if let Some(told) = &row.kind {
            count(2, told == kind || (kind == "collection" && told == "listing"));
        }
    }
    let [read, others, kinds] = counts.map(|(right, all)| f64::from(right) / f64::from(all.max(1)));
    println!("wcxb isReadable right: {read:.3} of what is to read, {others:.3} of the others; kind right: {kinds:.3}");
    Ok(())
}

/// What `score.py` says of one set.
fn score(places: &Places, out: &Path, set: &str, more: &[&str]) -> Result<Value> {
    let done = Command::new(&places.python)
        .arg(places.bench.join("score.py"))
        .args(["--json", "--set"])
        .arg(places.corpus.join(set))
        .args(more)
        .arg(out.join(format!("{set}.jsonl")))
        .output()
        .with_context(|| format!("cannot run {}", places.python))?;
    if !done.status.success() {
        bail!("score.py failed on {set}: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(serde_json::from_slice(&done.stdout)?)
}
