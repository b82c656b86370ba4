//! Authors in Chinese, Japanese and Korean lines: 作者：…, 记者 …, 文/…, …기자.

use super::byline::{add, text, Candidate};
use super::name::is_cjk_name;
use super::view::View;
use super::zone;
use super::Origin;
use crate::page::Row;
use crate::text::Script;

/// What stands before an author, with its weight. A label must be followed by a sign or blank unless it ends in one.
const BEFORE: &[(&str, f32)] = &[
    ("作者", 8.0),
    ("撰文", 8.0),
    ("撰稿", 8.0),
    ("著者", 8.0),
    ("執筆", 8.0),
    ("筆者", 6.0),
    ("ライター", 7.0),
    ("取材・文", 8.0),
    ("文/", 7.5),
    ("文｜", 7.5),
    ("文|", 7.5),
    ("文：", 7.5),
    ("文:", 7.5),
    ("文=", 7.5),
    ("文＝", 7.5),
    ("文／", 7.5),
    ("本报记者", 7.0),
    ("本報記者", 7.0),
    ("本台记者", 7.0),
    ("本刊记者", 7.0),
    ("本网记者", 7.0),
    ("记者", 6.5),
    ("記者", 6.5),
    ("通讯员", 5.0),
    ("글", 5.0),
    ("작성자", 7.0),
    ("本贴由", 6.0),
    ("本帖由", 6.0),
    ("发布者", 5.0),
    ("發布者", 5.0),
    ("发帖人", 5.0),
    ("楼主", 5.0),
    ("编译", 4.0),
    ("编辑", 3.2),
    ("編輯", 3.2),
    ("責任編輯", 3.1),
    ("责任编辑", 3.1),
    ("责编", 3.1),
];

/// What ends a list of names.
const ENDS: &str = "来源|來源|时间|時間|日期|编辑|編輯|责任|責任|责编|发布|發布|发表|發表|点击|點擊|浏览|瀏覽|阅读|閱讀|字号|字號|字体|摄影|摄|攝|通讯员|报道|報道|報導|实习|评论|出处|更新|人气|作者|译者|\
    校对|审核|于|热度|记者|記者| 译|기자|写真|電";

/// Adds candidates from lines around the title, from brackets at the beginning and end of the article.
pub fn candidates(view: &View<'_>, title: Option<Row>, found: &mut Vec<Candidate>) {
    /// Lines above and below the title, and at the article's end.
    const ABOVE: usize = 8;
    const BELOW: usize = 16;
    const END: usize = 4;
    let anchor = title.or_else(|| view.content.first().map(|range| range.0));
    let Some(anchor) = anchor else { return };
    let at = view.line_at(anchor);
    let last = view.content.last().map_or(at, |range| view.line_at(range.0));
    let head = at.saturating_sub(ABOVE)..(at + BELOW).min(view.lines.len());
    let foot = last.saturating_sub(2).max(head.end)..(last + END).min(view.lines.len());
    for line in head.chain(foot) {
        let row = view.lines[line].start;
        if view.lines[line].counts.text.wide < 2
            || view.zone(row) & (zone::NAV | zone::TEASER | zone::COMMENT | zone::SPAM) != 0
        {
            continue;
        }
        let text = text::line(view, line);
        labelled(&text, row, found);
        let away = line as i32 - at as i32;
        if (1..=4).contains(&away) && line != at && view.zone(row) & zone::IN_HEADING == 0 && has_name(&text) {
            let name = text.split('|').find(|part| is_cjk_name(part.trim())).unwrap_or(&text);
            add(found, name, 4.5, Origin::Dom, Some(row), "han short");
        }
        if line >= last {
            signature(&text, row, found);
        }
    }
}

/// One of the pieces between line breaks is a name.
fn has_name(text: &str) -> bool {
    text.split('|').any(|part| is_cjk_name(part.trim()))
}

/// “（某人）” at the article's end; “来源：某人” where a source is a person.
fn signature(text: &str, row: Row, found: &mut Vec<Candidate>) {
    let inner = text.trim().strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let source = ["来源", "來源"].iter().find_map(|label| text.trim().strip_prefix(label));
    let source = source.map(|rest| rest.trim_start_matches([':', '：', ' ']));
    let is_media = |name: &str| name.ends_with(|c| "网網报報社台臺刊界站局线線院会會部".contains(c));
    if let Some(name) = inner.or(source).filter(|name| is_cjk_name(name) && !is_media(name)) {
        add(found, name, 4.2, Origin::Dom, Some(row), "han end");
    }
}

fn labelled(text: &str, row: Row, found: &mut Vec<Candidate>) {
    for &(label, weight) in BEFORE {
        let Some(at) = text.find(label) else { continue };
        let rest = &text[at + label.len()..];
        let sign = |c: char| matches!(c, ':' | '：' | '/' | '／' | '|' | '｜' | '=' | '＝' | '丨' | '】');
        let signed =
            rest.trim_start().starts_with(sign) || label.ends_with(['/', '｜', '|', '：', ':', '=', '＝', '／']);
        let spaced = rest.starts_with(char::is_whitespace);
        let names = until_end(rest.trim_start_matches(|c: char| sign(c) || c.is_whitespace()));
        let first = names.split(['/', '／']).next().filter(|first| is_cjk_name(first));
        let is_name = is_cjk_name(&names) || first.is_some();
        let names = match first {
            Some(first) if !is_cjk_name(&names) => first.to_string(),
            _ => names,
        };
        if names.is_empty() || !(signed || label.ends_with('由') || is_name && (spaced || label.ends_with('者'))) {
            continue;
        }
        let long = names.chars().count() > 30;
        let inside = at > 60;
        let weight = weight
            - if is_name { 0.0 } else { 0.8 }
            - if long { 3.0 } else { 0.0 }
            - if inside && !is_name { 3.0 } else { 0.0 };
        add(found, &names, weight, Origin::Dom, Some(row), label_source(label));
    }
    // “홍길동 기자”
    if let Some(at) = text.find("기자") {
        let name = text[..at].trim_end().rsplit([' ', '=', '[', '(', '/']).next().unwrap_or("");
        if (2..=4).contains(&name.chars().count()) && name.chars().all(|c| Script::of(c) == Script::Hangul) {
            add(found, name, 6.5, Origin::Dom, Some(row), "기자");
        }
    }
}

fn label_source(label: &str) -> &'static str {
    BEFORE.iter().find(|entry| entry.0 == label).map_or("han", |entry| entry.0)
}

/// Names up to a sign, a digit or a word that begins something else.
fn until_end(text: &str) -> String {
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let stop = matches!(
            c,
            '|' | '｜'
                | '】'
                | ']'
                | '【'
                | '['
                | '。'
                | '；'
                | ';'
                | '>'
                | '<'
                | '》'
                | '《'
                | '!'
                | '！'
                | '?'
                | '？'
                | ':'
                | '：'
                | '“'
                | '”'
                | '）'
        ) || (c == ')' && !text[..at].contains('('))
            || (c == '（' && at == 0)
            || (c.is_ascii_digit() && text[at..].bytes().take_while(u8::is_ascii_digit).count() >= 4);
        if stop {
            end = at;
            break;
        }
    }
    let mut text = &text[..end];
    for word in ENDS.split('|') {
        if let Some(at) = text.find(word).filter(|&at| at > 0) {
            text = &text[..at];
        }
    }
    text.trim().trim_end_matches(['-', '/', '·', '，', ',', '(', '（', ' ']).to_string()
}
