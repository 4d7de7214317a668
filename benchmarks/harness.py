"""What the benchmarks share: articles to read, a clock, and the report on one stage.

A stage's report gives its milliseconds an article, the ratio to one pass of a `regex` token pattern over the same
texts (what reading them at all costs in this language, so that figures of different machines can be compared), and
its cost a character on hostile inputs of two lengths: where the second is much above the first, it is not linear.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import regex

from vnreport import dates, legal, people
from vnreport.document import Document, Found

EXAMPLES = Path(__file__).parents[1] / "examples"
TOKEN = regex.compile(r"\w+|[^\w\s]")
SIZES = (20_000, 80_000)

Case = tuple[Document, Found]
Stage = Callable[[Document, Found], object]


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """`id`, `text` and, where known, `published` of each article of JSON lines (perhaps .gz) or a folder of .txt."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield {"id": file.stem, "text": file.read_text("utf-8"), "published": None}
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            yield {"id": str(article.get("id", number)), "text": article["text"], "published": article.get("published")}


def best(run: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the quickest of `rounds` runs."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        run()
        took.append(time.perf_counter() - begun)
    return min(took)


def peak() -> int:
    """The most memory that this process, without those it has started, has had resident, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what `getrusage` tells begins with the peak of whoever started the process
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def case(text: str, published: str | None = None) -> Case:
    """A document with all that any stage takes from others in place, so that no stage pays for another."""
    document, found = Document(text, dates.published_day(published)), Found()
    found.dates = dates.find(document, found)
    found.documents = legal.find(document, found)
    found.people = people.find(document, found)
    _ = document.sentences, document.layout
    return document, found


def report(stages: Mapping[str, Stage], hostile: Mapping[str, Sequence[str]], description: str | None) -> None:
    """Read the command line, time `stages` on the articles it names, then on `hostile`: pieces to repeat, by stage."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=EXAMPLES, help="JSON lines, or a folder of .txt")
    parser.add_argument("--articles", type=int, default=500, help="how many of the first articles")
    options = parser.parse_args()
    sample = list(islice(articles(options.archive), options.articles))
    if not sample:
        parser.error(f"no articles in {options.archive}")
    cases = [case(article["text"], article["published"]) for article in sample]
    texts = [article["text"] for article in sample]
    tokens = best(lambda: [TOKEN.findall(text) for text in texts]) / len(sample)
    print(f"{len(sample):,} articles of {sum(map(len, texts)) / len(sample):,.0f} characters")
    print(f"{'one token pass':22}{tokens * 1e3:8.3f} ms an article")
    for name, stage in stages.items():
        _all(stage, cases[:20])  # word lists are read and patterns compiled at first use
        alone = best(lambda stage=stage: _all(stage, cases)) / len(sample)
        print(f"{name:22}{alone * 1e3:8.3f} ms an article{alone / tokens:8.1f} token passes")
    if hostile:
        print(f"{'hostile input':44}" + "".join(f"{size:>10,}" for size in SIZES) + "  characters; ns a character")
    for name, pieces in hostile.items():
        for piece in pieces:
            costs = [_cost(stages[name], piece, size) for size in SIZES]
            print(f"{name:12}{piece!r:32}" + "".join(f"{cost:>10,.0f}" for cost in costs))


def _all(stage: Stage, cases: list[Case]) -> None:
    for document, found in cases:
        stage(document, found)


def _cost(stage: Stage, piece: str, size: int) -> float:
    document, found = case((piece * (size // len(piece) + 1))[:size], "2017-06-15")
    return best(lambda: stage(document, found), 1) / size * 1e9
