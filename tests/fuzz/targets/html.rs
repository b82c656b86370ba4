//! Any page, to every output.
#![no_main]

use dehusk::judge::Judged;
use dehusk::Options;
use dehusk_fuzz::{common, laws, page::Page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|page: Page| {
    let html = &page.html;
    let options = Options { url: Some(laws::BASE.into()), strictness: page.strictness, ..Options::default() };
    laws::output(&common::sanitised(html, laws::BASE));
    let parsed = dehusk::input::html::page(html, &options).expect("odd HTML is no error");
    let judged = Judged::of(parsed, &options);
    laws::plan(&judged, &options);
    let article = judged.article(&options);
    article.iter().for_each(laws::article);
    assert_eq!(
        article,
        dehusk::extract(html, &options).expect("odd HTML is no error"),
        "the same page, another answer"
    );
    let _ = judged.is_readable(&options);
    dehusk::clean(html, &options).expect("odd HTML is no error");
    dehusk::explain(html, &options).expect("odd HTML is no error");
});
