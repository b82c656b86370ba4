//! What holds for every page. A law that does not hold stops the program, and the fuzzer keeps the input.

use crate::{audit, plans};
use dehusk::judge::Judged;
use dehusk::{Article, Options};

/// The page's address.
pub const BASE: &str = "https://ferry.test/log/reeds.html";

/// Markup is of the allowlist, and a parser builds from it the very tree that was written.
pub fn output(html: &str) {
    assert_eq!(audit::html(html, false), None, "{html}");
    assert_eq!(audit::reread(html), html);
}

/// All forms of an article are harmless, its facts are in their ranges.
pub fn article(article: &Article) {
    assert_eq!(audit::html(&article.html, false), None, "{}", article.html);
    assert_eq!(audit::markdown(&article.markdown), Vec::<String>::new(), "{}", article.markdown);
    for address in [&article.image, &article.url].into_iter().flatten() {
        assert!(audit::is_safe(address), "{address}");
    }
    assert!((0.0..=1.0).contains(&article.confidence), "confidence {}", article.confidence);
}

/// Plans are sound; an article's rows are rows of the page.
pub fn plan(judged: &Judged, options: &Options) {
    let body = judged.body(options.strictness as f32);
    let plan = judged.plan(&body, options);
    plans::assert_sound(&judged.page, &plan, "the input");
    let rows = judged.article_rows(&body, &plan);
    assert!(rows.iter().all(|&row| (row as usize) < judged.page.len()), "a row outside of the page");
}
