//! Trains the clutter model and writes `src/weights/clutter.rs`.

use crate::forest;
use crate::table::OwnedTable;
use crate::train::trainer;
use anyhow::{Context, Result};
use std::path::Path;

/// Runs the trainer over a dump and writes the constants to `target`. `folds`: also a model without each fold.
pub fn train(dump: &Path, python: &str, folds: bool, target: &Path) -> Result<()> {
    trainer(python, "clutter_train.py", dump, if folds { &["--folds"] } else { &[] })?;
    write(dump, target)
}

/// Writes the constants of a trained dump.
pub fn write(dump: &Path, target: &Path) -> Result<()> {
    let text = std::fs::read_to_string(dump.join("tables.json"))?;
    let tables: Vec<OwnedTable<u8>> = serde_json::from_str(&text)?;
    let table = tables.last().context("no table in the dump")?;
    let schema = dehusk::text::hash(&dehusk::clutter::features::schema().0.join(" "));
    let mut out = forest::head("dehusk-lab clutter-train", true);
    out += &format!("/// Hash of the feature names these weights are for.\npub const SCHEMA: u32 = {schema:#x};\n\n");
    let what = "Names, address parts and words, and what they speak for, as in `clutter::mark`.";
    out += &table.constant("TABLE", "Table<'static, u8>", what);
    for (name, what) in [
        ("screen", "Clears most units."),
        ("forest", "Clutter or not."),
        ("kind0", "An ad or other clutter."),
        ("kind1", "A consent notice or other clutter."),
        ("kind2", "A plea or other clutter."),
        ("kind3", "Share buttons or other clutter."),
    ] {
        out += &forest::constant(&dump.join("all").join(format!("{name}.json")), &name.to_uppercase(), what)?;
        out.push('\n');
    }
    out.pop();
    std::fs::write(target, out)?;
    Ok(())
}
