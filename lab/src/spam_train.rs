//! Trains the spam model and writes `src/weights/spam.rs`.

use crate::forest;
use crate::table::OwnedTable;
use crate::train::trainer;
use anyhow::Result;
use std::path::Path;

/// Runs the trainer over a dump and writes the constants to `target`.
pub fn train(dump: &Path, python: &str, target: &Path) -> Result<()> {
    trainer(python, "spam_train.py", dump, &[])?;
    write(dump, target)
}

/// Writes the constants of a trained dump.
pub fn write(dump: &Path, target: &Path) -> Result<()> {
    let words: OwnedTable = serde_json::from_str(&std::fs::read_to_string(dump.join("words.json"))?)?;
    let schema = dehusk::text::hash(&dehusk::spam::features::names().join(" "));
    let mut out = forest::head("cargo xtask train", true);
    out += &format!("/// Hash of the feature names these weights are for.\npub const SCHEMA: u32 = {schema:#x};\n\n");
    out += &words.constant("WORDS", "Table<'static>", "Log-odds of words and word pairs to be injected.");
    let screen = "The trees that clear most pieces by their first features.";
    out += &forest::constant(&dump.join("screen.json"), "SCREEN", screen)?;
    out.push('\n');
    out += &forest::constant(&dump.join("forest.json"), "FOREST", "The trained trees.")?;
    std::fs::write(target, out)?;
    Ok(())
}
