"""The record: what comes out of an article.

Immutable `msgspec.Struct` types. Field names are the JSON names and are public: they change only with
`SCHEMA_VERSION`. Offsets are code points of the text as it was given, the end exclusive, so that
``text[item.span.start:item.span.end] == item.text`` holds for every item.

Numbers are `decimal.Decimal`, days `datetime.date` and clock times `datetime.time`, in Python and in
`Report.to_dict()`; in JSON they are numbers and ISO 8601 strings.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal

import msgspec

SCHEMA_VERSION = "1"

DateKind = Literal["date", "period", "duration", "set", "time"]
Calendar = Literal["gregorian", "lunar"]
Anchor = Literal["explicit", "published", "context"]
UnitKind = Literal["currency", "percent", "measure", "count"]
Bound = Literal["exact", "approx", "over", "under", "at_least", "at_most"]
Change = Literal["up", "down"]
PositionKind = Literal["office", "rank", "degree", "award", "profession"]
MeetingForm = Literal["online", "hybrid", "in_person"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all records share: they are immutable, compare by value and refuse unknown fields."""


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the text as given: code points, `end` exclusive."""

    start: int
    end: int


class Mention(Record, frozen=True):
    """Words of the text, letter for letter, and where they stand."""

    text: str
    span: Span


class Position(Record, frozen=True):
    """One office, job, rank, degree or award that the text gives a person.

    `role` is the head without modifiers (``Bí thư`` of ``nguyên Phó Bí thư Tỉnh ủy``); `organization` what the
    office belongs to, as printed, or None; `former`, `acting` and `deputy` say whether ``nguyên``/``cố``,
    ``quyền`` or ``Phó`` modify it.
    """

    text: str
    span: Span
    role: str
    organization: str | None = None
    former: bool = False
    acting: bool = False
    deputy: bool = False
    kind: PositionKind = "office"


class Person(Record, frozen=True):
    """One person: `id` is ``p1``, ``p2``, … in order of appearance, `name` the fullest form of the name.

    `honorific` is the form of address used most before the name, in lower case (``ông``, ``đồng chí``), or None.
    """

    id: str
    name: str
    honorific: str | None = None
    positions: tuple[Position, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def gender(self) -> Literal["male", "female"] | None:
        """What the honorific tells of the gender; None where it tells nothing (``đồng chí``)."""
        return _GENDER.get(self.honorific or "")


_GENDER: dict[str, Literal["male", "female"]] = {
    "ông": "male", "anh": "male", "chú": "male", "cậu": "male", "vua": "male",
    "bà": "female", "chị": "female", "cô": "female", "mẹ": "female",
}  # fmt: skip


class DateExpression(Record, frozen=True):
    """A temporal expression and the days it stands for.

    `start` and `end` are the first and the last day, inclusive; both None for durations, sets, clock times without
    a day, and days that cannot be worked out. `value` is ISO 8601 / EDTF (``2022-03-11``,
    ``2017-01-01/2017-06-30``, ``P50Y``) or None where nothing is known. `anchor` says where missing parts came from.
    """

    text: str
    span: Span
    kind: DateKind
    start: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    value: str | None = None
    calendar: Calendar = "gregorian"
    anchor: Anchor = "explicit"


class Figure(Record, frozen=True):
    """A number with its unit, and what it is a figure of.

    `value` is multiplied out (``30,539 tỷ`` is 30539000000); `value_to` is the high end of a range, `of` the whole
    in ``19/22 chỉ tiêu``. `measure` is the run of words that says what is counted or measured, `against` what a
    change is compared with, `period` the index into `Report.dates` of the time the figure holds for.
    """

    text: str
    span: Span
    value: Decimal
    value_to: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    unit_kind: UnitKind | None = None
    bound: Bound = "exact"
    measure: Mention | None = None
    change: Change | None = None
    against: Mention | None = None
    period: int | None = None

    def quantity(self) -> Any:
        """The figure as a `pint.Quantity` (extra ``quantity``); see `vnreport.figures.quantity`."""
        from vnreport.figures.quantity import quantity

        return quantity(self)


class LegalDocument(Record, frozen=True):
    """A law, resolution, decree, decision, … that the text names.

    `type` is the type word as printed, `number` the number or symbol as printed (``09``, ``15/2020/NĐ-CP``),
    `issuer` the issuing body as printed, `issued` the day of issue where the text gives it.
    """

    text: str
    span: Span
    type: str
    number: str | None = None
    issuer: str | None = None
    issued: dt.date | None = None


class Meeting(Record, frozen=True):
    """The event the article reports.

    `kind` is the word the text uses (``hội nghị``), `start` and `end` its first and last day, `time` when it
    opened. `chairs`, `speakers` and `attendees` are names of people in `Report.people`.
    """

    kind: Mention
    title: Mention | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    form: MeetingForm | None = None
    host: Mention | None = None
    venues: tuple[Mention, ...] = ()
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()


class Report(Record, frozen=True, dict=True):
    """The structured record of one article.

    `published` is the day given to the parser or, failing that, found in the text. Equality and round trips
    are by value: ``Report.from_json(report.to_json()) == report``.

    A report that `vnreport.parse` gave also remembers the article, as `source`. That is no field: JSON, dicts, pickles
    and comparisons are without it.
    """

    schema_version: str = SCHEMA_VERSION
    id: str | None = None
    title: Mention | None = None
    outlet: Mention | None = None
    published: dt.date | None = None
    bylines: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    meeting: Meeting | None = None

    @property
    def source(self) -> str | None:
        """The article that the spans index, where it is at hand: as `vnreport.parse` or `with_source` left it."""
        return self.__dict__.get("source")

    def with_source(self, text: str) -> Report:
        """The same record, remembering `text` as its `source`.

        Raises `TypeError` where `text` is no `str`, `ValueError` where it is not the text that the spans index.
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be str, not {type(text).__name__}")
        for item in _placed(self):
            if text[item.span.start : item.span.end] != item.text:
                place = f"{item.span.start}:{item.span.end}"
                raise ValueError(f"not the text of this report: {item.text!r} does not stand at {place}")
        same = msgspec.structs.replace(self)
        same.__dict__["source"] = text
        return same

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, with `Decimal`, `date` and `time` objects kept."""
        built: dict[str, Any] = msgspec.to_builtins(self, builtin_types=(Decimal, dt.date, dt.time))
        return built

    def figures_table(self, text: str | None = None) -> list[dict[str, Any]]:
        """The figures as rows for a spreadsheet, dicts with the keys of `vnreport.figures.table.COLUMNS`.

        `text` is the article, `source` where None. Raises `ValueError` where it is not the one that the spans index,
        or there is none.
        """
        from vnreport.figures.table import rows

        return rows(self, self._article(text))

    def to_html(self, text: str | None = None) -> str:
        """One page of HTML that stands alone: the article with its items marked, the record beside it.

        `text` is the article, `source` where None. Raises `ValueError` where it is not the one that the spans index,
        or there is none, and `ImportError` without the extra ``render``.
        """
        from vnreport.render import to_html

        return to_html(self, self._article(text))

    def to_json(self, *, indent: int = 0) -> str:
        """The record as JSON text; `indent` spaces a level, 0 for one line.

        Always one line where a string holds a lone surrogate, which UTF-8 cannot write and JSON escapes can.
        """
        try:
            data = _ENCODER.encode(self)
        except UnicodeEncodeError:
            return _ENCODER.encode(_escaped(msgspec.to_builtins(self, builtin_types=(Decimal,)))).decode("ascii")
        return (msgspec.json.format(data, indent=indent) if indent else data).decode("utf-8")

    def to_timex3(self, text: str | None = None) -> str:
        """The article as TimeML with a ``TIMEX3`` element about each of `dates`.

        `text` is the article, `source` where None. Raises `ValueError` where it is not the one that the spans index,
        or there is none.
        """
        from vnreport.dates.timex3 import timex3

        return timex3(self._article(text), self.dates)

    def _article(self, text: str | None) -> str:
        text = self.source if text is None else text
        if text is None:
            raise ValueError("this record does not remember its article: give the text")
        return text

    @classmethod
    def from_json(cls, data: str | bytes) -> Report:
        """The record that `to_json` wrote.

        Raises `ValueError` where `data` is no JSON or not such a record (then `msgspec.ValidationError`).
        """
        try:
            return _DECODER.decode(data)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:  # malformed, or with the escape of a lone surrogate, which msgspec does not read
            return msgspec.convert(json.loads(data, parse_float=Decimal), cls)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Report:
        """The record that `to_dict` gave. Raises `ValueError` where `data` is not such a record."""
        return msgspec.convert(data, cls, builtin_types=(Decimal, dt.date, dt.time))


def _placed(record: msgspec.Struct) -> Iterator[Any]:
    """Every part of a record that has words of the text and their span."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, Span):
            yield record
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _placed(part)


def _escaped(value: Any) -> Any:
    """`value` with every string that holds a lone surrogate written in ASCII, as JSON allows and UTF-8 does not."""
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_escaped(item) for item in value]
    if isinstance(value, str) and not value.isascii():  # all of them: that keeps the whole in ASCII
        return msgspec.Raw(json.dumps(value).encode("ascii"))
    return value


_ENCODER = msgspec.json.Encoder(decimal_format="number")
_DECODER = msgspec.json.Decoder(Report)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `Report`, as ``vnreport schema`` prints it."""
    return msgspec.json.schema(Report)
