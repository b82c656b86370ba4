"""Trains the small forests of the kind of page and of "readable". Called by `dehusk-lab kind-train` and `cv`.

  kind_train.py DUMP            kind0…5.json and readable.json in DUMP
  kind_train.py DUMP --folds    adds the kind to DUMP/scores.jsonl, by trees that have not seen the page's site,
                                and prints what they get right

DUMP is what `dehusk-lab dump` wrote and `train.py --folds` scored. Features are those of `src/kind.rs`: the page's
own, then sums of the block scores. Deterministic: fixed seeds.
"""
import json
import sys

import lightgbm as lgb
import numpy as np

from train import DUMP, Dump
from trees import flatten

FOLDS = 5
ROUNDS, READABLE_ROUNDS = 30, 40
PARAMS = dict(objective='binary', num_leaves=6, min_data_in_leaf=15, bagging_fraction=0.7, learning_rate=0.2,
              bagging_freq=1, lambda_l2=5, max_bin=63, seed=7, deterministic=True, force_col_wise=True,
              num_threads=2, verbose=-1, feature_fraction=0.4)
NAMES = ['article', 'forum', 'documentation', 'product', 'listing', 'service']
# What a person would want a reader view of; pages that present an offer are left to the features.
WANTED, OTHERS = ['article', 'forum', 'documentation'], ['product', 'collection', 'listing']
# Sets of articles: of a known kind though nobody wrote it down.
ARTICLES = ['scrapinghub', 'trafilatura', 'zhweb']
CUT = 0.5
# As in src/kind.rs.
UNSURE, ARTICLE, FORUM = 0.3, 0, 1
# Bits of src/scene.rs.
LIST, PRE, TABLE = 256, 2048, 128


def share(part, whole):
    return part / whole if whole else 0.0


def sums(scores, info):
    """The sums of src/kind.rs, in its order."""
    words, length = np.maximum(info['words'], 1), info['len']
    order = np.argsort(-scores, kind='stable')
    mass = scores[order] * words[order]
    expected = float((2 * np.cumsum(mass) / (np.cumsum(words[order]) + mass.sum())).max())
    kept = scores > CUT * expected
    links = info['links'] / np.maximum(length, 1)
    total, text = length[kept].sum(), info['words'][kept].sum()
    running = kept & (length >= 120) & (links < 0.3)
    inside = lambda bit: share(length[kept & (info['inside'].astype(int) & bit > 0)].sum(), total)
    return [
        expected, scores.max(), (scores * length).sum() / max(length.sum(), 1), share(total, length.sum()),
        np.log1p(total), np.log1p(kept.sum()), np.log1p(running.sum()), share(length[running].sum(), total),
        share(info['links'][kept].sum(), total), inside(LIST), inside(PRE), inside(TABLE),
        share(info['stops'][kept].sum(), text), share(info['digits'][kept].sum(), total),
        share(info['capitals'][kept].sum(), text), np.log1p(int(total) // max(int(kept.sum()), 1)),
    ]


def features(dump, scores):
    width = max(len(page['page']) for page in dump.pages) + 16
    rows = []
    for page, here in zip(dump.pages, dump.rows):
        info = dict(zip(dump.columns, dump.info[here].T))
        rows.append([*page['page'], *sums(scores[here], info)] if here.stop > here.start else [0.0] * width)
    return np.array(rows, dtype=np.float32)


def goals(pages):
    """Name, target and weight of each forest."""
    types = np.array([page['type'] or page['set'] for page in pages])
    sets = np.array([page['set'] for page in pages])
    kind = np.array([NAMES.index({'collection': 'listing'}.get(t, t)) if t in [*NAMES, 'collection'] else -1
                     for t in types])
    weight = np.where(kind >= 0, 1.0, np.where(np.isin(sets, ARTICLES), 0.3, 0.0))
    target = np.where(kind >= 0, kind, 0)
    wanted = (~np.isin(types, OTHERS)).astype(int)
    readable = np.where(types == 'service', 0.0, np.where(sets == 'wcxb', 1.0, 0.5))
    found = [(f'kind{at}', (target == at).astype(int), weight, ROUNDS) for at in range(len(NAMES))]
    return types, kind, [*found, ('readable', wanted, readable, READABLE_ROUNDS)]


def fit(x, y, weight, used, rounds):
    used = used & (weight > 0)
    return lgb.train(PARAMS, lgb.Dataset(x[used], y[used], weight=weight[used]), rounds)


def main():
    dump = Dump(DUMP)
    lines = [json.loads(line) for line in open(DUMP / 'scores.jsonl', encoding='utf-8')]
    scores = np.concatenate([np.array(line['scores']) for line in lines]).astype(np.float32)
    x = features(dump, scores)
    fold = np.array([page['fold'] for page in dump.pages])
    types, kind, found = goals(dump.pages)
    if '--folds' not in sys.argv:
        for name, y, weight, rounds in found:
            model = fit(x, y, weight, np.full(len(x), True), rounds)
            trees = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
            (DUMP / f'{name}.json').write_text(json.dumps({'trees': trees, 'base': 0.0}))
        return
    unseen = {}
    for name, y, weight, rounds in found:
        unseen[name] = np.zeros(len(x))
        for without in range(FOLDS):
            unseen[name][fold == without] = fit(x, y, weight, fold != without, rounds).predict(x[fold == without])
    odds = np.stack([unseen[f'kind{at}'] for at in range(len(NAMES))], 1)
    best = np.where(odds.max(1) >= UNSURE * np.maximum(odds.sum(1), UNSURE), odds.argmax(1), len(NAMES))
    with open(DUMP / 'scores.jsonl', 'w', encoding='utf-8') as out:
        for at, line in enumerate(lines):
            line['kind'] = {'name': [*NAMES, 'other'][best[at]], 'readable': round(float(unseen['readable'][at]), 5),
                            'thread': round(float(odds[at, FORUM]), 5),
                            'article': round(float(odds[at, ARTICLE]), 5)}
            print(json.dumps(line), file=out)
    report(types, kind, best, unseen['readable'])


def report(types, kind, best, readable):
    known = kind >= 0
    print(f'kind right: {np.mean(best[known] == kind[known]):.3f};', ', '.join(
        f'{name} {np.mean(best[kind == at] == at):.2f}' for at, name in enumerate(NAMES)))
    good, bad = np.isin(types, WANTED), np.isin(types, OTHERS)
    for cut in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8):
        print(f'readable at {cut}: true on {np.mean(readable[good] >= cut):.3f} of what is to read, '
              f'false on {np.mean(readable[bad] < cut):.3f} of the rest;', ', '.join(
                  f'{t} {np.mean(readable[types == t] >= cut):.2f}' for t in sorted(set(types))))


if __name__ == '__main__':
    main()
