//! Attribute names as one byte. What is not in the table is folded into [`AttrName::Rest`].

macro_rules! attrs {
    ($($variant:ident $name:literal;)*) => {
        /// An attribute the pipeline reads.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
        #[repr(u8)]
        pub enum AttrName { $($variant),* }

        const TABLE: &[(&str, AttrName)] = &[$(($name, AttrName::$variant)),*];
    };
}

// Sorted by name: `AttrName::of` searches by halves, `tests` checks the order.
attrs! {
    /* textContent of ld+json, math and noscript elements, short style elements */ RawText "#data";
    /* every other attribute as `name=value`, joined by blanks */ Rest "#rest";
    Alt "alt";
    AltText "alttext";
    AriaHidden "aria-hidden";
    AriaLabel "aria-label";
    AriaModal "aria-modal";
    Charset "charset";
    Cite "cite";
    Class "class";
    Colspan "colspan";
    Content "content";
    DataLang "data-lang";
    DataLanguage "data-language";
    DataLazySrc "data-lazy-src";
    DataLazySrcset "data-lazy-srcset";
    DataOriginal "data-original";
    DataSrc "data-src";
    DataSrcset "data-srcset";
    Datetime "datetime";
    Dir "dir";
    Display "display";
    Encoding "encoding";
    Headers "headers";
    Height "height";
    Hidden "hidden";
    Href "href";
    HttpEquiv "http-equiv";
    Id "id";
    Itemprop "itemprop";
    Itemscope "itemscope";
    Itemtype "itemtype";
    Lang "lang";
    Name "name";
    Onclick "onclick";
    Open "open";
    Placeholder "placeholder";
    Poster "poster";
    Property "property";
    Rel "rel";
    Reversed "reversed";
    Role "role";
    Rowspan "rowspan";
    Scope "scope";
    Src "src";
    Srcset "srcset";
    Start "start";
    Style "style";
    Target "target";
    Title "title";
    Type "type";
    Value "value";
    Width "width";
    XmlLang "xml:lang";
}

impl AttrName {
    /// The attribute of a lower-case name; [`AttrName::Rest`] for names not in the table.
    #[must_use]
    pub fn of(name: &str) -> AttrName {
        TABLE.binary_search_by(|row| row.0.cmp(name)).map_or(AttrName::Rest, |at| TABLE[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_finds_every_name() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(AttrName::of(row.0), row.1);
            assert_eq!(row.1 as usize, at);
        }
        assert_eq!(AttrName::of("data-testid"), AttrName::Rest);
    }
}
