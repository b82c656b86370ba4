//! Sentences with links in them, and the gaps between genuine ones.

use crate::dice::Dice;
use crate::hit::Block;
use crate::host::Hosts;
use crate::page::Page;
use crate::place::Article;
use crate::text;
use std::ops::Range;

const STOPS: &[char] = &['.', '!', '?', '。', '！', '？', '؟', '।'];

/// One campaign's way to write an anchor in text.
pub struct Anchor(String);

impl Anchor {
    /// Draws a habit; `{u}` is the address, `{t}` the text.
    pub fn new(page: &Page, article: &Article, dice: &mut Dice) -> Self {
        let classes = super::classes(page, article);
        if !classes.is_empty() && dice.chance(0.4) {
            return Self(format!(r#"<a class="{}" href="{{u}}">{{t}}</a>"#, dice.one(&classes)));
        }
        Self(
            dice.pick(&[
                r#"<a href="{u}">{t}</a>"#,
                r#"<a href="{u}">{t}</a>"#,
                r#"<a href="{u}" target="_blank">{t}</a>"#,
                r#"<a href="{u}" rel="nofollow">{t}</a>"#,
                r#"<a href="{u}" rel="sponsored noopener" target="_blank">{t}</a>"#,
                r#"<strong><a href="{u}">{t}</a></strong>"#,
                r#"<a href="{u}"><b>{t}</b></a>"#,
                r#"<a href="{u}" style="text-decoration:none;color:inherit">{t}</a>"#,
                r#"<u><a href='{u}'>{t}</a></u>"#,
                r#"<a title="{t}" href="{u}">{t}</a>"#,
                r#"<em><a href="{u}" data-wpel-link="external">{t}</a></em>"#,
                r#"<span data-sheets-value=""><a href="{u}">{t}</a></span>"#,
            ])
            .to_owned(),
        )
    }

    /// An anchor; `url` is ready for an attribute, `shown` is plain text.
    pub fn write(&self, shown: &str, url: &str) -> String {
        self.0.replace("{t}", &text::quote(&text::decode(shown))).replace("{u}", url)
    }
}

/// A sentence whose `[…]` become links.
pub fn linked(sentence: &str, hosts: &Hosts, anchor: &Anchor, dice: &mut Dice) -> Block {
    linked_by(sentence, &mut |phrase, dice| anchor.write(phrase, &hosts.url(phrase, dice)), dice)
}

/// A sentence whose `[…]` become links that `link` writes.
pub fn linked_by(sentence: &str, link: &mut dyn FnMut(&str, &mut Dice) -> String, dice: &mut Dice) -> Block {
    let (mut html, mut anchors, mut rest) = (String::new(), Vec::new(), sentence);
    while let Some((before, after)) = rest.split_once('[') {
        let (phrase, tail) = after.split_once(']').unwrap_or((after, ""));
        html.push_str(&text::escape(before));
        // Some spammers forget the link, or write the address out.
        if dice.chance(0.06) {
            html.push_str(&text::escape(phrase));
        } else {
            html.push_str(&link(phrase, dice));
        }
        anchors.push(phrase.to_owned());
        rest = tail;
    }
    html.push_str(&text::escape(rest));
    Block::of(html, &anchors)
}

/// Places after a sentence's end in a paragraph's mark-up, outside of its tags and links.
pub fn ends(inner: &str) -> Vec<usize> {
    plain(inner)
        .into_iter()
        .flat_map(|run| {
            let stops = inner[run.clone()].char_indices().filter(|(_, c)| STOPS.contains(c));
            let after = stops.map(|(i, c)| run.start + i + c.len_utf8());
            let apart = |i: &usize| inner[..*i].ends_with(&STOPS[3..]) || inner[*i..].starts_with(char::is_whitespace);
            after.filter(apart).collect::<Vec<_>>()
        })
        .collect()
}

/// Longer words of a paragraph outside of its tags and links.
pub fn words(inner: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for run in plain(inner) {
        let mut start = None;
        for (i, c) in inner[run.clone()].char_indices().chain([(run.len(), ' ')]) {
            let at = run.start + i;
            match start {
                None if c.is_alphabetic() && !inner[..at].ends_with(['&', '#']) => start = Some(at),
                Some(from) if !c.is_alphanumeric() => {
                    let word: &str = &inner[from..at];
                    if (5..=14).contains(&word.chars().count()) && c == ' ' && !text::dense(word) {
                        found.push(from..at);
                    }
                    start = None;
                }
                _ => {}
            }
        }
    }
    found
}

/// Text runs of a fragment that are in no link, without those that hold comments.
fn plain(inner: &str) -> Vec<Range<usize>> {
    let (mut runs, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    let tags = crate::scan::tags(inner);
    for tag in &tags {
        if depth == 0 {
            runs.push(from..tag.span.start);
        }
        if !matches!(tag.name.as_str(), "br" | "img" | "wbr" | "hr" | "input") {
            depth = if tag.kind == crate::scan::Kind::Open { depth + 1 } else { depth.saturating_sub(1) };
        }
        from = tag.span.end;
    }
    if depth == 0 {
        runs.push(from..inner.len());
    }
    runs.retain(|r| !inner[r.clone()].contains("<!"));
    runs
}
