"""Figures: numbers with their units, bounds, and what they measure."""

from __future__ import annotations

from vnreport.document import Document, Found
from vnreport.figures import grammar
from vnreport.records import Figure


def find(document: Document, found: Found) -> tuple[Figure, ...]:
    """The figures of `document`, in the order of the text, none overlapping."""
    taken = _taken(document, found)
    figures = []
    for hit in grammar.GRAMMAR.scan(document):
        for reading in hit.value:
            if any(start < reading.end and reading.start < end for start, end in taken):
                continue
            mention = document.mention(reading.start, reading.end)
            figures.append(
                Figure(
                    text=mention.text,
                    span=mention.span,
                    value=reading.value,
                    value_to=reading.value_to,
                    of=reading.of,
                    unit=reading.unit,
                    unit_kind=reading.kind,
                )
            )
    return tuple(figures)


def _taken(document: Document, found: Found) -> list[tuple[int, int]]:
    """What is no figure, having been read as something else: dates and the numbers of documents."""
    spans = [document.twin(date.span) for date in found.dates]
    for item in found.documents:
        if item.number is not None:
            at = item.text.find(item.number)
            start, _ = document.twin(item.span)
            spans.append((start + max(at, 0), start + max(at, 0) + len(item.number)))
    return spans
