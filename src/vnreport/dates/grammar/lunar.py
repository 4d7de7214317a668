"""Lunar days, years and feasts: ``mùng 7 tháng Giêng năm Bính Ngọ``, ``rằm tháng Bảy``, ``Tết Nguyên đán Đinh Dậu``."""

from __future__ import annotations

import re

from vnreport import lexicon
from vnreport.dates.grammar.patterns import DASHES, LUNAR_MONTHS, MONTH_NAMES, MONTH_WORD, YEAR
from vnreport.dates.values import Interval, Point, Rel, Value
from vnreport.dates.words import CYCLE_NAME, cycle_names, integer
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.words import numbers_before

Match = re.Match[str]

_FEASTS = {row["name"].casefold(): row for row in lexicon.rows("feasts")}
_FEAST = lexicon.alternation(_FEASTS)
_YEAR_OF = (
    rf"(?:,?(?: -| –)? ?(?:năm )?(?P<cycle>{CYCLE_NAME})(?!\w))?(?:,?(?: ?-| ?–)? ?(?:năm )"
    rf"?(?P<year>{YEAR})(?![\w/]))?(?: năm (?P<tail>nay|ngoái|trước|sau|tới)(?!\w))?"
)
_TENTH = "10|0?[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_TAILS = {"nay": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1}


def _new_day(match: Match, document: Document) -> Value | None:
    """``mùng`` counts the first ten days of a month, most often a lunar one."""
    month_word = match["month"]
    month = None
    lunar = bool(match["lunar"] or match["tet"] or match["cycle"])
    if month_word:
        month = MONTH_NAMES[month_word] if month_word in MONTH_NAMES else int(month_word)
        lunar = lunar or month_word in LUNAR_MONTHS
    elif match["figures"]:
        month = int(match["figures"])
    elif match["tet"]:
        month = 1
    else:
        lunar = True
    return Point(
        day=integer(match["day"]),
        month=month,
        lunar=lunar,
        leap=bool(match["leap"]),
        cycle=cycle_names().get(match["cycle"] or ""),
        year=int(match["year"]) if match["year"] else None,
    )


def _eve(match: Match, document: Document) -> Value | None:
    day = int(match["day"])
    if day <= 10 and not match["head"]:
        return None
    return Point(day=day, month=12 if day > 10 else 1, lunar=True)


def _full_moon(match: Match, document: Document) -> Value | None:
    month = match["month"]
    return Point(
        day=15,
        month=MONTH_NAMES[month] if month in MONTH_NAMES else int(month),
        lunar=True,
        cycle=cycle_names().get(match["cycle"] or ""),
        year=int(match["year"]) if match["year"] else Rel(_TAILS[match["tail"]]) if match["tail"] else None,
    )


_GATHERING = ("hội ", "hội thi ", "hội “", 'hội "', "đội ", "giải ", "quỹ ", "tháng hành động vì ")


def _feast(match: Match, document: Document) -> Value | None:
    if document.folded.endswith(_GATHERING, 0, match.start()):
        return None  # `Ngày hội Đại đoàn kết toàn dân tộc năm 2024` has a day of its own
    year: int | Rel | None = int(match["year"]) if match["year"] else None
    if match["tail"]:
        year = Rel(_TAILS[match["tail"]])
    cycle = cycle_names().get(match["cycle"] or "")
    if match["day"]:
        row = _FEASTS[match["feast"]]
        if (int(match["day"]), int(match["month"])) != (int(row["day"]), int(row["month"])):
            return None
        lunar = row["calendar"] == "lunar"
        return Point(
            day=int(match["day"]),
            month=int(match["month"]),
            year=int(match["full"]) if match["full"] else year,
            lunar=lunar,
        )
    if year is None and cycle is None:
        return None
    return Point(feast=match["feast"], year=year, cycle=cycle)


