//! Node and the npm packages of the workspace.

use std::process::Command;

use anyhow::{bail, Result};

use crate::context::Context;
use crate::process;
use crate::stamp::Stamp;

/// The oldest Node that runs the package and its tools: the oldest with import attributes and stable `node:test`.
const OLDEST_NODE: u32 = 20;

/// Folders with a package.json, the top one included; they decide what is installed together with the lock file.
const PACKAGES: [&str; 7] = [".", "npm", "extension", "www", "tests/bench", "tests/browser", "tests/packaging"];

/// Node, started in the repository.
pub fn node(context: &Context) -> Command {
    context.command("node")
}

/// npm, started in the repository.
pub fn npm(context: &Context) -> Command {
    context.command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Makes sure that Node is there and recent, and that the packages of the lock file are installed.
pub fn setup(context: &Context) -> Result<()> {
    let version = process::ask(node(context).arg("--version"));
    let major = version.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match (version, major) {
        (_, Some(major)) if major >= OLDEST_NODE => {}
        (Some(version), _) => bail!("Node {version} is too old; install Node {OLDEST_NODE} or newer."),
        (None, _) => bail!("Node is missing; install Node {OLDEST_NODE} or newer."),
    }
    install(context)
}

fn install(context: &Context) -> Result<()> {
    let installed = context.path("node_modules");
    if wanted(context)?.is_current(&[&installed]) {
        context.progress.found("npm packages", "unchanged");
        return Ok(());
    }
    let step = context.progress.step("npm packages")?;
    wanted(context)?.forget();
    // `ci` installs exactly the lock file into an empty folder; `install` adds to a folder that others may be using.
    let verb = if installed.exists() { "install" } else { "ci" };
    // No package here needs an install script, so none may run.
    let mut command = npm(context);
    command.args([verb, "--ignore-scripts", "--no-progress", "--prefer-offline"]);
    process::run(&step, &mut command, "Check the network, then run it again.")?;
    // After the install: it may have brought the lock file up to date.
    wanted(context)?.keep()?;
    step.done("");
    Ok(())
}

/// The lock file and all package files.
fn wanted(context: &Context) -> Result<Stamp> {
    let mut stamp = Stamp::new(context, "npm-packages").input(&context.path("package-lock.json"))?;
    for folder in PACKAGES {
        stamp = stamp.input(&context.path(folder).join("package.json"))?;
    }
    Ok(stamp)
}
