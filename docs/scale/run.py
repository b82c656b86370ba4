"""Reads many WARC archives in parallel with the command `dehusk`, one process per archive.

    pip install "ray[data]"
    python run.py ARCHIVE.warc.gz... --out DIR [--workers N] [--compare]

`--compare` runs the same archives with one worker and with N in turns, and prints the rates and their ratio.
"""

import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import time

import ray

# How the command is called; for a build of your own: DEHUSK="node npm/dist/cli.js".
COMMAND = shlex.split(os.environ.get("DEHUSK", "npx dehusk"))


# Turns of a comparison: one after the other, so that other work on the machine slows both alike.
TURNS = 3


def read(row: dict, out: str) -> dict:
    """Writes OUT/NAME.jsonl, one line per page; gives the number of lines. Memory stays bounded: the archive is a stream."""
    archive = row["item"]
    # One thread each: the engine of this script spreads the archives over the cores.
    done = subprocess.run([*COMMAND, archive, "--out", out, "--threads", "1"], stderr=subprocess.PIPE, text=True)
    # 3: no page of the archive had an article; its lines say so.
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{archive}: {done.stderr.strip()}")
    name = pathlib.Path(archive).name.removesuffix(".gz").removesuffix(".warc")
    with open(pathlib.Path(out) / f"{name}.jsonl", encoding="utf-8") as lines:
        return {"pages": sum(1 for _ in lines)}


def run(archives: list[str], out: str, workers: int) -> float:
    """Reads all archives; gives pages per second."""
    start = time.monotonic()
    # A block per archive: it is the unit of work.
    shards = ray.data.from_items(archives, override_num_blocks=len(archives))
    read_all = shards.map(read, fn_kwargs={"out": out}, compute=ray.data.TaskPoolStrategy(size=workers))
    # Summed here: an aggregation of the engine's would keep a core for itself.
    pages = sum(row["pages"] for row in read_all.take_all())
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
    # Workers of the engine have another working directory.
    archives = [str(pathlib.Path(archive).resolve()) for archive in given.archives]
    out = pathlib.Path(given.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    # With RAY_ADDRESS set, `init` joins that cluster, whose machines must all see the archives and the folder.
    ray.init(log_to_driver=False, include_dashboard=False)
    if not given.compare:
        run(archives, str(out), given.workers)
        return
    rates = [(run(archives, str(out), 1), run(archives, str(out), given.workers)) for _ in range(TURNS)]
    print(f"{statistics.median(many / one for one, many in rates):.2f} times as many, median of {TURNS} turns")


if __name__ == "__main__":
    main()
