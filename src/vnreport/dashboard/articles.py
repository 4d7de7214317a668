"""The articles that the page refers to: titles, places, days, and as many whole texts as were asked for."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator

import polars as pl

from vnreport.dashboard.tables import Tables

BLOCK = 24
"""Texts packed together: enough to compress well, few enough to unpack at once when one is asked for."""
_TITLE = 110


class References:
    """Numbers for articles, in the order in which they are first referred to."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, article_id: str) -> int:
        """The number of an article."""
        return self._numbers.setdefault(article_id, len(self._numbers))

    @property
    def ids(self) -> list[str]:
        """The articles, by number."""
        return list(self._numbers)


def texts_of(tables: Tables, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Place and text of articles, by id."""
    wanted = pl.Series("article_id", list(ids), pl.String)
    found = tables.scan("texts").filter(pl.col("article_id").is_in(wanted.implode())).collect()
    return {id: (place, text) for id, place, text in found.select("article_id", "place", "text").iter_rows()}


def titles_of(tables: Tables, texts: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The title of each of `texts`, or how it begins."""
    wanted = pl.Series("article_id", list(texts), pl.String)
    found = (
        tables.scan("articles")
        .filter(pl.col("article_id").is_in(wanted.implode()))
        .select("article_id", "title")
        .collect()
    )
    titles = dict(found.iter_rows())
    return {id: titles.get(id) or _beginning(text) for id, (_, text) in texts.items()}


def _beginning(text: str) -> str:
    """The first line, or as much of it as a title may have."""
    line = " ".join(text.lstrip()[: _TITLE * 4].partition("\n")[0].split())
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0] + "…"


def packed(texts: Iterable[str]) -> Iterator[str]:
    """Texts in blocks of `BLOCK`, each a JSON list, deflated (zlib), in base64: the page unpacks them."""
    block: list[str] = []
    for text in texts:
        block.append(text)
        if len(block) == BLOCK:
            yield _pack(block)
            block = []
    if block:
        yield _pack(block)


def _pack(block: list[str]) -> str:
    data = json.dumps(block, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return base64.b64encode(zlib.compress(data, 9)).decode("ascii")
