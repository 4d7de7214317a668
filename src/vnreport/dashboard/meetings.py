"""Meetings over time: an article that reports one is one meeting."""

from __future__ import annotations

import polars as pl

from vnreport.dashboard.days import Window
from vnreport.dashboard.keys import kind_key, with_key
from vnreport.dashboard.tables import Tables

KINDS = 7
"""How many kinds have a colour of their own; the others share one."""

FORMS = ("in_person", "online", "hybrid")


def meetings(tables: Tables) -> pl.DataFrame:
    """A row a meeting, in order of days, those without one last.

    `day` is the meeting's first day, else the day its article appeared (then `dated` is false), else null; `kind` the
    most frequent form of its kind, `rank` the place of the kind by frequency, from 0.
    """
    published = tables.scan("articles").select("article_id", "published")
    found = (
        tables.scan("meetings")
        .join(published, on="article_id", how="left")
        .select(
            "article_id",
            pl.coalesce("start", "published").alias("day"),
            pl.col("start").is_not_null().alias("dated"),
            pl.col("kind").alias("printed"),
            "title",
            "form",
            "host",
            "chairs",
            "speakers",
            "attendees",
        )
        .collect()
    )
    found = with_key(found, "printed", "kind", kind_key)
    kinds = found.group_by("kind").len().sort("len", "kind", descending=[True, False]).with_row_index("rank")
    return found.join(kinds.select("kind", "rank"), on="kind").sort("day", "article_id", nulls_last=True)


def bins(found: pl.DataFrame, by: str, window: Window) -> pl.DataFrame:
    """How many meetings began in each day, week, month or year of `window`, by the column `by`.

    `start` and `end` are the first day of the bar and of the next one; bars without a meeting have no row.
    """
    within = found.filter(pl.col("day").is_between(window.first, window.last))
    start = pl.col("day").dt.truncate(window.every)
    return (
        within.group_by(start.alias("start"), pl.col(by).alias("group"))
        .agg(pl.len().alias("n"))
        .with_columns(pl.col("start").dt.offset_by(window.every).alias("end"))
        .sort("start", "group", nulls_last=True)
    )
