//! Any options, as JSON: refused with a typed error, or used.
#![no_main]

use dehusk::Options;
use dehusk_fuzz::PAGE;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &str| {
    let Ok(options) = serde_json::from_str::<Options>(json) else { return };
    let usable = options.check();
    for outcome in [
        dehusk::extract(PAGE, &options).map(|_| ()),
        dehusk::clean(PAGE, &options).map(|_| ()),
        dehusk::is_readable(PAGE, &options).map(|_| ()),
    ] {
        match outcome {
            Ok(()) => assert_eq!(usable, Ok(()), "what check refuses is refused"),
            Err(error) => match error.code() {
                "BAD_OPTION" => {
                    assert!(usable.is_err() || !options.keep_selectors.is_empty() || !options.hide_selectors.is_empty())
                }
                code => assert!(code == "TOO_LARGE" && options.max_nodes.is_some(), "{error}"),
            },
        }
    }
});
