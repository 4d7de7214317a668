"""What the tables add up to: what a careful reader would count."""

import datetime as dt

import pytest

pytest.importorskip("polars")

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.archives import Rows
from vnreport.dashboard import days, figures, meetings, offices, overview, people
from vnreport.dashboard.sentences import around

D = dt.date


def article(id, published=None, **more):
    return {"article_id": id, "published": published, **more}


def meeting(id, start=None, kind="hội nghị", **cast):
    return {"article_id": id, "start": start, "kind": kind, "chairs": [], "speakers": [], "attendees": [], **cast}


def figure(id, value, measure, unit="đồng", unit_kind="currency", **more):
    return {"article_id": id, "index": 0, "text": str(value), "span_start": 0, "span_end": 1, "value": value,
            "measure": measure, "unit": unit, "unit_kind": unit_kind, "bound": "exact", **more}  # fmt: skip


def rows(frame, *columns):
    return frame.select(columns).rows()


# Days.


def test_the_day_of_an_article_is_that_it_appeared_else_that_of_its_meeting() -> None:
    tables = Rows(
        articles=[article("a", D(2021, 3, 5)), article("b"), article("c"), article("d", error="broken")],
        meetings=[meeting("a", D(2021, 3, 4)), meeting("b", D(2021, 4, 1)), meeting("c")],
    )
    assert dict(days.article_days(tables).rows()) == {"a": D(2021, 3, 5), "b": D(2021, 4, 1), "c": None}


@pytest.mark.parametrize(
    ("last", "grain"),
    [(D(2021, 2, 1), "day"), (D(2021, 12, 1), "week"), (D(2024, 1, 1), "month"), (D(2040, 1, 1), "year")],
)
def test_bars_are_as_wide_as_the_span_asks(last, grain) -> None:
    assert days.window(pl.Series([D(2021, 1, 1), last])).grain == grain


def test_no_days_have_no_window() -> None:
    assert days.window(pl.Series([None, None], dtype=pl.Date)) is None


def test_a_stray_day_does_not_stretch_the_window() -> None:
    usual = [D(2021, 3, 1) + dt.timedelta(i) for i in range(99)]
    found = days.window(pl.Series([D(1945, 9, 2), *usual]))
    assert found.first >= D(2021, 3, 1)


@given(st.lists(st.dates(), min_size=1, max_size=60))
def test_a_window_holds_nearly_all_days_and_only_such(given_days) -> None:
    found = days.window(pl.Series(given_days))
    inside = [day for day in given_days if found.first <= day <= found.last]
    assert found.first in given_days
    assert found.last in given_days
    assert len(inside) >= 0.9 * len(given_days)


# The head of the page.


def test_overview_counts_articles_names_and_failures() -> None:
    tables = Rows(
        articles=[article("a", D(2021, 3, 5)), article("b", D(2021, 4, 1)), article("c", error="ValueError")],
        people=[
            {"article_id": "a", "person_id": "p1", "name": "Phan Đăng Khôi"},
            {"article_id": "b", "person_id": "p1", "name": "PHAN ĐĂNG KHÔI"},
        ],
        meetings=[meeting("a")],
        figures=[figure("a", 1, "thu"), figure("a", 2, "chi")],
    )  # fmt: skip
    tables.errors = {"unread": 2}
    found = overview.overview(tables, days.article_days(tables))
    assert found == {
        "articles": 2, "dated": 2, "first": D(2021, 3, 5), "last": D(2021, 4, 1), "people": 1, "meetings": 1,
        "figures": 2, "documents": 0, "errors": {"failed": 1, "unread": 2},
    }  # fmt: skip


# Meetings.


def test_a_meeting_without_a_day_stands_at_the_day_its_article_appeared() -> None:
    tables = Rows(
        articles=[article("a", D(2021, 3, 5)), article("b", D(2021, 3, 6)), article("c")],
        meetings=[meeting("a", D(2021, 3, 4)), meeting("b"), meeting("c")],
    )
    found = meetings.meetings(tables)
    assert rows(found, "article_id", "day", "dated") == [
        ("a", D(2021, 3, 4), True), ("b", D(2021, 3, 6), False), ("c", None, False),
    ]  # fmt: skip


