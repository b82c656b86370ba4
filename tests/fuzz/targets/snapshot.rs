//! Any columns, whole or damaged: a page that is judged as others are, or a typed error.
#![no_main]

use dehusk::input::snapshot;
use dehusk::judge::Judged;
use dehusk::Options;
use dehusk_fuzz::laws;
use dehusk_fuzz::snapshot::{Columns, Input};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: Input| {
    let options = Options {
        url: Some(laws::BASE.into()),
        strictness: f64::from(input.strictness) / f64::from(u8::MAX),
        max_nodes: input.max_nodes.map(u32::from),
        max_depth: input.max_depth.filter(|&depth| depth > 0),
        ..Options::default()
    };
    let columns = Columns::of(&input);
    let page = match snapshot::page(&columns.snapshot(), &options) {
        Ok(page) => page,
        Err(error) => {
            let known = match error.code() {
                "TOO_LARGE" => options.max_nodes.is_some(),
                code => code == "BAD_SNAPSHOT" && !columns.whole,
            };
            return assert!(known, "{error}");
        }
    };
    let judged = Judged::of(page, &options);
    laws::plan(&judged, &options);
    judged.article(&options).iter().for_each(laws::article);
    let _ = judged.is_readable(&options);
});
