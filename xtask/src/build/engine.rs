//! Compiles the crate to wasm, twice: `full` reads HTML strings and live pages, `live` only live pages.
//!
//! rustc → wasm-bindgen (as a library, so its version is the lock file's) → wasm-opt (from npm).

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{bail, ensure, Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::silent;
use crate::context::Context;
use crate::progress::Step;
use crate::size::{gzip, kb};
use crate::stamp::Stamp;
use crate::wasm_std::{self, Compiler, TARGET};
use crate::{node, process};

/// One way of compiling the crate.
struct Engine {
    name: &'static str,
    features: &'static [&'static str],
    /// Panics say where they were; otherwise they only trap.
    speaks: bool,
}

const ENGINES: [Engine; 2] = [
    Engine { name: "full", features: &[], speaks: true },
    Engine { name: "live", features: &["--no-default-features"], speaks: false },
];

/// Cargo profile that trades speed for size; see Cargo.toml.
const PROFILE: &str = "wasm";

/// How large a function LLVM still copies into its callers (its own measure; 225 by default, 50 at `s`, 5 at `z`):
/// iterators and bounds checks are, whole steps are not.
const INLINE: u32 = 20;

/// What wasm-opt is asked for: after gzip within 0.1 % of `-Oz`, and `extract` takes 2 to 4 % less time.
const LEVEL: &str = "-O3";

/// Instructions of the largest function that wasm-opt still moves into its only caller. Without a bound all stages become
/// one function, which browsers run in its slow first form to its end: they replace functions only between two calls.
const ONE_CALLER: u32 = 20;

/// What the engines are compiled from, beside the compiler.
const INPUTS: [&str; 5] = ["src", "Cargo.toml", "Cargo.lock", "xtask/src/build", "xtask/src/wasm_std.rs"];

/// Builds both engines into `npm/wasm/` at the same time; returns the digest of all inputs.
pub fn build(context: &Context) -> Result<String> {
    let compiler = wasm_std::setup(context)?;
    let digests = thread::scope(|scope| {
        let running = ENGINES.each_ref().map(|engine| scope.spawn(|| engine.build(context, &compiler)));
        running.map(|thread| thread.join().unwrap_or_else(|_| bail!("the build thread of an engine died")))
    });
    digests.into_iter().collect::<Result<String>>()
}

impl Engine {
    fn build(&self, context: &Context, compiler: &Compiler) -> Result<String> {
        let title = format!("{} engine", self.name);
        let folder = context.path("npm/wasm").join(self.name);
        let wasm = folder.join("dehusk_bg.wasm");
        let stamp = self.stamp(context)?;
        if stamp.is_current(&[&wasm, &folder.join("dehusk.js")]) {
            context.progress.found(&title, "unchanged");
            return Ok(stamp.digest());
        }
        let step = context.progress.step(&title)?;
        stamp.forget();
        let compiled = self.compile(context, compiler, &step)?;
        step.doing("wasm-bindgen");
        bind(&compiled, &folder)?;
        if !self.speaks {
            let (silent, count) = silent::silence(&fs::read(&wasm)?)?;
            ensure!(count > 0, "no function of {} makes panic messages: their names have changed", wasm.display());
            fs::write(&wasm, silent)?;
        }
        let note = optimise(context, &step, &wasm)?;
        stamp.keep()?;
        step.done(&note);
        Ok(stamp.digest())
    }

    fn stamp(&self, context: &Context) -> Result<Stamp> {
        let rustc = process::ask(context.command("rustc").arg("--version")).unwrap_or_default();
        let mut stamp = Stamp::new(context, &format!("engine-{}", self.name)).value(&rustc);
        for input in INPUTS {
            stamp = stamp.input(&context.path(input))?;
        }
        stamp.input(&context.path("node_modules/binaryen/package.json"))
    }

    /// A target folder for each engine: in one, either build would undo the other's.
    fn compile(&self, context: &Context, compiler: &Compiler, step: &Step) -> Result<PathBuf> {
        let target = context.cargo_target().join(format!("wasm-{}", self.name));
        let mut cargo = compiler.cargo(context);
        // The crate type is named here because cargo turns link-time optimisation off for `cdylib` and `rlib` together.
        cargo
            .args(["rustc", "--package", "dehusk", "--lib", "--crate-type", "cdylib"])
            .args(["--profile", PROFILE, "--target", TARGET])
            .args(self.features)
            .args(["--", "-C", &format!("llvm-args=-inline-threshold={INLINE}")])
            .env("CARGO_TARGET_DIR", &target);
        process::run(step, &mut cargo, "Mend what the compiler names in src/.")?;
        Ok(target.join(TARGET).join(PROFILE).join("dehusk.wasm"))
    }
}

/// Writes the JavaScript glue, its types and the wasm; the names of functions are taken out when it is optimised.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .web(true)?
        .typescript(true)
        .remove_name_section(false)
        .remove_producers_section(true)
        // A trapped instance is replaced by a fresh one: the glue gets `__wbg_reset_state`.
        .reset_state_function(true)
        // Without the default path `init()` would need an argument in a bundler.
        .omit_default_module_path(false);
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen can't bind {}", compiled.display()))
}

/// Replaces `wasm` by its optimised form and says how small it is.
fn optimise(context: &Context, step: &Step, wasm: &Path) -> Result<String> {
    let tool = context.path("node_modules/binaryen/bin/wasm-opt");
    step.doing(&format!("wasm-opt {LEVEL}"));
    let mut command = node::node(context);
    command
        .arg(&tool)
        .arg(LEVEL)
        .arg(format!("--one-caller-inline-max-function-size={ONE_CALLER}"))
        .arg(wasm)
        .arg("-o")
        .arg(wasm);
    process::run(step, &mut command, "Run `cargo xtask setup` to install wasm-opt.")?;
    let bytes = fs::read(wasm)?;
    Ok(format!("{} raw, {} gzip", kb(bytes.len()), kb(gzip(&bytes)?)))
}
