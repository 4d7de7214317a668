"""Which event an article reports: where meetings are spoken of, by what cues, and which of them is the report's.

An article names many meetings: the one it reports, those before and after it, those the talk is about. Each place is
weighed by the words around it (`cues.CUES`), by how early it stands and by its day; places of one family of words add
up, and the heaviest family is the event, if it is heavy enough.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from vnreport import lexicon
from vnreport.document import Document
from vnreport.meeting import cues, doubts
from vnreport.records import DateExpression, MeetingForm
from vnreport.text.patterns import LazyPattern
from vnreport.text.words import NUMBER

Days = list[tuple[int, int, DateExpression]]
"""Expressions of days, with their (start, end) in the twin, in the order of the text."""

_LEAD = 4  # sentences, the title among them, that are the lead
_LATE_LEAD = 6  # and where summary and caption are long, up to here, if a day stands in the sentence
_OPENING = 9
_NEAR = dt.timedelta(days=21)
_IN_TITLE = 2.0  # the weight of a meeting word without any cue, in the title
_IN_PASSING = 0.4  # and elsewhere
_AT_ONCE = 3.0  # what the opening alone must weigh at least
_LATER = 3.0  # what the places behind the opening can add at most
_ENOUGH = 5.0
_ENOUGH_UNDATED = 6.0
_IN_A_SHOW = 0.3  # what is left of a weight in an article about sport or show business
_SOBER = frozenset(("hội nghị", "đại hội", "kỳ họp", "hội thảo", "tiếp xúc", "đối thoại"))  # but for these families


# A meeting told by a verb. Who is questioned by the police or interviewed works with them too.
_LEADERS = (
    r"(?=(?:đoàn|ông|bà|ngài|đại sứ|thủ tướng|chủ tịch|tổng|bộ trưởng|đại diện|các|phó|lãnh đạo|cử tri|quốc vương"
    r"|đồng chí|ngoại trưởng|người đồng cấp|cựu|nguyên|hoàng|quyền)(?!\w))"
)


@cache
def _verbs() -> re.Pattern[str]:
    sitting = "".join(rf"(?<!{word} họp)" for word in lexicon.entries("not_sitting"))
    return re.compile(
        r"(?:(?:(?P<work>(?:(?:đến|về|lên|xuống|sang) )?(?:(?:đi )?thăm(?:,| và) ?)?"
        r"(?<!buổi )(?<!cuộc )(?<!phiên )làm việc (?:trực tiếp )?với"
        rf"(?! {lexicon.alternation(lexicon.entries('not_meeting_partners'))}\b))"
        r"|(?P<stay>(?<!đang )thăm(?:,| và) làm việc tại)"
        r"|(?P<sit>(?:đã|vừa|nay|qua|\d),? họp(?! báo| mặt| đồng)(?=[ ,])"
        r"|(?<!phiên )(?<!cuộc )(?<!buổi )họp"
        r" (?:(?:phiên|kỳ) thứ|khẩn|đột xuất|trực tuyến|thường kỳ|định kỳ|bàn về|dưới sự chủ trì)"
        rf"|họp{sitting} (?:phiên|kỳ|về|bàn|xem xét|cho ý kiến|nghe|đánh giá|kiểm điểm|xử lý|với các|triển khai"
        r"|rút kinh nghiệm|thông qua|giải quyết|tìm|chỉ đạo|sơ kết|tổng kết|đột xuất|giao ban|xét|nhằm)(?!\w))"
        r"|(?P<debate>(?:quốc hội|hđnd|hội đồng nhân dân|các đại biểu|đbqh|ubtvqh)(?: \w[\w.]{0,30}){0,8}"
        r" (?:thảo luận|cho ý kiến|chất vấn|biểu quyết|(?:đã|vừa|chính thức|nhất trí) thông qua)(?= ))"
        r"|(?P<visit>(?:đã |đến |đi |tới )thăm(?:,| và)?"
        r" (?:chúc tết|tặng quà|chúc mừng|hỏi|động viên|chính thức|cấp nhà nước|kiểm tra))"
        r"|(?P<gather>(?:tổ chức|dự|chủ trì) (?:cuộc |chương trình )?gặp mặt)"
        r"|(?P<dialogue>(?:tổ chức|chủ trì|đã) đối thoại)"
        r"|(?P<rite>công bố (?:các )?quyết định"
        r"(?=[^.;:\n]{0,90}? (?:điều động|bổ nhiệm|nhân sự|phân công|luân chuyển|chuẩn y|chỉ định))"
        r"|dâng hương|dâng hoa|trao quà|tặng quà"
        r"|ra quân))(?!\w)"
        r"|(?P<receive>(?:đã|vừa) (?:có cuộc )?"
        r"(?:tiếp(?: xã giao| thân mật)?|hội đàm|hội kiến|gặp gỡ|gặp mặt|gặp) (?:với )?"
        rf"{_LEADERS}))"
    )


_FIRST_OF_VERBS = frozenset((
    NUMBER, "các", "chủ", "công", "dâng", "dự", "hđnd", "họp", "hội", "làm", "lên", "nay", "qua", "quốc", "ra", "sang",
    "thăm", "trao", "tặng", "tổ", "tới", "ubtvqh", "về", "vừa", "xuống", "đbqh", "đi", "đã", "đến",
))  # fmt: skip
"""The words that a match of `_verbs` can begin with."""


_FAMILY: dict[str, tuple[str, MeetingForm | None, float]] = {
    "work": ("làm việc", None, 2.5),
    "stay": ("làm việc", "in_person", 3),
    "sit": ("họp", None, 3),
    "debate": ("kỳ họp", None, 2.5),
    "visit": ("chuyến thăm", "in_person", 3),
    "receive": ("gặp", "in_person", 3),
    "gather": ("gặp", "in_person", 4),
    "dialogue": ("đối thoại", None, 4),
    "rite": ("lễ", "in_person", 1),
}


@dataclass(frozen=True)
class Place:
    """One place at which a meeting is spoken of, in twin offsets.

    `family` joins words for one kind of event, `form` is what the word itself says of it, `sentence` counts from 0,
    `weight` says how likely it is the event reported, `noun` whether the word is one.
    """

    start: int
    end: int
    family: str
    form: MeetingForm | None
    sentence: int
    weight: float
    noun: bool


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {row["kind"]: row for row in lexicon.rows("meeting_kinds")}


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation(_kinds())}\b")


@cache
def _first_of_kinds() -> frozenset[str]:
    return frozenset(kind.split(" ")[0] for kind in _kinds())


def _matches(document: Document, pattern: re.Pattern[str], first: frozenset[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin at one of the words `first`, left to right, none overlapping."""
    at = 0
    for start, _ in document.words.starts(first):
        if start >= at and (match := pattern.match(document.folded, start)) is not None:
            at = match.end()
            yield match


