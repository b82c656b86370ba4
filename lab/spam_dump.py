"""A dump of `dehusk-lab spam-dump`, and the models trained on parts of it."""
import json
from pathlib import Path

import lightgbm as lgb
import numpy as np

# Larger forests gain nothing on hands they have not seen (docs/MODEL.md).
TREES, LEAVES = 120, 24
PARAMS = dict(objective='binary', num_leaves=LEAVES, learning_rate=0.1, min_data_in_leaf=60, feature_fraction=0.4,
              bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, max_bin=31, seed=7, deterministic=True,
              force_col_wise=True, num_threads=1, verbose=-1)
SCREEN_TREES = 12
SCREEN = dict(PARAMS, num_leaves=8, learning_rate=0.3, min_data_in_leaf=200)
# Probability by the screen below which a piece is cleared; `CLEARED` of src/spam.rs.
CLEARED = 0.01
# Pages that one page of tests/spam/negatives stands for.
LOOK_ALIKES = 4


class Dump:
    """Pieces of text with features `x`, label `spam` (True, False) where `known`, page, and weight."""

    def __init__(self, folder):
        folder = Path(folder)
        self.names = json.loads((folder / 'names.json').read_text())
        self.pages = [json.loads(line) for line in open(folder / 'pages.jsonl', encoding='utf-8')]
        self.x = np.memmap(folder / 'features.f32', dtype=np.float32, mode='r').reshape(-1, len(self.names))
        share = np.fromfile(folder / 'labels.f32', dtype=np.float32)
        self.spam, self.known = share >= 0.5, (share >= 0.5) | (share == 0)
        self.page = np.repeat(np.arange(len(self.pages)), [page['pieces'] for page in self.pages])
        self.info = np.concatenate([np.array(page['info'], dtype=np.int64).reshape(-1, 4) for page in self.pages])
        self.hand = np.array([page['hand'] for page in self.pages])
        self.fold = np.array([page['fold'] for page in self.pages])
        self.screened = self.names.index('digits')
        # Each injected page counts by the root of its spam pieces; genuine pieces count one each.
        spam_pieces = np.bincount(self.page, self.spam, len(self.pages))
        self.weight = np.where(self.spam, 8 / np.sqrt(np.maximum(spam_pieces, 1))[self.page], 1).astype(np.float32)
        # Our own look-alikes of spam stand for many pages each, with spam in them and without.
        self.weight[np.array([page['set'].endswith('negatives') for page in self.pages])[self.page]] *= LOOK_ALIKES

    def train(self, pages):
        """Screen and forest from the pages of a mask: the forest sees what the screen does not clear."""
        rows = np.flatnonzero(pages[self.page] & self.known)
        x = np.ascontiguousarray(self.x[rows])
        label, weight = self.spam[rows], self.weight[rows]
        screen = lgb.train(SCREEN, lgb.Dataset(x[:, :self.screened], label, weight=weight), SCREEN_TREES)
        passed = screen.predict(x[:, :self.screened], num_threads=1) >= CLEARED
        forest = lgb.train(PARAMS, lgb.Dataset(x[passed], label[passed], weight=weight[passed]), TREES)
        return screen, forest

    def odds(self, model, rows):
        """Log-odds of pieces, far below any threshold where the screen clears them."""
        screen, forest = model
        x = np.ascontiguousarray(self.x[rows])
        passed = screen.predict(x[:, :self.screened], num_threads=1) >= CLEARED
        odds = np.full(len(rows), -99.0)
        odds[passed] = forest.predict(x[passed], raw_score=True, num_threads=1)
        return odds
