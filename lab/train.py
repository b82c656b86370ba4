"""Trains the trees for one dump and prints cross-validated figures. Called by `cargo xtask train`.

Reads names.json, pages.jsonl, features.f32, labels.f32; writes forest.json.
Pages are split into folds by site (field `fold`), so no site is on both sides.
"""
import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

DUMP = Path(sys.argv[1])
TREES, LEAVES = 150, 15
PARAMS = dict(objective='cross_entropy', num_leaves=LEAVES, learning_rate=0.1, min_data_in_leaf=100,
              min_sum_hessian_in_leaf=1.0, feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5,
              max_bin=63, seed=7, deterministic=True, force_col_wise=True, num_threads=2, verbose=-1)


def weights(pages, known, share, words):
    """A block weighs by its words, each page the same: the figure to reach is a mean over pages."""
    out = np.zeros(len(share))
    at = 0
    for page in pages:
        to = at + len(page['texts'])
        mass = words[at:to] ** 0.75 * known[at:to]
        mass = mass / max((mass * share[at:to]).sum(), 30.0)
        out[at:to] = mass * min(1.0, 6.0 / max(mass.sum(), 1e-9))
        at = to
    return out


def flatten(tree):
    """A LightGBM tree as (feature, threshold, left, right) nodes in preorder and leaf values."""
    nodes, leaves = [], []

    def walk(node):
        if 'leaf_value' in node:
            leaves.append(node['leaf_value'])
            return -len(leaves)
        at = len(nodes)
        nodes.append([node['split_feature'], node['threshold'], 0, 0])
        nodes[at][2] = walk(node['left_child'])
        nodes[at][3] = walk(node['right_child'])
        return at

    walk(tree['tree_structure'])
    return {'nodes': nodes, 'leaves': leaves}


def main():
    names = json.loads((DUMP / 'names.json').read_text())
    pages = [json.loads(line) for line in open(DUMP / 'pages.jsonl', encoding='utf-8')]
    x = np.fromfile(DUMP / 'features.f32', dtype=np.float32).reshape(-1, len(names))
    label = np.fromfile(DUMP / 'labels.f32', dtype=np.float32).reshape(-1, 2)
    words = np.concatenate([np.array(p['info'], dtype=float).reshape(-1, 3)[:, 0] for p in pages]).clip(1)
    weight = weights(pages, label[:, 1], label[:, 0], words)
    used = weight > 0
    model = lgb.train(PARAMS, lgb.Dataset(x[used], label[used, 0], weight=weight[used]), TREES)
    trees = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
    (DUMP / 'forest.json').write_text(json.dumps({'trees': trees, 'base': 0.0}))
    print(f'{len(trees)} trees from {used.sum()} blocks of {len(pages)} pages')


main()
