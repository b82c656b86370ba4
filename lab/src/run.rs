//! Runs the crate over sets and writes one JSON line per page, for the measuring scripts.

use crate::corpus::{self, Entry};
use crate::scores::Scores;
use anyhow::Result;
use dehusk::input::html;
use dehusk::judge::Judged;
use dehusk::Options;
use rayon::prelude::*;
use serde_json::{json, Value};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What to write.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// The article.
    Article,
    /// What is known of the article besides its text.
    Meta,
    /// The text of the cleaned page.
    Clean,
    /// Paths and kinds of what is hidden.
    Hidden,
}

/// Writes `OUT/SET.jsonl` for each set. Pages that `scores` knows are judged by them.
pub fn run(sets: &[PathBuf], out: &Path, what: What, scores: &Scores) -> Result<()> {
    std::fs::create_dir_all(out)?;
    for set in sets {
        let entries = corpus::load(set)?;
        let rows: Vec<Result<Value>> = entries
            .par_iter()
            .map(|entry| {
                let options = Options { url: entry.truth.address().map(str::to_string), ..Options::default() };
                let html = entry.html()?;
                let mut row = match what {
                    What::Article => article(entry, &html, &options, scores)?,
                    What::Meta => meta(&html, &options)?,
                    What::Clean => cleaned(&html, &options)?,
                    What::Hidden => hidden(&html, &options)?,
                };
                row["id"] = json!(entry.truth.id);
                row["set"] = json!(entry.set);
                Ok(row)
            })
            .collect();
        let name = set.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
        let mut file = std::io::BufWriter::new(std::fs::File::create(out.join(format!("{name}.jsonl")))?);
        for row in rows {
            writeln!(file, "{}", row?)?;
        }
    }
    Ok(())
}

fn article(entry: &Entry, html: &str, options: &Options, scores: &Scores) -> Result<Value> {
    let start = Instant::now();
    let mut judged = Judged::of(html::page(html, options)?, options);
    scores.apply(&mut judged, &entry.set, &entry.truth.id);
    let article = judged.article(options);
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let mut row = match article {
        Some(article) => serde_json::to_value(article)?,
        None => {
            json!({"text": "", "title": "", "byline": null, "published": null, "site": null, "lang": null, "html": null})
        }
    };
    row["ms"] = json!(ms);
    row["error"] = Value::Null;
    row["readable"] = json!(judged.is_readable(options));
    Ok(row)
}

fn meta(html: &str, options: &Options) -> Result<Value> {
    let judged = Judged::of(html::page(html, options)?, options);
    let meta = judged.meta(&judged.body(options.strictness as f32));
    let provenance: serde_json::Map<String, Value> =
        meta.provenance.iter().map(|&(field, origin)| (field.to_string(), json!(origin.name()))).collect();
    Ok(json!({
        "text": "", "title": meta.title, "byline": meta.byline, "published": meta.published, "modified": meta.modified,
        "site": meta.site, "source": meta.source, "lang": meta.lang, "excerpt": meta.excerpt, "image": meta.image,
        "titleHijacked": meta.title_hijacked, "provenance": provenance,
    }))
}

/// The text of the page after cleaning, as a reader would find it: without what is never text.
fn cleaned(html: &str, options: &Options) -> Result<Value> {
    let cleaned = dehusk::clean(html, options)?;
    let page = html::page(&cleaned.html, options)?;
    let text = page.subtree_text(page.body()).to_string();
    Ok(json!({"text": text, "title": cleaned.title, "removals": cleaned.removals.len()}))
}

fn hidden(html: &str, options: &Options) -> Result<Value> {
    let judged = Judged::of(html::page(html, options)?, options);
    let plan = judged.plan(&judged.body(options.strictness as f32), options);
    let hidden: Vec<Value> = dehusk::article::removals(&judged.page, &plan)
        .iter()
        .map(|removal| json!({"path": removal.path, "kind": removal.kind.name()}))
        .collect();
    Ok(json!({"hidden": hidden}))
}
