//! `cargo xtask bench`: sizes, speed against the other readers, growth. Measures interleaved, so that a
//! busy machine slows all alike: trust the ratios.

mod growth;
mod sizes;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{bail, Context as _, Result};

use crate::browser::CHROMIUM;
use crate::build::{self, Part};
use crate::context::Context;
use crate::{node, pack, setup};

/// What can be measured.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Section {
    /// Bytes of what ships, and whether they keep to the budgets
    Sizes,
    /// `extract(html)` in Node against Readability, Defuddle and dom-smoothie-js
    Node,
    /// The command lines: files to Markdown with ours, Trafilatura's and Defuddle's
    Cli,
    /// Reading and cleaning a live page in Chromium against Readability and Defuddle
    Browser,
    /// A click on the extension's button until the reader is painted, against Readability and a bare overlay
    Reader,
    /// The stages and all of `extract` natively, against the crate dom_smoothie (Criterion)
    Native,
    /// Instructions and memory against page size (needs valgrind), and whether they keep to the budgets
    Growth,
}

const ALL: [Section; 7] =
    [Section::Sizes, Section::Node, Section::Cli, Section::Browser, Section::Reader, Section::Native, Section::Growth];

/// Options of `bench`.
#[derive(clap::Args)]
pub struct Args {
    /// What to measure; all when none is named
    sections: Vec<Section>,
    /// Folder with sets of pages; without it only our own samples are read
    #[arg(long, default_value = "../shared/corpus")]
    corpus: PathBuf,
    /// Pages of each set [default: 12; for the command lines 360, about a thousand in all]
    #[arg(long)]
    pages: Option<usize>,
    /// Counted calls of each tool and page
    #[arg(long, default_value_t = 5)]
    calls: usize,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let chosen: Vec<Section> =
        ALL.into_iter().filter(|section| args.sections.is_empty() || args.sections.contains(section)).collect();
    let out = context.path("target/bench");
    std::fs::create_dir_all(&out)?;
    let needs_package = [Section::Sizes, Section::Node, Section::Cli, Section::Browser];
    if chosen.iter().any(|section| needs_package.contains(section)) {
        setup::tools(context)?;
        build::build(context, &[Part::Package])?;
    }
    let mut kept = true;
    if chosen.contains(&Section::Reader) {
        setup::tools(context)?;
        build::build(context, &[Part::Extension])?;
        pack::pack(context, &[Part::Extension])?;
    }
    for section in chosen {
        match section {
            Section::Sizes => kept &= sizes::print(context)?,
            Section::Node => script(context, args, "node")?,
            Section::Cli => finish(&mut measure(context, args, "cli", "target/bench/cli.json"))?,
            Section::Browser => script(context, args, "browser")?,
            Section::Reader => script(context, args, "reader")?,
            Section::Native => native(context)?,
            Section::Growth => kept &= growth::print(context)?,
        }
    }
    println!("\nRows and plots: {}", out.display());
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a script of `tests/bench` and plots what it measured.
fn script(context: &Context, args: &Args, name: &str) -> Result<()> {
    let (rows, plot) = (format!("target/bench/{name}.json"), format!("target/bench/{name}.svg"));
    let mut command = measure(context, args, name, &rows);
    if name != "node" {
        command.env(CHROMIUM.variable, CHROMIUM.setup(context)?);
    }
    finish(&mut command)?;
    finish(node::node(context).args(["tests/bench/plot.mjs", &rows, &plot]))
}

/// A script of `tests/bench` with its arguments.
fn measure(context: &Context, args: &Args, name: &str, rows: &str) -> Command {
    let mut command = node::node(context);
    command.arg(format!("tests/bench/{name}.mjs")).arg("--corpus").arg(&args.corpus);
    command.args(["--calls", &args.calls.to_string(), "--out", rows]);
    if let Some(pages) = args.pages {
        command.args(["--pages", &pages.to_string()]);
    }
    command
}

fn native(context: &Context) -> Result<()> {
    finish(context.cargo().args(["bench", "--manifest-path", "tests/bench/native/Cargo.toml"]))
}

/// Runs a program whose output is for the reader.
fn finish(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{:?} could not be started", command.get_program()))?;
    if !status.success() {
        bail!("{:?} failed", command.get_program());
    }
    Ok(())
}
