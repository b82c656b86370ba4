//! Laws of the cleaned page, on our own look-alike pages and on the same pages with spam in them.
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

#[path = "common/plans.rs"]
mod plans;

use dehusk::bare::Bare;
use dehusk::input::html::page;
use dehusk::judge::Judged;
use dehusk::page::Page;
use dehusk::{clean, extract, Kind, Options};
use std::fs;

/// A link farm at the foot of an English page, in a writing the page is not in.
const FARM: &str = r#"<div style="display:none"><a href="https://kbet-asia.com/">คาสิโนออนไลน์</a> | <a href="https://slotgame99.net/">สล็อตเว็บตรง</a> | <a href="https://luckyhuay.top/">หวยออนไลน์</a> | <a href="https://ballstep.xyz/">แทงบอล</a> | <a href="https://bacc-pro.club/">บาคาร่า</a></div>"#;

fn pages() -> Vec<(String, String)> {
    let folders = ["tests/spam/negatives", "www/samples"].map(|f| format!("{}/{f}", env!("CARGO_MANIFEST_DIR")));
    let files = folders.iter().filter_map(|f| fs::read_dir(f).ok()).flatten().flatten();
    let mut pages: Vec<_> = files
        .filter(|f| f.path().extension().is_some_and(|e| e == "html"))
        .map(|f| (f.file_name().to_string_lossy().into_owned(), fs::read_to_string(f.path()).expect("a page is text")))
        .collect();
    pages.sort();
    assert!(pages.len() >= 20, "the pages are missing");
    let farmed: Vec<_> = pages.iter().map(|(name, html)| (format!("{name} with a farm"), with_farm(html))).collect();
    pages.extend(farmed);
    pages
}

fn with_farm(html: &str) -> String {
    match html.rfind("</body>") {
        Some(at) => format!("{}{FARM}{}", &html[..at], &html[at..]),
        None => format!("{html}{FARM}"),
    }
}

fn options(strictness: f64) -> Options {
    Options { strictness, ..Options::default() }
}

fn judged(html: &str) -> Judged {
    Judged::of(page(html, &Options::default()).expect("odd HTML is no error"), &Options::default())
}

/// Tags and texts of a page in document order.
fn rows(page: &Page) -> Vec<String> {
    let row = |row: u32| match page.tag[row as usize] {
        dehusk::tag::Tag::Text => page.subtree_text(row).split_whitespace().collect::<Vec<_>>().join(" "),
        tag => format!("<{tag:?}>{}", page.depth[row as usize]),
    };
    (0..page.len() as u32).map(row).filter(|s| !s.is_empty()).collect()
}

#[test]
fn plans_hold_rows_of_the_page_none_inside_another() {
    for (name, html) in pages() {
        let judged = judged(&html);
        for strictness in [0.0, 0.5, 1.0] {
            let plan = judged.plan(&judged.body(strictness as f32), &options(strictness));
            plans::assert_sound(&judged.page, &plan, &name);
        }
    }
}

#[test]
fn a_farm_changes_nothing_of_the_article() {
    let mut seen = 0;
    for (name, html) in pages().into_iter().filter(|(name, _)| !name.ends_with("with a farm")) {
        let (before, after) = (judged(&html), judged(&with_farm(&html)));
        // Only where the farm, and nothing else, was found is the rest the same page.
        let bare = Bare::of(&after.page, &after.spam_rows(0.5)).page;
        if rows(&bare) != rows(&before.page) {
            continue;
        }
        seen += 1;
        assert_eq!(before.kind, after.kind, "{name}");
        assert_eq!(before.scores, after.scores[..before.scores.len()], "{name}");
    }
    assert!(seen >= 10, "the farm was found by itself on {seen} pages only");
}

#[test]
fn without_nothing_a_page_is_itself() {
    for (name, html) in pages() {
        let whole = judged(&html).page;
        let bare = Bare::of(&whole, &vec![false; whole.len()]);
        assert!(bare.page == whole, "{name}");
    }
}

