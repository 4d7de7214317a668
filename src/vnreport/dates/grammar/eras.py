"""Seasons, school and playing years, decades, centuries: ``mùa hè 2017``, ``năm học 2016-2017``, ``thế kỷ XX``."""

from __future__ import annotations

import re

from vnreport.dates.grammar.patterns import YEAR
from vnreport.dates.grammar.periods import TAILS
from vnreport.dates.values import Interval, Point, Rel, Value, Years
from vnreport.dates.words import CYCLE_NAME, cycle_names, integer
from vnreport.document import Document
from vnreport.grammar import DIGIT, Example, Rule
from vnreport.text.patterns import LazyPattern

Match = re.Match[str]

_EDGES = ("đầu", "giữa", "cuối")
_SUMMER = (5, 6, 7)
_SEVERAL_BEFORE = LazyPattern(r"(?<!\w)(?:nhiều|những|các|vài|mấy|mọi|ba|hai|\d) $")


def _season(match: Match, document: Document) -> Value | None:
    name = match["spring"] or match["summer"] or match["other"]
    season = {"xuân": 1, "hè": 2, "hạ": 2, "thu": 3, "đông": 4}[name]
    year: int | Rel | None = int(match["year"]) if match["year"] else None
    if match["tail"]:
        year = TAILS[match["tail"]]
    cycle = cycle_names().get(match["cycle"] or "")
    if match["near"]:
        if not match["said"] and season != 2:
            return None
        return Point(season=season, toward={"này": 0, "nay": 0, "tới": 1, "sắp tới": 1}.get(match["near"], -1))
    if (year is None and cycle is None) or (isinstance(year, Rel) and not match["said"]):
        return None
    # `Xuân Bính Ngọ 2026` is the season of the lunar year that Tết opens.
    return Point(season=season, year=year, cycle=cycle, lunar=season == 1 and not match["said"])


def _school_year(match: Match, document: Document) -> Value | None:
    first = int(match["first"])
    if match["last"] is None:
        return Point(year=first)
    last = int(match["last"])
    if last < 100:
        last += first // 100 * 100
    return Interval(Point(year=first), Point(year=last)) if 0 <= last - first <= 10 else None


def _school_year_from_now(match: Match, document: Document) -> Value | None:
    if _SEVERAL_BEFORE.search(document.folded, max(0, match.start() - 8), match.start()):
        return None
    by = {"này": 0, "nay": 0, "tới": 1, "sau": 1}.get(match["tail"], -1)
    if match["tail"].endswith("qua") and document.published is not None and document.published.month in _SUMMER:
        by = 0  # the year that has just closed is still the last that opened
    return Years(school=Rel(by))


def _decade(match: Match, document: Document) -> Value | None:
    number = int(match["number"])
    if number < 100:
        if number % 10 or (match["head"].startswith("những") and number < 10):
            return None
        century = match["century"]
        base = 1900
        if century and century not in ("trước", "này"):
            try:
                base = (integer(century) - 1) * 100
            except ValueError:
                return None
        number += base
    if number % 10:
        return None
    last = number // 100 * 100 + int(match["to"]) if match["to"] else number
    return Years(number, last + 9) if last >= number else None


_DECADES_BEFORE = LazyPattern(r"(?:những năm|thập (?:niên|kỷ|kỉ)) (?:[1-9]0(?:, | và |, và )){1,4}$")
_DECADE_OVER = LazyPattern(r"[,;.)\n]|$| (?:và|của|thế kỷ|thế kỉ|[^\W\d]+ (?:đã|có|được|là|còn))(?!\w)")


def _listed_decade(match: Match, document: Document) -> Value | None:
    if not _DECADES_BEFORE.search(document.folded, max(0, match.start() - 40), match.start()):
        return None
    if not _DECADE_OVER.match(document.folded, match.end()):
        return None
    first = 1900 + int(match["number"])
    return Years(first, first + 9)


