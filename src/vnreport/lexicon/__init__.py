"""Word lists: data files beside this module, each read once.

A file is UTF-8 text. Lines that begin with ``#`` are comments; the first says what the list is and where it comes
from. ``NAME.txt`` holds one entry a line; ``NAME.tsv`` is a table whose first line that is not a comment names the
columns. All functions raise `FileNotFoundError` where there is no such file.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable
from functools import cache


@cache
def _lines(file: str) -> tuple[str, ...]:
    text = (pkgutil.get_data(__name__, file) or b"").decode("utf-8")  # `importlib.resources` takes long to import
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of ``NAME.txt`` in the file's order, as written."""
    return tuple(line.strip() for line in _lines(f"{name}.txt"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``NAME.txt`` in lower case (as printed, tone marks not moved), as a set."""
    return frozenset(entry.casefold() for entry in entries(name))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.tsv`` as dicts from column to cell; a missing cell is the empty string."""
    head, *body = (line.split("\t") for line in _lines(f"{name}.tsv"))
    return tuple(
        {column: cells[i].strip() if i < len(cells) else "" for i, column in enumerate(head)} for cells in body
    )


def alternation(phrases: Iterable[str]) -> str:
    """A pattern that matches the longest of `phrases` at a position, as a non-capturing group.

    Shared beginnings are written once (a trie), so matching takes time by the length of what is read and not by
    the number of phrases. A blank matches one blank; of no phrases the pattern matches nowhere.

    >>> alternation(["tháng", "tháng tư", "năm"])
    '(?:năm|tháng(?: tư)?)'
    """
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = trie
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(trie) or "(?!)"


def _pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    optional = "" in node
    branches = []
    for char in sorted(c for c in node if c):
        tail, child = re.escape(char) if char != " " else " ", node[char]
        while len(child) == 1 and "" not in child:  # a run without a fork, so that deep tries do not nest
            (step,) = child
            tail += re.escape(step) if step != " " else " "
            child = child[step]
        branches.append(tail + _pattern(child))
    if not branches:
        return ""
    if not optional and len(branches) == 1:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if optional else "")
