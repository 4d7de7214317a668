"""Numbers in words, pure (``một trăm linh năm``) and mixed with digits (``1 tỷ 200 triệu``, ``2 triệu rưỡi``).

A number is read from its greatest magnitude word down: what stands before it counts it, what stands behind it is
less than it. Northern and southern words are equal: ``linh``/``lẻ``, ``nghìn``/``ngàn``, ``lăm``/``nhăm``,
``tỷ``/``tỉ``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Context, Decimal

from vnreport.numerals.digits import read_digits

UNITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
"""The number words from nought to nine."""
_LAST = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "rưỡi": 5, "rưởi": 5}
MAGNITUDES = {
    "nghìn": 3, "ngàn": 3, "ngìn": 3, "k": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9,
}  # fmt: skip
"""Magnitude words and their power of ten."""
_BY_SIZE = (9, 6, 4, 3)
_SMALL = {"trăm": 100, "chục": 10, "tá": 12}
WORDS = frozenset([*UNITS, *_LAST, *MAGNITUDES, *_SMALL, "mười", "mươi", "linh", "lẻ", "phẩy", "phần", "nửa"])
"""Every word a number can hold."""

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_HALVES = frozenset(["rưỡi", "rưởi"])
_LIMIT = 64  # words; more than the longest number below 10^36 takes

# Not the caller's context, which may round.
EXACT = Context(prec=80)
"""The context in which products and sums of numbers are exact."""
QUOTIENT = Context(prec=28)
"""The context of quotients: 28 digits, rounded half to even."""

Tokens = Sequence[str]
"""The words of a number, as `tokens` gives them."""


def tokens(text: str) -> list[str]:
    """The words and digit groups of a number, which is in lower case, in order; blanks and other marks left out."""
    return _TOKEN.findall(text)


def read_words(words: Tokens, *, english: bool = False) -> Decimal | None:
    """The value of the words of a number, in lower case, or None where they make no number (or are more than 64).

    `english`: as in `read_digits`.

    >>> [str(read_words(text.split())) for text in ("hai mươi mốt", "3,2 nghìn tỷ", "ba phần tư", "hai mươi năm")]
    ['21', '3200000000000', '0.75', 'None']
    """
    if not words or len(words) > _LIMIT:
        return None
    if "phần" in words:
        i = words.index("phần")
        part, whole = _number(words[:i], english), _number(words[i + 1 :], english, last=True)
        return _plain(QUOTIENT.divide(part, whole)) if part is not None and whole else None
    value = _number(words, english)
    return None if value is None else _plain(value)


def _plain(value: Decimal) -> Decimal:
    """Whole numbers without exponent or decimals: 2 triệu rưỡi is 2500000 and not 2.5E+6."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _number(words: Tokens, english: bool, *, last: bool = False) -> Decimal | None:
    """`last`: a single word may be one that only closes a number (``tư`` of ``ba phần tư``)."""
    if not words:
        return None
    for power in _BY_SIZE:
        for i in range(len(words) - 1, -1, -1):
            if MAGNITUDES.get(words[i]) == power:
                return _magnitude(words[:i], power, words[i + 1 :], english)
    return _small(words, english, last)


def _magnitude(before: Tokens, power: int, behind: Tokens, english: bool) -> Decimal | None:
    size = Decimal(10**power)
    count = _number(before, english) if before else (Decimal(1) if behind else None)
    if count is None:
        return None
    if not behind:
        rest: Decimal | None = Decimal(0)
    elif len(behind) == 1 and (share := _decimal_word(behind[0])) is not None:
        rest = Decimal(share * 10 ** (power - 1))  # `một triệu hai` is 1,200,000
    elif list(behind) == ["năm"]:
        rest = None  # `một nghìn năm` is a thousand years
    elif behind[0] in ("linh", "lẻ"):
        rest = _small(behind[1:], english, True) if len(behind) > 1 else None
    else:
        rest = _number(behind, english)
    return None if rest is None or rest >= size else EXACT.add(EXACT.multiply(count, size), rest)


def _decimal_word(word: str) -> int | None:
    """What a single word behind a magnitude counts in tenths of it; ``năm`` there is a year."""
    if word in _LAST:
        return _LAST[word]
    if word.isdigit() and len(word) == 1:
        return int(word)
    return UNITS.get(word) if word not in ("năm", "không") else None


