"""Offices held over time: which office the articles give a person, from the first article to the last."""

from __future__ import annotations

import polars as pl

from vnreport.dashboard.keys import fullest, is_full_name, office_key, with_key
from vnreport.dashboard.keys import key as name_key
from vnreport.dashboard.tables import Tables

PEOPLE = 40
"""How many people have a timeline."""

OFFICES = 6
"""How many offices of one person are shown."""

_FLAGS = ("former", "acting")
_SHARE = 0.05  # of a person's articles, that an office must be given by: one slip in twenty articles is no career
_CLEAR = 0.75


def offices(tables: Tables, days: pl.DataFrame) -> pl.DataFrame:
    """A row for each office of each of the people whom most articles give one, most first.

    `key`, `name`: the person; `articles_all`: in how many articles with any office; `office`, `former`, `acting`;
    `first` and `last`: the days of the first and the last article that gives it, null where none has a
    day; `articles`: their ids, in order of days; `undated`: how many of them have no day.

    Forms of one office are counted together (see `one_office`). What less than 5 % of the person's articles give is
    left out.
    """
    held = (
        tables.scan("positions")
        .filter(pl.col("kind") == "office")
        .select("article_id", "person_id", pl.col("text").alias("office"), *_FLAGS)
        .join(tables.scan("people").select("article_id", "person_id", "name"), on=["article_id", "person_id"])
        .collect()
    )
    held = held.filter(pl.col("name").map_elements(is_full_name, return_dtype=pl.Boolean))
    held = with_key(held, "name", make=name_key)
    people = (
        held.group_by("key")
        .agg(fullest("name"), pl.col("article_id").n_unique().alias("articles_all"))
        .sort("articles_all", "key", descending=[True, False])
        .head(PEOPLE)
    )
    held = held.drop("name").join(people, on="key")
    held = _merged(with_key(held, "office", "form", office_key)).join(days, on="article_id", how="left")
    group = ["key", "name", "articles_all", "held", *_FLAGS]
    found = (
        held.sort("day", "article_id", nulls_last=True)
        .unique([*group, "article_id"], keep="first", maintain_order=True)
        .group_by(group, maintain_order=True)
        .agg(
            pl.col("day").min().alias("first"),
            pl.col("day").max().alias("last"),
            pl.col("day").is_null().sum().alias("undated"),
            pl.col("article_id").alias("articles"),
        )
        .join(held.group_by(group).agg(fullest("office")), on=group)
        .with_columns(pl.col("articles").list.len().alias("n"))
        .filter(pl.col("n") >= _SHARE * pl.col("articles_all"))
    )
    order = ["articles_all", "key", "n", "held", *_FLAGS]
    return (
        found.sort(order, descending=[True, False, True, False, False, False])
        .group_by("key", maintain_order=True)
        .head(OFFICES)
        .select("key", "name", "articles_all", "office", *_FLAGS, "first", "last", "undated", "articles")
    )


def _merged(held: pl.DataFrame) -> pl.DataFrame:
    """`held` with a column `held`: the form that each office is counted as; `office` is then that form as printed."""
    forms = (
        held.group_by("key", *_FLAGS, "form")
        .agg(pl.col("article_id").n_unique().alias("n"), fullest("office").alias("printed"))
        .sort("key", *_FLAGS, "form")
    )
    merged = []
    for _, group in forms.group_by("key", *_FLAGS, maintain_order=True):
        counts = dict(group.select("form", "n").iter_rows())
        merged.append(group.with_columns(pl.Series("held", list(one_office(counts).values()), pl.String)))
    if not merged:
        return held.with_columns(pl.lit(None, pl.String).alias("held"))
    every = pl.concat(merged)
    named = every.select("key", *_FLAGS, pl.col("form").alias("held"), "printed")
    by_form = every.select("key", *_FLAGS, "form", "held").join(named, on=["key", *_FLAGS, "held"])
    return held.join(by_form, on=["key", *_FLAGS, "form"]).with_columns(pl.col("printed").alias("office"))


def one_office(counts: dict[str, int]) -> dict[str, str]:
    """Which of a person's forms are one office: each form of `counts` (with the articles that use it) to its name.

    A short form belongs to the longer one that begins with it, unless there are several and none has three quarters
    of their articles. An office is called by its longest form that a quarter of its articles use.

    >>> one_office({"bí thư": 5, "bí thư huyện ủy": 3})
    {'bí thư': 'bí thư huyện ủy', 'bí thư huyện ủy': 'bí thư huyện ủy'}
    >>> one_office({"bí thư": 5, "bí thư huyện ủy": 3, "bí thư đoàn xã": 2})["bí thư"]
    'bí thư'
    """
    longest = {form: form for form in counts}
    below = dict(counts)  # a form's articles with those of the forms that begin with it
    for form in sorted(counts, key=lambda form: (-len(form), form)):
        longer = [other for other in counts if other.startswith(form + " ")]
        nearest = [one for one in longer if not any(one.startswith(other + " ") for other in longer)]
        if nearest:
            best = max(nearest, key=lambda one: (below[one], one))
            if below[best] >= _CLEAR * sum(below[one] for one in nearest):
                longest[form] = longest[best]
            below[form] += sum(below[one] for one in nearest)
    members: dict[str, list[str]] = {}
    for form, top in longest.items():
        members.setdefault(top, []).append(form)
    called = {top: _called({form: counts[form] for form in forms}) for top, forms in members.items()}
    return {form: called[longest[form]] for form in counts}


def _called(counts: dict[str, int]) -> str:
    enough = sum(counts.values()) / 4
    return max((form for form in counts if counts[form] >= enough), key=lambda form: (len(form), form))
