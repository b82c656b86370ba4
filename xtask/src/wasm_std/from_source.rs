//! Debian packages a recent compiler and the source of the standard library, but not the library for wasm32.
//!
//! It is built once with cargo's `build-std`, kept by compiler version, and used like an installed one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::TARGET;
use crate::archive;
use crate::context::Context;
use crate::{debian, process};

/// Debian's programs, whatever else is on the PATH.
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";

/// The linker of the package `lld-22`; Debian's rustc brings none for wasm.
const LINKER: &str = "wasm-ld-22";

/// Debian 12 keeps its recent compiler in packages named after the browsers that need it.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The library built earlier by the compiler that is installed now.
pub fn find(context: &Context) -> Option<PathBuf> {
    Some(place(context)?).filter(|sysroot| libraries(sysroot).is_dir())
}

/// Installs the compiler and builds the library.
pub fn build(context: &Context) -> Result<PathBuf> {
    let step = context.progress.step("Rust from Debian, wasm library from source")?;
    debian::install(&step, &PACKAGES)?;
    let work = context.path("target/wasm-std");
    archive::remove(&work)?;
    fs::create_dir_all(work.join("src"))?;
    fs::write(work.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"carrier\"\nedition = \"2021\"\n[lib]\ncrate-type = [\"cdylib\"]\n[workspace]\n";
    fs::write(work.join("Cargo.toml"), manifest)?;
    let mut cargo = cargo(context);
    cargo
        .current_dir(&work)
        // Debian's compiler is a stable one; only `build-std` needs what is not stable yet.
        .env("RUSTC_BOOTSTRAP", "1")
        // Link-time optimisation of the crate needs the library's bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", work.join("target"))
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"]);
    process::run(&step, &mut cargo, "Run `rustup target add wasm32-unknown-unknown` with network access instead.")?;
    let sysroot = place(context).ok_or_else(|| anyhow::anyhow!("{RUSTC} does not say its version"))?;
    let libraries = libraries(&sysroot);
    fs::create_dir_all(&libraries)?;
    for entry in fs::read_dir(work.join("target").join(TARGET).join("release/deps"))? {
        let file = entry?.path();
        if file.extension().is_some_and(|kind| kind == "rlib") {
            fs::copy(&file, libraries.join(file.file_name().unwrap_or_default()))?;
        }
    }
    step.done("");
    Ok(sysroot)
}

/// Debian's cargo, whatever else is on the PATH.
pub fn cargo(context: &Context) -> Command {
    let mut cargo = context.command(CARGO);
    cargo.env("RUSTC", RUSTC).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
    cargo
}

/// One folder per compiler: a library of another version is refused.
fn place(context: &Context) -> Option<PathBuf> {
    let version = process::ask(context.command(RUSTC).arg("--version"))?;
    let key: String = version.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Some(context.path("target/wasm-sysroot").join(key))
}

fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}
