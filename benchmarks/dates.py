"""How long the date stage takes: ms an article, against one token pass, and on hostile input.

    python benchmarks/dates.py [ARCHIVE.jsonl.gz ...]

Without an archive (JSON lines with a `text`, perhaps gzipped) the reports in ``examples/`` are read.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import regex

from vnreport import dates
from vnreport.document import Document, Found

TOKEN = regex.compile(r"\d+(?:[.,/:]\d+)*|\w+|[^\w\s]")
HOSTILE = {
    "1.1.1.…": "1.1.",
    "1/1/1/…": "1/1/",
    "5-5-5-…": "5-5-",
    "ngày 3, 4, …": "ngày 3, 4, ",
    "năm năm năm …": "năm ",
    "2016, 2017, …": "năm 2016, 2017, ",
    "từ 5/2 đến …": "từ 5/2 đến ",
    "14 giờ 30 14 giờ …": "14 giờ 30 ",
    "aaaa…": "aaaa",
    "((((…": "((((",
    "cùng kỳ …": "so với cùng kỳ ",
    "1/1: …": "a 1/1: ",
    "(2010, 2011, …": "(2010, ",
    "trước 15.5 …": "trước 15.5 ",
    "tháng 3, 4, …": "tháng 3, 4, ",
    "đêm 5 rạng sáng …": "đêm 5 rạng sáng 6/",
    "“hôm nay …": "“hôm nay ",
}
LIMIT = 1000
PUBLISHED = dt.date(2017, 6, 15)  # so that every expression is resolved


def texts(paths: list[str]) -> list[str]:
    if not paths:
        folder = Path(__file__).resolve().parent.parent / "examples"
        return [file.read_text("utf8") for file in sorted(folder.glob("*.txt"))]
    found: list[str] = []
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf8") as lines:
            found += [json.loads(line)["text"] for line, _ in zip(lines, range(LIMIT), strict=False)]
    return found


def timed(run: Callable[[], object], rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> int:
    articles = texts(sys.argv[1:])
    if not articles:
        print("no articles: give an archive, or put reports into examples/")
        return 1
    documents = [Document(text, PUBLISHED) for text in articles]
    dates.find(documents[0], Found())  # compile
    stage = timed(lambda: [dates.find(document, Found()) for document in documents])
    tokens = timed(lambda: [TOKEN.findall(text) for text in articles])
    count = len(articles)
    length = sum(map(len, articles)) / count
    print(f"{count} articles of {length:.0f} characters: {1000 * stage / count:.3f} ms an article")
    print(f"one token pass: {1000 * tokens / count:.3f} ms; the stage takes {stage / tokens:.1f} times as long")
    print("hostile input, ns a character at 50,000 and at 200,000 characters, and their ratio (1 is linear):")
    for name, unit in HOSTILE.items():
        costs = []
        for size in (50_000, 200_000):
            document = Document(unit * (size // len(unit)), PUBLISHED)
            costs.append(1e9 * timed(lambda document=document: dates.find(document, Found()), 1) / size)
        print(f"  {name:22} {costs[0]:8.0f} {costs[1]:8.0f} {costs[1] / costs[0]:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
