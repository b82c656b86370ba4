//! `cargo xtask fuzz`: anything in, the same laws out; the targets are in `tests/fuzz`.
//!
//! libFuzzer needs the compiler's marks of coverage and no more, which stable Rust gives; the core has no unsafe code
//! for which a sanitiser would be needed. `cargo fuzz run TARGET --fuzz-dir tests/fuzz` runs the same targets with one.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{bail, Context as _, Result};

use crate::context::Context;
use crate::process;
use crate::progress::Step;

/// The targets, each a file in `tests/fuzz/targets`.
pub const TARGETS: [&str; 4] = ["html", "snapshot", "options", "selectors"];

/// What cargo-fuzz compiles with, but for the sanitiser of addresses.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1 \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Bounds of one input: its length in bytes, seconds, and megabytes of memory. The length is what libFuzzer takes
/// when it is told nothing; deep and long pages are runs in the generator and the cases of `torture`.
const BOUNDS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-rss_limit_mb=2048"];

/// Options of `fuzz`.
#[derive(clap::Args)]
pub struct Args {
    /// What to fuzz
    #[arg(value_parser = TARGETS)]
    target: String,
    /// How long
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// Instead: keep in the repository, of all inputs known, the few short ones that reach as much of the program
    #[arg(long)]
    minimise: bool,
}

/// Runs the command; what stops a target lies in `target/fuzz/crashes`.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    if let Some(why) = lacks(context) {
        bail!("Fuzzing can't run here: {why}.");
    }
    let step = context.progress.step("build the fuzz targets")?;
    build(context, &step)?;
    step.done("");
    if args.minimise {
        let step = context.progress.step(&format!("minimise the inputs for {}", args.target))?;
        let said = minimise(context, &step, &args.target)?;
        step.done(&said);
        return Ok(ExitCode::SUCCESS);
    }
    let step = context.progress.step(&format!("fuzz {}", args.target))?;
    let said = fuzz(context, &step, &args.target, Duration::from_secs(60 * args.minutes))?;
    step.done(&said);
    Ok(ExitCode::SUCCESS)
}

/// What is missing for fuzzing, if something is.
pub fn lacks(context: &Context) -> Option<String> {
    if !cfg!(unix) {
        return Some("libFuzzer is used on Linux and macOS only".to_owned());
    }
    let answers = process::ask(context.command("c++").arg("--version")).is_some();
    (!answers).then(|| "a C++ compiler (`c++`), which builds libFuzzer, is missing".to_owned())
}

/// Builds all targets.
pub fn build(context: &Context, step: &Step) -> Result<()> {
    let mut cargo = context.cargo();
    // With a target named, build scripts and macros are compiled without the marks.
    cargo.args(["build", "--release", "--locked", "--manifest-path", "tests/fuzz/Cargo.toml", "--target"]);
    cargo.arg(host(context)?).arg("--target-dir").arg(folder(context)).env("RUSTFLAGS", COVERAGE);
    process::run(step, &mut cargo, "Mend what the compiler names in tests/fuzz.")?;
    Ok(())
}

/// Adds to the inputs in the repository what of the earlier runs' reaches more of the program than they do.
fn minimise(context: &Context, step: &Step, target: &str) -> Result<String> {
    /// Longest input kept, bytes. Of the edges of two hours' fuzzing of `html` such inputs reach 88 %.
    const LONGEST: &str = "-max_len=160";
    let kept = format!("tests/fuzz/corpus/{target}");
    let mut program = program(context, target)?;
    program.args(["-set_cover_merge=1", "-use_counters=0", LONGEST]).arg(&kept);
    program.arg(folder(context).join("corpus").join(target));
    process::run(step, &mut program, "Run `cargo xtask fuzz` first: it finds the inputs.")?;
    let count = std::fs::read_dir(context.path(&kept))?.count();
    Ok(format!("{count} inputs in {kept}"))
}

/// The built target, run from the repository's root.
fn program(context: &Context, target: &str) -> Result<Command> {
    let mut program = Command::new(folder(context).join(host(context)?).join("release").join(target));
    program.current_dir(&context.root);
    Ok(program)
}

/// Fuzzes one target, from the seeds in the repository and what earlier runs found; says how far it came.
pub fn fuzz(context: &Context, step: &Step, target: &str, time: Duration) -> Result<String> {
    let found = folder(context).join("corpus").join(target);
    let crashes = folder(context).join("crashes");
    for folder in [&found, &crashes] {
        std::fs::create_dir_all(folder)?;
    }
    let mut program = program(context, target)?;
    program.args(BOUNDS).arg("-print_final_stats=1");
    program.arg(format!("-max_total_time={}", time.as_secs()));
    program.arg(format!("-artifact_prefix={}/{target}-", crashes.display()));
    program.arg(found).arg(format!("tests/fuzz/corpus/{target}"));
    let printed =
        process::run(step, &mut program, "The input lies where `Test unit written to` says; give it to the target.")?;
    Ok(reached(&printed))
}

/// Executions and edges, from libFuzzer's last words.
fn reached(printed: &str) -> String {
    let last = |key: &str| printed.lines().rev().find_map(|line| line.split(key).nth(1)?.split_whitespace().next());
    let executions = last("stat::number_of_executed_units:").unwrap_or("?");
    format!("{executions} executions, {} edges", last("cov: ").unwrap_or("?"))
}

fn folder(context: &Context) -> PathBuf {
    context.cargo_target().join("fuzz")
}

fn host(context: &Context) -> Result<String> {
    let said = process::ask(context.command("rustc").arg("-vV")).context("rustc does not say its version")?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say its host")?.to_owned())
}
