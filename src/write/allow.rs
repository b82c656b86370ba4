//! The allowlist: elements, their attributes, what values these may have. Everything that is written
//! goes through this table; what is not in it does not exist for the writers.

use crate::tag::Tag;
use crate::text::decimal;
use crate::url;

/// What an attribute's value must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An address a person may follow: http, https, mailto, tel, within the article, or relative.
    Link,
    /// The address of a picture: http, https, relative, or an inline bitmap.
    Image,
    /// A list of picture addresses with widths or densities.
    Images,
    /// Any text; it is only ever shown.
    Text,
    /// A whole number up to 20,000.
    Number,
    /// A name with [`PREFIX`], so that it shadows nothing (DOM clobbering).
    Id,
    /// A language tag by its letters (BCP 47).
    Language,
    /// Letters, digits and marks of dates.
    Date,
    /// No value.
    Flag,
    /// A MathML length.
    Length,
    /// `language-NAME`, the name of a programming language.
    Code,
    /// One of these words.
    Words(&'static [&'static str]),
}

/// What the article's own ids begin with.
pub const PREFIX: &str = "dehusk-";
/// Class of links that stand for a player.
pub const EMBED: &str = "dehusk-embed";

use Kind::{Code, Date, Flag, Id, Image, Images, Language, Length, Link, Number, Text, Words};

type Row = (Tag, &'static [(&'static str, Kind)]);

const GLOBAL: &[(&str, Kind)] =
    &[("id", Id), ("lang", Language), ("dir", Words(&["ltr", "rtl", "auto"])), ("role", Words(ROLES))];
/// Parts of footnotes (DPUB-ARIA 1.1).
const ROLES: &[&str] = &["doc-noteref", "doc-footnote", "doc-backlink"];
const CELL: &[(&str, Kind)] = &[("colspan", Number), ("rowspan", Number)];
const BOOL: Kind = Words(&["true", "false"]);
const VARIANT: Kind = Words(&[
    "normal",
    "bold",
    "italic",
    "bold-italic",
    "double-struck",
    "script",
    "bold-script",
    "fraktur",
    "bold-fraktur",
    "sans-serif",
    "monospace",
]);
const TOKEN: &[(&str, Kind)] = &[("mathvariant", VARIANT)];
const BOX: &[(&str, Kind)] =
    &[("width", Length), ("height", Length), ("depth", Length), ("lspace", Length), ("voffset", Length)];
const OPERATOR: &[(&str, Kind)] = &[
    ("mathvariant", VARIANT),
    ("stretchy", BOOL),
    ("fence", BOOL),
    ("separator", BOOL),
    ("largeop", BOOL),
    ("movablelimits", BOOL),
    ("accent", BOOL),
    ("form", Words(&["prefix", "infix", "postfix"])),
    ("lspace", Length),
    ("rspace", Length),
    ("minsize", Length),
    ("maxsize", Length),
];
const SCRIPTS: &[(&str, Kind)] = &[("accent", BOOL), ("accentunder", BOOL)];
const STYLE: &[(&str, Kind)] = &[("displaystyle", BOOL), ("scriptlevel", Number), ("mathvariant", VARIANT)];
const NOTATION: Kind = Words(&[
    "box",
    "circle",
    "top",
    "bottom",
    "left",
    "right",
    "updiagonalstrike",
    "downdiagonalstrike",
    "horizontalstrike",
    "longdiv",
]);

/// Elements and their attributes besides the global ones.
const TABLE: &[Row] = &[
    (Tag::A, &[("href", Link), ("title", Text), ("class", Words(&[EMBED]))]),
    (Tag::Abbr, &[("title", Text)]),
    (Tag::B, &[]),
    (Tag::Bdi, &[]),
    (Tag::Bdo, &[]),
    (Tag::Blockquote, &[]),
    (Tag::Br, &[]),
    (Tag::Caption, &[]),
    (Tag::Cite, &[]),
    (Tag::Code, &[("class", Code)]),
    (Tag::Dd, &[]),
    (Tag::Del, &[]),
    (Tag::Details, &[("open", Flag)]),
    (Tag::Dfn, &[("title", Text)]),
    (Tag::Dl, &[]),
    (Tag::Dt, &[]),
    (Tag::Em, &[]),
    (Tag::Figcaption, &[]),
    (Tag::Figure, &[]),
    (Tag::H1, &[]),
    (Tag::H2, &[]),
    (Tag::H3, &[]),
    (Tag::H4, &[]),
    (Tag::H5, &[]),
    (Tag::H6, &[]),
    (Tag::Hr, &[]),
    (Tag::I, &[]),
    (
        Tag::Img,
        &[("src", Image), ("srcset", Images), ("alt", Text), ("title", Text), ("width", Number), ("height", Number)],
    ),
    (Tag::Ins, &[]),
    (Tag::Kbd, &[]),
    (Tag::Li, &[]),
    (Tag::Mark, &[]),
    (Tag::Ol, &[("start", Number), ("reversed", Flag)]),
    (Tag::P, &[]),
    (Tag::Pre, &[]),
    (Tag::Q, &[]),
    (Tag::Rp, &[]),
    (Tag::Rt, &[]),
    (Tag::Ruby, &[]),
    (Tag::S, &[]),
    (Tag::Samp, &[]),
    (Tag::Small, &[]),
    (Tag::Strong, &[]),
    (Tag::Sub, &[]),
    (Tag::Summary, &[]),
    (Tag::Sup, &[]),
    (Tag::Table, &[]),
    (Tag::Tbody, &[]),
    (Tag::Td, CELL),
    (Tag::Tfoot, &[]),
    (Tag::Th, CELL),
    (Tag::Thead, &[]),
    (Tag::Time, &[("datetime", Date)]),
    (Tag::Tr, &[]),
    (Tag::U, &[]),
    (Tag::Ul, &[]),
    (Tag::Var, &[]),
    (Tag::Math, &[("display", Words(&["block"])), ("alttext", Text)]),
    (Tag::Menclose, &[("notation", NOTATION)]),
    (Tag::Merror, &[]),
    (Tag::Mfrac, &[("linethickness", Length)]),
    (Tag::Mi, TOKEN),
    (Tag::Mmultiscripts, &[]),
    (Tag::Mn, TOKEN),
    (Tag::Mo, OPERATOR),
    (Tag::Mover, SCRIPTS),
    (Tag::Mpadded, BOX),
    (Tag::Mphantom, &[]),
    (Tag::Mprescripts, &[]),
    (Tag::Mroot, &[]),
    (Tag::Mrow, &[]),
    (Tag::Ms, TOKEN),
    (Tag::Mspace, BOX),
    (Tag::Msqrt, &[]),
    (Tag::Mstyle, STYLE),
    (Tag::Msub, &[]),
    (Tag::Msubsup, &[]),
    (Tag::Msup, &[]),
    (Tag::Mtable, STYLE),
    (Tag::Mtd, &[("columnspan", Number), ("rowspan", Number)]),
    (Tag::Mtext, TOKEN),
    (Tag::Mtr, &[]),
    (Tag::Munder, SCRIPTS),
    (Tag::Munderover, SCRIPTS),
];

