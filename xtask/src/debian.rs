//! Debian's package manager, for machines where this program runs as root.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::browser::on_path;
use crate::process;
use crate::progress::Step;

/// Longest wait for a download of packages: 15 minutes, enough for a browser on a slow line.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// True when `apt-get install` needs no password.
pub fn can_install() -> bool {
    on_path("apt-get").is_some() && process::ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs packages.
pub fn install(step: &Step, packages: &[&str]) -> Result<()> {
    let advice = format!("Check the network, or install {} by hand.", packages.join(" "));
    process::run_within(step, apt().arg("update"), PATIENCE, &advice)?;
    let install = ["install", "--yes", "--no-install-recommends"];
    process::run_within(step, apt().args(install).args(packages), PATIENCE, &advice)?;
    Ok(())
}

/// apt-get that never asks and waits its turn when another installation runs.
fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}
