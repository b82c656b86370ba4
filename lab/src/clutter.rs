//! Writes what training the clutter model reads: features and labels of the units of pages whose
//! clutter is known (the ads set), and of pages whose article is known (all other sets).

use crate::clutter_labels::{self, Labels};
use crate::clutter_tally::Tally;
use crate::corpus::{self, Entry};
use crate::scores::Scores;
use crate::table::OwnedTable;
use crate::tally::{fold, FOLDS};
use anyhow::Result;
use dehusk::clutter::evidence::Evidence;
use dehusk::clutter::features::{self, View, Whole};
use dehusk::clutter::lexicon::{self, about};
use dehusk::clutter::mark::Table;
use dehusk::clutter::tokens;
use dehusk::features as blocks;
use dehusk::head::Head;
use dehusk::hide::Mass;
use dehusk::input::html;
use dehusk::page::Page;
use dehusk::scene::Scene;
use dehusk::sums::Sums;
use dehusk::weights::content;
use dehusk::{clutter, Options};
use rayon::prelude::*;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where the pages are.
pub struct Sources {
    /// Folder with all sets; `ads` names pages of the others.
    pub corpus: PathBuf,
    /// Sets whose pages are taken; those of the ads set always are.
    pub sets: Vec<String>,
    /// Out-of-fold scores of blocks, one `{"set", "id", "scores"}` a line.
    pub scores: Option<PathBuf>,
}

/// A page read, with what is known of it.
pub struct Read {
    pub entry: Entry,
    pub page: Page,
    pub labels: Labels,
    pub scores: Vec<f32>,
    /// The ads set knows its clutter.
    pub judged: bool,
    /// Per unit row: what kind, if known; see [`Labels`].
    pub units: Vec<u32>,
}

/// Reads all pages.
pub fn read(sources: &Sources) -> Result<Vec<Read>> {
    let known = clutter_labels::load(&sources.corpus.join("ads"))?;
    let scores = sources.scores.as_deref().map(Scores::load).transpose()?.unwrap_or_default();
    let mut entries = Vec::new();
    for set in &sources.sets {
        entries.extend(corpus::load(&sources.corpus.join(set))?);
    }
    entries
        .into_par_iter()
        .map(|entry| {
            let options = Options { url: entry.truth.address().map(str::to_string), ..Options::default() };
            let page = html::page(&entry.html()?, &options)?;
            let head = Head::of(&page, entry.truth.address());
            let sums = Sums::of(&page, head.url.as_deref());
            let scene = Scene::of(&page, &sums, content::NAMES);
            let view = blocks::View { page: &page, sums: &sums, scene: &scene, head: &head, words: content::WORDS };
            let (_, scores) = scores.of(view, &entry.set, &entry.truth.id);
            let row = known.get(&format!("{}/{}", entry.set, entry.truth.id));
            let labels = Labels::of(&page, &sums, &scene, &entry.truth, row);
            let units = clutter::units(&page).collect();
            Ok(Read { entry, page, labels, scores, judged: row.is_some(), units })
        })
        .collect()
}

/// Writes `names.json`, `tables.json`, `pages.jsonl`, `features.f32`, `labels.f32` to `out`.
pub fn dump(sources: &Sources, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let read = read(sources)?;
    let mut tally = Tally::default();
    read.iter().for_each(|read| tally.page(read));
    let tables: Vec<OwnedTable<u8>> =
        (0..FOLDS).map(|fold| tally.table(Some(fold))).chain([tally.table(None)]).collect();
    std::fs::write(out.join("tables.json"), json!(tables).to_string())?;
    let (names, screening) = features::schema();
    std::fs::write(out.join("names.json"), json!({"names": names, "screening": screening}).to_string())?;
    let create = |name: &str| -> Result<_> { Ok(std::io::BufWriter::new(std::fs::File::create(out.join(name))?)) };
    let (mut pages, mut values, mut labels) = (create("pages.jsonl")?, create("features.f32")?, create("labels.f32")?);
    for chunk in read.chunks(64) {
        let made: Vec<_> = chunk
            .par_iter()
            .map(|read| (read, page_rows(read, tables[fold(&read.entry.truth.split_key)].as_table())))
            .collect();
        for (read, (rows, matrix, looks)) in made {
            let truth = &read.entry.truth;
            writeln!(
                pages,
                "{}",
                json!({"set": read.entry.set, "id": truth.id, "key": truth.split_key, "fold": fold(&truth.split_key), "judged": read.judged, "rows": rows})
            )?;
            matrix.iter().try_for_each(|value| values.write_all(&value.to_le_bytes()))?;
            for (&row, looks) in rows.iter().zip(looks) {
                let label = read.labels.unit(&read.page, row);
                [label.category as f32, label.share, label.keep, label.root, looks[0], looks[1]]
                    .iter()
                    .try_for_each(|value| labels.write_all(&value.to_le_bytes()))?;
            }
        }
    }
    Ok(())
}

/// Per unit: 1 if it may well be clutter though no list knows it, and 1 if no token speaks loudly.
type Looks = [f32; 2];

/// The rows written, their features and looks.
fn page_rows(read: &Read, table: Table<'_>) -> (Vec<u32>, Vec<f32>, Vec<Looks>) {
    /// Of pages whose clutter is not known, one in so many units without any evidence is written.
    const SAMPLE: usize = 10;
    let page = &read.page;
    let head = Head::of(page, read.entry.truth.address());
    let sums = Sums::of(page, head.url.as_deref());
    let scene = Scene::of(page, &sums, content::NAMES);
    let evidence = Evidence::of(page, &sums, table);
    let mass = Mass::of(page, &sums, &scene, &read.scores);
    let view = View { page, sums: &sums, scene: &scene, evidence: &evidence, mass: &mass };
    let whole = Whole::of(view);
    let (mut rows, mut values, mut looks) = (Vec::new(), Vec::new(), Vec::new());
    for (at, &row) in read.units.iter().enumerate() {
        let own = evidence.own[row as usize];
        let telling = own.bits != 0 || own.max.iter().any(|&odds| odds > 6);
        if read.judged || telling || at % SAMPLE == 0 {
            features::screen(view, &whole, row, &mut values);
            features::speech(view, row, &mut values);
            rows.push(row);
            looks.push(look(view, row, read.judged));
        }
    }
    (rows, values, looks)
}

fn look(view: View<'_>, row: u32, judged: bool) -> Looks {
    /// Log-odds, in eighths of a nat, from which a token is loud.
    const LOUD: u8 = 8;
    let View { page, sums, evidence, .. } = view;
    let own = evidence.own[row as usize];
    let tally = evidence.subtree(page, row);
    let links = sums.subtree(page, row).links;
    let text = page.subtree_text(row);
    let label = if text.len() < 80 { lexicon::bits(tokens::whole(text)) } else { 0 };
    let named = own.bits & (about::AD | about::COOKIE | about::LETTER | about::SHARE | about::PLEA) != 0;
    let says = tally.shares > 0 || tally.mails > 0 || tally.ad_labels > 0 || label & (about::AD | about::SHARE) != 0;
    let follows = tally.follows >= 2 && u32::from(tally.follows) * 2 > links;
    let teaser = !judged && own.bits & (about::RELATED | about::OVERLAY) != 0;
    let quiet = own.max.iter().all(|&odds| odds < LOUD);
    [named || says || follows || teaser, quiet].map(|is| f32::from(u8::from(is)))
}
