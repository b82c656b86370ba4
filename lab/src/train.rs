//! Trains the extraction model and writes `src/weights/content.rs`.

use crate::forest;
use crate::table::OwnedTable;
use anyhow::{bail, Context, Result};
use serde::Deserialize;
use std::path::Path;
use std::process::Command;

#[derive(Deserialize)]
struct Cues {
    names: OwnedTable,
    words: OwnedTable,
}

/// Runs the trainer over a dump and writes the constants to `target`.
pub fn train(dump: &Path, python: &str, target: &Path) -> Result<()> {
    trainer(python, "train.py", dump, &[])?;
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

/// Writes the constants of a trained dump.
pub fn write(dump: &Path, target: &Path) -> Result<()> {
    let cues: Cues = serde_json::from_str(&std::fs::read_to_string(dump.join("cues.json"))?)?;
    let mut out = forest::head("cargo xtask train", true);
    out += &format!(
        "/// Hash of the feature names these weights are for.\npub const SCHEMA: u32 = {:#x};\n\n",
        dehusk::features::schema()
    );
    out += &cues.names.constant("NAMES", "Table<'static>", "Log-odds of name tokens.");
    out += &cues.words.constant("WORDS", "Table<'static>", "Log-odds of words in short blocks.");
    out += &forest::constant(&dump.join("forest.json"), "FOREST", "The trained trees.")?;
    std::fs::write(target, out)?;
    Ok(())
}
