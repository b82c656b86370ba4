//! A sentence or two that say what the article is about.

use super::evidence::Evidence;
use super::phrase::{clean, width};
use super::view::{View, LINE};
use super::Origin;
use crate::text::start;

/// Longest excerpt made from the article, in columns.
const WIDTH: usize = 320;
/// Shortest that says anything.
const SHORTEST: usize = 24;

/// The page's description if the page bears it out, else the article's first sentences.
pub fn read(view: &View<'_>, evidence: &Evidence<'_>, hijacked: bool) -> Option<(String, Origin)> {
    let ld = view.ld.article().and_then(|thing| thing.description.as_deref());
    let stated = [
        (view.head.get("og:description"), Origin::Meta),
        (view.head.get("description"), Origin::Meta),
        (ld, Origin::JsonLd),
        (view.head.get("twitter:description"), Origin::Meta),
    ];
    let borne_out = |text: &str| {
        let support = evidence.support(text);
        !support.foreign && (support.body >= 0.4 || (!hijacked && !support.is_weak()))
    };
    let mut stated = stated.into_iter().filter_map(|(text, origin)| Some((clean(text?), origin)));
    stated
        .find(|(text, _)| width(text) >= SHORTEST && borne_out(text))
        .or_else(|| Some((first_sentences(view)?, Origin::Dom)))
}

/// Whole sentences from the first paragraph of some length.
fn first_sentences(view: &View<'_>) -> Option<String> {
    /// Columns of a line that is a paragraph.
    const PARAGRAPH: usize = 80;
    let mut texts = view.content.iter().map(|range| clean(start(view.page.text_between(range.0, range.1), LINE)));
    let text = texts.find(|text| width(text) >= PARAGRAPH)?;
    let mut end = 0;
    let mut columns = 0;
    for (at, c) in text.char_indices() {
        columns += if c.is_ascii() { 1 } else { width(c.encode_utf8(&mut [0; 4])) };
        let next = at + c.len_utf8();
        let closes = matches!(c, '。' | '！' | '？' | '।' | '؟')
            || (matches!(c, '.' | '!' | '?' | '…') && text[next..].starts_with(' '));
        if columns > WIDTH && end > 0 {
            break;
        }
        if closes || next == text.len() {
            end = next;
            if columns >= PARAGRAPH {
                break;
            }
        }
        if columns > WIDTH * 2 {
            break;
        }
    }
    let end = if end == 0 { text.char_indices().nth(WIDTH).map_or(text.len(), |(at, _)| at) } else { end };
    Some(text[..end].trim().to_string())
}
