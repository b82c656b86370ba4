//! Output tree → GitHub-flavoured Markdown (spec.commonmark.org 0.31, github.github.com/gfm).

use super::fragment::{Fragment, Node};
use crate::tag::{Tag, BLOCK, HEADING, MATH};

/// The Markdown of a fragment.
#[must_use]
pub fn markdown(fragment: &Fragment) -> String {
    let mut writer = Writer::default();
    for node in &fragment.nodes {
        match node {
            Node::Open(tag, attrs) => writer.open(*tag, attrs),
            Node::Void(tag, attrs) => writer.void(*tag, attrs),
            Node::Text(text) => writer.text(text),
            Node::Close(tag) => writer.close(*tag),
        }
    }
    let end = writer.out.trim_end().len();
    writer.out.truncate(end);
    if !writer.out.is_empty() {
        writer.out.push('\n');
    }
    writer.out
}

/// What a line is led by, and an open list's state.
enum Level {
    Quote,
    /// Next number, `None` for bullets.
    List(Option<u32>),
    /// Blanks that continue an item.
    Item(usize),
}

#[derive(Default)]
struct Writer {
    out: String,
    levels: Vec<Level>,
    /// Inside `pre`: where the code began, and its language.
    code: Option<(usize, String)>,
    /// Inside an inline `code`: where it began.
    tick: Option<usize>,
    /// Addresses of open links.
    links: Vec<Option<String>>,
    /// Cells of the table row being written, rows written so far.
    table: Option<Table>,
    /// A blank line is due before the next block.
    gap: bool,
    /// Text was written on the current line.
    line: bool,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    start: usize,
}

type Attrs = [(&'static str, String)];

fn get<'a>(attrs: &'a Attrs, name: &str) -> Option<&'a str> {
    attrs.iter().find(|attr| attr.0 == name).map(|attr| attr.1.as_str())
}

impl Writer {
    fn prefix(&self) -> String {
        let mut prefix = String::new();
        for level in &self.levels {
            match level {
                Level::Quote => prefix.push_str("> "),
                Level::Item(width) => prefix.extend(std::iter::repeat_n(' ', *width)),
                Level::List(_) => {}
            }
        }
        prefix
    }

    /// Starts a block on a line of its own, a blank line before it where one is due.
    fn block(&mut self) {
        if self.table.is_some() {
            self.cell_space();
            return;
        }
        let prefix = self.prefix();
        if self.line {
            self.new_line(&prefix);
            self.gap = true;
        }
        if self.gap && !self.out.is_empty() {
            let bare = prefix.trim_end().len();
            while self.out.ends_with(' ') {
                self.out.pop();
            }
            self.out.truncate(self.out.trim_end_matches(['\n', ' ']).len());
            self.out.push('\n');
            self.out.push_str(&prefix[..bare]);
            self.out.push('\n');
            self.out.push_str(&prefix);
        }
        self.gap = false;
        self.line = false;
    }

