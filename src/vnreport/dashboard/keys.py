"""When two printed forms count as the same: measures, names, offices and kinds of meeting are grouped by a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import polars as pl
import regex

from vnreport.text import normalise

_EDGES = " \t\n\r\"'“”‘’«»()[]{}<>.,;:!?…-–—*•/"
_BLANKS = regex.compile(r"\s++")
_SHORT = {  # what every newspaper shortens in offices
    regex.compile(r"\btp(?:\. ?| )?hcm\b"): "thành phố hồ chí minh",
    regex.compile(r"\btp(?:\. ?| )(?=\p{L})"): "thành phố ",
    regex.compile(r"\bubnd\b"): "ủy ban nhân dân",
    regex.compile(r"\bhđnd\b"): "hội đồng nhân dân",
    regex.compile(r"\b((?:bộ|thứ) trưởng) bộ (?=\p{L})"): r"\1 ",
}
_CLASSIFIER = regex.compile(r"^(?:buổi|cuộc) (?=\p{L})")


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The form by which printed words are compared: case, tone marks' place, blanks and outer marks do not count.

    >>> key(" Thu  ngân sách;"), key("HOÀ BÌNH") == key("Hòa Bình")
    ('thu ngân sách', True)
    """
    found: str = _BLANKS.sub(" ", normalise.fold(normalise.normalise(text)[0]))
    return found.strip(_EDGES)


def office_key(text: str) -> str:
    """The key of an office: what is usually shortened in it written out, ``Bộ trưởng Bộ`` once.

    >>> office_key("Chủ tịch UBND TP. Vinh")
    'chủ tịch ủy ban nhân dân thành phố vinh'
    >>> office_key("Bộ trưởng Bộ Y tế") == office_key("Bộ trưởng Y tế")
    True
    """
    found = key(text)
    for pattern, words in _SHORT.items():
        found = pattern.sub(words, found)
    return found


def kind_key(text: str) -> str:
    """The key of a kind of meeting: without the classifier, which says nothing of it.

    >>> kind_key("Buổi làm việc"), kind_key("cuộc họp"), kind_key("phiên họp")
    ('làm việc', 'họp', 'phiên họp')
    """
    found: str = _CLASSIFIER.sub("", key(text))
    return found


def is_full_name(name: str) -> bool:
    """Whether a name has two words at least; with one, nobody can say which of many people it is.

    >>> is_full_name("Vũ Thị Hạ Lan"), is_full_name("Lan")
    (True, False)
    """
    return " " in key(name)


def fullest(column: str) -> pl.Expr:
    """The printed form that stands for a group: the most frequent, the first in the alphabet of those."""
    return pl.col(column).drop_nulls().mode().min()


def with_key(frame: pl.DataFrame, column: str, name: str = "key", make: Callable[[str], str] = key) -> pl.DataFrame:
    """`frame` with a column `name` of keys of `column`, each distinct string read once; without rows that have none."""
    distinct = frame[column].drop_nulls().unique(maintain_order=True)
    made = pl.DataFrame(
        {column: distinct, name: [make(text) for text in distinct]}, schema={column: pl.String, name: pl.String}
    )
    return frame.join(made, on=column, how="inner", maintain_order="left").filter(pl.col(name) != "")
