//! Skips a step whose inputs are those of its last success.
//!
//! A stamp is the hash of all inputs, kept in `target/xtask-stamps/` once the step's outputs are written.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use ignore::WalkBuilder;

use crate::context::Context;

/// The inputs of one step.
pub struct Stamp {
    file: PathBuf,
    hasher: DefaultHasher,
}

impl Stamp {
    /// A stamp without inputs yet, whose step is called `name`.
    pub fn new(context: &Context, name: &str) -> Self {
        Self { file: context.path("target/xtask-stamps").join(name), hasher: DefaultHasher::new() }
    }

    /// Adds a value: a version, an option, the digest of an earlier step.
    pub fn value(mut self, value: &str) -> Self {
        value.hash(&mut self.hasher);
        self
    }

    /// Adds a file, or all files of a folder that git would not ignore. What does not exist counts as absent.
    pub fn input(mut self, path: &Path) -> Result<Self> {
        let mut files: Vec<PathBuf> = WalkBuilder::new(path)
            .hidden(false)
            .require_git(false)
            .build()
            .filter_map(|entry| entry.ok())
            .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
            .map(|entry| entry.into_path())
            .collect();
        files.sort();
        for file in files {
            let bytes = fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
            (file, bytes).hash(&mut self.hasher);
        }
        Ok(self)
    }

    /// The hash of all inputs.
    pub fn digest(&self) -> String {
        format!("{:016x}", self.hasher.finish())
    }

    /// True when the last success had the same inputs and its outputs are still there.
    pub fn is_current(&self, outputs: &[&Path]) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.digest())
            && outputs.iter().all(|output| output.exists())
    }

    /// Forgets the last success: call it before touching an output.
    pub fn forget(&self) {
        // A stamp that is not there is as good as forgotten.
        let _ = fs::remove_file(&self.file);
    }

    /// Notes the success.
    pub fn keep(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(&self.file, self.digest())?)
    }
}
