"""Years: ``năm 2021``, ``cuối năm 2016``, ``cuối 2016``, ``SN 1994``, ``2016 - 2020``, ``2021-25``."""

from __future__ import annotations

import re

from vnreport.dates.grammar.patterns import DASHES, EDGE, FIRST_ONES, YEAR
from vnreport.dates.values import Interval, Point, Value
from vnreport.document import Document
from vnreport.grammar import DIGIT, Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

_EDGES = ("đầu", "giữa", "cuối")


def _year(match: Match, document: Document) -> Value | None:
    if _named_law(document, match.start()):
        return None
    return Point(year=int(match["year"]), edge=match["edge"])


_FIRST_OF_BEFORE = LazyPattern(r"(?:lần|bước|ban|người|đợt|dẫn|hàng|đứng|đối|chẵn|bắt|mở|sản phẩm|khách hàng|trận) $")


def _bare_edge(match: Match, document: Document) -> Value | None:
    text = document.folded
    if _FIRST_OF_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return None
    if _COUNTED_AFTER.match(text, match.end()):
        return None
    year = int(match["year"])
    if match["half"]:
        return Point(half=1 if match["half"] == "đầu" else 2, year=year)
    return Point(year=year, edge=match["edge"])


_COUNTED_AFTER = LazyPattern(
    r" (?:người|đồng|triệu|tỷ|tỉ|nghìn|ngàn|usd|tấn|kg|ha|km|m|m2|xe|chiếc|con|căn|hộ|ca|học|sinh|công|cán|bộ"
    r"|suất|lượt)(?!\w)"
)
_LAW = LazyPattern(r"(?:(?:Bộ l|L)uật|Hiến pháp|Pháp lệnh)(?P<name>(?: [\w/-]+){0,12}),? $")
_NO_NAME = LazyPattern(
    r" (?:trong|từ|đến|vào|của|cho|tại|về việc|được|đã|sẽ|là|thông qua|ban hành|trước|sau|chương "
    r"trình|kế hoạch|giai đoạn|dự án|pháp lệnh)(?!\w)"
)


def _named_law(document: Document, at: int) -> bool:
    """Whether a year at `at` belongs to a law's name (``Luật Trẻ em năm 2016``)."""
    law = _LAW.search(document.text[max(0, at - 90) : at])
    return law is not None and _NO_NAME.search(law["name"].lower()) is None


def _bare_year(match: Match, document: Document) -> Value | None:
    text, start, end = document.folded, match.start(), match.end()
    before = text[max(0, start - 32) : start]
    if before[-1:] in "/-.:–" and not _RANGE_BEFORE.search(before):
        return None
    year = int(match["year"])
    firm = (
        _BORN.search(before)
        or (before.endswith(_LIST_MARKS) and _YEARS_BEFORE.search(text, max(0, start - 100), start))
        or (year > 2000 and _AIM_BEFORE.search(before) and not _COUNTED_AFTER.match(text, end))
        or (_EDGE_BEFORE.search(before) and (_YEAR_AFTER.match(text, end) or _name_after(document, end, year)))
        or (
            "(" in text[max(0, start - 60) : start]
            and _LIST_OPEN.search(text, max(0, start - 60), start)
            and _LIST_AFTER.match(text, end)
        )
        or (_SUBJECT_AFTER.match(text, end) and _CLAUSE_BEFORE.search(before))
        or (year > 1990 and _FISCAL_BEFORE.search(before) and _FISCAL_AFTER.match(text, end))
    )
    return Point(year=year, firm=firm is not None and firm is not False)


_LIST_MARKS = (", ", " và ", " hoặc ", " hay ", " với ")


def _name_after(document: Document, end: int, year: int) -> bool:
    """Whether a name follows (``đến 2030 Hòa Phát sẽ …``): a number would count something."""
    text = document.text
    return 2000 < year < 2100 and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


_RANGE_BEFORE = LazyPattern(rf"(?<![\w./-]){YEAR} ?[-–/]$")
_BORN = LazyPattern(
    r"(?:(?<!\w)(?:sn|sinh|s\.n|ns)[ :.]{0,3}|nhiệm kỳ |giai đoạn |niên khóa |thời kỳ |khóa "
    r"|(?:tầm nhìn|định hướng) (?:đến )?)$"
)
_YEARS_BEFORE = LazyPattern(
    rf"(?:năm|mùa|mùa giải|vụ) {YEAR}(?: ?[–-] ?{YEAR})?(?:,? (?:và )?{YEAR}){{0,10}}(?:, |,? và | hoặc | hay | với )$"
)
_EDGE_BEFORE = LazyPattern(r"(?<!\w)(?:từ|đến|tới|vào|trong|trước|sau|kể từ|tính đến|hết|riêng|so với|bước sang) $")
# What is aimed at is no number of things: `phấn đấu đến 2030 có 5 xã`.
_AIM_BEFORE = LazyPattern(
    r"(?<!\w)(?:mục tiêu|tham vọng|phấn đấu|dự kiến|kế hoạch|định hướng|lộ trình|kỳ vọng|quy hoạch|chiến lược"
    r"|hướng)(?: đặt ra| là| từ nay)?,? (?:đến|tới) $"
)
# What is counted by the year: a bare year behind it dates it (`lợi nhuận 2019`).
_FISCAL_BEFORE = LazyPattern(
    r"(?<!\w)(?:doanh thu|lợi nhuận|doanh số|kết quả kinh doanh|kế hoạch kinh doanh|tài chính|kim ngạch|dự toán"
    r"|thu nhập"
    r"|ngân sách|vụ|lợi nhuận (?:trước|sau) thuế|cổ tức|cùng kỳ|quyết toán|sản lượng|tăng trưởng|gdp) $"
)
_YEAR_AFTER = LazyPattern(
    r"[;.!?)\n]|,(?! \d)|$| (?:và|đến|là|sẽ|đã|có|thì|với|của|tại|ở|\(|-|–|khi|do|được|tới|nay|cho)(?!\w)"
)