#[test]
fn without_a_subtree_a_page_is_what_stands_around_it() {
    for (name, html) in pages() {
        let whole = judged(&html).page;
        for root in (1..whole.len() as u32).step_by(7) {
            let gone = root..whole.end[root as usize];
            let cut: Vec<bool> = (0..whole.len() as u32).map(|row| gone.contains(&row)).collect();
            let bare = Bare::of(&whole, &cut).page;
            let around = rows(&whole);
            assert_eq!(bare.len(), whole.len() - gone.len(), "{name} at {root}");
            let text = whole.text_between(0, gone.start).to_string()
                + &whole.text[whole.text_at[gone.end as usize] as usize..];
            assert_eq!(bare.text, text, "{name} at {root}");
            assert!(rows(&bare).iter().all(|row| around.contains(row)), "{name} at {root}");
            for row in 1..bare.len() {
                let up = bare.parent[row] as usize;
                assert!(up < row && row < bare.end[up] as usize && bare.end[row] <= bare.end[up], "{name} at {root}");
            }
        }
    }
}

#[test]
fn what_is_spam_stays_spam_when_strictness_grows() {
    for (name, html) in pages() {
        let judged = judged(&html);
        let mut before = vec![false; judged.page.len()];
        for step in 0..=10 {
            let now = judged.spam_rows(step as f32 / 10.0);
            let given_up = before.iter().zip(&now).filter(|(before, now)| **before && !**now).count();
            assert_eq!(given_up, 0, "{name} at {}", step as f32 / 10.0);
            before = now;
        }
    }
}

#[test]
fn our_look_alikes_are_left_alone() {
    let cut: Vec<String> = pages()
        .into_iter()
        .filter(|(name, html)| !name.contains("farm") && judged(html).spam_rows(0.5).contains(&true))
        .map(|page| page.0)
        .filter(|name| fs::exists(format!("{}/tests/spam/negatives/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap())
        .collect();
    assert!(cut.is_empty(), "{cut:?}");
}

#[test]
fn a_hidden_farm_in_another_writing_goes_and_says_why() {
    let (mut gone, mut all) = (0, 0);
    for (name, html) in pages().into_iter().filter(|page| page.0.contains("farm") && !page.0.contains("thai")) {
        let done = clean(&html, &Options::default()).expect("odd HTML is no error");
        all += 1;
        gone += usize::from(!done.html.contains("kbet-asia"));
        for removal in done.removals.iter().filter(|removal| removal.kind == Kind::Spam) {
            assert!(removal.reason.len() > 10, "{name}: {:?}", removal.reason);
        }
    }
    assert!(gone * 10 >= all * 9, "{gone} of {all}");
}

#[test]
fn what_is_not_removed_stays_as_it_was() {
    for (name, html) in pages() {
        let judged = judged(&html);
        let options = Options { hide: Some(vec![Kind::Spam]), ..Options::default() };
        let plan = judged.plan(&judged.body(0.5), &options);
        let done = clean(&html, &options).expect("odd HTML is no error");
        let left = page(&done.html, &Options::default()).expect("odd HTML is no error");
        let removed = |row: u32| plan.verdicts.iter().any(|v| v.row <= row && row < judged.page.end[v.row as usize]);
        let genuine = |row: &u32| {
            let text = judged.page.tag[*row as usize] == dehusk::tag::Tag::Text;
            text && !removed(*row) && !judged.page.subtree_text(*row).trim().is_empty()
        };
        let squash = |text: &str| text.split_whitespace().collect::<String>();
        let body = judged.page.body();
        let kept: Vec<String> = (body..judged.page.end[body as usize])
            .filter(genuine)
            .map(|row| squash(judged.page.subtree_text(row)))
            .collect();
        assert_eq!(squash(left.subtree_text(left.body())), kept.concat(), "{name}");
    }
}

#[test]
fn a_page_with_nothing_to_remove_is_the_same_page() {
    for (name, html) in pages() {
        let options = Options { hide: Some(Vec::new()), ..Options::default() };
        let done = clean(&html, &options).expect("odd HTML is no error");
        if done.title_hijacked {
            continue;
        }
        let (was, is) = (page(&html, &options).unwrap(), page(&done.html, &options).unwrap());
        assert_eq!(rows(&was), rows(&is), "{name}");
    }
}

#[test]
fn the_article_of_the_cleaned_page_is_the_article() {
    for (name, html) in pages() {
        let options = Options::default();
        let (Some(before), done) = (extract(&html, &options).unwrap(), clean(&html, &options).unwrap()) else {
            continue;
        };
        let after = extract(&done.html, &options).unwrap().map_or(String::new(), |article| article.text);
        let words = |text: &str| dehusk::text::words(text).collect::<Vec<_>>();
        let (before, after) = (words(&before.text), words(&after));
        let common = after.iter().filter(|word| before.contains(word)).count();
        assert!(common * 10 >= before.len() * 9, "{name}: {common} of {} words", before.len());
    }
}
