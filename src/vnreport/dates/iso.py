"""Values in ISO 8601 and EDTF (ISO 8601-2): days, intervals, lengths, clock times."""

from __future__ import annotations

from vnreport.dates.calendar import Range
from vnreport.dates.values import Length, Point
from vnreport.records import DateKind

_ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_ISO_TIMES = {"hour": "H", "minute": "M", "second": "S"}
_MULTIPLES = {"quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}


def duration(value: Length) -> str:
    """A length as an ISO 8601 duration: ``P1Y6M``, ``PT1H30M``, ``P2.5M``.

    Quarters are written as three months, decades and centuries as 10 and 100 years.
    """
    days, times = "", ""
    for count, unit in value.parts:
        if unit in _MULTIPLES:
            unit, by = _MULTIPLES[unit][0], _MULTIPLES[unit][1]
            count = count * by
        number = f"{count.normalize():f}"
        if unit in _ISO_TIMES:
            times += number + _ISO_TIMES[unit]
        else:
            days += number + _ISO_UNITS[unit]
    return f"P{days}T{times}" if times else f"P{days}"


def days(kind: DateKind, span: Range | None) -> str | None:
    """A day (``2022-03-11``) or an interval (``2017-01-01/2017-06-30``); None for None."""
    if span is None:
        return None
    first, last = span
    if kind == "date" and first == last:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


def clock(point: Point) -> str | None:
    """A clock time: ``T14:30``; the end of a day is ``T24:00``; None where `point` has none."""
    if point.clock is None:
        return None
    return "T24:00" if point.midnight else f"T{point.clock.strftime('%H:%M')}"