_FISCAL_AFTER = LazyPattern(
    r"[;.!?)\n]|,(?! \d)|$| (?:và|đến|là|sẽ|đã|với|của|tại|\(|-|–|do|được|cho|tăng|giảm|đạt|ước|cao|thấp|lên"
    r"|vượt|so|sụt"
    r"|lỗ|lãi|dự kiến|theo)(?!\w)"
)
_LIST_OPEN = LazyPattern(rf"\((?:{YEAR}, ){{0,8}}(?:{YEAR}(?:,)? và )?$")
_LIST_AFTER = LazyPattern(rf"\)|, {YEAR}|,? và {YEAR}")
_CLAUSE_BEFORE = LazyPattern(r"(?:^|[.,;:\n“\"] ?|(?<!\w)(?:rằng|thì) )$")
_SUBJECT_AFTER = LazyPattern(
    r" (?:là (?:một )?năm|sẽ là|có thể là|được (?:coi|xem|dự báo|đánh giá) là|cũng là|tiếp tục là)(?!\w)"
)
_SPAN_BEFORE = LazyPattern(r"(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa|mùa giải|mùa|năm|năm học) $")


def _short_years(match: Match, document: Document) -> Value | None:
    if match[0][0].isdigit() and not _SPAN_BEFORE.search(document.folded, max(0, match.start() - 12), match.start()):
        return None
    first = int(match["first"])
    last = first // 100 * 100 + int(match["last"])
    return Interval(Point(year=first), Point(year=last)) if first < last <= first + 30 else None


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "edge of a bare year",
        ("nửa", *_EDGES),
        r"(?:(?P<edge>đầu|giữa|cuối)|nửa (?P<half>đầu|cuối|sau)) (?P<year>(?:19"
        r"|20)\d\d)(?![\w%])(?![.,/-]\d)(?! ?[-–] ?\d)",
        _bare_edge,
        (
            Example("Nửa đầu 2017, giá tăng.", "Nửa đầu 2017", {"start": "2017-01-01", "end": "2017-06-30"}),
            Example("Dự án xong cuối 2018.", "cuối 2018", {"start": "2018-01-01", "end": "2018-12-31"}),
        ),
        ("trả lần đầu 2000 đồng",),
    ),
    Rule(
        "year",
        ("năm", "những", "các", *_EDGES),
        rf"(?:{FIRST_ONES})?{EDGE}?năm (?:mới )?(?P<year>{YEAR})(?![\w%])(?!\.\d)",
        _year,
        (
            Example("Tổng kết công tác năm 2016.", "năm 2016", {"start": "2016-01-01", "end": "2016-12-31"}),
            Example("Bị hư hại vào cuối năm 2016.", "cuối năm 2016", {"start": "2016-01-01", "end": "2016-12-31"}),
            Example("Thu những tháng đầu năm 2017 tăng.", "những tháng đầu năm 2017", {"end": "2017-12-31"}),
        ),
        ("Theo Luật Trẻ em năm 2016", "năm 3000"),
    ),
    Rule(
        "year in figures alone",
        (DIGIT,),
        rf"(?P<year>{YEAR})(?![\w%])(?![.,/]\d)(?!/[a-zđ])",
        _bare_year,
        (
            Example("Nguyễn Văn Tấn (SN 1994) trú tại xã.", "1994", {"start": "1994-01-01"}),
            Example("Các năm 2011, 2012 và 2014 đều đạt.", "2012", {"start": "2012-01-01"}),
            Example("Đội hai lần về nhì (2014, 2016).", "2014", {"start": "2014-01-01"}),
            Example("Theo chuyên gia, 2021 sẽ là năm bùng nổ.", "2021", {"start": "2021-01-01"}),
            Example("Phấn đấu đến 2030 dân số đạt một triệu.", "2030", {"start": "2030-01-01"}),
            Example("Lợi nhuận 2020 tăng 5%.", "2020", {"start": "2020-01-01"}),
            Example("HĐND xã nhiệm kỳ 2020 - 2025.", "2020 - 2025", {"start": "2020-01-01", "end": "2025-12-31"}),
        ),
    ),
    Rule(
        "years, the last in two figures",
        (*numbers_before(*DASHES), "năm"),
        r"(?:năm )?(?P<first>20\d\d) ?[-–] ?(?P<last>\d\d)(?![\w%])(?! ?[.,/–-] ?\d)",
        _short_years,
        (
            Example("Kế hoạch giai đoạn 2021-25.", "2021-25", {"start": "2021-01-01", "end": "2025-12-31"}),
            Example("Báo cáo năm 2015-16 đã ra.", "năm 2015-16", {"start": "2015-01-01", "end": "2016-12-31"}),
        ),
        ("Gọi số 2021-25", "năm 2021-15"),
    ),
)