def places(document: Document, days: Days, dated: AbstractSet[int] = frozenset()) -> list[Place]:
    """Every place at which a meeting is spoken of, in the order of the text, weighed.

    `days` are the expressions that can be the day of an event; `dated` are the sentences (by number) in which a day
    stands.
    """
    found: list[Place] = []
    starts = [start for start, _ in document.sentences]
    spoken_of = sorted(_spoken_of(document), key=lambda told: told[:2])
    show = bool(spoken_of) and doubts.about_show(document)
    for at, stop, family, form, weight, noun in spoken_of:
        n = max(0, bisect_right(starts, at) - 1)
        start, end = document.sentences[n]
        title = n == 0 and document.text[end - 1] != "."
        if weight is None:
            weight = _IN_TITLE if title else _IN_PASSING
        if n < _LEAD or (n < _LATE_LEAD and n in dated):
            weight *= 1.5 if title else 2.0
        else:
            weight *= 1.0 if n < _OPENING else 0.4
        weight *= doubts.factor(document, at, stop, (start, end)) * _nearness(document, at, stop, (start, end), days)
        if show and family not in _SOBER:
            weight *= _IN_A_SHOW
        found.append(Place(at, stop, family, form, n, weight, noun))
    return found


def _spoken_of(document: Document) -> Iterator[tuple[int, int, str, MeetingForm | None, float | None, bool]]:
    """Start, end, family, form, weight (None where no cue fires) and nounhood of each place."""
    for match in _matches(document, _kind(), _first_of_kinds()):
        if _shares(document, *match.span()):
            continue
        row = _kinds()[match[0]]
        if row["noun"] == "opened" and not _opened(document, *match.span()):
            continue
        fired = [cue.weight for cue in cues.fired(document, *match.span())]
        # Inspectors of the Party sit behind closed doors, and no report says how.
        form: MeetingForm | None = None
        if row["form"] and not (row["family"] == "kỳ họp" and _inspectors(document, *match.span())):
            form = "in_person"
        yield match.start(), match.end(), row["family"], form, max(fired, default=None), row["noun"] != "no"
    for match in _matches(document, _verbs(), _FIRST_OF_VERBS):
        family, form, weight = _FAMILY[match.lastgroup or "sit"]
        yield match.start(), match.end(), family, form, weight, False


_INSPECTORS = LazyPattern(r"(?<!\w)(?:ủy ban kiểm tra|ubkt)(?!\w)")


def _inspectors(document: Document, start: int, end: int) -> bool:
    return _INSPECTORS.search(document.folded, max(0, start - cues.REACH), end + cues.REACH) is not None


_OPENS = LazyPattern(r"(?<!\w)(?:khai mạc|bế mạc|khai hội)(?!\w)")
_OPENING_REACH = 60


def _opened(document: Document, start: int, end: int) -> bool:
    """Whether a festival or a fair at `start` to `end` of the twin is opened or closed in its clause."""
    low, high = max(0, start - _OPENING_REACH), end + _OPENING_REACH
    low = max(low, 1 + max(document.folded.rfind(mark, low, start) for mark in ".;\n"))
    stop = _OPENS.search(document.folded, low, high)
    return stop is not None and not any(mark in document.folded[end : stop.start()] for mark in ".;\n")


