"""Packs HTML files into WARC archives, to try `run.py` without a crawl.

    python pack.py PAGE.html... --out DIR [--archives 4] [--times 1]
"""

import argparse
import gzip
import pathlib


def record(url: str, html: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--archives", type=int, default=4)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    out = pathlib.Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    for number in range(given.archives):
        with open(out / f"part-{number}.warc.gz", "wb") as archive:
            for time in range(given.times):
                for page in given.pages[number :: given.archives]:
                    url = f"https://packed.invalid/{time}/{pathlib.Path(page).name}"
                    # One member per record, as crawlers write them.
                    archive.write(gzip.compress(record(url, pathlib.Path(page).read_bytes())))


if __name__ == "__main__":
    main()
