//! Laws of the output, on generated pages: soups of tags and texts such as the web has.

#[path = "vectors/audit.rs"]
#[allow(dead_code)]
mod audit;
mod common;

use common::{fragment, parsed, sanitised};
use dehusk::text::words;
use dehusk::write::fragment::{Fragment, Node};
use dehusk::write::{allow, html, markdown, text};
use dehusk::Options;
use proptest::prelude::*;

const BASE: &str = "https://site.test/a/b.html";

/// One token of a soup.
fn token() -> impl Strategy<Value = String> {
    let block = prop::sample::select(vec![
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h4",
        "blockquote",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "figure",
        "figcaption",
        "details",
        "summary",
        "section",
        "aside",
        "article",
        "center",
        "menu",
        "form",
        "fieldset",
        "legend",
        "address",
        "hgroup",
    ]);
    let inline = prop::sample::select(vec![
        "a", "b", "i", "em", "strong", "span", "code", "kbd", "sup", "sub", "del", "s", "strike", "tt", "u", "mark",
        "q", "small", "cite", "ruby", "rt", "rp", "rb", "time", "abbr", "bdo", "font", "label", "button", "var", "ins",
        "nobr",
    ]);
    let attrs = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        " href=\"x?y=1&amp;z=2\"",
        " href=\"#n1\"",
        " id=n1",
        " id=\"a b\"",
        " class=\"footnote\"",
        " class=\"admonition\"",
        " dir=rtl",
        " lang=ar",
        " start=5",
        " colspan=2",
        " class=\"language-rust\"",
        " role=doc-footnote",
        " class=\"caption\"",
        " name=n1",
        " style=\"display:none\"",
    ]);
    let words = prop::sample::select(vec![
        "word",
        " two words ",
        "Ärger",
        "漢字。",
        "「引用」",
        "1.",
        "2) ",
        "# no",
        "- dash",
        "+",
        "a*b*c",
        "_x_",
        "[link](u)",
        "<b>",
        "`tick`",
        "|",
        "a | b",
        "~~",
        "$5 ",
        "&",
        "&amp;lt;",
        "\\",
        "http://bare.test/",
        "!",
        "\n",
        "  ",
        "\u{a0}",
        "\u{200b}",
        "e\u{301}",
        "خبر",
        "1",
        "2",
        "x",
        ":",
        "===",
        "[^1]",
    ]);
    prop_oneof![
        6 => words.prop_map(|word: &str| word.replace('&', "&amp;").replace('<', "&lt;")),
        4 => (block.clone(), attrs.clone()).prop_map(|(tag, attrs)| format!("<{tag}{attrs}>")),
        4 => (inline.clone(), attrs).prop_map(|(tag, attrs)| format!("<{tag}{attrs}>")),
        4 => block.prop_map(|tag| format!("</{tag}>")),
        4 => inline.prop_map(|tag| format!("</{tag}>")),
        2 => prop::sample::select(vec![
            "<br>", "<br>", "<hr>", "<img src=p.jpg alt=\"A [b] c\">", "<img src=data:x>", "<wbr>", "<!-- c -->", "<svg><p>x</svg>", "<math><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
            "<math><msup><mi>x</mi></msup>loose</math>", "<iframe src=\"https://www.youtube.com/embed/abc\"></iframe>", "<video src=v.mp4 poster=p.png>no video</video>", "<noscript><img src=\"/n.png\"></noscript>",
            "<sup><a href=\"#fn1\" id=\"r1\">1</a></sup>", "<ol><li id=fn1>Note one. <a href=\"#r1\">↩</a></li></ol>", "<template><p>t</p></template>", "<select><option>o</select>", "<textarea>t</textarea>",
        ]).prop_map(str::to_string),
    ]
}

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(token(), 0..60).prop_map(|tokens| tokens.concat())
}

