"""Shares told as fractions or in words: ``2/3 số phiếu``, ``ba phần tư số hộ``, ``một nửa``."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.document import Document
from vnreport.figures import amounts, context, nouns
from vnreport.figures.readings import DAY_BEFORE, PRECISE, Match, Reading, Readings
from vnreport.numerals import scan


def fraction(match: Match, document: Document) -> Readings | None:
    """``2/3 số phiếu``: a share of what the noun names."""
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    words = context.words_before(document.folded, match.start(), 1)
    if not 0 < part < whole <= 100 or not amounts.stands_free(match, document) or (words and words[-1] in DAY_BEFORE):
        return None
    all_ = _all(document, match.end())
    if all_ is None:
        told = whole <= 10 and not _TAKING.isdisjoint(context.words_before(document.folded, match.start(), 2))
        return (Reading(match.start(), match.end(), PRECISE.divide(part, whole)),) if told else None
    return (_share_of(document, match.start(), all_, PRECISE.divide(part, whole)),)


def _share_of(document: Document, start: int, all_: tuple[int, int], value: Decimal) -> Reading:
    return Reading(start, all_[1], value, unit=document.text[slice(*all_)], noun=all_[0])


_TAKING = frozenset(["chiếm", "đạt", "còn", "bằng"])
_MASS = re.compile(
    r" (?:dân số|lực lượng|nhân loại|đội hình|dân cư|thế giới|diện tích(?: đất)?|quân số|thời gian|quãng đường"
    r"|chặng đường|tổng số)(?!\w)"
)
_NUMBER_OF = re.compile(r" (?:tổng )?số ")


def _all(document: Document, end: int) -> tuple[int, int] | None:
    """Where the noun stands that says of what the share is which ends at `end`."""
    text = document.folded
    mass = _MASS.match(text, end)
    if mass is not None:
        return mass.start() + 1, mass.end()
    number_of = _NUMBER_OF.match(text, end)
    noun = nouns.at(document, number_of.end()) if number_of is not None else None
    return (end + 1, noun.end) if noun is not None else None


def share(match: Match, document: Document) -> Readings | None:
    """``ba phần tư số hộ``, ``một nửa``: a share in words."""
    low = match["low"]
    if " phần " not in low and not low.endswith("nửa"):
        return None
    value, all_ = scan.value(low), _all(document, match.end())
    if value is None or (low == "nửa" and all_ is None) or not amounts.stands_free(match, document):
        return None
    if all_ is None:
        return (Reading(match.start(), match.end(), PRECISE.plus(value)),)
    return (_share_of(document, match.start(), all_, PRECISE.plus(value)),)
