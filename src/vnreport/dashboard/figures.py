"""Figures by what they measure: grouped, the groups ranked, their values with the time they hold for."""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from vnreport.dashboard.keys import fullest, with_key
from vnreport.dashboard.tables import Tables

_MONEY = ("currency", "percent")
_ORDER = ("rare", "other", "mixed", "interest", "figures", "key", "unit")
_MIXED = 1.0  # orders of magnitude between the quartiles


class Figures(NamedTuple):
    """Measures and their figures.

    `measures`, in order of interest: `measure` (the printed form used most), `unit`, `unit_kind`, `figures` and
    `articles` (how many), `dated` (figures with a time), `times` (how many different ones), `mixed` (likely several
    quantities under one name: a head alone, or the middle half of the values spans more than a factor of ten).
    `rows`: the figures of these measures, `group` being the row of `measures`. `left_out`: how many figures have a
    measure and are not in `rows`. `shown_first`: the row of the measure of which most can be seen over time.
    """

    measures: pl.DataFrame
    rows: pl.DataFrame
    left_out: int
    shown_first: int


def figures(tables: Tables, days: pl.DataFrame, most: int) -> Figures:
    """At most `most` figures that have a measure, whole groups of them.

    What several articles give comes before what one does, and in both, money and percentages before the others.
    Figures belong together that have the same measure (see `keys.key`) and the same unit: no chart mixes đồng with
    USD, or amounts with percentages. `start` and `end` of a row are the first and the last day of the time that the
    figure holds for, else both the day of the article (then `period` is null), else null.
    """
    found = _grouped(_figures(tables).join(days, on="article_id"))
    groups = (
        found.group_by("key", "unit")
        .agg(
            fullest("measure"),
            fullest("unit_kind"),
            pl.len().alias("figures"),
            pl.col("article_id").n_unique().alias("articles"),
            pl.col("start").is_not_null().sum().alias("dated"),
            pl.struct("start", "end").filter(pl.col("start").is_not_null()).n_unique().alias("times"),
            _spread().alias("spread"),
        )
        .with_columns(
            (pl.col("spread").fill_null(0.0).gt(_MIXED) | _bare()).alias("mixed"),
            (~pl.col("unit_kind").is_in(_MONEY)).fill_null(True).alias("other"),
        )
        .with_columns((pl.col("articles") < pl.when("other").then(3).otherwise(2)).alias("rare"))
        # A measure is of interest where many articles give it, and where its values can be one quantity's.
        .with_columns((pl.col("articles") / (1 + pl.col("spread").fill_null(0.0)) ** 2).round(6).alias("interest"))
        .sort(*_ORDER, descending=[name in ("interest", "figures") for name in _ORDER])
    )
    chosen = groups.filter(pl.col("figures").cum_sum() <= most).with_row_index("group")
    rows = found.join(chosen.select("key", "unit", "group"), on=["key", "unit"], nulls_equal=True)
    rows = rows.drop("key", "unit", "unit_kind", "measure").sort(
        "group", "start", "article_id", "index", nulls_last=True
    )
    seen = pl.min_horizontal("dated", "articles") / (1 + pl.col("spread").fill_null(0.0))
    seen = pl.when(pl.col("times") > 2).then(seen.round(6)).otherwise(0.0)  # two points of time show no course
    first = chosen.with_columns(seen.alias("seen")).sort(
        "other", "mixed", "seen", "group", descending=[False, False, True, False]
    )
    shown_first = first["group"].to_list()[0] if first.height else 0
    return Figures(
        chosen.drop("key", "group", "spread", "rare", "other", "interest"),
        rows,
        found.height - rows.height,
        shown_first,
    )


def _figures(tables: Tables) -> pl.DataFrame:
    dates = tables.scan("dates").select(
        "article_id", pl.col("index").alias("period"), pl.col("text").alias("period_text"), "start", "end"
    )
    return (
        tables.scan("figures")
        .filter(pl.col("measure").is_not_null() & pl.col("value").is_not_null())
        .select(
            "article_id", "index", "text", "span_start", "span_end", "unit", "unit_kind", "bound", "measure", "change",
            "period", pl.col("value", "value_to", "of").cast(pl.Float64),
        )
        .join(dates, on=["article_id", "period"], how="left")
        .collect()
    )  # fmt: skip


def _grouped(found: pl.DataFrame) -> pl.DataFrame:
    """`found` with keys, and with its times: the period's where it has days, else the article's."""
    known = pl.col("start").is_not_null() & pl.col("end").is_not_null()
    return with_key(found, "measure").with_columns(
        pl.when(known).then("start").otherwise("day").alias("start"),
        pl.when(known).then("end").otherwise("day").alias("end"),
        pl.when(known).then("period_text").alias("period"),
    )


def _spread() -> pl.Expr:
    """Orders of magnitude between the quartiles of the values."""
    sizes = pl.col("value").abs().filter(pl.col("value") != 0).log10()
    return sizes.quantile(0.75) - sizes.quantile(0.25)


def _bare() -> pl.Expr:
    """Whether a measure is a head alone: one syllable (``giá``) does not say of what; acronyms (``GDP``) do."""
    printed = pl.col("measure")
    return ~pl.col("key").str.contains(" ") & (printed != printed.str.to_uppercase())
