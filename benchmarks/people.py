"""The people stage alone: milliseconds an article, with and without the tagger, and its growth on hostile inputs.

    python benchmarks/people.py [ARCHIVE.jsonl[.gz]] [--articles 500]

The text layer (`Document`, its layout) is built beforehand and not counted. The ratio compares with one pass of a
`regex` token pattern over the same texts, which is as fast as Python can read them at all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import regex

from vnreport.document import Document, Found
from vnreport.people import find, tagger

EXAMPLES = Path(__file__).parents[1] / "examples"
TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}\d]*+|\d++(?:[.,]\d++)*+|[^\s\w]")
HOSTILE = (
    "Nguyễn ",
    "Nguyễn Nguyễn. ",
    "Chủ tịch ",
    "Chủ tịch UBND, ",
    "ông An, bà Bình, ",
    "các Chủ tịch Lê An, ",
    "Y ",
    "(",
)
SIZES = (20_000, 40_000, 80_000)


def texts(path: Path | None) -> Iterator[str]:
    if path is None:
        yield from (file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.txt")))
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def milliseconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    begun = time.perf_counter()
    for document in documents:
        work(document)
    return (time.perf_counter() - begun) * 1000


class Counted:
    """A tagger that counts the sentences it is shown."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, sentence: str) -> list[tuple[int, int]]:
        self.asked += 1
        return tagger.underthesea(sentence)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()

    documents = [Document(text) for text in islice(texts(options.archive), options.articles)]
    for document in documents:
        _ = document.layout
    counted = Counted()
    counted("Ông Nguyễn Văn An nói.")  # loads the model
    for document in documents[:20]:
        find(document, Found())
    count, asked = len(documents), counted.asked
    tokens = milliseconds(lambda d: sum(1 for _ in TOKEN.finditer(d.text)), documents) / count
    alone = milliseconds(lambda d: find(d, Found()), documents) / count
    tagged = milliseconds(lambda d: find(d, Found(), tagger=counted), documents) / count
    print(f"{count} articles of {sum(len(d.text) for d in documents) / count:.0f} characters")
    print(f"one regex token pass   {tokens:6.2f} ms/article")
    print(f"people, no tagger      {alone:6.2f} ms/article   {alone / tokens:4.1f} token passes")
    print(f"people, underthesea    {tagged:6.2f} ms/article   {(counted.asked - asked) / count:.3f} sentences asked")
    print(f"growth, {' / '.join(str(size) for size in SIZES)} characters (ms):")
    for unit in HOSTILE:
        grown = [Document((unit * (size // len(unit) + 1))[:size]) for size in SIZES]
        for document in grown:
            _ = document.layout
        print(f"  {unit!r:24}", "  ".join(f"{milliseconds(lambda d: find(d, Found()), [d]):7.1f}" for d in grown))


if __name__ == "__main__":
    main()
