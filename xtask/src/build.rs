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

/// Runs the command.
pub fn run(context: &Context, _args: &Args) -> Result<ExitCode> {
    setup::tools(context)?;
    all(context)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds every part, each from the ones before it.
pub fn all(context: &Context) -> Result<()> {
    let package = package(context)?;
    workspace::EXTENSION.build(context, &package)?;
    workspace::SITE.build(context, &package)?;
    Ok(())
}

/// Builds the extension and what it is made of.
pub fn extension(context: &Context) -> Result<()> {
    let package = package(context)?;
    workspace::EXTENSION.build(context, &package)?;
    Ok(())
}

/// Builds the npm package and the engines in it; returns the digest of all that went in.
fn package(context: &Context) -> Result<String> {
    let engines = engine::build(context)?;
    workspace::PACKAGE.build(context, &engines)
}
