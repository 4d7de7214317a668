"""Ten times the text, ten times as long: milliseconds and memory of the whole record by size and kind of text.

    python benchmarks/scale.py            a few kinds, two or three minutes
    python benchmarks/scale.py --all      every kind of `kinds.py`, most of an hour
    python benchmarks/scale.py --kinds digits "people and offices" --sizes 2000 20000

Each row is a kind of text: the milliseconds at each size, and behind each how many times as long as the size before it
took, for ten times the text (a step of another width is converted). Time is the processor's, of short texts the best
of several rounds. A step above `LIMIT` is measured anew, twice at most, since other work on the machine slows down
one size more than another; if it stays above, it is marked with a star and the run fails. The last column is the most
memory that the process held beyond what it held before, in bytes a character, at the last size; each kind is read in a
process of its own.

`tests/test_scale.py` counts steps where this measures time, and so does not depend on the machine.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import math
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from harness import peak
from kinds import KINDS

from vnreport import Pipeline

LIMIT = 11.0
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
FEW = ("reports", "people and offices", "digits", "capitals", "commas", "Nguyễn")
ROUNDS, ENOUGH = 20, 0.3
"""A size is read again until it was read so many times or for so many seconds."""
AGAIN = 2
"""How often a step above the limit is measured anew."""
WAIT = 1_200
"""Seconds after which a kind is given up."""


def milliseconds(pipeline: Pipeline, text: str) -> float:
    """What reading `text` takes, the best of several rounds."""
    took: list[float] = []
    while not took or (len(took) < ROUNDS and sum(took) < ENOUGH):
        gc.collect()
        begun = time.process_time()
        pipeline.parse(text)
        took.append(time.process_time() - begun)
    return 1000 * min(took)


def growth(sizes: Sequence[int], took: Sequence[float]) -> list[float]:
    """How many times as long each size took as the one before it, as if it were ten times as long."""
    return [
        (after / before) ** (1 / math.log10(large / small))
        for (small, before), (large, after) in itertools.pairwise(zip(sizes, took, strict=True))
    ]


def warm(kind: str) -> Pipeline:
    """A pipeline that has read its word lists and compiled its patterns."""
    pipeline = Pipeline()
    for each in ("reports", kind):
        pipeline.parse(KINDS[each](5_000))
    return pipeline


def measured(pipeline: Pipeline, kind: str, sizes: Sequence[int]) -> list[float]:
    """Milliseconds at each of `sizes`."""
    took = [milliseconds(pipeline, KINDS[kind](size)) for size in sizes]
    for _ in range(AGAIN):
        for place in set(_of_steps_above(growth(sizes, took))):
            took[place] = min(took[place], milliseconds(pipeline, KINDS[kind](sizes[place])))
    return took


def _of_steps_above(steps: Sequence[float]) -> Iterator[int]:
    """The places of the sizes between which the steps above the limit are."""
    for place, step in enumerate(steps):
        if step > LIMIT:
            yield from (place, place + 1)


def row(kind: str, sizes: Sequence[int]) -> bool:
    """Measure a kind in this process and print its row; whether it keeps the law."""
    pipeline = warm(kind)
    held = peak()
    took = measured(pipeline, kind, sizes)
    steps = growth(sizes, took)
    cells = [f"{took[0]:>9,.1f}"]
    cells += [f"{t:>10,.1f}{'*' if step > LIMIT else ' '}×{step:4.1f}" for t, step in zip(took[1:], steps, strict=True)]
    print(f"{kind:28}" + "".join(cells) + f"{(peak() - held) / sizes[-1]:>9,.0f}", flush=True)
    return max(steps, default=0.0) <= LIMIT


def rows(kinds: Sequence[str], sizes: Sequence[int]) -> bool:
    """Print the table, every kind measured in a process of its own; whether all keep the law."""
    head = "".join(f"{size:>{9 if i == 0 else 16},}" for i, size in enumerate(sizes))
    print(f"{'milliseconds at':28}{head}  bytes a character", flush=True)
    kept = True
    for kind in kinds:
        command = [sys.executable, __file__, "--one", "--kinds", kind, "--sizes", *map(str, sizes)]
        try:
            kept &= subprocess.run(command, check=False, timeout=WAIT).returncode == 0
        except subprocess.TimeoutExpired:
            print(f"{kind:28}took more than {WAIT} s", flush=True)
            kept = False
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--kinds", nargs="+", default=FEW, metavar="KIND", choices=KINDS)
    chosen.add_argument("--all", action="store_const", const=tuple(KINDS), dest="kinds", help="every kind there is")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="CHARACTERS")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)  # a row, in this process
    options = parser.parse_args()
    kept = row(options.kinds[0], options.sizes) if options.one else rows(options.kinds, options.sizes)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
