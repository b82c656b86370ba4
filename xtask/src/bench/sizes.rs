//! Bytes of what ships.

use std::fs;

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::size::{gzip, kb};

/// Files and the most they may have after `gzip -9`, in bytes. A change that needs more says why here.
const BUDGETS: [(&str, usize); 2] = [("npm/wasm/live/dehusk_bg.wasm", LIVE), ("npm/wasm/full/dehusk_bg.wasm", FULL)];
const LIVE: usize = 340_000;
const FULL: usize = 568_000;

/// Prints raw and gzipped sizes; false if one is over its budget.
pub fn print(context: &Context) -> Result<bool> {
    println!("\nSizes");
    let mut kept = true;
    for (file, budget) in BUDGETS {
        let bytes = fs::read(context.path(file)).with_context(|| format!("{file} was not built"))?;
        let size = gzip(&bytes)?;
        kept &= size <= budget;
        let verdict = if size <= budget { "" } else { "  OVER BUDGET" };
        println!("  {file:<32} {:>10} raw {:>10} gzip, budget {}{verdict}", kb(bytes.len()), kb(size), kb(budget));
    }
    Ok(kept)
}
