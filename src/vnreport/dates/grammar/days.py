"""Calendar days: ``11/3/2022``, ``ngày 5 tháng 2 năm 2017``, ``ngày 22 - 23.4``, ``các ngày 3, 4, 5/2``."""

from __future__ import annotations

import re

from vnreport.dates.grammar.patterns import (
    DASHES,
    DATE_MARKS,
    DAY,
    END,
    LUNAR,
    LUNAR_MONTHS,
    MONTH,
    MONTH_NAMES,
    MONTH_WORD,
    SEP,
    YEAR,
)
from vnreport.dates.values import Interval, Point, Value
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

_HEAD = r"(?P<head>(?:cuối |đầu )?(?:ngày|hôm|ngay)(?: hôm)? (?:(?P<new>mùng|mồng) )?)"
_FIRST = ("ngày", "hôm", "ngay", "cuối", "đầu")


def year_of(text: str | None) -> int | None:
    """The year that two or four digits say, or None for none; two are 1940 to 2039."""
    if not text:
        return None
    year = int(text)
    return year if year >= 100 else year + (2000 if year < 40 else 1900)


def _month(text: str) -> int:
    return MONTH_NAMES[text] if text in MONTH_NAMES else int(text)


# Words in front of a bare ``3/2`` that make it a name (a road named after a day) or a fraction.
_NAME_BEFORE = LazyPattern(
    r"(?:đường|phố|sân bay|cảng|cầu|chợ|công viên|quảng trường|bệnh viện|trường|công ty|nhà máy|xí nghiệp|lữ đoàn|"
    r"sư đoàn|trung đoàn|tiểu đoàn|đoàn|hẻm|ngõ|ngách|kiệt|số|nhà|lô|thửa|tờ|tỷ lệ|tỉ lệ|tỷ số|tỉ số|km|khách sạn|"
    r"rạp|nông trường|lâm trường|hợp tác xã|quốc lộ|tỉnh lộ|tl|ql|đt|phòng|căn hộ|block|khối|quyết định|nghị định|"
    r"thông tư|nghị quyết|công văn|chỉ thị|kế hoạch|thắng|thua|hòa|dẫn|tầng|phiên bản|mẫu|biển số"
    r"|luật|điều|khoản|điểm) $"
)
_FRACTION_BEFORE = LazyPattern(
    r"(?:đạt|có|được|chiếm|gần|hơn|trên|khoảng|với|còn|giảm|tăng|bằng|là|thành|mất|ít nhất|quá|dưới|chỉ|hoàn thành|"
    r"cả|gồm|của|chừng|tới|ước|thực hiện|hết|cho|tỷ lệ|và|ngập|dài|rộng|nặng|trọng|thu|chi) $"
)
_DATE_BEFORE = LazyPattern(
    r"(?:từ|đến|tới|vào|trước|sau|hôm|nay|qua|mai|kể từ|dịp|lễ|đến hết|tính đến|khánh|sĩ|sỹ|lịch|lao động|nữ|nam|"
    r"từ ngày|đêm|phiên|phiên giao dịch|tức|nghỉ|đợt|khai mạc|bế mạc|diễn ra|kết thúc|bắt đầu|(?:thứ"
    r"|chủ) \w{2,4}|nhật|trưa|chiều|tối|sáng"
    r"|rạng sáng) ?[,(]? ?$|\($"
)
# In a list, the day before has a month of its own: `ngày 30-4 và 1-5`.
_DAY_BEFORE = LazyPattern(
    rf"(?:ngày|sáng|chiều|tối|hôm|lễ|dịp|nghỉ|đợt|phiên) {DAY}[/.-]{MONTH}(?:[/.-]\d{{4}})?(?:, | và |, và | hoặc )$"
)
_BOUND_AFTER = LazyPattern(r"[.,;)]|$| (?:tới|đến|này|vừa|tại|sẽ|là|thì|cho|và)(?!\w)")
_DATE_AFTER = LazyPattern(
    r" ?(?:\)|tới(?!\w)|vừa qua|vừa rồi|tới đây|hằng năm|hàng năm|- |– |đến \d|năm \d{4}|\(|âm lịch|dương lịch)"
)


_DAYS_BEFORE = LazyPattern(rf"(?<![\d./-]){DAY}/{MONTH}(?:/\d{{4}})?[-–]$")


