//! `cargo xtask torture`: pages made to hang or break readers, against Dehusk and the other readers.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::browser::CHROMIUM;
use crate::build::{self, Part};
use crate::context::Context;
use crate::{node, pack, setup};

/// Options of `torture`.
#[derive(clap::Args)]
pub struct Args {
    /// Only pages whose name holds this
    #[arg(long, default_value = "")]
    only: String,
    /// Dehusk alone, without the others
    #[arg(long)]
    own: bool,
    /// In Chromium, with the extension
    #[arg(long, conflicts_with = "own")]
    live: bool,
}

/// Runs the command; fails if Dehusk breaks a limit.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    setup::tools(context)?;
    if args.live {
        return live(context, args);
    }
    build::build(context, &[Part::Package])?;
    let out = context.path("target/bench");
    std::fs::create_dir_all(&out)?;
    let mut command = node::node(context);
    command.args(["tests/bench/torture.mjs", "--only", &args.only, "--out"]).arg(out.join("torture.json"));
    if args.own {
        command.arg("--own");
    }
    let status = command.status().context("node could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The same pages in a browser: each is read by a click, given back, and the next is read as ever.
fn live(context: &Context, args: &Args) -> Result<ExitCode> {
    let chromium = CHROMIUM.setup(context)?;
    build::build(context, &[Part::Package, Part::Extension])?;
    pack::pack(context, &[Part::Extension])?;
    let mut command = node::node(context);
    command.args(["tests/bench/torture-live.mjs", "--only", &args.only]).env(CHROMIUM.variable, chromium);
    let status = command.status().context("node could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
