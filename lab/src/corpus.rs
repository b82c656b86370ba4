//! A folder of pages with truths: `truth.jsonl`, `set.json`, `pages/ID.html` or `.html.gz`.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::io::Read;
use std::path::{Path, PathBuf};

/// One row of `truth.jsonl`; absent fields are not known.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Truth {
    pub id: String,
    pub url: Option<String>,
    pub split_key: String,
    pub page_type: Option<String>,
    pub title: Option<String>,
    pub text: Option<String>,
    #[serde(rename = "with")]
    pub with_parts: Vec<String>,
    #[serde(rename = "without")]
    pub without_parts: Vec<String>,
    pub spam: Vec<String>,
    pub family: Option<String>,
    pub src_set: Option<String>,
    pub src_id: Option<String>,
}

impl Truth {
    /// The page's address, if the set knows it.
    pub fn address(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| !url.is_empty() && !url.contains("unknown.invalid"))
    }
}

/// A page to measure.
pub struct Entry {
    pub set: String,
    pub truth: Truth,
    pub file: PathBuf,
}

impl Entry {
    pub fn html(&self) -> Result<String> {
        read_page(&self.file)
    }
}

/// All pages of a set.
pub fn load(folder: &Path) -> Result<Vec<Entry>> {
    let set = folder.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
    let rows = std::fs::read_to_string(folder.join("truth.jsonl"))
        .with_context(|| format!("{} has no truth.jsonl", folder.display()))?;
    rows.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let truth: Truth = serde_json::from_str(line)?;
            let plain = folder.join("pages").join(format!("{}.html", truth.id));
            let file = if plain.is_file() { plain } else { folder.join("pages").join(format!("{}.html.gz", truth.id)) };
            Ok(Entry { set: set.clone(), truth, file })
        })
        .collect()
}

/// A page file as text; bytes that are no UTF-8 are replaced.
pub fn read_page(file: &Path) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bytes = if file.extension().is_some_and(|extension| extension == "gz") {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain)?;
        plain
    } else {
        bytes
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
