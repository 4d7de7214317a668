"""Numbers that no unit follows: a name, a title of a mark or a unit further on explains them.

``điểm trung bình 8,16`` is a mark; ``tại Bình Dương (1.501), Long An (504)`` and ``(Lý Nhân 337, Bình Lục 15)`` share
out a count by place. The readers are those of `vnreport.figures.readings`: None is no figure after all.
"""

from __future__ import annotations

import re

from vnreport.document import Document
from vnreport.figures import amounts, context, units
from vnreport.figures.readings import Match, Reading, Readings
from vnreport.text.patterns import LazyPattern

_NAME = r"(?:TP\.? ?)?\p{Lu}[\p{Ll}\p{Lu}]{0,9}(?:[ -]\p{Lu}[\p{Ll}\p{Lu}]{0,9}){0,4}+"
_KIND = r"(?:(?:và|tỉnh|huyện|quận|xã|phường|thị xã|thành phố|TP\.?|tại|ở) ){0,2}"
_NUMBER = r"\d{1,3}(?:\.\d{3}){0,2}"
_BEFORE = LazyPattern(rf"(?:^|[,;:( ]){_KIND}({_NAME}) (\(?)$")
_FOLLOWS = {
    "(": LazyPattern(rf"\)(?:[,;]| và) {_KIND}{_NAME} \({_NUMBER}\)"),
    "": LazyPattern(rf"(?:[,;]| và) {_KIND}{_NAME} {_NUMBER}(?=[,;).]|$)"),
}
_PRECEDES = {
    "(": LazyPattern(rf"{_NUMBER}\)(?:[,;]| và) {_KIND}$"),
    "": LazyPattern(rf"(?<![\d.,]){_NUMBER}(?:[,;]| và) {_KIND}$"),
}
_SHARED_OUT = re.compile(
    r"\d [^\W\d][^\n]{0,160}?(?:tại|ở|tỉnh|thành phố|huyện|quận|xã|phường|địa phương|nước|bang)(?!\w)"
)
_REACH = 240  # characters looked back over
_YEAR = re.compile(r"(?:19|20)\d\d")


def by_name(match: Match, document: Document) -> Readings | None:
    """One number of a list that shares out a count, each behind the name of a place."""
    start, end = match.start("low"), match.end("low")
    source = document.text
    near = max(0, start - 64)
    word = max(near, source.rfind(" ", near, max(0, start - 2)) + 1)
    if source[word:start] == document.folded[word:start]:
        return None  # no capital, no name
    before = _BEFORE.search(source, near, start)
    if before is None or _YEAR.fullmatch(match["low"]):
        return None
    name = before.span(1)
    if context.is_label(document.folded, start, match["low"], "", None):
        return None
    sign = before[2]
    listed = _FOLLOWS[sign].match(source, end) or _PRECEDES[sign].search(source, max(0, name[0] - 40), name[0])
    left = source[max(0, name[0] - _REACH) : name[0]].rpartition("\n")[2]
    if not listed or not _SHARED_OUT.search(left):
        return None
    if not sign and not (":" in left or "(" in left):
        return None
    value = amounts.value_of(match["low"], document, counts=True)
    return None if value is None else (Reading(start, end, value, measure=name),)


def mark(match: Match, document: Document) -> Readings | None:
    """A mark behind the words that say so."""
    value = amounts.value_of(match["low"], document)
    if value is None or value > 1000:
        return None
    return (Reading(match.start("low"), match.end("low"), value, measure=match.span("mark")),)


_LINE = re.compile(r"(?:^|\n)[ \t]*[-+*•–]? ?(?P<head>[^\W\d][^\n:;.]{3,100}): ?\Z")
_CODES = re.compile(
    r"(?<!\w)(?:điện thoại|đt|hotline|fax|tel|mã|biển|tài khoản|số nhà|phòng|địa chỉ|stk|bài|lớp|trang|năm|ngày|giờ"
    r"|đường dây nóng|thứ|quận|phường|tỷ số|kết quả|hạng|lúc|cmnd|cccd|sbd|ảnh|số)$"
)
_CODED = re.compile(
    r"(?:điện thoại|đt|hotline|fax|tel|mã|biển|tài khoản|stk|địa chỉ|đường dây nóng|liên hệ|tỷ số|gọi)(?!\w)"
)


def behind_colon(match: Match, document: Document) -> Readings | None:
    """What a line of a bulletin says before its number (``- Số ca nặng: 12``)."""
    start = match.start("low")
    line = _LINE.search(document.folded, max(0, start - 110), start)
    if line is None or (line.start() == max(0, start - 110) and line.start() and document.text[line.start()] != "\n"):
        return None
    if _CODES.search(line["head"]) or _CODED.search(line["head"]) or amounts.IDENTIFIER.match(match["low"]):
        return None
    value = amounts.value_of(match["low"], document, counts=True)
    return None if value is None else (Reading(start, match.end("low"), value, measure=line.span("head")),)


def sides(match: Match, document: Document) -> Readings | None:
    """The two sides of a surface that name their unit once (``5x8m``)."""
    first, second = (amounts.value_of(match[part], document) for part in ("low", "high"))
    if first is None or second is None or not amounts.stands_free(match, document):
        return None
    known = units.aliases()[match["unit"]]
    return (
        Reading(match.start(), match.end("low"), first, unit=known.name, kind=known.kind),
        Reading(match.start("high"), match.end(), second, unit=known.name, kind=known.kind),
    )
