"""What `benchmarks/pipeline.py` measures in processes of their own, and beside underthesea's recogniser."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from batch import in_own_process
from harness import articles, best, peak

from vnreport import Pipeline, people
from vnreport.document import Document


def import_milliseconds() -> float:
    """The best of ten imports of vnreport, compiled, each in a new process."""
    code = "import time; begun = time.perf_counter(); import vnreport; print(time.perf_counter() - begun)"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-X", f"pycache_prefix={cache}", "-c", code]
        run = partial(subprocess.run, command, capture_output=True, text=True, check=True, env=environment)
        return 1000 * min(float(run().stdout) for _ in range(11))


def worker_megabytes(archive: Path, count: int) -> float:
    """The most memory that a process holds which parses `count` articles, the tagger's model in it."""
    command = [sys.executable, __file__, str(archive), "--articles", str(count)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 2**20


def articles_per_second(archive: Path, count: int) -> dict[str, float]:
    """What `vnreport batch` reads with 1, 2 and all cores, its start and its writing included, by number of workers."""
    rates = {}
    with tempfile.TemporaryDirectory() as folder:
        for workers in sorted({1, min(2, cores := len(os.sched_getaffinity(0))), cores}):
            took = in_own_process(archive, Path(folder) / str(workers), workers, count)
            rates[str(workers)] = took["articles"] / took["seconds"]
    return rates


def beside_underthesea(sample: list[dict[str, Any]]) -> dict[str, float]:
    """Milliseconds an article of `underthesea.ner`, a sentence at a time, and of the whole record, one process each.

    Each is the best of two rounds, in turns. A sentence at a time, for a whole article takes some ten times as long.
    """
    import underthesea

    pipeline = Pipeline()
    sentences = [article["text"][a:b] for article in sample for a, b in Document(article["text"]).sentences]
    ours, theirs = [], []
    for _ in range(2):
        ours.append(best(lambda: [pipeline.parse(a["text"], published=a["published"]) for a in sample]))
        theirs.append(best(lambda: [underthesea.ner(sentence) for sentence in sentences], 1))
    count = len(sample)
    return {"articles": count, "underthesea": 1000 * min(theirs) / count, "vnreport": 1000 * min(ours) / count}


def main() -> None:
    """Parse articles as a worker does, and print how many bytes that took at most."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, required=True)
    options = parser.parse_args()
    pipeline = Pipeline()
    for article in islice(articles(options.archive), options.articles):
        pipeline.parse(article["text"], published=article["published"])
    people.tagger.underthesea("Ông Nguyễn Văn An nói.")  # whether or not an article has asked for it
    print(peak())


if __name__ == "__main__":
    main()
