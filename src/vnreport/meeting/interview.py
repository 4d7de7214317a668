"""Interviews inside a report: ``- Báo An Hòa: …? - Bộ trưởng Lê Tá: …``, where each turn is the words of one person."""

from __future__ import annotations

from vnreport.meeting.cast import Cast
from vnreport.text.patterns import LazyPattern

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_TURN = LazyPattern(r"[-–—] ?(?P<label>\p{Lu}[^:\n.?!]{0,90}(?:\.[^:\n.?! ]{1,12})?) ?:")
_TURNS = 3  # so many make an interview
_ENDS = ("\n", ".", "?", "!", "…", "”", '"')


def labels(cast: Cast) -> list[Range]:
    """Where the speakers of an interview are named, each before what is said; none where `cast` is in no interview."""
    text = cast.document.text
    if text.count(":") < _TURNS:
        return []
    found: list[Range] = [match.span("label") for match in _TURN.finditer(text) if _opens(text, match.start())]
    return found if len(found) >= _TURNS and any(cast.last(*span) for span in found) else []


def _opens(text: str, dash: int) -> bool:
    """Whether the dash at an offset of the text opens a line or stands behind the end of a sentence."""
    before = text[max(0, dash - 2) : dash].rstrip(" ")
    return not before or before.endswith(_ENDS)


def quoted(turns: list[Range], at: int) -> bool:
    """Whether the offset `at` stands in what somebody says in an interview, so that who is named there is not heard.

    `turns` is what `labels` gives.
    """
    return bool(turns) and at > turns[0][0] and not any(start <= at < end for start, end in turns)
