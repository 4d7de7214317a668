"""Numbers in figures: ``1.458``, ``30,539``, ``1 250 000``, ``2.5``, ``1,234.56``.

Vietnamese groups by full stop and marks decimals by comma; English does the reverse; both occur, often in one text.
The role of a mark follows from the groups behind it. Only ``1.458`` and ``1,458`` are left open, and are read as
Vietnamese unless the caller knows the text to write English numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = r"\d{1,15}(?:[.,]\d{1,15}){0,5}(?!\d|[.,]\d)"
"""A pattern for digits with their inner marks, whole: no digit follows, near or behind a mark."""

SPACED = r"\d{1,3}(?: \d{3}){1,5}(?:,\d{1,3})?(?!\d|[.,]\d)"
"""A pattern for digits grouped by blanks."""

_GROUPED = re.compile(r"(?!0)\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*")
_ENGLISH = re.compile(r"(?<![\d.,])(?:(?!0)\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|(?!0)\d{1,3}(?:,\d{3})+\.\d+)(?!\d|[.,]\d)")


def read_digits(text: str, *, english: bool = False) -> Decimal | None:
    """The value of digits with their inner marks, or None where the marks stand in no order a number has.

    `english`: where the digits leave it open (``1.458``, ``1,458``), the comma groups and the stop marks decimals.

    >>> [str(read_digits(text)) for text in ("1.458", "30,539", "2.5", "1,234.56", "1 250 000", "1.2.3")]
    ['1458', '30.539', '2.5', '1234.56', '1250000', 'None']
    >>> read_digits("1,458", english=True)
    Decimal('1458')
    """
    if not text.isascii():  # `²` and `１` are digits too, to Python
        return None
    if text.isdigit():
        return Decimal(text)
    mark = max(".,", key=text.rfind)
    whole, found, tail = text.rpartition(mark)
    if not found:
        return _grouped(text)
    if text.count(mark) > 1:
        return _grouped(text)
    if not tail.isdigit():  # with a mark of another kind in it: `1,5'000`
        return None
    if whole.isdigit():
        opposite = "," if english else "."
        if mark == opposite and _GROUPED.fullmatch(text):
            return Decimal(whole + tail)
        return Decimal(f"{whole}.{tail}")
    value = _grouped(whole)
    return None if value is None or mark in whole else Decimal(f"{value}.{tail}")


def _grouped(text: str) -> Decimal | None:
    return Decimal(re.sub(r"\D", "", text)) if _GROUPED.fullmatch(text) else None


def writes_english(text: str) -> bool:
    """Whether `text` proves that it groups digits by comma: it writes ``1,234,567`` or ``1,234.5``."""
    return _ENGLISH.search(text) is not None
