//! The sample pages of `www/samples`: what the browser tests ask of the extension, asked of the core.

use dehusk::{clean, extract, Options};
use serde_json::Value;
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

const SAMPLES: [&str; 6] = ["arabic", "hijacked-portal", "japanese", "news-wall", "pharma-blog", "technical"];

/// Without its husk a page may be judged a little differently: a line about the author, say.
const ALIKE: f64 = 0.97;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples"))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts<'a>(expected: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    expected[name].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// F1 of the words of two texts, 0…1.
fn alike(a: &str, b: &str) -> f64 {
    let mut left: HashMap<&str, i64> = HashMap::new();
    b.split(' ').for_each(|word| *left.entry(word).or_default() += 1);
    let shared = a.split(' ').filter(|word| {
        let count = left.entry(word).or_default();
        *count -= 1;
        *count >= 0
    });
    2.0 * shared.count() as f64 / (a.split(' ').count() + b.split(' ').count()) as f64
}

/// What is wrong with one sample's result, a line each.
fn faults(name: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let html = fs::read_to_string(folder().join(format!("{name}.html")))?;
    let expected: Value = serde_json::from_str(&fs::read_to_string(folder().join(format!("{name}.expected.json")))?)?;
    let options = Options { url: Some("http://127.0.0.1/page".into()), ..Options::default() };
    let article = extract(&html, &options)?.ok_or("no article")?;
    let cleaned = clean(&html, &options)?;
    let mut faults = Vec::new();
    let mut claim = |holds: bool, fault: String| {
        if !holds {
            faults.push(format!("{name}: {fault}"));
        }
    };
    let text = plain(&article.text);
    for (field, found) in [("title", Some(&article.title)), ("byline", article.byline.as_ref())] {
        claim(expected[field].as_str().map(plain) == found.map(|found| plain(found)), format!("{field} is {found:?}"));
    }
    let day = |date: Option<&str>| date.map(|date| date.chars().take(10).collect::<String>());
    let published = day(article.published.as_deref());
    claim(published == day(expected["published"].as_str()), format!("published is {published:?}"));
    for end in ["first", "last"] {
        let wanted = plain(expected[end].as_str().unwrap_or("?"));
        claim(text.contains(&wanted), format!("the {end} paragraph is missing"));
    }
    for wrong in texts(&expected, "absent").chain(texts(&expected, "spam")) {
        claim(!text.contains(wrong), format!("“{wrong}” is in the article"));
    }
    for spam in texts(&expected, "spam") {
        claim(!cleaned.html.contains(spam), format!("“{spam}” is on the cleaned page"));
    }
    // What lies over a page is known from its layout, which a string of HTML does not have.
    for (kind, least) in expected["hidden"].as_object().into_iter().flatten().filter(|entry| entry.0 != "overlay") {
        let found = cleaned.removals.iter().filter(|removal| removal.kind.name() == kind).count();
        claim(found as u64 >= least.as_u64().unwrap_or(0), format!("{found} of at least {least} {kind} hidden"));
    }
    let kept = extract(&cleaned.html, &options)?.ok_or("no article in the cleaned page")?;
    let alike = alike(&plain(&kept.text), &text);
    claim(alike >= ALIKE, format!("the cleaned page's article is the page's by {alike:.3}"));
    Ok(faults)
}

#[test]
fn samples_are_read_and_cleaned() -> Result<(), Box<dyn Error>> {
    let mut all = Vec::new();
    for name in SAMPLES {
        all.extend(faults(name)?);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}
