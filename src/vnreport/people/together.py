"""Names that stand together: who is joined to whom, and what is said of all of them at once."""

from __future__ import annotations

from vnreport.people import lists
from vnreport.people.names import Name
from vnreport.people.titles import Title

DONE_TO_ALL = frozenset(("được", "trúng", "giữ", "đều", "cùng", "đắc", "tái"))
"""Words behind a name that open what is said of all the names before them."""


def edges(names: list[Name], titles: dict[int, list[Title]]) -> list[int]:
    """The position where each name begins, with its form of address and the titles right in front of it."""
    found = [name.honorific_start if name.honorific_start >= 0 else name.start for name in names]
    for n, held in titles.items():
        for title in sorted(held, key=lambda title: -title.start):
            if title.end == found[n]:
                found[n] = title.start
    return found


def named_with(low: list[str], names: list[Name], edges: list[int], n: int, title: Title) -> list[int]:
    """The names, by index, right before name `n`, to whom the same is done: `ông A và bà B được bầu làm Phó Chủ tịch`.

    `low` are the folded words, `edges` what `edges` gives.
    """
    end = names[n].end
    if end >= title.start or low[end] not in DONE_TO_ALL or "lượt" in low[end : title.start]:
        return []
    found: list[int] = []
    joins: tuple[str, ...] = ("và", "cùng") if names[n].honorific_start >= 0 else ("và", "cùng", ",")
    while n > 0 and edges[n] > 0 and low[edges[n] - 1] in joins and names[n - 1].end == edges[n] - 1:
        n, joins = n - 1, (",",)
        found.append(n)
    return found


def joined(low: list[str], names: list[Name], last: int) -> list[int]:
    """The names, by index and in order, that end in name `last` with `và` before it: `A, B và C`.

    Each has nothing but its form of address. `low` are the folded words.
    """
    first = last
    joins: tuple[str, ...] = ("và", "cùng")
    while first > 0:
        name = names[first]
        edge = name.honorific_start if name.honorific_start >= 0 else name.start
        if edge < 1 or low[edge - 1] not in joins or names[first - 1].end != edge - 1:
            break
        first -= 1
        joins = (",",)
    return list(range(first, last + 1))


def addressed_at_once(low: list[str], name: Name) -> bool:
    """Whether `name` opens a list that one form of address stands before: `các đồng chí A và B`."""
    at = name.honorific_start if name.honorific_start >= 0 else name.start
    if name.honorific_start < 0 and at > 1 and low[at - 1] == ":":
        at -= 1 + lists.phrases("honorifics").before(low, at - 1)
    return at > 0 and low[at - 1] in ("các", "hai", "ba")
