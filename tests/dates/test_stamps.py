"""Date stamps of archives."""

import datetime as dt

import pytest

from vnreport import dates
from vnreport.document import Document, Found


@pytest.mark.parametrize(
    "stamp",
    [
        "Thứ sáu, 11/03/2022 | 08:30 GMT+7", "Thứ sáu, 11/03/2022 08:30 (GMT+7)", "2022-03-11", "2022-03-10T20:00:00Z",
        "2022-03-11T23:00:00+07:00", "Fri, 11 Mar 2022 08:30:00 +0700", "March 11, 2022", "11/3/2022 8:30 SA",
        "14h30 ngày 11/3/2022", "1646962200", 1646962200, 1646962200000, "20220311", "T6, 11/03/2022 - 08:30",
        dt.date(2022, 3, 11), dt.datetime(2022, 3, 11, 23), dt.datetime(2022, 3, 10, 20, tzinfo=dt.timezone.utc),
    ],
)  # fmt: skip
def test_stamp_gives_its_day_in_vietnam(stamp: object) -> None:
    assert dates.parse_stamp(stamp) == dt.date(2022, 3, 11)


@pytest.mark.parametrize("stamp", ["31/2/2022", "2022-13-40", "hôm nào đó", "", "95%", "2022", "1" * 300, "\ud800"])
def test_stamp_nobody_can_read_is_named_in_the_error(stamp: str) -> None:
    with pytest.raises(ValueError, match="cannot read the date stamp") as raised:
        dates.parse_stamp(stamp)
    assert repr(stamp) in str(raised.value)


@pytest.mark.parametrize("stamp", [None, True, b"2022-03-11", ["2022-03-11"]])
def test_what_is_no_stamp_is_a_type_error(stamp: object) -> None:
    with pytest.raises(TypeError, match="date stamp must be"):
        dates.parse_stamp(stamp)


def test_published_day_takes_none() -> None:
    assert dates.published_day(None) is None


@pytest.mark.parametrize("published", [5, 5.0, b"2022", ()])
def test_published_of_another_type_is_a_type_error(published: object) -> None:
    with pytest.raises(TypeError, match="published must be"):
        dates.published_day(published)


def test_published_that_no_calendar_knows_is_a_value_error() -> None:
    with pytest.raises(ValueError, match=r"published: .*2022-02-31"):
        dates.published_day("2022-02-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Xã họp\n\n11/03/2022 08:30\n\nXã họp.", dt.date(2022, 3, 11)),
        ("Xã họp\n\nMinh An | 11:55 06/02/2017\n\nXã họp.", dt.date(2017, 2, 6)),
        ("Xã họp\n\nXã đã họp ngày 11/03/2022.", None),
        ("Xã họp\n\nHà Nội, 22.4.2021 (TTXVN) - Ngày 20.4, xã họp.", dt.date(2021, 4, 22)),
        ("Xã họp\n\nHà Nội, ngày 3 tháng 11 năm 2022 (TTXVN) - Xã họp.", dt.date(2022, 11, 3)),
        ("Xã họp\n\nXã đã họp xong.\n\nHà Nội, ngày 5/3/2021", dt.date(2021, 3, 5)),
        ("", None),
    ],
)
def test_found_day_is_that_of_a_stamp_line_or_dateline(text: str, day: dt.date | None) -> None:
    assert dates.found_day(Document(text), Found()) == day
