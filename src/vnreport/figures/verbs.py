"""The verb before a figure, where no word names a measure.

What is done with money says what it is of (``hỗ trợ gia đình ông Tá | 10 triệu đồng``), and so does what lies so far
apart (``cách bờ | 5 km``); of other sizes it is the thing behind the verb (``trang bị | động cơ | 1.5L``).

Texts are folded twins; offsets are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnreport import lexicon

_SIZES = frozenset(["length", "area", "volume", "mass", "power", "image", "data", "charge"])
_APART = re.compile(r"(?<!\w)cách (?!đây|nay|ly|mạng|thức|làm|chức|điệu|tân|âm|nhau|trở)(?=[^\W\d])")
# What makes another word of a verb of one syllable: `trả lời`, `cấp cứu`.
_COMPOUNDED = (
    "lời|đổi|cứu|phép|xã|huyện|tỉnh|bộ|nhánh|cục|ý|phần|định|thức|xét|biết|giao|kinh|sắm|hội|tiết|nhau|diện|nhập|cách"
)


def deed(text: str, start: int, end: int, dimension: str | None) -> int | None:
    """Where between `start` and `end` the last words begin that say what is done with money, or how far apart it lies.

    `dimension` is that of the unit (``currency`` for all money). A deed done to the subject is left to it (``mỗi hộ
    được hỗ trợ``), unless nothing stands before the verb.
    """
    found = None
    if dimension == "currency":
        for verb in _money().finditer(text, start, end):
            if not text.endswith(("bị ", "được "), start, verb.start()) or not text[start : verb.start() - 4].strip():
                found = verb.start()
    elif dimension == "length":
        found = _last(match.start() for match in _APART.finditer(text, start, end))
    return found


def thing(text: str, start: int, end: int, dimension: str | None) -> int | None:
    """Where between `start` and `end` stands the thing of a size that the last verb does something with."""
    return _last(match.end() for match in _handling().finditer(text, start, end)) if dimension in _SIZES else None


def deed_in_lead(text: str, start: int, end: int) -> tuple[int, int] | None:
    """(start, end) of the verb that opens the lead from `start` to `end` (``mỗi nhà | chi bình quân``), or None."""
    found = _spending().match(text, start, end)
    return None if found is None else found.span("verb")


@cache
def _spending() -> re.Pattern[str]:
    return re.compile(r"(?:(?:đã|sẽ|đang|cũng|vẫn|chỉ) ){0,2}(?P<verb>chi|thu về|thu|tốn)(?!\w)")


def end_with_deed(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` end with a verb whose object is yet to come (``xã trồng | 5 ha lúa``)."""
    return _deed_last().search(text, max(start, end - 24), end) is not None


@cache
def _deed_last() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("thing_verbs"))
    return re.compile(
        rf"(?<!\w)(?<!chưa )(?<!quyền )(?<!đất )(?:{words})(?: (?:được|thêm|mới|hơn|trên|gần|khoảng))? \Z"
    )


def _last(places: Iterator[int]) -> int | None:
    return max(places, default=None)


@cache
def _money() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("money_verbs"))
    other = r"(?<!cung )(?<!trung )(?<!cao )(?<!nâng )(?<!sơ )"
    return re.compile(rf"(?<!\w){other}(?:{words})(?!\w)(?! (?:{_COMPOUNDED})(?!\w))")


@cache
def _handling() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("thing_verbs"))
    other = r"(?<!chưa )(?<!quyền )(?<!đất )"
    return re.compile(
        rf"(?<!\w){other}(?:{words}) (?!việc|chủ|cho|ăn)(?:(?:toàn bộ|cả|thêm|mới|được|ra) )?"
        r"(?=[^\W\d])(?!(?:mới|thêm|được|ra) ?$)"
    )
