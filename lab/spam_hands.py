"""What the spam model leaves of hands, and of families, that it has not seen: each is left out in turn.

A model is trained without one hand and without two fifths of the sites, clean and injected, and tested on that
hand's pages and the clean pages of those sites. The seed threshold is the one at which the wanted share of clean
pages is cut; growth to neighbours is that of src/spam.rs.
"""
import sys
import zlib

import numpy as np

from spam_dump import Dump

# Share of clean pages cut, at which what is left is read.
RATE = 0.015
# Folds of sites tested, of five.
TESTED = 2
# Parts that the families of a hand are split into.
FAMILIES = 3
# How far `MORE` and `NEAR` of src/spam.rs lie below its `SEED`, in log-odds; its `GAP`.
MORE, NEAR, GAP = 2.0, 4.5, 3


def grown(dump, rows, cut, near):
    """Spam takes what lies beside it, at most GAP pieces on, in the same small container."""
    at, row, up, end = dump.info[rows].T
    page = dump.page[rows]
    for step in (1, -1):
        last = None
        for k in np.flatnonzero(near)[::step]:
            if not cut[k] and last is not None:
                beside = page[k] == page[last] and abs(at[k] - at[last]) <= GAP and up[k] <= row[last] < end[k]
                cut[k] = beside
            if cut[k]:
                last = k
    return cut


def measure(dump, model, tested, hand, chosen):
    """Mean share of a page's injected pieces left, share of pages with any left, seed threshold."""
    clean = np.flatnonzero(tested[dump.page] & (dump.hand[dump.page] == 0))
    most = np.full(len(dump.pages), -99.0)
    np.maximum.at(most, dump.page[clean], dump.odds(model, clean))
    most = np.sort(most[tested & (dump.hand == 0)])[::-1]
    seed = most[int(RATE * len(most))] + 1e-6
    rows = np.flatnonzero((tested & chosen & (dump.hand == hand))[dump.page])
    odds = dump.odds(model, rows)
    spam, page = dump.spam[rows], dump.page[rows]
    most = np.full(len(dump.pages), -99.0)
    np.maximum.at(most, page, odds)
    found = most[page] >= seed
    cut = grown(dump, rows, found & (odds >= seed - MORE), found & (odds >= seed - NEAR))
    every = np.bincount(page, spam, len(dump.pages))
    left = np.bincount(page, spam & ~cut, len(dump.pages))[every > 0] / every[every > 0]
    return left.mean(), (left > 0).mean(), seed, len(left)


def main():
    dump = Dump(sys.argv[1])
    hands = [name.split('=') for name in sys.argv[2:]]
    print('| left out | pages | share of pieces left | pages with any left | seed |\n|---|---|---|---|---|')
    everything = np.ones(len(dump.pages), dtype=bool)
    for number, name in hands:
        hand = int(number)
        tested = (dump.fold - hand) % 5 < TESTED
        model = dump.train(~tested & (dump.hand != hand))
        show(name, measure(dump, model, tested, hand, everything))
    part = np.array([zlib.crc32((page['family'] or '').encode()) % FAMILIES for page in dump.pages])
    for fold in range(FAMILIES):
        tested = (dump.fold - fold) % 5 < TESTED
        model = dump.train(~tested & ((part != fold) | (dump.hand == 0)))
        for number, name in hands[:2]:
            show(f'{name}, families {fold + 1}/{FAMILIES}', measure(dump, model, tested, int(number), part == fold))


def show(name, figures):
    left, pages, seed, count = figures
    print(f'| {name} | {count} | {left:.3f} | {pages:.3f} | {seed:.2f} |', flush=True)


main()
