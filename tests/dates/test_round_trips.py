"""A day rendered in a supported form parses back to itself, for every day from 1900 to 2100."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lunar_vn import solar_to_lunar

from vnreport import dates
from vnreport.document import Document, Found

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
FULL_FORMS = (
    "ngày {d}/{m}/{y}", "ngày {d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "ngày {d} tháng {m} năm {y}",
    "sáng {d}/{m}/{y}", "chiều tối ngày {d}-{m}-{y}", "14h30 ngày {d}/{m}/{y}", "{w}, ngày {d}/{m}/{y}",
    "{y}-{m:02}-{d:02}", "9 giờ 15 phút sáng {w}, ngày {d}/{m}/{y}",
)  # fmt: skip
SHORT_FORMS = ("ngày {d}/{m}", "sáng {d}-{m}", "hôm {d}.{m}", "ngày {d} tháng {m}", "{w} ({d}/{m})")
STAMPS = (
    "{y}-{m:02}-{d:02}", "{y}-{m:02}-{d:02}T10:20:30+07:00", "{y}-{m:02}-{d:02}T03:20:30Z", "{d:02}/{m:02}/{y}",
    "{w}, {d:02}/{m:02}/{y} | 08:30 GMT+7", "{w}, {d}/{m}/{y}, 08:30 (GMT+7)", "08:30 {d:02}/{m:02}/{y}",
    "{e}, {d:02} {b} {y} 08:30:00 +0700", "{y}{m:02}{d:02}", "ngày {d} tháng {m} năm {y}",
)  # fmt: skip
ENGLISH = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rendered(form: str, day: dt.date) -> str:
    i = day.weekday()
    return form.format(d=day.day, m=day.month, y=day.year, w=WEEKDAYS[i], e=ENGLISH[i], b=MONTHS[day.month - 1])


def found(text: str, published: dt.date | None = None) -> list:
    return list(dates.find(Document(f"Xã họp vào {text} tại hội trường.", published), Found()))


@pytest.mark.parametrize("form", FULL_FORMS)
@given(day=DAYS)
def test_full_date_reads_back(form: str, day: dt.date) -> None:
    text = rendered(form, day)
    assert [(d.text, d.start, d.end, d.anchor) for d in found(text)] == [(text, day, day, "explicit")]


@pytest.mark.parametrize("form", SHORT_FORMS)
@given(day=DAYS, apart=st.integers(-59, 59))
def test_day_and_month_take_the_year_of_a_near_anchor(form: str, day: dt.date, apart: int) -> None:
    read = found(rendered(form, day), day + dt.timedelta(apart))
    assert {(d.start, d.end, d.anchor) for d in read} == {(day, day, "published")}


@pytest.mark.parametrize("form", STAMPS)
@given(day=DAYS)
def test_stamp_reads_back(form: str, day: dt.date) -> None:
    assert dates.parse_stamp(rendered(form, day)) == day


@given(day=DAYS)
def test_day_of_the_epoch_reads_back(day: dt.date) -> None:
    noon = dt.datetime.combine(day, dt.time(12), dt.timezone(dt.timedelta(hours=7)))
    assert dates.parse_stamp(int(noon.timestamp())) == day


@given(day=st.dates(dt.date(1900, 2, 1), dt.date(2100, 12, 31)))
@example(dt.date(2025, 8, 1))  # in the leap sixth month of Ất Tỵ
def test_lunar_day_reads_back(day: dt.date) -> None:
    lunar = solar_to_lunar(day)
    name = f"{STEMS[(lunar.year + 6) % 10]} {BRANCHES[(lunar.year + 8) % 12]}"
    leap = " nhuận" if lunar.leap else ""
    text = f"ngày {lunar.day} tháng {lunar.month}{leap} năm {name}"
    assert [(d.text, d.start, d.calendar) for d in found(text, day)] == [(text, day, "lunar")]


@given(day=st.dates(dt.date(1900, 2, 1), dt.date(2100, 12, 31)))
def test_lunar_day_in_brackets_lies_next_to_its_solar_day(day: dt.date) -> None:
    lunar = solar_to_lunar(day)
    if lunar.leap:
        return
    solar, other = found(f"ngày {day.day}/{day.month}/{day.year} (tức {lunar.day}/{lunar.month} âm lịch)")
    assert (solar.start, other.start, other.calendar) == (day, day, "lunar")


@given(first=DAYS, length=st.integers(1, 700))
def test_interval_reads_back(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length)
    text = f"ngày {first.day}/{first.month}/{first.year} đến ngày {last.day}/{last.month}/{last.year}"
    assert [(d.text, d.start, d.end) for d in found(text)] == [(text, first, last)]


@given(year=st.integers(1900, 2100), month=st.integers(1, 12))
def test_month_reads_back(year: int, month: int) -> None:
    (read,) = found(f"tháng {month}/{year}")
    assert read.start == dt.date(year, month, 1)
    assert (read.end + dt.timedelta(1)).day == 1
    assert (read.end.year, read.end.month) == (year, month)
