//! Prints a page's text blocks with their scores and reasons.

use anyhow::{Context, Result};
use dehusk::Options;
use std::path::Path;

/// Characters of text shown.
const SHOWN: usize = 60;

/// Prints the table.
pub fn explain(file: &Path, url: Option<String>, strictness: f64) -> Result<()> {
    let html = crate::corpus::read_page(file)?;
    let options = Options { url, strictness, ..Options::default() };
    let page = dehusk::explain(&html, &options).context("the page cannot be read")?;
    println!(
        "{}, readable {:.2}, confidence {:.2}; kept above {:.2}",
        page.kind, page.readable, page.confidence, page.cut
    );
    for block in &page.blocks {
        let text: String = block.text.chars().take(SHOWN).collect();
        let reasons: Vec<String> = block
            .reasons
            .iter()
            .map(|reason| format!("{}={:.2} {:+.2}", reason.name, reason.value, reason.weight))
            .collect();
        let mark = if block.kept { '+' } else { ' ' };
        println!("{mark} {:.2}  {text:<SHOWN$}  {}", block.score, reasons.join(", "));
    }
    Ok(())
}
