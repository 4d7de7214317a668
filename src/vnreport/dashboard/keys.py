"""When two printed forms count as the same: measures, names, offices and kinds of meeting are grouped by a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import polars as pl
import regex

from vnreport.text import normalise

_EDGES = " \t\n\r\"'“”‘’«»()[]{}<>.,;:!?…-–—*•/"
_BLANKS = regex.compile(r"\s++")
_CITY = regex.compile(r"\btp(?:\. ?| )(?=\p{L})")
_CLASSIFIER = regex.compile(r"^(?:buổi|cuộc) (?=\p{L})")


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The form by which printed words are compared: case, tone marks' place, blanks and outer marks do not count.

    >>> key(" Thu  ngân sách;"), key("HOÀ BÌNH") == key("Hòa Bình")
    ('thu ngân sách', True)
    """
    return _BLANKS.sub(" ", normalise.fold(normalise.normalise(text)[0])).strip(_EDGES)


def office_key(text: str) -> str:
    """The key of an office: ``TP`` is ``thành phố``.

    >>> office_key("Chủ tịch UBND TP. Vinh") == office_key("Chủ tịch UBND thành phố Vinh")
    True
    """
    return _CITY.sub("thành phố ", key(text))


def kind_key(text: str) -> str:
    """The key of a kind of meeting: without the classifier, which says nothing of it.

    >>> kind_key("Buổi làm việc"), kind_key("cuộc họp"), kind_key("phiên họp")
    ('làm việc', 'họp', 'phiên họp')
    """
    return _CLASSIFIER.sub("", key(text))


def is_full_name(name: str) -> bool:
    """Whether a name has two words at least; with one, nobody can say which of many people it is.

    >>> is_full_name("Vũ Thị Hạ Lan"), is_full_name("Lan")
    (True, False)
    """
    return " " in key(name)


def fullest(column: str) -> pl.Expr:
    """The printed form that stands for a group: the most frequent, the first in the alphabet of those."""
    return pl.col(column).drop_nulls().mode().min()


def with_key(
    frame: pl.DataFrame, column: str, name: str = "key", make: Callable[[str], str] = key
) -> pl.DataFrame:
    """`frame` with a column `name` of keys of `column`, each distinct string read once; without rows that have none."""
    distinct = frame[column].drop_nulls().unique(maintain_order=True)
    made = pl.DataFrame(
        {column: distinct, name: [make(text) for text in distinct]}, schema={column: pl.String, name: pl.String}
    )
    return frame.join(made, on=column, how="inner", maintain_order="left").filter(pl.col(name) != "")
