//! Where the time goes: each stage over all pages of a set, one thread, best of several rounds.

use crate::corpus;
use anyhow::Result;
use dehusk::features::View;
use dehusk::head::Head;
use dehusk::input::html;
use dehusk::judge::{self, Judged};
use dehusk::scene::Scene;
use dehusk::spam::evidence::Evidence;
use dehusk::spam::Spam;
use dehusk::sums::Sums;
use dehusk::weights::{self, content};
use dehusk::Options;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Rounds per stage; the best is printed, others are noise of the machine.
const ROUNDS: usize = 5;

/// Prints microseconds per page and stage.
pub fn stages(sets: &[PathBuf]) -> Result<()> {
    for set in sets {
        let pages: Vec<(String, Options)> = corpus::load(set)?
            .iter()
            .map(|entry| {
                Ok((entry.html()?, Options { url: entry.truth.address().map(str::to_string), ..Options::default() }))
            })
            .collect::<Result<_>>()?;
        let bytes: usize = pages.iter().map(|page| page.0.len()).sum();
        println!("{}: {} pages, {} KB each", set.display(), pages.len(), bytes / pages.len() / 1024);
        let parsed: Vec<_> = pages.iter().map(|(html, options)| html::page(html, options)).collect::<Result<_, _>>()?;
        let print = |name: &str, best: Duration| {
            println!("  {name:<10} {:>8.0} µs", best.as_secs_f64() * 1e6 / pages.len() as f64)
        };
        let best = |work: &mut dyn FnMut()| {
            (0..ROUNDS)
                .map(|_| {
                    let start = Instant::now();
                    work();
                    start.elapsed()
                })
                .min()
                .unwrap_or_default()
        };
        print("parse", best(&mut || pages.iter().for_each(|(html, options)| drop(html::page(html, options)))));
        print("head", best(&mut || parsed.iter().for_each(|page| drop(Head::of(page, None)))));
        print("sums", best(&mut || parsed.iter().for_each(|page| drop(Sums::of(page, None)))));
        let sums: Vec<_> = parsed.iter().map(|page| Sums::of(page, None)).collect();
        let heads: Vec<_> = parsed.iter().map(|page| Head::of(page, None)).collect();
        print(
            "scene",
            best(&mut || parsed.iter().zip(&sums).for_each(|(page, sums)| drop(Scene::of(page, sums, content::NAMES)))),
        );
        let scenes: Vec<_> =
            parsed.iter().zip(&sums).map(|(page, sums)| Scene::of(page, sums, content::NAMES)).collect();
        let views: Vec<View<'_>> = (0..parsed.len())
            .map(|at| View {
                page: &parsed[at],
                sums: &sums[at],
                scene: &scenes[at],
                head: &heads[at],
                words: content::WORDS,
            })
            .collect();
        print("scores", best(&mut || views.iter().for_each(|view| drop(judge::scores(*view)))));
        print(
            "evidence",
            best(&mut || views.iter().for_each(|view| drop(Evidence::of(view.page, view.sums, weights::spam::WORDS)))),
        );
        print(
            "spam",
            best(&mut || views.iter().for_each(|view| drop(Spam::of(view.page, view.sums, view.scene, view.head)))),
        );
        let judged: Vec<Judged> =
            parsed.iter().zip(&pages).map(|(page, (_, options))| Judged::of(page.clone(), options)).collect();
        print(
            "article",
            best(&mut || judged.iter().zip(&pages).for_each(|(judged, page)| drop(judged.article(&page.1)))),
        );
        print("extract", best(&mut || pages.iter().for_each(|(html, options)| drop(dehusk::extract(html, options)))));
    }
    Ok(())
}
