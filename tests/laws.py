"""What holds for every record, whatever the text: asked by the laws of pytest and by the fuzzer alike."""

import datetime as dt
import html
import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vnreport import Report


def spans_of(record: Any) -> Iterator[tuple[str, int, int]]:
    """Every (text, start, end) anywhere in a record made of dicts and lists."""
    if isinstance(record, dict):
        if "span" in record:
            yield record["text"], record["span"]["start"], record["span"]["end"]
        record = list(record.values())
    if isinstance(record, list | tuple):
        for part in record:
            yield from spans_of(part)


def assert_spans_hold(text: str, report: Report) -> None:
    """Every item of the record, however deep, holds the words that stand where it says."""
    for words, start, end in spans_of(report.to_dict()):
        assert 0 <= start < end <= len(text), (words, start, end)
        assert text[start:end] == words, (words, start, end)


def assert_trimmed(report: Report) -> None:
    """No item begins or ends with a blank."""
    for words, start, end in spans_of(report.to_dict()):
        assert words == words.strip(" \n\t"), (words, start, end)


def assert_in_order(report: Report) -> None:
    """Lists stand in the order of the text; dates and figures do not overlap."""
    for items in (report.dates, report.figures, report.documents):
        starts = [item.span.start for item in items]
        assert starts == sorted(starts), starts
    for items in (report.dates, report.figures):
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(items)), [i.text for i in items]
    for person in report.people:
        starts = [mention.span.start for mention in person.mentions]
        assert starts, person
        assert starts == sorted(set(starts)), person
    firsts = [person.mentions[0].span.start for person in report.people]
    assert firsts == sorted(firsts), firsts


def assert_points_inside(report: Report) -> None:
    """Names, ids and indices lead to what is in the record."""
    assert [person.id for person in report.people] == [f"p{i}" for i in range(1, len(report.people) + 1)]
    if report.meeting:
        names = {person.name for person in report.people}
        meeting = report.meeting
        assert {*meeting.chairs, *meeting.speakers} <= {*meeting.attendees} <= names, meeting
        for each in (meeting.chairs, meeting.speakers, meeting.attendees):
            assert len(set(each)) == len(each), meeting
    assert all(figure.period is None or 0 <= figure.period < len(report.dates) for figure in report.figures)


def assert_days_hold(report: Report) -> None:
    """Days are there for days and periods only, and in order."""
    for date in report.dates:
        if date.kind in ("duration", "set", "time"):
            assert (date.start, date.end) == (None, None), date
        assert (date.start is None) == (date.end is None), date
        if date.start and date.end:
            assert date.start <= date.end, date
            assert date.kind == "period" or date.start == date.end, date
    meeting = report.meeting
    if meeting and meeting.start and meeting.end:
        assert meeting.start <= meeting.end, meeting


def assert_numbers_hold(report: Report) -> None:
    """Figures are finite, their ranges go up."""
    for figure in report.figures:
        for value in (figure.value, figure.value_to, figure.of):
            assert value is None or (isinstance(value, Decimal) and value.is_finite()), figure
        if figure.value_to is not None:
            assert figure.value <= figure.value_to, figure


def assert_reads_back(report: Report) -> None:
    """JSON and dicts lose nothing."""
    assert Report.from_json(report.to_json()) == report
    assert Report.from_json(report.to_json(indent=2).encode("utf-8", "surrogatepass")) == report
    assert Report.from_dict(report.to_dict()) == report


def assert_record_holds(text: str, report: Report, published: dt.date | None = None) -> None:
    """All of the above."""
    assert_spans_hold(text, report)
    assert_trimmed(report)
    assert_in_order(report)
    assert_points_inside(report)
    assert_days_hold(report)
    assert_numbers_hold(report)
    assert_reads_back(report)
    assert published is None or report.published == published


_TAG = re.compile(r"</?TIMEX3[^>]*>")


def assert_timex3_keeps(text: str, report: Report) -> None:
    """Without its tags, TimeML is the article; characters that XML has not are U+FFFD, one for one."""
    import xml.etree.ElementTree as ET

    made = report.to_timex3()
    ET.fromstring(made.encode("utf-8"))
    body = made.split("<TimeML>\n", 1)[1].removesuffix("\n</TimeML>\n")
    kept = html.unescape(_TAG.sub("", body))
    assert len(kept) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, kept, strict=True))
    assert len(_TAG.findall(body)) == 2 * len(report.dates)
