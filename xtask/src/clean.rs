//! `cargo xtask clean`: deletes what the other commands built.

use std::process::ExitCode;

use anyhow::Result;

use crate::archive;
use crate::context::Context;

/// What `build` and `pack` leave beside cargo's target folder.
const BUILT: [&str; 7] =
    ["dist", "npm/dist", "npm/wasm", "extension/.output", "extension/.wxt", "www/dist", "test-results"];

/// What `setup`, `build` and `demo` leave in it.
const IN_TARGET: [&str; 6] = ["wasm-full", "wasm-live", "xtask-stamps", "xtask-logs", "demo", "pack"];

/// Options of `clean`.
#[derive(clap::Args)]
pub struct Args {
    /// Also delete the installed npm packages and all of cargo's target folder
    #[arg(long)]
    all: bool,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let step = context.progress.step("delete what was built")?;
    for folder in BUILT {
        archive::remove(&context.path(folder))?;
    }
    if args.all {
        archive::remove(&context.path("node_modules"))?;
        archive::remove(&context.cargo_target())?;
        archive::remove(&context.path("target"))?;
    } else {
        for folder in IN_TARGET {
            archive::remove(&context.cargo_target().join(folder))?;
            archive::remove(&context.path("target").join(folder))?;
        }
    }
    step.done("");
    Ok(ExitCode::SUCCESS)
}
