//! Trains what scores blocks and tells kinds of pages, and writes `src/weights`.

use crate::forest;
use crate::table::OwnedTable;
use anyhow::{bail, Context, Result};
use dehusk::kind;
use serde::Deserialize;
use std::path::Path;
use std::process::Command;

const BY: &str = "cargo xtask train";

#[derive(Deserialize)]
struct Cues {
    names: OwnedTable,
    words: OwnedTable,
}

/// Trains blocks, then kinds of pages on the blocks' scores out of fold, and writes both into the folder `target`.
pub fn train(dump: &Path, python: &str, target: &Path) -> Result<()> {
    for (script, more) in [("train.py", &["--folds"][..]), ("train.py", &[]), ("kind_train.py", &[])] {
        trainer(python, script, dump, more)?;
    }
    write(dump, target)
}

/// Runs a Python script of this folder over a dump.
pub fn trainer(python: &str, script: &str, dump: &Path, more: &[&str]) -> Result<()> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let done = Command::new(python)
        .arg(script)
        .arg(dump)
        .args(more)
        .status()
        .with_context(|| format!("cannot run {python}"))?;
    if !done.success() {
        bail!("the trainer failed; it needs Python 3 with lightgbm and numpy");
    }
    Ok(())
}

/// Writes the constants of a trained dump: `content.rs` and `kind.rs`.
pub fn write(dump: &Path, target: &Path) -> Result<()> {
    let cues: Cues = serde_json::from_str(&std::fs::read_to_string(dump.join("cues.json"))?)?;
    let mut out = forest::head(BY, true);
    out += &format!(
        "/// Hash of the feature names these weights are for.\npub const SCHEMA: u32 = {:#x};\n\n",
        dehusk::features::schema()
    );
    out += &cues.names.constant("NAMES", "Table<'static>", "Log-odds of name tokens.");
    out += &cues.words.constant("WORDS", "Table<'static>", "Log-odds of words in short blocks.");
    out += &forest::constant(&dump.join("forest.json"), "FOREST", "The trained trees.")?;
    std::fs::write(target.join("content.rs"), out)?;
    let mut out = forest::head(BY, false);
    for (at, kind) in kind::NAMES.iter().enumerate() {
        let file = dump.join(format!("kind{at}.json"));
        out += &(forest::constant(&file, &format!("KIND{at}"), &format!("Of kind {kind}."))? + "\n");
    }
    out += &forest::constant(&dump.join("readable.json"), "READABLE", "Of pages a person would want a view of.")?;
    std::fs::write(target.join("kind.rs"), out)?;
    Ok(())
}
