"""The record as entries: what is said of each item, and which marks it has."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from render.articles import TEXT, report
from strategies import TEXTS
from vnreport import Report
from vnreport.records import DateExpression, Figure, LegalDocument, Meeting, Mention, Person, Position, Span
from vnreport.render import words
from vnreport.render.entries import record

SPAN = Span(0, 1)


def date(text: str = "x", **fields: object) -> DateExpression:
    return DateExpression(text=text, span=SPAN, **{"kind": "date", **fields})  # type: ignore[arg-type]


def figure(text: str = "x", value: str = "1", **fields: object) -> Figure:
    return Figure(text=text, span=SPAN, value=Decimal(value), **fields)  # type: ignore[arg-type]


def test_every_item_of_the_record_is_marked_where_it_stands() -> None:
    parsed = report()
    marked = {(mark.kind, mark.role, TEXT[mark.start : mark.end]) for mark in record(parsed).marks}
    wanted = {("person", "name", m.text) for person in parsed.people for m in person.mentions}
    wanted |= {("person", "position", p.text) for person in parsed.people for p in person.positions}
    wanted |= {("date", "item", item.text) for item in parsed.dates}
    wanted |= {("figure", "item", item.text) for item in parsed.figures}
    wanted |= {("figure", "measure", item.measure.text) for item in parsed.figures if item.measure}
    wanted |= {("figure", "against", item.against.text) for item in parsed.figures if item.against}
    wanted |= {("document", "item", item.text) for item in parsed.documents}
    wanted |= {("source", "item", byline.text) for byline in parsed.bylines}
    assert parsed.meeting is not None
    assert wanted | {("meeting", "item", parsed.meeting.kind.text)} <= marked


def test_dates_that_say_the_same_share_an_entry() -> None:
    entries = record(report()).dates
    year = next(entry for entry in entries if entry.words[0].text == "năm 2021")
    assert [one.text for one in year.words] == ["năm 2021", "năm 2021"]
    assert len({one.mark.key for one in year.words}) == 1


def test_a_date_of_the_same_words_for_another_day_is_another_entry() -> None:
    days = [date("thứ Hai", start=dt.date(2022, 3, day)) for day in (7, 14)]
    assert len(record(Report(dates=tuple(days))).dates) == 2


def test_documents_named_alike_share_an_entry() -> None:
    law = LegalDocument(text="Luật Đất đai", span=SPAN, type="Luật")
    other = LegalDocument(text="Luật Nhà ở", span=SPAN, type="Luật")
    assert [len(entry.words) for entry in record(Report(documents=(law, other, law))).documents] == [2, 1]


def test_the_period_of_a_figure_is_the_very_date() -> None:
    parsed = Report(dates=(date("năm 2020"), date("năm 2021")), figures=(figure(period=1),))
    (entry,) = record(parsed).figures
    assert entry.period is not None
    assert entry.period.text == "năm 2021"


@pytest.mark.parametrize("period", [-1, 1, None])
def test_a_period_that_no_date_has_is_none(period: int | None) -> None:
    assert record(Report(dates=(date(),), figures=(figure(period=period),))).figures[0].period is None


def test_parts_in_the_meeting_are_said_of_the_person() -> None:
    people = {entry.name: entry.part for entry in record(report()).people}
    assert people["Trần Văn Lâm"].startswith("chủ trì")
    assert "tham dự" in people["Đỗ Thị Nguyệt"]


def test_names_of_the_meeting_lead_to_people() -> None:
    meeting = record(report()).meeting
    assert meeting is not None
    cast = dict(meeting.cast)
    assert [(named.name, named.key) for named in cast["Chủ trì"]] == [("Trần Văn Lâm", "p1")]


def test_a_name_that_the_record_has_not_leads_nowhere() -> None:
    meeting = Meeting(kind=Mention(text="họp", span=SPAN), chairs=("Ai Đó",))
    entry = record(Report(meeting=meeting)).meeting
    assert entry is not None
    assert entry.cast[0][1][0].key is None


def test_former_and_acting_positions_are_noted_where_their_words_do_not_say_it() -> None:
    positions = (
        Position(text="Bí thư", span=SPAN, role="Bí thư", former=True),
        Position(text="Quyền Giám đốc", span=SPAN, role="Giám đốc", acting=True),
        Position(text="Tiến sĩ", span=SPAN, role="Tiến sĩ", kind="degree"),
    )
    (entry,) = record(Report(people=(Person(id="p9", name="A", positions=positions),))).people
    assert [line.notes for line in entry.positions] == ["nguyên", "", "học hàm, học vị"]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (date(start=dt.date(2022, 3, 11), end=dt.date(2022, 3, 11)), "thứ Sáu, 11/3/2022"),
        (date(start=dt.date(2022, 3, 11), end=dt.date(2022, 3, 11), time=dt.time(8, 30)), "08:30 thứ Sáu, 11/3/2022"),
        (date(kind="period", start=dt.date(2021, 1, 1), end=dt.date(2021, 3, 31)), "1/1/2021 – 31/3/2021"),
        (date(kind="time", time=dt.time(14)), "14:00"),
        (date(kind="duration", value="P50Y"), "50 năm"),
        (date(kind="duration", value="PT2H"), "2 giờ"),
        (date(kind="set", value="P1M"), "mỗi tháng"),
        (date(kind="set", value="P2W"), "mỗi 2 tuần"),
        (date(kind="set", value="XXXX-WXX-1"), "XXXX-WXX-1"),
        (date(value="XXXX-06-02"), "2/6, chưa rõ năm"),
        (date(), "chưa rõ ngày"),
    ],
)
def test_days_are_said_in_words(made: DateExpression, said: str) -> None:
    assert words.resolved(made) == said


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (figure(value="30539000000", unit="đồng"), "30.539.000.000 đồng"),
        (figure(value="0.6667"), "0,6667"),
        (figure(value="19", of=Decimal(22), unit="chỉ tiêu"), "19 trên 22 chỉ tiêu"),
        (figure(value="10", value_to=Decimal(15), unit="%"), "10 – 15%"),
        (figure(value="1E+3"), "1.000"),
        (figure(value="1.50"), "1,5"),
        (figure(value="1E+999999"), "1E+999999"),
        (figure(value="NaN"), "NaN"),
        (figure(value="-0"), "-0"),
    ],
)
def test_amounts_are_written_as_vietnamese_readers_do(made: Figure, said: str) -> None:
    assert words.amount(made) == said


def test_an_amount_as_it_is_printed_is_not_said_twice() -> None:
    said = (figure("226 %", "226", unit="%"), figure("10-15%", "10", value_to=Decimal(15), unit="%"))
    assert [entry.amount for entry in record(Report(figures=said)).figures] == [None, None]


def test_a_year_is_not_said_twice() -> None:
    start, end = dt.date(2021, 1, 1), dt.date(2021, 12, 31)
    named, meant = date("năm 2021", start=start, end=end), date("năm ngoái", start=start, end=end)
    entries = record(Report(dates=(named, meant), figures=(figure(period=0), figure(period=1)))).figures
    assert [entry.period_days for entry in entries] == ["", "1/1/2021 – 31/12/2021"]


def test_a_day_printed_in_full_is_not_said_twice() -> None:
    day = dt.date(2022, 3, 5)
    full, short = date("ngày 05-03-2022", start=day, end=day), date("sáng 5/3", start=day, end=day)
    entries = record(Report(dates=(full, short), figures=(figure(period=0), figure(period=1)))).figures
    assert [entry.period_days for entry in entries] == ["", "thứ Bảy, 5/3/2022"]


@given(TEXTS)
def test_what_is_shown_can_be_written(text: str) -> None:
    shown = words.shown(text)
    shown.encode("utf-8")
    assert len(shown) == len(text)
    assert "\x00" not in shown


@given(TEXTS)
def test_any_report_has_entries(text: str) -> None:
    parsed = vnreport.parse(text)
    made = record(parsed)
    assert sum(len(entry.mentions) for entry in made.people) == sum(len(person.mentions) for person in parsed.people)
    assert sum(len(entry.words) for entry in made.dates) == len(parsed.dates)


@given(st.decimals())
def test_any_number_can_be_written(value: Decimal) -> None:
    assert len(words.number(value)) < 200