/// Whether an element may be written.
#[must_use]
pub fn element(tag: Tag) -> bool {
    TABLE.iter().any(|row| row.0 == tag)
}

/// The table's own name of an attribute the element may have with this value.
#[must_use]
pub fn attribute(tag: Tag, name: &str, value: &str) -> Option<&'static str> {
    let own = TABLE.iter().find(|row| row.0 == tag)?.1;
    let (name, kind) = own.iter().chain(GLOBAL).find(|attr| attr.0 == name)?;
    fits(*kind, value).then_some(name)
}

fn fits(kind: Kind, value: &str) -> bool {
    let all = |ok: fn(u8) -> bool, longest: usize| !value.is_empty() && value.len() <= longest && value.bytes().all(ok);
    match kind {
        Link => {
            is_address(value, &["http", "https", "mailto", "tel"])
                || value.strip_prefix('#').is_some_and(|id| fits(Id, id))
        }
        Image => is_address(value, &["http", "https"]) || is_bitmap(value),
        Images => value.split(", ").all(is_candidate),
        Text => !value.chars().any(|c| c.is_control() && c != '\n'),
        Number => value.parse::<u16>().is_ok_and(|number| number <= 20_000) && !value.starts_with('+'),
        Id => value.strip_prefix(PREFIX).is_some_and(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
        }),
        Language => all(|b| b.is_ascii_alphanumeric() || b == b'-', 35),
        Date => all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'+' | b'.' | b' '), 40),
        Flag => value.is_empty(),
        Length => all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'+' | b'%'), 16),
        Code => value.strip_prefix("language-").is_some_and(|name| {
            !name.is_empty()
                && name.len() <= 24
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_' | b'.'))
        }),
        Words(words) => words.contains(&value),
    }
}

/// An address with one of the schemes, or one that has none and cannot be read as having one.
fn is_address(address: &str, schemes: &[&str]) -> bool {
    let plain = !address.is_empty()
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'));
    plain
        && match url::scheme(address) {
            Some(scheme) => schemes.iter().any(|ok| scheme.eq_ignore_ascii_case(ok)),
            None => !address.starts_with('#') && !address.split(['/', '?', '#']).next().unwrap_or("").contains(':'),
        }
}

/// A picture in the address itself; only formats that are nothing but pixels.
fn is_bitmap(address: &str) -> bool {
    let Some(data) = address.strip_prefix("data:image/") else { return false };
    let Some((format, data)) = data.split_once(";base64,") else { return false };
    matches!(format, "png" | "jpeg" | "gif" | "webp" | "avif")
        && data.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'+' | b'='))
}

/// `ADDRESS`, `ADDRESS 640w` or `ADDRESS 1.5x`.
fn is_candidate(candidate: &str) -> bool {
    let (address, size) = candidate.split_once(' ').unwrap_or((candidate, "1x"));
    let number = size.strip_suffix(['w', 'x']).unwrap_or("");
    is_address(address, &["http", "https"])
        && number.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && decimal(number).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_run_are_not_in_the_list() {
        for bad in [
            "javascript:alert(1)",
            "JAVASCRIPT:x",
            "java\tscript:x",
            "\u{1}javascript:x",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://x",
            "file:///etc",
            "a:b",
            "x\n",
            "",
            "#top",
            "view-source:x",
            "data:image/svg+xml;base64,AAAA",
        ] {
            assert_eq!(attribute(Tag::A, "href", bad), None, "{bad:?}");
            assert_eq!(attribute(Tag::Img, "src", bad), None, "{bad:?}");
        }
        for good in ["https://x.test/?a=b:c", "/a:b", "?a:b", "x/y", "mailto:a@b", "#dehusk-n1"] {
            assert_eq!(attribute(Tag::A, "href", good), Some("href"), "{good:?}");
        }
        assert_eq!(attribute(Tag::Img, "src", "mailto:a@b"), None);
        assert_eq!(attribute(Tag::P, "href", "https://x.test"), None);
        assert_eq!(attribute(Tag::P, "onclick", ""), None);
        assert_eq!(attribute(Tag::P, "style", ""), None);
        assert_eq!(attribute(Tag::Img, "srcset", "https://a.test/1 1x, javascript:x 2x"), None);
    }
}
