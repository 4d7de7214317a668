"""The record as entries to show: each with its words, the marks they link to, and what they mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from vnreport.records import DateExpression, Figure, LegalDocument, Meeting, Mention, Person, Report
from vnreport.render import words
from vnreport.render.marks import Kind, Mark, Marks, Role, Words


@dataclass(frozen=True, slots=True)
class PositionLine:
    """A position: its words, and notes on it (``nguyên``, ``học hàm, học vị``)."""

    words: Words
    notes: str


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person; `part` says what the person did at the meeting."""

    key: str
    name: str
    honorific: str | None
    part: str
    positions: tuple[PositionLine, ...]
    mentions: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DateEntry:
    """The expressions that say the same of the same time, in one entry."""

    key: str
    words: tuple[Words, ...]
    resolved: str
    notes: str


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure: `amount` multiplied out, None where that is how it is printed; `period` the words of its time."""

    key: str
    words: Words
    amount: str | None
    bound: str
    change: str
    measure: Words | None
    against: Words | None
    period: Words | None
    period_days: str

    @property
    def unsaid_measure(self) -> Words | None:
        """The measure, but where the words of the figure say it already (``3 điểm cầu``)."""
        outer = self.words.mark
        inside = self.measure and outer.start <= self.measure.mark.start and self.measure.mark.end <= outer.end
        return None if inside else self.measure


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """The namings of one document, letter for letter the same, in one entry."""

    key: str
    words: tuple[Words, ...]
    type: str
    number: str | None
    issuer: str | None
    issued: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the meeting's entry, and the key of the person's, where the record has one."""

    name: str
    key: str | None


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """The event."""

    key: str
    kind: Words
    title: Words | None
    days: str
    form: str
    host: Words | None
    venues: tuple[Words, ...]
    cast: tuple[tuple[str, tuple[Named, ...]], ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """The article: where, when and by whom."""

    key: str
    id: str | None
    title: Words | None
    outlet: Words | None
    published: str
    bylines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All entries of a report, and the marks that they have in its article."""

    name: str
    published: dt.date | None
    source: SourceEntry | None
    meeting: MeetingEntry | None
    people: tuple[PersonEntry, ...]
    dates: tuple[DateEntry, ...]
    figures: tuple[FigureEntry, ...]
    documents: tuple[DocumentEntry, ...]
    marks: tuple[Mark, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Whom it names, for lists and searches."""
        return tuple(person.name for person in self.people)

    @property
    def count(self) -> dict[Kind, int]:
        """How many entries there are of each kind."""
        return {
            "person": len(self.people),
            "date": len(self.dates),
            "figure": len(self.figures),
            "document": len(self.documents),
            "meeting": int(self.meeting is not None),
            "source": int(self.source is not None),
        }


def record(report: Report) -> Record:
    """The entries of a report, in the order of its lists."""
    marks = Marks()
    dates, date_words = _dates(report.dates, marks)
    return Record(
        name=words.shown(" ".join((report.title.text if report.title else report.id or "").split())),
        published=report.published,
        source=_source(report, marks),
        meeting=_meeting(report.meeting, report.people, marks) if report.meeting else None,
        people=tuple(_person(n, person, report.meeting, marks) for n, person in enumerate(report.people, 1)),
        dates=dates,
        figures=tuple(_figure(n, f, report.dates, date_words, marks) for n, f in enumerate(report.figures, 1)),
        documents=_documents(report.documents, marks),
        marks=tuple(marks.all),
    )


def _person(number: int, person: Person, meeting: Meeting | None, marks: Marks) -> PersonEntry:
    key = f"p{number}"
    positions = []
    for position in person.positions:
        flags = (("nguyên", position.former), ("quyền", position.acting))
        unsaid = (flag for flag, is_so in flags if is_so and not position.text.casefold().startswith((flag, "cố ")))
        notes = _joined(*unsaid, words.POSITION_KIND[position.kind])
        positions.append(PositionLine(marks.add(position, key, "person", "position"), notes))
    part = ""
    if meeting is not None:
        parts = (("chủ trì", meeting.chairs), ("phát biểu", meeting.speakers), ("tham dự", meeting.attendees))
        part = _joined(*(said for said, names in parts if person.name in names))
    mentions = tuple(marks.add(mention, key, "person", "name") for mention in person.mentions)
    return PersonEntry(key, person.name, person.honorific, part, tuple(positions), mentions)


def _dates(dates: Iterable[DateExpression], marks: Marks) -> tuple[tuple[DateEntry, ...], list[Words]]:
    """The entries, and the words of each date in the order of the record."""
    groups: dict[tuple[object, ...], list[Words]] = {}
    first: dict[tuple[object, ...], DateExpression] = {}
    by_date: list[Words] = []
    for date in dates:
        same: tuple[object, ...] = (
            date.text.casefold(),
            date.kind,
            date.start,
            date.end,
            date.time,
            date.value,
            date.calendar,
        )
        first.setdefault(same, date)
        group = groups.setdefault(same, [])
        key = group[0].mark.key if group else f"d{len(groups)}"
        group.append(marks.add(date, key, "date", "item"))
        by_date.append(group[-1])
    entries = []
    for group, date in zip(groups.values(), first.values(), strict=True):
        kind = "" if date.kind == "date" else words.DATE_KIND[date.kind]
        notes = _joined(kind, "âm lịch" if date.calendar == "lunar" else "", words.ANCHOR[date.anchor])
        entries.append(DateEntry(group[0].mark.key, tuple(group), words.resolved(date), notes))
    return tuple(entries), by_date


def _figure(
    number: int, figure: Figure, dates: tuple[DateExpression, ...], date_words: list[Words], marks: Marks
) -> FigureEntry:
    key = f"f{number}"
    own = marks.add(figure, key, "figure", "item")
    amount = words.amount(figure)
    known = figure.period is not None and 0 <= figure.period < len(dates)
    date = dates[figure.period] if known and figure.period is not None else None
    return FigureEntry(
        key=key,
        words=own,
        amount=None if _letters(amount) == _letters(figure.text) else amount,
        bound=words.BOUND[figure.bound],
        change=words.CHANGE.get(figure.change or "", ""),
        measure=_optional(figure.measure, key, "figure", "measure", marks),
        against=_optional(figure.against, key, "figure", "against", marks),
        period=date_words[figure.period] if date is not None and figure.period is not None else None,
        period_days=_days_unsaid(date),
    )


def _days_unsaid(date: DateExpression | None) -> str:
    """The days of a figure's time, where its words do not give them in full."""
    if date is None or date.start is None:
        return ""
    year = date.start.year
    if (date.start, date.end) == (dt.date(year, 1, 1), dt.date(year, 12, 31)) and str(year) in date.text:
        return ""
    said = words.day(date.start) in re.sub(r"(?<!\d)0|\s", "", date.text.replace("-", "/").replace(".", "/"))
    return "" if said and date.end in (None, date.start) else words.resolved(date)


def _documents(documents: Iterable[LegalDocument], marks: Marks) -> tuple[DocumentEntry, ...]:
    groups: dict[tuple[object, ...], list[Words]] = {}
    first: list[LegalDocument] = []
    for document in documents:
        same: tuple[object, ...] = (document.text.casefold(), document.number, document.issuer, document.issued)
        if same not in groups:
            groups[same] = []
            first.append(document)
        group = groups[same]
        key = group[0].mark.key if group else f"l{len(groups)}"
        group.append(marks.add(document, key, "document", "item"))
    return tuple(
        DocumentEntry(
            key=group[0].mark.key,
            words=tuple(group),
            type=document.type,
            number=document.number,
            issuer=document.issuer,
            issued=words.day(document.issued) if document.issued else "",
        )
        for group, document in zip(groups.values(), first, strict=True)
    )


def _meeting(meeting: Meeting, people: Iterable[Person], marks: Marks) -> MeetingEntry:
    keys: dict[str, str] = {}
    for number, person in enumerate(people, 1):
        keys.setdefault(person.name, f"p{number}")
    parts = (("Chủ trì", meeting.chairs), ("Phát biểu", meeting.speakers), ("Tham dự", meeting.attendees))
    return MeetingEntry(
        key="g",
        kind=marks.add(meeting.kind, "g", "meeting", "item"),
        title=_optional(meeting.title, "g", "meeting", "part", marks),
        days=words.days(meeting.start, meeting.end, meeting.time),
        form=words.FORM.get(meeting.form or "", ""),
        host=_optional(meeting.host, "g", "meeting", "part", marks),
        venues=tuple(marks.add(venue, "g", "meeting", "part") for venue in meeting.venues),
        cast=tuple((said, tuple(Named(name, keys.get(name)) for name in names)) for said, names in parts if names),
    )


def _source(report: Report, marks: Marks) -> SourceEntry | None:
    if not (report.id or report.title or report.outlet or report.published or report.bylines):
        return None
    return SourceEntry(
        key="s",
        id=report.id,
        title=_optional(report.title, "s", "source", "title", marks),
        outlet=_optional(report.outlet, "s", "source", "item", marks),
        published=words.day(report.published, weekday=True) if report.published else "",
        bylines=tuple(marks.add(byline, "s", "source", "item") for byline in report.bylines),
    )


def _optional(item: Mention | None, key: str, kind: Kind, role: Role, marks: Marks) -> Words | None:
    return marks.add(item, key, kind, role) if item is not None else None


def _joined(*notes: str) -> str:
    return " · ".join(note for note in notes if note)


def _letters(text: str) -> str:
    return "".join(text.casefold().replace("–", "-").split())
