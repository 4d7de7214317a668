"""The stage: from a document to its date expressions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from vnreport.dates import calendar as cal
from vnreport.dates.context import Around, Context
from vnreport.dates.grammar import GRAMMAR
from vnreport.dates.joins import Item, join
from vnreport.dates.resolve import Resolved, Resolver
from vnreport.dates.stamps import stamp_line
from vnreport.dates.values import Interval, Length, Now, Point, Value
from vnreport.dates.years import told_day
from vnreport.document import Document, Found
from vnreport.records import Anchor, DateExpression
from vnreport.text.patterns import LazyPattern

_LEAD = 1000
_STAMP_LINES = 5
_LONG_AGO = 400  # days
_LONGEST_LIST = 8
_DATELINE_DAY = LazyPattern(
    r"(?<!\d)(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:[/.-]|,? năm )(?P<year>\d{4})(?!\d)"
)


def find(document: Document, found: Found) -> tuple[DateExpression, ...]:
    """The date expressions of `document`, in the order of the text, none overlapping.

    What they leave out comes from `document.published`, or else from the text. Nothing of `found` is needed.
    """
    read = [Item(hit.start, hit.end, hit.value) for hit in GRAMMAR.scan(document)]
    items = join(document.folded, sorted(read + births) if (births := _births(document)) else read)
    today, anchor = _anchor(document, items)
    context = Context(today, anchor, told=told_day(document.folded, items) if today is None else None)
    resolver = Resolver(context)
    expressions = []
    for i in range(len(items)):
        item = items[i] = _alone(_with_later_day(i, items, document.folded))
        if not _stands(item.value):
            continue
        around = Around(document.folded, item.start, item.end)
        resolved = resolver.resolve(_pinned(item, items[i + 1 : i + 1 + _LONGEST_LIST], document.folded), around)
        if resolved is None:
            continue
        _move_on(context, item, resolved, around)
        mention = document.mention(item.start, item.end)
        expressions.append(
            DateExpression(
                text=mention.text,
                span=mention.span,
                kind=resolved.kind,
                start=resolved.span[0] if resolved.span else None,
                end=resolved.span[1] if resolved.span else None,
                time=resolved.time,
                value=resolved.value,
                calendar=resolved.calendar,
                anchor=resolved.anchor,
            )
        )
    return tuple(expressions)


def _stands(value: Value) -> bool:
    """Whether a value counts by itself."""
    if isinstance(value, (Point, Interval)):
        return value.firm
    return not isinstance(value, Now)


def _alone(item: Item) -> Item:
    """``2 giờ`` that no day or part of it claimed is a length after all."""
    value = item.value
    if (
        not isinstance(value, Point)
        or value.firm
        or value.clock is None
        or value != Point(clock=value.clock, firm=False)
    ):
        return item
    parts = [(Decimal(value.clock.hour), "hour"), (Decimal(value.clock.minute), "minute")]
    return item._replace(value=Length(tuple(part for part in parts if part[0])))


def _pinned(item: Item, following: list[Item], text: str) -> Value:
    """What the words right behind say of a day: the month in a list (``ngày 3, 4, 5/2``), the date in brackets of a
    weekday or a day told from now (``thứ 3 (ngày 7/2)``, ``sáng nay (30/4)``).
    """
    value = item.value
    if isinstance(value, Point) and value.year is None and (_is_month(value) or _is_quarter(value)):
        return _in_year_of_list(value, item.end, following, text)
    if isinstance(value, Point) and value == Point(part=value.part, day=value.day):
        end = item.end
        for behind in following:
            if text[end : behind.start] not in (", ", " và ", ", và ") or not isinstance(behind.value, Point):
                break
            if isinstance(behind.value.day, int) and isinstance(behind.value.month, int):
                return value._replace(month=behind.value.month, year=behind.value.year, lunar=behind.value.lunar)
            end = behind.end
        return value
    told = isinstance(value, Point) and (
        value.weekday is not None or (value.shift is not None and not value.shift.context)
    )
    if not isinstance(value, Point) or not told or value.day is not None or not following:
        return value
    behind = following[0]
    if isinstance(behind.value, Point) and text[item.end : behind.start] == " (" and isinstance(behind.value.day, int):
        return value._replace(
            day=behind.value.day, month=behind.value.month, year=behind.value.year, lunar=behind.value.lunar, week=None
        )
    return value


_SAME_SENTENCE = LazyPattern(r"[^.!?\n]{1,80}")


def _with_later_day(i: int, items: list[Item], text: str) -> Item:
    """Item `i`, an hour, on the day that the next hour names (``viếng từ 9h; truy điệu lúc 11h ngày 5/2``).

    Only where the sentence has named no day before.
    """
    item = items[i]
    hour, other = item.value, items[i + 1].value if i + 1 < len(items) else None
    if not isinstance(hour, Point) or hour.clock is None or not hour.firm or not isinstance(other, Point):
        return item
    if hour != Point(clock=hour.clock, clock_to=hour.clock_to) or other.clock is None or not isinstance(other.day, int):
        return item
    if i and _SAME_SENTENCE.fullmatch(text, items[i - 1].end, item.start):
        return item
    if not _SAME_SENTENCE.fullmatch(text, item.end, items[i + 1].start):
        return item
    return item._replace(value=hour._replace(day=other.day, month=other.month, year=other.year, lunar=other.lunar))


def _in_year_of_list(part: Point, end: int, following: list[Item], text: str) -> Point:
    """A month or quarter in the year that the last of its list names.

    ``tháng 4 và tháng 9-2016``, ``quý III, quý IV năm 2021``, ``tháng 6 và 6 tháng đầu năm 2021``.
    """
    for behind in following:
        other = behind.value
        if text[end : behind.start] not in (", ", " và ", ", và ") or not isinstance(other, Point):
            break
        if not (_is_month(other) or _is_quarter(other) or (other.portion is not None and other.shift is None)):
            break
        if other.portion is not None and isinstance(part.month, int) and part.month > other.portion.number:
            break  # `tháng 12 và 2 tháng đầu năm 2021`
        if isinstance(other.year, int):
            return part._replace(year=other.year)
        end = behind.end
    return part


def _is_month(value: Point) -> bool:
    return isinstance(value.month, int) and value == Point(month=value.month, year=value.year)


def _is_quarter(value: Point) -> bool:
    return isinstance(value.quarter, int) and value == Point(quarter=value.quarter, year=value.year)


_BORN_GLUED = LazyPattern(r"(?<!\w)sn(?P<year>(?:19|20)\d\d)(?!\w)")


def _births(document: Document) -> list[Item]:
    """Years of birth glued to their mark (``SN1960``), which no word begins."""
    if "sn1" not in document.folded and "sn2" not in document.folded:
        return []
    return [
        Item(match.start("year"), match.end(), Point(year=int(match["year"])))
        for match in _BORN_GLUED.finditer(document.folded)
    ]


def _anchor(document: Document, items: list[Item]) -> tuple[dt.date | None, Anchor]:
    if document.published is not None:
        return document.published, "published"
    stamp = found_day(document, Found())
    if stamp is not None:
        return stamp, "context"
    for item in items:
        value = item.value
        if item.start > _LEAD:
            break
        if not isinstance(value, Point) or not isinstance(value.day, int) or not value.firm:
            continue
        if not isinstance(value.month, int) or not isinstance(value.year, int) or value.lunar:
            break  # a story that opens on a day without a year is not dated by the next day that has one
        if not Around(document.folded, item.start, item.end).bounded():
            return cal.day(value.year, value.month, value.day), "context"
    return None, "context"


def _move_on(context: Context, item: Item, resolved: Resolved, around: Around) -> None:
    """Let `context` know what was just spoken of."""
    if resolved.kind == "set":
        context.recurring_at = item.start
        return
    span = resolved.span
    if span is None:
        return
    if resolved.unit == "year" and around.text[item.start].isdigit():
        return  # a year of birth, or one of a list
    compared = around.compared()
    context.spoken, context.spoken_at = span, item.start
    if resolved.kind == "date":
        if isinstance(item.value, Point) and item.value.shift and item.value.shift.context and item.value.shift.by < 0:
            return  # `hôm trước` leads away from the day the story goes on with
        feast = isinstance(item.value, Point) and item.value.feast is not None and item.value.year is not None
        if feast and context.today is not None and (context.today - span[0]).days > _LONG_AGO:
            return  # `trận đánh dịp Tết Mậu Thân 1968`: the story goes on where it was
        if around.bounded() and context.today is not None and not -1 <= (context.today - span[0]).days <= _LONG_AGO:
            return  # `đất cấp sau ngày 1/1/2008`, `phấn đấu đến 31/3` tell of no day
        context.last_day, context.last_day_at = span[0], item.end
        if around.cumulative():
            context.compare((span[0].replace(month=1, day=1), span[0]), "day")
        elif resolved.anchor == "explicit" and not around.bounded():
            context.explicit_day = span[0]
        passed = context.today is None or span[0] <= context.today
        if passed and not around.bounded() and (context.event_day is None or around.opens_sentence):
            context.event_day = span[0]
        return
    if not compared and (context.today is None or span[0] <= context.today):
        if around.cumulative() and resolved.unit in ("month", "quarter"):
            span = (span[0].replace(month=1, day=1), span[1])
        context.compare(span, resolved.unit)
        if resolved.unit == "year" and around.opens_sentence and around.text[item.end : item.end + 1] == ",":
            context.year, context.year_at = span[0].year, item.start


def found_day(document: Document, found: Found) -> dt.date | None:
    """The day the text itself says it appeared on: a stamp line at its head or foot, or a dateline with a full date.

    None where there is none. Nothing of `found` is needed.
    """
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    for line in (*lines[:_STAMP_LINES], *lines[: _STAMP_LINES - 1 : -1][:3]):
        if len(line) <= 120 and (stamp := stamp_line(line)) is not None:
            return stamp
    if document.layout.dateline is not None:
        dateline = _DATELINE_DAY.search(document.text, *document.layout.dateline)
        if dateline is not None:
            return cal.day(int(dateline["year"]), int(dateline["month"]), int(dateline["day"]))
    return None
