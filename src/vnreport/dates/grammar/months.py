"""Months: ``tháng 5/2017``, ``đầu tháng 3``, ``tháng 1-3/2017``, ``tháng 3, 4, 5/2017``, ``T5/2017``."""

from __future__ import annotations

import re

from vnreport.dates.grammar.patterns import EDGE, EDGES, END, LUNAR, LUNAR_MONTHS, MONTH, MONTH_NAMES, MONTH_WORD, YEAR
from vnreport.dates.values import Interval, Point, Recurring, Value
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]


def _month_number(text: str) -> int:
    return MONTH_NAMES[text] if text in MONTH_NAMES else int(text)


def _month(match: Match, document: Document) -> Value | None:
    before = document.folded[max(0, match.start() - 5) : match.start()]
    month = match["month"]
    if match["year"] is None and document.folded.endswith(_NAME_BEFORE, 0, match.start()):
        return None
    if before.endswith("các ") and not match["year"] and not _MORE_MONTHS.match(document.folded, match.end()):
        return Recurring("year")
    toward = -1 if match["past"] else {"tới": 1, "này": 0, "qua": -1, "rồi": -1}.get(match["tail"] or "")
    return Point(
        month=_month_number(month),
        year=int(match["year"]) if match["year"] else None,
        edge=match["edge"],
        toward=toward,
        lunar=bool(match["lunar"]) or month in LUNAR_MONTHS,
        leap=bool(match["leap"]),
    )


_MONTH_LIST_BEFORE = LazyPattern(rf"tháng {MONTH}(?:, {MONTH}){{0,8}}(?:,|,? và) $")
_MONTHS_BEFORE = LazyPattern(r"(?<![\w/])\d{1,2}/\d{4} ?[-–] ?$")
_NAME_BEFORE = ("cách mạng ", "khởi nghĩa ", "đường ", "phố ")  # `Cách mạng tháng Tám`
_MORE_MONTHS = LazyPattern(r",? (?:và )?\d")


def _month_range(match: Match, document: Document) -> Value | None:
    first, last = int(match["first"]), int(match["last"])
    if first >= last:
        return None
    return Interval(Point(month=first), Point(month=last, year=int(match["year"]) if match["year"] else None))


_DOCUMENT_BEFORE = LazyPattern(
    r"(?:số|định|tư|quyết|văn|luật|lệnh|thị|bản|hiệu|trình|mã|ký hiệu|kỳ|biển|đạt|có|được|/|-|\.|,) ?$"
)


def _month_figures(match: Match, document: Document) -> Value | None:
    start = match.start()
    before = document.folded[max(0, start - 12) : start]
    listed = _MONTHS_BEFORE.search(before) or _MONTH_LIST_BEFORE.search(document.folded, max(0, start - 50), start)
    if _DOCUMENT_BEFORE.search(before) and not listed:
        return None
    return Point(month=int(match["month"]), year=int(match["year"]))


def _month_listed(match: Match, document: Document) -> Value | None:
    if not _MONTH_LIST_BEFORE.search(document.folded, max(0, match.start() - 50), match.start()):
        return None
    return Point(month=int(match["month"]))


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "month",
        ("tháng", *EDGES),
        rf"{EDGE}?tháng (?P<month>{MONTH_WORD})(?P<leap> nhuận)?(?:(?: ?[/.–-] ?|,? năm )(?P<year>{YEAR}))"
        rf"?(?![\w%])(?!/\d{{1,4}}(?!\d))"
        rf"{LUNAR}?(?: (?P<tail>tới(?! \d)|này|qua|rồi(?! (?:mới|sẽ|lại|đến|thì)))(?!\w)"
        r"|(?= (?P<past>vừa (?:qua|rồi))(?!\w)))?",
        _month,
        (
            Example("Họp thường kỳ tháng 1/2017.", "tháng 1/2017", {"start": "2017-01-01", "end": "2017-01-31"}),
            Example("Trình từ giữa tháng 12/2015.", "giữa tháng 12/2015", {"start": "2015-12-01", "end": "2015-12-31"}),
            Example("Họp vào trung tuần tháng 10/2021.", "trung tuần tháng 10/2021", {"start": "2021-10-01"}),
            Example("Mưa nửa cuối tháng 6.", "nửa cuối tháng 6", {"start": "2017-06-01"}, "2017-07-01"),
            Example("Giá thép tháng 5 giảm.", "tháng 5", {"start": "2017-05-01", "anchor": "published"}, "2017-05-30"),
            Example("Khai giảng vào tháng 9 tới.", "tháng 9 tới", {"start": "2017-09-01"}, "2017-05-30"),
            Example("Tháng 8 vừa qua, mưa lớn.", "Tháng 8", {"start": "2016-08-01"}, "2017-05-30"),
            Example("Hội kéo dài hết tháng 3 Âm lịch.", "tháng 3 Âm lịch", {"start": "2017-03-28"}, "2017-02-06"),
            Example("Nhân dịp đầu tháng 3, xã ra quân.", "đầu tháng 3", {"start": "2017-03-01"}, "2017-03-08"),
            Example("Giá thấp nhất của các tháng 5.", "tháng 5", {"kind": "set", "start": None}, "2017-05-30"),
        ),
        ("kéo dài 5 tháng", "sau Cách mạng tháng Tám"),
    ),
    Rule(
        "months, first to last",
        ("tháng",),
        rf"tháng (?P<first>{MONTH}) ?[-–] ?(?P<last>{MONTH})(?:(?:/|,? năm )(?P<year>{YEAR}))?(?![\w%])(?! ?[/.-]\d)",
        _month_range,
        (
            Example("Xuất khẩu tháng 1-3/2017 tăng.", "tháng 1-3/2017", {"start": "2017-01-01", "end": "2017-03-31"}),
            Example("Mưa vào tháng 5 - 6.", "tháng 5 - 6", {"start": "2017-05-01", "end": "2017-06-30"}, "2017-04-08"),
        ),
        ("tháng 5-2017", "tháng 6-5"),
    ),
    Rule(
        "month and year in figures alone",
        numbers_before("/"),
        rf"(?P<month>{MONTH})/(?P<year>(?:19|20)\d\d){END}",
        _month_figures,
        (Example("Nhận quyết định từ 5/2016.", "5/2016", {"start": "2016-05-01", "end": "2016-05-31"}),),
        ("Thông tư số 08/2016", "Nghị định 15/2020/NĐ-CP"),
    ),
    Rule(
        "a month in a list of months",
        numbers_before("và", ","),
        rf"(?P<month>{MONTH})(?=(?:, {MONTH}){{0,8}}(?:,|,? và) {MONTH}(?:[/-]{YEAR}|,? năm {YEAR})(?!\w))",
        _month_listed,
        (Example("Các tháng 3, 4, 5/2017 đều tăng.", "4", {"start": "2017-04-01", "end": "2017-04-30"}, "2018-02-01"),),
    ),
    Rule(
        "T with month and year",
        tuple(f"t{zero}{month}" for month in range(1, 13) for zero in ("", "0")[: 1 + (month < 10)]),
        rf"t(?P<month>{MONTH}) ?[/.-] ?(?P<year>{YEAR})(?![\w%])(?![.,/-]\w)",
        lambda match, document: Point(month=int(match["month"]), year=int(match["year"])),
        (Example("Doanh thu T5/2017 tăng.", "T5/2017", {"start": "2017-05-01", "end": "2017-05-31"}),),
        ("xe T5", "giáp chiến T34/1942"),
    ),
)
