//! The groups of tests, in the order in which they run: what fails fastest comes first.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::Need;
use crate::browser::{Browser, CHROMIUM, FIREFOX};
use crate::build::Part;
use crate::context::Context;
use crate::progress::Step;
use crate::wasm_std::{self, TARGET};
use crate::{fuzz, node, process};

/// One group.
pub struct Group {
    /// What a person types.
    pub name: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// What must be there first.
    pub needs: &'static [Need],
    /// Runs it; an error is a failed test.
    pub run: fn(&Context, &Step) -> Result<Outcome>,
}

/// How a group ended well.
pub enum Outcome {
    /// Everything it checks holds.
    Passed,
    /// It can't run here; why.
    LeftOut(String),
}

/// Node's test runner then names the failed tests last, where the end of the log is shown.
const REPORTER: (&str, &str) = ("NODE_OPTIONS", "--test-reporter=spec");

const PACKAGE: Need = Need::Packed(Part::Package);
const EXTENSION: Need = Need::Packed(Part::Extension);
const SITE: Need = Need::Packed(Part::Site);

/// All groups.
pub const GROUPS: [Group; 10] = [
    Group { name: "format", about: "rustfmt, prettier", needs: &[Need::Modules], run: format },
    Group { name: "rust", about: "unit and integration tests of the crates", needs: &[], run: rust },
    Group {
        name: "clippy",
        about: "Rust lints, native and wasm, and documentation, no warning",
        needs: &[],
        run: clippy,
    },
    Group { name: "fuzz", about: "anything in, the same laws out: a minute of fuzzing", needs: &[], run: fuzzing },
    Group { name: "types", about: "TypeScript: tsc in every package", needs: &[PACKAGE, EXTENSION], run: types },
    Group { name: "lint", about: "TypeScript: eslint with types", needs: &[PACKAGE, EXTENSION], run: lint },
    Group { name: "package", about: "npm package and its wasm in Node", needs: &[PACKAGE], run: package },
    Group { name: "packaging", about: "the packed package in fresh projects", needs: &[PACKAGE], run: packaging },
    Group { name: "chromium", about: "extension and site in Chromium", needs: &[EXTENSION, SITE], run: chromium },
    Group { name: "firefox", about: "extension and site in Firefox", needs: &[EXTENSION, SITE], run: firefox },
];

fn format(context: &Context, step: &Step) -> Result<Outcome> {
    pass(step, context.cargo().args(["fmt", "--all", "--check", "--", "--color", "never"]), "Run `cargo fmt --all`.")?;
    pass(step, node::npm(context).args(["run", "check:format"]), "Run `npm run format`.")
}

fn rust(context: &Context, step: &Step) -> Result<Outcome> {
    pass(step, context.cargo().args(["test", "--workspace"]), "Mend the test or the code it names.")
}

fn clippy(context: &Context, step: &Step) -> Result<Outcome> {
    let advice = "Mend what clippy names.";
    let lint = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    pass(step, context.cargo().args(lint), advice)?;
    let mut document = context.cargo();
    document.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings");
    pass(step, &mut document, "Mend what rustdoc names.")?;
    // The binding to JavaScript is compiled for wasm only.
    let compiler = wasm_std::setup(context)?;
    for features in [&[][..], &["--no-default-features"]] {
        let mut lint = compiler.cargo(context);
        lint.args(["clippy", "--package", "dehusk", "--lib", "--target", TARGET]).args(features);
        pass(step, lint.args(["--", "--deny", "warnings"]), advice)?;
    }
    Ok(Outcome::Passed)
}

fn fuzzing(context: &Context, step: &Step) -> Result<Outcome> {
    /// A minute for all targets; the build is not counted.
    const EACH: Duration = Duration::from_secs(60 / fuzz::TARGETS.len() as u64);
    if let Some(why) = fuzz::lacks(context) {
        return Ok(Outcome::LeftOut(why));
    }
    fuzz::build(context, step)?;
    for target in fuzz::TARGETS {
        fuzz::fuzz(context, step, target, EACH)?;
    }
    Ok(Outcome::Passed)
}

fn types(context: &Context, step: &Step) -> Result<Outcome> {
    pass(step, node::npm(context).args(["run", "check:types"]), "Mend the types it names.")
}

fn lint(context: &Context, step: &Step) -> Result<Outcome> {
    pass(step, node::npm(context).args(["run", "check:lint"]), "Mend what eslint names.")
}

fn package(context: &Context, step: &Step) -> Result<Outcome> {
    pass(step, &mut npm_test(context, "npm"), "Mend the test or the code it names in npm/.")
}

fn packaging(context: &Context, step: &Step) -> Result<Outcome> {
    let chromium = CHROMIUM.setup(context)?;
    let mut test = npm_test(context, "tests/packaging");
    pass(step, test.env(CHROMIUM.variable, chromium), "Mend what the consumer's project could not use.")
}

fn chromium(context: &Context, step: &Step) -> Result<Outcome> {
    in_browser(context, step, &CHROMIUM, "test:chromium")
}

fn firefox(context: &Context, step: &Step) -> Result<Outcome> {
    if FIREFOX.setup(context).is_err() {
        return Ok(Outcome::LeftOut("Firefox is not installed and can't be installed here".to_owned()));
    }
    in_browser(context, step, &FIREFOX, "test:firefox")
}

fn in_browser(context: &Context, step: &Step, browser: &Browser, script: &str) -> Result<Outcome> {
    let binary = browser.setup(context)?;
    let mut test = node::npm(context);
    test.args(["run", script, "--workspace", "tests/browser"])
        .env(browser.variable, binary)
        .env(REPORTER.0, REPORTER.1);
    pass(step, &mut test, "Mend what the browser showed; screenshots lie in test-results/.")
}

fn npm_test(context: &Context, folder: &str) -> Command {
    let mut command = node::npm(context);
    command.args(["test", "--workspace", folder]).env(REPORTER.0, REPORTER.1);
    command
}

fn pass(step: &Step, command: &mut Command, advice: &str) -> Result<Outcome> {
    process::run(step, command, advice)?;
    Ok(Outcome::Passed)
}
