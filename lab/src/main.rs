//! Measures and trains Dehusk on folders of pages with truths.

mod clutter;
mod clutter_labels;
mod clutter_run;
mod clutter_tally;
mod clutter_train;
mod corpus;
mod cv;
mod dump;
mod explain;
mod forest;
mod gate;
mod grow;
mod labels;
mod run;
mod scores;
mod spam;
mod spam_hands;
mod spam_train;
mod stages;
mod table;
mod tally;
mod title;
mod train;

use anyhow::{Context, Result};
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
    /// Write features and labels of text pieces for training the spam model.
    SpamDump {
        /// Folder to write to.
        out: PathBuf,
        /// Folder with the clean sets.
        #[arg(long)]
        corpus: PathBuf,
        /// `HAND=NAME`: which of the injectors are those of tests/spam.
        #[arg(long)]
        author: Vec<String>,
        /// `HAND=FOLDER`: sets by injector, numbered from 1; 0: clean pages.
        #[arg(required = true)]
        sources: Vec<String>,
    },
    /// Print what spam models leave that have not seen the hand, or the family.
    SpamHands {
        /// Folder written by `spam-dump`.
        dump: PathBuf,
        /// `NUMBER=NAME` of each hand; the families of the first two are left out as well.
        #[arg(required = true)]
        hands: Vec<String>,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
    },
    /// Train the spam model on a dump and write the weights.
    SpamTrain {
        /// Folder written by `spam-dump`.
        dump: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
        /// The dump is trained already: only write the weights.
        #[arg(long)]
        trained: bool,
        /// File to write.
        #[arg(long, default_value = "src/weights/spam.rs")]
        target: PathBuf,
    },
    /// Write features and labels of units for training the clutter model.
    ClutterDump {
        /// Folder to write to.
        out: PathBuf,
        /// Folder with all sets.
        #[arg(long)]
        corpus: PathBuf,
        /// Out-of-fold scores of text blocks, one `{"set", "id", "scores"}` a line.
        #[arg(long)]
        scores: Option<PathBuf>,
        /// Names of sets.
        #[arg(required = true)]
        sets: Vec<String>,
    },
    /// Hide with models that have not seen the page's site, and print what it costs the article.
    ClutterRun {
        /// Folder to write to.
        out: PathBuf,
        /// Folder written by `clutter-dump` and trained with folds.
        #[arg(long)]
        dump: PathBuf,
        /// Folder with all sets.
        #[arg(long)]
        corpus: PathBuf,
        /// Out-of-fold scores of text blocks.
        #[arg(long)]
        scores: Option<PathBuf>,
        /// 0 keeps more, 1 hides more.
        #[arg(long, default_value_t = 0.5)]
        strictness: f32,
        /// Names of sets.
        #[arg(required = true)]
        sets: Vec<String>,
    },
    /// Train the clutter model on a dump and write the weights.
    ClutterTrain {
        /// Folder written by `clutter-dump`.
        dump: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
        /// The dump is trained already: only write the weights.
        #[arg(long)]
        trained: bool,
        /// Also train without each fold of sites, for `clutter-run`.
        #[arg(long)]
        folds: bool,
        /// File to write.
        #[arg(long, default_value = "src/weights/clutter.rs")]
        target: PathBuf,
    },
    /// Write the weights of a file with trees: feature, threshold, left, right of each node, and leaves.
    Forest {
        /// JSON file.
        file: PathBuf,
        /// Name of the constant.
        #[arg(long, default_value = "FOREST")]
        name: String,
        /// What it is, for its comment.
        #[arg(long, default_value = "The trained trees.")]
        what: String,
        /// File to write.
        #[arg(long)]
        target: PathBuf,
    },
    /// Read a generated page and print its size, the time and the memory it took.
    Grow {
        /// What the page consists of.
        shape: grow::Shape,
        /// About how many nodes.
        size: usize,
    },
    /// Write the numbers of all candidates for titles.
    TitleDump {
        /// File to write.
        out: PathBuf,
        /// Set folders.
        #[arg(required = true)]
        sets: Vec<PathBuf>,
    },
    /// Train the trees that choose the title and write them.
    TitleTrain {
        /// File written by `title-dump`.
        dump: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
        /// File to write.
        #[arg(long, default_value = "src/meta/title/weights.rs")]
        target: PathBuf,
    },
    /// Print a page's text blocks, their scores and what mattered.
    Explain {
        /// The page.
        page: PathBuf,
        /// Its address.
        #[arg(long)]
        url: Option<String>,
        /// 0 keeps more, 1 keeps less.
        #[arg(long, default_value_t = 0.5)]
        strictness: f64,
    },
    /// Print the time of each stage.
    Stages {
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
        /// Scores of text blocks to use instead of the shipped model's, one `{"set", "id", "scores"}` a line.
        #[arg(long)]
        scores: Option<PathBuf>,
    },
    /// Fail where figures fall below floors.
    Gate {
        /// `{"set": {"every", "least": {figure: floor}, "most": {figure: ceiling}}}`.
        #[arg(long, default_value = "tests/gate/floors.json")]
        floors: PathBuf,
        /// Folder with all sets.
        #[arg(long, default_value = "../shared/corpus")]
        corpus: PathBuf,
        /// Folder with the measuring scripts.
        #[arg(long, default_value = "../shared/bench")]
        bench: PathBuf,
        /// Folder for outputs.
        #[arg(long, default_value = "target/gate")]
        work: PathBuf,
        /// Python.
        #[arg(long, default_value = "python3")]
        python: String,
    },
    /// Print F1 on all sets by models that have not seen a page's site.
    Cv {
        /// Folder for dump, scores and outputs.
        work: PathBuf,
        /// What scores the blocks.
        #[arg(long, value_enum, default_value = "folds")]
        by: cv::By,
        /// The dump is there already, and of this very code.
        #[arg(long)]
        dumped: bool,
        /// Folder with all sets.
        #[arg(long, default_value = "../shared/corpus")]
        corpus: PathBuf,
        /// Folder with the measuring scripts.
        #[arg(long, default_value = "../shared/bench")]
        bench: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
    },
    /// Train on a dump and write the weights.
    Train {
        /// Folder written by `dump`.
        dump: PathBuf,
        /// Python with lightgbm and numpy.
        #[arg(long, default_value = "python3")]
        python: String,
        /// The dump is trained already: only write the weights.
        #[arg(long)]
        trained: bool,
        /// Folder to write to.
        #[arg(long, default_value = "src/weights")]
        target: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Dump { out, sets } => dump::dump(&sets, &out),
        Command::SpamDump { out, corpus, author, sources } => {
            let parse = |text: &String| -> Result<spam::Source> {
                let (hand, folder) = text.split_once('=').context("a source is HAND=FOLDER")?;
                Ok(spam::Source { hand: hand.parse()?, folder: folder.into() })
            };
            let name = |text: &String| -> Result<(usize, dehusk_spam::Hand)> {
                let (hand, name) = text.split_once('=').context("an author is HAND=NAME")?;
                Ok((hand.parse()?, name.parse().map_err(anyhow::Error::msg)?))
            };
            let authors: Vec<_> = author.iter().map(name).collect::<Result<_>>()?;
            let sources: Vec<_> = sources.iter().map(parse).collect::<Result<_>>()?;
            spam::dump(&sources, &authors, &corpus, &out)
        }
        Command::SpamHands { dump, hands, python } => spam_hands::table(&dump, &hands, &python),
        Command::SpamTrain { dump, trained: true, target, .. } => spam_train::write(&dump, &target),
        Command::SpamTrain { dump, python, target, .. } => spam_train::train(&dump, &python, &target),
        Command::ClutterDump { out, corpus, scores, sets } => {
            clutter::dump(&clutter::Sources { corpus, sets, scores }, &out)
        }
        Command::ClutterRun { out, dump, corpus, scores, strictness, sets } => {
            clutter_run::run(&clutter::Sources { corpus, sets, scores }, &dump, strictness, &out)
        }
        Command::ClutterTrain { dump, trained: true, target, .. } => clutter_train::write(&dump, &target),
        Command::ClutterTrain { dump, python, folds, target, .. } => {
            clutter_train::train(&dump, &python, folds, &target)
        }
        Command::Forest { file, name, what, target } => forest::write(&file, &name, &what, &target),
        Command::Grow { shape, size } => grow::grow(shape, size),
        Command::TitleDump { out, sets } => title::dump(&sets, &out),
        Command::TitleTrain { dump, python, target } => title::train(&dump, &python, &target),
        Command::Explain { page, url, strictness } => explain::explain(&page, url, strictness),
        Command::Stages { sets } => stages::stages(&sets),
        Command::Run { out, sets, what, scores } => {
            let scores = scores.as_deref().map(scores::Scores::load).transpose()?.unwrap_or_default();
            run::run(&sets, &out, what, &scores)
        }
        Command::Gate { floors, corpus, bench, work, python } => gate::gate(&floors, &corpus, &bench, &work, &python),
        Command::Cv { work, by, dumped, corpus, bench, python } => {
            cv::cv(&cv::Places { work, corpus, bench, python }, by, dumped)
        }
        Command::Train { dump, trained: true, target, .. } => train::write(&dump, &target),
        Command::Train { dump, python, target, .. } => train::train(&dump, &python, &target),
    }
}
