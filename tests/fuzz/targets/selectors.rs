//! Any selectors, as a filter list has them, one in a line: refused or used, never more.
#![no_main]

use dehusk::Options;
use dehusk_fuzz::PAGE;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lists: (&str, &str)| {
    let lines = |list: &str| list.lines().map(str::to_owned).collect();
    let options = Options { hide_selectors: lines(lists.0), keep_selectors: lines(lists.1), ..Options::default() };
    match dehusk::clean(PAGE, &options) {
        Ok(done) => assert!(done.html.len() <= PAGE.len() + PAGE.len() / 8, "cleaning adds nothing"),
        Err(error) => assert_eq!(error.code(), "BAD_OPTION"),
    }
});
