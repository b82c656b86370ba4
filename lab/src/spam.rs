//! Writes what training the spam model reads: features and labels of text pieces, of clean pages and
//! of the same pages injected by several hands.

use crate::corpus::{self, Entry};
use crate::table::OwnedTable;
use anyhow::Result;
use dehusk::head::Head;
use dehusk::input::html;
use dehusk::page::Page;
use dehusk::scene::Scene;
use dehusk::spam::evidence::{tokens, Evidence};
use dehusk::spam::features::{self, View, Whole};
use dehusk::spam::LEVELS;
use dehusk::sums::Sums;
use dehusk::text::{collapse, hash};
use dehusk::weights::content;
use dehusk::Options;
use dehusk_spam::Hand;
use rayon::prelude::*;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Words kept in the table for and against injection.
const WORDS: (usize, usize) = (1600, 200);
/// Families of spam a word must be seen in to speak for injection: one family's words are learnt by heart.
const FAMILIES: usize = 2;
/// Languages whose words are learnt, as families begin: the clean sets hold pages in them. Of another
/// language every common word would seem to speak for spam, and its genuine pages would lose text.
const LANGUAGES: [&str; 3] = ["en", "de", "zh"];
/// Pages a word must be seen on.
const PAGES: u32 = 6;
/// Handfuls of sayings per family that words are learnt from besides pages: many families are on few pages.
const SAYINGS: usize = 12;

/// Which injector made a set; 0: none.
#[derive(Clone)]
pub struct Source {
    pub hand: usize,
    pub folder: PathBuf,
}

struct Read {
    entry: Entry,
    hand: usize,
    page: Page,
    /// Per piece: share of injected text; negative: not known.
    shares: Vec<f32>,
}

impl Read {
    /// The hand whose words this page must not have taught.
    fn without(&self, hands: usize) -> usize {
        if self.hand > 0 {
            self.hand
        } else {
            1 + hash(&self.entry.truth.split_key) as usize % hands
        }
    }
}

fn pieces(page: &Page) -> (Sums, Evidence) {
    let none = OwnedTable::<i8>::default();
    let sums = Sums::of(page, None);
    let evidence = Evidence::of(page, &sums, none.as_table());
    (sums, evidence)
}

fn read(entry: Entry, hand: usize, corpus: &Path) -> Option<Read> {
    let page = html::page(&entry.html().ok()?, &Options::default()).ok()?;
    let (_, evidence) = pieces(&page);
    let texts: Vec<String> = evidence.pieces.iter().map(|&row| collapse(page.subtree_text(row))).collect();
    let shares = if hand == 0 { vec![0.0; texts.len()] } else { shares(&texts, &entry, corpus)? };
    Some(Read { entry, hand, page, shares })
}

/// Injected share of each piece: what the clean page does not have, and what the truth says was put in.
fn shares(texts: &[String], entry: &Entry, corpus: &Path) -> Option<Vec<f32>> {
    let truth = &entry.truth;
    let (set, id) = (truth.src_set.as_deref()?, truth.src_id.as_deref()?);
    let pages = corpus.join(set).join("pages");
    let plain = pages.join(format!("{id}.html"));
    let clean = corpus::read_page(&if plain.is_file() { plain } else { pages.join(format!("{id}.html.gz")) }).ok()?;
    let clean = html::page(&clean, &Options::default()).ok()?;
    let (_, evidence) = pieces(&clean);
    let mut known: HashMap<String, u32> = HashMap::new();
    for &row in &evidence.pieces {
        *known.entry(collapse(clean.subtree_text(row))).or_default() += 1;
    }
    let spam: Vec<String> = truth.spam.iter().map(|text| collapse(text)).filter(|text| !text.is_empty()).collect();
    let share = |text: &String| {
        if spam.iter().any(|spam| spam.contains(text.as_str())) && !known.contains_key(text) {
            return 1.0;
        }
        let covered: usize =
            spam.iter().filter(|spam| text.contains(spam.as_str())).map(|spam| spam.len()).max().unwrap_or(0);
        match known.get_mut(text).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                0.0
            }
            None if covered > 0 => (covered as f32 / text.len() as f32).min(1.0),
            None => -1.0,
        }
    };
    Some(texts.iter().map(share).collect())
}

fn is_learnt(family: &str) -> bool {
    LANGUAGES.iter().any(|language| family.starts_with(language))
}

#[derive(Default, Clone)]
struct Count {
    /// Injected pages with the word by hand, and the families seen.
    spam: HashMap<usize, u32>,
    families: HashSet<(usize, String)>,
    /// Genuine pages with the word.
    genuine: u32,
}

/// Learns the words of all hands but one.
fn table(counts: &HashMap<u32, Count>, without: usize, pages: &HashMap<usize, u32>, clean: u32) -> OwnedTable {
    let all: u32 = pages.iter().filter(|(hand, _)| **hand != without).map(|(_, count)| count).sum();
    let mut rows: Vec<(f32, u32, i8)> = counts
        .iter()
        .filter_map(|(&token, count)| {
            let spam: u32 = count.spam.iter().filter(|(hand, _)| **hand != without).map(|(_, count)| count).sum();
            let families = count.families.iter().filter(|family| family.0 != without).count();
            let odds = ((spam as f32 + 0.5) / (all as f32 + 1.0)).ln()
                - ((count.genuine as f32 + 0.5) / (clean as f32 + 1.0)).ln();
            let telling = spam + count.genuine >= PAGES && (odds < 0.0 || families >= FAMILIES);
            let rank = odds.abs() * (if odds > 0.0 { spam } else { count.genuine } as f32).sqrt();
            telling.then_some((rank, token, (odds * 16.0).round().clamp(-127.0, 127.0) as i8))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut kept, against): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.2 > 0);
    kept.truncate(WORDS.0);
    kept.extend(against.into_iter().take(WORDS.1));
    kept.sort_by_key(|row| row.1);
    let rows = kept;
    OwnedTable::of(rows.into_iter().map(|(_, token, odds)| (token, odds)).collect())
}

