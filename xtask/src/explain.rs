//! `cargo xtask explain PAGE.html`: every text block with its score and what spoke for and against it.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::context::Context;
use crate::process;

/// Options of `explain`.
#[derive(clap::Args)]
pub struct Args {
    /// The page
    page: PathBuf,
    /// Its address
    #[arg(long)]
    url: Option<String>,
    /// 0 keeps more, 1 keeps less
    #[arg(long)]
    strictness: Option<String>,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let page = std::path::absolute(&args.page)?;
    let step = context.progress.step("explain")?;
    let mut command = context.cargo();
    command.args(["run", "--quiet", "--package", "dehusk-lab", "--", "explain"]).arg(&page);
    for (name, value) in [("--url", &args.url), ("--strictness", &args.strictness)] {
        if let Some(value) = value {
            command.args([name, value]);
        }
    }
    let table = process::run(&step, &mut command, "Is it an HTML file?")?;
    step.done("score, kept or not, start of the text, what mattered");
    println!("{table}");
    Ok(ExitCode::SUCCESS)
}
