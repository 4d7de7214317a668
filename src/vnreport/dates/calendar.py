"""Calendar arithmetic: ranges of days as (first, last), both inclusive.

Days are Gregorian, of the years 1 to 9999; what would lie outside is None, and nothing is raised for it.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TypeAlias

Range: TypeAlias = tuple[dt.date, dt.date]
"""First and last day, both inclusive."""


def day(year: int, month: int, number: int) -> dt.date | None:
    """Day `number` of a month, or None where there is none (31 February)."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def shifted(date: dt.date, days: int) -> dt.date | None:
    """`date` moved by `days`, back where they are below 0."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def month(year: int, number: int) -> Range | None:
    """The month; `number` may lie outside 1 to 12 and then counts on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, number: int, count: int) -> Range | None:
    """`count` months from month `number` of `year` on."""
    first, last = month(year, number), month(year, number + count - 1)
    return (first[0], last[1]) if first and last else None


def years(first: int, last: int) -> Range | None:
    """The whole years `first` to `last`; None where they are in the wrong order."""
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def week(date: dt.date, offset: int = 0) -> Range | None:
    """The week, Monday to Sunday (ISO 8601), `offset` weeks after that of `date`."""
    monday = shifted(date, 7 * offset - date.weekday())
    sunday = shifted(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def moved(date: dt.date, count: int, unit: str) -> dt.date | None:
    """`date` moved by `count` units, back where they are below 0.

    From a day that the other month does not have (31 March, one month back) to the last it has. `unit` is ``day``,
    ``week``, ``month``, ``quarter``, ``year``, ``decade`` or ``century``; another raises `KeyError`.
    """
    if unit in _DAYS:
        return shifted(date, count * _DAYS[unit])
    position = date.year * 12 + date.month - 1 + count * _MONTHS[unit]
    year, number = divmod(position, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, number + 1, min(date.day, calendar.monthrange(year, number + 1)[1]))


_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def around(date: dt.date, unit: str) -> Range | None:
    """The whole unit in which `date` lies; `unit` as in `moved`, any other is a year.

    Quarters, decades and years are the calendar's; decades begin with a 0 (1990), centuries with a 1 (1901).
    """
    if unit == "day":
        return date, date
    if unit == "week":
        return week(date)
    if unit == "month":
        return month(date.year, date.month)
    if unit == "quarter":
        return months(date.year, (date.month - 1) // 3 * 3 + 1, 3)
    if unit == "decade":
        return years(max(1, date.year // 10 * 10), date.year // 10 * 10 + 9)
    if unit == "century":
        return years((date.year - 1) // 100 * 100 + 1, (date.year - 1) // 100 * 100 + 100)
    return years(date.year, date.year)


def half(span: Range, which: int) -> Range | None:
    """The first (1) or the second (2) half of a span of whole months; of an odd number the first is the shorter."""
    count = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
    first = months(span[0].year, span[0].month, count // 2)
    if which == 1 or first is None:
        return first
    behind = shifted(first[1], 1)
    return (behind, span[1]) if behind and behind <= span[1] else None


def year_earlier(span: Range, by: int) -> Range | None:
    """The same period `by` years earlier.

    A period that ends with a month ends with that month: 28 February 2023 is 29 February a year later.
    """
    first, last = moved(span[0], -by, "year"), moved(span[1], -by, "year")
    if first is None or last is None:
        return None
    if span[1].day == calendar.monthrange(span[1].year, span[1].month)[1]:
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return first, last
