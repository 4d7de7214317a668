"""Unification: when two points that stand side by side are one place on the calendar."""

from __future__ import annotations

from vnreport.dates.values import Point

_RANKS = {
    "clock": 0, "part": 1, "shift": 2, "weekday": 3, "week": 4, "day": 5, "feast": 5, "portion": 6, "month": 7,
    "season": 7, "quarter": 8, "half": 8, "year": 9, "cycle": 9,
}  # fmt: skip
_FIELDS = tuple(_RANKS.items())


def _span_of(point: Point) -> tuple[int, int]:
    ranks = [rank for name, rank in _FIELDS if getattr(point, name) is not None]
    return (min(ranks), max(ranks)) if ranks else (99, -1)


def unify(left: Point, right: Point) -> Point | None:
    """The one place on the calendar that `left`, the smaller, and `right` behind it name.

    None where they contradict, overlap or make no sense together.
    """
    low, high = _span_of(left)
    first, _ = _span_of(right)
    if high >= first:
        return None
    merged = left._replace(
        **{
            name: getattr(right, name)
            for name in Point._fields
            if getattr(left, name) is None and getattr(right, name) is not None
        },
        lunar=left.lunar or right.lunar,
        leap=left.leap or right.leap,
        firm=True,
        midnight=left.midnight,
    )
    if merged.year is not None or merged.cycle is not None:
        if merged.day is not None and merged.month is None:
            return None
        if merged.day is None and merged.feast is None and (low <= 5 and not merged.portion):
            return None
    if low <= 1 and first > 5:
        return None
    if merged.weekday is not None and merged.month is not None and merged.day is None:
        return None
    if merged.week is not None and (merged.month is not None or merged.day is not None):
        return None
    if merged.shift is not None and merged.day is None and (merged.month or merged.year):
        return None
    if isinstance(merged.day, int) and merged.quarter is not None:
        return None
    if merged.portion is not None and merged.month is not None and merged.portion.unit in ("month", "quarter"):
        return None
    if (merged.season or merged.month is not None) and merged.quarter is not None:
        return None
    return merged
