//! How instructions and memory grow with the page, on generated pages of several shapes. Instructions are
//! counted by valgrind's callgrind, so the figures are the same on a busy machine.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::process;

/// Shapes `dehusk-lab grow` knows, with a small and a large size.
const SHAPES: [(&str, usize, usize); 6] = [
    ("paragraphs", 1_000, 16_000),
    ("links", 1_000, 16_000),
    ("depth", 1_000, 16_000),
    ("attributes", 1_000, 16_000),
    ("table", 1_000, 16_000),
    ("text", 10_000, 160_000),
];

/// Largest exponent of growth.
const EXPONENT: f64 = 1.1;
/// Memory as a multiple of the page's bytes: what was measured last and must not be lost again, for pages that are
/// nothing but short links. The aim is 8.
const MEMORY: f64 = 38.0;
/// Nodes of the page whose memory is looked at.
const LARGE: usize = 200_000;

/// Prints the table; false if a shape grows faster, or takes more memory, than it may.
pub fn print(context: &Context) -> Result<bool> {
    println!("\nGrowth (extract of generated pages; instructions by callgrind)");
    if process::ask(Command::new("valgrind").arg("--version")).is_none() {
        println!("  left out: valgrind is not installed");
        return Ok(true);
    }
    let step = context.progress.step("lab")?;
    process::run(
        &step,
        context.cargo().args(["build", "--release", "--package", "dehusk-lab"]),
        "Mend what it names.",
    )?;
    step.done("");
    let mut kept = true;
    for (shape, small, large) in SHAPES {
        let ((few, few_bytes), (many, many_bytes)) = (count(context, shape, small)?, count(context, shape, large)?);
        let exponent = (many / few).ln() / (many_bytes / few_bytes).ln();
        let memory = memory(context, shape)?;
        kept &= exponent <= EXPONENT && memory <= MEMORY;
        println!(
            "  {shape:<11} {:>7.1} M instructions at {:>4.0} KB, {:>8.1} M at {:>5.0} KB: exponent {exponent:.3}; memory {memory:.1} × the page",
            few / 1e6, few_bytes / 1e3, many / 1e6, many_bytes / 1e3
        );
    }
    println!(
        "  budget: exponent at most {EXPONENT}, memory at most {MEMORY} × the page: {}",
        if kept { "kept" } else { "NOT KEPT" }
    );
    Ok(kept)
}

/// Instructions and bytes of a page, without those that every run of the program takes.
fn count(context: &Context, shape: &str, size: usize) -> Result<(f64, f64)> {
    let (all, bytes) = callgrind(context, shape, size)?;
    let (start, _) = callgrind(context, shape, 0)?;
    Ok(((all - start).max(1.0), bytes))
}

fn callgrind(context: &Context, shape: &str, size: usize) -> Result<(f64, f64)> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*dehusk::extract*"]);
    command.arg(lab(context)).args(["grow", shape, &size.to_string()]);
    let output = command.output().context("valgrind could not be started")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected =
        said.lines().find_map(|line| line.split("Collected : ").nth(1)).context("callgrind counted nothing")?;
    Ok((collected.trim().parse()?, number(&output.stdout, " bytes")?))
}

/// Memory on top of the page, as a multiple of its bytes.
fn memory(context: &Context, shape: &str) -> Result<f64> {
    let output = Command::new(lab(context)).args(["grow", shape, &LARGE.to_string()]).output()?;
    Ok(number(&output.stdout, " KB of memory")? * 1024.0 / number(&output.stdout, " bytes")?)
}

/// The number before a unit in what `dehusk-lab grow` prints.
fn number(output: &[u8], unit: &str) -> Result<f64> {
    let text = String::from_utf8_lossy(output).into_owned();
    let before = text.split(unit).next().context("no output")?;
    Ok(before.rsplit(' ').next().context("no number")?.trim().parse()?)
}

fn lab(context: &Context) -> std::path::PathBuf {
    context.cargo_target().join("release/dehusk-lab")
}