def _century(match: Match, document: Document) -> Value | None:
    number = match["number"]
    if number in ("trước", "này", "qua", "nay"):
        return Years(century=Rel(0 if number in ("này", "nay") else -1))
    try:
        value = integer(number)
    except ValueError:
        return None
    if not 1 <= value <= 21:
        return None
    return Years((value - 1) * 100 + 1, value * 100) if value > 0 else None


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "season",
        ("mùa", "xuân", "hè"),
        rf"(?<!đông )(?P<said>mùa )?(?:(?P<spring>xuân)|(?P<summer>hè)|(?<=mùa )(?P<other>hạ|thu|đông))"
        rf"(?: (?P<cycle>{CYCLE_NAME}))?(?:,?(?: -| –)? ?(?:năm )?(?P<year>{YEAR})| năm (?P<tail>nay"
        rf"|ngoái|trước|sau|tới)| (?P<near>này|nay|tới|sắp tới|vừa qua|vừa rồi))?(?!\w)",
        _season,
        (
            Example("Trại mở vào mùa hè 2017.", "mùa hè 2017", {"start": "2017-06-01", "end": "2017-08-31"}),
            Example("Anh sẽ chuyển đi mùa hè này.", "mùa hè này", {"start": "2021-06-01"}, "2021-04-30"),
            Example("Mưa dầm mùa đông này.", "mùa đông này", {"start": "2016-12-01"}, "2017-01-20"),
            Example("Mừng Xuân Bính Ngọ 2026.", "Xuân Bính Ngọ 2026", {"start": "2026-02-17", "end": "2026-05-16"}),
        ),
        ("đoàn phường Xuân Hà", "mùa hè sôi động", "xuân này con về"),
    ),
    Rule(
        "school or playing year",
        ("năm", "niên", "mùa", "vụ"),
        rf"(?:năm học(?: mới)?|năm ngân sách|năm tài chính|năm tài khóa|niên độ|"
        rf"vụ (?:đông xuân|hè thu|thu đông|xuân hè|mùa|xuân|đông)|"
        rf"niên khóa|niên học|niên vụ|mùa giải(?: mới)?|mùa bóng|mùa) (?P<first>{YEAR})"
        rf"(?: ?[–/-] ?(?P<last>{YEAR}|\d\d))?(?![\w/-])",
        _school_year,
        (Example("Tổng kết năm học 2016-2017.", "năm học 2016-2017", {"start": "2016-01-01", "end": "2017-12-31"}),),
    ),
    Rule(
        "school or playing year told from now",
        ("năm", "mùa"),
        r"(?:năm học|mùa giải|mùa bóng) (?P<tail>này|nay|tới|sau|trước(?! (?:khi|đó))|ngoái|vừa qua|qua)(?!\w)",
        _school_year_from_now,
        (
            Example("Năm học này có 5 lớp.", "Năm học này", {"start": "2020-01-01", "end": "2021-12-31"}, "2021-03-05"),
            Example(
                "Tuyển sinh năm học tới.", "năm học tới", {"start": "2021-01-01", "end": "2022-12-31"}, "2021-06-05"
            ),
        ),
        ("năm học trước khi ra trường",),
    ),
    Rule(
        "decade",
        ("thập", "những", *_EDGES),
        rf"(?:(?:đầu|giữa|cuối) )?(?P<head>thập (?:niên|kỷ|kỉ)|những năm|những thập niên)(?: đầu| cuối| "
        rf"giữa)? (?P<number>{YEAR}"
        rf"|[1-9]0)(?: ?[-–] ?(?P<to>[1-9]0))?(?!\w)(?: (?:của )?thế (?:kỷ|kỉ) (?P<century>trước|này|\d\d?"
        rf"|[ivx]{{1,5}})(?!\w))?",
        _decade,
        (
            Example("Từ thập niên 1990, làng có điện.", "thập niên 1990", {"start": "1990-01-01", "end": "1999-12-31"}),
            Example(
                "Nhạc thập niên 80-90 của thế kỷ trước.", "thập niên 80-90 của thế kỷ trước", {"end": "1999-12-31"}
            ),
            Example("Vào những năm 80, dân còn nghèo.", "những năm 80", {"start": "1980-01-01", "end": "1989-12-31"}),
        ),
    ),
    Rule(
        "a decade in a list of decades",
        (DIGIT,),
        r"(?P<number>[1-9]0)(?![\w%/-])(?![.,]\d)",
        _listed_decade,
        (Example("Vào những năm 80, 90, làng nghèo.", "90", {"start": "1990-01-01", "end": "1999-12-31"}),),
        ("Hai năm 80, 90 hộ nghèo",),
    ),
    Rule(
        "century",
        ("thế", "nửa", *_EDGES),
        r"(?:(?:nửa )?(?:đầu|giữa|cuối|sau) )?thế (?:kỷ|kỉ)(?: thứ)? (?P<number>[ivx]{1,5}|\d{1,2}|trước|này"
        r"|nay|qua)(?!\w)",
        _century,
        (Example("Đình dựng từ thế kỷ XIX.", "thế kỷ XIX", {"start": "1801-01-01", "end": "1900-12-31"}),),
    ),
)
