//! `cargo xtask`: everything a person runs in this repository.
//!
//! One file per command. A new command is a file with `Args` and `run`, a line in [`Task`] and a line in [`main`].

mod archive;
mod bench;
mod browser;
mod build;
mod clean;
mod context;
mod debian;
mod demo;
mod explain;
mod fuzz;
mod kills;
mod node;
mod pack;
mod process;
mod progress;
mod reproduce;
mod sbom;
mod setup;
mod size;
mod soak;
mod stamp;
mod test;
mod torture;
mod train;
mod wasm_std;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::context::Context;

/// Sets up, builds, shows, tests and packs Dehusk.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Find or install what building and testing need
    Setup(setup::Args),
    /// Build the wasm engines, the npm package, the extension and the demo site
    Build(build::Args),
    /// Click the extension's button on a hijacked page in a real browser and show what came of it
    Demo(demo::Args),
    /// Measure size, speed and growth, against the other readers
    Bench(bench::Args),
    /// Run all tests and checks, or the named groups
    Test(test::Args),
    /// Run pages made to hang or break readers; fails if Dehusk breaks a limit of time or memory
    Torture(torture::Args),
    /// Read thousands of pages in one browser's profile; fails if something grows
    Soak(soak::Args),
    /// Kill Chromium while the extension writes; nothing may be lost
    Kills(kills::Args),
    /// Feed one entry of the core with anything, for as long as wanted
    Fuzz(fuzz::Args),
    /// Build the engines again in another folder and compare them byte for byte
    Reproduce(reproduce::Args),
    /// List what is inside the engines, the extension and the demo site, for who has to know (CycloneDX)
    Sbom(sbom::Args),
    /// Show a page's text blocks, their scores and what mattered
    Explain(explain::Args),
    /// Train what scores text blocks and tells kinds of pages; writes src/weights
    Train(train::Args),
    /// Leave everything a person installs in dist/
    Pack(pack::Args),
    /// Delete what was built
    Clean(clean::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Context::new().and_then(|context| match cli.task {
        Task::Setup(args) => setup::run(&context, &args),
        Task::Build(args) => build::run(&context, &args),
        Task::Demo(args) => demo::run(&context, &args),
        Task::Bench(args) => bench::run(&context, &args),
        Task::Test(args) => test::run(&context, &args),
        Task::Torture(args) => torture::run(&context, &args),
        Task::Soak(args) => soak::run(&context, &args),
        Task::Kills(args) => kills::run(&context, &args),
        Task::Fuzz(args) => fuzz::run(&context, &args),
        Task::Reproduce(args) => reproduce::run(&context, &args),
        Task::Sbom(args) => sbom::run(&context, &args),
        Task::Explain(args) => explain::run(&context, &args),
        Task::Train(args) => train::run(&context, &args),
        Task::Pack(args) => pack::run(&context, &args),
        Task::Clean(args) => clean::run(&context, &args),
    });
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{} {error:#}", console::style("error:").red().bold());
            ExitCode::FAILURE
        }
    }
}
