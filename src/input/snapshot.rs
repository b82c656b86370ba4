//! Live document's columns → [`Page`]. What the columns mean is written in `ARCHITECTURE.md`,
//! section “Snapshot”. They come from another program: nothing in them is believed unchecked.

use crate::error::Error;
use crate::options::Options;
use crate::order;
use crate::page::{flag, Builder, Page};
use crate::tag::Tag;

/// A captured page as it crosses the border.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    /// Distinct row names, joined by one blank.
    pub names: &'a str,
    /// Per row an index into `names`.
    pub tag: &'a [u16],
    /// Per row its depth; row 0 has 0.
    pub depth: &'a [u16],
    /// Per row bits of [`flag`].
    pub flags: &'a [u16],
    /// Distinct attribute names, joined by one blank.
    pub attr_names: &'a str,
    /// Per attribute `row * 64 + index into attr_names`, in row order.
    pub attr: &'a [u32],
    /// x, y, width, height for each row with [`flag::BOX`].
    pub rect: &'a [f32],
    /// Text rows' data, joined by U+0000.
    pub texts: &'a str,
    /// Attribute values, joined by U+0000.
    pub values: &'a str,
}

/// Codes of attribute names take six bits of an `attr` entry.
const CODES: u32 = 64;

/// Builds the page.
///
/// # Errors
/// [`Error::BadSnapshot`] where columns disagree, [`Error::TooLarge`] past the caller's `max_nodes`.
#[inline(never)]
pub fn page(snapshot: &Snapshot<'_>, options: &Options) -> Result<Page, Error> {
    let rows = snapshot.tag.len();
    if snapshot.depth.len() != rows || snapshot.flags.len() != rows {
        return Err(bad("tag, depth and flags differ in length"));
    }
    if let Some(max) = options.max_nodes.filter(|&max| rows > max as usize) {
        return Err(Error::TooLarge(format!("The page has more than {max} nodes; raise maxNodes or leave it out.")));
    }
    let names: Vec<Tag> = snapshot.names.split(' ').map(Tag::of).collect();
    let attr_names: Vec<&str> = snapshot.attr_names.split(' ').collect();
    let mut texts = snapshot.texts.split('\0');
    let mut values = snapshot.values.split('\0');
    let mut attrs = snapshot.attr.iter().copied().peekable();
    let mut rects = snapshot.rect.chunks_exact(4);
    let mut builder = Builder::new(options.limits());
    let mut own = Vec::new();
    for row in 0..rows {
        let tag = *names.get(snapshot.tag[row] as usize).ok_or_else(|| bad("a tag is not among the names"))?;
        let depth = snapshot.depth[row] as usize;
        if depth > builder.depth() || (depth == 0) != (row == 0) {
            return Err(bad("a row's depth does not follow from the row before"));
        }
        while builder.depth() > depth {
            builder.close();
        }
        let flags = snapshot.flags[row];
        if tag == Tag::Text {
            builder.text(texts.next().ok_or_else(|| bad("fewer texts than text rows"))?);
            continue;
        }
        builder.open(tag, flags);
        while let Some(entry) = attrs.next_if(|entry| entry / CODES == row as u32) {
            let name =
                attr_names.get((entry % CODES) as usize).ok_or_else(|| bad("an attribute is not among the names"))?;
            own.push((*name, values.next().ok_or_else(|| bad("fewer values than attributes"))?));
        }
        // The string path has them by name, `#data` last; so must this one.
        order::few(&mut own, |a: &(&str, &str), b| (a.0 == "#data", a.0) < (b.0 == "#data", b.0));
        for (name, value) in own.drain(..) {
            builder.attr(name, value);
        }
        if flags & flag::BOX != 0 {
            let rect = rects.next().ok_or_else(|| bad("fewer rectangles than rows with one"))?;
            builder.rect([rect[0], rect[1], rect[2], rect[3]]);
        }
    }
    let left_over = if texts.next().is_some_and(|text| !text.is_empty()) {
        "more texts than text rows"
    } else if attrs.next().is_some() || values.next().is_some_and(|value| !value.is_empty()) {
        "more attributes than rows have"
    } else {
        return Ok(builder.finish());
    };
    Err(bad(left_over))
}

fn bad(why: &str) -> Error {
    Error::BadSnapshot(format!("The snapshot is damaged: {why}. Capture the page again."))
}
