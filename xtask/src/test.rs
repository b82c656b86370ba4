//! `cargo xtask test`: every test and check of the repository, as groups that can be run by name.

mod groups;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{bail, Result};
use console::{pad_str, style, Alignment};

use crate::build::Part;
use crate::context::Context;
use crate::{build, node, pack, setup};
use groups::{Group, Outcome, GROUPS};

/// What must be there before a group runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The npm packages of the lock file.
    Modules,
    /// A part, built and packed.
    Packed(Part),
}

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Groups to run; all when none is named
    #[arg(value_parser = GROUPS.map(|group| group.name))]
    groups: Vec<String>,
}

/// What came of one group.
struct Report {
    name: &'static str,
    about: &'static str,
    outcome: Result<Outcome>,
    time: Duration,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<ExitCode> {
    let chosen: Vec<&Group> = GROUPS
        .iter()
        .filter(|group| args.groups.is_empty() || args.groups.iter().any(|name| name == group.name))
        .collect();
    let needs: Vec<Need> = chosen.iter().flat_map(|group| group.needs).copied().collect();
    prepare(context, &needs)?;
    let mut reports = Vec::new();
    for group in chosen {
        reports.push(report(context, group)?);
    }
    summarise(&reports)
}

fn prepare(context: &Context, needs: &[Need]) -> Result<()> {
    let parts: Vec<Part> = build::ALL.into_iter().filter(|part| needs.contains(&Need::Packed(*part))).collect();
    if !parts.is_empty() {
        setup::tools(context)?;
        build::build(context, &parts)?;
        pack::pack(context, &parts)?;
    } else if needs.contains(&Need::Modules) {
        node::setup(context)?;
    }
    Ok(())
}

fn report(context: &Context, group: &Group) -> Result<Report> {
    let step = context.progress.step(group.name)?;
    let outcome = (group.run)(context, &step);
    let time = step.elapsed();
    match &outcome {
        Ok(Outcome::Passed) => step.done(group.about),
        Ok(Outcome::LeftOut(why)) => step.without(why),
        Err(error) => {
            drop(step);
            context.progress.say(&format!("{error:#}\n"));
        }
    }
    Ok(Report { name: group.name, about: group.about, outcome, time })
}

/// The table, and as its last line the count in the form that machines read.
fn summarise(reports: &[Report]) -> Result<ExitCode> {
    if reports.is_empty() {
        bail!("no group of tests was run");
    }
    println!();
    for report in reports {
        let result = match &report.outcome {
            Ok(Outcome::Passed) => style("passed".to_owned()).green(),
            Ok(Outcome::LeftOut(why)) => style(format!("left out: {why}")).yellow(),
            Err(_) => style("FAILED".to_owned()).red().bold(),
        };
        let name = pad_str(report.name, 11, Alignment::Left, None);
        let about = pad_str(report.about, 58, Alignment::Left, None);
        println!("{name} {about} {:>7.1} s  {result}", report.time.as_secs_f64());
    }
    let failed = reports.iter().filter(|report| report.outcome.is_err()).count();
    let passed = reports.iter().filter(|report| matches!(report.outcome, Ok(Outcome::Passed))).count();
    println!("\n{passed} passed, {failed} failed");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
