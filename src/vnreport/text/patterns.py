"""Patterns compiled at first use, so that importing vnreport costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import regex


class LazyPattern:
    """A `regex` pattern that is compiled when one of its methods is first asked for.

    >>> number = LazyPattern(r"[0-9]+")
    >>> number.search("khóa 13")[0]
    '13'
    """

    search: Callable[..., regex.Match[str] | None]
    match: Callable[..., regex.Match[str] | None]
    fullmatch: Callable[..., regex.Match[str] | None]
    finditer: Callable[..., Any]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        """`source`: the pattern, or a function that makes it (where a word list has to be read for it).

        Raises nothing: a pattern that `regex` cannot compile is a `regex.error` at its first use.
        """
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        source = self._source() if callable(self._source) else self._source
        compiled = regex.compile(source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))  # found on the instance from now on
        return getattr(compiled, name)
