//! Boosted trees over rows of numbers. Knows nothing of HTML.

use crate::order;

/// Trees as they ship: small, and alike bytes side by side so that they compress. Nodes stand in
/// preorder; a tree has one leaf more than nodes.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    /// Per feature: how many edges it has.
    pub counts: &'a [u8],
    /// Per edge, rising within a feature: the upper half of an `f32`. Rows with a value at most this go left.
    pub edges: &'a [u16],
    /// Per tree: how many nodes it has, at least one.
    pub sizes: &'a [u8],
    /// Per node: the feature it splits.
    pub features: &'a [u8],
    /// Per node: which of its feature's edges it splits at.
    pub bins: &'a [u8],
    /// Per node: how many nodes stand to its left. The others of its subtree stand to its right.
    pub lefts: &'a [u8],
    /// Leaf values of all trees, left to right, in units of `scale`.
    pub leaves: &'a [i8],
    /// Size of one leaf unit, in log-odds.
    pub scale: f32,
    /// Log-odds before any tree.
    pub base: f32,
}

/// Trees as they are asked: by feature, not by tree. A split whose question is answered “no” rules out
/// the leaves to its left; the leftmost leaf left over is the one a walk would end in (Lucchese et al.,
/// “QuickScorer”, SIGIR 2015). No walks, hence few mispredicted jumps.
#[derive(Clone, Debug)]
pub struct Forest {
    /// By feature, then by threshold.
    splits: Vec<Split>,
    /// Per feature: its first split; one entry more than features.
    firsts: Vec<u16>,
    /// Per tree: its first leaf.
    roots: Vec<u16>,
    leaves: Vec<i8>,
    scale: f32,
    base: f32,
}

/// One node of a tree.
#[derive(Clone, Copy, Debug)]
struct Split {
    /// Rows with a value at most this go left.
    threshold: f32,
    /// Per leaf of the tree: whether a row that goes right can still end there.
    right: u32,
    tree: u8,
    /// One past the last leaf under the node.
    #[cfg(feature = "html")]
    end: u8,
}

/// Most trees of a forest: a split names its tree in one byte.
const TREES: usize = 256;
/// Most leaves of a tree: bits of [`Split::right`].
const LEAVES: u8 = 32;

/// Most numbers of a row: a node names its feature in one byte.
const WIDTH: usize = 256;

/// One row of numbers. As long as a node can ask, so that no look-up needs a check.
#[derive(Clone, Debug)]
pub struct Numbers {
    values: [f32; WIDTH],
    len: u8,
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers { values: [0.0; WIDTH], len: 0 }
    }
}

impl Numbers {
    /// Appends a number.
    #[inline]
    pub fn push(&mut self, value: f32) {
        debug_assert!(self.len < u8::MAX, "a row of more than 255 numbers");
        self.values[usize::from(self.len)] = value;
        self.len = self.len.wrapping_add(1);
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// What was put in.
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values[..usize::from(self.len)]
    }
}

impl From<&[f32]> for Numbers {
    fn from(values: &[f32]) -> Numbers {
        let mut row = Numbers::default();
        values.iter().for_each(|&value| row.push(value));
        row
    }
}

impl Forest {
    /// Unpacks. What does not fit together is left out: such tables are never written.
    #[must_use]
    #[inline(never)]
    pub fn of(packed: &Packed<'_>) -> Forest {
        let mut firsts = Vec::with_capacity(packed.counts.len());
        let mut first = 0usize;
        for &count in packed.counts {
            firsts.push(first);
            first += usize::from(count);
        }
        let mut splits: Vec<(u8, Split)> = Vec::with_capacity(packed.features.len());
        let mut roots = Vec::with_capacity(packed.sizes.len());
        let mut leaves = 0;
        // Subtrees still to come: how many nodes they have, and their first leaf.
        let mut open: Vec<(u8, u8)> = Vec::new();
        let mut nodes = packed.features.iter().zip(packed.bins).zip(packed.lefts);
        for (tree, &size) in packed.sizes.iter().enumerate().take(TREES) {
            roots.push(leaves);
            leaves += u16::from(size) + 1;
            open.push((size.min(LEAVES - 1), 0));
            while let Some((size, leaf)) = open.pop() {
                if size == 0 {
                    continue;
                }
                let Some(((&feature, &bin), &left)) = nodes.next() else { break };
                let edge =
                    firsts.get(usize::from(feature)).and_then(|first| packed.edges.get(first + usize::from(bin)));
                let left = left.min(size - 1);
                let threshold = f32::from_bits(u32::from(edge.copied().unwrap_or(0)) << 16);
                let gone = (u32::MAX >> (u32::BITS - 1 - u32::from(left))) << leaf;
                let split = Split {
                    threshold,
                    right: !gone,
                    tree: tree as u8,
                    #[cfg(feature = "html")]
                    end: leaf + size + 1,
                };
                splits.push((feature, split));
                open.extend([(size - 1 - left, leaf + left + 1), (left, leaf)]);
            }
        }
        let splits = order::sorted(splits, |split| order::pair(split.0.into(), order::rising(split.1.threshold)));
        let first_of = |feature: usize| splits.partition_point(|split| usize::from(split.0) < feature) as u16;
        Forest {
            firsts: (0..=packed.counts.len()).map(first_of).collect(),
            splits: splits.into_iter().map(|split| split.1).collect(),
            roots,
            leaves: packed.leaves.to_vec(),
            scale: packed.scale,
            base: packed.base,
        }
    }

