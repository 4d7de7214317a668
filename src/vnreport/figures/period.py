"""The time a figure holds for: the date expression in whose scope it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from vnreport.document import Document, Found

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_NEAR = 24  # characters between a figure and a date behind it
_OPENING = 16  # characters of a sentence in which a date sets the scene for those that follow


class Periods:
    """The dated expressions of a document, asked figure by figure in the order of the text."""

    def __init__(self, document: Document, found: Found) -> None:
        self._text = document.folded
        dated = [(document.twin(date.span), i) for i, date in enumerate(found.dates) if date.start is not None]
        dated.sort()
        self._spans = [span for span, _ in dated]
        self._indexes = [i for _, i in dated]
        self._breaks = document.words.whole.get("\n", [])

    def of(self, start: int, end: int, sentence: Range, compared: Sequence[Range]) -> int | None:
        """The index into `Report.dates` for the figure from `start` to `end` of the twin, or None.

        The nearest date before it in its sentence, else one close behind it, else the date with which an earlier
        sentence of the paragraph begins. `compared`: comparisons, whose dates are those of other figures.
        """
        spans = self._spans
        after = bisect_left(spans, (end, end))
        at = bisect_left(spans, (start, start)) - 1
        while at >= 0 and spans[at][0] >= sentence[0]:
            if not _is_part_of_any(spans[at], compared):
                return self._indexes[at]
            at -= 1
        if after < len(spans) and spans[after][1] <= sentence[1]:
            between = self._text[end : min(spans[after][0], end + _NEAR + 1)]
            if len(between) <= _NEAR and not any(mark in between for mark in ",;:()") and "so " not in between:
                return self._indexes[after]
        return self._opening(sentence)

    def _opening(self, sentence: Range) -> int | None:
        breaks = bisect_left(self._breaks, sentence[0])
        paragraph = self._breaks[breaks - 1] + 1 if breaks else 0
        at = bisect_left(self._spans, (sentence[0], sentence[0])) - 1
        for step in range(3):  # the scene is set close before, or not at all
            i = at - step
            if i < 0 or self._spans[i][0] < paragraph:
                return None
            start = self._spans[i][0]
            before = self._text[max(paragraph, start - _OPENING) : start]
            if start - paragraph < _OPENING or ". " in before:
                return self._indexes[i]
        return None


def _is_part_of_any(span: Range, ranges: Sequence[Range]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in ranges)
