"""What the page's script is given: columns of numbers, every string once, articles by number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple, get_args

import polars as pl

from vnreport.dashboard import articles, days, figures, meetings, offices, overview, people, sentences
from vnreport.dashboard.tables import DashboardError, Tables
from vnreport.records import Bound, Change

_EPOCH = dt.date(1970, 1, 1)
_MEETINGS = 5000  # listed; all are counted in the bars
_BOUNDS = get_args(Bound)
_CHANGES = (None, *get_args(Change))
_ARTICLES = 200  # listed for an office


class Limits(NamedTuple):
    """The most figures and people that the page holds, and the most articles that it holds the whole text of."""

    figures: int = 8000
    people: int = 60
    texts: int = 1000


class Pool:
    """Strings by number, each held once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, value: str | None) -> int | None:
        """The number of a string; None has none."""
        return None if value is None else self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[str]:
        """The strings, by number."""
        return list(self._numbers)


def payload(tables: Tables, limits: Limits) -> tuple[dict[str, Any], list[str]]:
    """The page's data, and the packed texts of its articles. Days are counted from 1970-01-01.

    Raises `DashboardError` where the tables lack the text of an article that the page refers to.
    """
    of_articles = days.article_days(tables)
    refer, names = articles.References(), Pool()
    found = meetings.meetings(tables)
    data: dict[str, Any] = {
        "overview": {key: _day(value) for key, value in overview.overview(tables, of_articles).items()},
        "meetings": _meetings(found, refer, names),
        "people": _people(people.cast(found), limits.people, names),
        "offices": _offices(offices.offices(tables, of_articles), refer),
    }
    grouped = figures.figures(tables, of_articles, limits.figures)
    # Texts are taken in the order of reference: first of meetings, then of offices, last of figures.
    for id in grouped.rows["article_id"]:
        refer(id)
    texts = articles.texts_of(tables, refer.ids)
    lost = [id for id in refer.ids if id not in texts]
    if lost:
        raise DashboardError(f"{tables.folder}: the table texts lacks the article {lost[0]}: make the tables again")
    data["figures"] = _figures(grouped, texts, refer)
    data["names"] = names.values
    data["articles"] = _articles(tables, texts, refer.ids, of_articles)
    whole = refer.ids[: limits.texts]
    data["texts"] = {"whole": len(whole), "block": articles.BLOCK}
    return data, list(articles.packed(texts[id][1] for id in whole))


def _day(value: Any) -> Any:
    return (value - _EPOCH).days if isinstance(value, dt.date) else value


def _days(column: Iterable[dt.date | None]) -> list[int | None]:
    return [_day(value) for value in column]


def _meetings(found: pl.DataFrame, refer: articles.References, names: Pool) -> dict[str, Any]:
    window = days.window(found["day"])
    listed = found.filter(pl.col("day").is_not_null()).tail(_MEETINGS)
    listed = pl.concat([listed, found.filter(pl.col("day").is_null()).head(_MEETINGS - listed.height)])
    kinds = found.select("kind", "rank").unique().sort("rank")["kind"]
    data = {
        "total": found.height,
        "undated": found["day"].null_count(),
        "by_article": found.filter(pl.col("day").is_not_null() & ~pl.col("dated")).height,
        "kinds": kinds.to_list(),
        "coloured": meetings.KINDS,
        "forms": meetings.FORMS,
        "kind_counts": _counts(found, "kind", kinds.to_list()),
        "form_counts": _counts(found, "form", [*meetings.FORMS, None]),
        "article": [refer(id) for id in listed["article_id"]],
        "day": _days(listed["day"]),
        "dated": [int(value) for value in listed["dated"]],
        "kind": listed["rank"].to_list(),
        "form": [meetings.FORMS.index(form) if form in meetings.FORMS else -1 for form in listed["form"]],
        "title": listed["title"].to_list(),
        "host": listed["host"].to_list(),
        **{role: [[names(name) for name in cast or ()] for cast in listed[role].to_list()] for role in people.ROLES},
    }
    if window is not None:
        data["window"] = {"first": _day(window.first), "last": _day(window.last), "grain": window.grain}
        data["outside"] = found.filter(~pl.col("day").is_between(window.first, window.last)).height
        data["bins"] = {
            "kind": _bins(meetings.bins(found, "kind", window), kinds.to_list()[: meetings.KINDS]),
            "form": _bins(meetings.bins(found, "form", window), list(meetings.FORMS)),
        }
    return data


def _counts(found: pl.DataFrame, column: str, values: list[str | None]) -> list[int]:
    counts = dict(found[column].value_counts().iter_rows())
    return [counts.get(value, 0) for value in values]


