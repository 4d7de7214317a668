"""The layout, the legal and the meeting stage: milliseconds an article each, and their growth on hostile inputs.

    python benchmarks/meeting.py [ARCHIVE.jsonl[.gz]] [--articles 500]

What a stage is given (the document, its sentences, the dates and people found) is made beforehand and not counted. The
ratio compares with one pass of a `regex` token pattern over the same texts, which is as fast as Python can read them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import regex

from vnreport import dates, legal, meeting, people
from vnreport.document import Document, Found
from vnreport.text.layout import layout

EXAMPLES = Path(__file__).parents[1] / "examples"
TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}\d]*+|\d++(?:[.,]\d++)*+|[^\s\w]")
Case = tuple[Document, Found]
STAGES: dict[str, Callable[[Document, Found], object]] = {
    "layout": lambda document, _: layout(document.text),
    "legal": legal.find,
    "meeting": meeting.find,
}
HOSTILE = {
    "layout": ("Ảnh: ", "Thu Giang. ", "Thu Giang\n", "(Ảnh: A/", "A."),
    "legal": ("Nghị quyết về ", "Luật ", "Hiệp định An về ", "Quyết định số 1/", "các nghị quyết, ", "1.1."),
    "meeting": (
        "tổ chức hội nghị ",
        "Ông Tá chủ trì hội nghị. ",
        "“Tốt”, ông Tá nói. ",
        "hội nghị, ",
        "Tham dự có ông Phan Văn Tá, ",
    ),
}
SIZES = (20_000, 40_000, 80_000)


def texts(path: Path | None) -> Iterator[str]:
    if path is None:
        yield from (file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.txt")))
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def case(text: str) -> Case:
    document, found = Document(text), Found()
    found.dates = dates.find(document, found)
    found.people = people.find(document, found)
    assert isinstance(document.sentences, tuple)
    return document, found


def milliseconds(stage: Callable[[Document, Found], object], cases: list[Case]) -> float:
    begun = time.perf_counter()
    for document, found in cases:
        stage(document, found)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()

    cases = [case(text) for text in islice(texts(options.archive), options.articles)]
    length = sum(len(document.text) for document, _ in cases) / len(cases)
    tokens = milliseconds(lambda document, _: sum(1 for _ in TOKEN.finditer(document.text)), cases) / len(cases)
    print(f"{len(cases)} articles of {length:.0f} characters; one token pass {tokens:.3f} ms an article")
    for name, stage in STAGES.items():
        milliseconds(stage, cases[:20])  # compiles the patterns
        alone = min(milliseconds(stage, cases) for _ in range(3)) / len(cases)
        print(f"{name:8} {alone:7.3f} ms an article, {alone / tokens:5.1f} token passes")
        for piece in HOSTILE[name]:
            took = [milliseconds(stage, [case((piece * size)[:size])]) for size in SIZES]
            row = "  ".join(f"{size:,}: {ms:.1f} ms" for size, ms in zip(SIZES, took, strict=True))
            print(f"         {piece!r:28} {row}")


if __name__ == "__main__":
    main()
