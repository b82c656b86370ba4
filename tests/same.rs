//! Law: for a page without layout, the HTML string and the live snapshot give the same `Page`.
// A test stops at what it did not expect.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use dehusk::input::snapshot::{self, Snapshot};
use dehusk::input::{self, html};
use dehusk::page::Page;
use dehusk::tag::Tag;
use dehusk::Options;
use scraper::{Html, Node};
use std::fs;

/// A snapshot as the content script would take it, from a parsed tree.
#[derive(Default)]
struct Recorder {
    names: Vec<String>,
    tag: Vec<u16>,
    depth: Vec<u16>,
    attr_names: Vec<String>,
    attr: Vec<u32>,
    texts: Vec<String>,
    values: Vec<String>,
}

fn code(names: &mut Vec<String>, name: &str) -> u16 {
    let at = names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_string());
        names.len() - 1
    });
    at as u16
}

impl Recorder {
    fn row(&mut self, name: &str, depth: u16) -> u32 {
        let tag = code(&mut self.names, name);
        self.tag.push(tag);
        self.depth.push(depth);
        self.tag.len() as u32 - 1
    }

    fn attr(&mut self, row: u32, name: &str, value: &str) {
        let code = code(&mut self.attr_names, name);
        assert!(code < 64, "the sample has more than 64 attribute names");
        self.attr.push(row * 64 + u32::from(code));
        self.values.push(value.to_string());
    }

    fn record(html: &Html) -> Recorder {
        let mut recorder = Recorder::default();
        let mut stack: Vec<_> =
            html.tree.root().children().filter(|node| node.value().is_element()).map(|node| (node, 0)).collect();
        while let Some((node, depth)) = stack.pop() {
            match node.value() {
                Node::Text(text) => {
                    recorder.row("#text", depth);
                    recorder.texts.push(text.to_string());
                }
                Node::Element(element) => {
                    let row = recorder.row(element.name(), depth);
                    // A browser gives attributes in the order of the source; the law must not depend on it.
                    let mut attrs: Vec<_> = element.attrs().collect();
                    attrs.reverse();
                    for (name, value) in attrs {
                        recorder.attr(row, name, value);
                    }
                    let tag = Tag::of(element.name());
                    if dehusk::page::is_opaque(tag) || tag == Tag::Iframe {
                        let raw: String = node
                            .children()
                            .filter_map(|child| child.value().as_text().map(|text| text.to_string()))
                            .collect();
                        if matches!(tag, Tag::Script | Tag::Noscript | Tag::Style)
                            && input::keeps_raw_text(tag, element.attr("type").unwrap_or(""), &raw)
                        {
                            recorder.attr(row, "#data", &raw);
                        }
                        continue;
                    }
                    let children: Vec<_> = node.children().map(|child| (child, depth + 1)).collect();
                    stack.extend(children.into_iter().rev());
                }
                _ => {
                    recorder.row("#comment", depth);
                }
            }
        }
        recorder
    }

    fn page(&self) -> Page {
        let flags = vec![0; self.tag.len()];
        let (names, attr_names) = (self.names.join(" "), self.attr_names.join(" "));
        let (texts, values) = (self.texts.join("\0"), self.values.join("\0"));
        let snapshot = Snapshot {
            names: &names,
            tag: &self.tag,
            depth: &self.depth,
            flags: &flags,
            attr_names: &attr_names,
            attr: &self.attr,
            rect: &[],
            texts: &texts,
            values: &values,
        };
        snapshot::page(&snapshot, &Options::default()).expect("a sound snapshot")
    }
}

fn assert_same(name: &str, source: &str) {
    let from_html = html::page(source, &Options::default()).expect("odd HTML is no error");
    let from_live = Recorder::record(&Html::parse_document(source)).page();
    assert_eq!(from_html.tag, from_live.tag, "{name}: rows");
    assert_eq!(from_html.end, from_live.end, "{name}: subtrees");
    assert_eq!(from_html.text, from_live.text, "{name}: text");
    assert_eq!(from_html, from_live, "{name}");
}

#[test]
fn samples_are_the_same_by_both_ways() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("www/samples").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "html") {
            assert_same(
                &entry.path().display().to_string(),
                &fs::read_to_string(entry.path()).expect("a readable sample"),
            );
            seen += 1;
        }
    }
    assert!(seen >= 6, "only {seen} samples");
}

#[test]
fn odd_markup_is_the_same_by_both_ways() {
    for source in [
        "",
        "text only",
        "<table><p>fostered<tr><td>cell",
        "<b><p>mis</b>nested</p>",
        "<svg><title>no page title</title></svg><math><mi>x</mi></math>",
        "<template><p>inside</p></template><noscript><img src=x></noscript>",
        "<frameset><frame src=a></frameset>",
        "<a href=x><div>block in link</div></a><!-- comment --><p data-b=2 data-a=1 class=c>x",
    ] {
        assert_same(source, source);
    }
}
