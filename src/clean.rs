//! `clean(html)`: the whole page without what the plan hides and without hijacked head entries.

use crate::article::{removals, Removal};
use crate::error::Error;
use crate::input::html;
use crate::judge::Judged;
use crate::options::Options;
use crate::page::Row;
use serde::Serialize;

/// A cleaned page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleaned {
    /// The page's HTML.
    pub html: String,
    /// What was taken out.
    pub removals: Vec<Removal>,
    /// The page's true title.
    pub title: String,
    /// The page's `title` was spam.
    pub title_hijacked: bool,
}

/// Parses, judges, takes out.
///
/// # Errors
/// [`Error`] for options that cannot be used or a page over the caller's own limit.
pub fn clean(html: &str, options: &Options) -> Result<Cleaned, Error> {
    let mut parsed = html::parse(html, options)?;
    let judged = Judged::of(std::mem::take(&mut parsed.page), options);
    let body = judged.body(options.strictness as f32);
    let plan = judged.plan(&body, options);
    let meta = judged.meta(&body);
    let removals = removals(&judged.page, &plan);
    let rows: Vec<Row> = plan.verdicts.iter().map(|verdict| verdict.row).collect();
    let title = judged.head.title_row.filter(|_| meta.title_hijacked).map(|row| (row, meta.title.as_str()));
    parsed.page = judged.page;
    let html = parsed.without(&rows, title);
    Ok(Cleaned { html, removals, title: meta.title, title_hijacked: meta.title_hijacked })
}
