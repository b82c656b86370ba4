//! The text of elements and lines, for finding names: element borders part words.

use super::super::label;
use super::super::name::{is_name_like, names};
use super::super::phrase::{clean, lower};
use super::super::view::{View, LINE};
use super::super::zone;
use crate::page::Row;
use crate::tag::Tag;
use crate::text::start;

/// The names an element shows: the first of its texts that is a name, with those joined to it; where none is,
/// all its text. “Ann Ash”, “Senior Editor”, “Follow” are texts of their own.
pub fn shown(view: &View<'_>, row: Row) -> String {
    /// Short texts before the name, labels not counted.
    const BEFORE: usize = 3;
    let mut list = String::new();
    let mut joint: Option<String> = None;
    let mut others = 0;
    for text in pieces(view, row) {
        if list.is_empty() {
            if label::is_label(&text) {
                continue;
            }
            match names(&text).filter(|name| is_name_like(name)) {
                Some(name) => {
                    list = name;
                    joint = joint_at_end(&text);
                }
                None if others < BEFORE && text.chars().count() <= 30 => others += 1,
                None => break,
            }
            continue;
        }
        if let Some(whole) = joint_of(text.trim()) {
            joint = Some(whole);
            continue;
        }
        let (before, rest) = joint_at_start(&text);
        let Some(joint_text) = before.or(joint.take()) else { break };
        let Some(name) = names(rest).filter(|name| is_name_like(name)) else { break };
        list.push_str(&joint_text);
        list.push_str(&name);
        joint = joint_at_end(rest);
    }
    if list.is_empty() {
        joined(view, row)
    } else {
        list
    }
}

/// What joins names in a list, as it is written between them.
fn joint_of(text: &str) -> Option<String> {
    match lower(text).as_str() {
        "," | ";" | "、" | ", and" => Some([text, " "].concat()),
        "and" | "&" | "und" | "et" | "y" | "e" | "en" | "og" | "och" | "i" | "и" | "ve" | "dan" | "và" => {
            Some([" ", text, " "].concat())
        }
        _ => None,
    }
}

fn joint_at_end(text: &str) -> Option<String> {
    let text = text.trim_end();
    text.rsplit(' ')
        .next()
        .filter(|last| last.len() < text.len())
        .and_then(joint_of)
        .or_else(|| text.ends_with(',').then(|| ", ".to_string()))
}

fn joint_at_start(text: &str) -> (Option<String>, &str) {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix(',') {
        return (Some(", ".to_string()), rest);
    }
    match text.split_once(' ') {
        Some((first, rest)) => (joint_of(first), rest).0.map_or((None, text), |joint| (Some(joint), rest)),
        None => (None, text),
    }
}

/// The visible texts of a subtree.
fn pieces<'v>(view: &'v View<'_>, row: Row) -> impl Iterator<Item = String> + 'v {
    let page = view.page;
    (row..page.end[row as usize])
        .filter(move |&inner| {
            page.tag[inner as usize] == Tag::Text && view.zone(inner) & (zone::HIDDEN | zone::SPAM) == 0
        })
        .map(move |inner| clean(page.subtree_text(inner)))
        .filter(|text| !text.is_empty())
}

/// The text of a subtree with a blank wherever an element begins or ends.
pub fn joined(view: &View<'_>, row: Row) -> String {
    pieces(view, row).collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

/// A line with a blank at every element border, and a bar at every line break, as far as it is looked at.
pub fn line(view: &View<'_>, line: usize) -> String {
    let mut text = String::new();
    for row in view.lines[line].start..view.lines[line].end {
        match view.page.tag[row as usize] {
            Tag::Text => {
                text.push(' ');
                text.push_str(start(view.page.subtree_text(row), LINE));
            }
            Tag::Br => text.push_str(" | "),
            _ => {}
        }
        if text.len() > LINE {
            break;
        }
    }
    clean(&text).replace(" ,", ",")
}