/// Soups in which every word is to be written: no fallbacks, captions, formulas, notes, brackets of readings.
fn plain_soup() -> impl Strategy<Value = String> {
    const REPLACED: &[&str] = &[
        "caption",
        "<math",
        "<video",
        "<iframe",
        "fn1",
        "footnote",
        "<q",
        "<rt",
        "<rp",
        "<button",
        "<select",
        "<textarea",
        "doc-",
        "n1",
        "[^1]",
    ];
    prop::collection::vec(token(), 0..60).prop_map(|tokens| {
        tokens.into_iter().filter(|token| !REPLACED.iter().any(|sign| token.contains(sign))).collect()
    })
}

/// Panics unless every element ends in the reverse order of beginnings and only void elements are void.
fn check_nesting(fragment: &Fragment) {
    let mut open = Vec::new();
    for node in fragment.nodes() {
        match node {
            Node::Open(tag, _) => open.push(*tag),
            Node::Close(tag) => assert_eq!(open.pop(), Some(*tag)),
            Node::Void(tag, _) => assert!(allow::element(*tag)),
            Node::Text(text) => assert!(!text.is_empty()),
        }
    }
    assert!(open.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn output_is_nested_and_in_the_table(soup in soup()) {
        let fragment = fragment(&soup, BASE);
        check_nesting(&fragment);
        for node in fragment.nodes() {
            if let Node::Open(tag, attrs) | Node::Void(tag, attrs) = node {
                prop_assert!(allow::element(*tag));
                for (name, value) in attrs {
                    prop_assert_eq!(allow::attribute(*tag, name, value), Some(*name));
                }
            }
        }
    }

    #[test]
    fn sanitising_twice_changes_nothing(soup in soup()) {
        let once = sanitised(&soup, BASE);
        prop_assert_eq!(sanitised(&once, BASE), once);
    }

    #[test]
    fn a_parser_builds_the_tree_that_was_written(soup in soup()) {
        let once = sanitised(&soup, BASE);
        prop_assert_eq!(audit::reread(&once), once);
    }

    #[test]
    fn a_parser_reads_the_same_text(soup in soup()) {
        let first = fragment(&soup, BASE);
        let again = fragment(&html::html(&first), BASE);
        prop_assert_eq!(text::text(&again), text::text(&first));
    }

    #[test]
    fn kept_text_is_written_in_order(soup in plain_soup()) {
        let page = parsed(&soup);
        let whole: Vec<u32> = words(page.subtree_text(page.body())).collect();
        let written: Vec<u32> = words(&text::text(&fragment(&soup, BASE))).collect();
        // Words that blocks or marks tear apart count as one on either side.
        let join = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(join(page.subtree_text(page.body())), join(&text::text(&fragment(&soup, BASE))), "{:?} {:?}", whole, written);
    }

    #[test]
    fn nothing_panics_and_all_is_repeatable(soup in soup()) {
        let options = Options { url: Some(BASE.to_string()), ..Options::default() };
        let article = dehusk::extract(&soup, &options);
        prop_assert_eq!(&article, &dehusk::extract(&soup, &options));
        let fragment = fragment(&soup, BASE);
        prop_assert_eq!(markdown::markdown(&fragment), markdown::markdown(&fragment));
    }
}

#[test]
fn known_nests_are_sanitised_once() {
    for soup in [
        "<figure><ul><figcaption><figure><figcaption>word",
        "<figure><ul><div><img src=p.jpg alt=A><p class=caption>word",
        "word<sup><a href=#n1>1</a></sup><summary id=n1>word",
        "<a><sup><a href=#fn1 id=r1>1</a></sup><sup><a href=#fn1 id=r1>1</a></sup><sup><a href=#fn1 id=r1>1</a></sup>\
         <ol><li id=fn1>Note one. <a href=#r1>↩</a></li></ol>",
        "<p>word<img src=p.jpg alt=\"\u{1} word \u{2} other\u{3}\">",
    ] {
        let once = sanitised(soup, BASE);
        assert_eq!(sanitised(&once, BASE), once, "{soup:?}");
        let ids: Vec<&str> = once.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let different: std::collections::HashSet<&&str> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "an id twice: {once}");
    }
}
