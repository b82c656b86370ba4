//! Snapshots from bytes: columns that fit together, and, if the bytes say so, one of them damaged.

use arbitrary::Arbitrary;
use dehusk::input::snapshot::Snapshot;

/// Element names; the first two are the root's and the texts'.
const NAMES: &str = "html #text body div p a span h1 ul li table tr td img iframe dialog form input script noscript \
    style video section article aside nav footer template svg math x-own #comment";
const ATTRS: &str = "href src class id style role alt title datetime type content property aria-modal lang #data";

/// One row and what hangs on it.
#[derive(Arbitrary, Debug)]
struct Row {
    tag: u8,
    /// Levels that end before it.
    up: u8,
    flags: u16,
    attrs: Vec<(u8, String)>,
    rect: [f32; 4],
    text: String,
}

/// What is wrong with a snapshot: a value put where it does not belong, in a column that is then too long, too
/// short, or lies.
#[derive(Arbitrary, Debug)]
enum Damage {
    Tag(u16, u16),
    Depth(u16, u16),
    Attr(u16, u32),
    MoreAttrs(Vec<u32>),
    Rects(Vec<f32>),
    Cut(u8, u16),
    Texts(String),
    Values(String),
    Names(String),
    AttrNames(String),
}

/// What a target reads from the fuzzer.
#[derive(Arbitrary, Debug)]
pub struct Input {
    /// 0 to 255 for a strictness of 0 to 1.
    pub strictness: u8,
    /// The caller's own limit.
    pub max_nodes: Option<u16>,
    /// The caller's own limit.
    pub max_depth: Option<u16>,
    damage: Option<Damage>,
    rows: Vec<Row>,
}

/// The columns.
#[derive(Debug, Default)]
pub struct Columns {
    names: String,
    tag: Vec<u16>,
    depth: Vec<u16>,
    flags: Vec<u16>,
    attr_names: String,
    attr: Vec<u32>,
    rect: Vec<f32>,
    texts: String,
    values: String,
    /// The columns fit together.
    pub whole: bool,
}

/// Deepest row, see “Snapshot” in ARCHITECTURE.md.
const DEEPEST: u16 = 512;
const BOX: u16 = 512;

impl Columns {
    /// The columns that `input` describes.
    pub fn of(input: &Input) -> Columns {
        let mut columns = Columns { names: NAMES.into(), attr_names: ATTRS.into(), whole: true, ..Columns::default() };
        let (mut texts, mut values) = (Vec::new(), Vec::new());
        let mut top: Option<(u16, bool)> = None;
        for (at, row) in input.rows.iter().enumerate() {
            let tag = top.map_or(0, |_| u16::from(row.tag) % NAMES.split(' ').count() as u16);
            // Below the row before, if that is an element, or beside it or what holds it; never a second root.
            let depth = top.map_or(0, |(depth, text)| {
                (depth + u16::from(!text)).saturating_sub(u16::from(row.up)).clamp(1, DEEPEST)
            });
            top = Some((depth, tag == 1));
            columns.tag.push(tag);
            columns.depth.push(depth);
            columns.flags.push(row.flags);
            if tag == 1 {
                texts.push(row.text.replace('\0', "\u{fffd}"));
                continue;
            }
            for (code, value) in &row.attrs {
                columns.attr.push(at as u32 * 64 + u32::from(*code) % ATTRS.split(' ').count() as u32);
                values.push(value.replace('\0', "\u{fffd}"));
            }
            if row.flags & BOX != 0 {
                columns.rect.extend(row.rect);
            }
        }
        columns.texts = texts.join("\0");
        columns.values = values.join("\0");
        if let Some(damage) = &input.damage {
            columns.damage(damage);
            columns.whole = false;
        }
        columns
    }

    fn damage(&mut self, damage: &Damage) {
        fn put<T: Copy>(column: &mut [T], at: u16, value: T) {
            if let Some(at) = usize::from(at).checked_rem(column.len()) {
                column[at] = value;
            }
        }
        match damage {
            Damage::Tag(at, value) => put(&mut self.tag, *at, *value),
            Damage::Depth(at, value) => put(&mut self.depth, *at, *value),
            Damage::Attr(at, value) => put(&mut self.attr, *at, *value),
            Damage::MoreAttrs(values) => self.attr.extend(values),
            Damage::Rects(values) => self.rect.clone_from(values),
            Damage::Cut(which, len) => match which % 5 {
                0 => self.tag.truncate((*len).into()),
                1 => self.depth.truncate((*len).into()),
                2 => self.flags.truncate((*len).into()),
                3 => self.attr.truncate((*len).into()),
                _ => self.rect.truncate((*len).into()),
            },
            Damage::Texts(texts) => self.texts.clone_from(texts),
            Damage::Values(values) => self.values.clone_from(values),
            Damage::Names(names) => self.names.clone_from(names),
            Damage::AttrNames(names) => self.attr_names.clone_from(names),
        }
    }

    /// As they cross the border.
    pub fn snapshot(&self) -> Snapshot<'_> {
        Snapshot {
            names: &self.names,
            tag: &self.tag,
            depth: &self.depth,
            flags: &self.flags,
            attr_names: &self.attr_names,
            attr: &self.attr,
            rect: &self.rect,
            texts: &self.texts,
            values: &self.values,
        }
    }
}
