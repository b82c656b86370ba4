//! The cells of a table in a grid: what spans columns or rows is followed by empty cells.

use super::{Attrs, Inline};

/// A table being read.
#[derive(Default)]
pub struct Grid {
    rows: Vec<Vec<Vec<Inline>>>,
    /// Per column: rows below that a cell above still covers.
    covered: Vec<usize>,
    /// Columns and rows of the cell being read.
    span: (usize, usize),
}

impl Grid {
    /// A row begins.
    pub fn open_row(&mut self) {
        self.end_row();
        self.rows.push(Vec::new());
    }

    /// A cell begins.
    pub fn open_cell(&mut self, attrs: &Attrs) {
        /// Most columns and rows of a cell: more are mistakes.
        const COLUMNS: usize = 20;
        const ROWS: usize = 500;
        let span = |name: &str, most| {
            super::value(attrs, name).and_then(|value| value.trim().parse().ok()).map_or(1, |n: usize| n.clamp(1, most))
        };
        self.span = (span("colspan", COLUMNS), span("rowspan", ROWS));
    }

    /// The cell ends.
    pub fn close_cell(&mut self, cell: Vec<Inline>) {
        let Some(row) = self.rows.last_mut() else { return };
        while self.covered.get(row.len()).is_some_and(|&rows| rows > 0) {
            self.covered[row.len()] -= 1;
            row.push(Vec::new());
        }
        let at = row.len();
        row.push(cell);
        row.resize(at + self.span.0, Vec::new());
        if self.covered.len() < row.len() {
            self.covered.resize(row.len(), 0);
        }
        self.covered[at..row.len()].fill(self.span.1 - 1);
        self.span = (1, 1);
    }

    /// Goes past the columns behind the row's last cell.
    fn end_row(&mut self) {
        let len = self.rows.last().map_or(0, Vec::len);
        for rows in self.covered.iter_mut().skip(len) {
            *rows = rows.saturating_sub(1);
        }
    }

    /// The rows, all of one width, without empty ones.
    pub fn rows(self) -> Vec<Vec<Vec<Inline>>> {
        let mut rows = self.rows;
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        rows.iter_mut().for_each(|row| row.resize(width, Vec::new()));
        rows
    }
}
