//! `cargo xtask train`: trains what scores text blocks and tells kinds of pages, on folders of pages with truths.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{ensure, Result};

use crate::context::Context;
use crate::process;

/// Sets with truths of text; the first four are articles of other projects' tests.
const SETS: [&str; 6] = ["scrapinghub", "trafilatura", "readability", "defuddle", "wcxb", "zhweb"];

/// Options of `train`.
#[derive(clap::Args)]
pub struct Args {
    /// Folder with sets of pages
    #[arg(long, default_value = "../shared/corpus")]
    corpus: PathBuf,
    /// Python 3 with lightgbm and numpy
    #[arg(long, default_value = "python3")]
    python: String,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let corpus = context.path("").join(&args.corpus);
    ensure!(corpus.is_dir(), "{} is no folder; name the one with the sets by --corpus", corpus.display());
    let dump = context.path("target/train");
    let lab = |arguments: &[&str]| {
        let mut command = context.cargo();
        command.args(["run", "--release", "--package", "dehusk-lab", "--"]).args(arguments);
        command
    };
    let step = context.progress.step("features of all blocks")?;
    let sets = SETS.map(|set| corpus.join(set));
    process::run(&step, lab(&["dump"]).arg(&dump).args(sets), "Do the sets have a truth.jsonl each?")?;
    step.done("target/train");
    let step = context.progress.step("trees")?;
    let advice = "It needs Python 3 with lightgbm and numpy; --python names it.";
    process::run(&step, lab(&["train"]).arg(&dump).args(["--python", &args.python]), advice)?;
    step.done("src/weights/content.rs, src/weights/kind.rs; now `cargo xtask test rust`, and build to measure");
    Ok(ExitCode::SUCCESS)
}
