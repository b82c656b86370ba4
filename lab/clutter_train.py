"""Trains the clutter model on one dump. Called by `dehusk-lab clutter-train`.

Reads names.json, pages.jsonl, features.f32, labels.f32; writes for `all` pages and, with --folds, without
each fold of sites: screen.json, forest.json, kind0.json … kind3.json.
"""
import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

DUMP = Path(sys.argv[1])
SCREEN = dict(trees=14, num_leaves=8, learning_rate=0.3)
FOREST = dict(trees=60, num_leaves=15, learning_rate=0.15)
KIND = dict(trees=6, num_leaves=7, learning_rate=0.4)
PARAMS = dict(objective='binary', min_data_in_leaf=30, min_sum_hessian_in_leaf=0.5, feature_fraction=0.5, bagging_fraction=0.7,
              bagging_freq=1, lambda_l2=5, max_bin=63, seed=7, deterministic=True, force_col_wise=True, num_threads=1, verbose=-1)
# Probability below which the screen clears a unit; the same as in src/clutter.rs.
CLEARED = 0.002
# Share of units without any evidence that is trained on.
SAMPLE = 0.25
# Weight of a page's positives by category (ad, cookie, annoyance, social): scarce ones count for more.
SCARCE = {1: 2, 2: 3, 3: 5, 4: 1.5}


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


def fit(x, y, w, trees, **params):
    model = lgb.train({**PARAMS, **params}, lgb.Dataset(x, y, weight=w), trees)
    kept = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
    return model, {'trees': kept, 'base': 0.0}


class Units:
    """All units of a dump: features, labels, weights."""

    def __init__(self):
        meta = json.loads((DUMP / 'names.json').read_text())
        self.names, self.screening = meta['names'], meta['screening']
        self.x = np.fromfile(DUMP / 'features.f32', dtype=np.float32).reshape(-1, len(self.names))
        label = np.fromfile(DUMP / 'labels.f32', dtype=np.float32).reshape(-1, 6)
        self.pages = [json.loads(line) for line in open(DUMP / 'pages.jsonl', encoding='utf-8')]
        size = [len(p['rows']) for p in self.pages]
        self.page = np.repeat(np.arange(len(size)), size)
        self.fold = np.repeat([p['fold'] for p in self.pages], size)
        self.judged = np.repeat([p['judged'] for p in self.pages], size)
        self.category = label[:, 0].astype(int)
        self.share, self.keep, self.root = label[:, 1], label[:, 2], label[:, 3] > 0
        self.lookalike, self.quiet = label[:, 4] > 0, label[:, 5] > 0
        self.article = (self.keep < 0) | (self.keep > 0.02)
        self.pos = (self.category > 0) & (self.share >= 0.9)
        self.neg = ~self.pos & (self.article | ((self.share < 0.3) & ~self.lookalike))
        self.weight = self.weights()
        self.sample()

    def weights(self):
        """Many positives on one page count as their root; surely genuine units count for more."""
        w = np.zeros(len(self.page))
        for category, scarce in SCARCE.items():
            own = self.pos & (self.category == category)
            count = np.bincount(self.page[own], minlength=len(self.pages))
            w[own] = scarce * count[self.page[own]] ** -0.5
        w[self.neg] = np.where(self.judged[self.neg], 1.0, 0.5)
        w[self.neg & self.article] *= 3
        return w

    def sample(self):
        """Most units are nothing: a part of them, weighing as much, teaches the same."""
        quiet = self.neg & ~self.article & ~self.lookalike & self.quiet
        out = quiet & (np.random.default_rng(7).random(len(quiet)) > SAMPLE)
        self.weight[quiet] /= SAMPLE
        self.weight[out] = 0


def train(units, used, folder):
    folder.mkdir(parents=True, exist_ok=True)
    write = lambda name, forest: (folder / (name + '.json')).write_text(json.dumps(forest))
    x, y, w = units.x[used], units.pos[used].astype(float), units.weight[used]
    screen, forest = fit(x[:, :units.screening], y, w, **SCREEN)
    write('screen', forest)
    passed = screen.predict(x[:, :units.screening]) >= CLEARED
    lost = w[~passed & (y > 0)].sum() / w[y > 0].sum()
    _, forest = fit(x[passed], y[passed], w[passed], **FOREST)
    write('forest', forest)
    clutter = used & units.pos
    for kind in range(4):
        _, forest = fit(units.x[clutter], (units.category[clutter] == kind + 1).astype(float), units.weight[clutter], **KIND)
        write(f'kind{kind}', forest)
    print(folder.name, f'{passed.mean():.3f} pass the screen, {lost:.4f} of clutter is lost', flush=True)


def main():
    units = Units()
    used = units.weight > 0
    print(f'{used.sum()} units of {len(units.pages)} pages, {(used & units.pos).sum()} clutter', flush=True)
    if '--folds' in sys.argv:
        for fold in range(5):
            train(units, used & (units.fold != fold), DUMP / f'fold{fold}')
    train(units, used, DUMP / 'all')


if __name__ == '__main__':
    main()
