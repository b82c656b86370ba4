//! The Rust version that `Cargo.toml` states is enough for everything the workspace is built from. That the core
//! itself uses nothing newer is clippy's to say (`incompatible_msrv`).
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use serde_json::Value;
use std::process::Command;

/// `1.85`, `1.85.0` → (1, 85).
fn version(text: &str) -> (u32, u32) {
    let mut parts = text.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

#[test]
fn no_dependency_needs_a_newer_rust_than_stated() {
    let stated = version(env!("CARGO_PKG_RUST_VERSION"));
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_string());
    let done = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    // Crates of other systems are locked too, but not fetched here.
    if !done.status.success() {
        eprintln!("left out: {}", String::from_utf8_lossy(&done.stderr));
        return;
    }
    let all: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let packages = all["packages"].as_array().expect("packages");
    assert!(packages.len() > 50, "only {} packages", packages.len());
    let newer: Vec<String> = packages
        .iter()
        .filter(|package| package["rust_version"].as_str().is_some_and(|needs| version(needs) > stated))
        .map(|package| format!("{} {} needs Rust {}", package["name"], package["version"], package["rust_version"]))
        .collect();
    assert!(newer.is_empty(), "{}", newer.join("\n"));
}
