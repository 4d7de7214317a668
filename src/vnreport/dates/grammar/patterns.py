"""Pieces of pattern that several families of rules share, all on the folded twin."""

from __future__ import annotations

from vnreport.dates.words import NUMBER_WORD
from vnreport.document import Document
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

# In figures, with or without a leading nought.
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
SHORT_YEAR = r"\d\d"
SEP = r" ?[/.–-] ?"
DASHES = ("-", "–")
DATE_MARKS = (*DASHES, "/", ".", ".0")
"""What `SEP` begins with behind a number; see `vnreport.text.words.numbers_before`."""
END = r"(?![\w%])(?![.,]\d|/\w)"
"""Behind a date's last digit: no letter or figure glued to it, no decimals."""

MONTH_NAMES = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
"""The number of each month that is named behind ``tháng``; ``giêng`` and ``chạp`` are lunar."""
MONTH_NAME = (
    r"(?:giêng|mười(?: một| hai)?|một|hai|ba|tư|bốn|năm(?! (?:\d|nay|ngoái|trước|sau|tới|qua|học))"
    r"|sáu|bảy|bẩy|tám|chín|chạp)(?!\w)"
)
MONTH_WORD = rf"(?:{MONTH}(?!\d)|{MONTH_NAME})"
LUNAR_MONTHS = ("giêng", "chạp")

COUNT = rf"(?:\d{{1,4}}(?![\d.,]{{0,30}}\d)|{NUMBER_WORD}(?!\w))"
COUNT_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười")
"""The words that `COUNT` begins with."""
UNIT = (
    r"(?:giây|phút|giờ|tiếng đồng hồ|tiếng|ngày đêm|ngày|đêm|tuần lễ|tuần|tháng|quý|năm|thập niên"
    r"|thập kỷ|thập kỉ|thế kỷ|thế kỉ)(?!\w)"
)
UNITS = {
    "giây": "second", "phút": "minute", "giờ": "hour", "tiếng đồng hồ": "hour", "tiếng": "hour",
    "ngày đêm": "day", "ngày": "day", "hôm": "day", "đêm": "day", "tuần lễ": "week", "tuần": "week", "tháng": "month",
    "quý": "quarter", "năm": "year", "thập niên": "decade", "thập kỷ": "decade", "thập kỉ": "decade",
    "thế kỷ": "century", "thế kỉ": "century",
}  # fmt: skip
"""Units of time by their folded words; `calendar.moved` reads those from a day on."""
COUNTS = numbers_before(*UNITS)
"""The numbers before a unit of time."""

EDGE = r"(?:(?P<edge>(?:nửa )?(?:đầu|giữa|cuối)|(?:thượng|trung|hạ) tuần) )"
EDGES = ("đầu", "giữa", "cuối", "nửa", "thượng", "trung", "hạ")
"""The words that `EDGE` begins with."""
FIRST_ONES = r"(?:những|các) (?:tháng|ngày|tuần) (?=đầu|cuối)"
"""Uncounted parts of a longer period, in front of `EDGE`."""
LUNAR = r"(?P<lunar> \((?:âm lịch|al|âl)\)| (?:âm lịch|al|âl)(?!\w))"

_LABEL_BEFORE = LazyPattern(
    r"(?:thứ|lần|khóa|đợt|(?<!nhiệm )kỳ|quý|số|quận|phường|khu phố|tổ|cấp|hạng|lớp|bài|điều|mục|loại"
    r"|tập|phòng|(?<!trong )vòng|giải|nhóm|"
    r"tháng|ngày|mùng|mồng|năm|lúc|tầng|trang|khoản|chương|quyển|phần|đội|ấp|xóm|thôn|bậc|khối|sinh viên|học sinh|giờ|"
    r"hàng|/|-|–|(?<!/)\d,) ?\Z|\d\.\Z"
)


def labelled(document: Document, at: int) -> bool:
    """Whether the number at `at` of the twin is a label and counts nothing (``lớp 6``, ``khóa 5``, ``quý 3``)."""
    return _LABEL_BEFORE.search(document.folded, max(0, at - 12), at) is not None
