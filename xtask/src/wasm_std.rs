//! Rust's standard library for wasm32: installed, else from rustup, else built with Debian's compiler.

mod from_source;

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{bail, Result};

use crate::context::Context;
use crate::{debian, process};

/// The target of every browser and of Node.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A rustup whose server does not answer waits three minutes by itself; the download takes seconds.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(60);

/// Who compiles for [`TARGET`].
pub enum Compiler {
    /// The cargo that runs this program.
    Installed,
    /// Debian's, with a standard library built from its source.
    Debian {
        /// Folder that holds the library, as rustc's `--sysroot` wants it.
        sysroot: PathBuf,
    },
}

impl Compiler {
    /// Cargo, ready to compile for [`TARGET`].
    pub fn cargo(&self, context: &Context) -> Command {
        let (mut cargo, mut flags) = match self {
            Self::Installed => (context.cargo(), Vec::new()),
            Self::Debian { sysroot } => (from_source::cargo(context), vec![format!("--sysroot={}", sysroot.display())]),
        };
        // Panics name their files: without this the wasm would hold the builder's home folder, and be another on each machine.
        flags.extend(cargo_home().map(|home| format!("--remap-path-prefix={}=/cargo", home.display())));
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        cargo
    }
}

/// Where cargo keeps the sources of crates.
fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// Finds or makes the standard library.
pub fn setup(context: &Context) -> Result<Compiler> {
    if is_installed(context) {
        return Ok(Compiler::Installed);
    }
    if let Some(sysroot) = from_source::find(context) {
        return Ok(Compiler::Debian { sysroot });
    }
    let step = context.progress.step("rustup target add")?;
    let mut add = context.command("rustup");
    add.args(["target", "add", TARGET]);
    match process::run_within(&step, &mut add, RUSTUP_PATIENCE, "") {
        Ok(_) if is_installed(context) => {
            step.done("");
            return Ok(Compiler::Installed);
        }
        _ => step.without("not to be had from rustup"),
    }
    if debian::can_install() {
        return Ok(Compiler::Debian { sysroot: from_source::build(context)? });
    }
    bail!("Rust's {TARGET} library is missing; run `rustup target add {TARGET}` with network access.")
}

fn is_installed(context: &Context) -> bool {
    process::ask(context.command("rustc").args(["--print", "sysroot"]))
        .is_some_and(|sysroot| PathBuf::from(sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
