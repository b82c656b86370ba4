//! What may not be in an output, said without the writers' own table where that is possible.

use dehusk::tag::{Tag, VOID};
use dehusk::write::allow;
use dehusk::write::html::escape;
use ego_tree::iter::Edge;
use pulldown_cmark::{Event, Options, Parser, Tag as Mark};
use scraper::Html;

/// Elements that stand around an output when it is read again in another context; they have no attributes.
const AROUND: &[&str] =
    &["html", "head", "body", "svg", "foreignObject", "select", "noscript", "template", "style", "textarea"];

/// Whether a browser would take the address for one that runs nothing. Browsers leave out control characters and
/// white space wherever they stand.
pub fn is_safe(address: &str) -> bool {
    let read: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let read = read.to_ascii_lowercase();
    match read.split(['/', '?', '#']).next().unwrap_or("").split_once(':') {
        Some((scheme, _)) => {
            matches!(scheme, "http" | "https" | "mailto" | "tel")
                || read.starts_with("data:image/") && !read.contains("svg")
        }
        None => !read.starts_with('#') || read.starts_with("#dehusk-"),
    }
}

/// What is wrong with markup when a parser reads it; `wrapped` if something was put around it.
pub fn html(source: &str, wrapped: bool) -> Option<String> {
    let tree = Html::parse_document(source);
    for node in tree.tree.nodes() {
        if node.value().is_comment() || node.value().as_processing_instruction().is_some() {
            return Some("a comment".to_string());
        }
        let Some(element) = node.value().as_element() else { continue };
        let (name, tag) = (element.name(), Tag::of(element.name()));
        let bare = element.attrs().next().is_none();
        let outer = matches!(name, "html" | "head" | "body") || wrapped && AROUND.contains(&name);
        if !(allow::element(tag) && name != "script" || outer && bare) {
            return Some(format!("<{name}>"));
        }
        for (attr, value) in element.attrs() {
            let address = matches!(attr, "href" | "src");
            let list = attr == "srcset";
            let runs = attr.starts_with("on") || matches!(attr, "style" | "srcdoc" | "action" | "formaction" | "name");
            let unsafe_address = address && !is_safe(value) || list && !value.split(", ").all(is_safe);
            let clobbers = attr == "id" && !value.starts_with("dehusk-");
            if runs || unsafe_address || clobbers || allow::attribute(tag, attr, value).is_none() {
                return Some(format!("<{name} {attr}={value:?}>"));
            }
        }
    }
    None
}

/// What a parser makes of markup, written again: elements, sorted attributes and text of the body.
pub fn reread(source: &str) -> String {
    let tree = Html::parse_document(source);
    let body =
        tree.root_element().children().find(|node| node.value().as_element().is_some_and(|e| e.name() == "body"));
    let mut out = String::new();
    for edge in body.iter().flat_map(|body| body.traverse()) {
        match edge {
            Edge::Open(node) if Some(node) != body => {
                if let Some(element) = node.value().as_element() {
                    let mut attrs: Vec<_> = element.attrs().collect();
                    attrs.sort_unstable();
                    out.push_str(&format!("<{}", element.name()));
                    for (name, value) in attrs {
                        out.push_str(&format!(" {name}=\""));
                        escape(&mut out, value);
                        out.push('"');
                    }
                    out.push('>');
                } else if let Some(text) = node.value().as_text() {
                    escape(&mut out, text);
                }
            }
            Edge::Close(node) if Some(node) != body => {
                let name = node.value().as_element().map(|element| element.name());
                if let Some(name) = name.filter(|name| !Tag::of(name).is(VOID)) {
                    out.push_str(&format!("</{name}>"));
                }
            }
            _ => {}
        }
    }
    out
}

/// What is wrong with Markdown when a parser reads it: markup outside of code, addresses that run.
pub fn markdown(source: &str) -> Vec<String> {
    let all = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_MATH;
    // Also as a parser reads it that knows nothing but CommonMark.
    [all, Options::empty()]
        .into_iter()
        .flat_map(|options| Parser::new_ext(source, options))
        .filter_map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) if !is_plain(&html) => Some(html.to_string()),
            Event::Start(Mark::Link { dest_url, .. } | Mark::Image { dest_url, .. }) if !is_safe(&dest_url) => {
                Some(dest_url.to_string())
            }
            _ => None,
        })
        .collect()
}

/// A tag without attributes: what Markdown has no sign for, or whose sign would not hold where it stands.
fn is_plain(html: &str) -> bool {
    let name = html.trim().trim_start_matches('<').trim_start_matches('/').trim_end_matches('>');
    ["br", "sup", "sub", "mark", "u", "ins", "strong", "em", "del"].contains(&name)
}
