"""Where the missing parts of a date come from."""

import pytest

from vnreport import Pipeline

PIPELINE = Pipeline(stages=["dates"], tagger=None)


def read(text: str, published: str | None = None) -> list[tuple]:
    days = PIPELINE.parse(text, published=published).dates
    return [(d.text, d.start and d.start.isoformat(), d.end and d.end.isoformat(), d.anchor) for d in days]


def one(text: str, published: str | None = None) -> tuple:
    (found,) = read(text, published)
    return found[1:]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Chiều 28/12, huyện họp tổng kết.", "2017-01-02", "2016-12-28"),
        ("Chiều 2/1, huyện họp tổng kết.", "2017-01-02", "2017-01-02"),
        ("Hạn nộp hồ sơ đến 15/4 tới.", "2017-01-20", "2017-04-15"),
        ("Hội thi sẽ mở vào ngày 3/1.", "2016-12-20", "2017-01-03"),
        ("Ngày 20/11 vừa qua, trường làm lễ.", "2017-01-05", "2016-11-20"),
        ("Dự kiến khánh thành ngày 30/10.", "2017-02-10", "2017-10-30"),
        ("Ngày 15/11, công an đã bắt ba người.", "2017-02-10", "2016-11-15"),
    ],
)
def test_day_and_month_take_the_year_that_tense_asks_for(text: str, published: str, day: str) -> None:
    assert one(text, published) == (day, day, "published")


def test_full_date_in_the_lead_stands_in_for_the_day_of_publication() -> None:
    assert read("Ngày 5/3/2019, xã họp. Sáng 6/3, huyện họp.")[1] == ("Sáng 6/3", "2019-03-06", "2019-03-06", "context")


def test_stamp_line_stands_in_for_the_day_of_publication() -> None:
    assert read("Xã Tân Hòa họp dân\n\nThứ sáu, 11/03/2022 | 08:30 GMT+7\n\nChiều 10/3, xã họp.")[-1][1] == "2022-03-10"


def test_day_without_any_anchor_stays_null() -> None:
    assert one("Sáng 3/7, xã họp.") == (None, None, "explicit")


def test_year_of_birth_anchors_nothing() -> None:
    assert read("Ông Trần Văn Tấn (SN 1980) bị bắt. Sáng 3/7, xã họp.")[1][1] is None


def test_same_day_at_a_sentence_head_goes_on_with_the_story() -> None:
    text = "Ngày 24/5, xã họp. Việc này phải xong trước ngày 30/6. Cùng ngày, huyện cũng họp."
    assert read(text, "2017-05-25")[-1] == ("Cùng ngày", "2017-05-24", "2017-05-24", "context")


def test_same_period_goes_back_a_year_from_what_is_compared() -> None:
    text = "Giá tháng 5/2017 tăng 1% so với tháng trước, tăng 3% so với cùng kỳ."
    assert read(text, "2017-05-30")[-1] == ("cùng kỳ", "2016-05-01", "2016-05-31", "context")


def test_same_period_of_a_year_to_date_ends_on_the_same_day() -> None:
    text = "Tính đến 20/3/2021, vốn đăng ký tăng so với cùng kỳ năm 2020."
    assert read(text, "2021-05-01")[-1] == ("cùng kỳ năm 2020", "2020-01-01", "2020-03-20", "context")


def test_same_period_of_nothing_stays_null() -> None:
    assert one("Thu tăng so với cùng kỳ.", "2021-05-01")[:2] == (None, None)


def test_year_that_opens_a_sentence_holds_for_its_months() -> None:
    assert read("Năm 2008, giá tháng 5 tăng.", "2017-05-30")[1][1:3] == ("2008-05-01", "2008-05-31")


def test_quoted_today_is_the_day_of_the_speech() -> None:
    text = "Ngày 21/6, xã làm lễ. Ông Tấn nói: “Buổi lễ hôm nay rất vui”."
    assert read(text, "2017-06-22")[1][1] == "2017-06-21"


def test_list_of_days_is_one_expression_each() -> None:
    days = read("Các ngày 3, 4, 5/2, trời rét.", "2018-02-06")
    assert [d[:2] for d in days] == [("ngày 3", "2018-02-03"), ("4", "2018-02-04"), ("5/2", "2018-02-05")]


def test_list_of_years_is_one_expression_each() -> None:
    assert [d[0] for d in read("Các năm 2012, 2014 và 2016 đều đạt.")] == ["năm 2012", "2014", "2016"]


@pytest.mark.parametrize(
    ("text", "lunar", "day"),
    [
        ("Ngày 23/02/2026, tức mùng 7 tháng Giêng năm Bính Ngọ.", "mùng 7 tháng Giêng năm Bính Ngọ", "2026-02-23"),
        ("Sáng 12/02/2026 (tức ngày 25 tháng 12 năm Ất Tỵ), xã họp.", "ngày 25 tháng 12 năm Ất Tỵ", "2026-02-12"),
        ("Ngày 6/4/2017 (10/3 âm lịch), dân dâng hương.", "10/3 âm lịch", "2017-04-06"),
    ],
)  # fmt: skip
def test_lunar_day_is_the_solar_day_it_explains(text: str, lunar: str, day: str) -> None:
    assert (lunar, day) in [d[:2] for d in read(text)]
