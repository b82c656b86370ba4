//! What holds for every hide plan.

use dehusk::hide::Plan;
use dehusk::page::Page;
use dehusk::reason::sentence;

/// Rows of the page in order, none inside another, each with a reason and a confidence of 0…1; `of` says whose plan it is.
pub fn assert_sound(page: &Page, plan: &Plan, of: &str) {
    let mut end = 0;
    for verdict in &plan.verdicts {
        assert!(verdict.row >= end, "a verdict lies in another: {of}");
        end = page.end[verdict.row as usize];
        assert!(end > verdict.row && end as usize <= page.len(), "a subtree without an end: {of}");
        assert!((0.0..=1.0).contains(&verdict.confidence), "confidence {}: {of}", verdict.confidence);
        assert!(!verdict.grounds.is_empty(), "no reason: {of}");
        assert!(sentence(verdict.kind, &verdict.grounds).ends_with('.'), "no sentence: {of}");
    }
}
