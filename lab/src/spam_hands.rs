//! Prints what the spam model leaves of hands and families that it has not seen.

use crate::train::trainer;
use anyhow::Result;
use std::path::Path;

/// Leaves out each of `hands` (`NUMBER=NAME`) in turn, and the families of the first two. Deterministic.
pub fn table(dump: &Path, hands: &[String], python: &str) -> Result<()> {
    trainer(python, "spam_hands.py", dump, &hands.iter().map(String::as_str).collect::<Vec<_>>())
}
