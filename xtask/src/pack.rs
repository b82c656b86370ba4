//! `cargo xtask pack`: leaves in `dist/` what a person installs.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::size::kb;
use crate::{archive, build, node, process, setup};

/// Kinds of browser that the extension is built for.
const BROWSERS: [&str; 2] = ["chrome-mv3", "firefox-mv3"];

/// Options of `pack`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _args: &Args) -> Result<ExitCode> {
    setup::tools(context)?;
    build::all(context)?;
    all(context)?;
    Ok(ExitCode::SUCCESS)
}

/// Packs every part; all of them are built.
pub fn all(context: &Context) -> Result<()> {
    package(context)?;
    extension(context)?;
    let step = context.progress.step("pack demo site")?;
    archive::copy(&context.path("www/dist"), &context.path("dist/www"))?;
    step.done("dist/www");
    Ok(())
}

/// The npm package: its archive, and unpacked from the archive, so that both are what npm would publish.
fn package(context: &Context) -> Result<()> {
    let step = context.progress.step("pack npm package")?;
    let dist = context.path("dist");
    std::fs::create_dir_all(&dist)?;
    let mut pack = node::npm(context);
    pack.args(["pack", "--workspace", "npm", "--ignore-scripts", "--loglevel", "error", "--pack-destination"])
        .arg(&dist);
    let printed = process::run(&step, &mut pack, "Mend what npm names in npm/package.json.")?;
    let name = printed.lines().rev().find(|line| line.ends_with(".tgz")).context("npm pack named no archive")?;
    archive::untar(&dist.join(name.trim()), &dist.join("npm"))?;
    step.done(&format!("dist/npm, dist/{}", name.trim()));
    Ok(())
}

/// The extension for each kind of browser: a folder to load unpacked and a zip for its store.
pub fn extension(context: &Context) -> Result<()> {
    let step = context.progress.step("pack extension")?;
    let mut notes = Vec::new();
    for browser in BROWSERS {
        let folder = context.path("dist/extension").join(browser);
        archive::copy(&context.path("extension/.output").join(browser), &folder)?;
        let bytes = archive::zip(&folder, &folder.with_extension("zip"))?;
        notes.push(format!("dist/extension/{browser} ({} zipped)", kb(bytes)));
    }
    step.done(&notes.join(", "));
    Ok(())
}
