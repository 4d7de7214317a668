"""The head noun of a counted thing: where ``17 công trình`` ends and ``xây dựng mới`` begins.

The longest noun of ``lexicon/counted_nouns.tsv`` that stands behind the number is the head; a classifier takes the
noun behind it along (``hai vị Bộ trưởng``), and nouns of one kind that share the number make one head
(``63 tỉnh, thành phố``).
"""

from __future__ import annotations

import re
from functools import cache

from vnreport import lexicon
from vnreport.document import Document

_SHARE = re.compile(r"(?P<comma> ?[,/] ?)|(?P<and> (?:và|hoặc|hay) )")


@cache
def kinds() -> dict[str, str]:
    """Every counted noun, in lower case, with its kind."""
    found: dict[str, str] = {}
    for row in lexicon.rows("counted_nouns"):
        if row["kind"] != "classifier":
            for noun in row["nouns"].split("; "):
                found.setdefault(noun, row["kind"])
    return found


@cache
def _classifiers() -> list[str]:
    return [n for row in lexicon.rows("counted_nouns") if row["kind"] == "classifier" for n in row["nouns"].split("; ")]


@cache
def _pattern() -> re.Pattern[str]:
    """One counted noun, a classifier before it included."""
    noun = lexicon.alternation(sorted(kinds()))
    return re.compile(rf"(?:(?:{lexicon.alternation(_classifiers())}) )?(?:{noun})(?!\w)")


def at(document: Document, start: int) -> re.Match[str] | None:
    """The counted noun that stands at `start`, as a match on the folded twin."""
    return _pattern().match(document.folded, start)


def kind(noun: str) -> str | None:
    """The kind of a noun as `at` matched it."""
    known = kinds()
    if noun in known:
        return known[noun]
    return known.get(noun.partition(" ")[2])


def longer(document: Document, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is only the beginning of a noun (``đồng`` of ``đồng chí``)."""
    noun = at(document, start)
    return noun is not None and noun.end() > end


def shared(document: Document, end: int, kind_: str | None) -> int:
    """Where the head that ends at `end` ends together with the nouns of its kind that share the number."""
    text, edge = document.folded, end
    for _ in range(4):
        joint = _SHARE.match(text, edge)
        if joint is None:
            break
        noun = at(document, joint.end())
        if noun is None or kind(noun[0]) != kind_ or _named(document, noun.end()):
            break
        edge = noun.end()
        if joint["and"]:
            break
    return edge


def _named(document: Document, end: int) -> bool:
    """Whether a name follows, so that the noun belongs to it (``2 huyện và thành phố Vinh``)."""
    return document.text[end : end + 1] == " " and document.text[end + 1 : end + 2].isupper()
