//! Where an element may stand so that a parser builds the very tree that was written
//! (HTML standard, content models and tree construction).

use crate::tag::{Tag, BLOCK, HEADING, VOID};

/// How a block-level element or a run of text fits into the element that is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// As it is.
    Yes,
    /// Inside a new one of these.
    Wrap(Tag),
    /// Inside the list item closed last.
    Reopen,
    /// After the open element has been closed.
    Out,
    /// Not at all: its content is written without it.
    No,
}

/// Elements that hold text but no block-level elements.
#[must_use]
pub fn only_phrasing(tag: Tag) -> bool {
    tag.is(HEADING) || matches!(tag, Tag::P | Tag::Dt | Tag::Summary | Tag::Caption | Tag::Pre)
}

/// Whether a block-level `child` may stand in `parent`, which was only `implied` by what it holds.
#[must_use]
pub fn block(parent: Option<Tag>, implied: bool, child: Tag) -> Fit {
    use Tag::{
        Caption, Dd, Details, Dl, Dt, Figcaption, Figure, Li, Ol, Summary, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
        P,
    };
    let Some(parent) = parent else { return in_flow(None, child) };
    match parent {
        P => Fit::Out,
        Ul | Ol => match child {
            Li => Fit::Yes,
            _ if implied => Fit::Out,
            Ul | Ol => Fit::Reopen,
            _ => Fit::Wrap(Li),
        },
        Dl => match child {
            Dt | Dd => Fit::Yes,
            _ if implied => Fit::Out,
            _ => Fit::Wrap(Dd),
        },
        Li if implied && child == Li => Fit::Out,
        Dd if implied && matches!(child, Dt | Dd) => Fit::Out,
        Td if implied && matches!(child, Td | Th | Tr | Tbody | Thead | Tfoot | Caption) => Fit::Out,
        Table => match child {
            Caption | Thead | Tbody | Tfoot => Fit::Yes,
            _ => Fit::Wrap(Tbody),
        },
        Thead | Tbody | Tfoot => match child {
            Tr => Fit::Yes,
            Caption | Thead | Tbody | Tfoot => {
                if implied {
                    Fit::Out
                } else {
                    Fit::No
                }
            }
            _ => Fit::Wrap(Tr),
        },
        Tr => match child {
            Td | Th => Fit::Yes,
            Tr | Caption | Thead | Tbody | Tfoot if implied => Fit::Out,
            Tr | Caption | Thead | Tbody | Tfoot => Fit::No,
            _ => Fit::Wrap(Td),
        },
        _ if only_phrasing(parent) => Fit::No,
        Details if child == Summary => Fit::Yes,
        Figure if child == Figcaption => Fit::Yes,
        _ => in_flow(Some(parent), child),
    }
}

fn in_flow(parent: Option<Tag>, child: Tag) -> Fit {
    match child {
        Tag::Li => Fit::Wrap(Tag::Ul),
        Tag::Dt | Tag::Dd => Fit::Wrap(Tag::Dl),
        Tag::Figcaption
        | Tag::Summary
        | Tag::Caption
        | Tag::Thead
        | Tag::Tbody
        | Tag::Tfoot
        | Tag::Tr
        | Tag::Td
        | Tag::Th => Fit::No,
        Tag::Figure if parent == Some(Tag::Figure) => Fit::No,
        _ => Fit::Yes,
    }
}

/// Whether text, or a picture, may stand in `parent`, which already `holds` something that it must
/// be kept apart from.
#[must_use]
pub fn inline(parent: Option<Tag>, implied: bool, holds: bool, picture: bool) -> Fit {
    match parent {
        None | Some(Tag::Blockquote | Tag::Details) => Fit::Wrap(Tag::P),
        Some(Tag::Figure) => {
            if picture {
                Fit::Yes
            } else {
                Fit::Wrap(Tag::P)
            }
        }
        Some(Tag::Ul | Tag::Ol) => {
            if implied {
                Fit::Out
            } else {
                Fit::Wrap(Tag::Li)
            }
        }
        Some(Tag::Dl) => {
            if implied {
                Fit::Out
            } else {
                Fit::Wrap(Tag::Dd)
            }
        }
        Some(Tag::Table) => Fit::Wrap(Tag::Tbody),
        Some(Tag::Thead | Tag::Tbody | Tag::Tfoot) => Fit::Wrap(Tag::Tr),
        Some(Tag::Tr) => Fit::Wrap(Tag::Td),
        Some(Tag::P) if holds => Fit::Out,
        Some(Tag::Li | Tag::Dd | Tag::Td | Tag::Th | Tag::Figcaption) if holds => Fit::Wrap(Tag::P),
        Some(_) => Fit::Yes,
    }
}

/// Block-level elements that are written as themselves.
#[must_use]
pub fn is_written(tag: Tag) -> bool {
    tag.is(BLOCK) && !tag.is(VOID) && super::allow::element(tag)
}
