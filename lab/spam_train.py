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
              bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, max_bin=63, seed=7, deterministic=True,
              force_col_wise=True, num_threads=2, verbose=-1)
SCREEN_TREES = 12
SCREEN = dict(PARAMS, num_leaves=15, learning_rate=0.3, min_data_in_leaf=200)


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
    label, weight = (share[used] >= 0.5).astype(int), weights(sizes, share)[used]
    screened = names.index('digits')
    for name, columns, params, trees in [('screen', screened, SCREEN, SCREEN_TREES), ('forest', len(names), PARAMS, TREES)]:
        model = lgb.train(params, lgb.Dataset(x[used][:, :columns], label, weight=weight), trees)
        flat = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
        (DUMP / f'{name}.json').write_text(json.dumps({'trees': flat, 'base': 0.0}))
        print(f'{name}: {len(flat)} trees from {used.sum()} pieces of {len(sizes)} pages')


main()
