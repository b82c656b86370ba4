"""Reads many WARC archives in parallel with the command `dehusk`, one process per archive.

    pip install joblib
    python run.py ARCHIVE.warc.gz... --out DIR [--workers N] [--compare]

`--compare` runs the same archives with one worker and then with N, and prints both rates.
"""

import argparse
import os
import pathlib
import shlex
import subprocess
import time

from joblib import Parallel, delayed

# How the command is called; for a build of your own: DEHUSK="node npm/dist/cli.js".
COMMAND = shlex.split(os.environ.get("DEHUSK", "npx dehusk"))


def read(archive: str, out: str) -> int:
    """Writes OUT/NAME.jsonl, one line per page; gives the number of lines. Memory stays bounded: the archive is a stream."""
    # One thread each: the engine of this script spreads the archives over the cores.
    done = subprocess.run([*COMMAND, archive, "--out", out, "--threads", "1"], stderr=subprocess.PIPE, text=True)
    # 3: no page of the archive had an article; its lines say so.
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{archive}: {done.stderr.strip()}")
    name = pathlib.Path(archive).name.removesuffix(".gz").removesuffix(".warc")
    with open(pathlib.Path(out) / f"{name}.jsonl", encoding="utf-8") as lines:
        return sum(1 for _ in lines)


def run(archives: list[str], out: str, workers: int) -> float:
    """Reads all archives; gives pages per second."""
    start = time.monotonic()
    pages = sum(Parallel(n_jobs=workers)(delayed(read)(archive, out) for archive in archives))
    seconds = time.monotonic() - start
    print(f"{workers} workers: {pages} pages of {len(archives)} archives in {seconds:.1f} s, {pages / seconds:.1f} pages/s")
    return pages / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--compare", action="store_true")
    given = parser.parse_args()
    pathlib.Path(given.out).mkdir(parents=True, exist_ok=True)
    one = run(given.archives, given.out, 1) if given.compare else 0.0
    many = run(given.archives, given.out, given.workers)
    if one:
        print(f"{many / one:.2f} times as many")


if __name__ == "__main__":
    main()
