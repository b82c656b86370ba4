//! Element names as one byte, with what the pipeline must know about each.
//!
//! Takes a lower-case local name, gives a [`Tag`]. Knows nothing of pages.

/// Starts a block of its own in the default style sheet (HTML standard, section 15.3).
pub const BLOCK: u16 = 1;
/// Has no content and no end tag (HTML standard, section 13.1.2).
pub const VOID: u16 = 2;
/// Its content is not page text; a row without children.
pub const OPAQUE: u16 = 4;
/// May stand in article output under its own name.
pub const KEEP: u16 = 8;
/// h1 to h6.
pub const HEADING: u16 = 16;
/// Form controls.
pub const CONTROL: u16 = 32;
/// Pictures, sound, film and frames.
pub const MEDIA: u16 = 64;
/// MathML elements the writer may keep.
pub const MATH: u16 = 128;
/// Sectioning and landmark elements.
pub const SECTION: u16 = 256;

macro_rules! tags {
    ($($variant:ident $name:literal $props:expr;)*) => {
        /// A row's kind: an element name, text, or anything else.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        #[repr(u8)]
        pub enum Tag { $($variant),* }

        const TABLE: &[(&str, Tag, u16)] = &[$(($name, Tag::$variant, $props)),*];
    };
}

// Sorted by name: `Tag::of` searches by halves, `tests` checks the order.
tags! {
    Comment "#comment" 0;
    Other "#other" 0;
    Text "#text" 0;
    A "a" KEEP;
    Abbr "abbr" KEEP;
    Address "address" BLOCK;
    Area "area" VOID;
    Article "article" BLOCK | SECTION;
    Aside "aside" BLOCK | SECTION | KEEP;
    Audio "audio" MEDIA;
    B "b" KEEP;
    Base "base" VOID;
    Bdi "bdi" KEEP;
    Bdo "bdo" KEEP;
    Big "big" 0;
    Blockquote "blockquote" BLOCK | KEEP;
    Body "body" BLOCK;
    Br "br" VOID | KEEP;
    Button "button" CONTROL;
    Canvas "canvas" OPAQUE | MEDIA;
    Caption "caption" BLOCK | KEEP;
    Center "center" BLOCK;
    Cite "cite" KEEP;
    Code "code" KEEP;
    Col "col" VOID;
    Colgroup "colgroup" BLOCK;
    Data "data" 0;
    Datalist "datalist" OPAQUE;
    Dd "dd" BLOCK | KEEP;
    Del "del" KEEP;
    Details "details" BLOCK | KEEP;
    Dfn "dfn" KEEP;
    Dialog "dialog" BLOCK;
    Dir "dir" BLOCK;
    Div "div" BLOCK;
    Dl "dl" BLOCK | KEEP;
    Dt "dt" BLOCK | KEEP;
    Em "em" KEEP;
    Embed "embed" VOID | MEDIA;
    Fieldset "fieldset" BLOCK | CONTROL;
    Figcaption "figcaption" BLOCK | KEEP;
    Figure "figure" BLOCK | KEEP;
    Font "font" 0;
    Footer "footer" BLOCK | SECTION;
    Form "form" BLOCK | CONTROL;
    Frameset "frameset" BLOCK;
    H1 "h1" BLOCK | KEEP | HEADING;
    H2 "h2" BLOCK | KEEP | HEADING;
    H3 "h3" BLOCK | KEEP | HEADING;
    H4 "h4" BLOCK | KEEP | HEADING;
    H5 "h5" BLOCK | KEEP | HEADING;
    H6 "h6" BLOCK | KEEP | HEADING;
    Head "head" BLOCK;
    Header "header" BLOCK | SECTION;
    Hgroup "hgroup" BLOCK;
    Hr "hr" BLOCK | VOID | KEEP;
    Html "html" BLOCK;
    I "i" KEEP;
    Iframe "iframe" MEDIA;
    Img "img" VOID | MEDIA | KEEP;
    Input "input" VOID | CONTROL;
    Ins "ins" KEEP;
    Kbd "kbd" KEEP;
    Label "label" CONTROL;
    Legend "legend" BLOCK;
    Li "li" BLOCK | KEEP;
    Link "link" VOID;
    Main "main" BLOCK | SECTION;
    Map "map" 0;
    Mark "mark" KEEP;
    Marquee "marquee" BLOCK;
    Math "math" MATH;
    Menclose "menclose" MATH;
    Menu "menu" BLOCK;
    Merror "merror" MATH;
    Meta "meta" VOID;
    Mfenced "mfenced" MATH;
    Mfrac "mfrac" MATH;
    Mi "mi" MATH;
    Mmultiscripts "mmultiscripts" MATH;
    Mn "mn" MATH;
    Mo "mo" MATH;
    Mover "mover" MATH;
    Mpadded "mpadded" MATH;
    Mphantom "mphantom" MATH;
    Mprescripts "mprescripts" MATH;
    Mroot "mroot" MATH;
    Mrow "mrow" MATH;
    Ms "ms" MATH;
    Mspace "mspace" MATH;
    Msqrt "msqrt" MATH;
    Mstyle "mstyle" MATH;
    Msub "msub" MATH;
    Msubsup "msubsup" MATH;
    Msup "msup" MATH;
    Mtable "mtable" MATH;
    Mtd "mtd" MATH;
    Mtext "mtext" MATH;
    Mtr "mtr" MATH;
    Munder "munder" MATH;
    Munderover "munderover" MATH;
    Nav "nav" BLOCK | SECTION;
    Noembed "noembed" OPAQUE;
    Noframes "noframes" OPAQUE;
    Noscript "noscript" OPAQUE;
    Object "object" OPAQUE | MEDIA;
    Ol "ol" BLOCK | KEEP;
    Optgroup "optgroup" OPAQUE;
    Option "option" OPAQUE;
    P "p" BLOCK | KEEP;
    Param "param" VOID;
    Picture "picture" MEDIA;
    Plaintext "plaintext" BLOCK | OPAQUE;
    Pre "pre" BLOCK | KEEP;
    Q "q" KEEP;
    Rb "rb" 0;
    Rp "rp" KEEP;
    Rt "rt" KEEP;
    Rtc "rtc" 0;
    Ruby "ruby" KEEP;
    S "s" KEEP;
    Samp "samp" KEEP;
    Script "script" OPAQUE;
    Search "search" BLOCK | SECTION;
    Section "section" BLOCK | SECTION;
    Select "select" OPAQUE | CONTROL;
    Semantics "semantics" MATH;
    Slot "slot" 0;
    Small "small" KEEP;
    Source "source" VOID | MEDIA;
    Span "span" 0;
    Strike "strike" 0;
    Strong "strong" KEEP;
    Style "style" OPAQUE;
    Sub "sub" KEEP;
    Summary "summary" BLOCK | KEEP;
    Sup "sup" KEEP;
    Svg "svg" OPAQUE | MEDIA;
    Table "table" BLOCK | KEEP;
    Tbody "tbody" BLOCK | KEEP;
    Td "td" BLOCK | KEEP;
    Template "template" OPAQUE;
    Textarea "textarea" OPAQUE | CONTROL;
    Tfoot "tfoot" BLOCK | KEEP;
    Th "th" BLOCK | KEEP;
    Thead "thead" BLOCK | KEEP;
    Time "time" KEEP;
    Title "title" 0;
    Tr "tr" BLOCK | KEEP;
    Track "track" VOID;
    Tt "tt" 0;
    U "u" KEEP;
    Ul "ul" BLOCK | KEEP;
    Var "var" KEEP;
    Video "video" MEDIA;
    Wbr "wbr" VOID | KEEP;
    Xmp "xmp" BLOCK | OPAQUE;
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = TABLE.len();

    /// The tag of a lower-case local name; [`Tag::Other`] for names not in the table.
    #[must_use]
    pub fn of(name: &str) -> Tag {
        TABLE.binary_search_by(|row| row.0.cmp(name)).map_or(Tag::Other, |at| TABLE[at].1)
    }

    /// The element name, or `#text`, `#comment`, `#other`.
    #[must_use]
    pub fn name(self) -> &'static str {
        TABLE[self as usize].0
    }

    /// Whether the tag has any of these properties.
    #[must_use]
    pub fn is(self, props: u16) -> bool {
        TABLE[self as usize].2 & props != 0
    }

    /// 1 to 6 for headings, 0 for others.
    #[must_use]
    pub fn heading_level(self) -> u8 {
        if self.is(HEADING) {
            self as u8 - Tag::H1 as u8 + 1
        } else {
            0
        }
    }

    /// An element row, known or not.
    #[must_use]
    pub fn is_element(self) -> bool {
        !matches!(self, Tag::Text | Tag::Comment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_finds_every_name() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(Tag::of(row.0), row.1);
            assert_eq!(row.1 as usize, at);
        }
        assert_eq!(Tag::of("x-widget"), Tag::Other);
        assert_eq!(Tag::H3.heading_level(), 3);
    }
}
