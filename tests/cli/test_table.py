"""The tables: what a person sees of a record."""

import datetime as dt
from decimal import Decimal

from vnreport.cli import table
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

AT = Span(0, 1)


def mention(text: str) -> Mention:
    return Mention(text=text, span=AT)


REPORT = Report(
    title=mention("Phường sơ kết"),
    outlet=mention("baophuong.vn"),
    published=dt.date(2022, 3, 11),
    bylines=(mention("Thu An"),),
    people=(
        Person(
            id="p1",
            name="Trần Thị Mỹ Duyên",
            honorific="bà",
            positions=(Position(text="Bí thư Đảng ủy", span=AT, role="Bí thư"),),
            mentions=(mention("Trần Thị Mỹ Duyên"), mention("Duyên")),
        ),
    ),
    dates=(
        DateExpression(text="quý I/2022", span=AT, kind="period", start=dt.date(2022, 1, 1), end=dt.date(2022, 3, 31)),
        DateExpression(text="8 giờ", span=AT, kind="time", time=dt.time(8)),
        DateExpression(text="50 năm", span=AT, kind="duration", value="P50Y"),
    ),
    figures=(
        Figure(
            text="30,539 tỷ đồng",
            span=AT,
            value=Decimal("30.539") * 10**9,
            unit="đồng",
            bound="over",
            measure=mention("thu ngân sách"),
            period=0,
        ),
        Figure(text="19/22 chỉ tiêu", span=AT, value=Decimal(19), of=Decimal(22), unit="chỉ tiêu"),
        Figure(text="10-15%", span=AT, value=Decimal(10), value_to=Decimal(15), unit="%", change="up"),
    ),
    documents=(LegalDocument(text="Nghị quyết số 09", span=AT, type="Nghị quyết", number="09"),),
    meeting=Meeting(
        kind=mention("hội nghị"), start=dt.date(2022, 3, 11), time=dt.time(8), chairs=("Trần Thị Mỹ Duyên",)
    ),
)
LINES = table.written(REPORT, colour=False).splitlines()


def has(*cells: str) -> bool:
    return any(all(cell in line for cell in cells) for line in LINES)


def test_title_and_signatures_stand_at_the_head() -> None:
    assert LINES[:2] == ["Phường sơ kết", "published 2022-03-11 · baophuong.vn · Thu An"]


def test_person_has_a_row_with_positions_and_number_of_mentions() -> None:
    assert [line.split("  ")[-1].strip() for line in LINES if "Bí thư Đảng ủy" in line] == ["2"]
    assert has("Trần Thị Mỹ Duyên", "bà", "Bí thư Đảng ủy")


def test_figure_has_value_bound_unit_measure_and_period() -> None:
    assert has("30,539 tỷ đồng", "> 30,539,000,000", "đồng", "thu ngân sách", "quý I/2022")


def test_share_and_range_show_both_numbers() -> None:
    assert has("19/22 chỉ tiêu", "19 of 22")
    assert has("10-15%", "↑ 10 – 15")


def test_dates_show_days_or_clock_time_or_length() -> None:
    assert has("quý I/2022", "2022-01-01 … 2022-03-31")
    assert has("8 giờ", "08:00")
    assert has("50 năm", "P50Y")


def test_document_and_meeting_are_shown() -> None:
    assert has("Nghị quyết số 09", "09")
    assert has("chairs", "Trần Thị Mỹ Duyên")
    assert has("when", "2022-03-11 08:00")


def test_empty_parts_have_no_table() -> None:
    assert "Documents" not in table.written(Report(people=REPORT.people), colour=False)


def test_empty_record_says_so() -> None:
    assert table.written(Report(), colour=False).startswith("Nothing found")


def test_characters_that_steer_a_terminal_are_shown_as_blanks() -> None:
    report = Report(title=mention("a\x1b[31mb\u202ec\ud800d"))
    assert table.written(report, colour=True).splitlines()[0] == "\x1b[1ma [31mb c d\x1b[0m"


def test_markup_in_an_article_is_text() -> None:
    assert table.written(Report(title=mention("[red]x[/red]")), colour=False).startswith("[red]x[/red]\n")
