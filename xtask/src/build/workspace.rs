//! The parts written in TypeScript: npm packages of the workspace, each with a `build` script.

use std::path::Path;

use anyhow::Result;

use crate::context::Context;
use crate::stamp::Stamp;
use crate::{node, process};

/// One package of the workspace.
pub struct Workspace {
    name: &'static str,
    folder: &'static str,
    outputs: &'static [&'static str],
}

/// What others install from npm.
pub const PACKAGE: Workspace = Workspace { name: "npm package", folder: "npm", outputs: &["npm/dist"] };

/// The browser extension, for both kinds of browser.
pub const EXTENSION: Workspace = Workspace {
    name: "extension",
    folder: "extension",
    outputs: &["extension/.output/chrome-mv3", "extension/.output/firefox-mv3"],
};

/// The demo site.
pub const SITE: Workspace = Workspace { name: "demo site", folder: "www", outputs: &["www/dist"] };

/// Files above the packages that decide how they are built.
const SHARED: [&str; 2] = ["tsconfig.base.json", "package-lock.json"];

impl Workspace {
    /// Builds the package unless nothing changed; `below` is the digest of what it is built on. Returns its own digest.
    pub fn build(&self, context: &Context, below: &str) -> Result<String> {
        let mut stamp = Stamp::new(context, self.folder).value(below).input(&context.path(self.folder))?;
        for file in SHARED {
            stamp = stamp.input(&context.path(file))?;
        }
        let outputs: Vec<_> = self.outputs.iter().map(|output| context.path(output)).collect();
        let outputs: Vec<&Path> = outputs.iter().map(AsRef::as_ref).collect();
        if stamp.is_current(&outputs) {
            context.progress.found(self.name, "unchanged");
            return Ok(stamp.digest());
        }
        let step = context.progress.step(self.name)?;
        stamp.forget();
        let mut build = node::npm(context);
        build.args(["run", "build", "--workspace", self.folder]).env("WXT_DISABLE_TELEMETRY", "1");
        process::run(&step, &mut build, &format!("Mend what the compiler names in {}/.", self.folder))?;
        stamp.keep()?;
        step.done("");
        Ok(stamp.digest())
    }
}
