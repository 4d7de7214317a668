"""From symbolic values to days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vnreport.dates import calendar as cal
from vnreport.dates import iso
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around
from vnreport.dates.days import FEASTS
from vnreport.dates.periods import PeriodResolver, grain_of
from vnreport.dates.values import (
    Distance,
    Interval,
    Length,
    Point,
    Recurring,
    Rolling,
    SamePeriod,
    Unplaced,
    Value,
    Years,
)  # fmt: skip
from vnreport.records import Anchor, Calendar, DateKind


@dataclass(slots=True)
class Resolved:
    """What is known of an expression in the end: the fields of a `DateExpression`.

    `span` has its first and last day, both inclusive; `unit` is its size, as `grain_of` names it, where that matters.
    """

    kind: DateKind
    span: Range | None = None
    time: dt.time | None = None
    value: str | None = None
    anchor: Anchor = "explicit"
    calendar: Calendar = "gregorian"
    unit: str | None = None


class Resolver(PeriodResolver):
    """Resolves the values of one document, in order; `find` moves `context` on with them."""

    def resolve(self, value: Value, around: Around) -> Resolved | None:
        """What `value` stands for, or None where it is no expression of time after all."""
        self._used = "explicit"
        resolved = self._dispatch(value, around)
        if resolved is not None:
            resolved.anchor = self._used
            if resolved.value is None:
                resolved.value = iso.days(resolved.kind, resolved.span)
        return resolved

    def _dispatch(self, value: Value, around: Around) -> Resolved | None:
        if isinstance(value, Point):
            return self._point(value, around)
        if isinstance(value, Interval):
            return self._interval(value, around)
        if isinstance(value, Length):
            return Resolved("duration", value=None if value.high is not None else iso.duration(value))
        if isinstance(value, Recurring):
            return Resolved("set", value=iso.duration(Length(((value.every, value.unit),))))
        if isinstance(value, Rolling):
            return Resolved("period", self._rolling(value))
        if isinstance(value, Distance):
            span = self._distance(value)
            return Resolved("date" if value.unit in ("day", "week") else "period", span, unit=value.unit)
        if isinstance(value, SamePeriod):
            return self._same_period(value)
        if isinstance(value, Years):
            return Resolved("period", self._years(value))
        if isinstance(value, Unplaced):
            return Resolved("period")
        return None

    def _point(self, point: Point, around: Around) -> Resolved | None:
        grain = grain_of(point)
        kind: DateKind = "date" if grain in ("day", "clock") else "period"
        span = self._span(point, grain, around)
        time = point.clock
        if time is not None and point.part is not None:
            time = _afternoon(time, point.part)
        if grain == "clock" and span is None:
            return Resolved("time", time=time, value=iso.clock(point._replace(clock=time)))
        resolved = Resolved(kind, span, time, unit=grain)
        if point.lunar or point.cycle is not None or (point.feast and FEASTS[point.feast]["calendar"] == "lunar"):
            resolved.calendar = "lunar"
        if span is not None and time is not None:
            resolved.value = f"{span[0].isoformat()}T{'24:00' if point.midnight else time.strftime('%H:%M')}"
        elif span is None and grain == "day":
            resolved.value = _without_year(point)
        return resolved

    def _rolling(self, value: Rolling) -> Range | None:
        if value.context:
            if self.context.spoken is None:
                return None
            self._used = "context"
            end = cal.shifted(self.context.spoken[0], -1)
            start = cal.moved(self.context.spoken[0], -int(value.number or 0), value.unit)
            return (start, end) if start and end else None
        if value.unit == "hour" and value.number is not None:
            value = value._replace(number=value.number // 24, unit="day")  # `12 giờ tới` end on the same day
        today = self._today()
        if (
            today is None
            or value.number is None
            or value.unit not in ("day", "week", "month", "quarter", "year", "decade", "century")
        ):
            return None
        if value.number % 1:
            months = value.number * 12 if value.unit == "year" else None
            if months is None or months % 1:
                return None
            other = cal.moved(today, int(months) * value.direction, "month")
        else:
            other = cal.moved(today, int(value.number) * value.direction, value.unit)
        if other is None:
            return None
        return (other, today) if value.direction < 0 else (today, other)

    def _distance(self, value: Distance) -> Range | None:
        if value.context:
            base = self.context.last_day if value.unit in ("day", "week") else (self.context.spoken or (None,))[0]
            self._used = "context"
        else:
            base = self._today()
        if base is None:
            return None
        moved = cal.moved(base, value.number * value.direction, value.unit)
        if moved is None:
            return None
        return cal.around(
            moved, "day" if value.unit == "week" else "year" if value.unit in ("decade", "century") else value.unit
        )

    def _same_period(self, value: SamePeriod) -> Resolved:
        topic = self.context.same_period()
        if topic is None:
            return Resolved("period")
        self._used = "context"
        back = topic[0].year - value.year if value.year is not None else value.back
        return Resolved("period", cal.year_earlier(topic, back))

    def _interval(self, value: Interval, around: Around) -> Resolved:
        if value.to_now:
            first = self._end(value.first, around)
            used = self._used
            today = self._today()
            if today is None:
                self._used = used
            span = (first[0], today) if first and today and first[0] <= today else None
            return Resolved("period", span)
        left, right = value.first, value.last
        assert right is not None
        if isinstance(left, Point) and isinstance(right, Point):
            return self._points(left, right, value.half, around)
        first, last = self._end(left, around), self._end(right, around)
        return Resolved("period", (first[0], last[1]) if first and last and first[0] <= last[1] else None)

    def _end(self, value: Point | Years, around: Around) -> Range | None:
        if isinstance(value, Years):
            return self._years(value)
        return self._span(value, grain_of(value), around)

    def _points(self, left: Point, right: Point, half: int | None, around: Around) -> Resolved:
        if left.lunar != right.lunar and (left.month is None or right.lunar):
            left = left._replace(lunar=True)
        if left.day is not None and left.month is None and left.shift is None:
            left = _day_before_month_end(left, right)
        if left.year is None and right.year is not None and left.shift is None and left.weekday is None:
            left = left._replace(year=right.year, cycle=right.cycle)
            if _order(left) > _order(right) and isinstance(right.year, int):
                left = left._replace(year=right.year - 1)
        elif right.year is None and isinstance(left.year, int) and right.shift is None and not _whole_year(left):
            right = right._replace(year=left.year)
            if _order(left) > _order(right) or (left.edge == "cuối" and left.month is None):
                right = right._replace(year=left.year + 1)
        if right.day is not None and right.month is None and isinstance(left.month, int):
            right = right._replace(month=left.month)
        first = self._end(left, around)
        if (
            first
            and right.year is None
            and left.year is None
            and isinstance(left.month, int)
            and isinstance(right.month, int)
        ):
            year = first[0].year + (1 if _order(right) < _order(left) else 0)
            last = self._end(right._replace(year=year), around) if not right.lunar else self._end(right, around)
        elif (
            first and left.weekday is not None and right.weekday is not None and left.day is None and right.day is None
        ):
            last_day = cal.shifted(first[0], (right.weekday - left.weekday) % 7)
            last = (last_day, last_day) if last_day else None
        else:
            last = self._end(right, around)
        if first is None or last is None or first[0] > last[1]:
            return Resolved("period")
        span = (first[0], last[1])
        if half:
            span = cal.half(span, half) or span
        kind: DateKind = "date" if span[0] == span[1] else "period"
        return Resolved(kind, span, left.clock)


def _day_before_month_end(left: Point, right: Point) -> Point:
    """`left`, a day without a month, in the month of `right`, or in the one before where it would come later."""
    left = left._replace(month=right.month, lunar=right.lunar)
    if (
        isinstance(left.day, int)
        and isinstance(right.day, int)
        and isinstance(right.month, int)
        and left.day > right.day
    ):
        if right.month > 1:
            return left._replace(month=right.month - 1, year=right.year)
        return left._replace(month=12, year=right.year - 1 if isinstance(right.year, int) else None)
    return left


def _whole_year(point: Point) -> bool:
    """Whether it is a year that says nothing of the year of the other end (``năm 2010 đến tháng 5``)."""
    return point == Point(year=point.year)


def _order(point: Point) -> tuple[int, int, int]:
    month = point.month if isinstance(point.month, int) else 0
    quarter = point.quarter if isinstance(point.quarter, int) else 0
    return quarter, month, point.day if isinstance(point.day, int) else 0


def _without_year(point: Point) -> str | None:
    """EDTF for a day whose year is not known."""
    if not isinstance(point.day, int) or not isinstance(point.month, int) or point.year or point.lunar or point.cycle:
        return None
    return f"XXXX-{point.month:02}-{point.day:02}" if cal.day(2000, point.month, point.day) else None


def _afternoon(time: dt.time, part: str) -> dt.time:
    hour = time.hour
    if hour < 12 and hour > 0 and ("chiều" in part or part.startswith("tối")):
        return time.replace(hour=hour + 12)
    if 0 < hour < 4 and "trưa" in part:
        return time.replace(hour=hour + 12)
    if 6 <= hour < 12 and part.startswith(("đêm", "khuya")):
        return time.replace(hour=hour + 12)
    return time
