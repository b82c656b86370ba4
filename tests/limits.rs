//! Bounds on what is read of a page: at, below and above. Past one there is less in the result; `TOO_LARGE` is only for
//! the caller's own.

#![allow(clippy::unwrap_used)] // What is missing fails the test.

use dehusk::attr::AttrName;
use dehusk::input::html::page;
use dehusk::input::VALUE_UNITS;
use dehusk::options::Limits;
use dehusk::page::{Builder, Page};
use dehusk::tag::Tag;
use dehusk::{extract, Options};

const NONE: Limits = Limits { nodes: 100, depth: 100, bytes: 100 };

fn parsed(html: &str) -> Page {
    page(html, &Options::default()).unwrap()
}

fn built(limits: Limits, build: impl Fn(&mut Builder)) -> Page {
    let mut builder = Builder::new(limits);
    builder.open(Tag::Html, 0);
    build(&mut builder);
    builder.close();
    builder.finish()
}

#[test]
fn nodes() {
    for (count, rows) in [(8, 9), (9, 10), (10, 10), (50, 10)] {
        let page = built(Limits { nodes: 10, ..NONE }, |builder| {
            for _ in 0..count {
                builder.open(Tag::P, 0);
                builder.close();
            }
        });
        assert_eq!((page.len(), page.truncated), (rows, count > 9), "{count}");
    }
}

#[test]
fn the_callers_nodes() {
    let html = format!("<body>{}", "<br>".repeat(10));
    let rows = parsed(&html).len() as u32;
    let with = |max| extract(&html, &Options { max_nodes: Some(max), ..Options::default() });
    assert!(with(rows + 1).is_ok());
    assert!(with(rows).is_ok());
    assert_eq!(with(rows - 1).unwrap_err().code(), "TOO_LARGE");
}

#[test]
fn bytes_of_text_and_of_values() {
    for (length, kept) in [(9, 9), (10, 10), (11, 0)] {
        let page = built(Limits { bytes: 10, ..NONE }, |builder| builder.text(&"x".repeat(length)));
        assert_eq!((page.text.len(), page.truncated), (kept, kept == 0), "{length}");
        let page = built(Limits { bytes: 10 + 6, ..NONE }, |builder| builder.attr("href", &"x".repeat(length)));
        assert_eq!((page.values.len(), page.truncated), (kept, kept == 0), "{length}");
    }
}

#[test]
fn depth() {
    let deepest = |levels: usize, max_depth| {
        let html = format!("<body>{}x", "<div>".repeat(levels));
        let page = page(&html, &Options { max_depth, ..Options::default() }).unwrap();
        assert_eq!(page.subtree_text(0), "x", "what is deeper is folded, not lost");
        page.depth.into_iter().max().unwrap()
    };
    // `html` and `body` stand above, the text below.
    for (levels, depth) in [(16, 18 + 1), (17, 19 + 1), (18, 20), (19, 20), (1000, 20)] {
        assert!(deepest(levels, Some(20)) <= depth, "{levels}");
    }
    assert!(deepest(600, None) <= 512);
    assert!(deepest(600, Some(60_000)) <= 512, "a caller can lower it only");
    assert!(deepest(400, None) > 400);
}

#[test]
fn length_of_an_attribute() {
    for (length, kept) in
        [(VALUE_UNITS - 1, VALUE_UNITS - 1), (VALUE_UNITS, VALUE_UNITS), (VALUE_UNITS + 1, VALUE_UNITS)]
    {
        let page = parsed(&format!("<p title=\"{}\">x", "x".repeat(length)));
        let row = page.rows_of(Tag::P).next().unwrap();
        assert_eq!(page.attr(row, AttrName::Title).unwrap().len(), kept);
    }
}

#[test]
fn elements_of_a_formula() {
    // 20,000 events, three for each element.
    const MOST: usize = 20_000 / 3;
    let before =
        "<article><h1>Sums</h1><p>The sum of all terms is written out here, as far as anybody wants to read it.</p>";
    for terms in [MOST - 1, MOST, MOST + 1, 10 * MOST] {
        let html = format!("{before}<p><math>{}</math></article>", "<mi>x</mi>".repeat(terms));
        let written = dehusk::extract(&html, &Options::default()).unwrap().unwrap().html;
        let formula = &written[written.find("<math").unwrap()..];
        assert_eq!(formula.matches("<mi>").count(), terms.min(MOST + 1), "{terms}");
        // `mtext`, opened and closed, has two of its own.
        let text = formula.split_once('>').unwrap().1;
        assert_eq!(text.matches('x').count(), terms + 2 * usize::from(terms > MOST + 1), "no text is lost: {terms}");
    }
}

#[test]
fn long_values_stay_what_they_are() {
    for value in ["QUJD".repeat(100_000), "some words, ".repeat(20_000), "{'k': 'v = 1'}, ".repeat(20_000)] {
        let cleaned = dehusk::clean(&format!("<p title=\"{value}\">x"), &Options::default()).unwrap();
        assert!(cleaned.html.contains(&value), "{}", &value[..20]);
    }
}

#[test]
fn what_follows_a_tag_without_end_is_read_as_ever() {
    const AFTER: &str = "<p title=\"a > b\">The text after it.</p><p>And its end.</p>";
    let plain = "a1".repeat(9) + " ";
    for long in [
        plain.repeat(20_000),
        "b=c ".repeat(50_000),
        "d=\"e f>\" g='h' ".repeat(20_000),
        "i='{\"j\": \"k\"}' ".repeat(20_000),
    ] {
        for before in ["", " ", "\"", "title=\"", "title='", "x=y"] {
            // A quote inside of a name is none.
            if before == "title='" && long.starts_with('i') {
                continue;
            }
            let end = before
                .chars()
                .find(|c| matches!(c, '"' | '\'') && before.contains('='))
                .map_or(String::new(), String::from);
            let html = format!("<p>Before.</p><p {before}{long}{end}>{AFTER}");
            let page = parsed(&html);
            assert!(page.subtree_text(0).ends_with("The text after it.And its end."), "{before} {}", &long[..20]);
        }
    }
    let comment = format!("<p>Before.</p><!-- {} -->{AFTER}", "a \"b ' > - ! c".repeat(50_000));
    assert_eq!(parsed(&comment).subtree_text(0), "Before.The text after it.And its end.");
}
