"""Ten times the text takes at most eleven times the steps, whatever the text.

Steps are counted, not timed (see `tests/work.py`): on a busy machine the counts are the same. The time itself is
measured by `benchmarks/scale.py`.
"""

import json
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tools import tool

pytestmark = pytest.mark.once

TESTS = Path(__file__).parent
KINDS = list(tool("kinds", "benchmarks").KINDS)
LIMIT = 11
SMALL, LARGE = (2_000, 20_000), (2_000, 20_000, 200_000)
# Where every stage finds something, in many sentences, in one, and all at one kind of place; and where none does.
LONG = ("reports", "reports in one sentence", "people and offices", "Nguyễn", "commas")


@cache
def steps(sizes: tuple[int, ...], *kinds: str) -> dict[str, list[dict[str, int]]]:
    """By kind of text, what reading it at each of the sizes takes: lines run and characters gone over."""
    command = [sys.executable, str(TESTS / "work.py"), ",".join(map(str, sizes)), *kinds]
    counted: dict[str, list[dict[str, int]]] = json.loads(
        subprocess.run(command, check=True, capture_output=True).stdout
    )
    return counted


def too_many(counted: list[dict[str, int]]) -> list[str]:
    """What grows faster than the text does."""
    return [
        f"{before[what]:,} {what} become {after[what]:,}"
        for before, after in pairwise(counted)
        for what in before
        if after[what] > LIMIT * before[what]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_ten_times_the_text_takes_ten_times_the_steps(kind: str) -> None:
    assert too_many(steps(SMALL, *KINDS)[kind]) == []


@pytest.mark.parametrize("kind", LONG)
def test_a_hundred_times_the_text_takes_a_hundred_times_the_steps(kind: str) -> None:
    assert too_many(steps(LARGE, *LONG)[kind]) == []


@pytest.mark.parametrize("fault", ["loop", "copy", "search"])
def test_stage_that_is_not_linear_is_found_out(fault: str) -> None:
    assert too_many(steps(SMALL, fault)[fault])
