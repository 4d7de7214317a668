"""How far the report of the event reaches: where another event begins, its roles are not ours."""

from __future__ import annotations

from vnreport.document import Document
from vnreport.meeting.cast import Cast
from vnreport.meeting.events import Days, Place, within
from vnreport.records import DateExpression
from vnreport.text.patterns import LazyPattern

_AFTER_LEAD = 5  # no other event begins before this sentence
_TELLING = 0.7  # the weight from which on a place tells of an event of its own

_NEXT = LazyPattern(
    r"(?:(?:vào |trong |cũng trong |cũng vào )?(?:(?:sáng|trưa|chiều|tối) )?(?:cùng ngày|cùng buổi)"
    r"|cũng trong (?:ngày|sáng|chiều|tối)|cũng (?:sáng|chiều|tối))(?!\w)"
)
_BULLET = LazyPattern(r"[*] ?(?=\p{Lu})")
_ANOTHER = LazyPattern(
    r"(?<!\w)(?:tiếp xúc cử tri|trao đổi với|hồi|hôm|trước đó|tại (?:cuộc|buổi|phiên|hội nghị|kỳ họp))(?!\w)"
)

_LONG_AGO = LazyPattern(
    r"(?<!\w)(?:cách đây (?:ít|vài|mấy|không lâu)|tuần trước|tháng trước|năm ngoái|năm trước|hôm trước|lần trước)(?!\w)"
)
_MEETING = LazyPattern(r"(?<!\w)(?:cuộc|buổi|phiên|hội nghị|họp|làm việc)(?!\w)")


def sentences(
    document: Document, places: list[Place], chosen: Place, when: DateExpression | None, cast: Cast, days: Days
) -> list[tuple[int, int]]:
    """The sentences, as (start, end) of the twin, that tell of the event `chosen` on the day `when`.

    They are all up to where another event begins, but for asides about other days.
    """
    told: list[tuple[int, int]] = []
    known: set[int] = set()
    telling: dict[int, set[str]] = {}
    for place in places:
        if place.weight >= _TELLING:
            telling.setdefault(place.sentence, set()).add(place.family)
    for n, (start, end) in enumerate(document.sentences):
        persons = {naming.person for naming in cast.between(start, end)}
        opening = any(_opens(document, at, start) for at, _, _ in within(days, start, end))
        if n >= _AFTER_LEAD and n > chosen.sentence:
            if _BULLET.match(document.text, start, end):
                break
            other = not persons <= known if persons else False
            if other and _NEXT.match(document.folded, start, end):
                break
            if opening and n in telling and persons and not persons & known and chosen.family not in telling[n]:
                break
        known |= persons
        if n < 2 or not _aside(document, start, end, when, cast, days):
            told.append((start, end))
    return told


def _opens(document: Document, day: int, start: int) -> bool:
    """Whether a day opens its sentence, or a new one glued behind a heading (`… cảnh cáo Ngày 25-5, tại …`)."""
    return day < start + 24 or document.text[day].isupper()


def _aside(document: Document, start: int, end: int, when: DateExpression | None, cast: Cast, days: Days) -> bool:
    """Whether a sentence puts its first person at another event on another day."""
    if when is None or when.start is None or when.end is None:
        return False
    persons = cast.between(start, end)
    if not persons:
        return False
    if _LONG_AGO.search(document.folded, start, persons[0].start) and _MEETING.search(document.folded, start, end):
        return True
    before = [day for _, _, day in within(days, start, persons[0].opens) if day.kind == "date"]
    if not before or before[-1].start is None or when.start <= before[-1].start <= when.end:
        return False
    return _ANOTHER.search(document.folded, start, persons[0].opens) is not None
