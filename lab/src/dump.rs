//! Writes what training reads: features, labels and texts of all blocks of all sets.

use crate::corpus::{self, Entry};
use crate::labels::{labels, Label};
use crate::table::OwnedTable;
use crate::tally::{self, Tally, FOLDS};
use anyhow::Result;
use dehusk::block::Block;
use dehusk::features::{self, View};
use dehusk::head::Head;
use dehusk::input::html;
use dehusk::options::Options;
use dehusk::page::Page;
use dehusk::scene::{inside, Scene};
use dehusk::sums::Sums;
use rayon::prelude::*;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Tokens kept in each cue table, and the sites a token must be seen on.
const NAMES: (usize, usize) = (300, 8);
const WORDS: (usize, usize) = (250, 10);

struct Read {
    entry: Entry,
    page: Page,
    labels: Vec<Label>,
}

/// Reads the sets and writes `pages.jsonl`, `features.f32`, `labels.f32` and the cue tables to `out`.
pub fn dump(sets: &[PathBuf], out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let mut entries = Vec::new();
    for set in sets {
        entries.extend(corpus::load(set)?);
    }
    let none = OwnedTable::<i8>::default();
    let read: Vec<Read> = entries
        .into_par_iter()
        .filter_map(|entry| {
            let page = html::page(&entry.html().ok()?, &Options::default()).ok()?;
            let sums = Sums::of(&page, entry.truth.address());
            let scene = Scene::of(&page, &sums, none.as_table());
            let texts: Vec<&str> = (0..scene.blocks.len()).map(|at| scene.block_text(&page, at)).collect();
            let labels = labels(&entry.truth, &texts);
            Some(Read { entry, page, labels })
        })
        .collect();
    let (mut names, mut words) = (Tally::default(), Tally::default());
    for read in &read {
        let sums = Sums::of(&read.page, None);
        let scene = Scene::of(&read.page, &sums, none.as_table());
        tally::count(&mut names, &mut words, &read.page, &scene, &read.labels, &read.entry.truth.split_key);
    }
    let table = |tally: &Tally, fold, size: (usize, usize)| tally.table(fold, size.0, size.1);
    let folds: Vec<(OwnedTable, OwnedTable)> =
        (0..FOLDS).map(|fold| (table(&names, Some(fold), NAMES), table(&words, Some(fold), WORDS))).collect();
    let (all_names, all_words) = (table(&names, None, NAMES), table(&words, None, WORDS));
    std::fs::write(out.join("cues.json"), json!({"names": all_names, "words": all_words}).to_string())?;
    std::fs::write(out.join("names.json"), json!(features::names()).to_string())?;
    std::fs::write(out.join("info.json"), json!(INFO).to_string())?;
    let mut rows = std::io::BufWriter::new(std::fs::File::create(out.join("pages.jsonl"))?);
    let mut matrix = std::io::BufWriter::new(std::fs::File::create(out.join("features.f32"))?);
    let mut known = std::io::BufWriter::new(std::fs::File::create(out.join("labels.f32"))?);
    for chunk in read.chunks(64) {
        let made: Vec<_> = chunk.par_iter().map(|read| (read, page_rows(read, &folds))).collect();
        for (read, Rows { features, texts, info, page }) in made {
            let truth = &read.entry.truth;
            let row = json!({"set": read.entry.set, "id": truth.id, "key": truth.split_key, "fold": tally::fold(&truth.split_key),
                "type": truth.page_type, "texts": texts, "info": info, "page": page});
            writeln!(rows, "{row}")?;
            for value in features {
                matrix.write_all(&value.to_le_bytes())?;
            }
            for label in &read.labels {
                known.write_all(&label.share.to_le_bytes())?;
                known.write_all(&label.known.to_le_bytes())?;
            }
        }
    }
    Ok(())
}

/// What is written of each block besides its features: for weights, and for the sums of `src/kind.rs`.
const INFO: [&str; 8] = ["words", "parent", "len", "links", "stops", "digits", "capitals", "inside"];

/// What training reads of a page.
struct Rows {
    /// With the cue tables of the other folds.
    features: Vec<f32>,
    texts: Vec<String>,
    info: Vec<[u32; INFO.len()]>,
    /// The page's own features.
    page: Vec<f32>,
}

fn page_rows(read: &Read, folds: &[(OwnedTable, OwnedTable)]) -> Rows {
    let page = &read.page;
    let (names, words) = &folds[tally::fold(&read.entry.truth.split_key)];
    let head = Head::of(page, read.entry.truth.address());
    let sums = Sums::of(page, head.url.as_deref());
    let scene = Scene::of(page, &sums, names.as_table());
    let view = View { page, sums: &sums, scene: &scene, head: &head, words: words.as_table() };
    let matrix = features::matrix(view);
    let info = |block: &Block| {
        let text = block.counts.text;
        let parent = page.parent[block.host as usize];
        let inside = scene.inside[block.start as usize] & (inside::LIST | inside::PRE | inside::TABLE);
        [text.words, parent, text.len, block.counts.link_len, text.stops, text.digits, text.capitals, inside]
    };
    Rows {
        features: matrix.values,
        texts: (0..scene.blocks.len()).map(|at| scene.block_text(page, at).to_string()).collect(),
        info: scene.blocks.iter().map(info).collect(),
        page: matrix.page.iter().map(|&(_, value)| value).collect(),
    }
}
