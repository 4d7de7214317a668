"""The year a text without a day of publication speaks in, as far as its own full dates tell.

``Chiều 20/6, xã họp.`` has no year; where the same text names ``ngày 6/6/2017``, a reader puts both into one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from vnreport.dates import calendar as cal
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around
from vnreport.dates.joins import Item
from vnreport.dates.values import Point, Value
from vnreport.text.patterns import LazyPattern

_NEAR = dt.timedelta(days=31)  # by which a full day or month may come before the one whose year it tells
_AHEAD = dt.timedelta(days=3)  # and by which it may follow: what lies further ahead is last year's as often
_EARLIEST = 2000  # a paper's pages on the net are no older: what is told of before is history
_LEAD = 1200  # characters within which the day stands, and
_APART = 600  # between the two: further on, the history of the event is told
_HISTORY = LazyPattern(r"(?<!\w)(?:hồi|trước đó|năm ngoái|năm trước|trước thời điểm|khoảng),? (?:từ |vào |ngày )?$")
# `Ngày hội lần thứ II năm 2017` is held in the year its name ends with.
_EDITION = LazyPattern(r"lần thứ [^\s,;.]{1,6}(?: nhiệm kỳ| -| –|,)? năm (?P<year>20\d\d)(?!\w)")


def told_day(text: str, items: list[Item]) -> dt.date | None:
    """The first day of the text, where it lacks the year, in the year that the text tells; `items` of the folded twin.

    That is the year of a full day or month close by in the text and on the calendar, unless a later day is told of
    too; or else that of the one event that is numbered and dated in its name. None where nothing tells it.
    """
    first = next((item for item in items if isinstance(item.value, Point) and isinstance(item.value.day, int)), None)
    if first is None or first.start > _LEAD:
        return None
    day_of = _without_year(first.value)
    if day_of is None:
        return None
    full = list(_full(text, items))
    near = [
        _next_to(span, *day_of)
        for start, span in full
        if abs(start - first.start) <= _APART and not _HISTORY.search(text, max(0, start - 24), start)
    ]
    told = max((day for day in near if day is not None), default=None)
    if told is not None:
        return told if all(span[0] <= told + _NEAR for _, span in full) else None
    editions = {int(match["year"]) for match in _EDITION.finditer(text)}
    return cal.day(editions.pop(), *day_of) if len(editions) == 1 else None


def _without_year(value: Value) -> tuple[int, int] | None:
    """Month and day of a day that lacks the year, None for anything else."""
    if not isinstance(value, Point) or not value.firm or value.lunar or value.year is not None:
        return None
    if not isinstance(value.day, int) or not isinstance(value.month, int) or value.cycle is not None:
        return None
    return value.month, value.day


def _full(text: str, items: list[Item]) -> Iterator[tuple[int, Range]]:
    """Where days and months are said with their year, and which; deadlines, births and history apart."""
    for item in items:
        value = item.value
        if not isinstance(value, Point) or value.lunar or not isinstance(value.month, int):
            continue
        if not isinstance(value.year, int) or value.year < _EARLIEST:
            continue
        if Around(text, item.start, item.end).bounded():
            continue
        span = cal.month(value.year, value.month)
        if isinstance(value.day, int):
            day = cal.day(value.year, value.month, value.day)
            span = (day, day) if day is not None else None
        if span is not None:
            yield item.start, span


def _next_to(span: Range, month: int, number: int) -> dt.date | None:
    """That day of a month in the year in which it lies close to `span`, or None where it never does."""
    for year in (span[0].year - 1, span[0].year, span[0].year + 1):
        day = cal.day(year, month, number)
        if day is not None and span[0] - _AHEAD <= day <= span[1] + _NEAR:
            return day
    return None
