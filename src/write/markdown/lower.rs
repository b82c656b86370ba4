//! Output tree → what Markdown can hold. Figures, definition lists and details become paragraphs, cells
//! lose their blocks, what has no sign of its own becomes text or a small HTML element.

mod grid;
mod line;

use super::notes::{self, Labels};
use super::tree::{Container, Event, Inline, Leaf, Mark};
use crate::tag::{Tag, BLOCK, HEADING};
use crate::write::fragment::{value, Attrs, Fragment, Node};
use grid::Grid;
use line::{tidy, without_mark};

/// Containers in one another; deeper ones are written without their signs, which every line repeats.
const DEPTH: usize = 16;

/// Lowers a fragment.
#[must_use]
pub fn lower(fragment: &Fragment) -> Vec<Event> {
    let nodes = fragment.nodes();
    let mut lower = Lower { labels: notes::labels(nodes), ..Lower::default() };
    for (at, node) in nodes.iter().enumerate() {
        lower.node(node, nodes.get(at + 1));
    }
    lower.flush(Leaf::Para);
    lower.events
}

/// What the next events are taken for.
#[derive(Default)]
enum Taking {
    #[default]
    Line,
    /// A block of code: language, text.
    Pre(String, String),
    /// Inline code: text, elements open in it.
    Span(String, usize),
    /// Nothing, until as many elements have ended.
    Nothing(usize),
}

#[derive(Default)]
struct Lower {
    labels: Labels,
    events: Vec<Event>,
    taking: Taking,
    /// Inline events of the leaf being read.
    line: Vec<Inline>,
    /// Open marks; `None` for elements that are none.
    marks: Vec<Option<Mark>>,
    /// The line is a term or a summary, which is strong as a whole.
    term: bool,
    /// Per open element that may be a container: it was begun.
    begun: Vec<bool>,
    /// Containers begun.
    depth: usize,
    /// Label of a note whose first paragraph is still to come.
    note: Option<String>,
    /// Rows of the table being read.
    table: Option<Grid>,
}

impl Lower {
    fn node(&mut self, node: &Node, next: Option<&Node>) {
        match &mut self.taking {
            Taking::Line => self.take(node, next),
            Taking::Pre(language, code) => match node {
                Node::Text(text) => code.push_str(text),
                Node::Void(Tag::Br, _) => code.push('\n'),
                Node::Open(Tag::Code, attrs) => {
                    *language = value(attrs, "class").unwrap_or("").trim_start_matches("language-").to_string()
                }
                Node::Close(Tag::Pre) => {
                    let leaf = Leaf::Code(std::mem::take(language), std::mem::take(code));
                    self.taking = Taking::Line;
                    self.block_of_code(leaf);
                }
                _ => {}
            },
            Taking::Span(code, open) => match node {
                Node::Text(text) => code.push_str(text),
                Node::Void(..) => code.push(' '),
                Node::Open(..) => *open += 1,
                Node::Close(_) => {
                    *open -= 1;
                    if *open == 0 {
                        let code = Inline::Code(std::mem::take(code));
                        self.taking = Taking::Line;
                        self.line.push(code);
                    }
                }
            },
            Taking::Nothing(open) => {
                *open =
                    *open + usize::from(matches!(node, Node::Open(..))) - usize::from(matches!(node, Node::Close(_)));
                if *open == 0 {
                    self.taking = Taking::Line;
                }
            }
        }
    }

    fn take(&mut self, node: &Node, next: Option<&Node>) {
        match node {
            Node::Text(text) => self.line.push(Inline::Text(text.clone())),
            Node::Void(Tag::Br, _) => self.line.push(Inline::Break),
            Node::Void(Tag::Hr, _) if self.table.is_none() => self.leaf(Leaf::Rule),
            Node::Void(Tag::Img, attrs) => {
                let get = |name| value(attrs, name).unwrap_or("").to_string();
                self.line.push(Inline::Image(get("src"), get("alt")));
            }
            Node::Void(..) => {}
            Node::Open(Tag::Math, attrs) => {
                let tex = value(attrs, "alttext").unwrap_or("").trim().to_string();
                self.line.push(Inline::Math(tex, value(attrs, "display").is_some()));
                self.taking = Taking::Nothing(1);
            }
            Node::Open(tag, attrs) if !tag.is(BLOCK) => self.open_mark(*tag, attrs),
            Node::Close(tag) if !tag.is(BLOCK) => self.close_mark(*tag),
            Node::Open(Tag::Pre, _) => {
                self.part();
                self.taking = Taking::Pre(String::new(), String::new());
            }
            Node::Open(tag, attrs) if self.table.is_none() => self.open_block(*tag, attrs, next),
            Node::Close(tag) if self.table.is_none() => self.close_block(*tag),
            Node::Open(tag, attrs) => self.open_in_table(*tag, attrs),
            Node::Close(tag) => self.close_in_table(*tag),
        }
    }

