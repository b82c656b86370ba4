"""Trains the small forests of the kind of page and of "readable".

  kind_train.py DUMP FOLDER

DUMP is what `dehusk-lab dump` wrote. Writes kind0…5.json and readable.json to FOLDER (`dehusk-lab forest` makes
constants of such files) and prints what models get right that had not seen a page's site. Features are those of
`src/kind.rs`: the page's own, then sums of the block scores; blocks are scored by models of the other folds
(DUMP/scores.npy, made when it is missing). Deterministic: one thread, fixed seeds.
"""
import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

from trees import flatten

DUMP, OUT = Path(sys.argv[1]), Path(sys.argv[2])
FOLDS = 5
COMMON = dict(learning_rate=0.1, bagging_freq=1, lambda_l2=5, max_bin=63, seed=7, deterministic=True,
              force_col_wise=True, num_threads=1, verbose=-1, feature_fraction=0.4)
BLOCKS = dict(COMMON, objective='cross_entropy', num_leaves=15, min_data_in_leaf=60, min_sum_hessian_in_leaf=1.0,
              bagging_fraction=0.6)
PAGES = dict(COMMON, objective='binary', num_leaves=6, min_data_in_leaf=15, bagging_fraction=0.7)
NAMES = ['article', 'forum', 'documentation', 'product', 'listing', 'service']
# What a person would want a reader view of; pages that present an offer are left to the features.
WANTED, OTHERS = ['article', 'forum', 'documentation'], ['product', 'collection', 'listing']
# Sets of articles: of a known kind though nobody wrote it down.
ARTICLES = ['scrapinghub', 'trafilatura', 'zhweb']
CUT = 0.45


def block_scores(pages, x, fold):
    """Scores of all blocks by models that have not seen their site."""
    file = DUMP / 'scores.npy'
    if file.is_file():
        return np.load(file).astype(np.float32)
    label = np.fromfile(DUMP / 'labels.f32', dtype=np.float32).reshape(-1, 2)
    weight, at = np.zeros(len(x)), 0
    for page in pages:
        words = np.array(page['info'], dtype=float).reshape(-1, 3)[:, 0].clip(1)
        here = slice(at, at + len(words))
        mass = words ** 0.75 * label[here, 1]
        mass = mass / max((mass * label[here, 0]).sum(), 30.0)
        weight[here] = mass * min(1.0, 6.0 / max(mass.sum(), 1e-9))
        at = here.stop
    scores = np.zeros(len(x), np.float32)
    for without in range(FOLDS):
        rows = np.nonzero((weight > 0) & (fold != without))[0]
        model = lgb.train(BLOCKS, lgb.Dataset(x[rows], label[rows, 0], weight=weight[rows]), 150)
        rows = np.nonzero(fold == without)[0]
        scores[rows] = model.predict(x[rows], num_threads=1)
    np.save(file, scores)
    return scores


def share(part, whole):
    return part / whole if whole else 0.0


def sums(block, scores, info, column):
    """The sums of src/kind.rs, in its order."""
    words, length = np.maximum(info[:, 0], 1), info[:, 2]
    order = np.argsort(-scores, kind='stable')
    mass = scores[order] * words[order]
    expected = float((2 * np.cumsum(mass) / (np.cumsum(words[order]) + mass.sum())).max())
    kept = scores > CUT * expected
    links = block[:, column['link_density']]
    total, text = length[kept].sum(), info[kept, 0].sum()
    running = kept & (length >= 120) & (links < 0.3)
    coded = (block[:, column['in_pre']] + block[:, column['in_code']]) > 0
    inside = lambda name: length[kept & (block[:, column[name]] > 0)].sum()
    return [
        expected, scores.max(), (scores * length).sum() / max(length.sum(), 1), share(total, length.sum()),
        np.log1p(total), np.log1p(kept.sum()), np.log1p(running.sum()), share(length[running].sum(), total),
        share((links * length)[kept].sum(), total), share(inside('in_list'), total),
        share(length[kept & coded].sum(), total), share(inside('in_table'), total),
        share((block[kept, column['stops']] * words[kept]).sum(), text),
        share((block[kept, column['digits']] * length[kept]).sum(), total),
        share((block[kept, column['capitals']] * info[kept, 0]).sum(), text),
        np.log1p(int(total) // max(int(kept.sum()), 1)),
    ]


def features():
    names = json.loads((DUMP / 'names.json').read_text())
    column = {name: at for at, name in enumerate(names)}
    own = slice(column['page_len'], column['ld_crumbs'] + 1)
    x = np.memmap(DUMP / 'features.f32', dtype=np.float32, mode='r').reshape(-1, len(names))
    pages = [json.loads(line) for line in open(DUMP / 'pages.jsonl', encoding='utf-8')]
    fold = np.concatenate([np.full(len(page['info']), page['fold']) for page in pages])
    scores, rows, at = block_scores(pages, x, fold), [], 0
    for page in pages:
        info = np.array(page['info'], dtype=float).reshape(-1, 3)
        here = slice(at, at + len(info))
        at = here.stop
        if len(info) == 0:
            rows.append(np.zeros(own.stop - own.start + 16))
            continue
        block = np.asarray(x[here])
        rows.append(np.concatenate([block[0, own], sums(block, scores[here], info, column)]))
    return pages, np.array(rows, dtype=np.float32)


def main():
    pages, x = features()
    types = np.array([page['type'] or page['set'] for page in pages])
    sets = np.array([page['set'] for page in pages])
    fold = np.array([page['fold'] for page in pages])
    kind = np.array([NAMES.index({'collection': 'listing'}.get(t, t)) if t in [*NAMES, 'collection'] else -1
                     for t in types])
    weight = np.where(kind >= 0, 1.0, np.where(np.isin(sets, ARTICLES), 0.3, 0.0))
    target = np.where(kind >= 0, kind, 0)
    goals = [(f'kind{at}', (target == at).astype(int), weight, 30) for at in range(len(NAMES))]
    wanted = (~np.isin(types, OTHERS)).astype(int)
    goals.append(('readable', wanted, np.where(types == 'service', 0.0, np.where(sets == 'wcxb', 1.0, 0.5)), 60))
    OUT.mkdir(parents=True, exist_ok=True)
    unseen = {}
    for name, y, w, rounds in goals:
        unseen[name] = np.zeros(len(x))
        for without in [*range(FOLDS), None]:
            rows = (w > 0) & (fold != without if without is not None else True)
            model = lgb.train(PAGES, lgb.Dataset(x[rows], y[rows], weight=w[rows]), rounds)
            if without is not None:
                unseen[name][fold == without] = model.predict(x[fold == without])
        trees = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
        (OUT / f'{name}.json').write_text(json.dumps({'trees': trees, 'base': 0.0}))
    report(types, kind, unseen)


def report(types, kind, unseen):
    best = np.stack([unseen[f'kind{at}'] for at in range(len(NAMES))], 1).argmax(1)
    known = kind >= 0
    print(f'kind right: {np.mean(best[known] == kind[known]):.3f};', ', '.join(
        f'{name} {np.mean(best[kind == at] == at):.2f}' for at, name in enumerate(NAMES)))
    readable = unseen['readable']
    good, bad = np.isin(types, WANTED), np.isin(types, OTHERS)
    for cut in (0.5, 0.6, 0.65, 0.7):
        print(f'readable at {cut}: true on {np.mean(readable[good] >= cut):.3f} of what is to read, '
              f'false on {np.mean(readable[bad] < cut):.3f} of the rest;', ', '.join(
                  f'{t} {np.mean(readable[types == t] >= cut):.2f}' for t in sorted(set(types))))


main()
