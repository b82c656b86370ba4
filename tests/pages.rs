//! Pages in `tests/pages`: each folder has `page.html` and what is expected of it, `expected.html`, `expected.md` and
//! `expected.json`. `DEHUSK_ACCEPT=1` writes what came out, to be read before it is committed.

#![allow(clippy::unwrap_used)] // What is missing fails the test.

use dehusk::article::Article;
use dehusk::Options;
use serde_json::{json, Value};
use std::path::{Path, PathBuf};

/// The address all pages are taken to have.
const ADDRESS: &str = "https://mill.test/book/may.html";

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn read(folder: &Path) -> Article {
    let html = std::fs::read_to_string(folder.join("page.html")).unwrap();
    let options = Options { url: Some(ADDRESS.to_string()), ..Options::default() };
    let article = dehusk::extract(&html, &options).unwrap();
    article.unwrap_or_else(|| panic!("{} has an article", folder.display()))
}

fn facts(article: &Article) -> Value {
    json!({
        "title": article.title, "byline": article.byline, "published": article.published, "modified": article.modified,
        "site": article.site, "source": article.source, "lang": article.lang, "dir": article.dir,
        "image": article.image, "words": article.words, "minutes": article.minutes, "provenance": article.provenance,
    })
}

#[test]
fn pages_are_written_as_expected() {
    let accept = std::env::var_os("DEHUSK_ACCEPT").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let article = read(&folder);
        let facts = serde_json::to_string_pretty(&facts(&article)).unwrap() + "\n";
        let html = article.html.clone() + "\n";
        for (name, found) in [("expected.html", &html), ("expected.md", &article.markdown), ("expected.json", &facts)] {
            let file = folder.join(name);
            if accept {
                std::fs::write(&file, found).unwrap();
            }
            let expected = std::fs::read_to_string(&file).unwrap_or_default();
            if expected != *found {
                wrong.push(format!("{}:\n{found}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
