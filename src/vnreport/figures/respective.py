"""Figures told in turn: ``Doanh thu và lợi nhuận lần lượt đạt 5 tỷ đồng và 2 tỷ đồng``."""

from __future__ import annotations

import re

from vnreport.document import Document
from vnreport.figures.lead import Lead
from vnreport.figures.readings import Reading

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_IN_TURN = re.compile(r"(?:lần lượt|tương ứng)(?! với)(?!\w)")
_PART = re.compile(r"(?:, | và )")
_JOINT = re.compile(r"(?: và|,)(?: khoảng| hơn| gần| trên| đạt| là){0,2} ")
_MORE = re.compile(r"(?: và|,)(?: khoảng| hơn| gần| trên| đạt| là){0,2} \d")
_REACH = 24  # characters before a number in which the words stand that say so


class Respective:
    """Hands the parts of a coordinated measure to the figures that follow one another, in order."""

    def __init__(self, document: Document) -> None:
        """Nothing is handed out before `of` has met such a measure."""
        self._text = document.folded
        self._parts: list[Range] = []
        self._end = 0

    def of(self, reading: Reading, lead: Lead, measured: Range | None) -> Range | None:
        """What `reading` measures, which was found to be `measured`."""
        text = self._text
        parts, self._parts = self._parts, []
        if parts and _JOINT.fullmatch(text, self._end, reading.start):
            self._parts, self._end = parts[1:], reading.end
            return parts[0]
        if measured is None or measured[1] > reading.start or not _MORE.match(text, reading.end):
            return measured
        if not _IN_TURN.search(text, max(measured[1] - _REACH, lead.start - _REACH), reading.start):
            return measured
        found = _split(text, *measured)
        if len(found) < 2:
            return measured
        self._parts, self._end = found[1:], reading.end
        return found[0]


def _split(text: str, start: int, end: int) -> list[Range]:
    parts = []
    for joint in _PART.finditer(text, start, end):
        parts.append((start, joint.start()))
        start = joint.end()
    return [*parts, (start, end)]
