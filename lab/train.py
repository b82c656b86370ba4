"""Trains the trees that score text blocks. Called by `dehusk-lab train` and `dehusk-lab cv`.

  train.py DUMP             forest.json: trees from all pages
  train.py DUMP --folds     scores.jsonl: every page scored by trees that have not seen its site
  train.py DUMP --labels    scores.jsonl: the true labels, where known

DUMP is what `dehusk-lab dump` wrote. Pages are split into folds by site (field `fold`), so no site is on both sides.
"""
import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

from trees import flatten

DUMP = Path(sys.argv[1] if len(sys.argv) > 1 else '.')
TREES = 150
PARAMS = dict(objective='cross_entropy', num_leaves=15, learning_rate=0.1, min_data_in_leaf=100,
              min_sum_hessian_in_leaf=1.0, feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5,
              max_bin=63, seed=7, deterministic=True, force_col_wise=True, num_threads=2, verbose=-1)


class Dump:
    """Blocks of all pages: features, labels, words; and which rows are whose."""

    def __init__(self, folder):
        self.names = json.loads((folder / 'names.json').read_text())
        self.pages = [json.loads(line) for line in open(folder / 'pages.jsonl', encoding='utf-8')]
        self.x = np.fromfile(folder / 'features.f32', dtype=np.float32).reshape(-1, len(self.names))
        self.share, self.known = np.fromfile(folder / 'labels.f32', dtype=np.float32).reshape(-1, 2).T
        self.columns = json.loads((folder / 'info.json').read_text())
        info = [np.array(page['info'], dtype=float).reshape(-1, len(self.columns)) for page in self.pages]
        self.info = np.concatenate(info)
        self.words = self.info[:, 0].clip(1)
        ends = np.cumsum([len(rows) for rows in info])
        self.rows = [slice(end - len(rows), end) for end, rows in zip(ends, info)]
        self.fold = np.concatenate([np.full(len(rows), page['fold']) for page, rows in zip(self.pages, info)])


def weights(dump):
    """A block weighs by its words, each page the same: the figure to reach is a mean over pages."""
    out = np.zeros(len(dump.share))
    for rows in dump.rows:
        mass = dump.words[rows] ** 0.75 * dump.known[rows]
        mass = mass / max((mass * dump.share[rows]).sum(), 30.0)
        out[rows] = mass * min(1.0, 6.0 / max(mass.sum(), 1e-9))
    return out


def fit(dump, weight, used):
    used = np.nonzero(used & (weight > 0))[0]
    return lgb.train(PARAMS, lgb.Dataset(dump.x[used], dump.share[used], weight=weight[used]), TREES)


def out_of_fold(dump, weight):
    scores = np.zeros(len(dump.share))
    for fold in np.unique(dump.fold):
        here = dump.fold == fold
        scores[here] = fit(dump, weight, ~here).predict(dump.x[here], num_threads=2)
    return scores


def write_scores(dump, scores):
    with open(DUMP / 'scores.jsonl', 'w', encoding='utf-8') as out:
        for page, rows in zip(dump.pages, dump.rows):
            row = {'set': page['set'], 'id': page['id'], 'scores': [round(float(s), 5) for s in scores[rows]]}
            print(json.dumps(row), file=out)


def main():
    dump = Dump(DUMP)
    weight = weights(dump)
    if '--folds' in sys.argv:
        write_scores(dump, out_of_fold(dump, weight))
    elif '--labels' in sys.argv:
        write_scores(dump, np.where(dump.known > 0, dump.share, 0.0))
    else:
        model = fit(dump, weight, np.full(len(weight), True))
        trees = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
        (DUMP / 'forest.json').write_text(json.dumps({'trees': trees, 'base': 0.0}))
        print(f'{len(trees)} trees from {(weight > 0).sum()} blocks of {len(dump.pages)} pages')


if __name__ == "__main__":
    main()