def _bins(bars: pl.DataFrame, groups: list[str]) -> dict[str, Any]:
    numbers = {group: number for number, group in enumerate(groups)}
    # Groups without a colour of their own are one.
    bars = (
        bars.with_columns(pl.col("group").replace_strict(numbers, default=-1, return_dtype=pl.Int64))
        .group_by("start", "end", "group")
        .agg(pl.col("n").sum())
        .sort("start", "group")
    )
    return {
        "start": _days(bars["start"]),
        "end": _days(bars["end"]),
        "group": bars["group"].to_list(),
        "n": bars["n"].to_list(),
    }


def _people(rows: pl.DataFrame, most: int, names: Pool) -> dict[str, Any]:
    found = people.network(rows, most)
    by_key = found.people["key"].to_list()
    # The script counts anew for an interval of days; a meeting's people are looked up by their names' numbers.
    spellings = rows.filter(pl.col("key").is_in(by_key)).select("key", "name").unique().sort("key", "name")
    return {
        "name": [names(name) for name in found.people["name"]],
        "spellings": [[names(name) for name in group] for group in _grouped(spellings, by_key)],
        **{column: found.people[column].to_list() for column in ("meetings", *people.ROLES, "x", "y")},
        "ties": {column: found.ties[column].to_list() for column in ("a", "b", "meetings")},
        "left_out": found.left_out,
    }


def _grouped(pairs: pl.DataFrame, keys: list[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {key: [] for key in keys}
    for key, value in pairs.iter_rows():
        groups[key].append(value)
    return [groups[key] for key in keys]


def _offices(found: pl.DataFrame, refer: articles.References) -> dict[str, Any]:
    return {
        **{column: found[column].to_list() for column in ("name", "articles_all", "office", "undated")},
        **{column: [int(value) for value in found[column]] for column in ("former", "acting")},
        "first": _days(found["first"]),
        "last": _days(found["last"]),
        "n": found["articles"].list.len().to_list(),
        "articles": [[refer(id) for id in ids[:_ARTICLES]] for ids in found["articles"].to_list()],
    }


def _figures(found: figures.Figures, texts: dict[str, tuple[str, str]], refer: articles.References) -> dict[str, Any]:
    rows, pool, periods = found.rows, Pool(), Pool()
    where = _sentences(rows, texts)
    numbers: list[int | None] = []
    offsets: list[int] = []
    for id, start, end in rows.select("article_id", "span_start", "span_end").iter_rows():
        first, last = where[id, start, end]
        numbers.append(pool(texts[id][1][first:last]))
        offsets.append(start - first)
    return {
        "measures": {column: found.measures[column].to_list() for column in found.measures.columns},
        "left_out": found.left_out,
        "shown_first": found.shown_first,
        "bounds": _BOUNDS,
        "group": rows["group"].to_list(),
        "article": [refer(id) for id in rows["article_id"]],
        "at": rows["span_start"].to_list(),
        "text": rows["text"].to_list(),
        "value": [_number(value) for value in rows["value"]],
        "value_to": [_number(value) for value in rows["value_to"]],
        "of": [_number(value) for value in rows["of"]],
        "bound": [_BOUNDS.index(bound) for bound in rows["bound"]],
        "change": [_CHANGES.index(change) for change in rows["change"]],
        "start": _days(rows["start"]),
        "end": _days(rows["end"]),
        "period": [periods(period) for period in rows["period"]],
        "periods": periods.values,
        "sentence": numbers,
        "offset": offsets,
        "sentences": pool.values,
    }


def _sentences(rows: pl.DataFrame, texts: dict[str, tuple[str, str]]) -> dict[tuple[str, int, int], tuple[int, int]]:
    spans = rows.select("article_id", "span_start", "span_end").sort("article_id", "span_start", "span_end")
    found: dict[tuple[str, int, int], tuple[int, int]] = {}
    for id, group in groupby(spans.iter_rows(), key=lambda row: row[0]):
        stretches = [(start, end) for _, start, end in group]
        for (start, end), sentence in zip(stretches, sentences.around(texts[id][1], stretches), strict=True):
            found[id, start, end] = sentence
    return found


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() and abs(value) < 2**53 else value


def _articles(
    tables: Tables, texts: dict[str, tuple[str, str]], ids: list[str], of_articles: pl.DataFrame
) -> dict[str, Any]:
    titles = articles.titles_of(tables, texts)
    known = dict(of_articles.filter(pl.col("article_id").is_in(pl.Series(ids, dtype=pl.String).implode())).iter_rows())
    return {
        "id": ids,
        "title": [titles[id] for id in ids],
        "place": [texts[id][0] for id in ids],
        "day": [_day(known.get(id)) for id in ids],
    }