    fn open_block(&mut self, tag: Tag, attrs: &Attrs, next: Option<&Node>) {
        self.flush(Leaf::Para);
        match tag {
            Tag::Blockquote => self.start(Some(Container::Quote)),
            Tag::Ul | Tag::Ol => {
                let notes =
                    self.depth == 0 && matches!(next, Some(Node::Open(Tag::Li, attrs)) if self.label(attrs).is_some());
                let start = value(attrs, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.start((!notes).then_some(Container::List((tag == Tag::Ol).then_some(start))));
            }
            Tag::Li | Tag::P => {
                let listed = tag == Tag::Li && self.begun.last() == Some(&true);
                let label = if self.depth == 0 { self.label(attrs) } else { None };
                self.note.clone_from(&label);
                self.start(label.map(Container::Note).or(listed.then_some(Container::Item)));
            }
            Tag::Dt | Tag::Summary => self.term = true,
            Tag::Table => self.table = Some(Grid::default()),
            _ => {}
        }
    }

    fn close_block(&mut self, tag: Tag) {
        match tag {
            _ if tag.is(HEADING) => {
                let level = tag.heading_level();
                self.flush(|line| Leaf::Heading(level, line));
            }
            Tag::Dt | Tag::Summary => {
                self.line.insert(0, Inline::Open(Mark::Strong));
                self.line.push(Inline::Close(Mark::Strong));
                self.flush(Leaf::Para);
                self.term = false;
            }
            Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Li | Tag::P => {
                self.flush(Leaf::Para);
                if self.begun.pop() == Some(true) {
                    self.end();
                }
            }
            _ => self.flush(Leaf::Para),
        }
    }

    fn block_of_code(&mut self, leaf: Leaf) {
        match leaf {
            Leaf::Code(_, code) if self.table.is_some() => {
                for line in code.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    self.part();
                    self.line.push(Inline::Code(line.to_string()));
                }
                self.part();
            }
            leaf => self.leaf(leaf),
        }
    }

    fn open_in_table(&mut self, tag: Tag, attrs: &Attrs) {
        match (tag, &mut self.table) {
            (Tag::Tr, Some(grid)) => grid.open_row(),
            (Tag::Td | Tag::Th, Some(grid)) => grid.open_cell(attrs),
            _ => self.part(),
        }
    }

    fn close_in_table(&mut self, tag: Tag) {
        match tag {
            Tag::Td | Tag::Th => {
                let cell = tidy(std::mem::take(&mut self.line));
                if let Some(grid) = &mut self.table {
                    grid.close_cell(cell);
                }
            }
            Tag::Caption => {
                let line = tidy(std::mem::take(&mut self.line));
                if !line.is_empty() {
                    self.events.push(Event::Leaf(Leaf::Para(line)));
                }
            }
            Tag::Table => {
                let rows = self.table.take().unwrap_or_default().rows();
                if !rows.is_empty() {
                    self.leaf(Leaf::Table(rows));
                }
            }
            _ => self.part(),
        }
    }

    /// Pieces of a cell stand on lines of their own; elsewhere a block ends the line.
    fn part(&mut self) {
        if self.table.is_none() {
            self.flush(Leaf::Para);
        } else if !self.line.is_empty() {
            self.line.push(Inline::Break);
        }
    }

    fn label(&self, attrs: &Attrs) -> Option<String> {
        value(attrs, "id").filter(|_| notes::is_note(attrs)).and_then(|id| self.labels.get(id)).cloned()
    }

    fn start(&mut self, container: Option<Container>) {
        let container = container.filter(|_| self.depth < DEPTH);
        self.begun.push(container.is_some());
        if let Some(container) = container {
            self.depth += 1;
            self.events.push(Event::Start(container));
        }
    }

    /// Ends a container, or takes it back when nothing came into it.
    fn end(&mut self) {
        self.depth -= 1;
        self.note = None;
        if matches!(self.events.last(), Some(Event::Start(_))) {
            self.events.pop();
        } else {
            self.events.push(Event::End);
        }
    }

    fn leaf(&mut self, leaf: Leaf) {
        self.flush(Leaf::Para);
        self.note = None;
        self.events.push(Event::Leaf(leaf));
    }

    /// Ends the line being read as a leaf.
    fn flush(&mut self, leaf: impl FnOnce(Vec<Inline>) -> Leaf) {
        let mut line = tidy(std::mem::take(&mut self.line));
        if line.is_empty() {
            return;
        }
        if let Some(label) = self.note.take() {
            line = without_mark(line, &label);
        }
        match line.as_slice() {
            [] => {}
            [Inline::Math(tex, true)] => self.events.push(Event::Leaf(Leaf::Math(tex.clone()))),
            _ => {
                line.iter_mut().for_each(|inline| {
                    if let Inline::Math(_, apart) = inline {
                        *apart = false
                    }
                });
                self.events.push(Event::Leaf(leaf(line)));
            }
        }
    }
}