/// Reads all sources and writes features, labels, pages and word tables to `out`.
///
/// `authors`: number and name of our own hands among them, whose families are known whole.
pub fn dump(sources: &[Source], authors: &[(usize, Hand)], corpus: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let mut entries = Vec::new();
    for source in sources {
        entries.extend(corpus::load(&source.folder)?.into_iter().map(|entry| (entry, source.hand)));
    }
    let hands = sources.iter().map(|source| source.hand).max().unwrap_or(1).max(1);
    let read: Vec<Read> = entries.into_par_iter().filter_map(|(entry, hand)| read(entry, hand, corpus)).collect();
    let mut counts: HashMap<u32, Count> = HashMap::new();
    let (mut pages, mut clean) = (HashMap::new(), 0);
    for read in &read {
        let (_, evidence) = pieces(&read.page);
        let spoken = read.hand > 0 && is_learnt(read.entry.truth.family.as_deref().unwrap_or(""));
        let mut seen = HashSet::new();
        for (&row, &share) in evidence.pieces.iter().zip(&read.shares) {
            if (spoken && share >= 0.9) || read.hand == 0 {
                tokens(read.page.subtree_text(row), |token| {
                    seen.insert(token);
                });
            }
        }
        for token in seen {
            let count = counts.entry(token).or_default();
            if read.hand > 0 {
                *count.spam.entry(read.hand).or_default() += 1;
                count.families.insert((read.hand, read.entry.truth.family.clone().unwrap_or_default()));
            } else {
                count.genuine += 1;
            }
        }
        if spoken {
            *pages.entry(read.hand).or_insert(0) += 1;
        } else if read.hand == 0 {
            clean += 1;
        }
    }
    for &(hand, author) in authors {
        for (family, said) in author.sayings(SAYINGS, 1).into_iter().filter(|(family, _)| is_learnt(family)) {
            let mut seen = HashSet::new();
            tokens(&said, |token| {
                seen.insert(token);
            });
            for token in seen {
                let count = counts.entry(token).or_default();
                *count.spam.entry(hand).or_default() += 1;
                count.families.insert((hand, family.clone()));
            }
            *pages.entry(hand).or_insert(0) += 1;
        }
    }
    let tables: Vec<OwnedTable> = (0..=hands).map(|hand| table(&counts, hand, &pages, clean)).collect();
    std::fs::write(out.join("words.json"), json!(tables[0]).to_string())?;
    std::fs::write(out.join("names.json"), json!(features::names()).to_string())?;
    let mut rows = std::io::BufWriter::new(std::fs::File::create(out.join("pages.jsonl"))?);
    let mut matrix = std::io::BufWriter::new(std::fs::File::create(out.join("features.f32"))?);
    let mut labels = std::io::BufWriter::new(std::fs::File::create(out.join("labels.f32"))?);
    for chunk in read.chunks(64) {
        let made: Vec<_> = chunk.par_iter().map(|read| (read, page_rows(read, &tables[read.without(hands)]))).collect();
        for (read, (values, shares, info)) in made {
            let truth = &read.entry.truth;
            let row = json!({"set": read.entry.set, "id": truth.id, "key": truth.split_key, "hand": read.hand, "family": truth.family, "pieces": shares.len(),
                "fold": hash(&truth.split_key) % 5, "info": info});
            writeln!(rows, "{row}")?;
            values.iter().try_for_each(|value| matrix.write_all(&value.to_le_bytes()))?;
            shares.iter().try_for_each(|share| labels.write_all(&share.to_le_bytes()))?;
        }
    }
    Ok(())
}

type Rows = (Vec<f32>, Vec<f32>, Vec<[u32; 4]>);

/// Features, labels, and of the written pieces: index, row, first and last row of the container that
/// spam grows in. Of an injected page
/// only the pieces around the injection and each seventh other are written: the clean page has the rest.
fn page_rows(read: &Read, words: &OwnedTable) -> Rows {
    const NEAR: usize = 20;
    let page = &read.page;
    let head = Head::of(page, read.entry.truth.address());
    let sums = Sums::of(page, head.url.as_deref());
    let scene = Scene::of(page, &sums, content::NAMES);
    let evidence = Evidence::of(page, &sums, words.as_table());
    let view = View { page, sums: &sums, scene: &scene, head: &head, evidence: &evidence };
    let whole = Whole::of(view);
    let (mut values, mut shares, mut info) = (Vec::new(), Vec::new(), Vec::new());
    let hot: Vec<usize> = (0..read.shares.len()).filter(|&at| read.shares[at] != 0.0).collect();
    for at in 0..read.shares.len() {
        let near = hot.get(hot.partition_point(|&hot| hot + NEAR < at)).is_some_and(|&hot| hot.abs_diff(at) <= NEAR);
        if read.hand > 0 && !near && at % 7 != 0 {
            continue;
        }
        features::screen(view, at, &mut values);
        features::rest(view, &whole, at, &mut values);
        shares.push(read.shares[at]);
        let row = evidence.pieces[at];
        let up = page.ancestors(row).take(LEVELS).last().unwrap_or(0);
        info.push([at as u32, row, up, page.end[up as usize]]);
    }
    (values, shares, info)
}
