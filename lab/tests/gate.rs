//! What the shipped weights reached on the measuring pages, they must reach still: `tests/gate/floors.json`.
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

#[test]
fn figures_stay_above_their_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("lab lies in the repository");
    let shared = root.join("../shared");
    if !shared.join("corpus").is_dir() {
        println!("skipped: there are no measuring pages at {}", shared.display());
        return;
    }
    if Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: the measuring scripts need python3");
        return;
    }
    let done =
        Command::new(env!("CARGO_BIN_EXE_dehusk-lab")).arg("gate").current_dir(root).output().expect("the lab runs");
    let printed = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{printed}{}", String::from_utf8_lossy(&done.stderr));
}
