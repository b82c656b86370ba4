//! Boosted trees over rows of numbers. Knows nothing of HTML.

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

/// Trees as they are walked.
#[derive(Clone, Debug)]
pub struct Forest {
    nodes: Vec<Node>,
    /// Per tree: its first node.
    roots: Vec<u16>,
    leaves: Vec<i8>,
    scale: f32,
    base: f32,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    /// Rows with a value at most this go left.
    threshold: f32,
    feature: u8,
    /// Left and right; at least 0: a node of the tree, below: leaf `-1 - child` of the tree.
    children: [i8; 2],
}

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
    pub fn of(packed: &Packed<'_>) -> Forest {
        let mut firsts = Vec::with_capacity(packed.counts.len());
        let mut first = 0usize;
        for &count in packed.counts {
            firsts.push(first);
            first += usize::from(count);
        }
        let mut forest = Forest {
            nodes: Vec::with_capacity(packed.features.len()),
            roots: Vec::with_capacity(packed.sizes.len()),
            leaves: packed.leaves.to_vec(),
            scale: packed.scale,
            base: packed.base,
        };
        // Subtrees still to come: their sizes.
        let mut open: Vec<u8> = Vec::new();
        let mut splits = packed.features.iter().zip(packed.bins).zip(packed.lefts);
        for &size in packed.sizes {
            forest.roots.push(forest.nodes.len() as u16);
            let (mut node, mut leaf) = (0i8, 0i8);
            open.push(size);
            while let Some(size) = open.pop() {
                if size == 0 {
                    leaf += 1;
                    continue;
                }
                let Some(((&feature, &bin), &left)) = splits.next() else { break };
                let edge =
                    firsts.get(usize::from(feature)).and_then(|first| packed.edges.get(first + usize::from(bin)));
                let right = size.saturating_sub(1 + left);
                let child = |size: u8, node: i8, leaf: i8| if size > 0 { node } else { -1 - leaf };
                let (left_node, left_leaf) = (node + 1, leaf);
                let (right_node, right_leaf) = (left_node + left as i8, left_leaf + left as i8 + 1);
                forest.nodes.push(Node {
                    threshold: f32::from_bits(u32::from(edge.copied().unwrap_or(0)) << 16),
                    feature,
                    children: [child(left, left_node, left_leaf), child(right, right_node, right_leaf)],
                });
                node += 1;
                open.extend([right, left]);
            }
        }
        forest
    }

    /// The probability of a row, 0…1.
    #[must_use]
    pub fn probability(&self, row: &Numbers) -> f32 {
        let row = &row.values;
        let mut sum = 0i32;
        for (tree, &root) in self.roots.iter().enumerate() {
            let root = usize::from(root);
            let nodes = &self.nodes[root..];
            let mut at = 0usize;
            let leaf = loop {
                let node = nodes[at];
                let right = row[usize::from(node.feature)] > node.threshold;
                let child = node.children[usize::from(right)];
                if child < 0 {
                    break (-1 - child) as usize;
                }
                at = child as usize;
            };
            sum += i32::from(self.leaves[root + tree + leaf]);
        }
        logistic(self.base + sum as f32 * self.scale)
    }
}

#[cfg(feature = "html")]
impl Forest {
    /// What each feature adds to a row's log-odds: at every split on the way down, the mean of the leaves
    /// under the child taken, less that under both (Saabas' path attribution). Only for explaining.
    #[must_use]
    pub fn why(&self, row: &[f32]) -> Vec<f32> {
        let mut parts = vec![0.0; row.len()];
        for (tree, &root) in self.roots.iter().enumerate() {
            let end = self.roots.get(tree + 1).map_or(self.nodes.len(), |&next| usize::from(next));
            let nodes = &self.nodes[usize::from(root)..end];
            let leaves = &self.leaves[usize::from(root) + tree..];
            let mut means = vec![0.0f32; nodes.len()];
            let value = |means: &[f32], child: i8| match usize::try_from(child) {
                Ok(node) => means[node],
                Err(_) => f32::from(leaves[(-1 - child) as usize]),
            };
            // Children come after their parent.
            for at in (0..nodes.len()).rev() {
                let [left, right] = nodes[at].children;
                means[at] = (value(&means, left) + value(&means, right)) / 2.0;
            }
            let mut at = 0;
            while let Some(node) = nodes.get(at) {
                let feature = usize::from(node.feature);
                let child = node.children[usize::from(row[feature] > node.threshold)];
                parts[feature] += (value(&means, child) - means[at]) * self.scale;
                at = usize::try_from(child).unwrap_or(usize::MAX);
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