def _cycle_year(match: Match, document: Document) -> Value | None:
    return Point(
        cycle=cycle_names().get(match["cycle"]), year=int(match["year"]) if match["year"] else None, lunar=True
    )


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "mùng",
        ("mùng", "mồng", "ngày"),
        rf"(?:ngày )?(?:mùng|mồng) (?P<day>{_TENTH})(?![\w%])"
        rf"(?:(?P<tet> tết(?: nguyên đán)?)(?!\w)|,? "
        rf"tháng (?P<month>{MONTH_WORD})(?P<leap> nhuận)?|[/-](?P<figures>1[0-2]|0?[1-9])(?!\d))?"
        rf"(?P<lunar> \(âm lịch\)| âm lịch)?(?:(?:,? năm|(?<=tết)|(?<=tết nguyên đán)) (?P<cycle>{CYCLE_NAME})"
        rf"(?!\w))?(?:(?:[/-]|,? (?:năm "
        rf")?)(?P<year>{YEAR})(?![\w/]))?",
        _new_day,
        (
            Example(
                "Hội mở mùng 7 tháng Giêng năm Bính Ngọ.",
                "mùng 7 tháng Giêng năm Bính Ngọ",
                {"start": "2026-02-23", "calendar": "lunar"},
                "2026-02-20",
            ),
            Example(
                "Khách đông từ ngày mùng 1 Tết Âm lịch.",
                "ngày mùng 1 Tết Âm lịch",
                {"start": "2017-01-28"},
                "2017-02-06",
            ),
            Example("Hội mở mùng 5 Tết Đinh Dậu.", "mùng 5 Tết Đinh Dậu", {"start": "2017-02-01"}, "2017-02-06"),
            Example("Khai giảng mùng 5/9.", "mùng 5/9", {"start": "2017-09-05"}, "2017-09-01"),
        ),
        ("mùng tơi",),
    ),
    Rule(
        "days about Tết",
        (*numbers_before("tết"), "ngày", "đêm", "hôm"),
        r"(?P<head>(?:ngày|đêm|hôm) )?(?P<day>2[2-9]|30|10|0?[1-9]) tết(?!\w)(?: (?:âm lịch|nguyên đán))?",
        _eve,
        (Example("Chợ họp đến 29 Tết.", "29 Tết", {"start": "2018-02-14"}, "2018-02-12"),),
        ("tết trồng cây",),
    ),
    Rule(
        "from the old lunar year into the new",
        (*numbers_before(*DASHES, "đến", "tới", "cho"), "ngày"),
        rf"(?:ngày )?(?P<low>2\d|30)(?: ?[-–] ?| đến | tới | đến hết | cho đến )(?:ngày )?(?:mùng"
        rf"|mồng) (?P<day>{_TENTH})"
        r"(?: tết(?: nguyên đán)?| tháng giêng)(?!\w)",
        lambda match, document: Interval(
            Point(day=int(match["low"]), month=12, lunar=True), Point(day=integer(match["day"]), month=1, lunar=True)
        ),
        (Example("Từ 29 tới mồng 4 Tết, xã trực.", "29 tới mồng 4 Tết", {"end": "2017-01-31"}, "2017-02-06"),),
    ),
    Rule(
        "day in words with a lunar year",
        (*numbers_before("/", "-", ",", "tháng"), "ngày"),
        rf"(?:ngày )?(?P<day>[12]\d|30|0?[1-9])(?:[/-](?P<figures>1[0-2]|0?[1-9])|,? tháng "
        rf"(?P<month>{MONTH_WORD}))(?P<leap> nhuận)?(?P<tet>)(?P<lunar> \(âm lịch\)| âm lịch)?,? năm "
        rf"(?P<cycle>{CYCLE_NAME})(?!\w)(?:,? \(?(?:năm )?(?P<year>{YEAR})(?!\w))?",
        _new_day,
        (
            Example(
                "Ngày 12/02/2026 (tức ngày 25 tháng 12 năm Ất Tỵ).",
                "ngày 25 tháng 12 năm Ất Tỵ",
                {"start": "2026-02-12"},
            ),
        ),
    ),
    Rule(
        "full moon",
        ("rằm", "ngày", "đêm"),
        rf"(?:(?:ngày|đêm) )?rằm tháng (?P<month>{MONTH_WORD})(?: \(âm lịch\)| âm lịch)?(?:,? năm "
        rf"(?P<cycle>{CYCLE_NAME})(?!\w))?(?:,? (?:năm )?(?P<year>{YEAR})(?![\w/]))?(?: năm (?P<tail>nay"
        rf"|ngoái|trước|sau|tới)(?!\w))?",
        _full_moon,
        (
            Example(
                "Lễ mở vào rằm tháng Bảy.", "rằm tháng Bảy", {"start": "2017-09-05", "calendar": "lunar"}, "2017-09-01"
            ),
        ),
        ("trăng rằm",),
    ),
    Rule(
        "feast",
        tuple({name.split()[0] for name in _FEASTS} | {"ngày"}),
        rf"(?:ngày (?:lễ )?)?(?P<feast>{_FEAST})(?!\w)(?:,? (?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})"
        rf"(?:[/-](?P<full>{YEAR}))?(?![\w/]))?{_YEAR_OF}",
        _feast,
        (
            Example("Đón Tết Nguyên đán Đinh Dậu - 2017.", "Tết Nguyên đán Đinh Dậu - 2017", {"start": "2017-01-28"}),
            Example(
                "Dịp Tết Nguyên đán Đinh Dậu, xã ăn mừng.",
                "Tết Nguyên đán Đinh Dậu",
                {"start": "2017-01-28"},
                "2017-01-12",
            ),
            Example("Lễ Giỗ Tổ Hùng Vương năm 2017 đông khách.", "Giỗ Tổ Hùng Vương năm 2017", {"start": "2017-04-06"}),
            Example(
                "Dịp Quốc khánh 2/9, thành phố bắn pháo hoa.", "Quốc khánh 2/9", {"start": "2017-09-02"}, "2017-08-30"
            ),
        ),
        ("dịp Tết Nguyên đán", "Ngày Thương binh - Liệt sĩ", "Ngày hội Đại đoàn kết toàn dân tộc năm 2024"),
    ),
    Rule(
        "lunar year",
        ("năm",),
        rf"năm (?P<cycle>{CYCLE_NAME})(?!\w)(?:,?(?: -| –)? \(?(?:năm )?(?P<year>{YEAR})(?!\w))?",
        _cycle_year,
        (
            Example(
                "Bước sang năm Đinh Dậu, xã thi đua.",
                "năm Đinh Dậu",
                {"start": "2017-01-28", "end": "2018-02-15"},
                "2017-02-01",
            ),
        ),
    ),
)
