"""Times the figures stage: ms an article, against one pass of a `regex` token pattern, and on hostile inputs.

    python benchmarks/figures.py [ARCHIVE.jsonl[.gz] | FOLDER] [--limit N]

ARCHIVE holds one JSON object with a `text` a line; FOLDER holds ``*.txt``, by default the examples of the project.
The stages before it run too, but outside the clock.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from vnreport import dates, figures, legal
from vnreport.document import Document, Found
from vnreport.text import segment

EXAMPLES = Path(__file__).parent.parent / "examples"
SIZES = (20_000, 40_000, 80_000)
HOSTILE = {
    "dotted numbers": "1.",
    "grouped numbers": "1.234.",
    "spaced groups": "1 234 ",
    "slashes": "1/1/",
    "number words": "một trăm hai mươi ",
    "magnitudes": "1 nghìn tỷ ",
    "commas": "5, ",
    "nouns": "5 công trình, ",
    "brackets": "(5 % (",
    "one word": "tăng ",
    "digits": "7",
    "no blanks": "a",
}


def texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.read_text(encoding="utf-8")
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:  # type: ignore[operator]
        for line in lines:
            yield json.loads(line)["text"]


def seconds(run: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def ready(text: str) -> tuple[Document, Found]:
    """A document with all that the stage takes from others in place."""
    document, found = Document(text), Found()
    found.dates = dates.find(document, found)
    found.documents = legal.find(document, found)
    _ = document.sentences
    return document, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--limit", type=int, default=500)
    options = parser.parse_args()
    articles = [text for text, _ in zip(texts(options.articles), range(options.limit), strict=False)]
    if not articles:
        print(f"no articles in {options.articles}", file=sys.stderr)
        return 1
    prepared = [ready(text) for text in articles]
    figures.find(*prepared[0])  # word lists and patterns are built at first use
    n = len(articles)
    total = seconds(lambda: [figures.find(*one) for one in prepared])
    tokens = seconds(lambda: [segment.tokens(document.text) for document, _ in prepared])
    found = sum(len(figures.find(*one)) for one in prepared)
    print(f"articles {n}, {sum(map(len, articles)) / n:,.0f} characters and {found / n:.1f} figures on average")
    print(f"figures  {total / n * 1e3:.3f} ms an article")
    print(f"tokens   {tokens / n * 1e3:.3f} ms an article (one regex pass); ratio {total / tokens:.1f}")
    print(f"\n{'hostile input':18}" + "".join(f"{size:>12,}" for size in SIZES) + "   growth over 4 times the length")
    for name, piece in HOSTILE.items():
        took = []
        for size in SIZES:
            document = Document(piece * (size // len(piece)))
            _ = document.sentences
            took.append(seconds(lambda document=document: figures.find(document, Found())))  # type: ignore[misc]
        print(f"{name:18}" + "".join(f"{t * 1e3:>9.1f} ms" for t in took) + f"   {took[-1] / took[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
