"""The lunar calendar of Vietnam, by `lunar_vn`, imported at first need. Days are None outside 1900 to 2100."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=4096)
def to_solar(day: int, month: int, year: int, leap: bool = False) -> dt.date | None:
    """The day that is `day` of lunar `month` of lunar `year`, or None where that month has no such day."""
    from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

    try:
        date: dt.date = lunar_to_solar(LunarDate(day, month, year, leap))
        back = solar_to_lunar(date)
    except ValueError:
        return None
    return date if (back.day, back.month, back.year, back.leap) == (day, month, year, leap) else None


def month(number: int, year: int, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last day of a lunar month."""
    first = to_solar(1, number, year, leap)
    if first is None:
        return None
    last = to_solar(30, number, year, leap) or to_solar(29, number, year, leap)
    return (first, last) if last is not None else None


def year(number: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of a lunar year."""
    first, following = to_solar(1, 1, number), to_solar(1, 1, number + 1)
    if first is None or following is None:
        return None
    return first, following - dt.timedelta(days=1)


def year_of(day: dt.date) -> int:
    """The lunar year that `day` lies in; its calendar year where the lunar calendar is not known."""
    from lunar_vn import solar_to_lunar

    try:
        return int(solar_to_lunar(day).year)
    except ValueError:
        return day.year
