//! Attributes of written elements, from those of the page's.

use super::Walk;
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;
use crate::write::address;
use crate::write::fragment::Attrs;

/// An inline element around text.
pub(super) struct Mark {
    pub tag: Tag,
    pub attrs: Attrs,
}

impl Walk<'_> {
    /// The attributes of an element written as `out`; the sink takes what its table holds.
    pub(super) fn attrs(&mut self, row: Row, out: Tag) -> Attrs {
        let page = self.source.page;
        let mut attrs = Attrs::new();
        for &attr in page.attrs_of(row) {
            let name = match attr.name {
                AttrName::Href if out == Tag::A => {
                    attrs.extend(self.link(page.value(attr)).map(|href| ("href", href)));
                    continue;
                }
                AttrName::Title => "title",
                AttrName::Colspan => "colspan",
                AttrName::Rowspan => "rowspan",
                AttrName::Start => "start",
                AttrName::Reversed => "reversed",
                AttrName::Datetime => "datetime",
                AttrName::Open => "open",
                AttrName::Dir => "dir",
                AttrName::Lang => "lang",
                AttrName::Class if out == Tag::A => "class",
                _ => continue,
            };
            let value = page.value(attr).trim();
            let flag = matches!(name, "open" | "reversed");
            attrs.push((
                name,
                if flag {
                    String::new()
                } else if name == "dir" {
                    value.to_ascii_lowercase()
                } else {
                    value.to_string()
                },
            ));
        }
        attrs.extend(self.ids.claim(page, row).map(|id| ("id", id)));
        attrs
    }

    fn link(&self, href: &str) -> Option<String> {
        match address::local_id(self.source.base, href) {
            Some(id) => Some(format!("#{}", address::prefixed(&id))),
            None => address::link(self.source.base, href),
        }
    }

    /// Opens an element in the tree; one without an id takes one that waits for an element.
    pub(super) fn open(&mut self, tag: Tag, mut attrs: Attrs, implied: bool) {
        if attrs.iter().all(|attr| attr.0 != "id") {
            attrs.extend(self.ids.take().map(|id| ("id", id)));
        }
        self.sink.open(tag, attrs, implied);
    }
}
