//! Boosted trees over rows of numbers. Knows nothing of HTML.

/// Trees as flat tables. A tree's nodes are consecutive; node 0 of each tree is its root.
#[derive(Clone, Copy, Debug)]
pub struct Forest {
    /// Per threshold: the feature it splits.
    pub features: &'static [u8],
    /// Per threshold: rows with a value at most this go left.
    pub thresholds: &'static [f32],
    /// Per tree: its first node. Its first leaf follows from it: a tree has one leaf more than nodes.
    pub starts: &'static [u16],
    /// Per node: index of its threshold.
    pub splits: &'static [u16],
    /// Per node: left and right child; ≥ 0 a node of the tree, < 0 the leaf `-1 - child`.
    pub children: &'static [[i8; 2]],
    /// Leaf values of all trees, in units of `scale`.
    pub leaves: &'static [i8],
    /// Size of one leaf unit, in log-odds.
    pub scale: f32,
    /// Log-odds before any tree.
    pub base: f32,
}

impl Forest {
    /// The probability of a row, 0…1.
    #[must_use]
    pub fn probability(&self, row: &[f32]) -> f32 {
        let mut sum = 0i32;
        for (tree, &start) in self.starts.iter().enumerate() {
            let start = start as usize;
            let mut node = 0usize;
            let leaf = loop {
                let split = self.splits[start + node] as usize;
                let right = row[self.features[split] as usize] > self.thresholds[split];
                let child = self.children[start + node][usize::from(right)];
                if child < 0 {
                    break (-1 - child) as usize;
                }
                node = child as usize;
            };
            sum += i32::from(self.leaves[start + tree + leaf]);
        }
        logistic(self.base + sum as f32 * self.scale)
    }
}

/// The logistic function.
#[must_use]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
