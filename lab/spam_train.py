"""Trains the spam trees for one dump of `dehusk-lab spam-dump`; writes screen.json and forest.json."""
import json
import sys
from pathlib import Path

import numpy as np

from spam_dump import Dump
from trees import flatten


def main():
    folder = Path(sys.argv[1])
    dump = Dump(folder)
    for name, model in zip(('screen', 'forest'), dump.train(np.ones(len(dump.pages), dtype=bool))):
        flat = [flatten(t) for t in model.dump_model()['tree_info'] if 'split_feature' in t['tree_structure']]
        (folder / f'{name}.json').write_text(json.dumps({'trees': flat, 'base': 0.0}))
        print(f'{name}: {len(flat)} trees from {len(dump.page)} pieces of {len(dump.pages)} pages')


main()
