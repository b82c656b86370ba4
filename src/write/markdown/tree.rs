//! What Markdown can hold: events of blocks, each leaf with its inline events.

/// A block that holds blocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Container {
    /// `> `
    Quote,
    /// A list with the number it starts at, `None` for bullets.
    List(Option<u32>),
    /// An item of the innermost list.
    Item,
    /// `[^label]: `
    Note(String),
}

/// A block that holds text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leaf {
    /// A paragraph.
    Para(Vec<Inline>),
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A block of code with its language.
    Code(String, String),
    /// A formula on lines of its own.
    Math(String),
    /// Rows of cells; the first is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A rule.
    Rule,
}

/// One event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// A container begins.
    Start(Container),
    /// The container begun last ends.
    End,
    /// A leaf.
    Leaf(Leaf),
}

/// A mark around inline events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// `**`
    Strong,
    /// `*`
    Em,
    /// `~~`
    Del,
    /// A link to an address.
    Link(String),
    /// An element without a sign of its own: `sup`, `sub`, `mark`, `u`, `ins`.
    Html(&'static str),
}

/// One event of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A line break.
    Break,
    /// Code.
    Code(String),
    /// A formula's TeX; whether it is set apart, which only a line of its own keeps.
    Math(String, bool),
    /// A picture: address, alternative text.
    Image(String, String),
    /// A reference to a note.
    Note(String),
    /// A mark begins.
    Open(Mark),
    /// The mark begun last ends.
    Close(Mark),
}