def test_kinds_are_one_whatever_their_classifier_and_case() -> None:
    tables = Rows(
        articles=[article(id) for id in "abc"],
        meetings=[meeting("a", kind="Cuộc họp"), meeting("b", kind="họp"), meeting("c", kind="phiên họp")],
    )
    assert sorted(rows(meetings.meetings(tables), "kind", "rank")) == [("họp", 0), ("họp", 0), ("phiên họp", 1)]


def test_bins_count_meetings_by_week_from_monday() -> None:
    tables = Rows(
        articles=[article(id) for id in "abcd"],
        meetings=[
            meeting("a", D(2021, 3, 1)), meeting("b", D(2021, 3, 7)), meeting("c", D(2021, 3, 8)),
            meeting("d", D(2021, 9, 1), "kỳ họp"),
        ],
    )  # fmt: skip
    found = meetings.meetings(tables)
    bars = meetings.bins(found, "kind", days.window(found["day"]))
    assert rows(bars, "start", "end", "group", "n") == [
        (D(2021, 3, 1), D(2021, 3, 8), "hội nghị", 2),
        (D(2021, 3, 8), D(2021, 3, 15), "hội nghị", 1),
        (D(2021, 8, 30), D(2021, 9, 6), "kỳ họp", 1),
    ]


@given(st.lists(st.dates(D(1990, 1, 1), D(2030, 1, 1)), min_size=1, max_size=40))
def test_bars_together_count_every_meeting_of_the_window_once(given_days) -> None:
    found = pl.DataFrame(
        {"day": given_days, "form": [None] * len(given_days)}, schema={"day": pl.Date, "form": pl.String}
    )
    window = days.window(found["day"])
    inside = [day for day in given_days if window.first <= day <= window.last]
    assert meetings.bins(found, "form", window)["n"].sum() == len(inside)


# People.

CAST = Rows(
    articles=[article(id) for id in "abc"],
    meetings=[
        meeting("a", chairs=["Vũ Thị Hạ Lan"], speakers=["Phan Đăng Khôi"], attendees=["Mai Phương Chi", "Lan"]),
        meeting("b", chairs=["Vũ Thị Hạ Lan"], speakers=["Vũ Thị Hạ Lan", "PHAN ĐĂNG KHÔI"]),
        meeting("c", attendees=["Bùi Hoà An", "Bùi Hòa An"]),
    ],
)


def test_people_are_counted_once_a_meeting_in_each_role() -> None:
    found = people.network(people.cast(meetings.meetings(CAST)), 10)
    assert rows(found.people, "name", "meetings", "chairs", "speakers", "attendees") == [
        ("Vũ Thị Hạ Lan", 2, 2, 1, 2),
        ("PHAN ĐĂNG KHÔI", 2, 0, 2, 2),
        ("Mai Phương Chi", 1, 0, 0, 1),
        ("Bùi Hoà An", 1, 0, 0, 1),
    ]


def test_ties_weigh_the_meetings_that_two_people_share() -> None:
    found = people.network(people.cast(meetings.meetings(CAST)), 10)
    assert found.ties.rows() == [(0, 1, 2), (0, 2, 1), (1, 2, 1)]
    assert found.people["x"].is_null().to_list() == [False, False, False, True]  # the last met none of the others


def test_a_network_keeps_the_strongest_and_says_how_many_it_leaves_out() -> None:
    found = people.network(people.cast(meetings.meetings(CAST)), 2)
    assert (found.people.height, found.ties.rows(), found.left_out) == (2, [(0, 1, 2)], 2)


def test_places_are_the_same_each_time_and_in_the_frame() -> None:
    once, again = (people.network(people.cast(meetings.meetings(CAST)), 10).people for _ in range(2))
    assert once.equals(again)
    assert all(0 <= value <= 1 for column in ("x", "y") for value in once[column].drop_nulls())


