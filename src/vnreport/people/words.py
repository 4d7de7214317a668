"""The words of a document as columns, so that the grammars of names and offices can look around cheaply.

One C regex cuts the twin; everything else is list and dict access. Line breaks are words of their own, so that no
phrase and no name reaches over one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from vnreport.document import Document

_UPPER = "".join(chr(c) for c in range(0xC0, 0x1F00) if chr(c).isupper())
_LOWER = "".join(chr(c) for c in range(0xC0, 0x1F00) if chr(c).islower())


@cache
def _pattern() -> re.Pattern[str]:
    up, low = f"[A-Z{_UPPER}]", f"[a-z{_LOWER}0-9]"
    return re.compile(
        # A unit in short, with its stop: TP. Vinh.
        rf"T[Pp]\.(?= {up})|T[Xx]\.(?= {up})"
        # A form of address in short, and the K' that opens a name, with a blank behind it.
        rf"|[đĐ][./][cC]\b|[KHR]['’](?= {up})"
        # An abbreviation or an initial with inner stops: TP.HCM, PGS.TS, M.Dê-man, T.Ư.
        rf"|(?:{up}{{1,5}}|ThS|Ths|Th|PGs|Gs|Tp|Bs|Ts)(?:\.{up}[^\W_]*){{1,4}}(?:-[^\W_]+){{0,4}}"
        # A capitalised word, with K'Ré, Jong-un, GD-ĐT and Jean-Michel in one, Bảy-Trưởng in two.
        rf"|{up}[^\W_]*(?:['’][^\W_]+|-{low}[^\W_]*|(?<={up})-(?={up})[^\W_]+|(?<=[a-z])-[A-Z][a-z]+(?![^\W_])){{0,4}}"
        r"|[^\W_]+(?:/c\b)?|\n|[^\w\s]|_"
    )


_SHORT = frozenset(("tp.", "tx."))


class Words:
    """The words of the twin: `start`, `end` (offsets of it, end exclusive), `raw` as written, `low` folded, `cap`ital.

    All are lists of one length; an index into them is what the stage calls a position. ``tp.`` and ``tx.`` are folded
    without their stop.
    """

    __slots__ = ("cap", "document", "end", "low", "raw", "start")

    def __init__(self, document: Document) -> None:
        text, folded = document.text, document.folded
        spans = [m.span() for m in _pattern().finditer(text)]
        self.document = document
        self.start = [a for a, _ in spans]
        self.end = [b for _, b in spans]
        self.raw = [text[a:b] for a, b in spans]
        self.low = [folded[a:b] for a, b in spans]
        if "tp. " in folded or "tx. " in folded:
            self.low = [word[:-1] if word in _SHORT else word for word in self.low]
        self.cap = [a[0] != b[0] for a, b in zip(self.raw, self.low, strict=True)]

    def __len__(self) -> int:
        return len(self.low)

    def joined(self, i: int) -> bool:
        """Whether the words `i` and `i + 1` stand in one line with one blank between them."""
        return self.start[i + 1] == self.end[i] + 1

    def text(self, start: int, end: int) -> str:
        """The words `start` to `end` (exclusive) as they stand in the twin."""
        return self.document.text[self.start[start] : self.end[end - 1]]


class Phrases:
    """A word list, of folded phrases, to look up at a position of the folded words `low`, the longest phrase first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._at: dict[str, list[list[str]]] = {}
        self._before: dict[str, list[list[str]]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            words = phrase.split(" ")
            self._at.setdefault(words[0], []).append(words)
            self._before.setdefault(words[-1], []).append(words)
        for table in (self._at, self._before):
            for found in table.values():
                found.sort(key=len, reverse=True)

    @property
    def first(self) -> Collection[str]:
        """The words that a phrase can begin with."""
        return self._at.keys()

    def at(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that begins at position `i`; 0 for none."""
        if i < len(low) and (found := self._at.get(low[i])) is not None:
            for words in found:
                if len(words) == 1 or low[i : i + len(words)] == words:
                    return len(words)
        return 0

    def before(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that ends right before position `i`; 0 for none."""
        if i > 0 and (found := self._before.get(low[i - 1])) is not None:
            for words in found:
                if len(words) == 1 or (len(words) <= i and low[i - len(words) : i] == words):
                    return len(words)
        return 0
