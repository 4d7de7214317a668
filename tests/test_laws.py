"""The laws: what holds for the record of any text at all, and for all that is made of it."""

import datetime as dt
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, example, find, given, settings
from hypothesis import strategies as st

import strategies
from laws import (
    assert_days_hold,
    assert_in_order,
    assert_numbers_hold,
    assert_points_inside,
    assert_reads_back,
    assert_spans_hold,
    assert_timex3_keeps,
)
from strategies import ANY_TEXT, ARTICLES, TEXTS
from vnreport import Pipeline, Report, annotation
from vnreport.dates import parse_stamp
from vnreport.numerals import parse_number
from vnreport.text.decode import decode

PIPELINE = Pipeline(tagger=None)
DAYS = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)])


def parsed(text: str, published: dt.date | None = None) -> Report:
    return PIPELINE.parse(text, published=published, id="a")


# The record


@given(ARTICLES, DAYS)
@settings(max_examples=300)
def test_spans_hold_on_anything_made_of_reports(text: str, published: dt.date | None) -> None:
    assert_spans_hold(text, parsed(text, published))


@given(ANY_TEXT, DAYS)
def test_any_text_gives_a_record(text: str, published: dt.date | None) -> None:
    report = parsed(text, published)
    assert_spans_hold(text, report)
    assert report.published == published or published is None


@given(ARTICLES, DAYS)
def test_lists_stand_in_the_order_of_the_text(text: str, published: dt.date | None) -> None:
    assert_in_order(parsed(text, published))


@given(ARTICLES)
def test_names_and_indices_point_into_the_record(text: str) -> None:
    assert_points_inside(parsed(text))


@given(ARTICLES, DAYS)
def test_days_are_in_order_and_only_where_a_calendar_has_them(text: str, published: dt.date | None) -> None:
    assert_days_hold(parsed(text, published))


@given(ARTICLES)
def test_numbers_are_finite_and_ranges_go_up(text: str) -> None:
    assert_numbers_hold(parsed(text))


@given(TEXTS, DAYS)
def test_record_reads_back_from_json_and_dict(text: str, published: dt.date | None) -> None:
    assert_reads_back(parsed(text, published))


@given(TEXTS)
def test_record_is_the_same_each_time(text: str) -> None:
    assert parsed(text) == parsed(text) == Pipeline(tagger=None).parse(text, id="a")


@given(strategies.REPORTS)
def test_tones_apart_change_no_finding(text: str) -> None:
    def found(form: Any) -> list[object]:
        report = parsed(unicodedata.normalize(form, text))
        dates = [(date.kind, date.start, date.end, date.time) for date in report.dates]
        figures = [(figure.value, figure.value_to, figure.of, figure.bound) for figure in report.figures]
        return [dates, figures, len(report.people), [document.type for document in report.documents]]

    apart, whole = found("NFD"), found("NFC")
    apart[3] = [unicodedata.normalize("NFC", str(type)) for type in apart[3]]  # type: ignore[attr-defined]
    assert apart == whole


# What is made of it


@given(TEXTS)
def test_timex3_keeps_the_text(text: str) -> None:
    assert_timex3_keeps(text, parsed(text))


@given(TEXTS)
def test_figures_table_has_a_row_for_each_figure(text: str) -> None:
    report = parsed(text)
    rows = report.figures_table()
    assert [row["value"] for row in rows] == [figure.value for figure in report.figures]


@given(ARTICLES, DAYS)
def test_tables_hold_every_record(text: str, published: dt.date | None) -> None:
    arrow = pytest.importorskip("vnreport.archive.arrow")
    report = parsed(text.encode("utf-8", "replace").decode(), published)
    batch = arrow.record_batch([report, report])
    assert batch.num_rows == 2
    rows = batch.to_pylist()
    assert rows[0] == rows[1]
    assert Report.from_json(rows[0]["record_json"]) == report
    tables = arrow.tables(batch)
    assert tables["people"].num_rows == 2 * len(report.people)
    assert tables["figures"].num_rows == 2 * len(report.figures)


@pytest.mark.parametrize("format", ["label-studio", "brat", "conll2002", "gold"])
@given(text=ARTICLES)
def test_every_record_can_be_written_for_annotators(format: annotation.Format, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert annotation.files([annotation.of_report(parsed(text))], format)


@given(ARTICLES)
def test_page_holds_the_words_of_the_article(text: str) -> None:
    pytest.importorskip("jinja2")
    page = parsed(text).to_html()
    page.encode("utf-8")
    assert page.lower().count("</html>") == 1


# Numbers, stamps, bytes


@given(strategies.NUMBERS | strategies.FIGURES | TEXTS)
@example("1" * 5000)
@example("tỷ " * 500)
def test_what_is_read_as_a_number_is_one(text: str) -> None:
    try:
        value = parse_number(text)
    except ValueError:
        return
    assert isinstance(value, Decimal)
    assert value.is_finite()
    assert parse_number(unicodedata.normalize("NFD", text)) == parse_number(f"\n{text} ") == value


@given(strategies.DATES | strategies.FEET | TEXTS)
@settings(max_examples=50)
def test_what_is_read_as_a_stamp_is_a_day(text: str) -> None:
    try:
        day = parse_stamp(text)
    except ValueError:
        return
    assert type(day) is dt.date


@given(strategies.REPORTS)
def test_report_of_any_encoding_of_unicode_decodes_to_itself(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding)).text == text


# What the strategies themselves are worth


UNSHRUNK = settings(database=None, phases=[Phase.generate], max_examples=2000)


@pytest.mark.parametrize("layer", ["people", "dates", "figures", "documents", "meeting", "bylines", "title", "outlet"])
def test_articles_made_up_reach_every_stage(layer: str) -> None:
    find(strategies.REPORTS, lambda text: bool(getattr(parsed(text), layer)), settings=UNSHRUNK)


@pytest.mark.parametrize("accident", sorted(strategies.ACCIDENTS))
def test_every_accident_changes_a_text(accident: str) -> None:
    text = "Ngày 11/3/2022, ông ĐỖ Văn An (Phó Bí thư) họp. Bà Lê ½.\nHết."
    assert strategies.ACCIDENTS[accident](text, "\u00a0") != text


@given(strategies.SYLLABLES)
def test_syllables_are_composed_letters(syllable: str) -> None:
    assert syllable == unicodedata.normalize("NFC", syllable)
    assert syllable.isalpha()
