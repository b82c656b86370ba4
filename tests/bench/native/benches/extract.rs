//! All of `extract`, its stages, and `dom_smoothie` on the same pages.

use criterion::{criterion_group, criterion_main, Criterion};
use dehusk::input::html;
use dehusk::judge::Judged;
use dehusk::Options;
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let pages = dehusk_bench::samples().expect("the samples of the demo site");
    let options = Options::default();
    let parsed: Vec<_> = pages.iter().map(|(_, html)| html::page(html, &options).expect("no limit is set")).collect();
    let judged: Vec<_> = parsed.iter().map(|page| Judged::of(page.clone(), &options)).collect();
    let mut group = criterion.benchmark_group("all samples");
    group.sample_size(20);
    group.bench_function("extract", |bench| {
        bench.iter(|| pages.iter().for_each(|(_, html)| drop(black_box(dehusk::extract(html, &options)))));
    });
    group.bench_function("dom_smoothie", |bench| {
        bench.iter(|| {
            for (_, html) in &pages {
                let parsed = dom_smoothie::Readability::new(html.as_str(), None, None).and_then(|mut page| page.parse());
                drop(black_box(parsed));
            }
        });
    });
    group.bench_function("stage parse", |bench| {
        bench.iter(|| pages.iter().for_each(|(_, html)| drop(black_box(html::page(html, &options)))));
    });
    group.bench_function("stage judge", |bench| {
        bench.iter(|| parsed.iter().for_each(|page| drop(black_box(Judged::of(page.clone(), &options)))));
    });
    group.bench_function("stage article", |bench| {
        bench.iter(|| judged.iter().for_each(|judged| drop(black_box(judged.article(&options)))));
    });
    group.finish();
}

criterion_group!(extract, benches);
criterion_main!(extract);
