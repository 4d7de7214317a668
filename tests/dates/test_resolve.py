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


def test_same_period_of_an_accumulation_begins_with_the_year() -> None:
    text = "Tính đến hết tháng 6 năm 2017, doanh thu tăng 8% so với cùng kỳ năm trước."
    assert read(text, "2017-07-10")[-1] == ("cùng kỳ năm trước", "2016-01-01", "2016-06-30", "context")


def test_same_period_is_none_of_a_period_to_come() -> None:
    text = "Thu 6 tháng đầu năm đạt 5 tỷ, nhiệm vụ 6 tháng cuối năm nặng nề. Thu tăng 21% so với cùng kỳ năm 2018."
    assert read(text, "2019-06-28")[-1] == ("cùng kỳ năm 2018", "2018-01-01", "2018-06-30", "context")


def test_same_period_is_rather_a_part_of_the_year_than_all_of_it() -> None:
    text = "6 tháng đầu năm 2017, lãi 5 tỷ, bằng 50% kế hoạch năm 2017, tăng 8% so với cùng kỳ."
    assert read(text, "2017-07-10")[-1] == ("cùng kỳ", "2016-01-01", "2016-06-30", "context")


def test_hours_are_of_the_day_being_told() -> None:
    text = "Chiều 12/9, xã họp báo về vụ cháy rạng sáng 9/9/2017. Theo ông Tấn, khoảng 2g15 có lửa."
    assert read(text, "2017-09-12")[-1][:2] == ("2g15", "2017-09-09")


def test_deadline_tells_of_no_day() -> None:
    text = "Chiều 24/2, xã họp, phấn đấu đến 31/3 xong việc. Trước đó, vào 7 giờ 30 cùng ngày, đoàn đi thăm dân."
    assert read(text, "2022-02-25")[-1][:2] == ("7 giờ 30 cùng ngày", "2022-02-24")


def test_month_takes_the_year_of_the_last_of_its_list() -> None:
    months = read("Mưa lớn hồi tháng 4 và tháng 9-2016.", "2017-10-05")
    assert [m[:2] for m in months] == [("tháng 4", "2016-04-01"), ("tháng 9-2016", "2016-09-01")]


def test_year_of_birth_glued_to_its_mark_is_found() -> None:
    assert [d[0] for d in read("Ông Tấn (SN1960) và bà Hoa (SN 1970).")] == ["1960", "1970"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Từ đầu năm đến ngày 15/5, xã làm 5 cầu.", "2017-01-01", "2017-05-15"),
        ("Từ năm 2010 đến tháng 5, xã làm 5 cầu.", "2010-01-01", "2017-05-31"),
        ("Từ cuối năm 2016 đến tháng 5, xã làm 5 cầu.", "2016-01-01", "2017-05-31"),
        ("Trong 12 giờ tới, mưa to.", "2017-06-18", "2017-06-18"),
        ("Trong 48 giờ qua, nắng to.", "2017-06-16", "2017-06-18"),
        ("Năm học vừa qua, trường có 5 lớp.", "2016-01-01", "2017-12-31"),
        ("Năm học trước, trường có 5 lớp.", "2015-01-01", "2016-12-31"),
    ],
)
def test_period_from_its_ends(text: str, start: str, end: str) -> None:
    assert one(text, "2017-06-18")[:2] == (start, end)


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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chiều 3/6, xã họp thường kỳ tháng 5/2017.", "2017-06-03"),
        ("Chiều 20/6, xã họp. Ngày 6/6/2017, các vị đã bàn.", "2017-06-20"),
        ("Sáng 2/1, xã họp. Ngày 20/12/2018, huyện đã giao việc này.", "2019-01-02"),
        ("Ngày 6/7, xã Nà Pó mở Ngày hội làng nghề lần thứ II năm 2017.", "2017-07-06"),
    ],
)
def test_full_date_close_by_or_a_numbered_event_tells_the_year_of_a_text_without_publication(
    text: str, day: str
) -> None:
    found = read(text)[0]
    assert (found[1], found[3]) == (day, "context")


@pytest.mark.parametrize(
    "text",
    [
        "Chiều 3/6, xã họp. Ngày 25/12/2006, công ty được lập.",
        "Chiều 2/2, xã kỷ niệm ngày thành lập 3/2/1930.",
        "Chiều 3/6, xã họp về năm 2017.",
        "Chiều 3/6, xã họp. Hạn nộp là trước ngày 5/6/2019.",
        "Ngày 10/7, xã họp. Ngày 5/4, mưa lớn. Hồi tháng 3/2011, làng bị lũ.",
        "Ngày 1/6, xã họp. Tháng 5/2015, anh được giao việc này. Trước đó, tháng 12/2015, anh đã từ chối.",
    ],
)
def test_date_far_away_from_history_or_ahead_does_not_tell_the_year(text: str) -> None:
    assert read(text)[0][1] is None


def test_year_that_the_text_tells_is_that_of_its_months_and_parts_of_a_year_too() -> None:
    text = "Chiều 3/6, xã họp về tháng 5 và 5 tháng đầu năm. Lần họp thường kỳ tháng 5/2017 này đông đủ."
    assert [found[1:3] for found in read(text)[1:3]] == [("2017-05-01", "2017-05-31"), ("2017-01-01", "2017-05-31")]


def test_hours_stand_on_the_day_that_a_later_hour_of_the_sentence_names() -> None:
    text = "Lễ đón từ 9h15 - 11h; lễ trao giải lúc 14h ngày 13/4/2021."
    assert [found[1] for found in read(text)] == ["2021-04-13", "2021-04-13"]


def test_hours_behind_a_day_of_the_sentence_keep_it() -> None:
    text = "Ngày 12/4/2021 mở cửa lúc 7h; bế mạc lúc 14h ngày 13/4/2021."
    assert [found[1] for found in read(text)][1] == "2021-04-12"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Báo cáo quý II và 6 tháng đầu năm 2020.", "2020-04-01", "2020-06-30"),
        ("Sơ kết tháng 9, 9 tháng đầu năm 2022.", "2022-09-01", "2022-09-30"),
        ("Nhiệm vụ quý III, quý IV năm 2021.", "2021-07-01", "2021-09-30"),
        ("Kết quả tháng 12 và 2 tháng đầu năm 2021.", None, None),
    ],
)
def test_part_of_a_year_takes_the_year_of_its_list(text: str, start: str | None, end: str | None) -> None:
    assert read(text)[0][1:3] == (start, end)


def test_a_feast_of_long_ago_is_not_the_day_the_story_goes_on_with() -> None:
    found = read("Chiều 6/7, xã ôn lại trận đánh dịp Tết Mậu Thân 1968.\nSáng cùng ngày, xã họp.", "2017-07-07")
    assert found[-1][1] == "2017-07-06"
