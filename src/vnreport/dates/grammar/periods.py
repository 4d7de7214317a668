"""Quarters, weeks, parts of years, and what is told from now: ``quý I``, ``6 tháng đầu năm``, ``năm ngoái``."""

from __future__ import annotations

import re

from vnreport.dates.grammar.patterns import (
    COUNT,
    COUNT_WORDS,
    EDGE,
    FIRST_ONES,
    UNITS,
    YEAR,
)  # fmt: skip
from vnreport.dates.values import Interval, Point, Portion, Recurring, Rel, Unplaced, Value
from vnreport.dates.words import integer
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

_EDGES = ("đầu", "giữa", "cuối")


TAILS = {
    "này": Rel(0), "nay": Rel(0), "qua": Rel(-1), "trước": Rel(-1), "vừa qua": Rel(-1), "vừa rồi": Rel(-1),
    "rồi": Rel(-1),
    "tới": Rel(1), "sau": Rel(1), "sắp tới": Rel(1), "tới đây": Rel(1), "ngoái": Rel(-1), "kia": Rel(-2),
    "trước đó": Rel(-1, True), "sau đó": Rel(1, True), "đó": Rel(0, True), "ấy": Rel(0, True), "kế tiếp": Rel(1, True),
    "tiếp theo": Rel(1, True), "liền trước": Rel(-1, True), "liền kề": Rel(-1, True),
}  # fmt: skip
_TAIL = (
    r"(?:này|nay|qua|trước đó|sau đó|trước(?! (?:khi|hết|tiên|mắt|đây|ngày|tháng|năm))|vừa qua|vừa "
    r"rồi|rồi|tới đây|tới(?! \d)|sau(?! (?:khi|đây|này|ngày))|sắp tới|ngoái|kia|đó|ấy|kế tiếp|tiếp "
    r"theo|liền trước|liền kề)(?!\w)"
)


def _relative(match: Match, document: Document) -> Value | None:
    unit = match["unit"]
    tail = match["tail"]
    before = document.folded[max(0, match.start() - 10) : match.start()]
    if (_SEVERAL_BEFORE.search(before) and not _DAY_BEFORE.search(before)) or (
        unit == "quý" and _PRECIOUS_BEFORE.search(before)
    ):
        return None
    if _NAMED_BEFORE.search(document.text, max(0, match.start() - 20), match.start()) and (
        document.text[match.start()].isupper()
    ):
        return None  # `ông Lương Văn Quý sau đó`
    rel = TAILS[tail]
    edge = match["edge"]
    if unit == "năm":
        if tail == "rồi":
            rel = Rel(-1)
        return Point(year=rel, edge=edge, toward=0 if tail in ("qua", "vừa qua") else None)
    if unit == "tháng":
        return Point(month=rel, edge=edge, toward=0 if tail in ("qua", "vừa qua") else None)
    if unit == "quý":
        return Point(quarter=rel, edge=edge)
    if tail in ("ngoái", "nay", "kia"):
        return None
    return Point(week=rel, edge=edge, toward=0 if tail in ("qua", "vừa qua", "vừa rồi") else None)


_HABIT_WEEK_BEFORE = LazyPattern(r"(?:cờ|giao ban|các|mỗi|mọi|những|họp|hằng|ngày|sáng|buổi|tập) $")


def _edge_of_week(match: Match, document: Document) -> Value | None:
    if _HABIT_WEEK_BEFORE.search(document.folded, max(0, match.start() - 10), match.start()):
        return None
    return Point(week=Rel(0))


_PRECIOUS_BEFORE = LazyPattern(r"(?<!\w)(?:cao|đá|gỗ|yêu|tôn|trân|vàng|phú|hiếm|kim loại|của|vật|sách|thuốc) $")
_DAY_BEFORE = LazyPattern(r"(?:(?:ngày|tháng|quý) \d{1,2}|thứ [2-7]) $")
_NAMED_BEFORE = LazyPattern(r"\p{Lu}\p{Ll}+ $")
_SEVERAL_BEFORE = LazyPattern(
    r"(?<!\w)(?:những|nhiều|các|mấy|vài|ít|bao|chục|trăm|nghìn|ngàn|bao nhiêu|một số|rưỡi|thứ|\d) $"
)
_EDGE_TIME_BEFORE = LazyPattern(
    r"(?:(?:từ|ngay|vào|trong|dịp|tính|trước|hồi|đến|tới|thời điểm|với|khoảng|hết) |[.\n(“\"] ?|^)$"
)


def _edge_alone(match: Match, document: Document) -> Value | None:
    # `họp cuối năm`, `lễ hội đầu năm` are kinds of meeting and feast; a preposition makes it a time.
    if not match["ones"] and not _EDGE_TIME_BEFORE.search(document.folded[max(0, match.start() - 12) : match.start()]):
        return None
    edge, unit = match["edge"], match["unit"]
    if unit == "năm":
        return Point(year=Rel(0), edge=edge)
    return Point(month=Rel(0), edge=edge)


