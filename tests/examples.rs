//! The examples do what they say.
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;
use std::process::{Command, Output};

/// A page with an article and injected links.
const SAMPLE: &str = "pharma-blog.html";

/// Runs an example on one of the site's samples. Cargo builds the examples along with all tests, not along with one.
fn run(name: &str, sample: &str) -> Output {
    let here = std::env::current_exe().expect("a test has a file");
    let examples = here.ancestors().nth(2).expect("tests lie in deps").join("examples");
    let page = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/samples").join(sample);
    let program = examples.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let done = Command::new(&program).arg(page).output().expect("`cargo build --examples` builds it");
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    done
}

#[test]
fn extract_writes_the_article() {
    let said = String::from_utf8(run("extract", SAMPLE).stdout).expect("text");
    assert!(said.starts_with("# ") && said.len() > 1000, "{said}");
}

#[test]
fn clean_says_what_went_and_why() {
    let done = run("clean", SAMPLE);
    let (page, reasons) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(page.contains("<html"), "{page}");
    assert!(reasons.lines().any(|line| line.starts_with("spam ")), "{reasons}");
}

#[test]
fn explain_names_blocks_and_evidence() {
    let done = run("explain", SAMPLE);
    let said: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert!(said["blocks"].as_array().is_some_and(|blocks| blocks.len() > 5), "{said}");
}
