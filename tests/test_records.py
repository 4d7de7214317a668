"""The record: immutable, true to its JSON."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from vnreport.records import (
    DateExpression,
    Figure,
    LegalDocument,
    Meeting,
    Mention,
    Person,
    Position,
    Report,
    Span,
)

# No high surrogate just before a low one: JSON cannot tell the two from the character they make together.
TEXT = st.text(st.characters(exclude_categories=[])).filter(lambda s: json.loads(json.dumps(s)) == s)
SPANS = st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9))
MENTIONS = st.builds(Mention, text=TEXT, span=SPANS)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)


def _maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def _few(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


POSITIONS = st.builds(Position, text=TEXT, span=SPANS, role=TEXT, organization=_maybe(TEXT), former=st.booleans())
PEOPLE = st.builds(Person, id=TEXT, name=TEXT, positions=_few(POSITIONS), mentions=_few(MENTIONS))
DATES = st.builds(
    DateExpression,
    text=TEXT,
    span=SPANS,
    kind=st.sampled_from(["date", "period", "duration", "set", "time"]),
    start=_maybe(st.dates()),
    end=_maybe(st.dates()),
    time=_maybe(st.times()),
    value=_maybe(TEXT),
)
FIGURES = st.builds(
    Figure,
    text=TEXT,
    span=SPANS,
    value=NUMBERS,
    value_to=_maybe(NUMBERS),
    of=_maybe(NUMBERS),
    unit=_maybe(TEXT),
    measure=_maybe(MENTIONS),
    period=_maybe(st.integers(0, 99)),
)
DOCUMENTS = st.builds(LegalDocument, text=TEXT, span=SPANS, type=TEXT, number=_maybe(TEXT), issued=_maybe(st.dates()))
MEETINGS = st.builds(Meeting, kind=MENTIONS, title=_maybe(MENTIONS), time=_maybe(st.times()), chairs=_few(TEXT))
REPORTS = st.builds(
    Report,
    id=_maybe(TEXT),
    title=_maybe(MENTIONS),
    published=_maybe(st.dates()),
    bylines=_few(MENTIONS),
    people=_few(PEOPLE),
    dates=_few(DATES),
    figures=_few(FIGURES),
    documents=_few(DOCUMENTS),
    meeting=_maybe(MEETINGS),
)


@given(REPORTS)
def test_json_reads_back_as_the_same_record(report: Report) -> None:
    assert Report.from_json(report.to_json()) == report


@given(REPORTS, st.integers(0, 4))
def test_json_is_json_in_utf8(report: Report, indent: int) -> None:
    written = report.to_json(indent=indent).encode("utf-8")
    assert Report.from_json(written) == report
    assert json.loads(written)["schema_version"] == report.schema_version


@given(REPORTS)
def test_dict_reads_back_as_the_same_record(report: Report) -> None:
    assert Report.from_dict(report.to_dict()) == report


def test_dict_keeps_numbers_and_days_as_objects() -> None:
    figure = Figure(text="1,5 ha", span=Span(0, 6), value=Decimal("1.5"), unit="ha")
    record = Report(published=dt.date(2022, 3, 11), figures=(figure,)).to_dict()
    assert record["published"] == dt.date(2022, 3, 11)
    assert record["figures"][0]["value"] == Decimal("1.5")


def test_json_has_numbers_and_iso_days() -> None:
    figure = Figure(text="1,5 ha", span=Span(0, 6), value=Decimal("1.5"), unit="ha")
    record = json.loads(Report(published=dt.date(2022, 3, 11), figures=(figure,)).to_json())
    assert record["published"] == "2022-03-11"
    assert record["figures"][0]["value"] == 1.5


def test_records_are_immutable() -> None:
    with pytest.raises(AttributeError):
        Report().id = "other"  # type: ignore[misc]


@pytest.mark.parametrize("data", ["", "{", "[]", '{"people": 1}', '{"colour": "red"}', '{"published": "2022-02-30"}'])
def test_what_is_no_record_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Report.from_json(data)


def test_honorific_tells_the_gender() -> None:
    given = [Person(id="p1", name="An", honorific=honorific).gender for honorific in ("ông", "bà", "đồng chí", None)]
    assert given == ["male", "female", None, None]


ARTICLE = "Sáng 11/3/2022, bà Trần Thị Duyên họp."
MET = Report(
    people=(Person(id="p1", name="Trần Thị Duyên", mentions=(Mention(text="Trần Thị Duyên", span=Span(19, 33)),)),),
    dates=(DateExpression(text="Sáng 11/3/2022", span=Span(0, 14), kind="date"),),
)


def test_report_remembers_its_article_beside_its_value() -> None:
    remembering = MET.with_source(ARTICLE)
    assert remembering.source == ARTICLE
    assert remembering == MET
    assert remembering.to_json() == MET.to_json()
    assert MET.source is None


def test_parsed_report_remembers_its_article() -> None:
    assert vnreport.parse(ARTICLE).source == ARTICLE


@pytest.mark.parametrize("text", ["", ARTICLE[1:], ARTICLE.replace("Duyên", "Duyen")])
def test_another_text_is_no_source(text: str) -> None:
    with pytest.raises(ValueError, match="not the text of this report"):
        MET.with_source(text)


def test_source_is_text() -> None:
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        MET.with_source(ARTICLE.encode())  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [Report.to_timex3, Report.figures_table, Report.to_html])
def test_what_needs_the_article_takes_it_from_the_report_or_asks_for_it(form: Callable[..., object]) -> None:
    assert form(MET.with_source(ARTICLE)) == form(MET, ARTICLE)
    with pytest.raises(ValueError, match="give the text"):
        form(MET)
