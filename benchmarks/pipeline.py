"""The whole record, stage by stage: milliseconds an article, and times the cost of one token pass.

python benchmarks/pipeline.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 1000] [--rounds 3] [--json FILE]

The token pass is one `regex` pattern over the same text: what reading it at all costs in this language on this
machine, so that figures of different machines can be compared. Each part is timed over all articles, the best round
counts. `people` is measured with the tagger, whose share is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

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
    _ = document.sentences, document.layout


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


def import_milliseconds() -> float:
    """The best of five imports of vnreport, compiled, each in a new process."""
    code = "import time; begun = time.perf_counter(); import vnreport; print(time.perf_counter() - begun)"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-X", f"pycache_prefix={cache}", "-c", code]
        run = partial(subprocess.run, command, capture_output=True, text=True, check=True, env=environment)
        return 1000 * min(float(run().stdout) for _ in range(6))


def peak_megabytes() -> float | None:
    """The most memory this process has held, where the system tells."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def milliseconds(seconds: dict[str, float], count: int) -> dict[str, float]:
    """Milliseconds an article by part, in the order of the pipeline."""
    parts = ("token pass", "text", *ORDER[:-1], "tagger", "meeting", "whole record")
    return {part: 1000 * seconds.get(part, 0.0) / count for part in parts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=EXAMPLES, help="JSON lines, or a folder of .txt")
    parser.add_argument("--articles", type=int, default=1000, help="how many of the first articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the best counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too (see quality/speed.py)")
    options = parser.parse_args()

    sample = list(islice(articles(options.archive), options.articles))
    count, characters = len(sample), sum(len(article["text"]) for article in sample)
    one_round(sample[:20])  # patterns compiled, word lists and models loaded
    rounds = [one_round(sample) for _ in range(options.rounds)]
    best = {name: min(took[name] for took in rounds) for name in rounds[0]}

    parts = milliseconds(best, count)
    for part, took in parts.items():
        print(f"{part:20}{took:10.3f} ms{took / parts['token pass']:9.1f} token passes")
    measured = {
        "articles": count,
        "characters": characters / count,
        "milliseconds": parts,
        "import_milliseconds": import_milliseconds(),
        "peak_megabytes": peak_megabytes(),
    }
    print("\n".join(f"{name:20}{value:10,.0f}" for name, value in measured.items() if isinstance(value, (int, float))))
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
