"""Days told from an anchor: ``hôm qua``, ``sáng nay``, ``thứ Hai tuần sau``, ``N năm qua``, ``cùng kỳ``."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.dates.grammar.clocks import is_direction
from vnreport.dates.grammar.patterns import COUNT, COUNT_WORDS, COUNTS, DASHES, UNITS, YEAR, labelled
from vnreport.dates.values import Distance, Now, Point, Recurring, Rel, Rolling, SamePeriod, Value
from vnreport.dates.words import integer
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

_DAYS = {
    "hôm nay": Rel(0), "hôm qua": Rel(-1), "hôm kia": Rel(-2), "hôm kìa": Rel(-3),
    "ngày mai": Rel(1), "ngày kia": Rel(2), "ngày mốt": Rel(2),
    "cùng ngày": Rel(0, True), "hôm sau": Rel(1, True), "hôm trước": Rel(-1, True), "hôm đó": Rel(0, True),
    "hôm ấy": Rel(0, True), "ngày đó": Rel(0, True), "ngày trước đó": Rel(-1, True), "ngày sau đó": Rel(1, True),
}  # fmt: skip
_PARTS = r"(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều muộn|xế chiều|chiều|tối muộn|tối|đêm khuya|đêm|khuya)"
_NOWADAYS = LazyPattern(
    r"(?:như|như ngày|thời đại|thế hệ|cuộc sống|đời sống|xã hội|giới trẻ|cho đến|cho tới|(?<!tính )đến"
    r"|(?<!tính )tới|có "
    r"được|ngày nay|của ngày|của|thành công|thành quả|vị thế|vị trí) $"
)


_SEVERAL_HOM = LazyPattern(r"(?<!\w)(?:những|mấy|vài|\d|hai|ba|bữa) $")
_SEVERAL_BEFORE = LazyPattern(r"(?<!\w)(?:những|nhiều|các|mấy|vài|bao) $")


def _day(match: Match, document: Document) -> Value | None:
    text = document.folded
    words = match[0]
    if _SEVERAL_HOM.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    if words.startswith("ngày ") and _SEVERAL_BEFORE.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    words = words.removeprefix("ngày ") if words.startswith("ngày hôm ") else words
    if words == "hôm nay" and text.endswith("đến ngày ", 0, match.start()):
        return None
    if words == "hôm nay" and text.endswith(("mấy ngày ", "những ngày "), 0, match.start()):
        return None
    if words == "hôm nay" and _NOWADAYS.search(text[max(0, match.start() - 16) : match.start()]):
        return None
    return Point(shift=_DAYS[words])


def _part_of_day(match: Match, document: Document) -> Value | None:
    if is_direction(document, match.start()):
        return None
    anchor = match["anchor"].removeprefix("ngày ").removeprefix("hôm ")
    shift = {"nay": Rel(0), "qua": Rel(-1), "mai": Rel(1), "kia": Rel(-2), "đó": Rel(0, True), "ấy": Rel(0, True),
             "sau": Rel(1, True), "trước": Rel(-1, True)}[anchor]  # fmt: skip
    return Point(part=match["part"], shift=shift)


_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_WEEKDAY_BEFORE = LazyPattern(
    r"(?:sáng|trưa|chiều|chiều tối|tối|đêm|hôm|vào|ngày|từ|đến|trước|và|,|cả|các ngày|qua|\() ?$"
)
_WEEKDAY_AFTER = LazyPattern(
    r" ?(?:\((?:ngày )?\d|, ngày \d|, \d{1,2}[/.-]\d| ngày \d|ngày \d|tuần (?:này|sau|trước|tới|qua"
    r"|rồi)|hàng tuần|hằng tuần|đầu tuần|tới(?!\w)|đến thứ|đến chủ nhật|"
    r"và (?:thứ|chủ nhật)|, (?:thứ|chủ nhật)|, rồi|vừa qua|, \d)"
)
_HABIT_BEFORE = LazyPattern(r"(?<!\w)(?:cả|các|mọi|trừ|nghỉ|làm việc|thứ (?:7|bảy)(?:,| và))(?: ngày)? $")
_WEEKEND_AFTER = LazyPattern(r"(?:,| và| hoặc| hay| -| &) chủ nhật(?! (?:tuần|tới|này|vừa|qua|\(|ngày|\d))(?!, ngày)")
_WEEKDAY_DATE = LazyPattern(r"(?:,| và chủ nhật)? ?\(?(?:ngày )?\d")
_ORDINAL_BEFORE = LazyPattern(
    r"(?<!\w)(?:xếp|đứng|hạng|vị trí|lần|hàng|đội|người|nhóm|lớn|nhiều|cao|kỳ họp|phiên|phiên họp|khóa|vòng|trận|bàn) $"
)
_ORDINAL_AFTER = LazyPattern(
    r" (?:của|liên tiếp|diễn ra|xét xử|làm việc|trong|kể từ|sau|liên tục|thi đấu|tìm kiếm)(?!\w)"
)


def _weekday(match: Match, document: Document) -> Value | None:
    text = document.folded
    toward = {"tới": 1, "này": 0, "qua": -1, "vừa qua": -1, "trước": -1, "sau": 1, "vừa rồi": -1}.get(
        match["tail"] or ""
    )
    number = match["number"]
    before = text[max(0, match.start() - 16) : match.start()]
    if match["head"] and before.endswith(("“", '"')) and document.text[match.start()].isupper():
        return None  # the name of a campaign (`“Ngày thứ bảy tình nguyện”`)
    if (
        toward is None
        and not _WEEKDAY_DATE.match(text, match.end())
        and (
            _HABIT_BEFORE.search(before) or (number in ("7", "bảy", "bẩy") and _WEEKEND_AFTER.match(text, match.end()))
        )
    ):
        return Recurring("week")
    if number is None:
        return Point(weekday=6, toward=toward)
    point = Point(weekday=_WEEKDAYS[number], toward=toward)
    after = _WEEKDAY_AFTER.match(text, match.end())
    written = document.text[match.start("number")].isupper()
    if _ORDINAL_BEFORE.search(before):
        return None
    if match["head"] == "ngày " and _ORDINAL_AFTER.match(text, match.end()):
        return None
    if (
        after
        or toward is not None
        or (written and document.text[match.start()].islower())
        or (
            _WEEKDAY_BEFORE.search(before)
            and (written or before.endswith(("sáng ", "chiều ", "tối ", "trưa ", "đêm ")))
        )
        or match["head"]
    ):
        return point
    return point._replace(firm=False)


def _rolling(match: Match, document: Document) -> Value | None:
    if labelled(document, match.start()):
        return None
    unit = UNITS[match["unit"]]
    tail = match["tail"]
    direction = 1 if tail.endswith(("tới", "tới đây")) and "trở lại" not in tail else -1
    count = _count(match["high"] or match["count"])
    if count == 0:
        return None
    if match["high"] and direction < 0:
        return Rolling(None, unit, direction)
    return Rolling(count, unit, direction)


def _count(text: str) -> Decimal:
    return Decimal(text.replace(",", ".")) if text[0].isdecimal() else Decimal(integer(text))


# Behind ``sau`` and ``trước``: what opens a phrase of its own (``1 tuần sau nghỉ lễ``), which leaves a length in front.
_EVENT_AFTER = (
    r" (?:khi|đây|này|lúc|mắt|ngày|tháng|năm|tuần|quý|mùa|vụ|thềm|thời|giờ|\d|sự|các|những|đại|kỳ|đầu|hạn|nghỉ|lễ|tết"
    r"|cuộc|cái|cơn|hội|phiên|trận|vòng|giải|mùa|tai nạn|sinh|phẫu thuật|mổ|tiêm|cưới|đám|chiến|bầu cử|kết hôn|ly hôn"
    r"|tốt nghiệp"
    r"|khai|khởi|bão|lũ|việc|chuyến|đợt|thu hoạch|gieo|trồng|công chiếu|phát hành|ra mắt|thảm|sự cố|ca|cú|lần|điều trị"
    r"|bàn thắng|sáp nhập|thành lập|giải phóng|cách mạng|đổi mới|động đất|giáng sinh|world cup|bữa|ăn|dịch|covid"
    r"|quyết định|thông báo|vụ|chấn thương|ghép|xuất viện|nhập viện|thời điểm|thời hạn|tai biến|đột quỵ|nhiễm"
    r"|mắc|phơi nhiễm|tiếp xúc|nhập cảnh|cách ly|ký|chia tay|đăng|khởi công|lệnh)(?!\w)"
)


def _ago(match: Match, document: Document) -> Value | None:
    if labelled(document, match.start()):
        return None
    tail = match["tail"]
    if tail.startswith(("trước đó", "sau đó")) or tail == "sau":
        if tail == "trước đó" and UNITS[match["unit"]] in ("month", "quarter", "year"):
            return Rolling(_count(match["count"]), UNITS[match["unit"]], -1, True)
        return Distance(integer(match["count"]), UNITS[match["unit"]], 1 if tail.startswith("sau") else -1, True)
    return Distance(integer(match["count"]), UNITS[match["unit"]], 1 if tail == "nữa" else -1)


def _from_then(match: Match, document: Document) -> Value | None:
    return Distance(integer(match["count"]), UNITS[match["unit"]], 1 if match["side"] == "sau" else -1, True)


def _since(match: Match, document: Document) -> Value | None:
    return Distance(integer(match["count"]), UNITS[match["unit"]], -1)


def _same_period(match: Match, document: Document) -> Value | None:
    if match["year"]:
        return SamePeriod(0, int(match["year"]))
    return SamePeriod({"nay": 0, "này": 0}.get(match["tail"] or "", 1))


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "day told from an anchor",
        ("hôm", "ngày", "cùng"),
        r"(?:(?:ngày )?hôm (?:nay|qua|kia|kìa|sau|trước|đó|ấy)|ngày (?:mai|kia|mốt|đó|trước đó|sau đó)"
        r"|cùng ngày)(?!\w)",
        _day,
        (
            Example("Hôm qua, trời mưa.", "Hôm qua", {"start": "2017-05-24", "anchor": "published"}, "2017-05-25"),
            Example("Đoàn đến từ hôm kia.", "hôm kia", {"start": "2017-05-23"}, "2017-05-25"),
            Example("Ngày 8/2, xã họp. Cùng ngày, huyện họp.", "Cùng ngày", {"start": "2017-02-08"}, "2017-02-08"),
        ),
        ("như ngày hôm nay", "ngày nay"),
    ),
    Rule(
        "part of a day told from an anchor",
        ("rạng", "sáng", "trưa", "chiều", "xế", "tối", "đêm", "khuya", "đầu", "cuối", "buổi"),
        rf"(?:buổi )?(?P<part>(?:(?:đầu|cuối) giờ )?{_PARTS}) (?P<anchor>(?:(?:ngày )?hôm )?(?:nay|qua|kia|sau"
        rf"|trước)|(?:ngày )?(?:mai)|hôm (?:đó|ấy)|ngày hôm (?:đó|ấy))(?!\w)(?! (?:khi|đó))",
        _part_of_day,
        (
            Example("Sáng nay, Tỉnh ủy họp.", "Sáng nay", {"start": "2017-05-25", "kind": "date"}, "2017-05-25"),
            Example("Trời tạnh từ tối mai.", "tối mai", {"start": "2017-05-26"}, "2017-05-25"),
            Example(
                "Lúc 9h sáng nay 6/2, hội mở.",
                "9h sáng nay 6/2",
                {"start": "2017-02-06", "time": "09:00"},
                "2017-02-06",
            ),
        ),
        ("Cho xe đi hai chiều qua hầm",),
    ),
    Rule(
        "weekday",
        ("thứ", "chủ", "ngày", "hôm"),
        r"(?P<head>(?:ngày|hôm) )?(?:thứ (?P<number>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)(?![\w%])"
        r"(?![.,/]\d)(?: (?P<tail>tới|này|vừa qua|vừa rồi|qua)(?!\w))?",
        _weekday,
        (
            Example("Chiều thứ Hai, xã họp.", "Chiều thứ Hai", {"start": "2017-05-22", "kind": "date"}, "2017-05-24"),
            Example("Hẹn gặp sáng Chủ nhật tuần này.", "sáng Chủ nhật tuần này", {"start": "2017-05-28"}, "2017-05-24"),
            Example("Khai mạc thứ 3 (ngày 7/2).", "thứ 3", {"start": "2017-02-07"}, "2017-02-06"),
            Example(
                "Phát lúc 20h30 tối thứ Bảy, ngày 14/9/2019.",
                "20h30 tối thứ Bảy, ngày 14/9/2019",
                {"start": "2019-09-14", "time": "20:30"},
            ),
        ),
        ("thứ tám",),
    ),
    Rule(
        "so many units up to now or from now",
        (*COUNTS, *numbers_before(*DASHES), *COUNT_WORDS, "vòng"),
        rf"(?P<count>{COUNT})(?: ?[-–] ?(?P<high>{COUNT}))? (?P<unit>giờ|ngày|tuần lễ|tuần|tháng|quý|năm"
        rf"|thập niên|thập kỷ|thế kỷ) (?P<tail>(?:vừa )?qua|vừa rồi|nay|gần đây(?: nhất)?|trở lại đây|gần "
        rf"nhất|(?:sắp )?tới(?! \d)(?: đây)?)(?!\w)",
        _rolling,
        (
            Example(
                "Tăng trưởng trong 5 năm qua rất tốt.",
                "5 năm qua",
                {"start": "2020-08-11", "end": "2025-08-11"},
                "2025-08-11",
            ),
            Example(
                "Trời mưa trong 3 ngày tới.", "3 ngày tới", {"start": "2025-08-11", "end": "2025-08-14"}, "2025-08-11"
            ),
            Example("Xuất khẩu 5 năm gần đây giảm.", "5 năm gần đây", {"start": "2020-08-11"}, "2025-08-11"),
            Example("Hai năm qua, xã làm 5 con đường.", "Hai năm qua", {"start": "2023-08-11"}, "2025-08-11"),
        ),
        ("những năm qua",),
    ),
    Rule(
        "so many units before or after",
        (*COUNTS, *COUNT_WORDS),
        rf"(?P<count>{COUNT}) (?P<unit>ngày|hôm|tuần|tháng|quý|năm|thập niên|thập kỷ|thế kỷ) (?P<tail>trước "
        rf"đây|trước đó|trước(?!{_EVENT_AFTER})|về trước|sau đó"
        rf"|sau(?!{_EVENT_AFTER})|nữa)(?!\w)",
        _ago,
        (
            Example(
                "Vụ án xảy ra 20 năm trước.", "20 năm trước", {"start": "1997-01-01", "end": "1997-12-31"}, "2017-05-20"
            ),
            Example("Thư gửi đi hai hôm trước.", "hai hôm trước", {"start": "2017-05-18"}, "2017-05-20"),
            Example("Anh đến đây 3 ngày trước.", "3 ngày trước", {"start": "2017-05-17", "kind": "date"}, "2017-05-20"),
        ),
        ("2 ngày trước khi cưới", "Học thêm 1 tuần sau nghỉ lễ", "Bán vé 2 ngày trước cuộc họp"),
    ),
    Rule(
        "before or after that, so many units",
        ("trước", "sau"),
        rf"(?P<side>trước|sau) đó(?: (?:hơn|gần|khoảng|chừng|đúng|tròn|chỉ))? (?P<count>{COUNT}) (?P<unit>ngày|tuần"
        r"|tháng|năm)(?!\w)",
        _from_then,
        (
            Example(
                "Ngày 8/2, xã họp. Trước đó một ngày, mưa.", "Trước đó một ngày", {"start": "2017-02-07"}, "2017-02-09"
            ),
            Example("Ngày 8/2, mưa. Sau đó 3 ngày, nắng.", "Sau đó 3 ngày", {"start": "2017-02-11"}, "2017-02-15"),
        ),
        ("Trước đó, ba ngày liền mưa",),
    ),
    Rule(
        "so many units ago",
        ("cách",),
        rf"cách (?:đây|nay)(?: (?:hơn|gần|khoảng|chừng|đúng|tròn))? (?P<count>{COUNT}) (?P<unit>ngày|tuần"
        rf"|tháng|quý|năm|thập niên|thập kỷ|thế kỷ)(?!\w)",
        _since,
        (
            Example("Xã lập tổ này cách đây 5 năm.", "cách đây 5 năm", {"start": "2012-01-01"}, "2017-06-01"),
            Example(
                "Cách đây 2 ngày, nước rút.", "Cách đây 2 ngày", {"start": "2017-05-30", "kind": "date"}, "2017-06-01"
            ),
        ),
        ("cách đây không lâu",),
    ),
    Rule(
        "the same period",
        ("cùng",),
        rf"cùng k[ỳì](?: (?:của )?(?:năm (?P<tail>trước|ngoái|nay|này|qua|rồi|liền trước)|(?:năm )"
        rf"?(?P<year>{YEAR})))?(?!\w)",
        _same_period,
        (
            Example(
                "CPI tháng 5/2017 tăng 3% so với cùng kỳ năm trước.",
                "cùng kỳ năm trước",
                {"start": "2016-05-01", "end": "2016-05-31"},
                "2017-05-30",
            ),
            Example(
                "Thu 5 tháng đầu năm 2017 tăng so với cùng kỳ.",
                "cùng kỳ",
                {"start": "2016-01-01", "end": "2016-05-31"},
                "2017-05-30",
            ),
        ),
    ),
    Rule(
        "from now",
        ("nay",),
        r"(?<=từ )nay(?= (?:cho )?(?:đến|tới) )",
        lambda match, document: Point(shift=Rel(0), firm=False),
        (
            Example(
                "Từ nay đến hết quý IV, xã phải xong.",
                "nay đến hết quý IV",
                {"start": "2019-08-29", "end": "2019-12-31"},
                "2019-08-29",
            ),
            Example("Từ nay đến cuối năm, giá ổn định.", "nay đến cuối năm", {"end": "2019-12-31"}, "2019-08-29"),
        ),
        ("từ nay về sau",),
    ),
    Rule(
        "up to now",
        ("đến", "tới", "cho", "-", "–"),
        r"(?:[-–] ?nay(?=[\s.,;)])|(?:cho )?(?:đến|tới) (?:nay|hiện nay|hiện tại|bây giờ|giờ|thời điểm (?:này"
        r"|hiện tại)))(?!\w)",
        lambda match, document: Now(),
        (
            Example(
                "Từ năm 2016 đến nay, xã làm 3 cầu.",
                "năm 2016 đến nay",
                {"start": "2016-01-01", "end": "2017-05-13"},
                "2017-05-13",
            ),
            Example(
                "Từ đầu năm đến nay có 5 ca.",
                "đầu năm đến nay",
                {"start": "2017-01-01", "end": "2017-05-21"},
                "2017-05-21",
            ),
        ),
    ),
)
