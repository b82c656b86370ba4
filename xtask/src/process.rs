//! Runs other programs: their output goes to the step's log, the last line to the screen.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{bail, Context as _, Result};

use crate::progress::Step;

/// Output lines shown when a command fails: enough to hold one compiler error or test failure.
const TAIL: usize = 40;

/// How often a running command's time limit is looked at.
const POLL: Duration = Duration::from_millis(200);

/// Runs `command` to its end and returns what it printed.
///
/// `advice` is one sentence that says what a person can do when it fails.
pub fn run(step: &Step, command: &mut Command, advice: &str) -> Result<String> {
    run_within(step, command, Duration::MAX, advice)
}

/// Like [`run`], but stops the command after `limit`.
pub fn run_within(step: &Step, command: &mut Command, limit: Duration, advice: &str) -> Result<String> {
    let (status, printed) = execute(step, command, limit)?;
    match status {
        Some(status) if status.success() => Ok(printed),
        Some(_) => bail!("{} failed. {advice}\n{}\n(all output: {})", step.name(), tail(&printed), step.log.display()),
        None => bail!("{} took longer than {} s and was stopped. {advice}", step.name(), limit.as_secs()),
    }
}

/// What a quick command prints on standard output, or `None` when it is missing or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The last lines of an output.
pub fn tail(printed: &str) -> String {
    let lines: Vec<&str> = printed.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}

/// Runs to the end or the limit (then the status is `None`), logging as it goes.
fn execute(step: &Step, command: &mut Command, limit: Duration) -> Result<(Option<ExitStatus>, String)> {
    let mut log = open_log(step)?;
    writeln!(log, "$ {command:?}")?;
    let program = command.get_program().to_string_lossy().into_owned();
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{program}` could not be started; install it or put it on the PATH"))?;
    let (sender, lines) = mpsc::channel();
    pump(child.stdout.take(), sender.clone());
    pump(child.stderr.take(), sender);
    let mut printed = String::new();
    loop {
        match lines.recv_timeout(POLL) {
            Ok(line) => {
                writeln!(log, "{line}")?;
                step.doing(&line);
                printed.push_str(&line);
                printed.push('\n');
            }
            Err(RecvTimeoutError::Disconnected) => return Ok((Some(child.wait()?), printed)),
            Err(RecvTimeoutError::Timeout) if begun.elapsed() > limit => {
                child.kill()?;
                child.wait()?;
                return Ok((None, printed));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Sends the lines of one stream until it closes.
fn pump(stream: Option<impl Read + Send + 'static>, lines: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(io::Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
            if lines.send(line).is_err() {
                break;
            }
        }
    });
}

/// The step's log; the step itself began it empty.
fn open_log(step: &Step) -> Result<File> {
    File::options().append(true).open(&step.log).with_context(|| format!("{} can't be written", step.log.display()))
}
