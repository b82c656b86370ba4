//! A trained forest as Rust constants.

use anyhow::{Context, Result};
use dehusk::model::Forest;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::path::Path;

#[derive(Deserialize)]
struct Trained {
    trees: Vec<Tree>,
    base: f64,
}

#[derive(Deserialize)]
struct Tree {
    /// feature, threshold, left child, right child
    nodes: Vec<(u8, f64, i8, i8)>,
    leaves: Vec<f64>,
}

/// The columns of a forest, quantised as they ship.
pub struct Columns {
    features: Vec<u8>,
    thresholds: Vec<f32>,
    starts: Vec<u16>,
    splits: Vec<u16>,
    children: Vec<[i8; 2]>,
    leaves: Vec<i8>,
    scale: f32,
    base: f32,
}

/// Reads `forest.json`.
pub fn columns(file: &Path) -> Result<Columns> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let trained: Trained = serde_json::from_str(&text)?;
    let mut ids: BTreeMap<(u8, u32), u16> = BTreeMap::new();
    let key = |feature: u8, threshold: f64| (feature, order(threshold as f32));
    for node in trained.trees.iter().flat_map(|tree| &tree.nodes) {
        ids.entry(key(node.0, node.1)).or_default();
    }
    for (at, id) in ids.values_mut().enumerate() {
        *id = u16::try_from(at)?;
    }
    let largest = trained.trees.iter().flat_map(|tree| &tree.leaves).fold(0.0f64, |max, leaf| max.max(leaf.abs()));
    let scale = largest / 127.0;
    let mut starts = Vec::new();
    let (mut splits, mut children, mut leaves) = (Vec::new(), Vec::new(), Vec::new());
    for tree in &trained.trees {
        starts.push(u16::try_from(splits.len())?);
        for node in &tree.nodes {
            splits.push(ids[&key(node.0, node.1)]);
            children.push([node.2, node.3]);
        }
        leaves.extend(tree.leaves.iter().map(|leaf| (leaf / scale).round() as i8));
    }
    let features = ids.keys().map(|key| key.0).collect();
    let thresholds = ids.keys().map(|key| unorder(key.1)).collect();
    Ok(Columns {
        features,
        thresholds,
        starts,
        splits,
        children,
        leaves,
        scale: scale as f32,
        base: trained.base as f32,
    })
}

/// The forest for as long as the program runs: the crate holds forests as constants.
pub fn leaked(columns: Columns) -> Forest {
    Forest {
        features: columns.features.leak(),
        thresholds: columns.thresholds.leak(),
        starts: columns.starts.leak(),
        splits: columns.splits.leak(),
        children: columns.children.leak(),
        leaves: columns.leaves.leak(),
        scale: columns.scale,
        base: columns.base,
    }
}

/// Reads `forest.json` and gives the text of a `Forest` constant.
pub fn constant(file: &Path) -> Result<String> {
    let forest = columns(file)?;
    let mut out = String::from("/// The trained trees.\npub const FOREST: Forest = Forest {\n");
    field(&mut out, "features", &forest.features)?;
    field(&mut out, "thresholds", &forest.thresholds)?;
    field(&mut out, "starts", &forest.starts)?;
    field(&mut out, "splits", &forest.splits)?;
    field(&mut out, "children", &forest.children)?;
    field(&mut out, "leaves", &forest.leaves)?;
    writeln!(out, "    scale: {:?},\n    base: {:?},\n}};", forest.scale, forest.base)?;
    Ok(out)
}

/// One field: a slice, wrapped at 100 columns.
pub fn field<T: Debug>(out: &mut String, name: &str, values: &[T]) -> Result<()> {
    writeln!(out, "    {name}: {},", slice(values))?;
    Ok(())
}

/// `&[…]`, wrapped.
pub fn slice<T: Debug>(values: &[T]) -> String {
    let mut out = String::from("&[\n        ");
    let mut column = 0;
    for value in values {
        let text = format!("{value:?},");
        if column + text.len() > 110 {
            out.push_str("\n        ");
            column = 0;
        }
        column += text.len();
        out.push_str(&text);
    }
    out.push_str("\n    ]");
    out
}

/// Floats as integers of the same order.
fn order(value: f32) -> u32 {
    let bits = value.to_bits();
    if bits >> 31 == 1 {
        !bits
    } else {
        bits | 1 << 31
    }
}

fn unorder(bits: u32) -> f32 {
    f32::from_bits(if bits >> 31 == 1 { bits & !(1 << 31) } else { !bits })
}
