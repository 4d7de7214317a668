"""The words of a document as columns, so that the grammars of names and offices can look around cheaply."""

from __future__ import annotations

from collections.abc import Iterable

from vnreport.document import Document

_Entry = tuple[dict[str, list[list[str]]], int]
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
        if "tp." in document.folded or "tx." in document.folded:
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
        # By the first and then the second word, and by the last and then the one before, so that one look-up tells that
        # no phrase is there, as it does nine times in ten. Behind them, whether the word is a phrase alone.
        self._at: dict[str, _Entry] = {}
        self._before: dict[str, _Entry] = {}
        for words in sorted((phrase.split(" ") for phrase in set(phrases)), key=len, reverse=True):
            for table, word, beside in ((self._at, words[0], words[1:2]), (self._before, words[-1], words[-2:-1])):
                longer, alone = table.get(word) or ({}, 0)
                if beside:
                    longer.setdefault(beside[0], []).append(words)
                table[word] = longer, alone or int(not beside)
        self.first: frozenset[str] = frozenset(self._at)
        """The words that a phrase can begin with."""

    def at(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that begins at position `i`; 0 for none."""
        if i >= len(low) or (entry := self._at.get(low[i])) is None:
            return 0
        longer, alone = entry
        if longer and i + 1 < len(low):
            for words in longer.get(low[i + 1], ()):
                if len(words) == 2 or low[i : i + len(words)] == words:
                    return len(words)
        return alone

    def openings(self, low: list[str], positions: Iterable[int]) -> list[int]:
        """Those of `positions` at which a phrase can begin, as its first two words tell."""
        at, last = self._at, len(low) - 1
        return [
            i
            for i in positions
            if (entry := at.get(low[i])) is not None and (entry[1] or (i < last and low[i + 1] in entry[0]))
        ]

    def before(self, low: list[str], i: int) -> int:
        """How many words the longest phrase has that ends right before position `i`; 0 for none."""
        if i <= 0 or (entry := self._before.get(low[i - 1])) is None:
            return 0
        longer, alone = entry
        if longer and i > 1:
            for words in longer.get(low[i - 2], ()):
                if len(words) == 2 or (len(words) <= i and low[i - len(words) : i] == words):
                    return len(words)
        return alone
