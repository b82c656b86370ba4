//! How time and memory grow with the page: generated pages of one shape, small and large, read once each.

use anyhow::{Context, Result};
use dehusk::Options;
use std::fmt::Write;
use std::time::Instant;

/// What a generated page consists of.
#[derive(Clone, Copy, clap::ValueEnum)]
pub enum Shape {
    /// Paragraphs of different words under headings.
    Paragraphs,
    /// A list of links to many sites.
    Links,
    /// Elements inside each other.
    Depth,
    /// Elements with many attributes.
    Attributes,
    /// One table.
    Table,
    /// Text without any element.
    Text,
}

/// A page of about `size` nodes (bytes for `Text`).
fn page(shape: Shape, size: usize) -> String {
    let mut html = String::from("<!doctype html><title>How seeds grow</title><body><h1>How seeds grow</h1>");
    // Words that repeat no faster than a language's do.
    let word = |at: usize| format!("{}{}", ["seed", "root", "leaf", "stem", "soil"][at % 5], at * 7919 % 4096);
    let sentence = |at: usize| (0..12).map(|word_at| word(at * 12 + word_at)).collect::<Vec<_>>().join(" ");
    for at in 0..size / 2 {
        let _ = match shape {
            Shape::Paragraphs if at % 20 == 0 => write!(html, "<h2>{}</h2>", word(at)),
            Shape::Paragraphs => write!(html, "<p class=\"p{}\">{}, and so on.</p>", at % 50, sentence(at)),
            Shape::Links => write!(html, "<a href=\"https://site{}.test/{}\">{}</a> ", at % 997, word(at), word(at)),
            Shape::Depth => write!(html, "<div>{}", word(at)),
            Shape::Attributes => write!(html, "<i class=\"{}\" data-a{}=\"{at}\">x</i>", word(at), at % 999),
            Shape::Table if at % 8 == 0 => write!(html, "<table><tr><td>{}", word(at)),
            Shape::Table => write!(html, "<td>{}</td>", sentence(at)),
            Shape::Text => write!(html, "{} ", word(at)),
        };
    }
    html
}

/// Reads one page and prints its bytes, milliseconds and the memory it took on top of itself.
pub fn grow(shape: Shape, size: usize) -> Result<()> {
    let html = page(shape, size);
    // The first call fills the tables that stay.
    dehusk::extract("<p>Seeds.", &Options::default())?;
    let before = memory("VmRSS")?;
    let start = Instant::now();
    let article = dehusk::extract(&html, &Options::default())?;
    println!(
        "{} bytes, {:.1} ms, {} KB of memory, {} words",
        html.len(),
        start.elapsed().as_secs_f64() * 1e3,
        memory("VmHWM")?.saturating_sub(before),
        article.map_or(0, |article| article.words)
    );
    Ok(())
}

/// A line of Linux's `/proc/self/status`, in KB.
fn memory(name: &str) -> Result<usize> {
    let status = std::fs::read_to_string("/proc/self/status").context("memory is known on Linux only")?;
    let line = status.lines().find(|line| line.starts_with(name)).context("the system does not tell")?;
    Ok(line.split_whitespace().nth(1).context("the system does not tell")?.parse()?)
}