_BODY_BEHIND = LazyPattern(
    r" (?:quản lý|quản trị|tổ chức|chỉ đạo|thường vụ|tuyên giáo|dân vận|chấp hành|kiểm tra|nội chính|pháp chế|giám đốc"
    r"|bí thư|cán sự|chỉ huy|đại diện|thanh tra|dân tộc|kinh tế|văn hóa|bảo vệ|tiếp công dân)(?!\w)"
)


_HALLS = ("hội nghị", "hội thảo")
_HALL_OF = LazyPattern(r"(?<!\w)(?:trung tâm|phòng|nhà|sảnh) \Z")


def _shares(document: Document, start: int, end: int) -> bool:
    """Whether a meeting word is part of another: `giao ban` of ``giao Ban Quản lý``, `hội nghị` of a hall for them."""
    if document.folded.startswith(_HALLS, start) and _HALL_OF.search(document.folded, max(0, start - 12), start):
        return True
    return document.folded.startswith("giao ban", start) and (
        (document.text[end - 3].isupper() and document.text[start].islower())
        or _BODY_BEHIND.match(document.folded, end) is not None
    )


def within(days: Days, start: int, end: int) -> Days:
    """Those of `days` that begin in `start` to `end` (exclusive) of the twin."""
    return days[bisect_left(days, start, key=itemgetter(0)) : bisect_left(days, end, key=itemgetter(0))]


def _nearness(document: Document, at: int, stop: int, sentence: tuple[int, int], days: Days) -> float:
    """How much the day beside a meeting word says for the event being news, and not long past or still to come."""
    if document.published is None:
        return 1.0
    beside = bisect_left(days, at, key=itemgetter(0))  # the nearest stands right before it or is the next
    inside = [
        (day, _between(start, end, at, stop))
        for start, end, day in days[max(0, beside - 1) : beside + 1]
        if sentence[0] <= start < sentence[1]
    ]
    if not inside:
        return 1.0
    day = min(inside, key=lambda pair: pair[1])[0]
    gap = (day.start or document.published) - document.published
    if gap > dt.timedelta(0):
        return 0.4
    return 1.25 if -gap <= _NEAR else 0.3


def _between(start: int, end: int, at: int, stop: int) -> int:
    return at - end if end <= at else max(0, start - stop)


def main(places: list[Place], dated: set[int]) -> list[Place]:
    """The places of the event that the article reports, in order; none where it reports none.

    `dated` are the sentences (by number) in which a day near the day of publication stands.
    """
    weights: dict[str, float] = {}
    later: dict[str, float] = {}
    for place in places:
        sums = weights if place.sentence < _OPENING else later
        sums[place.family] = sums.get(place.family, 0.0) + place.weight
    lead = {place.family for place in places if place.sentence < _OPENING and place.weight >= 2}
    lead = {family for family in lead if weights[family] > _AT_ONCE}
    for family in lead:
        weights[family] += min(_LATER, later.get(family, 0.0))
    # In order of appearance, not of the set: two families of one weight must give the same answer every time.
    best = max((family for family in weights if family in lead), key=lambda family: weights[family], default=None)
    if best is None:
        return []
    own = [place for place in places if place.family == best]
    enough = _ENOUGH if any(place.sentence in dated for place in own) else _ENOUGH_UNDATED
    return own if weights[best] >= enough else []


def anchor(own: list[Place], dated: set[int]) -> Place:
    """The place that tells most of the event: early, with a day beside it."""
    return max(own, key=lambda place: (place.weight * (1.5 if place.sentence in dated else 1.0), -place.start))


def named(own: list[Place], chosen: Place) -> Place:
    """The place whose word is the event's kind: a noun beside the anchor rather than a verb, the most telling first."""
    nouns = [place for place in own if place.noun and (place.weight > 2 or abs(place.sentence - chosen.sentence) < 2)]
    return chosen if chosen.noun or not nouns else max(nouns, key=lambda place: (place.weight, -place.start))


_CORE = LazyPattern(
    r"đối thoại|làm việc|họp báo|tiếp xúc cử tri|hội đàm|hội kiến|gặp gỡ|gặp mặt|họp mặt|thảo luận|chất vấn"
)
_VERB_CORE = LazyPattern(r"họp|thăm|tiếp|thảo luận|chất vấn|cho ý kiến|biểu quyết|thông qua")


def kind_span(document: Document, place: Place) -> tuple[int, int]:
    """The (start, end) in the twin of the event's word.

    Without the classifier before a briefing, without what stands around a verb.
    """
    if document.folded.startswith(("buổi họp báo", "cuộc họp báo"), place.start):
        return place.start + len("buổi "), place.end
    if place.noun:
        return place.start, place.end
    match = _CORE.search(document.folded, place.start, place.end) or _VERB_CORE.search(
        document.folded, place.start, place.end
    )
    return match.span() if match is not None else (place.start, place.end)
