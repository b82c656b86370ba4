//! Tables of tokens that own their columns.

use crate::forest;
use dehusk::cue::{Keys, Table};
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// Tokens, shortened as they ship, and what is known of each. In JSON: one row per token.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Rows<T>", into = "Rows<T>")]
pub struct OwnedTable<T: Clone = i8> {
    starts: Vec<u16>,
    low: Vec<u16>,
    odds: Vec<T>,
}

#[derive(Serialize, Deserialize)]
struct Rows<T> {
    hashes: Vec<u32>,
    odds: Vec<T>,
}

impl<T: Clone> From<Rows<T>> for OwnedTable<T> {
    fn from(rows: Rows<T>) -> Self {
        OwnedTable::of(rows.hashes.into_iter().zip(rows.odds).collect())
    }
}

impl<T: Clone> From<OwnedTable<T>> for Rows<T> {
    fn from(table: OwnedTable<T>) -> Self {
        let hashes = Keys { starts: &table.starts, low: &table.low }.iter().collect();
        Rows { hashes, odds: table.odds }
    }
}

impl<T: Clone> OwnedTable<T> {
    /// From token hashes; of two that shorten to the same the first stays.
    pub fn of(rows: Vec<(u32, T)>) -> Self {
        let mut rows: Vec<(u32, T)> = rows.into_iter().map(|(hash, odds)| (Keys::short(hash), odds)).collect();
        rows.sort_by_key(|row| row.0);
        rows.dedup_by_key(|row| row.0);
        let short: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let (starts, low) = Keys::columns(&short);
        OwnedTable { starts, low, odds: rows.into_iter().map(|row| row.1).collect() }
    }

    /// The table as the crate reads it.
    pub fn as_table(&self) -> Table<'_, T> {
        Table { keys: Keys { starts: &self.starts, low: &self.low }, odds: &self.odds }
    }

    /// The table for as long as the program runs.
    pub fn leaked(self) -> Table<'static, T> {
        Table { keys: Keys { starts: self.starts.leak(), low: self.low.leak() }, odds: self.odds.leak() }
    }
}

impl<T: Clone + Debug> OwnedTable<T> {
    /// The text of a constant.
    pub fn constant(&self, name: &str, kind: &str, what: &str) -> String {
        format!(
            "/// {what}\npub const {name}: {kind} = Table {{\n    keys: Keys {{ starts: {}, low: {} }},\n    odds: {},\n}};\n\n",
            forest::slice(&self.starts),
            forest::slice(&self.low),
            forest::slice(&self.odds)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survives_json() {
        let table = OwnedTable::of(vec![(0x8123_4567, 5i8), (7, -3)]);
        let text = serde_json::to_string(&table).expect("plain data");
        let read: OwnedTable = serde_json::from_str(&text).expect("just written");
        let (written, read) = (table.as_table(), read.as_table());
        assert_eq!((written.get(0x8123_4567), written.get(7)), (Some(5), Some(-3)));
        assert_eq!((read.keys.low, read.odds), (written.keys.low, written.odds));
    }
}
