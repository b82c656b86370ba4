//! What Markdown can hold → Markdown.

use super::escape;
use super::inline::{self, Breaks};
use super::tree::{Container, Event, Inline, Leaf};

/// The Markdown of the events.
#[must_use]
pub fn print(events: &[Event]) -> String {
    let maths = events.iter().any(has_maths);
    let mut printer = Printer { maths, ..Printer::default() };
    for event in events {
        match event {
            Event::Start(container) => printer.start(container),
            Event::End => printer.end(),
            Event::Leaf(leaf) => printer.leaf(leaf),
        }
    }
    printer.out
}

fn has_maths(event: &Event) -> bool {
    let among = |line: &[Inline]| line.iter().any(|inline| matches!(inline, Inline::Math(..)));
    match event {
        Event::Leaf(Leaf::Math(_)) => true,
        Event::Leaf(Leaf::Para(line) | Leaf::Heading(_, line)) => among(line),
        Event::Leaf(Leaf::Table(rows)) => rows.iter().flatten().any(|cell| among(cell)),
        _ => false,
    }
}

/// An open container.
struct Level {
    /// Bytes of the prefix before it.
    prefix: usize,
    /// A list's next number, and its sign.
    list: Option<(Option<u32>, char)>,
    item: bool,
    /// Sign of the list that ended last in it, if nothing came after: one beside it needs another.
    last_list: Option<char>,
    /// Something was written in it.
    holds: bool,
}

#[derive(Default)]
struct Printer {
    out: String,
    /// What every further line begins with.
    prefix: String,
    levels: Vec<Level>,
    /// Of the outermost level.
    last_list: Option<char>,
    /// The current line holds a marker, and the block that follows stands beside it.
    beside: bool,
    maths: bool,
}

impl Printer {
    fn last_list(&mut self) -> &mut Option<char> {
        self.levels.last_mut().map_or(&mut self.last_list, |level| &mut level.last_list)
    }

    /// Begins a block: an empty line before it, unless it stands beside a marker or `tight`ly below.
    fn begin(&mut self, tight: bool) {
        if let Some(level) = self.levels.last_mut() {
            level.holds = true;
        }
        if self.beside || self.out.is_empty() {
            if !self.beside {
                self.out.push_str(&self.prefix);
            }
            self.beside = true;
            return;
        }
        if !tight {
            self.out.push_str(self.prefix.trim_end());
            self.out.push('\n');
        }
        self.out.push_str(&self.prefix);
        self.beside = true;
    }

    /// Ends the line.
    fn line(&mut self, text: &str) {
        if !self.beside {
            let prefix = if text.is_empty() { self.prefix.trim_end() } else { &self.prefix };
            self.out.push_str(prefix);
        }
        self.beside = false;
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn start(&mut self, container: &Container) {
        let prefix = self.prefix.len();
        match container {
            Container::List(start) => {
                let usual = if start.is_some() { '.' } else { '-' };
                let other = if start.is_some() { ')' } else { '*' };
                let sign = if *self.last_list() == Some(usual) { other } else { usual };
                self.push(prefix, Some((*start, sign)), false);
            }
            Container::Item => {
                let in_item = self.levels.iter().rev().nth(1).is_some_and(|level| level.item);
                let list = self.levels.last_mut();
                let first = list.as_ref().is_some_and(|level| !level.holds);
                let (number, sign) = list.and_then(|level| level.list.as_mut()).map_or((None, '-'), |list| {
                    let now = *list;
                    list.0 = list.0.map(|number| number + 1);
                    now
                });
                // A list right below a line interrupts it only when it has bullets or begins with 1.
                let interrupts = in_item && number.is_none_or(|number| number == 1);
                self.begin(!first || interrupts);
                let marker = number.map_or(format!("{sign} "), |number| format!("{number}{sign} "));
                self.out.push_str(&marker);
                self.push(prefix, None, true);
                self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
            }
            Container::Quote => {
                self.begin(false);
                *self.last_list() = None;
                self.out.push_str("> ");
                self.push(prefix, None, false);
                self.prefix.push_str("> ");
            }
            Container::Note(label) => {
                self.begin(false);
                *self.last_list() = None;
                self.out.push_str(&format!("[^{label}]: "));
                self.push(prefix, None, false);
                self.prefix.push_str("    ");
            }
        }
    }

    fn push(&mut self, prefix: usize, list: Option<(Option<u32>, char)>, item: bool) {
        self.levels.push(Level { prefix, list, item, last_list: None, holds: false });
    }

    fn end(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        self.prefix.truncate(level.prefix);
        *self.last_list() = level.list.map(|list| list.1);
    }

    fn leaf(&mut self, leaf: &Leaf) {
        let at_marker = self.beside;
        self.begin(false);
        *self.last_list() = None;
        match leaf {
            Leaf::Para(line) => {
                let text = inline::line(line, Breaks::Lines, self.maths);
                text.split('\n').for_each(|line| self.line(line));
            }
            Leaf::Heading(level, line) => {
                let mut text = inline::line(line, Breaks::Blanks, self.maths);
                if text.ends_with('#') {
                    text.insert(text.len() - 1, '\\');
                }
                self.line(&format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Leaf::Code(language, code) => {
                let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest.max(2) + 1);
                self.line(&format!("{fence}{language}"));
                code.split('\n').for_each(|line| self.line(line));
                self.line(&fence);
            }
            Leaf::Math(tex) => self.formula(tex),
            Leaf::Table(rows) => self.table(rows),
            // Dashes after a marker would be one rule with it.
            Leaf::Rule => self.line(if at_marker { "___" } else { "---" }),
        }
    }

    fn formula(&mut self, tex: &str) {
        let plain = escape::tex(tex, false);
        let begins_block = |line: &str| {
            line.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '#' | '+' | '-' | '>' | '=' | ':' | '|' | '~' | '*')
            })
        };
        if !escape::is_safe_tex(&plain) {
            self.line("```tex");
            tex.replace("```", "'''").lines().for_each(|line| self.line(line));
            self.line("```");
        } else if plain.lines().any(|line| begins_block(line.trim_start()) || line.trim().is_empty()) {
            let one = crate::text::collapse(&plain);
            self.line(&format!("$${one}$$"));
        } else {
            self.line("$$");
            plain.lines().for_each(|line| self.line(line.trim()));
            self.line("$$");
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Inline>>]) {
        for (at, row) in rows.iter().enumerate() {
            let mut text = String::from("|");
            for cell in row {
                text.push(' ');
                text.push_str(&inline::line(cell, Breaks::Elements, self.maths));
                text.push_str(" |");
            }
            self.line(&text);
            if at == 0 {
                self.line(&format!("|{}", " --- |".repeat(row.len())));
            }
        }
    }
}
