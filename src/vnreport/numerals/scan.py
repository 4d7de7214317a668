"""Numbers in running text: patterns, on folded text, and what their matches are worth.

`NUMBER` takes digits with their magnitude words, mixed numbers (``1 tỷ 200 triệu``) and number words. A grammar puts
it before its units; `value` then reads what it matched.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from vnreport import lexicon
from vnreport.numerals.digits import DIGITS, SPACED, read_digits
from vnreport.numerals.words import MAGNITUDES, WORDS, read_words, tokens

# `tỷ lệ`, `tỷ trọng`, `tỉ giá`, `triệu phú` and `triệu chứng` are words of their own.
_BILLION = r"t[ỷỉ](?! (?:lệ|giá|trọng|suất|phú|số\b(?! tiền)))"
_MILLION = r"triệu(?! (?:phú|chứng(?! (?:chỉ|khoán|nhận|minh))|tập|hồi))"
# `k` is a thousand only where it is glued on.
MAGNITUDE = rf"(?:(?: ?(?:trăm|chục|nghìn|ngàn|vạn|{_MILLION}|{_BILLION}|tr)|k)(?!(?!đ(?:ồng)?(?!\w))\w))"
"""A pattern for a magnitude word behind a number, with the blank between (``triệu``, ``tỷ``, ``k``)."""
DIGIT_NUMBER = (
    rf"(?:{SPACED}|{DIGITS})"
    rf"(?:{MAGNITUDE}{{1,3}}(?: rư[ỡở]i(?!\w)|(?: \d{{1,3}}{MAGNITUDE}{{1,2}}){{1,2}})?)?"
)
"""A pattern for a number that begins with digits."""
_GLUED = ("đ", "đồng")
GOES_ON = ("0", ".0", ",0", *(m + unit for m in ("trăm", "chục", *MAGNITUDES) for unit in ("", *_GLUED)))
"""What `DIGIT_NUMBER` can go on with behind its first digits; see `vnreport.text.words.numbers_before`."""
FIRST_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "nửa")
"""The words a number in words begins with."""
_PLAIN = lexicon.alternation(sorted(WORDS - {"k", "tr", "tỷ", "tỉ", "triệu"}))
WORD_NUMBER = rf"(?:{'|'.join(FIRST_WORDS)})(?: (?:{_PLAIN}|{_MILLION}|{_BILLION})(?!\w)){{0,20}}(?!\w)"
"""A pattern for a number in words."""
NUMBER = rf"(?:{DIGIT_NUMBER}|{WORD_NUMBER})"
"""A pattern for a number in digits or in words."""


@cache
def in_digits() -> re.Pattern[str]:
    """Finds the numbers of a list in digits, each with the magnitude words of its own."""
    return re.compile(DIGIT_NUMBER)


def value(text: str, *, english: bool = False) -> Decimal | None:
    """The value of what `NUMBER` matched (never empty), or None where its words or marks make no number.

    `english`: as in `read_digits`.

    >>> value("1.458"), value("3,2 nghìn tỷ"), value("hai ba")
    (Decimal('1458'), Decimal('3200000000000'), None)
    """
    if text[-1].isdigit():
        return read_digits(text, english=english)
    return read_words(tokens(text), english=english)


def magnitude(text: str) -> int:
    """The power of ten that the magnitude words at the end of `text` make; 0 where there are none.

    ``trăm`` and ``chục`` count only in front of another (``2 trăm triệu``: 8).

    >>> magnitude("7 triệu"), magnitude("3,2 nghìn tỷ"), magnitude("12")
    (6, 12, 0)
    """
    power = 0
    if text[-1:].isdigit():
        return power
    for word in reversed(tokens(text)):
        if word in MAGNITUDES:
            power += MAGNITUDES[word]
        elif word in ("trăm", "chục") and power:
            power += 2 if word == "trăm" else 1
        else:
            break
    return power
