//! Sets of pages on disk: reads a clean one, writes an injected one in the layout the scorers know.

use crate::dice::Dice;
use crate::headline::Headlines;
use crate::{inject, Hand, Injection};
use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::{json, Map, Value};
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::Path;

/// Other seeds tried on a page on which one finds no place for its spam.
const TRIES: u64 = 4;

/// Injects the pages of `from` (at most `limit`) and writes `to`: pages, truth.jsonl, set.json. Returns a summary.
pub fn write(from: &Path, hand: Hand, seed: u64, to: &Path, limit: Option<usize>) -> Result<String> {
    let truth = from.join("truth.jsonl");
    let rows = fs::read_to_string(&truth).with_context(|| format!("no clean set at {}", truth.display()))?;
    let mut rows: Vec<Map<String, Value>> =
        rows.lines().filter(|l| !l.trim().is_empty()).map(serde_json::from_str).collect::<Result<_, _>>()?;
    Dice::new(seed, &["set", hand.name()]).shuffle(&mut rows);
    let from = fs::canonicalize(from)?;
    let set = from.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    fs::create_dir_all(to.join("pages"))?;
    let mut lines = Vec::new();
    let (mut hidden, mut strings, mut titles) = (0, 0, 0);
    for row in &rows {
        if limit.is_some_and(|most| lines.len() >= most) {
            break;
        }
        let id = row.get("id").and_then(Value::as_str).context("a truth row has no id")?;
        let clean = page(&from, id)?;
        let lang = row.get("lang").and_then(Value::as_str);
        let Some(done) = (0..TRIES).find_map(|t| inject(hand, &clean, lang, seed + (t << 32))) else { continue };
        hidden += usize::from(done.hidden);
        strings += done.spam.len();
        titles += usize::from(done.title_spam.is_some());
        let out = format!("{}-{id}", hand.name());
        lines.push((out.clone(), truth_row(row, &set, id, &out, &clean, &done)));
        fs::write(to.join("pages").join(out + ".html"), &done.html)?;
    }
    lines.sort();
    let text = lines.iter().fold(String::new(), |mut text, (_, line)| {
        let _ = writeln!(text, "{line}");
        text
    });
    fs::write(to.join("truth.jsonl"), text)?;
    let name = to.file_name().map(|n| n.to_string_lossy().into_owned());
    fs::write(
        to.join("set.json"),
        json!({"name": name, "metric": "words", "hand": hand.name(), "seed": seed.to_string()}).to_string() + "\n",
    )?;
    link(&from, to, &set);
    Ok(format!(
        "{} of {} pages, {strings} strings, {hidden} pages with all spam hidden, {titles} hijacked titles",
        lines.len(),
        rows.len()
    ))
}

/// A clean page, packed or not.
pub fn page(set: &Path, id: &str) -> Result<String> {
    let plain = set.join("pages").join(format!("{id}.html"));
    let bytes = if plain.is_file() {
        fs::read(plain)?
    } else {
        let packed = set.join("pages").join(format!("{id}.html.gz"));
        let mut bytes = Vec::new();
        GzDecoder::new(fs::File::open(&packed).with_context(|| format!("no page {}", packed.display()))?)
            .read_to_end(&mut bytes)?;
        bytes
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The scorer looks for the clean page beside the injected set, under the clean set's name.
fn link(from: &Path, to: &Path, set: &str) {
    #[cfg(unix)]
    if let Some(beside) = to.parent().map(|p| p.join(set)).filter(|p| !p.exists()) {
        // Without the link only `spamscore.py --page` lacks its measure of kept words.
        let _ = std::os::unix::fs::symlink(from, beside);
    }
}

fn truth_row(row: &Map<String, Value>, set: &str, id: &str, out: &str, clean: &str, done: &Injection) -> String {
    let headlines = Headlines::of(clean);
    let said = row.get("title").and_then(Value::as_str).filter(|t| !t.is_empty());
    let title = said.map_or_else(|| headlines.genuine(), str::to_owned);
    let body = row.get("text").and_then(Value::as_str).unwrap_or("");
    let placements: Vec<Value> = done
        .placements
        .iter()
        .map(|(place, technique, hidden)| json!({"where": place, "technique": technique, "hidden": hidden}))
        .collect();
    let mut truth = row.clone();
    let added = json!({
        "id": out, "title": title, "title_also": headlines.others(&title, body), "title_recoverable": Headlines::of(&done.html).shows(&title),
        "spam": done.spam, "spam_title": done.title_spam, "title_parts": done.title_parts, "spam_meta": done.meta_spam, "hijack": done.hijack,
        "hand": done.hand, "family": done.family, "spam_lang": done.lang, "placement": done.placement, "technique": done.technique,
        "placements": placements, "hidden": done.hidden, "src_set": set, "src_id": id,
    });
    truth.extend(added.as_object().cloned().unwrap_or_default());
    Value::Object(truth).to_string()
}
