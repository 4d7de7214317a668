"""Periods: weeks, months, quarters, halves, seasons, years and parts of them."""

from __future__ import annotations

import datetime as dt

from vnreport.dates import calendar as cal
from vnreport.dates import lunar
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around
from vnreport.dates.days import DayResolver
from vnreport.dates.values import Point, Rel, Years

_SCHOOL_OPENS = 8  # August: papers then call the year that opens in September this one


class PeriodResolver(DayResolver):
    """Resolves points of any size."""

    def _span(self, point: Point, grain: str, around: Around) -> Range | None:
        if grain == "clock":
            return self._clock_day(around)
        if grain == "day":
            day = self._day(point, around)
            return (day, day) if day is not None else None
        if grain == "week":
            return self._week(point, around)
        if point.lunar and point.season is None and point.feast is None:
            return self._lunar_span(point, around)
        return self._larger(point, grain, around)

    def _week(self, point: Point, around: Around) -> Range | None:
        today = self._today()
        if today is None or point.week is None:
            return None
        by = point.week.by
        if point.toward == 0 and today.weekday() >= 4:
            by = 0  # `tuần qua` at the end of a week is that week
        span = cal.week(today, by)
        if span and point.edge == "cuối":
            return span[1] - dt.timedelta(days=1), span[1]
        return span

    def _lunar_span(self, point: Point, around: Around) -> Range | None:
        year = self._lunar_year(point, around)
        if isinstance(point.month, int):
            near = self._near(around)
            if year is None:
                if near is None:
                    return None
                base = lunar.year_of(near)
                spans = [s for y in (base - 1, base, base + 1) if (s := lunar.month(point.month, y, point.leap))]
                return min(spans, key=lambda s: abs((s[0] - near).days), default=None)
            return lunar.month(point.month, year, point.leap)
        return lunar.year(year) if year is not None else None

    def _larger(self, point: Point, grain: str, around: Around) -> Range | None:
        year = point.year
        if point.cycle is not None and year is None:
            year = self._cycle_year(point.cycle)
        if isinstance(year, Rel):
            base = self._relative_year(year, around)
            if base is None:
                return None
            if point.toward == 0 and self.context.today and self.context.today.month == 12:
                base = self.context.today.year  # `năm qua` in December is the year that ends
            year = base
        if grain == "year":
            return cal.years(year, year) if year is not None else None
        if grain == "month":
            return self._month(point, year, around)
        if grain == "portion":
            return self._portion(point, year, around)
        return self._part_of_year(point, grain, year, around)

    def _month(self, point: Point, year: int | None, around: Around) -> Range | None:
        number = point.month
        if isinstance(number, Rel):
            base = self.context.topic
            if around.compared() and self.context.topic_unit == "month" and base is not None and number.by == -1:
                self._used = "context"
                return cal.month(base[0].year, base[0].month - 1)
            if number.context:
                base = self.context.spoken
                self._used = "context"
                return cal.month(base[0].year, base[0].month + number.by) if base else None
            today = self._today()
            if today is None:
                return None
            by = 0 if point.toward == 0 and today.day >= 25 else number.by
            return cal.month(today.year, today.month + by)
        if number is None:
            return None
        if year is None:
            day = self._some_year(lambda y: cal.day(y, number, 1), around, point.toward, whole_month=True)
            if day is None:
                return None
            year = day.year
        return cal.month(year, number)

    def _part_of_year(self, point: Point, grain: str, year: int | None, around: Around) -> Range | None:
        if grain == "quarter" and isinstance(point.quarter, Rel):
            if (
                around.compared()
                and self.context.topic_unit == "quarter"
                and self.context.topic
                and point.quarter.by == -1
            ):
                self._used = "context"
                first = self.context.topic[0]
                return cal.months(first.year, first.month - 3, 3)
            today = self._today()
            if today is None:
                return None
            return cal.months(today.year, (today.month - 1) // 3 * 3 + 1 + 3 * point.quarter.by, 3)
        if grain == "season" and point.season is not None:
            if year is None:
                return self._season_near(point.season, point.toward)
            if point.lunar:
                spring, ends = lunar.month(1, year), lunar.month(3, year)
                return (spring[0], ends[1]) if spring and ends else None
            return cal.months(year, 3 * point.season, 3)
        if grain == "half" and point.half is not None:
            return cal.months(year, 6 * point.half - 5, 6) if year is not None else None
        quarter = point.quarter
        if not isinstance(quarter, int):
            return None
        if year is None:
            day = self._some_year(lambda y: cal.day(y, 3 * quarter - 2, 1), around, point.toward, whole_month=True)
            if day is None:
                return None
            year = day.year
        return cal.months(year, 3 * quarter - 2, 3)

    def _season_near(self, season: int, toward: int | None) -> Range | None:
        today = self._today()
        if today is None or toward is None:
            return None
        near = [span for by in (-1, 0, 1) if (span := cal.months(today.year + by, 3 * season, 3))]
        if toward > 0:
            return next((span for span in near if span[0] > today), None)
        if toward < 0:
            return next((span for span in reversed(near) if span[1] <= today), None)
        return min(near, key=lambda span: max((span[0] - today).days, (today - span[1]).days), default=None)

    def _portion(self, point: Point, year: int | None, around: Around) -> Range | None:
        portion = point.portion
        assert portion is not None
        container = point._replace(portion=None, firm=True)
        if container == Point():  # a bare `6 tháng đầu` is of the running year
            container = Point(year=Rel(0))
        whole = self._span(container, grain_of(container), around)
        if whole is None:
            return None
        if portion.last:
            behind = cal.shifted(whole[1], 1)
            start = cal.moved(behind, -portion.number, portion.unit) if behind else None
            return (start, whole[1]) if start else None
        end = cal.moved(whole[0], portion.number, portion.unit)
        return (whole[0], end - dt.timedelta(days=1)) if end else None

    def _years(self, years: Years) -> Range | None:
        if years.century is None and years.school is None:
            return cal.years(years.first, years.last)
        today = self._today()
        if today is None:
            return None
        if years.school is not None:
            opened = today.year - (today.month < _SCHOOL_OPENS) + years.school.by
            return cal.years(opened, opened + 1)
        assert years.century is not None
        first = (today.year - 1) // 100 * 100 + 1 + 100 * years.century.by
        return cal.years(first, first + 99)


def grain_of(point: Point) -> str:
    """The size of the smallest part that is said.

    One of ``clock``, ``day``, ``portion``, ``week``, ``month``, ``season``, ``quarter``, ``half``, ``year``.
    """
    if point.day is not None or point.shift is not None or point.weekday is not None or point.feast is not None:
        return "day"
    if point.portion is not None:
        return "portion"
    if point.week is not None:
        return "week"
    if point.month is not None:
        return "month"
    if point.season is not None:
        return "season"
    if point.quarter is not None:
        return "quarter"
    if point.half is not None:
        return "half"
    if point.year is not None or point.cycle is not None:
        return "year"
    return "clock"
