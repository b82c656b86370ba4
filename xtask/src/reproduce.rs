//! `cargo xtask reproduce`: builds the engines once more, in another folder, and compares them byte for byte.
//!
//! What is published can then be checked by anyone: same commit, same compiler, same bytes.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{bail, Result};

use crate::archive;
use crate::build::{self, Part};
use crate::context::Context;
use crate::process;

/// The files that are compared.
const FILES: [&str; 4] = [
    "npm/wasm/full/dehusk_bg.wasm",
    "npm/wasm/full/dehusk.js",
    "npm/wasm/live/dehusk_bg.wasm",
    "npm/wasm/live/dehusk.js",
];

/// Options of `reproduce`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command; fails if a file differs.
pub fn run(context: &Context, _: &Args) -> Result<ExitCode> {
    if process::ask(context.command("git").args(["status", "--porcelain"])).is_none_or(|changed| !changed.is_empty()) {
        bail!("Commit your changes first: what is built elsewhere is the last commit.");
    }
    build::build(context, &[Part::Package])?;
    let elsewhere = std::env::temp_dir().join(format!("dehusk-reproduce-{}", std::process::id()));
    let step = context.progress.step("the same in another folder")?;
    let mut clone = context.command("git");
    process::run(&step, clone.args(["clone", "--quiet", "."]).arg(&elsewhere), "git could not copy the repository.")?;
    let mut other = context.cargo();
    other.current_dir(&elsewhere).env_remove("CARGO_TARGET_DIR").args(["xtask", "build"]);
    process::run(&step, &mut other, "The last commit does not build; `cargo xtask build` says more.")?;
    step.done("");
    let mut same = true;
    for file in FILES {
        let (ours, theirs) = (digest(context, &context.path(file)), digest(context, &elsewhere.join(file)));
        same &= ours.is_some() && ours == theirs;
        let verdict = if ours == theirs { "the same" } else { "DIFFERS" };
        println!("{file}  {verdict}\n  {}\n  {}", shown(ours), shown(theirs));
    }
    archive::remove(&elsewhere)?;
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What git calls a file of these bytes: their SHA-1 or SHA-256 with the length before them.
fn digest(context: &Context, file: &Path) -> Option<String> {
    fs::metadata(file).ok()?;
    process::ask(context.command("git").args(["hash-object", "--no-filters"]).arg(file))
}

fn shown(digest: Option<String>) -> String {
    digest.unwrap_or_else(|| "is not there".to_owned())
}