def test_nobody_makes_an_empty_network() -> None:
    found = people.network(people.cast(meetings.meetings(Rows())), 10)
    assert (found.people.height, found.ties.height, found.left_out) == (0, 0, 0)


@given(st.lists(st.lists(st.sampled_from(["An Bình", "Chi Dung", "Giang Hà", "Khánh Linh"]), max_size=4), max_size=8))
def test_a_tie_is_no_stronger_than_either_of_its_people(casts) -> None:
    tables = Rows(
        articles=[article(str(i)) for i in range(len(casts))],
        meetings=[meeting(str(i), attendees=cast) for i, cast in enumerate(casts)],
    )
    found = people.network(people.cast(meetings.meetings(tables)), 10)
    counts = found.people["meetings"].to_list()
    assert all(n <= min(counts[a], counts[b]) for a, b, n in found.ties.rows())


# Offices.


def held(*given_rows):
    """Tables in which each (article, day, name, office, former) is given."""
    return Rows(
        articles=[article(id, day) for id, day, *_ in given_rows],
        people=[
            {"article_id": id, "person_id": f"p{i}", "name": name} for i, (id, _, name, *_) in enumerate(given_rows)
        ],
        positions=[
            {"article_id": id, "person_id": f"p{i}", "text": text, "kind": "office", "former": former, "acting": False}
            for i, (id, _, _, text, former) in enumerate(given_rows)
        ],
    )  # fmt: skip


def offices_of(tables):
    return offices.offices(tables, days.article_days(tables))


def test_an_office_goes_from_its_first_article_to_its_last() -> None:
    found = offices_of(
        held(
            ("a", D(2021, 3, 5), "Phan Đăng Khôi", "Chủ tịch UBND huyện", False),
            ("b", D(2021, 1, 5), "Phan Đăng Khôi", "chủ tịch UBND huyện", False),
            ("c", None, "Phan Đăng Khôi", "Chủ tịch UBND huyện", False),
        )
    )
    assert rows(found, "office", "first", "last", "undated", "articles") == [
        ("Chủ tịch UBND huyện", D(2021, 1, 5), D(2021, 3, 5), 1, ["b", "a", "c"])
    ]


def test_former_offices_are_apart_from_present_ones() -> None:
    found = offices_of(
        held(
            ("a", D(2021, 3, 5), "Phan Đăng Khôi", "Chủ tịch UBND huyện", False),
            ("b", D(2022, 3, 5), "Phan Đăng Khôi", "nguyên Chủ tịch UBND huyện", True),
        )
    )
    assert rows(found, "office", "former", "first") == [
        ("Chủ tịch UBND huyện", False, D(2021, 3, 5)), ("nguyên Chủ tịch UBND huyện", True, D(2022, 3, 5)),
    ]  # fmt: skip


def test_a_short_form_is_the_office_that_begins_with_it() -> None:
    found = offices_of(
        held(
            ("a", D(2021, 3, 5), "Vũ Thị Hạ Lan", "Bí thư", False),
            ("b", D(2021, 3, 6), "Vũ Thị Hạ Lan", "Bí thư Huyện ủy", False),
        )
    )
    assert rows(found, "office", "first", "last") == [("Bí thư Huyện ủy", D(2021, 3, 5), D(2021, 3, 6))]


def test_what_hardly_any_article_says_of_a_person_is_no_office() -> None:
    usual = [(f"a{i}", D(2021, 3, 5), "Vũ Thị Hạ Lan", "Bí thư Huyện ủy", False) for i in range(30)]
    found = offices_of(held(*usual, ("z", D(2021, 3, 5), "Vũ Thị Hạ Lan", "Giám đốc Công ty An Phát", False)))
    assert found["office"].to_list() == ["Bí thư Huyện ủy"]


def test_no_positions_are_no_offices() -> None:
    assert offices_of(Rows()).is_empty()


# Figures.


def figures_of(most=100, **given_rows):
    tables = Rows(**given_rows)
    return figures.figures(tables, days.article_days(tables), most)


