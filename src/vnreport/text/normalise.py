"""The twin: the text with its spelling accidents removed, and the map from its offsets back to the text as given.

Archives hold NFD letters, no-break spaces, soft hyphens, zero-width joiners, CRLF, Eth for Đ. The grammars should
not know of any of it, and the record's offsets should not either: the twin is what stages read, and
`OffsetMap` turns its offsets into those of the text as given (here called the source). Both count code points.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from vnreport.text.patterns import LazyPattern

# Replaced one for one, so no offset moves. Eth is what some legacy encodings give for Đ; full-width forms come from
# East Asian keyboards, C1 controls from Windows-1252 read as Latin-1.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys([chr(c) for c in range(32) if chr(c) not in "\n\r"], " "),
        **{bytes([c]).decode("latin-1"): bytes([c]).decode("cp1252", "replace") for c in range(0x80, 0xA0)},
        **{chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)},
        **dict.fromkeys(
            "\x7f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        "Ð": "Đ",
        "ð": "đ",
        "Ɖ": "Đ",
        "ɖ": "đ",
    }
)
# Invisible: soft hyphen, zero-width space and joiners, directional marks, word joiner, byte order mark.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f"
_NOT_INVISIBLE = re.compile(f"[^{_INVISIBLE}]+")
# Most texts need nothing: one search for a set of characters says so at a fraction of what replacing costs.
_SET = re.escape("".join(map(chr, _SAME_LENGTH)))
_REPLACED = re.compile(f"[{_SET}]")
_ODD = re.compile(f"[{_SET}\r{_INVISIBLE}{_MARKS}]")
_ANY_MARK = re.compile(f"[{_MARKS}]")
_ENTITY = "&nbsp;?"  # left over, with or without its semicolon, where markup was stripped
_BLANKS = f"[ {_INVISIBLE}]*(?:{_ENTITY}[ {_INVISIBLE}]*)*"  # a set repeated keeps no way back, however many they are
# What changes the length: invisible characters, CR LF, a run of blanks, a letter with combining marks. The first three
# begin with one of a set, which is found fast; what they are is told behind it. Marks are bounded, for putting n of
# them in order takes n² steps; no letter of any spelling has more than three. Looking for marks behind every letter is
# dear, so it is done only where there are any.
_SHORTENED = (
    rf"[ &\r{_INVISIBLE}](?:(?<=[{_INVISIBLE}])[{_INVISIBLE}]*|(?<=\r)\n?"
    rf"|(?<= )(?=[ {_INVISIBLE}]|&nbsp){_BLANKS}|(?<=&)nbsp;?{_BLANKS})"
)
_UNEVEN_MARKED = LazyPattern(rf"{_SHORTENED}|[^{_MARKS}\s](?:[{_INVISIBLE}]*+[{_MARKS}]){{1,8}}+")


@cache
def _uneven() -> re.Pattern[str]:
    return re.compile(_SHORTENED)


class OffsetMap:
    """Where each stretch of the twin came from.

    Kept as the pieces that changed length, in order; between them the two texts run in step. An empty map is the
    identity. Offsets outside either text give offsets outside the other; nothing is raised.
    """

    __slots__ = ("_source_ends", "_source_starts", "_twin_ends", "_twin_starts")

    def __init__(self, pieces: list[tuple[int, int, int, int]]) -> None:
        """`pieces`: (twin start, twin end, source start, source end) of each changed piece, in order."""
        self._twin_starts = [p[0] for p in pieces]
        self._twin_ends = [p[1] for p in pieces]
        self._source_starts = [p[2] for p in pieces]
        self._source_ends = [p[3] for p in pieces]

    def start(self, twin: int) -> int:
        """The source offset at which the twin's character at `twin` begins: where a span begins."""
        i = bisect_right(self._twin_starts, twin) - 1
        if i < 0:
            return twin
        if twin < self._twin_ends[i]:
            return self._source_starts[i]
        return self._source_ends[i] + twin - self._twin_ends[i]

    def end(self, twin: int) -> int:
        """The source offset at which the twin's character before `twin` ends: where a span ends, exclusive."""
        if twin <= 0:
            return 0
        i = bisect_right(self._twin_starts, twin - 1) - 1
        if i < 0:
            return twin
        if twin - 1 < self._twin_ends[i]:
            return self._source_ends[i]
        return self._source_ends[i] + twin - self._twin_ends[i]

    def twin(self, source: int) -> int:
        """The twin's offset for a source offset; inside a changed piece, the piece's beginning."""
        i = bisect_right(self._source_starts, source) - 1
        if i < 0:
            return source
        if source < self._source_ends[i]:
            return self._twin_starts[i]
        return self._twin_ends[i] + source - self._source_ends[i]