_LIST_MARKS = (", ", " và ", " hoặc ")
# The two days that are kept as one holiday: `30/4 và 1/5`.
_MAY_DAY_AFTER = LazyPattern(r"30/0?4(?:,| và| ?[-–&]) ?0?1/0?5(?![\d/])")
_MAY_DAY = LazyPattern(r"0?1/0?5(?![\d/])")
_AFTER_APRIL = ("30/4, ", "30/4 và ", "30/04, ", "30/04 và ")
_TITLE = 300  # code points within which the first line is a title


def _bare(match: Match, document: Document) -> Value | None:
    """``3/7`` with nothing of a date around its digits: firm only where the words about it ask for a day."""
    text = document.folded
    before = text[max(0, match.start() - 24) : match.start()]
    if _MAY_DAY_AFTER.match(text, match.start()) or (
        _MAY_DAY.match(text, match.start()) and before.endswith(_AFTER_APRIL)
    ):
        return Point(day=int(match["day"]), month=int(match["month"]))
    if _NAME_BEFORE.search(before) or (before[-1:] in "/-.,–" and not _DAYS_BEFORE.search(before)):
        return None
    sep = match["sep"].strip()
    point = Point(day=int(match["day"]), month=int(match["month"]), lunar=bool(match["lunar"]), firm=False)
    if match["lunar"]:
        return point._replace(firm=True)
    after = text[match.end() : match.end() + 16]
    if sep == "." and _dotted(document, match):
        return point._replace(firm=True)
    if sep == "/" and after.startswith(":") and before[-1:] == " " and "\n" not in text[: min(match.start(), _TITLE)]:
        return point._replace(firm=match.start() < _TITLE and not _FRACTION_BEFORE.search(before))
    if sep == "/" and _NEWS_BEFORE.search(before) and not document.text[match.start() - 1].isdecimal():
        return point._replace(firm=_NEWS_AFTER.match(after) is not None)
    if before.endswith(_LIST_MARKS) and (
        _DAY_BEFORE.search(before) or (sep == "/" and _listed_before(document, match.start()))
    ):
        return point._replace(firm=True)
    if sep == "-" and match["sep"] == "-" and before.endswith(("từ ", "hôm ", "nay ", "nay, ")):
        return point._replace(firm=_BOUND_AFTER.match(after) is not None)
    if sep == "/":
        if _DATE_BEFORE.search(before):
            return point._replace(firm=True)
        if _DATE_AFTER.match(after) and not _FRACTION_BEFORE.search(before):
            return point._replace(firm=True)
    return point


# A headline dates its news: `Giá vàng 12/6`, `Chứng khoán 24/5: …`.
_NEWS_BEFORE = LazyPattern(
    r"(?:^|\n|\. |[“\"'])(?:giá \w{2,8}|giá xăng dầu|chứng khoán|thị trường(?: chứng khoán)?|tỷ giá(?: usd)?"
    r"|vn-index|lịch"
    r"|điểm|tin(?: \w{2,6}){0,2}|bản tin|điểm tin|thời tiết|xổ số|nhận định|vàng|dự báo|nhật ký|covid-19|cập nhật) $"
)
_NEWS_AFTER = LazyPattern(r"[:,;.)]|$|\n| (?!số|tổng|dân|diện|người|hộ|xã|chỉ)\w")
_DOTTED_BEFORE = LazyPattern(
    r"(?<!\w)(?:trước|sau|từ|đến|tới|vào|hôm|qua|mai|nay|đến hết|tính đến|dịp|lễ|phiên|sáng|chiều|tối|đêm|trưa),? $"
)
_TOLD_BEFORE = LazyPattern(r"(?<!\w)(?:nay|qua|mai|kia|cùng ngày|nhật|thứ \w{1,4}|đó) ?\($")  # `chiều nay (21.6)`
_DOTTED = LazyPattern(rf"(?:(?:ngày|sáng|chiều|tối|đêm) {DAY}\.{MONTH}|(?<![\d.]){DAY}\.{MONTH}\.{YEAR})(?!\d|[.,]\d)")
_NO_AMOUNT_AFTER = LazyPattern(
    r"$|[.;)]|, (?!\d)| (?:các|sẽ|phải|tại|ở|tới|này|và|là|thì|để|có|được|đã|cho|do|với|vừa|theo|trên|khi|những"
    r"|mọi|toàn)(?!\w)"
)