    fn new_line(&mut self, prefix: &str) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.push_str(prefix);
        self.line = false;
    }

    fn cell_space(&mut self) {
        if !self.out.ends_with([' ', '\n']) && self.out.len() > self.table.as_ref().map_or(0, |table| table.start) {
            self.out.push(' ');
        }
    }

    fn open(&mut self, tag: Tag, attrs: &Attrs) {
        match tag {
            Tag::Strong | Tag::B => self.out.push_str("**"),
            Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => self.out.push('*'),
            Tag::Del | Tag::S => self.out.push_str("~~"),
            Tag::Code if self.code.is_some() => {
                if let (Some((_, language)), Some(class)) = (self.code.as_mut(), get(attrs, "class")) {
                    *language = class.trim_start_matches("language-").to_string();
                }
            }
            Tag::Code | Tag::Samp | Tag::Kbd => self.tick = self.tick.or(Some(self.out.len())),
            Tag::A => {
                self.links.push(get(attrs, "href").map(str::to_string));
                self.out.push('[');
            }
            Tag::Sup | Tag::Sub => {
                self.out.push('<');
                self.out.push_str(tag.name());
                self.out.push('>');
            }
            Tag::Pre => {
                self.block();
                self.code = Some((self.out.len(), String::new()));
            }
            Tag::Blockquote => {
                self.block();
                self.levels.push(Level::Quote);
                if self.table.is_none() {
                    self.out.push_str("> ");
                }
            }
            Tag::Ul | Tag::Ol => {
                if !matches!(self.levels.last(), Some(Level::Item(_))) {
                    self.gap |= !self.out.is_empty();
                }
                let start = get(attrs, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.levels.push(Level::List((tag == Tag::Ol).then_some(start)));
            }
            Tag::Li => self.item(),
            Tag::Table => {
                self.block();
                self.table = Some(Table { rows: Vec::new(), start: self.out.len() });
            }
            Tag::Tr => {
                if let Some(table) = self.table.as_mut() {
                    table.rows.push(Vec::new());
                }
            }
            Tag::Td | Tag::Th => {
                if let Some(table) = self.table.as_mut() {
                    table.start = self.out.len();
                }
            }
            _ if tag.is(HEADING) => {
                self.block();
                self.out.extend(std::iter::repeat_n('#', tag.heading_level() as usize));
                self.out.push(' ');
            }
            _ if tag.is(BLOCK) => self.block(),
            _ => {}
        }
    }

    fn item(&mut self) {
        if self.line {
            self.gap = false;
            let prefix = self.prefix();
            self.new_line(&prefix);
        } else if self.gap {
            self.block();
        }
        let marker = match self.levels.last_mut() {
            Some(Level::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_string(),
        };
        self.levels.push(Level::Item(marker.len()));
        self.out.push_str(&marker);
        self.gap = false;
    }

    fn void(&mut self, tag: Tag, attrs: &Attrs) {
        match tag {
            Tag::Br if self.table.is_some() => self.out.push_str("<br>"),
            Tag::Br => {
                let prefix = self.prefix();
                self.out.truncate(self.out.trim_end_matches(' ').len());
                self.out.push('\\');
                self.new_line(&prefix);
                self.line = true;
            }
            Tag::Hr => {
                self.block();
                self.out.push_str("---");
                self.line = true;
                self.gap = true;
            }
            Tag::Img => {
                self.out.push_str("![");
                let alt = get(attrs, "alt").unwrap_or("").to_string();
                self.text(&alt);
                self.out.push_str("](");
                self.address(get(attrs, "src").unwrap_or(""));
                self.out.push(')');
                self.line = true;
            }
            _ => {}
        }
    }

    fn address(&mut self, address: &str) {
        for c in address.chars() {
            match c {
                '(' => self.out.push_str("%28"),
                ')' => self.out.push_str("%29"),
                '<' => self.out.push_str("%3C"),
                '>' => self.out.push_str("%3E"),
                ' ' => self.out.push_str("%20"),
                '|' => self.out.push_str("%7C"),
                '\\' => self.out.push_str("%5C"),
                _ => self.out.push(c),
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.code.is_some() || self.tick.is_some() {
            self.out.push_str(text);
            self.line = true;
            return;
        }
        let mut text = text;
        // A blank after an opening mark would keep it from being one: it moves before the mark.
        if text.starts_with(' ') && self.out.ends_with(['*', '~', '[']) {
            let mark = self.out.trim_end_matches(['*', '~', '[']).len();
            self.out.insert(mark, ' ');
            text = text.trim_start_matches(' ');
        }
        for (at, c) in text.char_indices() {
            let starts_line = !self.line && at == 0;
            match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => self.out.push('\\'),
                '|' if self.table.is_some() => self.out.push('\\'),
                '#' | '+' | '-' | '>' | '=' if starts_line => self.out.push('\\'),
                '.' | ')' if !self.line && at > 0 && text[..at].bytes().all(|b| b.is_ascii_digit()) => self.out.push('\\'),
                '&' => {
                    self.out.push_str("&amp;");
                    continue;
                }
                '\n' | '\t' => {
                    self.out.push(' ');
                    continue;
                }
                _ => {}
            }
            self.out.push(c);
        }
        self.line |= !text.is_empty();
    }

    /// Closes a mark; blanks before it move behind it.
    fn mark(&mut self, mark: &str) {
        let end = self.out.trim_end_matches(' ').len();
        let blanks = self.out.len() - end;
        self.out.truncate(end);
        self.out.push_str(mark);
        self.out.extend(std::iter::repeat_n(' ', blanks));
    }

    fn close(&mut self, tag: Tag) {
        match tag {
            Tag::Strong | Tag::B => self.mark("**"),
            Tag::Em | Tag::I | Tag::Cite | Tag::Dfn | Tag::Var => self.mark("*"),
            Tag::Del | Tag::S => self.mark("~~"),
            Tag::Code | Tag::Samp | Tag::Kbd if self.code.is_none() => self.close_tick(),
            Tag::A => {
                self.mark("]");
                let address = self.links.pop().flatten().unwrap_or_default();
                self.out.push('(');
                self.address(&address);
                self.out.push(')');
            }
            Tag::Sup | Tag::Sub => {
                self.out.push_str("</");
                self.out.push_str(tag.name());
                self.out.push('>');
            }
            Tag::Pre => self.close_code(),
            Tag::Blockquote => {
                self.levels.pop();
                self.gap = true;
                self.end_line();
            }
            Tag::Ul | Tag::Ol => {
                self.levels.pop();
                self.gap = !matches!(self.levels.last(), Some(Level::Item(_)));
                self.end_line();
            }
            Tag::Li => {
                self.levels.pop();
            }
            Tag::Td | Tag::Th => {
                if let Some(table) = self.table.as_mut() {
                    let cell = self.out.split_off(table.start.min(self.out.len()));
                    if let Some(row) = table.rows.last_mut() {
                        row.push(cell.trim().replace('\n', " "));
                    }
                }
            }
            Tag::Table => self.close_table(),
            _ if tag.is(BLOCK) && self.table.is_none() => {
                self.gap = true;
                self.end_line();
            }
            _ if tag.is(MATH) => {}
            _ => {}
        }
    }

    fn end_line(&mut self) {
        if self.line && self.table.is_none() {
            let prefix = self.prefix();
            self.new_line(&prefix);
        }
    }

    fn close_tick(&mut self) {
        let Some(start) = self.tick.take() else { return };
        let code = self.out.split_off(start).replace('\n', " ");
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        for part in [fence.as_str(), pad, &code, pad, &fence] {
            self.out.push_str(part);
        }
    }

    fn close_code(&mut self) {
        let Some((start, language)) = self.code.take() else { return };
        let code = self.out.split_off(start);
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let prefix = self.prefix();
        self.out.push_str(&fence);
        self.out.push_str(&language);
        for line in code.trim_end_matches('\n').trim_start_matches('\n').split('\n') {
            self.out.push('\n');
            self.out.push_str(&prefix);
            self.out.push_str(line);
        }
        self.out.push('\n');
        self.out.push_str(&prefix);
        self.out.push_str(&fence);
        self.line = true;
        self.gap = true;
        self.end_line();
    }

    fn close_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let prefix = self.prefix();
        for (at, row) in table.rows.iter().filter(|row| !row.is_empty()).enumerate() {
            self.out.push('|');
            for column in 0..columns {
                self.out.push(' ');
                self.out.push_str(row.get(column).map_or("", String::as_str));
                self.out.push_str(" |");
            }
            self.out.push('\n');
            self.out.push_str(&prefix);
            if at == 0 {
                self.out.push('|');
                self.out.push_str(&" --- |".repeat(columns));
                self.out.push('\n');
                self.out.push_str(&prefix);
            }
        }
        self.line = false;
        self.gap = true;
    }
}
