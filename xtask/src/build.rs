//! `cargo xtask build`: Rust → wasm → npm package → extension and demo site.
//!
//! A part whose inputs did not change is left as it is.

mod engine;
mod silent;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use crate::context::Context;
use crate::setup;

/// Options of `build`.
#[derive(clap::Args)]
pub struct Args {}

/// What a person installs or visits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The npm package; the others are built from it.
    Package,
    /// The browser extension.
    Extension,
    /// The demo site.
    Site,
}

/// All parts.
pub const ALL: [Part; 3] = [Part::Package, Part::Extension, Part::Site];

/// Runs the command.
pub fn run(context: &Context, _args: &Args) -> Result<ExitCode> {
    setup::tools(context)?;
    build(context, &ALL)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the named parts and what they are made of.
pub fn build(context: &Context, parts: &[Part]) -> Result<()> {
    let engines = engine::build(context)?;
    let package = workspace::PACKAGE.build(context, &engines)?;
    for part in parts {
        match part {
            Part::Package => {}
            Part::Extension => workspace::EXTENSION.build(context, &package).map(drop)?,
            Part::Site => workspace::SITE.build(context, &package).map(drop)?,
        }
    }
    Ok(())
}
