//! `cargo xtask sbom`: what is inside of what is shipped, as CycloneDX lists in `dist/sbom`.
//!
//! One list per thing that is bundled: the crates in the engines, the libraries in the extension and in the demo site.
//! The npm package holds nothing but the engines and this repository's own code.

use std::fs;
use std::process::ExitCode;

use anyhow::{bail, Context as _, Result};
use serde_json::Value;

use crate::context::Context;
use crate::{node, process, setup};

/// The lists that npm makes: the workspace, what its file is called, and what npm is to leave out.
///
/// npm refuses a list with the extension's tools (one of them names an older eslint), and leaves out of the site's what
/// other workspaces test with.
const BUNDLES: [(&str, &str, &[&str]); 2] = [("extension", "extension", &["--omit", "dev"]), ("www", "site", &[])];

/// The manifests that cargo-cyclonedx writes a list beside, whether wanted or not; the first is the engines'.
const CRATES: [&str; 4] = [".", "xtask", "lab", "tests/spam"];

/// Options of `sbom`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _: &Args) -> Result<ExitCode> {
    if process::ask(context.cargo().args(["cyclonedx", "--version"])).is_none() {
        bail!("cargo-cyclonedx is missing, which lists the crates: `cargo install cargo-cyclonedx --locked`.");
    }
    setup::tools(context)?;
    fs::create_dir_all(context.path("dist/sbom"))?;
    engines(context)?;
    for (workspace, name, omit) in BUNDLES {
        bundle(context, workspace, name, omit)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn engines(context: &Context) -> Result<()> {
    let step = context.progress.step("list the engines' crates")?;
    let mut list = context.cargo();
    list.args(["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--no-build-deps"]);
    list.args(["--target", "wasm32-unknown-unknown", "--override-filename", "sbom"]);
    process::run(&step, &mut list, "Mend what cargo-cyclonedx names.")?;
    let lists = CRATES.map(|folder| context.path(folder).join("sbom.json"));
    let text = fs::read_to_string(&lists[0]).context("cargo-cyclonedx wrote no list")?;
    for list in lists {
        fs::remove_file(list)?;
    }
    // Where this copy of the repository lies is nobody's business.
    let text = text.replace(&format!("path+file://{}", context.root.display()), "path+file://.");
    step.done(&write(context, "engines", &text)?);
    Ok(())
}

fn bundle(context: &Context, workspace: &str, name: &str, omit: &[&str]) -> Result<()> {
    let step = context.progress.step(&format!("list the libraries of the {name}"))?;
    let mut list = node::npm(context);
    list.args(["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"]);
    list.args(["--loglevel", "error", "--workspace", workspace]).args(omit);
    let text = process::run(&step, &mut list, "Mend what npm names.")?;
    let mut list: Value = serde_json::from_str(&text).context("npm wrote no list")?;
    shipped_only(&mut list);
    step.done(&write(context, name, &serde_json::to_string_pretty(&list)?)?);
    Ok(())
}

/// Takes out what only builds and tests need.
fn shipped_only(list: &mut Value) {
    let is_tool = |component: &Value| {
        let properties = component["properties"].as_array().into_iter().flatten();
        properties.into_iter().any(|property| property["name"] == "cdx:npm:package:development")
    };
    let Some(components) = list["components"].as_array_mut() else { return };
    components.retain(|component| !is_tool(component));
    let kept: Vec<Value> = components.iter().map(|component| component["bom-ref"].clone()).collect();
    let Some(edges) = list["dependencies"].as_array_mut() else { return };
    edges.retain(|edge| kept.contains(&edge["ref"]));
    for edge in edges {
        if let Some(needs) = edge["dependsOn"].as_array_mut() {
            needs.retain(|need| kept.contains(need));
        }
    }
}

/// Writes a list; says where, and how many things it names.
fn write(context: &Context, name: &str, text: &str) -> Result<String> {
    let file = format!("dist/sbom/{name}.cdx.json");
    fs::write(context.path(&file), text)?;
    Ok(format!("{file}, {} entries", text.matches("\"purl\"").count()))
}
