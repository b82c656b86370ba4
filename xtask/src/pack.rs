//! `cargo xtask pack`: leaves in `dist/` what a person installs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::build::Part;
use crate::context::Context;
use crate::progress::Step;
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
    build::build(context, &build::ALL)?;
    pack(context, &build::ALL)?;
    Ok(ExitCode::SUCCESS)
}

/// Packs the named parts; all of them are built.
pub fn pack(context: &Context, parts: &[Part]) -> Result<()> {
    for part in parts {
        match part {
            Part::Package => package(context)?,
            Part::Extension => extension(context)?,
            Part::Site => site(context)?,
        }
    }
    Ok(())
}

/// The demo site, ready for any static host.
fn site(context: &Context) -> Result<()> {
    let step = context.progress.step("pack demo site")?;
    archive::copy(&context.path("www/dist"), &context.path("dist/www"))?;
    step.done("dist/www");
    Ok(())
}

/// Texts that every copy of the package carries; they lie at the repository's top.
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// The npm package as a folder and, packed from that folder, as the archive that npm would publish.
fn package(context: &Context) -> Result<()> {
    let step = context.progress.step("pack npm package")?;
    let dist = context.path("dist");
    archive::remove(&dist.join("npm"))?;
    let draft = npm_pack(context, &step, &context.path("npm"), &context.path("target/pack"))?;
    archive::untar(&draft, &dist.join("npm"))?;
    for licence in LICENCES {
        fs::copy(context.path(licence), dist.join("npm").join(licence))?;
    }
    let packed = npm_pack(context, &step, &dist.join("npm"), &dist)?;
    let bytes = usize::try_from(fs::metadata(&packed)?.len())?;
    step.done(&format!("dist/npm ({} packed)", kb(bytes)));
    Ok(())
}

/// Runs `npm pack` on `folder`; returns the archive, the only one in `into`.
fn npm_pack(context: &Context, step: &Step, folder: &Path, into: &Path) -> Result<PathBuf> {
    fs::create_dir_all(into)?;
    for entry in fs::read_dir(into)? {
        let file = entry?.path();
        if file.extension().is_some_and(|kind| kind == "tgz") {
            fs::remove_file(file)?;
        }
    }
    let mut pack = node::npm(context);
    pack.current_dir(folder).args(["pack", "--ignore-scripts", "--loglevel", "error", "--pack-destination"]).arg(into);
    let printed = process::run(step, &mut pack, "Mend what npm names in npm/package.json.")?;
    let name = printed.lines().rev().find(|line| line.ends_with(".tgz")).context("npm pack named no archive")?;
    Ok(into.join(name.trim()))
}

/// The extension for each kind of browser: a folder to load unpacked and a zip for its store.
fn extension(context: &Context) -> Result<()> {
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
