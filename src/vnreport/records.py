"""The record: what comes out of an article.

Immutable `msgspec.Struct` types. Field names are the JSON names and are public: they change only with
`SCHEMA_VERSION`. Offsets are code points of the text as it was given, the end exclusive, so that
``text[item.span.start:item.span.end] == item.text`` holds for every item.

Numbers are `decimal.Decimal`, days `datetime.date` and clock times `datetime.time`, in Python and in
`Report.to_dict()`; in JSON they are numbers and ISO 8601 strings.

The string under a field is its meaning: the reference in ``docs/`` and the JSON Schema are made from it, and the
tests want one under each.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
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
    """A stretch of the text as given."""

    start: int
    """Its first code point, counted from 0."""
    end: int
    """The code point behind its last."""


class Mention(Record, frozen=True):
    """Words of the text, letter for letter, and where they stand."""

    text: str
    """The words as printed."""
    span: Span
    """Where they stand."""


class Position(Record, frozen=True):
    """One office, job, rank, degree or award that the text gives a person."""

    text: str
    """The whole title as printed, from the head word to the end of the body or place that completes it."""
    span: Span
    """Where it stands."""
    role: str
    """The head without modifiers: ``Bí thư`` of ``nguyên Phó Bí thư Tỉnh ủy``."""
    organization: str | None = None
    """What the office belongs to, as printed; null where the title names nothing."""
    former: bool = False
    """Whether ``nguyên``, ``cựu`` or ``cố`` says that it is held no more."""
    acting: bool = False
    """Whether ``quyền`` says that it is held for the time being."""
    deputy: bool = False
    """Whether ``Phó`` makes it the deputy's."""
    kind: PositionKind = "office"
    """An office or job (``office``), a rank (``Thượng tá``), a degree (``TS``), an award (``Nghệ sĩ Ưu tú``) or a
    profession (``luật sư``)."""


class Person(Record, frozen=True):
    """One person whom the article names."""

    id: str
    """``p1``, ``p2``, … in order of appearance; it holds within this record only."""
    name: str
    """The fullest form of the name that the article prints, without honorific and title."""
    honorific: str | None = None
    """The form of address used most with the name, in lower case (``ông``, ``đồng chí``); null without one."""
    positions: tuple[Position, ...] = ()
    """The offices, ranks, degrees, awards and professions that the text gives the person, each once."""
    mentions: tuple[Mention, ...] = ()
    """Every place where the name stands, in any of its forms, in the text's order."""

    @property
    def gender(self) -> Literal["male", "female"] | None:
        """What the honorific tells of the gender; None where it tells nothing (``đồng chí``)."""
        return _GENDER.get(self.honorific or "")


_GENDER: dict[str, Literal["male", "female"]] = {
    "ông": "male", "anh": "male", "chú": "male", "cậu": "male", "vua": "male",
    "bà": "female", "chị": "female", "cô": "female", "mẹ": "female",
}  # fmt: skip


class DateExpression(Record, frozen=True):
    """A temporal expression and the days it stands for."""

    text: str
    """The expression as printed, prepositions outside; an interval is one expression."""
    span: Span
    """Where it stands."""
    kind: DateKind
    """A day (``date``), a stretch of the calendar (``period``: ``quý I``, ``năm 2021``), a length of time
    (``duration``: ``50 năm``), what comes back (``set``: ``hằng năm``), a clock time without a day (``time``)."""
    start: dt.date | None = None
    """The first day; null for durations, sets, bare clock times, and days that cannot be worked out."""
    end: dt.date | None = None
    """The last day, inclusive; null where `start` is."""
    time: dt.time | None = None
    """The clock time, where one is given: 24 hours, local, without a time zone."""
    value: str | None = None
    """The same in ISO 8601 / EDTF: ``2022-03-11``, ``2017-01-01/2017-06-30``, ``P50Y``; null where nothing is known."""
    calendar: Calendar = "gregorian"
    """The calendar the text speaks of. `start` and `end` are always days of the Gregorian one."""
    anchor: Anchor = "explicit"
    """Where missing parts came from: nothing was missing (``explicit``), the day of publication (``published``), other
    dates of the article (``context``)."""


