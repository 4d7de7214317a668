"""Clock times and parts of the day: ``14h30``, ``8 giờ 30 phút``, ``sáng``, ``chiều tối``."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from vnreport.dates.grammar.patterns import DAY, MONTH
from vnreport.dates.values import Length, Point, Value
from vnreport.document import Document
from vnreport.grammar import Example, Rule
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import numbers_before

Match = re.Match[str]

PARTS = (
    "rạng sáng", "sáng sớm", "sáng", "giữa trưa", "trưa", "đầu giờ chiều", "cuối giờ chiều", "đầu giờ sáng",
    "cuối giờ sáng", "chiều tối", "chiều muộn", "xế chiều", "chiều", "tối muộn", "tối",
    "đêm khuya", "nửa đêm", "đêm", "khuya",
)  # fmt: skip
_PART = "|".join(sorted(PARTS, key=len, reverse=True))

_DURATION_BEFORE = LazyPattern(
    r"(?:trong|suốt|kéo dài|thêm|mất|cần|(?<!đến )(?<!tới )(?<!lúc )(?<!hồi )(?:hơn|gần)|tổng|tổng cộng|sau"
    r"|cách|chỉ|liên tục|đúng trong|ngủ|làm việc|dài|quá|"
    r"chậm|sớm|muộn|được|tốn|cả|mỗi|\d|vòng|khoảng thời gian|của|đủ|tối đa|tối thiểu|ít nhất"
    r"|(?<!chậm )(?<!muộn )(?<!sớm )nhất"
    r"|bay|đi|chạy|lái xe|xe|giảng) $"
)
_CLOCK_BEFORE = LazyPattern(
    r"(?:lúc|vào|hồi|tức|từ|đến|tới|đúng|trước|khoảng|vào khoảng|chậm nhất|muộn nhất|kể từ|sang|sau) $"
)


_NAME_BEFORE = LazyPattern(r"(?:\(|[\w,;:] )\p{Lu}\p{Ll}*(?: \p{L}+)? $")


def clock(hour: int, minute: int) -> dt.time | None:
    """The clock time, or None where there is none; 24:00 is 00:00 here (`Point.midnight` tells them apart)."""
    if (hour, minute) == (24, 0):
        return dt.time(0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


_PART_AFTER = LazyPattern(r" (?:sáng|trưa|chiều|tối|đêm|khuya|rạng sáng)(?!\w)")
_DAY_AFTER = LazyPattern(r" (?:ngày (?:\d|hôm|mai)|sáng|trưa|chiều|tối|đêm|khuya|cùng ngày|hôm (?:nay|qua|sau))")


def _is_hour(match: Match, document: Document) -> bool:
    """Whether a ``g`` is an hour: not in ``4G``, ``200 g``, ``4G 10 GB``."""
    if match["minute"] is not None:
        return " " not in match[0].strip()
    return document.text[match.end() - 1] == "g" and _DAY_AFTER.match(document.folded, match.end()) is not None


_LENGTH_AFTER = LazyPattern(r" (?:sau(?! khi)|trước|nữa|đồng hồ|liền|liên tục)(?!\w)(?! ngày)")


def _is_length(document: Document, end: int, before: str) -> bool:
    """Whether the words about ``3 giờ`` make it a length (``3 giờ sau``)."""
    if _PART_AFTER.match(document.folded, end):
        return False
    return _DURATION_BEFORE.search(before) is not None or _LENGTH_AFTER.match(document.folded, end) is not None


def _is_site(document: Document, start: int, before: str) -> bool:
    """Whether the ``24h`` at `start` ends the name of a paper (``Bóng đá 24h``)."""
    if _DURATION_BEFORE.search(before):
        return False
    return _NAME_BEFORE.search(document.text[max(0, start - 24) : start]) is not None


def _clock(match: Match, document: Document) -> Value | None:
    hour = int(match["low"] or match["hour"])
    minutes = match["minute"]
    if match["word"] == "g" and not _is_hour(match, document):
        return None
    minute = 30 if match["half"] else int(minutes or 0)
    if match["to"]:
        minute, hour = 60 - int(match["to"]), hour - 1
    time = clock(hour, minute)
    spelled = match["word"] == "giờ"
    before = document.folded[max(0, match.start() - 24) : match.start()]
    if before[-1:] == "/":
        return None  # `trực 24/24 giờ`
    if match[0] == "24h" and _is_site(document, match.start(), before):
        return None
    lasting = spelled or not minutes
    if time is None or (hour == 24 and not minutes) or (lasting and _is_length(document, match.end(), before)):
        return _length(hour, minute) if spelled or time is not None else None
    point = Point(clock=time, midnight=hour == 24)
    if match["minutes"] and hour < 5 and not before.endswith(("lúc ", "vào ", "hồi ", "khoảng ", "từ ")):
        return point._replace(firm=False)  # `thi đấu tới 3 giờ 38 phút`
    if spelled and not _CLOCK_BEFORE.search(before):
        # `2 giờ` is a length unless a day or part of it follows; `14 giờ 30` is a time of day.
        sure = (minutes is not None and match["minutes"] is None and hour > 4) or (hour > 12 and before[-1:] == "(")
        return point._replace(firm=sure)
    return point


def _length(hours: int, minutes: int) -> Length:
    parts = [(Decimal(hours), "hour")] if hours else []
    if minutes:
        parts.append((Decimal(minutes), "minute"))
    return Length(tuple(parts))


def _colon(match: Match, document: Document) -> Value | None:
    hour = int(match["hour"])
    time = clock(hour, int(match["minute"]))
    return Point(clock=time, midnight=hour == 24) if time is not None else None


_WAY_BEFORE = LazyPattern(r"(?<!\w)(?:\d|một|hai|ba|ngược|cùng|theo|trái|nhiều|mọi|đa|thuận|chiều) $")


def is_direction(document: Document, start: int) -> bool:
    """Whether the ``chiều`` at `start` of the twin is a way to go (``đường hai chiều``), not an afternoon."""
    text = document.folded
    return text.startswith("chiều", start) and _WAY_BEFORE.search(text[max(0, start - 8) : start]) is not None


def _part(match: Match, document: Document) -> Value | None:
    if is_direction(document, match.start()):
        return None
    return Point(part=match["part"], firm=False)


def _part_of_bare_day(match: Match, document: Document) -> Value | None:
    return Point(part=match["part"], day=int(match["day"]))


RULES: tuple[Rule[Value], ...] = (
    Rule(
        "clock with h, g or giờ",
        numbers_before("h", "g", "giờ", "-"),
        r"(?:(?P<low>[01]?\d) ?- ?)?(?P<hour>2[0-4]|[01]?\d) ?(?P<word>h|g|giờ)(?:(?P<half> rưỡi)|(?: "
        r"kém (?P<to>\d{1,2}))|(?: ?(?P<minute>[0-5]\d|(?<=[ h])\d)(?![.,/]?\d)(?P<minutes> ?(?:phút|'"
        r"|p(?!\w)))?))?(?!\w)(?!/)",
        _clock,
        (
            Example(
                "Lúc 14h30 ngày 5/2/2017, tàu rời ga.", "14h30 ngày 5/2/2017", {"time": "14:30", "start": "2017-02-05"}
            ),
            Example("Khai mạc 8 giờ 30 phút ngày 5/2.", "8 giờ 30 phút ngày 5/2", {"time": "08:30"}, "2017-02-01"),
            Example("Tàu rời ga 18g ngày 5-6.", "18g ngày 5-6", {"start": "2017-06-05", "time": "18:00"}, "2017-06-06"),
            Example("Vào 9g15 sáng 5/2, còi hú.", "9g15 sáng 5/2", {"time": "09:15", "kind": "date"}, "2017-02-06"),
            Example(
                "Công bố lúc 3h chiều nay.", "3h chiều nay", {"time": "15:00", "start": "2017-06-27"}, "2017-06-27"
            ),
            Example(
                "Thời gian họp được tăng thêm 1 giờ 30 phút.", "1 giờ 30 phút", {"kind": "duration", "value": "PT1H30M"}
            ),
        ),
        ("xe chạy 60km/h", "24/7", "gói 4G 10 GB", "mạng 4G ngày càng rẻ", "theo báo Bóng đá 24h"),
    ),
    Rule(
        "clock with a colon",
        numbers_before(":"),
        r"(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:])",
        _colon,
        (Example("Đến 24:00 ngày 31/12/2016.", "24:00 ngày 31/12/2016", {"start": "2016-12-31", "kind": "date"}),),
        ("thắng 2:1",),
    ),
    Rule(
        "part of a day whose month follows",
        ("sáng", "trưa", "chiều", "tối", "đêm"),
        rf"(?P<part>sáng|trưa|chiều tối|chiều|tối|đêm) (?:ngày )?(?P<day>{DAY})"
        rf"(?=(?: và|,| đến|, và) (?:(?:{_PART}) )?(?:ngày )?{DAY}(?:[/.-]{MONTH}|,? tháng \d)(?!\d))",
        _part_of_bare_day,
        (Example("Mưa to đêm 14 và sáng 15/8.", "đêm 14", {"start": "2025-08-14", "kind": "date"}, "2025-08-16"),),
    ),
    Rule(
        "part of the day",
        ("buổi", *{part.split()[0] for part in PARTS}),
        rf"(?:buổi )?(?P<part>{_PART})(?!\w)",
        _part,
        (
            Example("Sáng 3/7, xã họp.", "Sáng 3/7", {"start": "2017-07-03", "kind": "date"}, "2017-07-04"),
            Example("Chiều tối ngày 29/5, mưa lớn.", "Chiều tối ngày 29/5", {"start": "2017-05-29"}, "2017-05-30"),
            Example("Chiều 28/12, huyện họp.", "Chiều 28/12", {"start": "2016-12-28"}, "2017-01-02"),
            Example("Dành buổi sáng 8/5 để thăm xã.", "buổi sáng 8/5", {"start": "2017-05-08"}, "2017-05-09"),
        ),
        ("Cho xe đi hai chiều", "chạy ngược chiều"),
    ),
)
