"""The words of the twin as columns, read in one pass that all stages share.

One C pattern cuts the text; everything else is list and dict access. Line breaks are words of their own, so that no
phrase and no name reaches over one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import accumulate, compress, count
from operator import ne

NUMBER = "#"
"""Stands for any number in digits where words are listed; `numbers_before` tells them apart by what follows."""

PART = re.compile(r"\w+|[^\w\s]")
"""Matches what `Words.starts` calls a word or a mark."""
_BEHIND = re.compile(r"\d+ ?([^\W\d]+|[.,]\d|(?s:.)|$)")


def _with_follower(text: str, at: int) -> str:
    """The number at `at` of the folded `text` and what stands behind it, as `Words.starts` names them."""
    behind: str = _BEHIND.match(text, at)[1] or "\n"  # type: ignore[index]
    return NUMBER + (behind if not behind[-1].isdecimal() else behind[:-1] + NUMBER)


def numbers_before(*behind: str) -> tuple[str, ...]:
    """The numbers that one of `behind` begins behind, glued on or behind a blank, for `Words.starts`.

    Letters are one word up to what is none (``km`` of ``km2``), other marks stand alone, the end of the text is a
    line break. Of a stop or a comma with a digit glued behind it, which goes on with the number, ``.0`` and ``,0``
    tell; ``0`` of another number.

    >>> numbers_before("tháng", "m2", "%", ",", ",0", "0")
    ('#tháng', '#m', '#%', '#,', '#,#', '##')
    """
    return tuple(_with_follower(f"0 {text}", 0) for text in behind)


@cache
def _pattern() -> re.Pattern[str]:
    letters = [chr(c) for c in range(0xC0, 0x1F00)]
    upper, lower = ("".join(filter(case, letters)) for case in (str.isupper, str.islower))
    up, low, plain = f"[A-Z{upper}]", f"[a-z{lower}0-9]", f"[a-z{lower}]"
    return re.compile(
        # No word begins with a blank: said at once, where all that a word can be would be tried.
        r"(?! )("
        # Nine words in ten, told by what follows them: all in small letters, or with a capital before them.
        rf"{up}?{plain}+(?![\w/.'’-])"
        # A unit in short, with its stop: TP. Vinh, TP.Vinh; but TP.HCM is one word.
        rf"|T[PpXx]\.(?= {up}|{up}{plain})"
        # A form of address in short, and the K' that opens a name, with a blank behind it.
        rf"|[đĐ][./][cC]\b|[KHR]['’](?= {up})"
        # An abbreviation or an initial with inner stops: TP.HCM, PGS.TS, M.Dê-man, T.Ư.
        rf"|(?:{up}{{1,5}}|ThS|Ths|Th|PGs|Gs|Tp|Bs|Ts)(?:\.{up}[^\W_]*){{1,4}}(?:-[^\W_]+){{0,4}}"
        # A capitalised word, with K'Ré, Jong-un, GD-ĐT and Jean-Michel in one, Bảy-Trưởng in two.
        rf"|{up}[^\W_]*(?:['’][^\W_]+|-{low}[^\W_]*|(?<={up})-(?={up})[^\W_]+|(?<=[a-z])-[A-Z][a-z]+(?![^\W_])){{0,4}}"
        r"|[^\W_]+(?:/c\b)?|\n|[^\w\s]|_)"
    )


class Words:
    """The words of a twin: `start`, `end` (its offsets, the end exclusive), `raw` as written, `low` folded.

    All are lists of one length. An index into them is called a position.
    """

    __slots__ = ("__dict__", "_folded", "end", "low", "raw", "start")

    def __init__(self, text: str, folded: str) -> None:
        """`folded` is `vnreport.text.normalise.fold` of `text`, of the same length."""
        # Gaps and words in turn; their lengths added up are where the words begin and end. All of it in C.
        parts = _pattern().split(text)
        edges = list(accumulate(map(len, parts)))
        self._folded = folded
        self.start = edges[0:-1:2]
        self.end = edges[1::2]
        self.raw = parts[1::2]
        self.low = [folded[a:b] for a, b in zip(self.start, self.end, strict=True)]

    @cached_property
    def cap(self) -> list[bool]:
        """Whether each word begins with a capital."""
        # Hardly any word differs from its folded form but for that; which do is found in C.
        raw, low = self.raw, self.low
        found = list(map(ne, raw, low))
        for i in compress(count(), found):
            found[i] = raw[i][0] != low[i][0]
        return found

    @cached_property
    def whole(self) -> dict[str, list[int]]:
        """Where each of the folded words begins in the twin, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in zip(self.start, self.low, strict=True):
            found[word].append(at)
        return dict(found)

    @cached_property
    def joined(self) -> list[str]:
        """The folded words with marks in them, each once: ``covid-19``, ``pgs.ts``."""
        return [word for word in self.whole if not word.isalnum() and len(word) > 1]

    @cached_property
    def _places(self) -> tuple[dict[str, list[int]], ...]:
        """Where each run of letters and digits and each mark begins: tables that have nothing in common."""
        places: dict[str, list[int]] = {}
        if "_" in self.whole:  # it joins what stands around it: `photo_2017.jpg`
            for match in PART.finditer(self._folded):
                places.setdefault(match[0], []).append(match.start())
            return (places,)
        for word in self.joined:
            for part in PART.finditer(word):
                places.setdefault(part[0], []).extend([at + part.start() for at in self.whole[word]])
        return self.whole, places

    @cached_property
    def _numbers(self) -> list[tuple[int, str]]:
        """Where each number begins, and it with what follows it."""
        text = self._folded
        return [
            (at, _with_follower(text, at))
            for table in self._places
            for word in table
            if word[0].isdecimal()
            for at in table[word]
        ]

    def positions(self, sought: AbstractSet[str]) -> list[int]:
        """The positions of the folded words `sought`, in order."""
        whole = self.whole
        return sorted([bisect_left(self.start, at) for word in sought & whole.keys() for at in whole[word]])

    def starts(self, first: AbstractSet[str]) -> list[tuple[int, str]]:
        """Where one of the words or marks of `first` begins in the twin, with that word, in order.

        A word here is a run of letters, digits and low lines, whole: ``Covid-19`` is two words and a mark. A number
        is given as `numbers_before` names it where `first` holds that name, else as `NUMBER` where it holds that.
        """
        found = [(at, word) for table in self._places for word in first & table.keys() for at in table[word]]
        others = NUMBER in first
        found += [(at, name if name in first else NUMBER) for at, name in self._numbers if others or name in first]
        found.sort()
        return found
