"""From symbolic values to days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from vnreport import lexicon
from vnreport.dates import calendar as cal
from vnreport.dates import lunar
from vnreport.dates.calendar import Range
from vnreport.dates.context import Around, Context
from vnreport.dates.values import (
    Distance, Interval, Length, Now, Point, Recurring, Rel, Rolling, SamePeriod, Unplaced, Value, Years,
)  # fmt: skip
from vnreport.dates.words import cycle_year
from vnreport.records import Anchor, Calendar, DateKind


@dataclass(slots=True)
class Resolved:
    """What is known of an expression in the end."""

    kind: DateKind
    span: Range | None = None
    time: dt.time | None = None
    value: str | None = None
    anchor: Anchor = "explicit"
    calendar: Calendar = "gregorian"
    unit: str | None = None


_FEASTS = {row["name"].casefold(): row for row in lexicon.rows("feasts")}
_HALF_YEAR = 183


class Resolver:
    """Resolves the values of one document, in order; `context` moves on with them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._used: Anchor = "explicit"

    def resolve(self, value: Value, around: Around) -> Resolved | None:
        """What `value` stands for, or None where it is no expression of time after all."""
        self._used = "explicit"
        resolved = self._dispatch(value, around)
        if resolved is not None:
            resolved.anchor = self._used
            if resolved.value is None:
                resolved.value = _iso(resolved)
        return resolved

    def _dispatch(self, value: Value, around: Around) -> Resolved | None:
        if isinstance(value, Point):
            return self._point(value, around)
        if isinstance(value, Interval):
            return self._interval(value, around)
        if isinstance(value, Length):
            iso = None if value.high is not None else _duration(value)
            return Resolved("duration", value=iso)
        if isinstance(value, Recurring):
            return Resolved("set", value=_duration(Length(((value.every, value.unit),))))
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

    # anchors

    def _today(self) -> dt.date | None:
        if self.context.today is not None:
            self._used = self.context.anchor
        return self.context.today

    def _day_before(self, around: Around) -> dt.date | None:
        context = self.context
        found = context.event_day if around.opens_sentence else context.last_day
        found = found or context.last_day or context.event_day
        if found is not None:
            self._used = "context"
        return found

    def _said(self, around: Around) -> dt.date | None:
        """The day that ``hôm nay`` means here: that of the event inside a quotation, else the anchor."""
        today, event = self.context.today, self.context.event_day
        if today and event and around.quoted() and 0 < (today - event).days <= 4:
            self._used = "context"
            return event
        return self._today()

    # values

    def _point(self, point: Point, around: Around) -> Resolved | None:
        grain = _grain(point)
        kind: DateKind = "date" if grain in ("day", "clock") else "period"
        span = self._span(point, grain, around)
        time = point.clock
        if grain == "clock":
            if span is None:
                return Resolved("time", time=time, value=_clock_value(point))
        if time is not None and point.part is not None:
            time = _afternoon(time, point.part)
        resolved = Resolved(kind, span, time, unit=grain)
        if point.lunar or point.cycle is not None or (point.feast and _FEASTS[point.feast]["calendar"] == "lunar"):
            resolved.calendar = "lunar"
        if span is not None and time is not None:
            resolved.value = f"{span[0].isoformat()}T{'24:00' if point.midnight else time.strftime('%H:%M')}"
        elif span is None and grain == "day" and isinstance(point.day, int) and isinstance(point.month, int):
            if point.year is None and not point.lunar and point.cycle is None and cal.day(2000, point.month, point.day):
                resolved.value = f"XXXX-{point.month:02}-{point.day:02}"
        return resolved

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

    def _clock_day(self, around: Around) -> Range | None:
        context = self.context
        sentence = around.sentence
        if context.recurring_at >= sentence:
            return None
        day = context.last_day if context.spoken_at >= sentence else context.event_day
        if day is None:
            return None
        self._used = "context"
        return day, day

    def _day(self, point: Point, around: Around) -> dt.date | None:
        if point.feast is not None:
            return self._feast(point, around)
        if point.day is not None:
            return self._calendar_day(point, around)
        if point.shift is not None:
            base = self._day_before(around) if point.shift.context else self._said(around)
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

    def _some_year(self, build: _Builder, around: Around, toward: int | None = None) -> dt.date | None:
        """The day that `build` makes in the year that anchor and tense ask for."""
        framed = self._framed_year(around)
        if framed is not None:
            self._used = "context"
            return build(framed)
        base = self.context.today
        if base is None:
            base = self.context.explicit_day
            if base is None:
                return None
        self._used = self.context.anchor
        candidates = [d for d in (build(y) for y in (base.year - 1, base.year, base.year + 1)) if d]
        if not candidates:  # 29 February
            return None
        side = around.side() if toward is None else 2 * toward
        if toward == 0:
            return build(base.year)
        if side == 2:
            return min((d for d in candidates if d >= base), default=None) or candidates[-1]
        if side == -2:
            return max((d for d in candidates if d <= base), default=None) or candidates[0]
        nearest = min(candidates, key=lambda d: abs((d - base).days))
        if abs((nearest - base).days) <= 60:
            return nearest
        same = build(base.year)
        if same is None:
            return nearest
        ahead = (same - base).days
        if ahead > _HALF_YEAR and side <= 0:
            return build(base.year - 1) or same
        if ahead < -_HALF_YEAR and side > 0:
            return build(base.year + 1) or same
        return same

    def _framed_year(self, around: Around) -> int | None:
        """A year that opens the sentence (``Năm 2008, CPI tháng 5 …``)."""
        context = self.context
        if context.year is None or context.year_at < around.sentence:
            return None
        return context.year

    def _relative_year(self, rel: Rel, around: Around) -> int | None:
        context = self.context
        base = None
        if rel.context or (around.compared() and rel.by == -1 and context.topic_unit == "year"):
            spoken = context.topic if not rel.context else context.spoken
            if spoken is not None:
                self._used = "context"
                return spoken[0].year + rel.by
        base = self._today()
        return base.year + rel.by if base else None

    def _feast(self, point: Point, around: Around) -> dt.date | None:
        row = _FEASTS[point.feast or ""]
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

    def _cycle_year(self, cycle: int) -> int:
        context = self.context
        base = context.last_day or context.today
        self._used = "context" if context.last_day else context.anchor
        if base is None:
            return cycle_year(cycle, 2020)
        return cycle_year(cycle, base.year)

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
        if context.last_day is not None and 0 <= around.start - context.spoken_at <= 60:
            self._used = "context"
            return context.last_day
        return self._today() or context.last_day

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
            day = self._some_year(lambda y: cal.day(y, number, 1), around, point.toward)
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
                return None
            if point.lunar:
                first, last = lunar.month(1, year), lunar.month(3, year)
                return (first[0], last[1]) if first and last else None
            return cal.months(year, 3 * point.season, 3)
        if grain == "half" and point.half is not None:
            return cal.months(year, 6 * point.half - 5, 6) if year is not None else None
        quarter = point.quarter
        if not isinstance(quarter, int):
            return None
        if year is None:
            day = self._some_year(lambda y: cal.day(y, 3 * quarter - 2, 1), around, point.toward)
            if day is None:
                return None
            year = day.year
        return cal.months(year, 3 * quarter - 2, 3)

    def _portion(self, point: Point, year: int | None, around: Around) -> Range | None:
        portion = point.portion
        assert portion is not None
        container = point._replace(portion=None, firm=True)
        if container == Point():  # a bare `6 tháng đầu` is of the running year
            container = Point(year=Rel(0))
        whole = self._span(container, _grain(container), around)
        if whole is None:
            return None
        if portion.last:
            start = cal.moved(whole[1] + dt.timedelta(days=1), -portion.count, portion.unit)
            return (start, whole[1]) if start else None
        end = cal.moved(whole[0], portion.count, portion.unit)
        return (whole[0], end - dt.timedelta(days=1)) if end else None

    def _years(self, years: Years) -> Range | None:
        if years.century is None:
            return cal.years(years.first, years.last)
        today = self._today()
        if today is None:
            return None
        first = (today.year - 1) // 100 * 100 + 1 + 100 * years.century.by
        return cal.years(first, first + 99)

    def _rolling(self, value: Rolling) -> Range | None:
        if value.context:
            if self.context.spoken is None:
                return None
            self._used = "context"
            end = self.context.spoken[0] - dt.timedelta(days=1)
            start = cal.moved(self.context.spoken[0], -int(value.count or 0), value.unit)
            return (start, end) if start else None
        today = self._today()
        if (
            today is None
            or value.count is None
            or value.unit not in ("day", "week", "month", "quarter", "year", "decade", "century")
        ):
            return None
        if value.count % 1:
            months = value.count * 12 if value.unit == "year" else None
            if months is None or months % 1:
                return None
            other = cal.moved(today, int(months) * value.direction, "month")
        else:
            other = cal.moved(today, int(value.count) * value.direction, value.unit)
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
        moved = cal.moved(base, value.count * value.direction, value.unit)
        if moved is None:
            return None
        return cal.around(
            moved, "day" if value.unit == "week" else "year" if value.unit in ("decade", "century") else value.unit
        )

    def _same_period(self, value: SamePeriod) -> Resolved:
        topic = self.context.topic
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
        return self._span(value, _grain(value), around)

    def _points(self, left: Point, right: Point, half: int | None, around: Around) -> Resolved:
        if left.lunar != right.lunar and (left.month is None or right.lunar):
            left = left._replace(lunar=True)
        if left.day is not None and left.month is None and left.shift is None:
            left = _day_before_month_end(left, right)
        if left.year is None and right.year is not None and left.shift is None and left.weekday is None:
            left = left._replace(year=right.year, cycle=right.cycle)
            if _order(left) > _order(right) and isinstance(right.year, int):
                left = left._replace(year=right.year - 1)
        elif right.year is None and isinstance(left.year, int) and right.shift is None:
            right = right._replace(year=left.year)
            if _order(left) > _order(right):
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
            months = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
            middle = cal.months(span[0].year, span[0].month, months // 2)
            if middle:
                span = (span[0], middle[1]) if half == 1 else (middle[1] + dt.timedelta(days=1), span[1])
        kind: DateKind = "date" if span[0] == span[1] else "period"
        return Resolved(kind, span, left.clock)


from collections.abc import Callable  # noqa: E402

_Builder = Callable[[int], "dt.date | None"]


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


def _wrong_side(day: dt.date, base: dt.date, side: int) -> bool:
    return (side > 0 and day < base) or (side < 0 and day > base)


def _order(point: Point) -> tuple[int, int, int]:
    month = point.month if isinstance(point.month, int) else 0
    quarter = point.quarter if isinstance(point.quarter, int) else 0
    return quarter, month, point.day if isinstance(point.day, int) else 0


def _grain(point: Point) -> str:
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


def _afternoon(time: dt.time, part: str) -> dt.time:
    hour = time.hour
    if hour < 12 and hour > 0 and ("chiều" in part or part.startswith("tối")):
        return time.replace(hour=hour + 12)
    if 0 < hour < 4 and "trưa" in part:
        return time.replace(hour=hour + 12)
    if 6 <= hour < 12 and part.startswith(("đêm", "khuya")):
        return time.replace(hour=hour + 12)
    return time


def _clock_value(point: Point) -> str | None:
    if point.clock is None:
        return None
    return "T24:00" if point.midnight else f"T{point.clock.strftime('%H:%M')}"


_ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_ISO_TIMES = {"hour": "H", "minute": "M", "second": "S"}
_MULTIPLES = {"quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}


def _duration(value: Length) -> str | None:
    """ISO 8601: ``P1Y6M``, ``PT1H30M``, ``P2.5M``."""
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


def _iso(resolved: Resolved) -> str | None:
    if resolved.span is None:
        return None
    first, last = resolved.span
    if resolved.kind == "date" and first == last:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"