def _small(words: Tokens, english: bool, last: bool = False) -> Decimal | None:
    """Numbers without a magnitude word: below a thousand, decimals, digits, halves."""
    if "phẩy" in words:
        return _decimal(words, english)
    head, rest = words[0], words[1:]
    if head[0].isdigit() and not rest:
        return read_digits(head, english=english)
    if "nửa" in words:
        return Decimal("0.5") if list(words) in (["nửa"], ["một", "nửa"]) else None
    if len(words) > 1 and words[-1] in _HALVES and words[-2] not in _SMALL:
        value = _small(words[:-1], english)
        return None if value is None else EXACT.add(value, Decimal("0.5"))
    if "trăm" in words:
        i = words.index("trăm")
        count = _digit(words[:i]) if i else (Decimal(1) if len(words) > 1 else None)
        tail = _below_hundred(words[i + 1 :], english)
        return None if count is None or tail is None else EXACT.fma(count, Decimal(100), tail)
    if words[-1] in ("chục", "tá"):
        count = _digit(words[:-1])
        return None if not count else EXACT.multiply(count, Decimal(_SMALL[words[-1]]))
    if len(words) > 2 and words[-2] == "chục" and words[-1] in _HALVES:
        count = _digit(words[:-2])
        return None if not count else EXACT.fma(count, Decimal(10), Decimal(5))
    if last and not rest and head in _LAST:
        return Decimal(_LAST[head])
    return _below_hundred_words(words)


def _digit(words: Tokens) -> Decimal | None:
    """The count before ``trăm``, ``chục`` or ``tá``."""
    if len(words) != 1:
        return _below_hundred_words(words) if words else None
    if words[0][0].isdigit():
        return read_digits(words[0])
    return Decimal(UNITS[words[0]]) if words[0] in UNITS else _below_hundred_words(words)


def _below_hundred(words: Tokens, english: bool) -> Decimal | None:
    """What stands behind ``trăm``."""
    if not words:
        return Decimal(0)
    if words[0] in ("linh", "lẻ"):
        return _small(words[1:], english, True) if len(words) == 2 else None
    if len(words) == 1 and (tenths := _decimal_word(words[0])) is not None:
        return Decimal(tenths * 10)
    return _below_hundred_words(words)


def _below_hundred_words(words: Tokens) -> Decimal | None:
    head, rest = words[0], words[1:]
    if len(rest) > 2:
        return None
    if head == "mười":
        tens, ones = 10, rest
    elif head in UNITS and rest and rest[0] in ("mươi", "chục") and head != "không":
        tens, ones = 10 * UNITS[head], rest[1:]
    elif head in UNITS and len(rest) == 1 and rest[0] in _LAST and rest[0] not in _HALVES:
        tens, ones = 10 * UNITS[head], rest  # `hai mốt`, `ba lăm`
    elif head in UNITS and not rest:
        return Decimal(UNITS[head])
    else:
        return None
    if not ones:
        return Decimal(tens)
    if len(ones) > 1 or ones[0] in ("năm", "không") or ones[0] in _HALVES:
        return None  # `mười năm` is ten years
    one = _LAST.get(ones[0]) or UNITS.get(ones[0])
    return Decimal(tens + one) if one else None


def _decimal(words: Tokens, english: bool) -> Decimal | None:
    """``ba phẩy năm`` is 3.5, ``ba phẩy mười lăm`` 3.15, ``ba phẩy không hai`` 3.02."""
    i = words.index("phẩy")
    whole, tail = _number(words[:i], english) if i else None, words[i + 1 :]
    if whole is None or not tail or "phẩy" in tail or whole.as_tuple().exponent != 0:
        return None
    if all(word in UNITS for word in tail):
        digits = "".join(str(UNITS[word]) for word in tail)
    elif len(tail) == 1 and tail[0].isascii() and tail[0].isdigit():
        digits = tail[0]  # `3 phẩy 05`
    else:
        value = _number(tail, english)
        if value is None or value.as_tuple().exponent != 0:
            return None
        digits = str(int(value))
    return Decimal(f"{whole}.{digits}")
