//! `cargo xtask build`: Rust → wasm → npm package → extension and demo site.
//!
//! A part whose inputs did not change is left as it is.

mod engine;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use crate::context::Context;
use crate::setup;

/// Options of `build`.
#[derive(clap::Args)]
pub struct Args {}

/// A part that stands on the npm package, which is always built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The browser extension.
    Extension,
    /// The demo site.
    Site,
}

/// All parts.
pub const ALL: [Part; 2] = [Part::Extension, Part::Site];

/// Runs the command.
pub fn run(context: &Context, _args: &Args) -> Result<ExitCode> {
    setup::tools(context)?;
    build(context, &ALL)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the engines, the npm package and the named parts.
pub fn build(context: &Context, parts: &[Part]) -> Result<()> {
    let engines = engine::build(context)?;
    let package = workspace::PACKAGE.build(context, &engines)?;
    for part in parts {
        match part {
            Part::Extension => workspace::EXTENSION.build(context, &package)?,
            Part::Site => workspace::SITE.build(context, &package)?,
        };
    }
    Ok(())
}