IDENTITY = OffsetMap([])
"""The map of a text that is its own twin in length."""


def normalise(text: str) -> tuple[str, OffsetMap]:
    r"""The twin of `text` and the map back.

    Letters are composed (NFC), Eth and its like become Đ, full-width forms ASCII, every blank, control character and
    left-over ``&nbsp;`` a space, of which a run is one; every line end is ``\n``; what is invisible is gone.

    >>> twin, offsets = normalise("Ðà Nẵng\u00ad,  tha\u0301ng 3\r\n")
    >>> twin
    'Đà Nẵng, tháng 3\n'
    >>> offsets.start(twin.index("tháng"))
    11
    """
    marked = False
    if _ODD.search(text) is not None:
        marked = _ANY_MARK.search(text) is not None
        if _REPLACED.search(text) is not None:
            text = text.translate(_SAME_LENGTH)
    elif "  " not in text and "&nbsp" not in text:
        return text, IDENTITY
    pieces: list[tuple[int, int, int, int]] = []
    out: list[str] = []
    at = length = 0
    for match in (_UNEVEN_MARKED if marked else _uneven()).finditer(text):
        start, end = match.span()
        piece = _replacement(match[0])
        length += start - at
        if len(piece) == end - start:
            out.append(text[at:start] + piece)
        else:
            out.append(text[at:start])
            out.append(piece)
            pieces.append((length, length + len(piece), start, end))
        length += len(piece)
        at = end
    out.append(text[at:])
    return "".join(out), OffsetMap(pieces)


def _replacement(piece: str) -> str:
    if piece[0] == "\r":
        return "\n"
    if piece[0] == " " or piece.startswith("&nbsp"):
        return " "
    return unicodedata.normalize("NFC", "".join(_NOT_INVISIBLE.findall(piece)))  # nothing, or a letter with its marks


# `hoà`, `uỷ`, `khoẻ` (old style) are `hòa`, `ủy`, `khỏe` (new style): same letters, the mark one letter earlier.
# Behind q the u is no vowel: `quý` keeps its mark, and the frequent misspelling `qúy` gets it back.
_TONES = ("àáảãạ", "èéẻẽẹ", "ỳýỷỹỵ")
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}
_OLD_TONE = {
    first + marked: _FIRST[first][i] + plain
    for first, plain, row in (("o", "a", 0), ("o", "e", 1), ("u", "y", 2))
    for i, marked in enumerate(_TONES[row])
}
_OLD_TONE_PATTERN = LazyPattern(r"(?<!q)(?:" + "|".join(_OLD_TONE) + r")(?!\p{L})|(?<=q)[ùúủũụ]y(?!\p{L})")
# Few articles have any. Two searches, one for a set and one for a letter, say so at a fraction of the cost of both in
# one.
_MAYBE_OLD_TONE = re.compile(rf"[ou][{''.join(_TONES)}](?<!q..)(?![^\W\d_])")
_MAYBE_AFTER_Q = re.compile(rf"q[{_FIRST['u']}]y")
_AFTER_Q = {new: old for old, new in _OLD_TONE.items() if new[1] == "y"}


def fold(text: str) -> str:
    """Lower case with tone marks in their new place, code point for code point, so that offsets stay.

    >>> fold("Uỷ ban, HOÀ BÌNH, quý, qúy, hoàn")
    'ủy ban, hòa bình, quý, quý, hoàn'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # `İ` and few others grow
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if _MAYBE_OLD_TONE.search(lowered) is None and _MAYBE_AFTER_Q.search(lowered) is None:
        return lowered
    return _OLD_TONE_PATTERN.sub(lambda m: _OLD_TONE.get(m[0]) or _AFTER_Q[m[0]], lowered)
