"""Joins: what becomes of two values that stand side by side.

A grammar reads the smallest pieces (``9h``, ``sáng nay``, ``6/2``, ``ngày 27``, ``ngày 30-6-2017``); joins put them
together by what stands between, in phases: first the parts of one day or period, then the two ends of an interval,
then a length with the days it spans. Each join has a name and examples, which the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from vnreport.dates.unify import unify
from vnreport.dates.values import Interval, Length, Now, Point, Portion, Recurring, Rel, Unplaced, Value, Years
from vnreport.grammar import Example

_MAX_GAP = 14


class Item(NamedTuple):
    """A value and where it stands in the twin, end exclusive; `joined` are the names of the joins that made it."""

    start: int
    end: int
    value: Value
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class Join:
    """A way to make one value of two with one of `gaps` (folded, whole) between them.

    `make` is given the left value, the right one and the gap, and gives None where they do not fit. `examples` are
    read by the whole stage; in `misses` this join must make nothing.
    """

    name: str
    gaps: tuple[str, ...]
    make: Callable[[Value, Value, str], Value | None]
    examples: tuple[Example, ...]
    misses: tuple[str, ...] = ()


def _side_by_side(left: Value, right: Value, gap: str) -> Value | None:
    if not isinstance(left, Point) or not isinstance(right, Point) or (gap == " của " and left.portion is None):
        return None
    if not left.firm and left.part is None and left.clock is None and left.portion is None:
        return None  # `2016` or `7-2` opens nothing
    if not right.firm and right.year is not None and (left.portion is None or left.year is not None):
        return None
    return unify(left, right)


def _behind_comma(left: Value, right: Value, gap: str) -> Value | None:
    if not isinstance(left, Point) or not isinstance(right, Point):
        return None
    if left.clock is None and left.shift is None and left.weekday is None and not (left.month and right.year):
        return None
    if left.part and not left.shift and left.weekday is None:
        return None
    if left.shift and left.shift.context:
        return None
    if right.part or right.clock or right.shift or (right.year and right.month is None and left.month is None):
        return None
    if left.month and left.day is None and not isinstance(right.year, int):
        return None
    return unify(left, right)


def _months_of_year(left: Value, right: Value, gap: str) -> Value | None:
    """``9 tháng năm 2016``: as a rule the first nine."""
    if not isinstance(left, Length) or len(left.parts) != 1 or left.high is not None or not isinstance(right, Point):
        return None
    count, unit = left.parts[0]
    if unit != "month" or not 1 < count < 12 or count % 1 or right._replace(firm=True) != Point(year=right.year):
        return None
    return Point(portion=Portion(int(count), unit), year=right.year)


def _to_now(left: Value, right: Value, gap: str) -> Value | None:
    if (
        isinstance(right, Now)
        and isinstance(left, (Point, Years))
        and (isinstance(left, Years) or left.firm or left.year)
    ):
        return Interval(left, None, to_now=True)
    return None


def _bare_year(value: Value) -> int | None:
    if isinstance(value, Point) and isinstance(value.year, int) and value == Point(year=value.year, firm=False):
        return value.year
    return None


def _years(left: Value, right: Value, gap: str) -> Value | None:
    """``2016 - 2020`` with or without ``năm`` in front."""
    last = _bare_year(right)
    if isinstance(left, Years) and last is not None and last % 10 == 0 and left.first < last:
        return Years(left.first, last + 9)  # `những năm 1980-1990`
    if (
        last is None
        or not isinstance(right, Point)
        or not isinstance(left, Point)
        or not isinstance(left.year, int)
        or left.day
        or left.month
    ):
        return None
    return Interval(left, right) if left.year < last <= left.year + (1 if gap == "/" else 150) else None


def _ends(left: Value, right: Value, gap: str) -> Value | None:
    """The two ends of an interval: both points of like size."""
    if isinstance(left, Years) and isinstance(right, Years):
        return Interval(left, right)
    if not isinstance(left, Point) or not isinstance(right, Point):
        return None
    dash = not gap.strip(" -–—")
    if not left.firm and not right.firm and (left.day is None or right.day is None):
        return None
    if dash and (left.part or right.part) and not (left.day or right.day or left.shift):
        return None
    a, b = _grain(left), _grain(right)
    if a is None or b is None or (a != b and (dash or not _like(left, right))):
        return None
    if right.shift and not left.shift and not left.clock and (left.day is None or gap not in _TO_PLAIN):
        return None
    return Interval(left, right)


def _like(left: Point, right: Point) -> bool:
    """Whether two ends of different size make an interval: a month and a day do, an hour and a day do not."""
    sizes = {_grain(point._replace(clock=None)) for point in (left, right)}
    return sizes <= {"month", "quarter", "year"} or (
        sizes <= {"day", "month", "quarter", "year"} and (left.weekday, left.week) == (right.weekday, right.week)
    )


def _grain(point: Point) -> str | None:
    if point.clock is not None:
        return "clock"
    if point.day is not None or point.shift is not None or point.weekday is not None or point.feast:
        return "day"
    if point.week is not None:
        return "week"
    if point.month is not None:
        return "month"
    if point.quarter is not None or point.season is not None or point.half is not None:
        return "quarter"
    if point.year is not None or point.cycle is not None:
        return "year"
    return None


def _clock_ends(left: Value, right: Value, gap: str) -> Value | None:
    """``8h - 11h30 ngày 5/2``: the day behind the second time is that of both."""
    if not isinstance(left, Point) or not isinstance(right, Point) or not left.clock or not right.clock:
        return None
    if right.clock_to or left.clock_to:
        return None
    if left.shift is None and left.day is None and left.weekday is None:
        part = left.part or right.part
        return right._replace(clock=left.clock, clock_to=right.clock, part=part, firm=left.firm or right.firm)
    if right == Point(clock=right.clock, part=right.part, firm=right.firm):
        return left._replace(clock_to=right.clock)
    return None


def _pair(left: Value, right: Value, gap: str) -> Value | None:
    """``tháng 5 và tháng 6``, ``quý I và quý II``: two neighbours make one period."""
    if not isinstance(left, Point) or not isinstance(right, Point) or left.year is not None:
        return None
    if left.day is not None or right.day is not None or left.edge or right.edge:
        return None
    months, quarters = (left.month, right.month), (left.quarter, right.quarter)
    return Interval(left, right) if _follow(*months) or _follow(*quarters) else None


def _follow(left: int | Rel | None, right: int | Rel | None) -> bool:
    return isinstance(left, int) and isinstance(right, int) and right == left + 1


def _spanned(left: Value, right: Value, gap: str) -> Value | None:
    """``hai ngày 26 - 27/9``, ``05 năm 2016-2020``: a length and the interval that fills it."""
    if isinstance(left, Unplaced) and isinstance(right, Interval):
        return right._replace(half=left.half)
    if isinstance(left, Length) and len(left.parts) == 1 and isinstance(right, Interval):
        unit = left.parts[0][1]
        grain = _grain(right.first) if isinstance(right.first, Point) else None
        if unit == grain:
            return right
    return None


def _habit(left: Value, right: Value, gap: str) -> Value | None:
    """``thứ Hai hằng tuần``, ``ngày 15 hằng tháng``."""
    if isinstance(right, Recurring) and isinstance(left, (Point, Interval)):
        if isinstance(left, Point) and left.year is not None:
            return None
        return right
    if (
        isinstance(left, Recurring)
        and isinstance(right, Point)
        and right.month is None
        and right.year is None
        and right.shift is None
    ):
        return left if gap == " " and (right.weekday is not None or (right.part and right.day is None)) else None
    return None


_DASHES = tuple(f"{a}{dash}{b}" for dash in "-–—" for a in ("", " ") for b in ("", " "))
_TO = (
    " đến ",
    " tới ",
    " đến hết ",
    " cho đến ",
    " cho đến hết ",
    " cho tới ",
    " tới hết ",
    " đến trước ",
    " đến khoảng ",
    " đến tận ",
    " đến cuối ",
    " qua ",
    " sang ",
)

_TO_PLAIN = _TO[:8]

PHASES: tuple[tuple[Join, ...], ...] = (
    (
        Join(
            "parts of one day or period",
            (" ", " gmt ", " của "),
            lambda left, right, gap: _side_by_side(left, right, gap) or _months_of_year(left, right, gap),
            (
                Example("Đúng 9h sáng nay 6/2, hội mở.", "9h sáng nay 6/2", {"start": "2017-02-06"}, "2017-02-06"),
                Example("Báo cáo 9 tháng năm 2016.", "9 tháng năm 2016", {"end": "2016-09-30", "kind": "period"}),
                Example("Thu 9 tháng đầu 2020 tăng.", "9 tháng đầu 2020", {"end": "2020-09-30"}),
                Example("So với tháng 12 năm ngoái.", "tháng 12 năm ngoái", {"start": "2016-12-01"}, "2017-05-30"),
            ),
        ),
        Join(
            "parts of one day or period behind a comma",
            (", ", " , ", " - ", " – "),
            _behind_comma,
            (Example("Họp chiều nay, 19-5.", "chiều nay, 19-5", {"start": "2017-05-19"}, "2017-05-19"),),
        ),
    ),
    (
        Join(
            "clock times, first to last",
            (*_DASHES, *_TO),
            _clock_ends,
            (
                Example(
                    "Chất vấn từ 9 giờ 10 đến 9 giờ 50 ngày 15-6.",
                    "9 giờ 10 đến 9 giờ 50 ngày 15-6",
                    {"time": "09:10", "start": "2017-06-15", "kind": "date"},
                    "2017-06-08",
                ),
            ),
        ),
        Join(
            "years, first to last",
            (*_DASHES, *_TO, "/"),
            _years,
            (
                Example("Kế hoạch giai đoạn 2016 - 2020.", "2016 - 2020", {"start": "2016-01-01", "end": "2020-12-31"}),
                Example("Chương trình năm 2016-2017.", "năm 2016-2017", {"end": "2017-12-31"}),
            ),
        ),
        Join(
            "from one to another",
            (*_DASHES, *_TO),
            _ends,
            (
                Example(
                    "Từ ngày 27 đến hết ngày 30-6-2017, đoàn thăm Lào.",
                    "ngày 27 đến hết ngày 30-6-2017",
                    {"start": "2017-06-27", "end": "2017-06-30"},
                ),
                Example(
                    "Cao điểm từ tháng 6 đến hết tháng 9.",
                    "tháng 6 đến hết tháng 9",
                    {"start": "2017-06-01", "end": "2017-09-30"},
                    "2017-05-01",
                ),
                Example(
                    "Từ tháng 10.2020 đến ngày 20.4, huyện có 5 ca.",
                    "tháng 10.2020 đến ngày 20.4",
                    {"start": "2020-10-01", "end": "2021-04-20"},
                    "2021-04-22",
                ),
                Example(
                    "Giãn cách từ 0 giờ ngày 8-8 đến hết ngày 15-8.",
                    "0 giờ ngày 8-8 đến hết ngày 15-8",
                    {"start": "2021-08-08", "end": "2021-08-15", "time": "00:00"},
                    "2021-08-06",
                ),
                Example(
                    "Nghỉ dịp 30/4 - 1/5.", "30/4 - 1/5", {"start": "2017-04-30", "end": "2017-05-01"}, "2017-04-20"
                ),
            ),
        ),
        Join(
            "up to now",
            (" ", ""),
            _to_now,
            (
                Example(
                    "Từ tháng 6.2012 đến nay, xã xây 5 trường.",
                    "tháng 6.2012 đến nay",
                    {"start": "2012-06-01", "end": "2017-05-26"},
                    "2017-05-26",
                ),
                Example(
                    "Giai đoạn 2015 - nay.", "2015 - nay", {"start": "2015-01-01", "end": "2017-05-26"}, "2017-05-26"
                ),
            ),
        ),
    ),
    (
        Join(
            "two neighbours",
            (" và ",),
            _pair,
            (
                Example(
                    "Mưa lớn trong tháng 5 và tháng 6.",
                    "tháng 5 và tháng 6",
                    {"start": "2017-05-01", "end": "2017-06-30"},
                    "2017-07-01",
                ),
            ),
        ),
        Join(
            "a length and what fills it",
            (" ", " (", " từ ", " giai đoạn "),
            lambda left, right, gap: _spanned(left, right, gap) if gap == " " else None,
            (
                Example("Ngân sách 05 năm 2016-2020.", "05 năm 2016-2020", {"start": "2016-01-01", "kind": "period"}),
                Example("Trong hai ngày 26 – 27/9/2025, xã họp.", "hai ngày 26 – 27/9/2025", {"end": "2025-09-27"}),
            ),
        ),
        Join(
            "a habit",
            (" ",),
            _habit,
            (Example("Chợ họp Chủ nhật hằng tuần.", "Chủ nhật hằng tuần", {"kind": "set", "start": None}),),
        ),
    ),
)


def _table(joins: Iterable[Join]) -> dict[str, tuple[Join, ...]]:
    table: dict[str, tuple[Join, ...]] = {}
    for join in joins:
        for gap in join.gaps:
            table[gap] = (*table.get(gap, ()), join)
    return table


_TABLES = tuple(_table(phase) for phase in PHASES)


def join(text: str, items: list[Item]) -> list[Item]:
    """The items of the folded twin `text`, those that belong together made one; in and out in the order of the text."""
    for table in _TABLES:
        done: list[Item] = []
        for item in items:
            done.append(item)
            while len(done) > 1 and (merged := _merged(text, table, done[-2], done[-1])) is not None:
                done[-2:] = [merged]
        items = done
    return items


def _merged(text: str, table: dict[str, tuple[Join, ...]], left: Item, right: Item) -> Item | None:
    if right.start - left.end > _MAX_GAP:
        return None
    gap = text[left.end : right.start]
    for join in table.get(gap, ()):
        value = join.make(left.value, right.value, gap)
        if value is not None:
            return Item(left.start, right.end, value, (*left.joined, *right.joined, join.name))
    return None
