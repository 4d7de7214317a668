"""Articles a second of vnreport beside underthesea.ner, on the same articles in the same run.

    python benchmarks/archive.py [ARCHIVE.jsonl[.gz]] [--articles 200] [--workers N]

Both are warmed up first, so neither pays for loading its models. `underthesea.ner` gets a sentence at a time: handed a
whole article, it takes some ten times as long. With `--workers`, ``vnreport batch`` reads the whole archive too, its
start and its writing included.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pyarrow as pa
import underthesea
from harness import EXAMPLES, articles

from vnreport.archive import ARTICLE_SCHEMA, parse_batches
from vnreport.text.segment import sentences

REPORTS = EXAMPLES / "archive" / "reports.jsonl"
WARM_UP = 5


def vnreport(sample: list[dict]) -> None:
    for batch in parse_batches([pa.RecordBatch.from_pylist(sample, schema=ARTICLE_SCHEMA)]):
        assert batch["error"].null_count == batch.num_rows


def underthesea_ner(sample: list[dict]) -> None:
    for article in sample:
        for start, end in sentences(article["text"]):
            underthesea.ner(article["text"][start:end])


def seconds(work: Callable[[list[dict]], None], sample: list[dict]) -> float:
    work(sample[:WARM_UP])
    begun = time.perf_counter()
    work(sample)
    return time.perf_counter() - begun


def show(what: str, count: int, characters: int, took: float) -> float:
    rate = count / took
    print(
        f"{what:<34}{count:>8,} articles{took:>9.2f} s{rate:>10,.1f} articles/s{characters / took:>13,.0f} characters/s"
    )
    return rate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=REPORTS, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=200, help="how many of the first articles both read")
    parser.add_argument("--workers", type=int, help="also run `vnreport batch` over the whole archive")
    options = parser.parse_args()

    sample = list(islice(articles(options.archive), options.articles))
    characters = sum(len(article["text"]) for article in sample)
    ours = show("vnreport, one process", len(sample), characters, seconds(vnreport, sample))
    theirs = show("underthesea.ner, one process", len(sample), characters, seconds(underthesea_ner, sample))
    print(f"vnreport reads {ours / theirs:.1f} times as many articles a second as underthesea.ner")
    if options.workers:
        whole = [len(article["text"]) for article in articles(options.archive)]
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, "-m", "vnreport", "batch", str(options.archive), "--out", out]
            begun = time.perf_counter()
            subprocess.run([*command, "--workers", str(options.workers)], check=True, capture_output=True)
            took = time.perf_counter() - begun
        show(f"vnreport batch --workers {options.workers}", len(whole), sum(whole), took)


if __name__ == "__main__":
    main()
