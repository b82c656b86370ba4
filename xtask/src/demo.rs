//! `cargo xtask demo`: the whole way from a hijacked page to a clean page and a reader view, in a real browser.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::browser::CHROMIUM;
use crate::build::Part;
use crate::context::Context;
use crate::{build, node, pack, setup};

/// The page shown when none is named.
const SAMPLE: &str = "www/samples/hijacked-portal.html";

/// Exit code for an argument that can't be used, as clap's own.
const UNUSABLE: u8 = 2;

/// Options of `demo`.
#[derive(clap::Args)]
pub struct Args {
    /// An HTML file of your own instead of the bundled hijacked page
    page: Option<PathBuf>,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let page = args.page.clone().unwrap_or_else(|| context.path(SAMPLE));
    if !page.is_file() {
        eprintln!("There is no file {}; name an HTML file, or none to see the bundled page.", page.display());
        return Ok(ExitCode::from(UNUSABLE));
    }
    let page = page.canonicalize()?;
    setup::tools(context)?;
    let chromium = CHROMIUM.setup(context)?;
    build::build(context, &[Part::Extension])?;
    pack::pack(context, &[Part::Extension])?;
    let shots = context.path("target/demo");
    let status = node::node(context)
        .arg("tests/browser/demo.mjs")
        .arg(page)
        .arg(shots)
        .env(CHROMIUM.variable, chromium)
        .status()
        .context("node could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
