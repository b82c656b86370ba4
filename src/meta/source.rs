//! Where the page says its article was taken from: 来源：…, Source: …, Quelle: …, via ….

use super::phrase::{clean, strip_prefix, width};
use super::view::View;
use super::zone;
use crate::page::Row;
use crate::tag::Tag;

/// What stands before a source. Latin labels only at the beginning of a line or behind a separator.
const WIDE: &[&str] = &[
    "信息来源",
    "文章来源",
    "新闻来源",
    "稿件来源",
    "来源",
    "來源",
    "出处",
    "出處",
    "出典",
    "引用元",
    "ソース",
    "출처",
];
const NARROW: &[&str] = &[
    "source",
    "sources",
    "quelle",
    "quellen",
    "fuente",
    "fonte",
    "bron",
    "källa",
    "kilde",
    "źródło",
    "zdroj",
    "kaynak",
    "sumber",
    "nguồn",
    "источник",
    "джерело",
    "πηγή",
    "المصدر",
    "מקור",
    "via",
];

/// Reads the source near the article's beginning or end, and the row of its line.
pub fn read(view: &View<'_>, title: Option<Row>) -> Option<(String, Row)> {
    /// Lines above and below the title, and after the article.
    const ABOVE: usize = 6;
    const BELOW: usize = 10;
    const END: usize = 3;
    let anchor = title.or_else(|| view.content.first().map(|range| range.0))?;
    let at = view.line_at(anchor);
    let last = view.content.last().map_or(at, |range| view.line_at(range.0));
    let head = at.saturating_sub(ABOVE)..(at + BELOW).min(view.lines.len());
    let foot = last.max(head.end)..(last + END).min(view.lines.len());
    for line in head.chain(foot) {
        let row = view.lines[line].start;
        let text = view.line(line);
        if width(&text) > 200
            || view.zone(row) & (zone::NAV | zone::TEASER | zone::COMMENT | zone::FIGURE | zone::SPAM) != 0
        {
            continue;
        }
        if let Some(source) = wide(&text).or_else(|| narrow(&text)).or_else(|| linked(view, line)) {
            return Some((source, row));
        }
    }
    None
}

fn wide(text: &str) -> Option<String> {
    WIDE.iter().find_map(|label| {
        let rest = &text[text.find(label)? + label.len()..];
        let rest = rest.trim_start().strip_prefix([':', '：', '/', '｜', '|'])?.trim_start();
        let end = rest.find([' ', '|', '｜', '】', ']', '　', '；', ';', '。', '，', ')', '）']).unwrap_or(rest.len());
        name(&rest[..end])
    })
}

fn narrow(text: &str) -> Option<String> {
    text.split(['|', '•', '·']).find_map(|part| {
        let part = part.trim();
        NARROW.iter().find_map(|label| {
            let rest = strip_prefix(part, label)?;
            let rest = rest
                .trim_start()
                .strip_prefix([':', '：'])
                .or_else(|| rest.strip_prefix(' ').filter(|_| *label == "via"))?;
            name(rest.split(['(', ';', ',']).next()?)
        })
    })
}

/// “Source:” followed by the only link of the line.
fn linked(view: &View<'_>, line: usize) -> Option<String> {
    let block = view.lines[line];
    let link = (block.start..block.end).find(|&row| view.page.tag[row as usize] == Tag::A)?;
    let before = clean(view.page.text_between(block.start, link));
    let label = before.trim_end_matches([':', '：', ' ']);
    let is_label = WIDE.contains(&label) || NARROW.iter().any(|known| strip_prefix(label, known) == Some(""));
    is_label.then(|| name(&view.text(link))).flatten()
}

/// A name without book-title brackets, if it is short enough to be one.
fn name(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['《', '》', '「', '」', '“', '”', '"', '【', '】']).trim();
    let named = text.chars().any(char::is_alphabetic)
        && (2..=40).contains(&width(text))
        && text.split_whitespace().count() <= 5;
    named.then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sources() {
        for (text, expected) in [
            ("2020-08-19 16:03 來源：《經濟時報》 作者：某人", Some("經濟時報")),
            ("来源: 新芽网", Some("新芽网")),
            ("Source: The Herald", Some("The Herald")),
            ("3 May | Quelle: Tagblatt (online)", Some("Tagblatt")),
            ("via Seed News", Some("Seed News")),
            ("The source of the river is far away", None),
            ("来源不明的种子", None),
        ] {
            assert_eq!(wide(text).or_else(|| narrow(text)).as_deref(), expected, "{text}");
        }
    }
}
