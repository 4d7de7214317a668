"""Numbers below zero: a dash that is glued to its number, or the word ``âm`` before it."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.document import Document
from vnreport.figures import amounts, units

Match = re.Match[str]

SIGN = r"(?:(?<= )(?P<minus>[-−–](?=\d)|âm ))?"
"""A pattern for the sign of the second end of a range; the blank before it tells it from the range's own dash."""

_BELOW_ZERO = frozenset(["độ C", "độ F", "độ", "m"])


def goes_below_zero(unit: units.Unit) -> bool:
    """Whether there is less than none of the unit: a share, money, a temperature, a height."""
    return unit.kind != "measure" or unit.name in _BELOW_ZERO


def signed(match: Match, document: Document, unit: units.Unit | None) -> tuple[int, Decimal, Decimal | None] | None:
    """Where the number begins with its sign, and the number and None, or the two ends of a range, the low one first.

    A dash holds for the number that it stands on (``-2 đến 3%``). The word holds for both ends where these go away
    from zero (``âm 3 - 5%``), and for the first alone where they do not (``âm 5 đến 3 độ``). With a sign of its own,
    the second end may be the low one: ``từ 2 đến -3 độ``.

    A number of a `unit` that does not go below zero is read without its sign.
    """
    if unit is not None and not goes_below_zero(unit):
        pair = None if match["minus"] else amounts.pair(match, document)
        return None if pair is None else (match.start(), *pair)
    ends = amounts.ends(match, document)
    if ends is None:
        return None
    low, high = ends
    start = start_of(document.folded, match.start())
    below = start < match.start()
    if high is None:
        return start, negated(low) if below else low, None
    both = below and document.folded[start] == "â" and low < high
    if both or match["minus"]:
        high = negated(high)
    if below:
        low = negated(low)
    if below or match["minus"]:
        low, high = min(low, high), max(low, high)
    return (start, low, high) if low < high else None


def negated(value: Decimal) -> Decimal:
    """`value` with the other sign."""
    return value.copy_negate() if value else value  # there is no nought below zero


def start_of(text: str, start: int) -> int:
    """Where the sign of the number at `start` of the folded twin begins; `start` where it has none.

    A dash at the head of a line is a bullet.
    """
    if text.endswith("âm ", 0, start) and (start < 4 or not text[start - 4].isalnum()):
        return start - 3
    if text[start - 1 : start] in ("-", "−", "–") and text[start - 2 : start - 1] in (" ", "("):
        return start - 1
    return start
