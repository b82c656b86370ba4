//! Measures and trains Dehusk on folders of pages with truths.

mod corpus;
mod dump;
mod labels;
mod tally;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write features and labels of all blocks for training.
    Dump {
        /// Folder to write to.
        out: PathBuf,
        /// Set folders.
        #[arg(required = true)]
        sets: Vec<PathBuf>,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Dump { out, sets } => dump::dump(&sets, &out),
    }
}
