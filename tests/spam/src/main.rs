//! Writes a set of injected pages from a set of clean ones.

use anyhow::Result;
use clap::Parser;
use dehusk_spam::{set, Hand};
use std::path::PathBuf;

/// Injects spam by one hand into the pages of a clean set.
#[derive(Parser)]
struct Args {
    /// Folder of the clean set: truth.jsonl, pages/<id>.html or .html.gz
    #[arg(long)]
    set: PathBuf,
    /// The injector
    #[arg(long)]
    hand: Hand,
    /// Other seeds give other spam on the same pages
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder to write; keep it out of the repository
    #[arg(long)]
    out: PathBuf,
    /// At most this many pages, drawn by the seed
    #[arg(long, visible_alias = "limit")]
    pages: Option<usize>,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let written = set::write(&args.set, args.hand, args.seed, &args.out, args.pages)?;
    println!("{} {}: {written}", args.out.display(), args.hand.name());
    Ok(())
}
