"""An article cut at every edge of a mark, so that marks may nest and cross.

Each line of the text is one list of segments; a segment carries all marks over it, the outermost first. Nothing is left
out where two cross: both go on in the next segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from vnreport.render.marks import Mark

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Layer:
    """One mark over a segment; `first` where the mark begins with it."""

    mark: Mark
    first: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text with the same marks over all of it, outermost first."""

    text: str
    layers: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without its end: `start` and `end` are code points of the text."""

    start: int
    end: int
    segments: tuple[Segment, ...]


def lines(text: str, marks: Iterable[Mark]) -> list[Line]:
    """The lines of `text`, cut into segments.

    Joined, the segments of a line are the line; the segments that carry a mark are its span, without line ends. Marks
    of nothing, or beyond the text, carry no segment.
    """
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: mark.start)
    made: list[Line] = []
    begun: set[int] = set()
    waiting = 0
    over: list[Mark] = []  # the marks that may reach into this line
    for start, end in _lines(text):
        while waiting < len(ordered) and ordered[waiting].start < end:
            over.append(ordered[waiting])
            waiting += 1
        over = [mark for mark in over if mark.end > start]
        made.append(Line(start, end, tuple(_segments(text, start, end, over, begun))))
    return made


def _lines(text: str) -> Iterable[tuple[int, int]]:
    at = 0
    for found in _LINE_END.finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)


def _segments(text: str, start: int, end: int, over: list[Mark], begun: set[int]) -> Iterable[Segment]:
    edges = {start, end}
    for mark in over:
        edges.add(min(max(mark.start, start), end))
        edges.add(min(mark.end, end))
    cuts = sorted(edges)
    following = 0
    active: list[Mark] = []
    for at, until in pairwise(cuts):
        active = [mark for mark in active if mark.end > at]
        while following < len(over) and over[following].start <= at:
            if over[following].end > at:
                active.append(over[following])
            following += 1
        layers = []
        for mark in sorted(active, key=_outermost_first):
            layers.append(Layer(mark, mark.number not in begun))
            begun.add(mark.number)
        yield Segment(text[at:until], tuple(layers))


def _outermost_first(mark: Mark) -> tuple[bool, int, int]:
    """Quiet marks lie outside, then the longer: what is pointed at is the innermost."""
    return not mark.quiet, mark.start - mark.end, mark.number
