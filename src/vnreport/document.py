"""The document: what goes through the stages.

Built once from an article and never changed. Stages read the twin (`text`, `folded`) and speak of it in twin offsets;
`span` and `mention` turn those into offsets of the text as given, which is all that a record may hold. All offsets
count code points from 0, and ends are exclusive.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from vnreport.numerals import writes_english
from vnreport.records import DateExpression, Figure, LegalDocument, Meeting, Mention, Person, Span
from vnreport.text import layout, normalise, segment
from vnreport.text.words import Words


class Document:
    """An article and what the text layer knows of it.

    `source` is the text as given, `text` its twin (see `vnreport.text.normalise`), `folded` the twin in lower case
    with tone marks in their new place, of the same length as `text`. `published` is the day the article appeared, or
    None.
    """

    def __init__(self, source: str, published: dt.date | None = None) -> None:
        """Raises `TypeError` where `source` is not a `str`."""
        if not isinstance(source, str):
            raise TypeError(f"text must be str, not {type(source).__name__}")
        self.source = source
        self.published = published
        self.text, self._offsets = normalise.normalise(source)
        self.folded = normalise.fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span, in the text as given, of the twin's characters `start` to `end` (exclusive)."""
        first = self._offsets.start(start)
        return Span(first, max(first, self._offsets.end(end)))

    def mention(self, start: int, end: int) -> Mention:
        """The twin's characters `start` to `end` (exclusive), less blanks at the ends, as a record of the source."""
        text = self.text
        while end - start > 1 and text[end - 1].isspace():  # mostly left by a pattern that looks ahead to a mark
            end -= 1
        while end - start > 1 and text[start].isspace():
            start += 1
        span = self.span(start, end)
        return Mention(text=self.source[span.start : span.end], span=span)

    def twin(self, span: Span) -> tuple[int, int]:
        """The twin's (start, end) of a span of the text as given that `span` made."""
        return self._offsets.twin(span.start), self._offsets.twin(span.end)

    @cached_property
    def words(self) -> Words:
        """The words of the twin, as the stages read them."""
        return Words(self.text, self.folded)

    @cached_property
    def tokens(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each token of the twin."""
        return segment.tokens(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each sentence of the twin."""
        return segment.sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """(start, end) of the sentence that the twin's character `offset` stands in; (offset, offset) in none."""
        i = bisect_right(self._sentence_starts, offset) - 1
        if i >= 0 and offset < self.sentences[i][1]:
            return self.sentences[i]
        return offset, offset

    @cached_property
    def writes_english(self) -> bool:
        """Whether the text proves that it groups digits by comma."""
        return writes_english(self.text)

    @cached_property
    def layout(self) -> layout.Layout:
        """Title, dateline, credits and bylines, in offsets of the twin."""
        return layout.layout(self.text)


@dataclass(slots=True)
class Found:
    """What the stages before have found, each field named for its stage; `meeting` holds one meeting or none."""

    dates: tuple[DateExpression, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    meeting: tuple[Meeting, ...] = ()
