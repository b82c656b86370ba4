//! Pages from bytes: mostly tags, attributes and texts that mean something to the judgement, in any order.

use arbitrary::{Arbitrary, Result, Unstructured};

/// Elements with a meaning for the parser, the judgement or the writers.
#[rustfmt::skip]
const TAGS: &[&str] = &[
    "a", "abbr", "article", "aside", "audio", "b", "base", "blockquote", "body", "br", "button", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dialog", "div", "dl", "dt", "em", "embed",
    "fieldset", "figcaption", "figure", "font", "footer", "form", "frameset", "h1", "h2", "h3", "h6", "head",
    "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main",
    "map", "mark", "math", "menu", "meta", "mi", "mn", "mo", "mfrac", "msub", "mtable", "mtr", "mtd", "mtext",
    "nav", "nobr", "noscript", "object", "ol", "option", "p", "picture", "plaintext", "pre", "q", "rb", "rp", "rt",
    "ruby", "s", "script", "section", "select", "small", "source", "span", "strong", "style", "sub", "summary",
    "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
    "u", "ul", "var", "video", "wbr", "xmp", "annotation-xml", "foreignObject", "x-own",
];

/// Attributes, whole.
#[rustfmt::skip]
const ATTRS: &[&str] = &[
    "", "", "", " hidden", " href=x", " href='#n1'", " href='javascript:alert(1)'", " href=//o.test/", " src=p.jpg",
    " src=data:image/png;base64,AA", " srcset='a.jpg 1x, b.jpg 2x'", " data-src=lazy.jpg", " id=n1",
    " id=cookie-banner", " class=ad", " class='share buttons'", " class=language-rust", " class=footnote",
    " class='callout warning'", " role=note", " role=doc-footnote", " aria-modal=true", " aria-hidden=true",
    " dir=rtl", " lang=zh", " style='display:none'", " style='position:fixed;left:-9999px'", " colspan=3",
    " rowspan=0", " colspan=4294967295", " start=-2147483648", " value=7", " datetime=2026-02-31", " onerror=x",
    " name=n1", " type=application/ld+json", " property=og:title", " content='A title | Site'", " itemprop=author",
    " rel=author", " width=1", " height=1", " alt='A [b] c'", " encoding=text/html", " type='math/tex'", " open",
];

/// Texts, whole: words of several scripts, phrases the judgement looks for, signs of Markdown and of markup.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "word ", "two words ", "A sentence that is long enough to be read, with a comma, and to its end. ", "漢字。",
    "「引用」", "友情链接：", "蜘蛛池 | 娱乐城 | ", "สล็อตเว็บตรง", "خبر عاجل، ", "שלום ", "By Jane Doe", "Published 3 May 2024",
    "1. ", "2) ", "# no", "- ", "+ ", "> ", "a*b*c", "_x_", "[l](u)", "![i](u)", "<b>", "`", "```\n", "|", "~~",
    "$5 $6", "\\(x\\)", "$$\\frac{1}{2", "&amp;", "&lt;script&gt;", "&#0;", "&#x10FFFF;", "&notit;", "\\", "\n",
    "\t", "\n\n", "\u{a0}", "\u{200b}", "\u{202e}", "e\u{301}", "\u{0}", "\u{feff}", "😀", "[^1]", "[1]", "↩", "===",
    "---", "https://bare.test/x", "Share this", "Accept all cookies", "Subscribe to our newsletter",
    "Related articles", "Advertisement", "{\"@type\":\"Article\",\"headline\":\"H\"}",
    "body{color:red}.x{display:none}", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "</", "<", "<?x ?>",
];

/// A run of one token: storms are what readers break at.
const MOST_RUN: u16 = 700;

/// One part of a page.
#[derive(Arbitrary, Debug)]
enum Token {
    Open(u8, u8, u8),
    Close(u8),
    Leaf(u8, u8, u8),
    Text(u8),
    Raw(String),
    Run(u16, u8, u8),
}

/// A page and how it is read.
#[derive(Debug)]
pub struct Page {
    /// 0…1.
    pub strictness: f64,
    /// The source.
    pub html: String,
}

fn of<'a>(list: &[&'a str], at: u8) -> &'a str {
    list[usize::from(at) % list.len()]
}

fn write(html: &mut String, token: &Token) {
    let open = |html: &mut String, tag: u8, attrs: [u8; 2]| {
        *html += "<";
        *html += of(TAGS, tag);
        attrs.iter().for_each(|&attr| *html += of(ATTRS, attr));
        *html += ">";
    };
    let close = |html: &mut String, tag: u8| {
        *html += "</";
        *html += of(TAGS, tag);
        *html += ">";
    };
    match token {
        Token::Open(tag, a, b) => open(html, *tag, [*a, *b]),
        Token::Close(tag) => close(html, *tag),
        Token::Leaf(tag, attr, text) => {
            open(html, *tag, [*attr, 0]);
            *html += of(TEXTS, *text);
            close(html, *tag);
        }
        Token::Text(text) => *html += of(TEXTS, *text),
        Token::Raw(text) => *html += text,
        Token::Run(times, tag, text) => {
            for _ in 0..times % MOST_RUN {
                open(html, *tag, [0, 0]);
                *html += of(TEXTS, *text);
            }
        }
    }
}

impl<'a> Arbitrary<'a> for Page {
    /// Bytes that begin as markup does are the source itself, so that seeds can be read and written by hand.
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Page> {
        if input.peek_bytes(1) == Some(b"<") {
            let html = String::from_utf8_lossy(input.bytes(input.len())?).into_owned();
            return Ok(Page { strictness: 0.5, html });
        }
        let strictness = f64::from(u8::arbitrary(input)?) / f64::from(u8::MAX);
        let mut html = String::new();
        while !input.is_empty() {
            write(&mut html, &Token::arbitrary(input)?);
        }
        Ok(Page { strictness, html })
    }
}
