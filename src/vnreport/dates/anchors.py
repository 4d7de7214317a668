"""Anchors: the day, month or year that supplies what an expression leaves out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from vnreport.dates.context import Around, Context
from vnreport.dates.values import Rel
from vnreport.dates.words import cycle_year
from vnreport.records import Anchor

_HALF_YEAR = 183
_TOLD = 250  # code points behind a day within which `cùng ngày` means it; so many more where an hour is said
_TOLD_HOURS = 1000
Builder = Callable[[int], "dt.date | None"]
"""From a year to a day in it, None where that year has no such day."""


class Anchors:
    """Looks up what is missing in the context, and keeps where it was found (`DateExpression.anchor`)."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._used: Anchor = "explicit"

    def _today(self) -> dt.date | None:
        if self.context.today is not None:
            self._used = self.context.anchor
        return self.context.today

    def _day_before(self, around: Around, *, timed: bool = False) -> dt.date | None:
        """The day spoken of; at the head of a sentence that of the event, but for an hour (`timed`) just told of."""
        context = self.context
        gap = around.start - context.last_day_at
        near = (
            0 <= gap < (_TOLD_HOURS if timed else _TOLD) and "\n" not in around.text[around.start - gap : around.start]
        )
        found = context.event_day if around.opens_sentence and not near else context.last_day
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

    def _some_year(
        self, build: Builder, around: Around, toward: int | None = None, *, whole_month: bool = False
    ) -> dt.date | None:
        """The day that `build` makes in the year that anchor and tense ask for."""
        framed = self._framed_year(around)
        if framed is not None:
            self._used = "context"
            return build(framed)
        base = self.context.today
        if base is None:
            base = self.context.explicit_day or self.context.told
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
            since = base.replace(day=1) if whole_month else base
            return min((d for d in candidates if d >= since), default=None) or candidates[-1]
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
        if base is None and context.told is not None:
            base, self._used = context.told, "context"
        return base.year + rel.by if base else None

    def _cycle_year(self, cycle: int) -> int:
        context = self.context
        base = context.last_day or context.today
        self._used = "context" if context.last_day else context.anchor
        if base is None:
            return cycle_year(cycle, 2020)
        return cycle_year(cycle, base.year)