class Figure(Record, frozen=True):
    """A number with its unit, and what it is a figure of."""

    text: str
    """The number with its unit as printed, or with the head noun of what is counted; words like ``hơn`` are outside."""
    span: Span
    """Where it stands."""
    value: Decimal
    """The number, multiplied out: ``30,539 tỷ`` is 30539000000. Of a range, the low end."""
    value_to: Decimal | None = None
    """The high end of a range (``60 - 70 nghìn đồng``); null where there is one number."""
    of: Decimal | None = None
    """The whole that the number is a part of: 22 in ``19/22 chỉ tiêu``."""
    unit: str | None = None
    """The unit in its normal form (``đồng``, ``%``, ``ha``, ``đồng/m2``) or the noun that is counted, in lower case."""
    unit_kind: UnitKind | None = None
    """Money (``currency``), a share (``percent``), a physical unit (``measure``) or counted things (``count``)."""
    bound: Bound = "exact"
    """What the words around it make of the number: ``hơn`` is ``over``, ``khoảng`` is ``approx``,
    ``tối thiểu`` is ``at_least``."""
    measure: Mention | None = None
    """The run of words that says what is counted or measured. The weakest field: a pointer to the sentence."""
    change: Change | None = None
    """Whether the number is the size of a rise (``up``) or a fall (``down``); null where it is a level."""
    against: Mention | None = None
    """What a change is compared with, as printed: ``so với cùng kỳ năm trước``."""
    period: int | None = None
    """The time the figure holds for: an index into `Report.dates`, from 0."""

    def quantity(self) -> Any:
        """The figure as a `pint.Quantity` (extra ``quantity``); see `vnreport.figures.quantity`."""
        from vnreport.figures.quantity import quantity

        return quantity(self)


class LegalDocument(Record, frozen=True):
    """A law, resolution, decree, decision, … that the text names."""

    text: str
    """Type, number, day, issuer and name as printed, as far as they stand together."""
    span: Span
    """Where it stands."""
    type: str
    """The type word as printed: ``Nghị quyết``."""
    number: str | None = None
    """The number or symbol as printed: ``09``, ``15/2020/NĐ-CP``."""
    issuer: str | None = None
    """The issuing body as printed."""
    issued: dt.date | None = None
    """The day of issue, where the text gives it."""


class Meeting(Record, frozen=True):
    """The event that the article reports: the main one, where it reports several."""

    kind: Mention
    """The word the text uses: ``hội nghị``, ``buổi làm việc``, ``lễ ký kết``."""
    title: Mention | None = None
    """What it was called, from that word to the end of its subject."""
    start: dt.date | None = None
    """Its first day."""
    end: dt.date | None = None
    """Its last day, inclusive."""
    time: dt.time | None = None
    """When it opened: 24 hours, local."""
    form: MeetingForm | None = None
    """Whether people met on screen (``online``), in one place (``in_person``) or both (``hybrid``); null where the text
    does not say."""
    host: Mention | None = None
    """The body that held it."""
    venues: tuple[Mention, ...] = ()
    """Where it was held."""
    chairs: tuple[str, ...] = ()
    """Who chaired it: names of people in `Report.people`."""
    speakers: tuple[str, ...] = ()
    """Who spoke at it: names of people in `Report.people`."""
    attendees: tuple[str, ...] = ()
    """Who was there, chairs and speakers included: names of people in `Report.people`."""


class Report(Record, frozen=True, dict=True):
    """The structured record of one article.

    Equality and round trips are by value: ``Report.from_json(report.to_json()) == report``.

    A report that `vnreport.parse` gave also remembers the article, as `source`. That is no field: JSON, dicts, pickles
    and comparisons are without it.
    """

    schema_version: str = SCHEMA_VERSION
    """The version of these types; it changes whenever a field's name or meaning does."""
    id: str | None = None
    """The identifier that the caller gave."""
    title: Mention | None = None
    """The headline; null where the text begins without one."""
    outlet: Mention | None = None
    """The paper, agency or site that signs the dateline: ``TTXVN``."""
    published: dt.date | None = None
    """The day given to the parser or, failing that, found in the text."""
    bylines: tuple[Mention, ...] = ()
    """Who signs the article, as printed. They are not among `people`."""
    people: tuple[Person, ...] = ()
    """The people named, in order of appearance."""
    dates: tuple[DateExpression, ...] = ()
    """The temporal expressions, in the text's order."""
    figures: tuple[Figure, ...] = ()
    """The figures, in the text's order."""
    documents: tuple[LegalDocument, ...] = ()
    """The documents named, in the text's order."""
    meeting: Meeting | None = None
    """The event the article reports; null where it reports none."""

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
        check_places(text, _placed(self))
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

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the page of `to_html` in a frame, the record alone where there is no `source`.

        None, which has the notebook print the `repr`, without the extra ``render``.
        """
        try:
            from vnreport.render.notebook import frame

            return frame(self)
        except Exception:  # a cell that shows a record must not end in the traceback of its picture
            return None

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


def check_places(text: str, items: Iterable[Any]) -> None:
    """Raises `ValueError` where one of `items` (parts of a report, with `text` and `span`) does not stand in `text`."""
    for item in items:
        start, end = item.span.start, item.span.end
        if text[start:end] != item.text:
            raise ValueError(f"not the text of this report: {item.text!r} does not stand at {start}:{end}")


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
