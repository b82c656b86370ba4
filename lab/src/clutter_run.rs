//! Hides with models that have not seen the page's site, and says what that costs the article.

use crate::clutter::{read, Read, Sources};
use crate::forest;
use crate::table::OwnedTable;
use crate::tally::{fold, FOLDS};
use anyhow::Result;
use dehusk::article;
use dehusk::clutter::choose::{self, Thresholds};
use dehusk::clutter::reason::View;
use dehusk::clutter::{Clutter, Model};
use dehusk::head::Head;
use dehusk::hide::{plan, Laws, Plan};
use dehusk::model::Forest;
use dehusk::page::Row;
use dehusk::scene::Scene;
use dehusk::sums::Sums;
use dehusk::weights::content;
use dehusk::{Kind, Options};
use rayon::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// The models of a dump, one for each fold.
fn models(dump: &Path) -> Result<Vec<Model<'static>>> {
    let tables: Vec<OwnedTable<u8>> = serde_json::from_str(&std::fs::read_to_string(dump.join("tables.json"))?)?;
    tables
        .into_iter()
        .take(FOLDS)
        .enumerate()
        .map(|(fold, table)| model(table, &dump.join(format!("fold{fold}"))))
        .collect()
}

fn model(table: OwnedTable<u8>, folder: &Path) -> Result<Model<'static>> {
    let forest =
        |name: &str| Ok::<&'static Forest, anyhow::Error>(Box::leak(Box::new(forest::forest(&folder.join(name))?)));
    Ok(Model {
        table: table.leaked(),
        screen: forest("screen.json")?,
        forest: forest("forest.json")?,
        kinds: [forest("kind0.json")?, forest("kind1.json")?, forest("kind2.json")?, forest("kind3.json")?],
    })
}

/// Writes `OUT/hidden.jsonl` and prints what each set's article text loses.
pub fn run(sources: &Sources, dump: &Path, strictness: f32, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let models = models(dump)?;
    let read = read(sources)?;
    let done: Vec<(serde_json::Value, f32)> = read
        .par_iter()
        .map(|read| page(read, &models[fold(&read.entry.truth.split_key)], &choose::THRESHOLDS, strictness))
        .collect();
    let mut file = std::io::BufWriter::new(std::fs::File::create(out.join("hidden.jsonl"))?);
    let mut sets: BTreeMap<&str, (u32, u32, f32, usize)> = BTreeMap::new();
    for (read, (row, lost)) in read.iter().zip(&done) {
        writeln!(file, "{row}")?;
        let set = sets.entry(&read.entry.set).or_default();
        *set = (
            set.0 + 1,
            set.1 + u32::from(*lost > 0.0),
            set.2 + lost,
            set.3 + row["hidden"].as_array().map_or(0, Vec::len),
        );
    }
    for (set, (pages, hit, lost, hidden)) in sets {
        let pages = pages as f32;
        println!(
            "{set:<12} pages {pages:>5}  article lost {:.3} %  pages with any {:.2} %  hidden per page {:.2}",
            lost / pages * 100.0,
            hit as f32 / pages * 100.0,
            hidden as f32 / pages
        );
    }
    Ok(())
}

fn page(read: &Read, model: &Model<'static>, thresholds: &Thresholds, strictness: f32) -> (serde_json::Value, f32) {
    let page = &read.page;
    let head = Head::of(page, read.entry.truth.address());
    let sums = Sums::of(page, head.url.as_deref());
    let scene = Scene::of(page, &sums, content::NAMES);
    let clutter = Clutter::of(page, &sums, &scene, &read.scores, model);
    let laws = Laws::of(page, &sums, &scene, &clutter.mass);
    let options = Options::default();
    let allows = |row: Row, kind: Kind| options.hides(kind) && laws.allow(row, kind);
    let view = View { page, sums: &sums, scene: &scene, clutter: &clutter };
    let verdicts = choose::verdicts(view, thresholds, strictness, &allows);
    let plan: Plan = plan(&laws, verdicts, &options);
    let lost = plan.verdicts.iter().map(|verdict| read.labels.article(page, verdict.row)).sum();
    let hidden: Vec<_> = article::removals(page, &plan)
        .iter()
        .zip(&plan.verdicts)
        .map(|(removal, verdict)| {
            let label = read.labels.unit(page, verdict.row);
            json!({"path": removal.path, "kind": removal.kind.name(), "reason": removal.reason, "confidence": removal.confidence, "text": removal.text,
                "known": label.category, "names": names(page, verdict.row)})
        })
        .collect();
    let missed = missed(read, &clutter, &laws, &plan);
    (json!({"set": read.entry.set, "id": read.entry.truth.id, "hidden": hidden, "missed": missed}), lost)
}

/// What is known to be clutter and stays, and why: for a person to look at.
fn missed(read: &Read, clutter: &Clutter, laws: &Laws<'_>, plan: &Plan) -> Vec<serde_json::Value> {
    let page = &read.page;
    let hidden = |row: Row| plan.verdicts.iter().any(|v| (v.row..page.end[v.row as usize]).contains(&row));
    (0..page.len() as Row)
        .filter(|&row| read.labels.root[row as usize] && !hidden(row))
        .map(|row| {
            let score = clutter.units.iter().find(|unit| unit.row == row).map_or(0.0, |unit| unit.score);
            let kinds = [Kind::Ad, Kind::Cookie, Kind::Newsletter, Kind::Share];
            let category = usize::from(read.labels.category[row as usize]);
            let text: String = page.subtree_text(row).split_whitespace().collect::<Vec<_>>().join(" ");
            json!({"known": category, "score": score, "allowed": laws.allow(row, kinds[category.max(1) - 1]),
                "mass": clutter.mass.share(row, page.end[row as usize]), "zone": clutter.in_zone(page, row),
                "names": names(page, row), "text": text.chars().take(120).collect::<String>()})
        })
        .collect()
}

/// Tag, class and id, for a person to look at.
fn names(page: &dehusk::page::Page, row: Row) -> String {
    use dehusk::attr::AttrName;
    let value = |name| page.attr(row, name).unwrap_or("");
    format!("{}#{}.{}", page.tag[row as usize].name(), value(AttrName::Id), value(AttrName::Class))
}
