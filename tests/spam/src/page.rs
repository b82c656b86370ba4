//! The clean page as an element tree with byte positions, its words and its language.

use crate::scan::{self, Kind};
use crate::text;
use std::ops::Range;

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that begin a block of their own.
pub const BLOCK: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "body",
];
/// Nothing is put inside these: the parser would move it, or it would not be text.
const SHUT: &[&str] = &["svg", "math", "template", "select", "button", "object", "head", "label", "video", "picture"];
const UNSEEN: &[&str] = &["display:none", "visibility:hidden"];

/// One element.
#[derive(Debug)]
pub struct Node {
    /// In small letters.
    pub tag: String,
    /// Class and id, in small letters.
    pub name: String,
    /// The opening tag.
    pub open: Range<usize>,
    /// The end tag; none where it is implied or missing.
    pub close: Option<Range<usize>>,
    /// The byte after the element.
    pub stop: usize,
    /// The parent's index.
    pub parent: Option<usize>,
    /// Nothing can be put in it, or nobody sees it.
    pub shut: bool,
}

impl Node {
    /// From after the opening to before the end tag.
    pub fn inner(&self) -> Range<usize> {
        self.open.end..self.close.as_ref().map_or(self.stop, |c| c.start).max(self.open.end)
    }

    /// The whole element.
    pub fn outer(&self) -> Range<usize> {
        self.open.start..self.stop
    }
}

/// A page to put spam into.
pub struct Page<'a> {
    /// The page as it came.
    pub html: &'a str,
    /// Elements in document order.
    pub nodes: Vec<Node>,
    /// Letters and digits of the whole text: spam that the page says itself is not counted as spam.
    pub key: String,
    /// Text between tags: its place, and characters before it, all and of links.
    runs: Vec<(Range<usize>, usize, usize)>,
}

impl<'a> Page<'a> {
    /// Reads a page; none where there is no place for text at all.
    pub fn read(html: &'a str) -> Option<Self> {
        let mut page = Self { html, nodes: Vec::new(), key: String::new(), runs: Vec::new() };
        page.build();
        let has = |tag: &str| page.nodes.iter().any(|n| n.tag == tag);
        if page.nodes.len() < 8 || has("frameset") || has("plaintext") {
            return None;
        }
        page.key = text::key(&page.text(0..html.len()));
        Some(page)
    }

    fn build(&mut self) {
        let mut stack: Vec<usize> = Vec::new();
        let (mut from, mut raw, mut all, mut links) = (0, false, 0, 0);
        for tag in scan::tags(self.html) {
            if !raw && from < tag.span.start {
                let shown = self.html[from..tag.span.start].chars().filter(|c| !c.is_whitespace()).count();
                self.runs.push((from..tag.span.start, all, links));
                all += shown;
                links += if stack.iter().any(|i| self.nodes[*i].tag == "a") { shown } else { 0 };
            }
            from = tag.span.end;
            raw = tag.kind == Kind::Open
                && matches!(tag.name.as_str(), "script" | "style" | "title" | "textarea" | "noscript" | "iframe");
            match tag.kind {
                Kind::Open => self.open(tag, &mut stack),
                Kind::Close => self.close(&tag, &mut stack),
            }
        }
        if !raw {
            self.runs.push((from..self.html.len(), all, links));
        }
        self.runs.push((self.html.len()..self.html.len(), all, links));
        for i in stack {
            self.nodes[i].stop = self.html.len();
        }
    }

    fn open(&mut self, tag: scan::Tag, stack: &mut Vec<usize>) {
        let ends = |open: &str| match tag.name.as_str() {
            "li" => open == "li",
            "dt" | "dd" => matches!(open, "dt" | "dd"),
            "td" | "th" => matches!(open, "td" | "th"),
            "tr" => matches!(open, "td" | "th" | "tr"),
            "option" => open == "option",
            name => open == "p" && BLOCK.contains(&name),
        };
        while let Some(i) = stack.last().copied().filter(|i| ends(&self.nodes[*i].tag)) {
            self.nodes[i].stop = tag.span.start;
            stack.pop();
        }
        let source = &self.html[tag.span.clone()];
        let of = |name: &str| scan::attr(source, name).unwrap_or_default();
        let parent = stack.last().copied();
        let style = of("style").to_ascii_lowercase().replace(' ', "");
        let shut = SHUT.contains(&tag.name.as_str())
            || parent.is_some_and(|p| self.nodes[p].shut)
            || UNSEEN.iter().any(|u| style.contains(u))
            || scan::attrs(source).iter().any(|a| a.name == "hidden");
        let name = format!("{} {}", of("class"), of("id")).to_lowercase();
        let void = tag.slash && shut || VOID.contains(&tag.name.as_str());
        let node = Node { tag: tag.name, name, stop: tag.span.end, open: tag.span, close: None, parent, shut };
        self.nodes.push(node);
        if !void {
            stack.push(self.nodes.len() - 1);
        }
    }

    fn close(&mut self, tag: &scan::Tag, stack: &mut Vec<usize>) {
        let Some(depth) = stack.iter().rposition(|i| self.nodes[*i].tag == tag.name) else { return };
        let inline = !BLOCK.contains(&tag.name.as_str());
        if inline && stack[depth..].iter().any(|i| BLOCK.contains(&self.nodes[*i].tag.as_str())) {
            return;
        }
        let closed = stack.split_off(depth);
        for i in &closed[1..] {
            self.nodes[*i].stop = tag.span.start;
        }
        let node = &mut self.nodes[closed[0]];
        (node.close, node.stop) = (Some(tag.span.clone()), tag.span.end);
    }

    /// The index of the first run that begins at or after `at`.
    fn run(&self, at: usize) -> usize {
        self.runs.partition_point(|r| r.0.start < at).min(self.runs.len() - 1)
    }

    /// Visible characters in a range between tags, and how many of them are in links.
    pub fn chars(&self, range: &Range<usize>) -> (usize, usize) {
        let (a, b) = (&self.runs[self.run(range.start)], &self.runs[self.run(range.end)]);
        (b.1.saturating_sub(a.1), b.2.saturating_sub(a.2))
    }

    /// The text in a range between tags, squashed.
    pub fn text(&self, range: Range<usize>) -> String {
        let runs = &self.runs[self.run(range.start)..self.run(range.end)];
        let parts = runs.iter().map(|r| text::decode(&text::strip_comments(&self.html[r.0.clone()])));
        text::squash(&parts.collect::<Vec<_>>().join(" "))
    }

    /// The first element with this tag name.
    pub fn first(&self, tag: &str) -> Option<&Node> {
        self.nodes.iter().find(|n| n.tag == tag)
    }

    /// The element's ancestors, nearest first.
    pub fn over(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[i].parent, |p| self.nodes[*p].parent)
    }

    /// The content of the `meta` whose name or property is `name`: its tag's place, its value.
    pub fn meta(&self, name: &str) -> Option<(Range<usize>, String)> {
        self.nodes.iter().filter(|n| n.tag == "meta").find_map(|n| {
            let tag = &self.html[n.open.clone()];
            let is = |a: &str| scan::attr(tag, a).is_some_and(|v| v.eq_ignore_ascii_case(name));
            (is("name") || is("property"))
                .then(|| (n.open.clone(), text::decode(&scan::attr(tag, "content").unwrap_or_default())))
        })
    }
}
