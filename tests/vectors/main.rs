//! Hostile markup in every context it can stand in: whatever is in the page, the outputs hold only what their list
//! allows. The vectors are our own, after the classes known of sanitisers: handlers, schemes, foreign content that
//! changes namespace when read again, text elements, comments, clobbered names, Markdown.

#![allow(clippy::unwrap_used)] // What is missing fails the test.

#[path = "../common/mod.rs"]
mod common;

mod audit;

use dehusk::Options;
use std::collections::BTreeMap;
use std::path::Path;

/// The address of the page that holds the vectors.
const BASE: &str = "https://ferry.test/log/reeds.html";

#[derive(serde::Deserialize)]
struct Stage {
    /// An article's first and last part.
    page: (String, String),
    /// What stands before and after a vector.
    contexts: BTreeMap<String, (String, String)>,
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every vector in every context, as its name and the page around it.
fn pages(stage: &Stage) -> Vec<(String, String)> {
    let vectors: BTreeMap<String, Vec<String>> = read("vectors.json");
    let mut pages = Vec::new();
    for (class, vectors) in &vectors {
        for (number, vector) in vectors.iter().enumerate() {
            for (context, (before, after)) in &stage.contexts {
                let name = format!("{class} {number} in {context}");
                pages.push((name, [&*stage.page.0, before, vector, after, &stage.page.1].concat()));
            }
        }
    }
    pages
}

fn options() -> Options {
    Options { url: Some(BASE.to_string()), ..Options::default() }
}

/// What an article or the whole body becomes, once for each distinct output, with the name of a page that gives it.
fn outputs(stage: &Stage) -> BTreeMap<String, String> {
    let mut outputs = BTreeMap::new();
    for (name, page) in pages(stage) {
        if let Some(article) = dehusk::extract(&page, &options()).unwrap() {
            outputs.entry(article.html).or_insert_with(|| name.clone());
        }
        // The article's choice must not be what keeps a vector out.
        outputs.entry(common::sanitised(&page, BASE)).or_insert(name);
    }
    outputs
}

#[test]
fn what_is_written_is_in_the_list_wherever_it_is_read_again_and_sanitising_twice_changes_nothing() {
    let stage: Stage = read("contexts.json");
    let mut wrong = Vec::new();
    for (html, name) in outputs(&stage) {
        wrong.extend(audit::html(&html, false).map(|what| format!("{name}: {what}")));
        for (context, (before, after)) in &stage.contexts {
            let again = audit::html(&[before, &*html, after].concat(), true);
            wrong.extend(again.map(|what| format!("{name}, read in {context}: {what}")));
        }
        let reread = audit::reread(&html);
        if reread != html {
            wrong.push(format!("{name}: {html}\n  is read as {reread}"));
        }
        let twice = common::sanitised(&html, BASE);
        if twice != html {
            wrong.push(format!("{name}: {html}\n  becomes {twice}"));
        }
    }
    assert!(wrong.is_empty(), "{} outputs:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_article_around_a_vector_is_kept_and_its_markdown_holds_no_markup_and_no_link_that_runs() {
    let mut wrong = Vec::new();
    for (name, page) in pages(&read("contexts.json")) {
        match dehusk::extract(&page, &options()).unwrap() {
            Some(article) if article.text.contains("two bicycles and a crate of lemons") => {
                wrong.extend(audit::markdown(&article.markdown).into_iter().map(|what| format!("{name}: {what}")));
            }
            _ => wrong.push(format!("{name}: no article")),
        }
    }
    assert!(wrong.is_empty(), "{} pages:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn facts_about_the_article_lead_to_the_web_only() {
    let stage: Stage = read("contexts.json");
    for facts in [
        r#"<meta property="og:image" content="javascript:trap(1)"><link rel="canonical" href="javascript:trap(2)">
            <meta property="og:url" content="data:text/html,x"><script type="application/ld+json">
            {"@type":"Article","headline":"<img src=x onerror=trap(3)>","image":"javascript:trap(4)","url":"vbscript:x"}</script>"#,
        // A scheme that is no host's, one with a host, one that only browsers see; a picture below such a base.
        r#"<meta property="og:image" content="ad.lay:none"><link rel="canonical" href="javascript://a.test/%0atrap(5)">"#,
        r#"<meta property="og:image" content="file:///x.png"><meta property="og:url" content="x-y://a.test/">"#,
        "<meta property='og:image' content='java\tscript://a.test/%0atrap(6)'><link rel=canonical href='java\nscript://a.test/'>",
        r#"<base href="javascript://a.test/%0atrap(7)/"><meta property="og:image" content="x.png"><link rel="canonical" href="x">"#,
    ] {
        let page = [stage.page.0.replace("</head>", &format!("{facts}</head>")), stage.page.1.clone()].concat();
        for options in [options(), Options::default()] {
            let article = dehusk::extract(&page, &options).unwrap().unwrap();
            for address in [&article.image, &article.url].into_iter().flatten() {
                assert!(audit::is_safe(address), "{facts}: {address}");
            }
        }
    }
}
