"""Trains the trees that choose the title among its candidates (LambdaMART over a page's candidates) and prints
shares right, cross-validated by site. Usage: title.py DUMP OUT.json"""
import json
import sys
import unicodedata

import lightgbm as lgb
import numpy as np

from trees import flatten

# Sets whose titles follow a reader program's own conventions count less or more than hand-made ones.
SETS = {"defuddle": 0.5}
TREES, FOLDS = 60, 5
PARAMS = dict(objective="lambdarank", lambdarank_truncation_level=3, num_leaves=8, learning_rate=0.1,
              min_data_in_leaf=20, feature_fraction=0.7, bagging_freq=1, bagging_fraction=0.8, max_bin=31,
              num_threads=1, seed=1, deterministic=True, verbose=-1)


def same(text):
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def load(path):
    pages = []
    for line in open(path):
        page = json.loads(line)
        rows = np.array([c[1] for c in page["candidates"]], float).reshape(-1, len(page["names"]))
        right = np.array([same(c[0]) == same(page["title"]) for c in page["candidates"]], int)
        pages.append({"set": page["set"], "key": page["key"], "rows": rows, "right": right})
    return pages


def fit(pages):
    pages = [p for p in pages if p["right"].any()]
    weight = np.concatenate([np.full(len(p["right"]), SETS.get(p["set"], 1.0)) for p in pages])
    data = lgb.Dataset(np.concatenate([p["rows"] for p in pages]), np.concatenate([p["right"] for p in pages]),
                       group=[len(p["right"]) for p in pages], weight=weight)
    return lgb.train(PARAMS, data, TREES)


def share(pages, model):
    hits = {}
    for p in pages:
        hit = len(p["right"]) > 0 and p["right"][int(np.argmax(model.predict(p["rows"], num_threads=1)))] == 1
        hits.setdefault(p["set"], []).append(hit)
    return hits


def main():
    pages = load(sys.argv[1])
    keys = sorted({p["key"] for p in pages})
    fold = {k: i % FOLDS for i, k in enumerate(np.random.RandomState(1).permutation(keys))}
    total = {}
    for f in range(FOLDS):
        model = fit([p for p in pages if fold[p["key"]] != f])
        for name, hits in share([p for p in pages if fold[p["key"]] == f], model).items():
            total.setdefault(name, []).extend(hits)
    model = fit(pages)
    training = share(pages, model)
    for name, hits in total.items():
        best = np.mean([p["right"].any() for p in pages if p["set"] == name])
        print(f"{name}: right {np.mean(hits):.3f} cross-validated, {np.mean(training[name]):.3f} in training, "
              f"{best:.3f} at best, {len(hits)} pages")
    trees = [flatten(tree) for tree in model.dump_model()["tree_info"]]
    json.dump({"trees": trees, "base": 0.0}, open(sys.argv[2], "w"))


if __name__ == "__main__":
    main()
