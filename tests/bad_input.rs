//! Odd input gives a result or nothing, never a panic, and soon.
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use dehusk::{clean, extract, is_readable, Error, Options};
use std::time::{Duration, Instant};

/// Time this thread has had on a processor: machines that are busy with other work do not count.
/// Elsewhere than on Linux, the clock on the wall.
fn busy(start: Instant) -> Duration {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.as_deref().and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Longest any odd page may take in a release build; builds without optimisation are ten to thirty
/// times slower, so they get pages a tenth as large and three times the time.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 6 } else { 2 });
const SCALE: usize = if cfg!(debug_assertions) { 10 } else { 1 };

fn runs(name: &str, html: &str) {
    let start = Instant::now();
    let before = busy(start);
    let article = extract(html, &Options::default()).expect("odd HTML is no error");
    let took = busy(start).saturating_sub(before);
    println!("{name}: {took:?}");
    assert!(took < LIMIT, "{name}: {took:?}");
    if let Some(article) = article {
        assert!(!article.text.is_empty(), "{name}: an article without text");
    }
}

#[test]
fn nothing_to_read_is_none() {
    for html in
        ["", " \n\t", "\0\0\0", "<!doctype html>", "<html></html>", "<p></p>", "<frameset><frame src=x></frameset>"]
    {
        assert_eq!(extract(html, &Options::default()), Ok(None), "{html:?}");
        assert_eq!(is_readable(html, &Options::default()), Ok(false), "{html:?}");
        assert!(clean(html, &Options::default()).is_ok_and(|cleaned| cleaned.removals.is_empty()));
    }
}

#[test]
fn odd_pages_end_soon() {
    runs(
        "bytes that are no text",
        &String::from_utf8_lossy(&[0xff, 0xfe, 0x00, 0x9f, 0x3c, 0x70, 0x3e].repeat(100_000 / SCALE)),
    );
    runs("svg document", "<svg xmlns='http://www.w3.org/2000/svg'><text>drawn</text></svg>");
    runs("NULs", &"<p>a\0b</p>".repeat(100_000 / SCALE));
    runs("a million br", &"<br>".repeat(1_000_000 / SCALE));
    runs("nested div", &"<div>".repeat(100_000 / SCALE));
    runs("nested div with text", &"<div>x".repeat(100_000 / SCALE));
    runs("nested lists", &"<ul><li>x".repeat(50_000 / SCALE));
    runs("nested inline", &"<b><i>x".repeat(50_000 / SCALE));
    runs("nested tables", &"<table><tr><td>x".repeat(30_000 / SCALE));
    let names = |quote: &str| (0..200_000 / SCALE).map(|n| format!(" a{n}={quote}{n}{quote}")).collect::<String>();
    runs("attributes", &format!("<p{}>x", names("")));
    runs("quoted attributes", &format!("<p{}>x", names("\"")));
    runs("signs in text", &"&lt;&amp; ".repeat(400_000 / SCALE));
    runs("unclosed quotes", &"<a href=\"".repeat(100_000 / SCALE));
    // More rows than are read of a page.
    let anchors: String = (0..300_000 / SCALE).map(|n| format!("<a href=/{n}>a</a> ")).collect();
    runs("300,000 anchors", &anchors);
    runs("300,000 cells", &format!("<table>{}", "<tr><td>x<td>x<td>x<td>x".repeat(75_000 / SCALE)));
    runs("one text of 20 MB", &format!("<p>{}", "word and ".repeat(2_200_000 / SCALE)));
    runs(
        "20 MB",
        &"<p>The quick brown fox jumps over the lazy dog, and then some more words follow it.</p>\n"
            .repeat(230_000 / SCALE),
    );
}

#[test]
fn cleaning_ends_soon() {
    let storm = "&amp;&lt;&nbsp;".repeat(200_000 / SCALE);
    let start = Instant::now();
    let before = busy(start);
    let cleaned = clean(&format!("<p title=\"{storm}\">{storm}"), &Options::default()).expect("odd HTML is no error");
    let took = busy(start).saturating_sub(before);
    assert!(took < LIMIT, "{took:?}");
    assert_eq!(cleaned.html.matches("&amp;").count(), 2 * 200_000 / SCALE);
}

#[test]
fn many_list_items_without_end_tags_are_not_taken_for_nesting() {
    let html = format!("<article><h1>Items</h1><p>The list of all items, in the order they came in, follows here.</p><ul>{}</ul></article>", "<li>An item of the long list, with a sentence of its own.".repeat(2000));
    let article = extract(&html, &Options::default()).expect("no error").expect("an article");
    assert!(article.text.matches("An item of the long list").count() > 1000);
}

#[test]
fn unusable_arguments_are_errors() {
    let with = |options: Options| extract("<p>x", &options).expect_err("an error");
    assert_eq!(with(Options { strictness: 2.0, ..Options::default() }).code(), "BAD_OPTION");
    assert_eq!(with(Options { strictness: f64::NAN, ..Options::default() }).code(), "BAD_OPTION");
    assert_eq!(with(Options { max_depth: Some(0), ..Options::default() }).code(), "BAD_OPTION");
    assert_eq!(with(Options { keep_selectors: vec![">>>".into()], ..Options::default() }).code(), "BAD_OPTION");
    assert!(matches!(with(Options { max_nodes: Some(2), ..Options::default() }), Error::TooLarge(_)));
}
