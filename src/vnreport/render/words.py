"""Numbers, days and codes of a record in words of Vietnamese, for the pages."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from vnreport.records import DateExpression, Figure

BOUND = {
    "exact": "", "approx": "khoảng", "over": "hơn", "under": "dưới", "at_least": "ít nhất", "at_most": "nhiều nhất",
}  # fmt: skip
CHANGE = {"up": "tăng", "down": "giảm"}
FORM = {"online": "trực tuyến", "hybrid": "trực tiếp kết hợp trực tuyến", "in_person": "trực tiếp"}
DATE_KIND = {"date": "ngày", "period": "khoảng thời gian", "duration": "độ dài", "set": "lặp lại", "time": "giờ"}
POSITION_KIND = {
    "office": "", "rank": "cấp bậc", "degree": "học hàm, học vị", "award": "danh hiệu", "profession": "nghề nghiệp",
}  # fmt: skip
ANCHOR = {"explicit": "", "published": "tính theo ngày đăng", "context": "suy từ bài"}

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DURATION = re.compile(r"P(T?)(\d{1,9}(?:[.,]\d{1,9})?)([YMWDHS])")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_LENGTHS = {"Y": "năm", "M": "tháng", "W": "tuần", "D": "ngày", "TH": "giờ", "TM": "phút", "TS": "giây"}
_LONGEST_NUMBER = 40  # digits: beyond, a number is written with an exponent


def day(value: dt.date, *, weekday: bool = False) -> str:
    """
    >>> day(dt.date(2022, 3, 11), weekday=True)
    'thứ Sáu, 11/3/2022'
    """
    plain = f"{value.day}/{value.month}/{value.year}"
    return f"{_WEEKDAYS[value.weekday()]}, {plain}" if weekday else plain


def days(start: dt.date | None, end: dt.date | None, time: dt.time | None = None) -> str:
    """The first and the last day, or the one day with its weekday, behind the clock time.

    >>> days(dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    '1/1/2021 – 31/12/2021'
    """
    clock = f"{time:%H:%M}" if time is not None else ""
    if start is None:
        return clock
    many = end is not None and end != start
    written = f"{day(start)} – {day(end)}" if many and end is not None else day(start, weekday=True)
    return f"{clock} {written}".lstrip()


def resolved(date: DateExpression) -> str:
    """What a date expression stands for.

    >>> resolved(DateExpression(text="50 năm", span=None, kind="duration", value="P50Y"))
    '50 năm'
    """
    if date.start is not None or date.time is not None:
        return days(date.start, date.end, date.time)
    if date.value is None:
        return "chưa rõ ngày"
    if yearless := _YEARLESS.fullmatch(date.value):
        return f"{int(yearless[2])}/{int(yearless[1])}, chưa rõ năm"
    length = _DURATION.fullmatch(date.value)
    unit = _LENGTHS.get(length[1] + length[3]) if length else None
    if length is None or unit is None:
        return date.value
    count = length[2].replace(".", ",")
    if date.kind == "set":
        return f"mỗi {unit}" if count == "1" else f"mỗi {count} {unit}"
    return f"{count} {unit}"


def number(value: Decimal) -> str:
    """
    >>> number(Decimal("30539000000")), number(Decimal("0.6667"))
    ('30.539.000.000', '0,6667')
    """
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER or len(value.as_tuple().digits) > 99:
        return str(value)
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate({ord(","): ".", ord("."): ","})


def amount(figure: Figure) -> str:
    """The value with its unit, multiplied out.

    >>> amount(Figure(text="10-15%", span=None, value=Decimal(10), value_to=Decimal(15), unit="%"))
    '10 – 15%'
    """
    said = number(figure.value)
    if figure.value_to is not None:
        said += f" – {number(figure.value_to)}"
    if figure.of is not None:
        said += f" trên {number(figure.of)}"
    if figure.unit is None:
        return said
    return f"{said}{figure.unit}" if figure.unit == "%" else f"{said} {figure.unit}"


def shown(text: str | None) -> str:
    """`text` as a page can hold it: control characters as pictures, lone surrogates as U+FFFD.

    Browsers drop a NUL, and UTF-8 has no way to write half a surrogate pair.
    """
    return (text or "").translate(_SHOWN) if text and _STRANGE.search(text) else text or ""


_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (9, 10)},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD),
}
