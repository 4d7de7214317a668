"""What vnreport costs: the whole record stage by stage, beside underthesea, with several cores; memory; its import.

python benchmarks/pipeline.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 1000] [--batch 4000] [--rounds 3] [--json FILE]

The token pass is one `regex` pattern over the same text: what reading it at all costs in this language on this
machine, so that figures of different machines can be compared. Each part is timed over all articles, the best round
counts. `people` is measured with the tagger, whose share is told apart. Run it on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "quality"))

import machine
import speed
from harness import EXAMPLES, TOKEN, articles

from vnreport import Pipeline, dates, figures, legal, meeting, people
from vnreport.document import Document, Found
from vnreport.pipeline import ORDER

FIND = {"dates": dates.find, "documents": legal.find, "figures": figures.find, "meeting": meeting.find}


class Clock:
    """Adds up the time that wrapped functions take, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any) -> Any:
            begun = time.perf_counter()
            try:
                return function(*args)
            finally:
                self.seconds[name] += time.perf_counter() - begun

        return timed


def text_layer(document: Document) -> None:
    """What the stages ask of the text layer, asked at once, so that no stage pays for another."""
    _ = document.sentences, document.layout, document.words.cap, document.words.starts(frozenset())


def one_round(sample: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds by part over all articles."""
    clock = Clock()
    tagger = clock.wrap("tagger", people.tagger.underthesea)
    stages = {name: clock.wrap(name, find) for name, find in FIND.items()}
    stages["people"] = clock.wrap("people", partial(people.find, tagger=tagger))
    tokens = clock.wrap("token pass", TOKEN.findall)
    text = clock.wrap("text", lambda source, day: (document := Document(source, day), text_layer(document))[0])
    pipeline = Pipeline()
    whole = clock.wrap("whole record", lambda article: pipeline.parse(article["text"], published=article["published"]))
    for article in sample:
        tokens(article["text"])
        document = text(article["text"], dates.published_day(article["published"]))
        found = Found()
        for name in ORDER:
            setattr(found, name, stages[name](document, found))
        whole(article)
    clock.seconds["people"] -= clock.seconds["tagger"]
    return clock.seconds


def milliseconds(seconds: dict[str, float], count: int) -> dict[str, float]:
    """Milliseconds an article by part, in the order of the pipeline."""
    parts = ("token pass", "text", *ORDER[:-1], "tagger", "meeting", "whole record")
    return {part: 1000 * seconds.get(part, 0.0) / count for part in parts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=EXAMPLES, help="JSON lines, or a folder of .txt")
    parser.add_argument("--articles", type=int, default=1000, help="how many of the first articles")
    parser.add_argument("--batch", type=int, default=4000, help="how many of the first articles with several cores")
    parser.add_argument("--beside", type=int, default=100, help="how many of the articles underthesea reads too")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the best counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too (see quality/speed.py)")
    options = parser.parse_args()

    sample = list(islice(articles(options.archive), options.articles))
    count, characters = len(sample), sum(len(article["text"]) for article in sample)
    one_round(sample[:20])  # patterns compiled, word lists and models loaded
    rounds = [one_round(sample) for _ in range(options.rounds)]
    best = {name: min(took[name] for took in rounds) for name in rounds[0]}

    parts = milliseconds(best, count)
    beside = machine.beside_underthesea(sample[:: max(1, count // options.beside)])
    measured = {
        "articles": count,
        "characters": characters / count,
        "milliseconds": parts,
        "beside": beside,
        "articles_per_second": machine.articles_per_second(options.archive, options.batch),
        "worker_megabytes": machine.worker_megabytes(options.archive, count),
        "import_milliseconds": machine.import_milliseconds(),
    }
    print(speed.table(measured))
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
