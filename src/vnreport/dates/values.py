"""What the rules read: small symbolic values, not yet days.

A `Point` is a place on the calendar with whatever parts the words give; two that stand side by side (``9h``, ``sáng
nay``, ``6/2``) unify into one. `resolve` turns values into days.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple, TypeAlias


class Rel(NamedTuple):
    """An offset from an anchor, `by` so many of the units of the field it stands in.

    The anchor is the day of publication (``năm ngoái``: -1) or, by `context`, the time last spoken of (``hôm sau``).
    """

    by: int
    context: bool = False


class Portion(NamedTuple):
    """The first or the `last` `number` units (as in `calendar.moved`) of a longer period: ``6 tháng đầu`` of a year."""

    number: int
    unit: str
    last: bool = False


class Point(NamedTuple):
    """A day, or a month, quarter, season, year, with the parts that are said.

    `clock_to` is where hours that are said end, `part` the folded words for a part of the day, `weekday` 0 on Monday,
    `season` 1 to 4 from spring, `half` and `quarter` count from 1. `edge` are the folded words for a part of a period
    (``đầu``, ``cuối``), `leap` is for a lunar month, `midnight` tells 24:00 from 00:00.

    `shift` is a day told from an anchor (``hôm qua``), in days, `toward` the side of the anchor on which the nearest
    such day lies (``tới`` 1, ``này`` 0, ``qua`` -1), `cycle` the place of a lunar year in the cycle of sixty, `feast`
    a feast's name in the lexicon. `firm` is False for what counts only in company (a bare ``sáng``, ``7-2``,
    ``2016``).
    """

    clock: dt.time | None = None
    clock_to: dt.time | None = None
    part: str | None = None
    shift: Rel | None = None
    weekday: int | None = None
    week: Rel | None = None
    day: int | Rel | None = None
    feast: str | None = None
    portion: Portion | None = None
    month: int | Rel | None = None
    season: int | None = None
    quarter: int | Rel | None = None
    half: int | None = None
    year: int | Rel | None = None
    cycle: int | None = None
    edge: str | None = None
    toward: int | None = None
    lunar: bool = False
    leap: bool = False
    firm: bool = True
    midnight: bool = False


class Years(NamedTuple):
    """Whole years, `first` to `last`, both inclusive: a decade, a century.

    `century` and `school` count centuries and school years from now where no number is said; `first` is 0 then.
    """

    first: int = 0
    last: int = 0
    century: Rel | None = None
    school: Rel | None = None


class Interval(NamedTuple):
    """From one value to another; `to_now` ends on the day of publication, and `last` is None.

    `half` 1 or 2 is that half of the interval; `firm` as in `Point`.
    """

    first: Point | Years
    last: Point | Years | None
    to_now: bool = False
    firm: bool = True
    half: int | None = None


class Rolling(NamedTuple):
    """So many units that end (`direction` -1) or begin (1) on the anchor.

    `number` is None where the words leave it open (``3 - 4 năm trở lại đây``). `context`: the anchor is the time last
    spoken of, else the day of publication. `unit` is as in `calendar.moved`, or ``hour``.
    """

    number: Decimal | None
    unit: str
    direction: int
    context: bool = False


class Distance(NamedTuple):
    """The unit `number` units before (`direction` -1) or after (1) the anchor: ``20 năm trước``, ``cách đây 3 ngày``.

    `context` and `unit` are as in `Rolling`.
    """

    number: int
    unit: str
    direction: int
    context: bool = False


class SamePeriod(NamedTuple):
    """``cùng kỳ``: the period it is compared with, `back` years earlier, or in the year `year`."""

    back: int = 1
    year: int | None = None


class Length(NamedTuple):
    """A duration: (count, unit) pairs, largest unit first; `high` where a range is said (``2 - 7 ngày``)."""

    parts: tuple[tuple[Decimal, str], ...]
    high: Decimal | None = None


class Recurring(NamedTuple):
    """A set: once in so many (`every`) of `unit`; a weekday as a habit recurs by the week, a month by the year."""

    unit: str
    every: Decimal = Decimal(1)


class Now(NamedTuple):
    """The end of ``… đến nay``; nothing by itself."""


class Unplaced(NamedTuple):
    """A period that the words alone cannot place: ``nửa đầu nhiệm kỳ``; `half` of the interval behind it, if any."""

    half: int | None = None


Value: TypeAlias = Point | Years | Interval | Rolling | Distance | SamePeriod | Length | Recurring | Now | Unplaced
