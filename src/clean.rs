//! `clean(html)`: the whole page without what the plan hides and without hijacked head entries.

use crate::article::{removals, Removal};
use crate::error::Error;
use crate::input::html;
use crate::judge::Judged;
use crate::map::Set;
use crate::options::{Kind, Options};
use crate::page::Row;
use crate::tag::Tag;
use crate::text;
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
    let mut rows: Vec<Row> = plan.verdicts.iter().map(|verdict| verdict.row).collect();
    if meta.title_hijacked && options.hides(Kind::Spam) {
        rows.extend(hijacked_statements(&judged, &body.spam));
    }
    let title = judged.head.title_row.filter(|_| meta.title_hijacked).map(|row| (row, meta.title.as_str()));
    parsed.page = judged.page;
    let html = parsed.without(&rows, title);
    Ok(Cleaned { html, removals, title: meta.title, title_hijacked: meta.title_hijacked })
}

/// Statements that a hijacked head says of the page and the page does not bear out.
fn hijacked_statements(judged: &Judged, spam: &[bool]) -> Vec<Row> {
    /// What spam replaces along with the title; names of the `meta` elements.
    const REPLACED: [&str; 6] =
        ["description", "keywords", "og:title", "og:description", "twitter:title", "twitter:description"];
    /// Share of a statement's pairs of words (of characters where there are no blanks) that a genuine one has in
    /// common with its page at least: single ones are common to all texts.
    const BORNE_OUT: f32 = 0.25;
    let Judged { page, head, .. } = judged;
    let said: Set = (page.body()..page.len() as Row)
        .filter(|&row| page.tag[row as usize] == Tag::Text && !spam[row as usize])
        .flat_map(|row| pairs(page.subtree_text(row)))
        .collect();
    let strange = |statement: &str| {
        let pairs: Set = pairs(statement).collect();
        let common = pairs.iter().filter(|pair| said.contains(pair)).count();
        (common as f32) < BORNE_OUT * pairs.len() as f32
    };
    let metas = head.metas.iter().filter(|meta| REPLACED.contains(&meta.0.as_str()));
    metas.filter(|meta| strange(&meta.1)).map(|meta| meta.2).collect()
}

/// Hashes of a text's neighbouring words.
fn pairs(text: &str) -> impl Iterator<Item = u32> + '_ {
    text::words(text).zip(text::words(text).skip(1)).map(|(a, b)| a.rotate_left(7) ^ b)
}
