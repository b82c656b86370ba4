//! `cargo xtask setup`: finds or installs what building and testing need.
//!
//! The other commands call the parts they need themselves.

use std::process::ExitCode;

use anyhow::Result;

use crate::browser::{self, CHROMIUM, FIREFOX};
use crate::context::Context;
use crate::{node, wasm_std};

/// Options of `setup`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _args: &Args) -> Result<ExitCode> {
    tools(context)?;
    browsers(context)?;
    Ok(ExitCode::SUCCESS)
}

/// The wasm target, Node and the npm packages.
pub fn tools(context: &Context) -> Result<()> {
    wasm_std::setup(context)?;
    context.progress.found("wasm target", wasm_std::TARGET);
    node::setup(context)
}

/// Chromium, the fonts that its screenshots need, and Firefox where it can be had.
pub fn browsers(context: &Context) -> Result<()> {
    let chromium = CHROMIUM.setup(context)?;
    context.progress.found(CHROMIUM.name, &chromium.display().to_string());
    if browser::lacks_fonts(context) {
        browser::install_fonts(context)?;
    }
    match FIREFOX.setup(context) {
        Ok(path) => context.progress.found(FIREFOX.name, &path.display().to_string()),
        Err(reason) => context.progress.say(&format!("– {reason} Tests that need it are left out.")),
    }
    Ok(())
}