    /// Per tree: the leaves a row can end in, of which it ends in the first.
    #[inline(never)]
    fn reach(&self, row: &[f32]) -> [u32; TREES] {
        let mut reach = [u32::MAX; TREES];
        for (&value, ends) in row.iter().zip(self.firsts.windows(2)) {
            for split in &self.splits[usize::from(ends[0])..usize::from(ends[1])] {
                if value <= split.threshold {
                    break;
                }
                reach[usize::from(split.tree)] &= split.right;
            }
        }
        reach
    }

    /// The probability of a row, 0…1.
    #[must_use]
    #[inline(never)]
    pub fn probability(&self, row: &Numbers) -> f32 {
        let leaves = self.roots.iter().zip(self.reach(&row.values)).map(|(&root, reach)| {
            let leaf = usize::from(root) + reach.trailing_zeros() as usize;
            self.leaves.get(leaf).map_or(0, |&leaf| i32::from(leaf))
        });
        logistic(self.base + leaves.sum::<i32>() as f32 * self.scale)
    }

    /// What each feature adds to a row's log-odds: at every split on the way down, the mean of the leaves
    /// under the child taken, less that under both (Saabas' path attribution). Only for explaining.
    #[cfg(feature = "html")]
    #[must_use]
    pub fn why(&self, row: &[f32]) -> Vec<f32> {
        let reach = self.reach(row);
        let mut parts = vec![0.0; row.len()];
        for (part, ends) in parts.iter_mut().zip(self.firsts.windows(2)) {
            for split in &self.splits[usize::from(ends[0])..usize::from(ends[1])] {
                let leaf = reach[usize::from(split.tree)].trailing_zeros() as u8;
                let from = split.right.trailing_ones() as u8;
                let middle = from + (!split.right).count_ones() as u8;
                if !(from..split.end).contains(&leaf) {
                    continue;
                }
                let mean = |from: u8, to: u8| {
                    let root = usize::from(self.roots[usize::from(split.tree)]);
                    let leaves = &self.leaves[root + usize::from(from)..root + usize::from(to)];
                    leaves.iter().map(|&leaf| f32::from(leaf)).sum::<f32>() / leaves.len() as f32
                };
                let taken = if leaf < middle { mean(from, middle) } else { mean(middle, split.end) };
                *part += (taken - mean(from, split.end)) * self.scale;
            }
        }
        parts
    }
}

/// The logistic function.
#[must_use]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_what_was_packed() {
        // Tree 1: x0 ≤ 1 ? (x1 ≤ -2 ? 1 : 2) : 3. Tree 2: x1 ≤ 0.5 ? 10 : 20.
        let half = |value: f32| (value.to_bits() >> 16) as u16;
        let forest = Forest::of(&Packed {
            counts: &[1, 2],
            edges: &[half(1.0), half(-2.0), half(0.5)],
            sizes: &[2, 1],
            features: &[0, 1, 1],
            bins: &[0, 0, 1],
            lefts: &[1, 0, 0],
            leaves: &[1, 2, 3, 10, 20],
            scale: 0.5,
            base: -8.0,
        });
        for (row, sum) in
            [([1.0, -2.0], 11.0), ([0.0, -1.5], 12.0), ([1.5, 0.5], 13.0), ([2.0, 0.6], 23.0), ([1.0, 0.6], 22.0)]
        {
            assert_eq!(forest.probability(&Numbers::from(&row[..])), logistic(sum * 0.5 - 8.0), "{row:?}");
        }
    }
}
