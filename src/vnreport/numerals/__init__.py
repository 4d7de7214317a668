"""Vietnamese numbers, in digits and words, as `Decimal`. Shared by all stages; knows nothing of units.

`digits` reads digits with their marks, `words` number words, `scan` finds numbers in running text.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from vnreport.numerals.digits import read_digits, writes_english
from vnreport.numerals.words import QUOTIENT, WORDS, read_words, tokens

__all__ = ["parse_number", "read_digits", "read_words", "writes_english"]

_NUMBER = re.compile(r"(?P<sign>âm |trừ |[-−–+] ?)?(?P<number>[\w.,'’/ ]+)")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(\d{1,9})/(\d{1,9})")


def parse_number(text: str) -> Decimal:
    """The number that `text` is, and nothing else: blanks around it aside, every character must belong to it.

    Digits in Vietnamese grouping (``1.458``, ``30,539`` is 30.539), English where the digits prove it
    (``1,234,567.8``), grouped by blanks or apostrophes; words, northern and southern; both together.
    A fraction that does not come out even is given to 28 digits.

    >>> parse_number("2 triệu rưỡi"), parse_number("một trăm linh năm"), parse_number("-0,2")
    (Decimal('2500000'), Decimal('105'), Decimal('-0.2'))

    Raises `ValueError`, naming the text, where it is no number, and `TypeError` where it is no `str`.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    match = _NUMBER.fullmatch(" ".join(unicodedata.normalize("NFC", text).lower().split()))
    value = _read(match["number"].replace("’", "'")) if match is not None else None
    if match is None or value is None:
        raise ValueError(f"not a number: {text!r}")
    sign = (match["sign"] or "").strip()
    return value.copy_negate() if sign and sign != "+" else value


def _read(text: str) -> Decimal | None:
    if text[0] in " ./,'" or text[-1] in " /'":
        return None
    if _SPACED.fullmatch(text) or "'" in text:
        return read_digits(text)
    if (fraction := _FRACTION.fullmatch(text)) is not None:
        part, whole = Decimal(fraction[1]), Decimal(fraction[2])
        return QUOTIENT.divide(part, whole) if whole else None
    words = tokens(text)
    if "".join(words) != text.replace(" ", "") or any(not w[0].isdigit() and w not in WORDS for w in words):
        return None
    return read_words(words)
