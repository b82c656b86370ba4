//! Where things lie in this checkout, and the screen that shows progress.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::progress::Progress;

/// What every command needs to know.
pub struct Context {
    /// The repository's top folder.
    pub root: PathBuf,
    /// The screen.
    pub progress: Progress,
}

impl Context {
    /// Finds the repository from the place of this crate.
    pub fn new() -> Result<Self> {
        let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).parent().context("xtask/ lies inside the repository")?.to_owned();
        let progress = Progress::new(root.join("target/xtask-logs"));
        Ok(Self { root, progress })
    }

    /// A path inside the repository.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo's target folder: the caller's `CARGO_TARGET_DIR`, else `target/`.
    pub fn cargo_target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |dir| self.root.join(dir))
    }

    /// The cargo that runs this program, started in the repository.
    pub fn cargo(&self) -> Command {
        self.command(env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
    }

    /// A program started in the repository.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }
}
