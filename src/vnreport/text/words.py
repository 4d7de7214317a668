"""The words of the twin as columns, read in one pass that all stages share.

One C pattern cuts the text; everything else is list and dict access. Line breaks are words of their own, so that no
phrase and no name reaches over one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import accumulate

_UPPER = "".join(chr(c) for c in range(0xC0, 0x1F00) if chr(c).isupper())
_LOWER = "".join(chr(c) for c in range(0xC0, 0x1F00) if chr(c).islower())
NUMBER = "#"
"""Stands for any number where words are listed."""

_PART = re.compile(r"\w+|[^\w\s]")


@cache
def _pattern() -> re.Pattern[str]:
    up, low = f"[A-Z{_UPPER}]", f"[a-z{_LOWER}0-9]"
    plain = f"[a-z{_LOWER}]"
    return re.compile(
        # Nine words in ten, told by what follows them: all in small letters, or with a capital before them.
        rf"({up}?{plain}+(?![\w/.'’-])"
        # A unit in short, with its stop: TP. Vinh.
        rf"|T[Pp]\.(?= {up})|T[Xx]\.(?= {up})"
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
        return [a[0] != b[0] for a, b in zip(self.raw, self.low, strict=True)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each folded word and each mark begins in the twin, in order.

        A word here is a run of letters, digits and low lines, whole: ``Covid-19`` is two words and a mark.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        if "_" in self.low:  # a low line joins what stands around it: `photo_2017.jpg`
            for match in _PART.finditer(self._folded):
                found[match[0]].append(match.start())
            return found
        for at, word in zip(self.start, self.low, strict=True):
            found[word].append(at)
        joined = [word for word in found if len(word) > 1 and not word.isalnum()]
        touched: set[str] = set()
        for word in joined:
            parts = [(match.start(), match[0]) for match in _PART.finditer(word)]
            for at in found.pop(word):
                for offset, part in parts:
                    found[part].append(at + offset)
            touched.update(part for _, part in parts)
        for part in touched:
            found[part].sort()
        return found

    def starts(self, first: AbstractSet[str]) -> list[tuple[int, str]]:
        """Where one of the words or marks of `first` begins, with that word, in order; `NUMBER` is any number."""
        found = [(at, word) for word in first & self.places.keys() for at in self.places[word]]
        if NUMBER in first:
            found += [(at, NUMBER) for word, places in self.places.items() if word[0].isdecimal() for at in places]
        found.sort()
        return found
