//! One line per step: a spinner while it runs, its time when it is over.
//!
//! Without a terminal (CI) the same lines are printed plainly, one when a step starts and one when it ends.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use console::style;
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

/// Redraw interval of a spinner: ten pictures a second look alive and cost nothing.
const TICK: Duration = Duration::from_millis(100);

/// The screen; hands out steps.
pub struct Progress {
    bars: MultiProgress,
    logs: PathBuf,
}

/// One running step. Say how it ended with [`Step::done`]; dropped without, it counts as failed.
pub struct Step {
    bars: MultiProgress,
    bar: ProgressBar,
    name: String,
    begun: Instant,
    over: bool,
    /// Where the output of the step's commands goes.
    pub log: PathBuf,
}

impl Progress {
    /// A screen whose steps write their commands' output into `logs`.
    pub fn new(logs: PathBuf) -> Self {
        Self { bars: MultiProgress::new(), logs }
    }

    /// Starts a step, with an empty log.
    pub fn step(&self, name: &str) -> Result<Step> {
        let file: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let bar = self.bars.add(ProgressBar::new_spinner());
        bar.set_style(
            ProgressStyle::with_template("{spinner:.cyan} {prefix} {wide_msg:.dim}")
                .unwrap_or_else(|_| ProgressStyle::default_spinner()),
        );
        bar.set_prefix(name.to_owned());
        bar.enable_steady_tick(TICK);
        if self.bars.is_hidden() {
            eprintln!("  {name} ...");
        }
        let log = self.logs.join(file.to_ascii_lowercase() + ".log");
        fs::create_dir_all(&self.logs)
            .and_then(|()| fs::write(&log, ""))
            .with_context(|| format!("{} can't be written", log.display()))?;
        Ok(Step { bars: self.bars.clone(), bar, name: name.to_owned(), begun: Instant::now(), over: false, log })
    }

    /// A step that had nothing to do.
    pub fn found(&self, name: &str, note: &str) {
        self.say(&format!("{} {name} {}", style("✓").green(), style(note).dim()));
    }

    /// A line that stays on the screen above the running steps.
    pub fn say(&self, line: &str) {
        print(&self.bars, line);
    }
}

impl Step {
    /// The step's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Shows what the step is doing just now.
    pub fn doing(&self, what: &str) {
        self.bar.set_message(console::strip_ansi_codes(what).trim().to_owned());
    }

    /// Time since the step began.
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Ends the step well; `note` says what came of it.
    pub fn done(mut self, note: &str) {
        self.finish(&style("✓").green().to_string(), note);
    }

    /// Ends the step as not done, which is no failure.
    pub fn without(mut self, note: &str) {
        self.finish(&style("–").yellow().to_string(), note);
    }

    fn finish(&mut self, mark: &str, note: &str) {
        self.over = true;
        self.bar.finish_and_clear();
        let time = style(format!("{:.1} s", self.elapsed().as_secs_f64())).dim();
        let note = if note.is_empty() { String::new() } else { format!(" {}", style(note).dim()) };
        print(&self.bars, &format!("{mark} {}{note} {time}", self.name));
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if !self.over {
            self.finish(&style("✗").red().to_string(), "");
        }
    }
}

/// Standard error without tearing the spinners; `println` of a hidden screen prints nothing.
fn print(bars: &MultiProgress, line: &str) {
    if bars.is_hidden() || bars.println(line).is_err() {
        eprintln!("{line}");
    }
}
