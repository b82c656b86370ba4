//! `cargo xtask soak`: thousands of visits in one profile, after which nothing may have grown.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::browser::CHROMIUM;
use crate::build::{self, Part};
use crate::context::Context;
use crate::{node, pack, setup};

/// Options of `soak`.
#[derive(clap::Args)]
pub struct Args {
    /// Pages to open, read by a click, close and give back
    #[arg(long, default_value_t = 2000)]
    visits: u32,
}

/// Runs the command; fails if something grew or a page was not given back as it was.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    in_chromium(context, &["tests/browser/soak.mjs", "--visits", &args.visits.to_string()])
}

/// Runs a script with the packed extension of this commit, in Chromium.
pub fn in_chromium(context: &Context, script: &[&str]) -> Result<ExitCode> {
    setup::tools(context)?;
    let chromium = CHROMIUM.setup(context)?;
    build::build(context, &[Part::Package, Part::Extension])?;
    pack::pack(context, &[Part::Extension])?;
    let mut command = node::node(context);
    command.args(script).env(CHROMIUM.variable, chromium);
    let status = command.status().context("node could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