def _quarter(match: Match, document: Document) -> Value | None:
    try:
        number = 4 if match["quarter"] == "tư" else integer(match["quarter"])
    except ValueError:
        return None
    if not 1 <= number <= 4:
        return None
    year = int(match["year"]) if match["year"] else None
    if match["to"]:
        last = integer(match["to"])
        if not number < last <= 4:
            return None
        return Interval(Point(quarter=number), Point(quarter=last, year=year))
    tail = match["tail"] or match["past"]
    toward = {"tới": 1, "này": 0}.get(tail, -1) if tail else None
    return Point(quarter=number, year=year, edge=match["edge"], toward=toward)


def _half(match: Match, document: Document) -> Value | None:
    half = 2 if match["half"] in ("cuối", "sau") else 1
    if match["unit"].startswith("nhiệm"):
        return Unplaced(half)
    if match["unit"] == "đầu":
        return None
    year: int | Rel | None = Rel(0)
    if match["year"]:
        year = int(match["year"])
    elif match["tail"]:
        year = TAILS[match["tail"]]
    return Point(half=half, year=year)


def _portion(match: Match, document: Document) -> Value | None:
    count = integer(match["count"] or "1")
    unit = UNITS[match["unit"]]
    before = document.folded[max(0, match.start() - 10) : match.start()]
    if match["count"] is None and (unit == "day" or _SEVERAL_BEFORE.search(before)):
        return None
    whole = match["whole"]
    portion = Portion(count, unit, match["side"] == "cuối")
    limit = {"month": 11, "quarter": 3, "week": 51, "day": 364}[unit]
    if not 0 < count <= limit:
        return None
    if whole is None:
        return Point(portion=portion, firm=unit == "month" and count in (3, 6, 9))
    if whole.endswith("năm"):
        return Point(portion=portion, year=Rel(0))
    if whole.endswith("tháng"):
        return Point(portion=portion, month=Rel(0))
    return Point(portion=portion, quarter=Rel(0))


_OFTEN_BEFORE = LazyPattern(r"(?<!\w)(?:các|những|thời điểm|(?:các|những|mọi) (?:dịp|ngày)) $")


def _weekends(match: Match, document: Document) -> Value | None:
    if match[0].startswith("cuối") and not _OFTEN_BEFORE.search(
        document.folded, max(0, match.start() - 16), match.start()
    ):
        return None
    return Recurring("week")


_RELATIVE_UNITS = r"(?P<unit>năm|tháng|quý|tuần)"

