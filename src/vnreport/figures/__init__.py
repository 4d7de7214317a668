"""Figures: numbers with their units, bounds, and what they measure.

`grammar` holds the shapes, `readings` (and `named`, where no unit stands) says what a match means; `nouns` and `units`
know what may stand behind a number, `context` what stands before one that counts nothing. `lead` reads bound and
change, `measure` (with `phrase`, `clause`, `verbs`) what is measured, `respective` by which figure of several, `prices`
over the ends of sentences, `against` and `period` what with and when. `quantity` and `table` give figures to others.

Offsets within the stage are the twin's, ends exclusive; values are exact `Decimal`, magnitude words multiplied out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.document import Document, Found
from vnreport.figures import against, clause, grammar, lead, measure
from vnreport.figures.period import Periods
from vnreport.figures.prices import Prices
from vnreport.figures.readings import Reading
from vnreport.figures.respective import Respective
from vnreport.records import Figure, Mention

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""


def find(document: Document, found: Found) -> tuple[Figure, ...]:
    """The figures of `document`, in the order of the text, none overlapping another or a date or a document's number.

    `found.dates` and `found.documents` say what is taken; `Figure.period` indexes the former.
    """
    figures = []
    periods = Periods(document, found)
    respective = Respective(document)
    prices = Prices(document)
    sentence: Range = (0, 0)
    carried: Range | None = None
    head: Range | None = None
    left = 0
    for reading in _readings(document, found):
        if reading.start >= sentence[1]:
            sentence = document.sentence_at(reading.start)
            carried, left = None, sentence[0]
            head = against.at_head(document, *sentence)
            compared = [head] if head is not None else []
        led = lead.read(document, reading, left)
        measured, carried = measure.find(document, reading, led, left, carried)
        measured = prices.of(reading, respective.of(reading, led, measured))
        comparison = against.behind(document, reading.end)
        if comparison is None and led.change is not None and (fronted := against.before(document, left, led.start)):
            comparison = head = fronted  # of what follows too
        if comparison is not None:
            compared = [*compared[-3:], comparison]  # of a long sentence the last ones do
        elif led.change is not None:
            comparison = head
        if not _inside_subject(document, reading, left):
            left = reading.end
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
                bound=led.bound,
                measure=_mention(document, measured),
                change=led.change,
                against=_mention(document, comparison),
                period=periods.of(reading.start, reading.end, sentence, compared),
            )
        )
    return tuple(figures)


def _inside_subject(document: Document, reading: Reading, left: int) -> bool:
    """Whether the figure only qualifies what the next one is of (``Tỷ lệ trẻ dưới 5 tuổi được tiêm đạt 98%``).

    `left`: where in the twin the figure before ends, or the sentence begins.
    """
    if reading.unit in ("tuổi", "tháng tuổi"):
        return document.folded[reading.end : reading.end + 1] == " "
    if reading.noun is not None and _OF_WHOLE.search(document.folded, left, reading.start):
        return clause.is_headed(document, left, reading.start) and _TOLD.match(document.folded, reading.end) is not None
    return reading.value == 1 and reading.kind == "measure" and document.folded.endswith("trên ", 0, reading.start)


# `tổng vốn của 2 dự án | là 5 tỷ đồng`
_OF_WHOLE = re.compile(r" (?:của|cho|tại|trong|ở) (?:cả )?\Z")
_TOLD = re.compile(r"[^,;:.()\n\d]{0,60} (?:là|đạt|ước|còn|khoảng|tăng|giảm|bằng|lên)(?: [^\W\d]{1,7}){0,3} \d")


def _mention(document: Document, span: Range | None) -> Mention | None:
    return document.mention(*span) if span is not None else None


def _readings(document: Document, found: Found) -> Iterator[Reading]:
    taken = sorted(_taken(document, found))
    at = 0
    last = 0
    for hit in grammar.GRAMMAR.scan(document, taken):
        for reading in hit.value:
            while at < len(taken) and taken[at][1] <= reading.start:
                at += 1
            free = at == len(taken) or taken[at][0] >= reading.end
            if free and reading.start >= last:
                last = reading.end
                yield reading


def _taken(document: Document, found: Found) -> list[tuple[int, int]]:
    """What is no figure, having been read as something else: dates and the numbers of documents."""
    spans = [document.twin(date.span) for date in found.dates]
    for item in found.documents:
        if item.number is not None:
            at = item.text.find(item.number)
            start, _ = document.twin(item.span)
            spans.append((start + max(at, 0), start + max(at, 0) + len(item.number)))
    return spans