def _dotted(document: Document, match: Match) -> bool:
    """Whether ``15.5`` is a day: the article writes its days with dots, and no unit follows."""
    text, start = document.folded, match.start()
    if _TOLD_BEFORE.search(text, max(0, start - 16), start):
        return text.startswith(")", match.end())
    if not _DOTTED_BEFORE.search(text, max(0, start - 12), start):
        return False
    if not _NO_AMOUNT_AFTER.match(text, match.end(), match.end() + 12):
        return False
    return _DOTTED.search(text, max(0, start - 1500), start + 1500) is not None


def _headed(match: Match, document: Document) -> Value | None:
    if match["head"].startswith("ngay") and "/" not in match["sep"]:
        return None
    return _full(match, document)


def _full(match: Match, document: Document) -> Value | None:
    groups = match.groupdict()
    month = groups["month"]
    lunar = bool(groups.get("lunar")) or month in LUNAR_MONTHS
    if groups.get("new") and not groups.get("year") and month in LUNAR_MONTHS:
        lunar = True
    return Point(
        day=int(match["day"]),
        month=_month(month),
        year=year_of(groups.get("year")),
        lunar=lunar,
        leap=bool(groups.get("leap")),
        edge=None,
    )


def _iso(match: Match, document: Document) -> Value | None:
    return Point(day=int(match["day"]), month=int(match["month"]), year=int(match["year"]))


def _lone(match: Match, document: Document) -> Value | None:
    if match["head"].startswith("ngay"):
        return None
    return Point(day=int(match["day"]), lunar=bool(match["new"]))


def _range(match: Match, document: Document) -> Value | None:
    text = document.folded
    head = match["head"]
    if head is None:
        before = text[max(0, match.start() - 24) : match.start()]
        if _NAME_BEFORE.search(before) or before[-1:] in "/-.,":
            return None
    low, high = int(match["low"]), int(match["day"])
    if low >= high:
        return None
    month, year = int(match["month"]), year_of(match["year"])
    if head is None and year is None and "/" not in (match["sep"] or "/") and match["link"].strip() in "-–":
        return None  # `2-3-4`
    return Interval(Point(day=low), Point(day=high, month=month, year=year))


def _days_alone(match: Match, document: Document) -> Value | None:
    low, high = int(match["low"]), int(match["day"])
    return Interval(Point(day=low), Point(day=high)) if low < high else None


def _night(match: Match, document: Document) -> Value | None:
    low_month = int(match["low_month"]) if match["low_month"] else None
    month = int(match["month"]) if match["month"] else low_month
    if month is None:
        return None
    first = Point(part=match["part"], day=int(match["low"]), month=low_month)
    return Interval(first, Point(day=int(match["day"]), month=month, year=year_of(match["year"])))


def _listed(match: Match, document: Document) -> Value | None:
    """A bare number in ``ngày 3, 4, 5/2``: a list of days stands before it and a day and month behind."""
    if not _listed_before(document, match.start()):
        return None
    return Point(day=int(match["day"]))


def _listed_before(document: Document, at: int) -> bool:
    return _LIST_BEFORE.search(document.folded[max(0, at - 80) : at]) is not None


_LIST_BEFORE = LazyPattern(
    rf"ngày (?:mùng )?{DAY}(?:{SEP}{MONTH})?(?:,? (?:và )?{DAY}(?:{SEP}{MONTH})?){{0,12}}(?:, |,? và )$"
)
_TAIL = (
    r"(?:(?P<sep> ?[/.–-] ?)(?P<month>{m})(?:(?P=sep)(?P<year>{y}))?|(?:,? tháng )(?P<named>{w})"
    r"(?:,? năm (?P<long>{y}))?)"
)

