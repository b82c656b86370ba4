//! Text that a page states for machines but does not show: the way out where scripts would make the page.

use crate::attr::AttrName;
use crate::judge::Judged;
use crate::meta::json;
use crate::options::Limits;
use crate::page::{Builder, Page};
use crate::select::Body;
use crate::tag::Tag;
use crate::text;

/// Fewest words of a stated text that is an article's; shorter ones are teasers.
const WORDS: u32 = 80;
/// How many times the words of what the page shows, so that a page with its text is never replaced.
const TIMES: u32 = 3;

/// The stated text as a page of paragraphs, where the page itself shows next to none of it.
#[must_use]
pub fn page(judged: &Judged, body: &Body) -> Option<Page> {
    let kept = judged.scene.blocks.iter().zip(&body.kept).filter(|(_, &kept)| kept);
    let shown: u32 = kept.map(|(block, _)| block.counts.text.words).sum();
    if judged.head.json_ld.is_empty() || shown > u32::from(u8::MAX) {
        return None;
    }
    let mut best: (u32, String) = (WORDS.max(shown * TIMES), String::new());
    for &row in &judged.head.json_ld {
        for entry in json::read(judged.page.attr(row, AttrName::RawText).unwrap_or("")) {
            if entry.key != "articleBody" {
                continue;
            }
            let plain = plain(entry.text().unwrap_or(""));
            let words = text::stats(&plain).words;
            if words > best.0 {
                best = (words, plain);
            }
        }
    }
    (!best.1.is_empty()).then(|| paragraphs(&best.1))
}

/// Text without tags; a tag ends a line.
fn plain(stated: &str) -> String {
    if !stated.contains("</") && !stated.contains("<br") {
        return stated.to_string();
    }
    let mut parts = stated.split('<');
    let mut out = parts.next().unwrap_or("").to_string();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
        let is_inline = matches!(name, "a" | "b" | "i" | "em" | "strong" | "span" | "code" | "sub" | "sup");
        out.push_str(if is_inline { "" } else { "\n" });
        out.push_str(rest);
    }
    out
}

fn paragraphs(plain: &str) -> Page {
    let mut builder = Builder::new(Limits::default());
    builder.open(Tag::Html, 0);
    builder.open(Tag::Body, 0);
    for line in plain.lines().map(text::collapse).filter(|line| !line.is_empty()) {
        builder.open(Tag::P, 0);
        builder.text(&line);
        builder.close();
    }
    builder.finish()
}
