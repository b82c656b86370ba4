//! Body + metadata → [`Article`], the result callers see.

mod beside;
mod minutes;
mod said;
mod shown;
mod stated;

use crate::hide::Plan;
use crate::judge::Judged;
use crate::kind::notice;
use crate::meta::{Meta, Origin};
use crate::options::{Kind, Options};
use crate::page::{Page, Row};
use crate::pick;
use crate::reason::{self, Ground};
use crate::select::Body;
use crate::tag::Tag;
use crate::text;
use crate::write::fragment::{self, Fragment, Source};
use crate::write::{html, markdown, text as plain};
use serde::Serialize;
use std::collections::BTreeMap;

/// A page's main content. Fields as in `npm/src/types.ts`; dates are ISO 8601.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Article {
    pub kind: &'static str,
    pub title: String,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub source: Option<String>,
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
    pub excerpt: Option<String>,
    pub image: Option<String>,
    pub url: Option<String>,
    pub html: String,
    pub text: String,
    pub markdown: String,
    /// Words; two characters of a script without blanks count as one.
    pub words: u32,
    /// Reading time, at least 1.
    pub minutes: u32,
    /// Expected F1 of the chosen text, 0…1.
    pub confidence: f32,
    pub provenance: BTreeMap<&'static str, &'static str>,
    pub title_hijacked: bool,
    pub removals: Vec<Removal>,
}

/// A block that was hidden.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Removal {
    /// What it is.
    pub kind: Kind,
    /// Why it was hidden: a short sentence with the strongest evidence.
    pub reason: String,
    /// The evidence itself, strongest first.
    pub grounds: Vec<Ground>,
    /// 0…1.
    pub confidence: f32,
    /// Its first 200 characters.
    pub text: String,
    /// Where it is in the parsed tree.
    pub path: String,
}

/// The removals of a plan.
#[must_use]
pub fn removals(page: &Page, plan: &Plan) -> Vec<Removal> {
    /// Characters of a block's text a removal shows.
    const SHOWN: usize = 200;
    plan.verdicts
        .iter()
        .map(|verdict| Removal {
            kind: verdict.kind,
            reason: reason::sentence(verdict.kind, &verdict.grounds),
            grounds: verdict.grounds.clone(),
            confidence: verdict.confidence,
            text: shown::start(page, verdict.row, SHOWN),
            path: path(page, verdict.row),
        })
        .collect()
}

/// `html>body>div:nth-child(3)`; loose text: its parent's path, then `>#text(n)`.
#[must_use]
pub fn path(page: &Page, row: Row) -> String {
    let mut steps = Vec::new();
    let mut at = row;
    loop {
        let tag = page.tag[at as usize];
        let parent = page.parent[at as usize];
        steps.push(match tag {
            Tag::Html | Tag::Body => tag.name().to_string(),
            Tag::Text => format!("#text({})", 1 + page.children(parent).take_while(|&child| child != at).count()),
            _ => {
                let before = page
                    .children(parent)
                    .take_while(|&child| child != at)
                    .filter(|&child| page.tag[child as usize].is_element())
                    .count();
                format!("{}:nth-child({})", tag.name(), before + 1)
            }
        });
        if parent == at {
            break;
        }
        at = parent;
    }
    steps.reverse();
    steps.join(">")
}

/// The article, if there is something to read.
#[must_use]
pub fn article(judged: &Judged, body: &Body, options: &Options) -> Option<Article> {
    let stated = stated::page(judged, body);
    if stated.is_none() && (body.is_empty() || notice::is_notice(judged.view(), &body.kept)) {
        return None;
    }
    let meta = judged.meta(body);
    let plan = judged.plan(body, options);
    let fragment = match &stated {
        Some(page) => {
            let keep: Vec<bool> = page.tag.iter().map(|&tag| tag == Tag::Text).collect();
            fragment::build(Source { page, base: "", keep: &keep })
        }
        None => written(judged, body, &meta, &plan),
    };
    let text = plain::text(&fragment);
    let stats = text::stats(&text);
    if stats.len == 0 {
        return None;
    }
    let minutes = minutes::minutes(&stats, meta.lang.as_deref());
    let provenance = provenance(&meta, stated.is_some());
    Some(Article {
        kind: judged.kind.name,
        title: meta.title,
        byline: meta.byline,
        published: meta.published,
        modified: meta.modified,
        site: meta.site,
        source: meta.source,
        lang: meta.lang,
        dir: meta.dir.map(|dir| dir.name()),
        excerpt: meta.excerpt,
        image: meta.image,
        url: meta.url,
        html: html::html(&fragment),
        markdown: markdown::markdown(&fragment),
        text,
        words: stats.words,
        minutes,
        confidence: body.confidence,
        provenance,
        title_hijacked: meta.title_hijacked,
        removals: removals(&judged.page, &plan),
    })
}

/// The chosen blocks without what the metadata say, what is hidden and what only points elsewhere.
fn written(judged: &Judged, body: &Body, meta: &Meta, plan: &Plan) -> Fragment {
    let mut body = body.clone();
    let stated: Vec<Row> = [meta.byline_row, meta.date_row].into_iter().flatten().collect();
    body.leave_out_stated(&judged.page, &judged.scene, &stated);
    body.leave_out_hidden(&judged.page, &judged.scene, plan.verdicts.iter().map(|verdict| verdict.row));
    said::leave_out(&judged.page, &judged.scene, &mut body, meta.source_row);
    beside::leave_out(judged, &mut body, &meta.title, meta.title_row);
    let base = judged.head.base.as_deref().unwrap_or("");
    let mut keep = pick::rows(judged, &body);
    pick::captions::leave_out(&judged.page, base, &mut keep);
    pick::callouts::add(&judged.page, &body.spam, &mut keep);
    pick::footnotes::add(&judged.page, base, &body.spam, &mut keep);
    fragment::build(Source { page: &judged.page, base, keep: &keep })
}

fn provenance(meta: &Meta, stated: bool) -> BTreeMap<&'static str, &'static str> {
    let text = if stated { Origin::JsonLd } else { Origin::Dom };
    meta.provenance.iter().copied().chain([("text", text)]).map(|(field, origin)| (field, origin.name())).collect()
}