RULES: tuple[Rule[Value], ...] = (
    Rule(
        "working week of a session",
        ("tuần",),
        r"tuần (?:làm việc|họp|nghị sự) (?:đầu tiên|cuối cùng|thứ (?:nhất|hai|ba|tư))(?!\w)",
        lambda match, document: Unplaced(),
        (
            Example(
                "Trong tuần làm việc đầu tiên, đoàn kiểm tra đi ba xã.",
                "tuần làm việc đầu tiên",
                {"kind": "period", "start": None},
            ),
        ),
    ),
    Rule(
        "beginning of the week",
        ("đầu", "cuối"),
        r"(?:đầu|(?<=phiên )cuối) tuần(?! (?:này|qua|trước|sau|tới|rồi|vừa|đầu|thứ|lễ|trăng|làm|học|sau))(?!\w)",
        _edge_of_week,
        (
            Example(
                "Sau phiên đầu tuần, giá hạ.", "đầu tuần", {"start": "2017-05-22", "end": "2017-05-28"}, "2017-05-24"
            ),
        ),
        ("lễ chào cờ đầu tuần",),
    ),
    Rule(
        "weekends as a habit",
        ("mỗi", "cuối"),
        r"(?:mỗi (?:dịp )?)?cuối tuần(?! (?:này|qua|trước|sau|tới|rồi|vừa))(?!\w)",
        _weekends,
        (
            Example("Mỗi cuối tuần, khách đến đông.", "Mỗi cuối tuần", {"kind": "set", "value": "P1W"}),
            Example("Đường kẹt vào những ngày cuối tuần.", "cuối tuần", {"kind": "set", "start": None}),
        ),
        ("Khai mạc vào cuối tuần",),
    ),
    Rule(
        "year, month, quarter or week told from now",
        ("năm", "tháng", "quý", "tuần", *_EDGES),
        rf"{EDGE}?{_RELATIVE_UNITS} (?P<tail>{_TAIL})",
        _relative,
        (
            Example("Năm ngoái xã trồng rừng.", "Năm ngoái", {"start": "2016-01-01"}, "2017-05-08"),
            Example("Tuần trước mưa nhiều.", "Tuần trước", {"start": "2017-05-08", "end": "2017-05-14"}, "2017-05-15"),
            Example("Khai mạc vào tuần sau.", "tuần sau", {"start": "2017-05-22", "end": "2017-05-28"}, "2017-05-15"),
            Example("Hoàn thành trong tháng sau.", "tháng sau", {"start": "2017-06-01"}, "2017-05-15"),
            Example("Thi đua từ đầu năm nay.", "đầu năm nay", {"start": "2017-01-01"}, "2017-05-15"),
        ),
        ("năm trước khi về hưu",),
    ),
    Rule(
        "beginning, middle or end of the year or month",
        ("những", "các", *_EDGES),
        rf"(?P<ones>{FIRST_ONES})?"
        r"(?P<edge>đầu|giữa|cuối) (?P<unit>năm|tháng)(?! (?:\d|học|mới|thứ|nay|ngoái|trước|sau|tới|qua"
        r"|này|kia|tài|âm|đó|giêng|chạp|một|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười))(?!\w)",
        _edge_alone,
        (
            Example(
                "Triển khai ngay từ đầu năm.", "đầu năm", {"start": "2017-01-01", "end": "2017-12-31"}, "2017-02-10"
            ),
            Example("Nợ xấu những tháng đầu năm giảm.", "những tháng đầu năm", {"start": "2017-01-01"}, "2017-06-10"),
            Example("Xong trước cuối tháng.", "cuối tháng", {"start": "2017-02-01", "end": "2017-02-28"}, "2017-02-10"),
        ),
        ("đầu năm học mới",),
    ),
    Rule(
        "quarter",
        ("quý", "quí", *_EDGES),
        rf"{EDGE}?qu[ýí] (?P<quarter>0?[1-4]|i{{1,3}}|iv|một|hai|ba|bốn|tư|nhất)(?: ?(?:-|–|đến|và) ?(?:quý )"
        rf"?(?P<to>[2-4]|i{{2,3}}|iv))?(?:(?: ?[/.–-] ?|,? năm )(?P<year>{YEAR}))?(?![\w%])"
        rf"(?: (?P<tail>tới(?! \d)|này|qua)(?!\w)|(?= (?P<past>vừa (?:qua|rồi))(?!\w)))?",
        _quarter,
        (
            Example("Thu ngân sách quý I/2017 tăng.", "quý I/2017", {"start": "2017-01-01", "end": "2017-03-31"}),
            Example("Khởi công trong quý I tới.", "quý I tới", {"start": "2023-01-01"}, "2022-11-11"),
            Example("Lưu lượng quý 01/2021 tăng.", "quý 01/2021", {"end": "2021-03-31"}),
            Example("Sơ kết quý 1 vào hôm nay.", "quý 1", {"start": "2022-01-01", "end": "2022-03-31"}, "2022-03-11"),
        ),
        ("quý 5",),
    ),
    Rule(
        "half of a year or a term",
        ("nửa",),
        rf"nửa (?P<half>đầu|cuối|sau) (?:của )?(?P<unit>năm|nhiệm kỳ)(?:(?<=năm) (?:(?P<year>{YEAR})|(?P<tail>nay"
        rf"|ngoái|trước|sau|tới))(?!\w))?",
        _half,
        (
            Example("Sơ kết nửa đầu nhiệm kỳ.", "nửa đầu nhiệm kỳ", {"kind": "period", "start": None}, "2018-01-01"),
            Example("Nửa cuối năm 2016, giá tăng.", "Nửa cuối năm 2016", {"start": "2016-07-01", "end": "2016-12-31"}),
        ),
    ),
    Rule(
        "so many months of a bare year",
        (*numbers_before("tháng"), "ba", "sáu", "chín"),
        r"(?P<count>[2-9]|0[2-9]|1[01]|ba|sáu|chín) tháng (?P<year>20\d\d)(?![\w%])(?![.,/-]\d)",
        lambda match, document: Point(portion=Portion(integer(match["count"]), "month"), year=int(match["year"])),
        (Example("Lãi 9 tháng 2016 tăng.", "9 tháng 2016", {"start": "2016-01-01", "end": "2016-09-30"}),),
    ),
    Rule(
        "first or last months, weeks or days",
        (*numbers_before("tháng", "quý", "tuần", "ngày"), "tháng", "quý", "tuần", *COUNT_WORDS),
        rf"(?:(?P<count>{COUNT}) )?(?P<unit>tháng|quý|tuần|ngày) (?P<side>đầu|cuối)(?!\w)(?: tiên)"
        rf"?(?P<whole>(?: của)? (?:năm|tháng|quý)(?! (?:\d|nay|ngoái|này|trước|sau|tới|qua|i|giêng|một"
        rf"|hai|ba|tư|bốn|sáu|bảy|tám|chín|mười|chạp))(?!\w))?",
        _portion,
        (
            Example("CPI 5 tháng đầu năm 2017 tăng.", "5 tháng đầu năm 2017", {"end": "2017-05-31"}),
            Example("Nhiệm vụ 3 tháng cuối năm.", "3 tháng cuối năm", {"start": "2020-10-01"}, "2020-10-05"),
            Example("Công tác sáu tháng đầu năm.", "sáu tháng đầu năm", {"end": "2017-06-30"}, "2017-06-28"),
        ),
    ),
)
