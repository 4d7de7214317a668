"""The words of a document as columns, so that the grammars of names and offices can look around cheaply."""

from __future__ import annotations

from collections.abc import Iterable

from vnreport.document import Document

_SHORT = frozenset(("tp.", "tx."))


class Words:
    """The words of a document (`vnreport.text.words`): `start`, `end` (offsets of the twin, end exclusive), `raw` as
    written, `low` folded, `cap`ital.

    All are lists of one length; an index into them is what the stage calls a position. ``tp.`` and ``tx.`` are folded
    without their stop.
    """

    __slots__ = ("cap", "document", "end", "low", "raw", "start")

    def __init__(self, document: Document) -> None:
        words = document.words
        self.document = document
        self.start, self.end, self.raw, self.low, self.cap = words.start, words.end, words.raw, words.low, words.cap
        if "tp. " in document.folded or "tx. " in document.folded:
            self.low = [word[:-1] if word in _SHORT else word for word in self.low]

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
        """`phrases`: folded words with one blank between them."""
        self._single: set[str] = set()
        # By the first and the second word, and by the last and the one before, so that hardly any is compared in vain.
        self._at: dict[str, dict[str, list[list[str]]]] = {}
        self._before: dict[str, dict[str, list[list[str]]]] = {}
        for words in sorted((phrase.split(" ") for phrase in set(phrases)), key=len, reverse=True):
            if len(words) == 1:
                self._single.add(words[0])
            else:
                self._at.setdefault(words[0], {}).setdefault(words[1], []).append(words)
                self._before.setdefault(words[-1], {}).setdefault(words[-2], []).append(words)
        self.first: frozenset[str] = frozenset(self._single | self._at.keys())
        """The words that a phrase can begin with."""

    def at(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that begins at position `i`; 0 for none."""
        if i >= len(low):
            return 0
        word = low[i]
        if (longer := self._at.get(word)) is not None and i + 1 < len(low):
            for words in longer.get(low[i + 1], ()):
                if len(words) == 2 or low[i : i + len(words)] == words:
                    return len(words)
        return 1 if word in self._single else 0

    def before(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that ends right before position `i`; 0 for none."""
        if i <= 0:
            return 0
        word = low[i - 1]
        if (longer := self._before.get(word)) is not None and i > 1:
            for words in longer.get(low[i - 2], ()):
                if len(words) == 2 or (len(words) <= i and low[i - len(words) : i] == words):
                    return len(words)
        return 1 if word in self._single else 0
