//! `cargo xtask kills`: Chromium killed while the extension writes, after which nothing may be lost or there by half.

use std::process::ExitCode;

use anyhow::Result;

use crate::context::Context;
use crate::soak;

/// Options of `kills`.
#[derive(clap::Args)]
pub struct Args {
    /// How often
    #[arg(long, default_value_t = 50)]
    rounds: u32,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    soak::in_chromium(context, &["tests/browser/kills.mjs", "--rounds", &args.rounds.to_string()])
}