RULES: tuple[Rule[Value], ...] = (
    Rule(
        "day, month and year in figures",
        (*numbers_before(*DATE_MARKS), *_FIRST),
        rf"{_HEAD}?(?P<day>{DAY})(?P<sep> ?[/.–-] ?)(?P<month>{MONTH})(?P=sep)(?P<year>{YEAR}|(?<=[/])"
        rf"\d\d(?!\d)){END}{LUNAR}?",
        _full,
        (
            Example("Ngày 11/3/2022, Quận ủy họp.", "Ngày 11/3/2022", {"start": "2022-03-11", "value": "2022-03-11"}),
            Example("Hoàn thành trước 31-5-2017.", "31-5-2017", {"start": "2017-05-31", "anchor": "explicit"}),
            Example("Luật có hiệu lực từ 1.1.2019.", "1.1.2019", {"start": "2019-01-01"}),
            Example("Sinh ngày 03/09/91 tại xã Tân Hòa.", "ngày 03/09/91", {"start": "1991-09-03"}),
            Example("Hẹn đến ngày 31/2/2017.", "ngày 31/2/2017", {"start": None, "end": None, "kind": "date"}),
        ),
        ("Nghị định 15/2020/NĐ-CP", "Bản 1.2.34 của phần mềm", "Số 12/5/2017/QĐ"),
    ),
    Rule(
        "day, month and year in figures with unlike marks",
        _FIRST,
        rf"{_HEAD}(?P<day>{DAY})[/.-](?P<month>{MONTH})[/.-](?P<year>{YEAR}){END}",
        _full,
        (Example("Họp báo hôm 5-10/2016.", "hôm 5-10/2016", {"start": "2016-10-05"}),),
    ),
    Rule(
        "year, month and day in figures",
        (*numbers_before("-", "/"), "ngày"),
        rf"(?:ngày )?(?P<year>{YEAR})(?P<sep>[/-])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01]){END}",
        _iso,
        (Example("Cập nhật 2017-05-19.", "2017-05-19", {"start": "2017-05-19"}),),
        ("Hồ sơ 2017-15-19",),
    ),
    Rule(
        "ngày with day and month in figures",
        _FIRST,
        rf"{_HEAD}(?P<day>{DAY})(?P<sep>{SEP})(?P<month>{MONTH}){END}{LUNAR}?",
        _headed,
        (
            Example("Ngày 22.4, huyện khai mạc hội thi.", "Ngày 22.4", {"start": "2018-04-22"}, "2018-05-02"),
            Example("Họp hôm 26-6 tại xã.", "hôm 26-6", {"start": "2017-06-26", "anchor": "published"}, "2017-06-28"),
            Example("Báo cáo trước ngày 31/2.", "ngày 31/2", {"start": None, "kind": "date"}, "2017-01-28"),
        ),
    ),
    Rule(
        "day and month in figures alone",
        numbers_before(*DATE_MARKS),
        rf"(?P<day>{DAY})(?P<sep> ?[/–-] ?|\.)(?P<month>{MONTH}){END}{LUNAR}?",
        _bare,
        (
            Example("Nghị quyết có hiệu lực từ 15/5.", "15/5", {"start": "2017-05-15"}, "2017-05-16"),
            Example("Lễ hội mở ngày mai (10/1 âm lịch).", "10/1 âm lịch", {"start": "2017-02-06"}, "2017-02-05"),
            Example(
                "Ngày 20.4, huyện họp. Trước 15.5 các xã phải xong.", "15.5", {"start": "2021-05-15"}, "2021-04-22"
            ),
            Example("Chiều nay (21.6), xã họp.", "21.6", {"start": "2017-06-21"}, "2017-06-21"),
            Example("Phục vụ cao điểm 30/4, 1/5.", "30/4", {"start": "2017-04-30"}, "2017-04-21"),
            Example("Chứng khoán 24/5: Sàn đỏ lửa", "24/5", {"start": "2017-05-24"}, "2017-05-24"),
            Example("Kỳ nghỉ 30/4 và 1/5, khách đông.", "30/4", {"start": "2021-04-30"}, "2021-05-04"),
        ),
        ("Xe chạy trên đường 3/2", "hạ cánh xuống sân bay 30/4", "ở số 5/12 đường Lê Lợi"),
    ),
    Rule(
        "day and month in words",
        (*numbers_before("tháng", ","), *_FIRST),
        rf"{_HEAD}?(?P<day>{DAY}),? tháng (?P<month>{MONTH_WORD})(?P<leap> nhuận)?(?:(?:,? năm |[/-])"
        rf"(?P<year>{YEAR})(?!\w))?{LUNAR}?",
        _full,
        (
            Example("Ngày 5 tháng 2 năm 2017, xã họp.", "Ngày 5 tháng 2 năm 2017", {"start": "2017-02-05"}),
            Example("Ngày 2 tháng 9, cả nước nghỉ lễ.", "Ngày 2 tháng 9", {"start": "2016-09-02"}, "2016-09-05"),
            Example("Nhà nhà cúng ông Táo 23 tháng Chạp.", "23 tháng Chạp", {"start": "2017-01-20"}, "2017-01-18"),
        ),
    ),
    Rule(
        "ngày with a number",
        _FIRST,
        rf"{_HEAD}(?P<day>{DAY})(?![\w%/])(?! ?[/.–-] ?\d)(?!,\d)",
        _lone,
        (
            Example(
                "Từ ngày 27 đến hết ngày 3-7-2017, có mưa.", "ngày 27 đến hết ngày 3-7-2017", {"start": "2017-06-27"}
            ),
            Example("Lãi tính từ ngày 15 tháng trước.", "ngày 15 tháng trước", {"start": "2017-04-15"}, "2017-05-20"),
        ),
    ),
    Rule(
        "two days of one month",
        (*numbers_before(*DASHES, "và", ",", "đến", "tới", "&"), *_FIRST),
        rf"{_HEAD}?(?P<low>{DAY})(?P<link> ?[–-] ?|,? và | đến | tới | & )(?P<second>ngày )?(?P<day>{DAY})"
        rf"(?:(?P<sep> ?[/.–-] ?)|(?:,)? tháng )(?P<month>{MONTH})(?:(?:[/.-]|,? năm )(?P<year>{YEAR}))?{END}",
        _range,
        (
            Example("Gửi tin từ ngày 9-10/02/2017.", "ngày 9-10/02/2017", {"start": "2017-02-09", "end": "2017-02-10"}),
            Example("Hội thi diễn ra ngày 22 - 23.4.", "ngày 22 - 23.4", {"end": "2017-04-23"}, "2017-04-20"),
            Example("Họp hai ngày 25 và 26-5.", "hai ngày 25 và 26-5", {"start": "2017-05-25"}, "2017-05-26"),
            Example("Trại hè từ 5 đến 7/2/2019.", "5 đến 7/2/2019", {"start": "2019-02-05", "end": "2019-02-07"}),
        ),
        ("Chiếm 7 - 5/2 số phiếu",),
    ),
    Rule(
        "two days of a month that is not said",
        (*numbers_before("ngày", "hôm"), "hai", "ba", "bốn", "năm", *_FIRST),
        rf"(?:(?:0?\d|hai|ba|bốn|năm) )?(?:ngày|hôm) (?P<low>{DAY})(?: ?[–-] ?(?=1[3-9]|[23])| và (?:ngày )?"
        rf"| đến (?:ngày )?)(?P<day>{DAY})"
        r"(?![\w%/])(?! ?[/.–-] ?\d)(?!,\d|,? (?:và )?\d|,? tháng)",
        _days_alone,
        (Example("Họp hai ngày 26 và 27, xã sẽ bàn.", "hai ngày 26 và 27", {"end": "2017-06-27"}, "2017-06-18"),),
        ("ngày 5 và 6/2", "ngày 22-12"),
    ),
    Rule(
        "night from one day to the next",
        ("đêm", "tối", "khuya"),
        rf"(?P<part>đêm|tối|khuya) (?:ngày )?(?P<low>{DAY})(?:(?P<sep>[/.-])(?P<low_month>{MONTH})(?:(?P=sep){YEAR})?)?"
        rf"(?:,| và| đến)? (?:rạng(?: sáng)?|sang(?: sáng)?)(?: ngày)? (?P<day>{DAY})"
        rf"(?:(?:{SEP}|,? tháng )(?P<month>{MONTH})(?:(?:[/.-]|,? năm )(?P<year>{YEAR}))?)?{END}",
        _night,
        (
            Example("Đỉnh lũ đêm 17 rạng sáng 18/10.", "đêm 17 rạng sáng 18/10", {"start": "2020-10-17"}, "2020-10-19"),
            Example("Đêm 5, rạng sáng 6/2, mưa.", "Đêm 5, rạng sáng 6/2", {"end": "2017-02-06"}, "2017-02-07"),
        ),
    ),
    Rule(
        "a day in a list of days",
        numbers_before("và", ",", "0"),
        rf"(?P<day>{DAY})(?=,? (?:và )?{DAY}(?:[/.,-]| và| tháng))(?![\w%/.-])",
        _listed,
        (Example("Các ngày 3, 4, 5/2, trời rét.", "4", {"start": "2018-02-04", "end": "2018-02-04"}, "2018-02-06"),),
    ),
)
