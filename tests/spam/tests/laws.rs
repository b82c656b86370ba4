//! What holds for every hand on every page.

use dehusk_spam::{inject, Hand, Injection};
use scraper::Html;
use std::collections::{BTreeSet, HashMap};
use std::fs;

/// Seeds tried on each page.
const SEEDS: u64 = 4;
/// Words of the page that a hand may replace: a heading, a linked word.
const REPLACED: usize = 30;

fn pages() -> Vec<(String, String)> {
    let folders = ["negatives", "../../www/samples"].map(|f| format!("{}/{f}", env!("CARGO_MANIFEST_DIR")));
    // A folder of other clean pages may be given, to try the laws on pages that cannot be in the repository.
    let given = std::env::var("DEHUSK_CLEAN_PAGES").ok();
    let files = folders.into_iter().chain(given).filter_map(|f| fs::read_dir(f).ok()).flatten().flatten();
    let mut pages: Vec<_> = files
        .filter(|f| f.path().extension().is_some_and(|e| e == "html"))
        .map(|f| (f.file_name().to_string_lossy().into_owned(), fs::read_to_string(f.path()).expect("a page is text")))
        .collect();
    pages.sort();
    assert!(pages.len() >= 24, "the pages to inject are missing");
    pages
}

fn each(mut check: impl FnMut(&str, &str, &Injection)) -> usize {
    let mut done = 0;
    for (name, html) in pages() {
        for hand in Hand::ALL {
            for seed in 0..SEEDS {
                if let Some(injection) = inject(*hand, &html, None, seed) {
                    check(&format!("{name}, {}, seed {seed}", hand.name()), &html, &injection);
                    done += 1;
                }
            }
        }
    }
    done
}

/// Text of a page as a browser with scripts shows it, without head, scripts and styles.
fn text(html: &str) -> Vec<String> {
    let doc = Html::parse_document(html);
    let silent = ["script", "style", "title", "template"];
    doc.tree
        .nodes()
        .filter_map(|n| {
            let parent = n.parent()?.value().as_element()?.name();
            Some(n.value().as_text()?.text.to_string()).filter(|_| !silent.contains(&parent))
        })
        .map(|s| squash(&s))
        .filter(|s| !s.is_empty())
        .collect()
}

fn squash(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(nodes: &[String]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in nodes.iter().flat_map(|s| s.split(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[test]
fn every_hand_finds_a_place_on_nearly_every_page() {
    let all = pages().len() * Hand::ALL.len() * SEEDS as usize;
    let done = each(|_, _, _| {});
    assert!(done * 10 >= all * 9, "{done} of {all}");
}

#[test]
fn strings_are_in_the_text_of_the_page_and_were_not_before() {
    each(|name, html, injection| {
        let after = squash(&text(&injection.html).join(" "));
        let before = squash(&text(html).join(" "));
        assert!(!injection.spam.is_empty(), "{name}");
        for s in &injection.spam {
            assert!(s.chars().count() >= 4, "{name}: {s}");
            assert!(after.contains(s.as_str()), "{name}: {s:?} is not in the text\n{:?}", injection.technique);
            assert!(!before.contains(s.as_str()), "{name}: {s:?} was there before");
        }
    });
}

#[test]
fn the_genuine_text_stays() {
    each(|name, html, injection| {
        let (before, after) = (text(html), text(&injection.html));
        let now = words(&after);
        let gone: usize = words(&before).iter().map(|(w, n)| n.saturating_sub(*now.get(w).unwrap_or(&0))).sum();
        let replaced = injection.placements.iter().any(|p| p.1.contains("replaced"));
        let most = if replaced { REPLACED } else { 0 };
        assert!(gone <= most, "{name}: {gone} genuine words are gone ({:?})", injection.placements);
        let whole: BTreeSet<&str> = after.iter().map(String::as_str).collect();
        let split = before.iter().filter(|s| !whole.contains(s.as_str())).count();
        assert!(
            split <= injection.placements.len(),
            "{name}: {split} genuine texts are split ({:?})",
            injection.placements
        );
    });
}

#[test]
fn a_hijacked_title_is_in_the_title() {
    let mut hijacked = 0;
    each(|name, _, injection| {
        assert_eq!(injection.title_spam.is_some(), injection.hijack.contains(&"title"), "{name}");
        let Some(title) = &injection.title_spam else { return };
        let doc = Html::parse_document(&injection.html);
        let titles = doc.tree.nodes().filter(|n| n.value().as_element().is_some_and(|e| e.name() == "title"));
        let found: String =
            titles.flat_map(|n| n.children()).filter_map(|n| Some(n.value().as_text()?.text.to_string())).collect();
        assert!(squash(&found).contains(title.as_str()), "{name}: {found:?} lacks {title:?}");
        hijacked += 1;
    });
    assert!(hijacked > 40, "{hijacked}");
}

#[test]
fn the_same_seed_gives_the_same_page_and_another_seed_another() {
    for (name, html) in pages().into_iter().take(6) {
        for hand in Hand::ALL {
            let twice = [inject(*hand, &html, None, 5), inject(*hand, &html, None, 5)];
            assert_eq!(twice[0], twice[1], "{name}");
            let other = inject(*hand, &html, None, 6);
            assert!(other.is_none() || twice[0] != other, "{name}");
        }
    }
}

#[test]
fn hands_are_broad() {
    let mut languages = BTreeSet::new();
    for hand in Hand::ALL {
        let topics = hand.topics();
        assert!(topics.len() >= 8, "{}", hand.name());
        languages.extend(topics.into_iter().map(|t| t.0));
    }
    assert!(languages.len() >= 12, "{languages:?}");
}

#[test]
fn pages_without_a_place_are_left_alone() {
    for html in ["", "plain text", "<html><frameset><frame src=a></frameset></html>", "\u{0}\u{0}", "<p>"] {
        for hand in Hand::ALL {
            assert_eq!(inject(*hand, html, None, 1), None, "{html:?}");
        }
    }
}
