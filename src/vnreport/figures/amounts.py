"""Numbers as the grammar matched them: what they are worth, and whether they stand where a number can."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.document import Document
from vnreport.figures import context, nouns
from vnreport.numerals import scan
from vnreport.numerals.words import EXACT

Match = re.Match[str]

_OPEN = re.compile(r"[1-9]\d{0,2},\d{3}(?![\d.,])")
_ROUND = re.compile(r"\d{1,18},\d00(?!\d)")  # nobody writes 1.5 as `1,500`
_BEFORE_SENTENCE = ".!?…:;\n“”\"'‘(-–*•"
_VAGUE = frozenset(["một", "đôi", "dăm", "vài", "mấy", "hàng", "thứ", "nhiều", "ngày", "từng"])
_NAMES_TOO = frozenset(["yên", "tệ", "công", "bảng", "tạ", "yến", "sào", "đô", "cân", "lạng", "won", "mẫu", "độ"])
_CASED = {"g": "g", "m": "m", "l": "l", "b": "B", "gr": "gr", "mg": "mg"}
IDENTIFIER = re.compile(r"0\d{2,}")
"""Digits that begin with a nought: a code, which counts nothing."""


def value_of(text: str, document: Document, *, counts: bool = False) -> Decimal | None:
    """The value of a number as printed, None where it has none.

    `counts`: of things that come whole, so that ``1,458`` of them are 1458.
    """
    if text.isdigit() and text.isascii() and text[0] != "0":
        return Decimal(text)  # as most are
    if IDENTIFIER.match(text):
        return None
    english = _OPEN.match(text) is not None and (counts or _ROUND.match(text) is not None or document.writes_english)
    return scan.value(text, english=english)


def pair(match: Match, document: Document, *, counts: bool = False) -> tuple[Decimal, Decimal | None] | None:
    """The value and None, or the two ends of a range, the low one first; None where there is no value."""
    found = ends(match, document, counts=counts)
    return found if found is None or found[1] is None or found[0] < found[1] else None


def ends(match: Match, document: Document, *, counts: bool = False) -> tuple[Decimal, Decimal | None] | None:
    """As `pair`, in whatever order the two ends stand.

    The first end takes the magnitude of the second one (``5 - 7 triệu``).
    """
    low = value_of(match["low"], document, counts=counts)
    if low is None or not stands_free(match, document):
        return None
    if match["high"] is None:
        return low, None
    high = value_of(match["high"], document, counts=counts)
    if high is None:
        return None
    power = scan.magnitude(match["high"])
    if power and not scan.magnitude(match["low"]) and low < high.scaleb(1 - power, EXACT):
        low = whole(low.scaleb(power, EXACT))
    elif low < 1000 and high >= low.scaleb(3, EXACT) and _DASHED_THOUSANDS.search(match[0]):
        low = low.scaleb(3, EXACT)  # `70 - 100.000 máy`
    return low, high


_DASHED_THOUSANDS = re.compile(r"^\d{1,3} ?[-–—] ?\d{1,3}\.000(?!\d)")


def whole(value: Decimal) -> Decimal:
    """`value` without exponent or decimals, where it is a whole number."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def stands_free(match: Match, document: Document) -> bool:
    """Whether the number is no part of a longer one, of a code (``SU-30``) or of a name (``Ba Đình``)."""
    text, start = document.folded, match.start()
    before = text[max(0, start - 2) : start]
    if len(before) == 2 and (
        (before[0].isdigit() and before[1] in ".,-–/:") or (before[0].isalpha() and before[1] in "-/.")
    ):
        return before[1] == "/" and _counted_before(document, start - 1)
    if not text[start].isdigit() and not _VAGUE.isdisjoint(context.words_before(text, start, 1)):
        return False
    source = document.text
    if source[start].isupper() and start == match.start("low"):
        # A name (`Ba Đình`, `Bé Hai`), unless the word begins a sentence.
        word_end = match.end("low")
        left = source[max(0, start - 3) : start].rstrip(" ")
        return not source[word_end + 1 : word_end + 2].isupper() and (not left or left[-1] in _BEFORE_SENTENCE)
    return True


_COUNT_BEFORE = re.compile(r"(?<![\w./,-])\d{1,3}(?:\.\d{3}){0,2} (?P<noun>[^\W\d]{1,7}(?: [^\W\d]{1,7}){0,2})\Z")


def _counted_before(document: Document, end: int) -> bool:
    """Whether a count of things ends where the slash stands (``14 vụ/19 đối tượng``); of one thing it is a rate."""
    text = document.folded
    counted = _COUNT_BEFORE.search(text, max(0, end - 36), end)
    if counted is None or _ONE.match(text, end + 1):
        return False
    noun = nouns.at(document, counted.start("noun"))
    return noun is not None and noun.end == end


_ONE = re.compile(r"0?1(?![\d.,])")


def unit_fits(match: Match, document: Document, group: str = "unit") -> bool:
    """Whether the unit is written as one: ``4G`` is no weight, ``Yên`` no money."""
    printed = document.text[slice(*match.span(group))]
    source_before = document.text[match.start() : match.start(group)]
    if printed[0].isupper() and _NAME_BEHIND.match(document.text, match.end(group)):
        return False  # `vòng 12 V-League`, `biển số 65M2-0987`
    if match[group] in _CASED:
        return printed == _CASED[match[group]] or (printed == "L" and _GLUED_LITRES.search(source_before) is not None)
    if printed.startswith("Đồng ") and printed.istitle():
        return False  # `thôn 5 Đồng Yên`
    return not (match[group] in _NAMES_TOO and printed[0].isupper() and printed[1:].islower())


_GLUED_LITRES = re.compile(r"\d[.,]\d{1,2}$")  # `động cơ 1.5L`; `lớp 5L` is a form
_NAME_BEHIND = re.compile(r"-(?:[A-Z][a-z]|\d{3})")
_COUNTING_YEAR = frozenset(["có", "hơn", "trên", "gần", "khoảng", "gồm", "được", "là", "tổng"])
_COUNTING_FIVE = (_COUNTING_YEAR | {"với", "thêm", "tại", "ở", "cho", "đủ", "về"}) - {"là"}


def counts_year(match: Match, document: Document) -> bool:
    """A number such as 2019 counts only where the word before it says so: a text groups its thousands."""
    return not _COUNTING_YEAR.isdisjoint(context.words_before(document.folded, match.start(), 1))


def counts_five(match: Match, document: Document, *, person: bool = False, part: bool = False) -> bool:
    """Whether ``năm`` is a five here; it is a year more often.

    Before people, and before parts of a house or a car, it is a five unless a word of time stands before it.
    """
    before = context.words_before(document.folded, match.start(), 1)
    if person or part:
        return not before or (before[0].isalpha() and before[0] not in _BEFORE_YEAR)
    return not _COUNTING_FIVE.isdisjoint(before)


_BEFORE_YEAR = frozenset(["trong", "mỗi", "hằng", "hàng", "cuối", "đầu", "giữa", "các", "nhiều", "qua", "những", "từng",
    "một", "nửa", "đến", "từ", "vào", "suốt", "mấy", "vài", "chục", "mươi", "mười", "trăm", "nghìn", "hai", "ba", "bốn",
    "sáu", "bảy", "tám", "chín", "cùng", "sau", "trước", "bao", "lăm", "tư", "mốt"])  # fmt: skip