def test_figures_belong_together_by_measure_and_unit() -> None:
    found = figures_of(
        articles=[article("a"), article("b")],
        figures=[
            figure("a", 5, "Thu ngân sách"), figure("b", 6, "thu  ngân sách;"),
            figure("a", 7, "thu ngân sách", "USD"), figure("a", 8, "thu ngân sách", "%", "percent"),
            figure("a", 9, None),
        ],
    )  # fmt: skip
    groups = dict(zip(found.measures["unit"], found.measures["figures"], strict=True))
    assert groups == {"đồng": 2, "USD": 1, "%": 1}
    assert found.measures["unit"][0] == "đồng"  # what two articles give comes first


def test_a_figure_stands_at_its_period_else_at_the_day_of_its_article() -> None:
    found = figures_of(
        articles=[article("a", D(2021, 4, 6)), article("b", D(2021, 5, 1)), article("c")],
        dates=[{"article_id": "a", "index": 2, "text": "quý I/2021", "start": D(2021, 1, 1), "end": D(2021, 3, 31)}],
        figures=[
            figure("a", 5, "tổng thu", period=2),
            figure("b", 6, "tổng thu", period=7),
            figure("c", 7, "tổng thu"),
        ],
    )
    assert rows(found.rows, "start", "end", "period") == [
        (D(2021, 1, 1), D(2021, 3, 31), "quý I/2021"), (D(2021, 5, 1), D(2021, 5, 1), None), (None, None, None),
    ]  # fmt: skip


def test_whole_measures_are_left_out_and_counted() -> None:
    found = figures_of(
        3,
        articles=[article("a"), article("b")],
        figures=[
            figure("a", 5, "tổng thu"),
            figure("b", 6, "tổng thu"),
            figure("a", 7, "tổng chi"),
            figure("a", 8, "tổng chi"),
        ],
    )
    assert (found.measures["measure"].to_list(), found.rows.height, found.left_out) == (["tổng thu"], 2, 2)


def test_a_head_alone_and_values_far_apart_are_said_to_be_mixed() -> None:
    found = figures_of(
        articles=[article(id) for id in "abcd"],
        figures=[
            *(figure(id, value, "số tiền") for id, value in zip("abcd", (10**4, 10**6, 10**9, 10**12), strict=True)),
            figure("a", 5, "giá"), figure("a", 6, "tổng thu"), figure("a", 7, "GDP", "%", "percent"),
        ],
    )  # fmt: skip
    mixed = dict(zip(found.measures["measure"], found.measures["mixed"], strict=True))
    assert mixed == {"số tiền": True, "giá": True, "tổng thu": False, "GDP": False}


def test_the_measure_shown_first_is_seen_over_time() -> None:
    found = figures_of(
        articles=[article(id, D(2021, month, 1)) for month, id in enumerate("abcd", 1)],
        figures=[figure("a", 1, "tổng chi"), *(figure(id, 5, "tổng thu") for id in "bcd")],
    )
    assert found.measures["measure"][found.shown_first] == "tổng thu"


# Sentences.


def test_a_sentence_is_that_of_the_text_as_given() -> None:
    text = "Xã họp.\r\nXa\u0303 thu 5,5 tỷ đồng. Hết."  # CRLF, and a letter in two code points
    at = text.index("5,5")
    ((start, end),) = around(text, [(at, at + 11)])
    assert text[start:end] == "Xa\u0303 thu 5,5 tỷ đồng."


def test_a_sentence_too_long_is_cut_at_words_around_the_figure() -> None:
    text = "từ " * 500 + "thu 5,5 tỷ đồng " + "nữa " * 500
    at = text.index("5,5")
    ((start, end),) = around(text, [(at, at + 11)])
    assert end - start < 500
    assert text[start:at].startswith("từ ")
    assert "thu 5,5 tỷ đồng" in text[start:end]


@given(st.text(alphabet="aẫ .\n,5\u0303", max_size=80), st.data())
def test_a_sentence_holds_its_figure(text, data) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    ((first, last),) = around(text, [(start, end)])
    assert first <= start <= end <= last <= len(text)
