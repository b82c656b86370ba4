"""Trains the spam trees for one dump of `dehusk-lab spam-dump`; writes forest.json."""
import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

from trees import flatten

DUMP = Path(sys.argv[1])
TREES, LEAVES = 120, 31
PARAMS = dict(objective='binary', num_leaves=LEAVES, learning_rate=0.1, min_data_in_leaf=40, feature_fraction=0.5,
              bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, max_bin=127, seed=7, deterministic=True,
              force_col_wise=True, num_threads=2, verbose=-1)


def weights(sizes, share):
    """Each injected page counts by the root of its spam pieces; genuine pieces count one each."""
    out = np.ones(len(share))
    at = 0
    for size in sizes:
        spam = share[at:at + size] >= 0.5
        if spam.any():
            out[at:at + size][spam] = 8 / np.sqrt(spam.sum())
        at += size
    return out


def main():
    names = json.loads((DUMP / 'names.json').read_text())
    sizes = [len(json.loads(line)['info']) for line in open(DUMP / 'pages.jsonl', encoding='utf-8')]
    x = np.fromfile(DUMP / 'features.f32', dtype=np.float32).reshape(-1, len(names))
    share = np.fromfile(DUMP / 'labels.f32', dtype=np.float32)
    used = (share >= 0.5) | (share == 0)
    model = lgb.train(PARAMS, lgb.Dataset(x[used], (share[used] >= 0.5).astype(int), weight=weights(sizes, share)[used]), TREES)
    trees = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
    (DUMP / 'forest.json').write_text(json.dumps({'trees': trees, 'base': 0.0}))
    print(f'{len(trees)} trees from {used.sum()} pieces of {len(sizes)} pages')


main()
