//! Law: layers point downwards only (the picture: `ARCHITECTURE.md`, section “Layers”).
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

/// Modules by layer, lowest first. A module may use modules of lower layers, and of its own.
const LAYERS: &[&[&str]] = &[
    &["tag", "attr", "text", "words", "order", "lexicon", "options", "reason", "error", "url", "hanzi", "map", "model"],
    &["page"],
    &["input", "style", "head", "cue"],
    &["sums"],
    &["block", "scene", "weights"],
    &["features"],
    &["select", "kind", "bare"],
    &["meta", "hide"],
    &["spam", "clutter"],
    &["write"],
    &["judge", "article", "pick"],
    &["clean", "explain"],
    &["wasm"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|modules| modules.contains(&module)).unwrap_or_else(|| panic!("{module} has no layer"))
}

fn sources(folder: &Path, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("src").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).expect("a file of src");
            let module = inside
                .components()
                .next()
                .expect("a name")
                .as_os_str()
                .to_string_lossy()
                .trim_end_matches(".rs")
                .to_string();
            out.push((module, fs::read_to_string(&path).expect("a readable source")));
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let mut all = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut all);
    all
}

#[test]
fn modules_use_only_lower_layers() {
    for (module, source) in all_sources().iter().filter(|(module, _)| module != "lib") {
        let code = source.split("#[cfg(test)]").next().unwrap_or("");
        for used in code.split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let known = LAYERS.iter().any(|modules| modules.contains(&used.as_str()));
            assert!(!known || layer(&used) <= layer(module), "{module} uses {used}, which lies above it");
        }
    }
}

#[test]
fn only_the_border_knows_javascript_and_only_the_html_input_knows_the_parser() {
    for (module, source) in all_sources() {
        if module != "wasm" {
            assert!(!source.contains("use wasm_bindgen") && !source.contains("JsValue"), "{module} knows JavaScript");
        }
        if module != "input" {
            let code = source.split("#[cfg(test)]").next().unwrap_or("");
            assert!(!code.contains("use scraper") && !code.contains("use html5ever"), "{module} knows the parser");
        }
    }
}
