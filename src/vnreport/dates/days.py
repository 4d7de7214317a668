"""Days: calendar days, weekdays, lunar days, feasts, days told from an anchor."""

from __future__ import annotations

import datetime as dt

from vnreport import lexicon
from vnreport.dates import calendar as cal
from vnreport.dates import lunar
from vnreport.dates.anchors import Anchors
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around
from vnreport.dates.values import Point, Rel

FEASTS = {row["name"].casefold(): row for row in lexicon.rows("feasts")}


_STALE = 60  # days behind which a day gives its hours only while it is being told of
_TELLING = 600
_NARRATED = 110  # code points within which a day that was named goes on being told


class DayResolver(Anchors):
    """Resolves points of the size of a day."""

    def _clock_day(self, around: Around) -> Range | None:
        context = self.context
        sentence = around.sentence
        if context.recurring_at >= sentence:
            return None
        day = context.event_day
        if context.spoken_at >= sentence or 0 <= sentence - context.last_day_at < _NARRATED:
            day = context.last_day
        if day is None or (
            context.today is not None
            and abs((context.today - day).days) > _STALE
            and not 0 <= around.start - context.last_day_at < _TELLING
        ):
            return None
        self._used = "context"
        return day, day

    def _day(self, point: Point, around: Around) -> dt.date | None:
        if point.feast is not None:
            return self._feast(point, around)
        if point.day is not None:
            return self._calendar_day(point, around)
        if point.shift is not None:
            base = (
                self._day_before(around, timed=point.clock is not None) if point.shift.context else self._said(around)
            )
            return cal.shifted(base, point.shift.by) if base else None
        if point.weekday is not None:
            return self._weekday(point, around)
        return None

    def _weekday(self, point: Point, around: Around) -> dt.date | None:
        today = self._today()
        if today is None or point.weekday is None:
            return None
        if point.week is not None:
            week = cal.week(today, point.week.by)
            return cal.shifted(week[0], point.weekday) if week else None
        toward = point.toward
        if toward is None:
            side = around.side()
            toward = 1 if side > 0 else -1
            ahead = (point.weekday - today.weekday()) % 7
            if toward < 0:
                return cal.shifted(today, ahead - 7 if ahead else 0)
            return cal.shifted(today, ahead)
        if toward == 0:
            return cal.shifted(today, point.weekday - today.weekday())
        ahead = (point.weekday - today.weekday()) % 7
        return cal.shifted(today, (ahead or 7) if toward > 0 else (ahead - 7))

    def _calendar_day(self, point: Point, around: Around) -> dt.date | None:
        day, month, year = point.day, point.month, point.year
        if isinstance(day, Rel):
            return None
        if point.cycle is not None or point.lunar:
            return self._lunar_day(point, around)
        if isinstance(year, Rel):
            year = self._relative_year(year, around)
            if year is None:
                return None
        if isinstance(month, Rel):
            today = self._today()
            span = cal.month(today.year, today.month + month.by) if today else None
            return cal.day(span[0].year, span[0].month, day) if span and day else None
        if day is None:
            return None
        if month is None:
            return self._day_of_some_month(day, around)
        if year is not None:
            return cal.day(year, month, day)
        return self._some_year(lambda y: cal.day(y, month, day), around, point.toward)

    def _day_of_some_month(self, day: int, around: Around) -> dt.date | None:
        base = self.context.today
        spoken = self.context.spoken if self.context.spoken_at >= around.sentence else None
        if spoken is not None and spoken[0].month == spoken[1].month and spoken[0].year == spoken[1].year:
            self._used = "context"
            return cal.day(spoken[0].year, spoken[0].month, day)
        if base is None:
            return None
        self._today()
        candidates = []
        for by in (-1, 0, 1):
            span = cal.month(base.year, base.month + by)
            found = cal.day(span[0].year, span[0].month, day) if span else None
            if found:
                candidates.append(found)
        side = around.side()
        return min(candidates, key=lambda d: (_wrong_side(d, base, side), abs((d - base).days)), default=None)

    def _feast(self, point: Point, around: Around) -> dt.date | None:
        row = FEASTS[point.feast or ""]
        year = point.year
        if isinstance(year, Rel):
            year = self._relative_year(year, around)
        day, month = int(row["day"]), int(row["month"])
        if point.cycle is not None and year is None:
            year = self._cycle_year(point.cycle)
        if year is None:
            return None
        if row["calendar"] == "lunar":
            # The kitchen gods leave in the last month, before the year's Tết.
            return lunar.to_solar(day, month, year)
        return cal.day(year, month, day)

    def _lunar_year(self, point: Point, around: Around) -> int | None:
        if point.cycle is not None:
            return point.year if isinstance(point.year, int) else self._cycle_year(point.cycle)
        if isinstance(point.year, Rel):
            return self._relative_year(point.year, around)
        return point.year

    def _lunar_day(self, point: Point, around: Around) -> dt.date | None:
        day, month = point.day, point.month
        if not isinstance(day, int) or isinstance(month, Rel):
            return None
        year = self._lunar_year(point, around)
        near = self._near(around)
        if month is None:
            month = 1 if near is None else self._lunar_month_near(near)
            if month is None:
                return None
        if year is not None:
            return lunar.to_solar(day, month, year, point.leap)
        if near is None:
            return None
        base = lunar.year_of(near)
        candidates = [d for y in (base - 1, base, base + 1) if (d := lunar.to_solar(day, month, y, point.leap))]
        return min(candidates, key=lambda d: abs((d - near).days), default=None)

    def _lunar_month_near(self, near: dt.date) -> int | None:
        """A bare ``mùng 5`` is of the first month about Tết, else of the running lunar month."""
        from lunar_vn import solar_to_lunar

        try:
            there = solar_to_lunar(near)
        except ValueError:
            return None
        if there.month == 12 and there.day > 10:
            return 1
        return int(there.month)

    def _near(self, around: Around) -> dt.date | None:
        """The day that a lunar day without a year lies next to: the one just spoken of, else the anchor."""
        context = self.context
        if context.last_day is not None and around.explains():
            self._used = "context"
            return context.last_day
        return self._today() or context.last_day


def _wrong_side(day: dt.date, base: dt.date, side: int) -> bool:
    return (side > 0 and day < base) or (side < 0 and day > base)
