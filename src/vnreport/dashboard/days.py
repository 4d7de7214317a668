"""The day of an article, and the stretch of days that a chart shows."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

import polars as pl

from vnreport.dashboard.tables import Tables

Grain = Literal["day", "week", "month", "year"]
_GRAINS: tuple[tuple[int, Grain, str], ...] = ((62, "day", "1d"), (550, "week", "1w"), (366 * 15, "month", "1mo"))
_STRETCH = 4  # a chart is cut where strays stretch it more than this


class Window(NamedTuple):
    """The first and the last day of a chart, both inclusive, and how wide a bar is."""

    first: dt.date
    last: dt.date
    grain: Grain
    every: str


def article_days(tables: Tables) -> pl.DataFrame:
    """`article_id` and `day` of each parsed article: the day it appeared, else that of its meeting, else null."""
    meetings = tables.scan("meetings").select("article_id", pl.col("start"))
    return (
        tables.scan("articles")
        .filter(pl.col("error").is_null())
        .select("article_id", "published")
        .join(meetings, on="article_id", how="left", maintain_order="left")
        .select("article_id", pl.coalesce("published", "start").alias("day"))
        .collect()
    )


def window(days: pl.Series) -> Window | None:
    """The stretch of `days` to show; None where there are none.

    A few strays (a day misread, an anniversary) would press all else into one bar: where they stretch the chart more
    than fourfold, it keeps to the middle 96 % of the days.

    >>> window(pl.Series([dt.date(2021, 3, 1), dt.date(2021, 3, 20)])).grain
    'day'
    """
    days = days.drop_nulls().sort()
    if days.is_empty():
        return None
    first, last = days[0], days[-1]
    near, far = days[int(len(days) * 0.02)], days[-1 - int(len(days) * 0.02)]
    if (last - first).days > _STRETCH * max((far - near).days, 31):
        first, last = near, far
    span = (last - first).days
    for most, grain, every in _GRAINS:
        if span <= most:
            return Window(first, last, grain, every)
    return Window(first, last, "year", "1y")
