"""From a record to markup, so that annotators can correct what the parser found."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Protocol

from vnreport.annotation.markup import SAME, AnnotationError, Drawing, Markup
from vnreport.records import DateExpression, Figure, Meeting, Person, Report, Span

_LONG = 40  # digits: beyond, a number is written with its exponent


def markup(report: Report, text: str | None = None, id: str | None = None) -> Markup:
    """The markup of a record. `text` is its article (`Report.source` where None), `id` a name where it has none.

    Raises `ValueError` where there is no text, or not the one that the spans index, or no id, and `AnnotationError`
    for a person without a mention, who cannot be shown in the text.
    """
    if text is not None:
        report = report.with_source(text)
    source, name = report.source, report.id or id
    if source is None:
        raise ValueError("this record does not remember its article: give the text")
    if name is None:
        raise ValueError("this record has no id: give one")
    drawing = Drawing(name, source, report.published.isoformat() if report.published else None)
    for person in report.people:
        _person(drawing, person, report.meeting, name)
    dates = [_date(drawing, date) for date in report.dates]
    for figure in report.figures:
        _figure(drawing, figure, dates)
    for document in report.documents:
        drawing.region("Document", _at(document), {"type": document.type, "number": document.number})
    for byline in report.bylines:
        drawing.region("Byline", _at(byline))
    if report.meeting:
        meeting = report.meeting
        fields = {"start": _day(meeting.start), "end": _day(meeting.end), "form": meeting.form}
        drawing.region("Meeting", _at(meeting.kind), fields)
    return drawing.done()


def fullest(mentions: list[str]) -> str:
    """The name that a person has by default: the longest mention, of equals the first.

    >>> fullest(["Phúc", "Nguyễn Xuân Phúc"])
    'Nguyễn Xuân Phúc'
    """
    return max(mentions, key=len)


def number(value: Decimal) -> str:
    """A number in digits.

    >>> number(Decimal("3.0539E+10")), number(Decimal("0.50"))
    ('30539000000', '0.50')
    """
    return str(value) if abs(value.adjusted()) > _LONG else f"{value:f}"


def _person(drawing: Drawing, person: Person, meeting: Meeting | None, article: str) -> None:
    if not person.mentions:
        raise AnnotationError(f"{article}: {person.name} has no mention in the text")
    marks = (("chairs", meeting.chairs), ("speaks", meeting.speakers)) if meeting else ()
    role = " ".join(mark for mark, names in marks if person.name in names)
    mentions = sorted(person.mentions, key=_at)
    name = None if person.name == fullest([mention.text for mention in mentions]) else person.name
    fields = {"name": name, "honorific": person.honorific, "role": role or None}
    first = drawing.region("Person", _at(mentions[0]), fields)
    for mention in mentions[1:]:
        drawing.relate(SAME, first, drawing.region("Person", _at(mention)))
    for position in person.positions:
        drawing.relate("holds", first, drawing.shared("Position", _at(position)))


def _date(drawing: Drawing, date: DateExpression) -> str:
    time = f"{date.time:%H:%M}" if date.time else None
    fields = {"kind": date.kind, "start": _day(date.start), "end": _day(date.end), "time": time, "value": date.value}
    return drawing.region("Date", _at(date), fields)


def _figure(drawing: Drawing, figure: Figure, dates: list[str]) -> None:
    fields = {
        "value": number(figure.value),
        "value_to": None if figure.value_to is None else number(figure.value_to),
        "of": None if figure.of is None else number(figure.of),
        "unit": figure.unit,
        "bound": figure.bound,
    }
    region = drawing.region("Figure", _at(figure), fields)
    if figure.measure:
        drawing.relate("measure", region, drawing.shared("Measure", _at(figure.measure)))
    if figure.against:
        drawing.relate("against", region, drawing.shared("Against", _at(figure.against)))
    if figure.period is not None:
        drawing.relate("period", region, dates[figure.period])


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


def _at(item: _Placed) -> tuple[int, int]:
    return item.span.start, item.span.end


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
