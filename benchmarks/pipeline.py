"""The whole record, stage by stage: milliseconds an article, and times the cost of one token pass.

python benchmarks/pipeline.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 1000] [--rounds 3] [--markdown]

The token pass is one `regex` pattern over the same text: what reading it at all costs in this language on this
machine, so that figures of different machines can be compared. Each part is timed over all articles, the best round
counts. `people` is measured with the tagger, whose share is told apart.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
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


def rows(best: dict[str, float], count: int) -> Iterator[tuple[str, float, float]]:
    """(part, milliseconds an article, times the token pass)."""
    base = best["token pass"]
    for name, label in (
        ("token pass", "one `regex` token pass"),
        ("text", "text layer: twin, sentences, layout"),
        ("dates", "dates"),
        ("documents", "legal documents"),
        ("figures", "figures"),
        ("people", "people, by grammar"),
        ("tagger", "people, asking the tagger"),
        ("meeting", "meeting"),
        ("whole record", "whole record"),
    ):
        yield label, 1000 * best.get(name, 0.0) / count, best.get(name, 0.0) / base


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=EXAMPLES, help="JSON lines, or a folder of .txt")
    parser.add_argument("--articles", type=int, default=1000, help="how many of the first articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the best counts")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table, as in the README")
    options = parser.parse_args()

    sample = list(islice(articles(options.archive), options.articles))
    count, characters = len(sample), sum(len(article["text"]) for article in sample)
    one_round(sample[:20])  # patterns compiled, word lists and models loaded
    measured = [one_round(sample) for _ in range(options.rounds)]
    best = {name: min(m[name] for m in measured) for name in measured[0]}

    if options.markdown:
        print("| part | ms an article | token passes |\n|---|--:|--:|")
        template = "| {} | {:.2f} | {:.1f} |"
    else:
        template = "{:40}{:10.3f} ms{:9.1f} token passes"
    for row in rows(best, count):
        print(template.format(*row))
    per_second = count / best["whole record"]
    memory = peak_megabytes()
    notes = [
        f"{count:,} articles of {characters / count:,.0f} characters",
        f"one core: {per_second:,.0f} articles a second",
        f"import vnreport: {import_milliseconds():.0f} ms",
        *([f"peak memory, the tagger's model included: {memory:.0f} MB"] if memory else []),
    ]
    print("\n" + "; ".join(notes) + ".")


if __name__ == "__main__":
    main()
