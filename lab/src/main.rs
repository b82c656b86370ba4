//! Measures and trains Dehusk on folders of pages with truths.

mod corpus;
mod dump;
mod forest;
mod labels;
mod run;
mod tally;
mod train;

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
    /// Run over sets and write JSON lines.
    Run {
        /// Folder to write to.
        out: PathBuf,
        /// Set folders.
        #[arg(required = true)]
        sets: Vec<PathBuf>,
        /// What to write.
        #[arg(long, value_enum, default_value = "article")]
        what: run::What,
    },
    /// Train on a dump and write the weights.
    Train {
        /// Folder written by `dump`.
        dump: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
        /// File to write.
        #[arg(long, default_value = "src/weights/content.rs")]
        target: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Dump { out, sets } => dump::dump(&sets, &out),
        Command::Run { out, sets, what } => run::run(&sets, &out, what),
        Command::Train { dump, python, target } => train::train(&dump, &python, &target),
    }
}
