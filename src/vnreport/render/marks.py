"""What is marked in an article: spans with the entry of the record that they belong to.

An entry of the record has a key (``p1`` a person, ``d1`` a date, ``f1`` a figure, ``l1`` a document, ``g`` the meeting,
``s`` the article itself); each of its marks has a number of its own, so that one can be pointed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from vnreport.records import Span

Kind = Literal["person", "date", "figure", "document", "meeting", "source"]
Role = Literal["name", "position", "item", "measure", "against", "title", "part"]

QUIET: frozenset[Role] = frozenset({"measure", "against", "title", "part"})
"""Roles that say something of an entry without being the entry: they show when it is pointed at."""


class Placed(Protocol):
    """Words of the text and where they stand."""

    @property
    def text(self) -> str:
        """The words, letter for letter."""

    @property
    def span(self) -> Span:
        """Where they stand."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, code points, that is marked: `number` counts the marks of an article from 1, `key` names the entry."""

    number: int
    start: int
    end: int
    key: str
    kind: Kind
    role: Role

    @property
    def id(self) -> str:
        """What links lead to: ``m7``."""
        return f"m{self.number}"

    @property
    def quiet(self) -> bool:
        """Whether it shows only when its entry is pointed at."""
        return self.role in QUIET


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the text in an entry of the record, and the mark that they link to."""

    text: str
    mark: Mark


class Marks:
    """The marks of one article, as entries are made."""

    def __init__(self) -> None:
        self.all: list[Mark] = []

    def add(self, item: Placed, key: str, kind: Kind, role: Role) -> Words:
        """Mark an item where it stands."""
        span = item.span
        mark = Mark(len(self.all) + 1, span.start, span.end, key, kind, role)
        self.all.append(mark)
        return Words(item.text, mark)
