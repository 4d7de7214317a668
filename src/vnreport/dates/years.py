"""The year a text without a day of publication speaks in, as far as its own full dates tell.

``Chiều 20/6, xã họp.`` has no year; where the same text names ``ngày 6/6/2017``, a reader puts both into one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from vnreport.dates import calendar as cal
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around
from vnreport.dates.joins import Item
from vnreport.dates.values import Point
from vnreport.text.patterns import LazyPattern

_NEAR = dt.timedelta(days=31)  # within which a full day or month tells the year of one without
_EARLIEST = 2000  # a paper's pages on the net are no older: what is told of before is history
_LOOKED_AT = 24  # days of either kind: a calendar of events is no report
# `Ngày hội lần thứ II năm 2017` is held in the year its name ends with.
_EDITION = LazyPattern(r"lần thứ [^\s,;.]{1,6}(?: nhiệm kỳ| -| –|,)? năm (?P<year>20\d\d)(?!\w)")


def told_day(text: str, items: list[Item]) -> dt.date | None:
    """The first day without a year among `items` of the folded twin `text`, in the year that the text tells.

    That is the year of a full day or month close by on the calendar, or else of the one event that is numbered and
    dated in its name. None where nothing tells it.
    """
    days = list(islice(_days(items), _LOOKED_AT))
    if not days:
        return None
    full = list(islice(_full(text, items), _LOOKED_AT))
    for month, number in days:
        near = [day for span in full if (day := _next_to(span, month, number)) is not None]
        if near:
            return max(near)
    editions = {int(match["year"]) for match in _EDITION.finditer(text)}
    return cal.day(editions.pop(), *days[0]) if len(editions) == 1 else None


def _days(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Month and day of those that lack the year."""
    for item in items:
        value = item.value
        if not isinstance(value, Point) or not value.firm or value.lunar or value.year is not None:
            continue
        if isinstance(value.day, int) and isinstance(value.month, int) and value.cycle is None:
            yield value.month, value.day


def _full(text: str, items: list[Item]) -> Iterator[Range]:
    """The days and months said with their year, deadlines, births and history apart."""
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
            yield span


def _next_to(span: Range, month: int, number: int) -> dt.date | None:
    """That day of a month in the year in which it lies close to `span`, or None where it never does."""
    for year in (span[0].year - 1, span[0].year, span[0].year + 1):
        day = cal.day(year, month, number)
        if day is not None and span[0] - _NEAR <= day <= span[1] + _NEAR:
            return day
    return None
