"""The lunar calendar of Vietnam, by `lunar_vn`, imported at first need.

`lunar_vn` computes Hồ Ngọc Đức's algorithm: astronomical new moons and solar terms at Vietnam's time, UTC+7 (at
China's, an hour ahead, some months begin a day later). It covers the days of 1900 to 2100; outside, days are None.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=4096)
def to_solar(day: int, month: int, year: int, leap: bool = False) -> dt.date | None:
    """The day that is `day` of lunar `month` of lunar `year`, or None where that month has no such day.

    `leap`: of the second month of that number in its year.
    """
    from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

    try:
        date: dt.date = lunar_to_solar(LunarDate(day, month, year, leap))
        back = solar_to_lunar(date)
    except ValueError:
        return None
    return date if (back.day, back.month, back.year, back.leap) == (day, month, year, leap) else None


def month(number: int, year: int, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last day, both inclusive, of a lunar month; `leap`: of the second month of that number in its year."""
    first = to_solar(1, number, year, leap)
    if first is None:
        return None
    last = to_solar(30, number, year, leap) or to_solar(29, number, year, leap)
    return (first, last) if last is not None else None


def year(number: int) -> tuple[dt.date, dt.date] | None:
    """First and last day, both inclusive, of the lunar year that begins in the solar year `number`."""
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
