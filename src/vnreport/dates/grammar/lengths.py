"""Durations and sets: ``50 năm``, ``2 tháng rưỡi``, ``hằng năm``, ``mỗi tháng một lần``, ``3 năm/lần``."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.dates.grammar.patterns import COUNT_WORDS, COUNTS, DASHES, DAY, MONTH, UNIT, UNITS, YEAR, labelled
from vnreport.dates.values import Length, Recurring, Value
from vnreport.dates.words import NUMBER_WORD, number_words
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,3}})?(?![\d.,]{{0,30}}\d)|\d{{4}}(?!\d)|{NUMBER_WORD}(?!\w)|nửa)"


_DAYS_AFTER = LazyPattern(rf" {DAY}(?:[/.-]{MONTH}|, {DAY})(?!\d)")
_FILLED_AFTER = LazyPattern(rf" {DAY} ?(?:[–-]|đến|và) ?{DAY} ?[/.]")
_ARTICLE_AFTER = LazyPattern(
    r" (?:nào|đẹp|kia|nọ|không|hội|mới|tốt|đáng|an|nhiều|thành công|đầy|trọng|mưa|nắng|đông|hè|thu|buồn|vui|rằm)(?!\w)"
)
# `tiếng` is an hour, a sound and a language.
_HOURS_AFTER = LazyPattern(
    r"[.,;:)\n]|$| (?:về|hay|hoặc|ở|tại|liên tục|ngủ|nghỉ|lái"
    r"|sau|trước|mỗi|để|là|cho|thì|liền|nữa|rưỡi|qua|ngồi|chờ|đi|chạy|bay|di chuyển|làm"
    r"|mới|từ|và|một|với|nên|trong)(?!\w)"
)
_LASTING_BEFORE = LazyPattern(r"(?:trong|sau|hơn|gần|kéo dài|suốt|khoảng|mất|qua|cả|chỉ) $")
_SIZES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")


def _amount(text: str) -> Decimal:
    if text == "nửa":
        return Decimal("0.5")
    if text[0].isdecimal():
        whole, _, tail = text.replace(",", ".").partition(".")
        return Decimal(whole + tail) if len(tail) == 3 else Decimal(f"{whole}.{tail or 0}").normalize()
    return Decimal(number_words().get(text, 0))


def _duration(match: Match, document: Document) -> Value | None:
    text = document.folded
    before = text[max(0, match.start() - 12) : match.start()]
    count, unit = match["count"], UNITS[match["unit"]]
    if labelled(document, match.start()) or (match["unit"] == "tiếng" and not _HOURS_AFTER.match(text, match.end())):
        return None
    amount = _amount(count)
    if match["half"]:
        amount += Decimal("0.5")
    if not amount or (unit == "year" and amount > 1500 and count.isdecimal() and "." not in count):
        return None
    if match["unit"] == "ngày" and _DAYS_AFTER.match(text, match.end()) and not _FILLED_AFTER.match(text, match.end()):
        return None  # `hai ngày 5/2 và 6/2`: the days that follow say it
    if unit == "day" and text.startswith((" tháng", " càng"), match.end()):
        return None
    if match["count"] == "một" and _ARTICLE_AFTER.match(text, match.end()):
        return None
    if match["count"] == "một" and match["unit"] == "đêm" and not _LASTING_BEFORE.search(before):
        return None
    if match["count"] == "năm" and unit == "month" and not _LASTING_BEFORE.search(before):
        return None  # `năm tháng`, the years
    parts = [(amount, unit)]
    if match["count2"]:
        if _SIZES.index(UNITS[match["unit2"]]) >= _SIZES.index(unit):
            return None
        parts.append((_amount(match["count2"]), UNITS[match["unit2"]]))
    high = _amount(match["high"]) if match["high"] else None
    return Length(tuple(parts), high)


_VAGUE_BEFORE = LazyPattern(r"(?<!\w)(?:kéo dài|mất|cả|suốt|chờ|hơn|tốn|ngồi|đợi|xếp hàng|trong) $")
_PRICE_AFTER = LazyPattern(r"(?: so với|,| từ| khoảng| thêm)? ?\d| (?:mua|bán|đi|về|đường)(?!\w)")
_CROPS_BEFORE = LazyPattern(r"cây(?: trồng)? $")  # annual crops


def _every(match: Match, document: Document) -> Value | None:
    unit = match["unit"]
    if match["word"] == "từng" and UNITS.get(unit, "part") in ("hour", "minute", "second", "part"):
        return None
    if match["word"] == "hàng" and _VAGUE_BEFORE.search(document.folded, max(0, match.start() - 12), match.start()):
        return None  # `kéo dài hàng tháng`: for months
    if unit == "chiều" and _PRICE_AFTER.match(document.folded, match.end()):
        return None  # `giảm mỗi chiều 50.000 đồng`: to buy and to sell
    if _CROPS_BEFORE.search(document.folded[max(0, match.start() - 12) : match.start()]):
        return None
    every = Decimal(1)
    if match["count"]:
        every = _amount(match["count"])
    return Recurring(UNITS.get(unit, "day"), every)


def _times(match: Match, document: Document) -> Value | None:
    return Recurring(UNITS[match["unit"]], _amount(match["count"]))


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "duration",
        (*COUNTS, *numbers_before(*DASHES, "đến", "hoặc", ".0", ",0"), "nửa", *COUNT_WORDS),
        rf"(?P<count>{_NUMBER})(?: ?(?:[-–]|(?:đến|hoặc)(?![^\W\d])) ?(?P<high>{_NUMBER}))? (?P<unit>{UNIT})(?! "
        rf"(?:{YEAR}(?! ?[-–] ?{YEAR})|tuổi(?! (?:đảng|đoàn|nghề|quân)(?!\w))|học \d|tháng (?:đầu|cuối)"
        rf"|công(?! (?:tác|bố|nhận))|ánh sáng))"
        rf"(?P<half> rưỡi(?!\w))?(?:,? (?:và )?(?P<count2>{_NUMBER}) (?P<unit2>giây|phút|giờ|ngày|tuần"
        rf"|tháng)(?!\w)(?! (?:đầu|cuối|qua|tới|trước|rưỡi)))?",
        _duration,
        (
            Example("Kỷ niệm 50 năm thành lập xã.", "50 năm", {"kind": "duration", "value": "P50Y", "start": None}),
            Example("Công trình xong sau 2 tháng rưỡi.", "2 tháng rưỡi", {"kind": "duration", "value": "P2.5M"}),
            Example("Hội nghị kéo dài 3 ngày.", "3 ngày", {"kind": "duration", "value": "P3D"}),
            Example("Sốt kéo dài 2 - 7 ngày.", "2 - 7 ngày", {"kind": "duration"}),
            Example("Trao huy hiệu 70 năm tuổi Đảng.", "70 năm", {"kind": "duration", "value": "P70Y"}),
            Example("Phạt tù 1 năm 6 tháng.", "1 năm 6 tháng", {"kind": "duration", "value": "P1Y6M"}),
            Example("Anh lái xe 15 tiếng về quê.", "15 tiếng", {"kind": "duration", "value": "PT15H"}),
        ),
        ("khóa 5 năm 2016", "mới 45 tuổi", "nhiều năm", "năm người", "nghe 2 tiếng nổ"),
    ),
    Rule(
        "how often",
        ("hằng", "hàng", "mỗi", "từng"),
        rf"(?P<word>hằng|hàng|mỗi|từng)(?: (?P<count>\d{{1,2}}|{NUMBER_WORD}))? (?P<unit>{UNIT}|sáng"
        rf"|chiều|tối|trưa)(?!\w)(?: (?:một|\d{{1,2}}|hai|ba) lần)?",
        _every,
        (
            Example("Hằng năm, xã mở hội.", "Hằng năm", {"kind": "set", "start": None, "value": "P1Y"}),
            Example("Họp dân mỗi tháng một lần.", "mỗi tháng một lần", {"kind": "set", "value": "P1M"}),
        ),
        ("hàng nghìn năm", "mỗi người", "kéo dài hàng tháng", "giảm mỗi chiều 50.000 đồng"),
    ),
    Rule(
        "once in so many units",
        (*COUNTS, *numbers_before(".0", ",0"), *COUNT_WORDS),
        rf"(?P<count>{_NUMBER}) (?P<unit>{UNIT})(?: ?/ ?| (?:một|1) )lần(?!\w)",
        _times,
        (Example("Tăng lương 3 năm/lần.", "3 năm/lần", {"kind": "set", "value": "P3Y"}),),
    ),
)
