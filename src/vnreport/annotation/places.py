"""Where words stand that an annotation gives without a place, in code points of the article's text, ends exclusive."""

from __future__ import annotations

import re
from collections.abc import Iterable

Range = tuple[int, int]


def occurrences(text: str, words: str) -> list[Range]:
    """Where `words` stand in `text`: as whole words if they do anywhere, in the same case if they do anywhere.

    >>> occurrences("Phú An, an ninh; Lan An", "An")
    [(4, 6), (21, 23)]
    >>> occurrences("Lễ ký", "lễ")
    [(0, 2)]
    """
    if not words.strip():
        return []
    for flags in (0, re.IGNORECASE):
        found = [match.span() for match in re.finditer(re.escape(words), text, flags)]
        whole = [span for span in found if not _cuts(text, span)]
        if found:
            return whole or found
    return []


def nearest(places: Iterable[Range], to: Iterable[Range], avoid: Iterable[Range] = ()) -> Range | None:
    """The place with the fewest characters between it and one of `to`; one that overlaps one of `avoid` comes last."""
    goals, taken = list(to), list(avoid)

    def cost(place: Range) -> tuple[bool, int]:
        return any(overlap(place, each) for each in taken), min((_gap(place, goal) for goal in goals), default=0)

    return min(places, key=cost, default=None)


def overlap(a: Range, b: Range) -> bool:
    """Whether two ranges share a character."""
    return min(a[1], b[1]) > max(a[0], b[0])


def _gap(a: Range, b: Range) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)


def _cuts(text: str, span: Range) -> bool:
    """Whether a longer word is cut at either end."""
    start, end = span
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return before or (text[end : end + 1].isalnum() and text[end - 1].isalnum())
