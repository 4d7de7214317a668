"""When, where and how the event took place, who held it and what it was called."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import accumulate

from vnreport import lexicon
from vnreport.document import Document
from vnreport.meeting.events import Days, Place, within
from vnreport.records import DateExpression, LegalDocument, MeetingForm
from vnreport.text.normalise import fold
from vnreport.text.patterns import LazyPattern

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_LONGEST = dt.timedelta(days=15)
_DAY = LazyPattern(r"\d ?[/.-] ?\d|(?<!\w)(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|nay|qua|thứ|mai|kia)(?!\w)")
_ELSE_DATED = LazyPattern(
    r"(?<!\w)(?:kể từ|tính từ|tính đến|tính tới|hiệu lực từ|áp dụng từ|đến hết|chậm nhất|muộn nhất|hạn chót|sinh"
    r"|(?:hoàn thành|hoàn tất|xây dựng) (?:vào|từ|trước)) \Z"
)
_BESIDE, _IN_THE_NAME = 25, 300  # code points
_HELD_ON = LazyPattern(r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|vào|từ|trong)(?!\w)[^.;]{0,20}\Z")
_MENTIONED, _TELLING = 0.8, 2.0  # the weights of a place from which on its day is taken, with `published` and without
_FAR = dt.timedelta(days=45)
_TITLE_WORDS = 45
_CEREMONIES = frozenset(("lễ", "đại hội", "chương trình"))


def _words(name: str) -> str:
    return lexicon.alternation(lexicon.entries(name))


_HYBRID = LazyPattern(
    r"trực tiếp(?:,| [^.;:\n]{0,60}?(?:và|kết hợp)) [^.;:\n]{0,25}?trực tuyến"
    r"|trực tuyến [^.;:\n]{0,60}?(?:và|kết hợp) [^.;:\n]{0,25}?trực tiếp|kết hợp (?:giữa )?trực tiếp|vừa trực tiếp"
    r"|(?<!\w)tại (?:trụ sở|hội trường|phòng|trung tâm|điểm cầu)[^.;\n]{3,140}?(?<!\w)"
    r"kết nối trực tuyến (?:đến|tới|với)"
)
_ONLINE = LazyPattern(
    r"(?<!dịch vụ công )(?<!dịch vụ )(?<!thanh toán )(?<!đào tạo )(?<!bán hàng )(?<!mua sắm )"
    r"(?<!(?<!khoa )học )(?<!thi )(?<!đăng ký )(?<!hồ sơ )"
    r"(?<!giao dịch )(?<!công )(?<!nộp )(?<!(?<!họp )báo )(?<!cổng )(?<!giảng dạy )trực tuyến"
    r"|cầu truyền hình|điểm cầu|qua (?:phần mềm )?zoom|qua hình thức truyền hình|truyền hình hội nghị"
)
_IN_FORM = LazyPattern(
    r"(?<!\w)(?:diễn ra|họp|tổ chức|trao đổi|thảo luận)(?: [^\W\d]+){0,3} (?:dưới|theo|bằng|qua) (?:dạng|hình thức)"
    r"(?: [^\W\d]+){0,3} trực tuyến(?!\w)"
)
_PLACED = LazyPattern(lambda: rf"(?<!\w)[Tt]ại (?=\p{{Lu}}|{_words('venue_heads')}(?!\w))")
_GONE_TO = LazyPattern(
    r"(?<!\w)(?:diễn ra|khai mạc|bế mạc|nhóm họp|được tổ chức|(?:hội nghị|cuộc họp|cuộc gặp|hội thảo|diễn đàn)"
    r"(?: [\w-]{1,12}){0,5})(?: (?:ngày|hôm|sáng|chiều|tối)[\w /.-]{0,24})? ở (?=\p{Lu}|(?:thủ đô|thành phố|TP|tỉnh) )"
    r"|(?<!\w)(?:đến|tới|sang|có mặt (?:ở|tại)) \p{Lu}[^.;:,\n]{1,40} (?:để )?(?:tham )?dự(?!\w)"
)
_IN_PERSON = LazyPattern(
    r"(?<!\w)(?:đến thăm|về thăm|thăm và làm việc|dẫn đầu đoàn|đoàn công tác|về làm việc|có mặt tại|trao hoa|tặng hoa"
    r"|làm việc (?:trực tiếp )?với (?:lãnh đạo |thường trực |ban thường vụ |đại diện )?(?:ubnd|hđnd|\w{3,5} ủy|công an"
    r"|đảng bộ|chính quyền|huyện|tỉnh|xã|thành phố) (?:\w+ ){0,3}?(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường)"
    r"|bắt tay|chụp ảnh lưu niệm|bỏ phiếu kín|dâng hương|trao quà|tặng quà|cắt băng|trao quyết định cho)(?!\w)"
)
_POINTED = LazyPattern(r"(?<!\w)(?:\d+|mỗi|các) điểm cầu(?!\w)")
_THERE = LazyPattern(r"(?<!\w)(?:trực tiếp (?:tham )?dự|(?:tham )?dự trực tiếp)(?!\w)")
_ATTENDANCE = LazyPattern(
    r"bấm nút(?: biểu quyết)?(?!\w)"
    r"|(?:toàn|quang) cảnh (?:buổi|cuộc|hội nghị|họp báo|đại hội|phiên|lễ|hội thảo|tọa đàm|kỳ họp)(?!\w)|"
    r"(?<!\w)(?:tham dự|dự|cùng dự|đến dự|tới dự)[^.;:\n]{0,40} có"
    r"(?: (?:các |sự )?(?:đồng chí|ông|bà|đ/c|đại diện|lãnh đạo)| ?:)"
    r"|(?<!\w)(?:tham dự|tham gia|có mặt) của (?:[^\W\d]+ ){0,2}\d[\d.]*"
    r"(?: \w+)? (?:đại biểu|cử tri|cán bộ|đảng viên)(?!\w)"
)
_EARLY = 8
_VENUE_END = LazyPattern(
    lambda: (
        r"[,;:\n(“\"]|\.(?!\w| \p{Lu})| (?:Ngày|Sáng|Chiều|Tối|Trưa)(?!\w)"
        rf"| {_words('venue_ends')}(?!\w)| và (?=\p{{Ll}})"
    )
)
_NO_VENUE = LazyPattern(lambda: _words("not_venues") + r"(?!\w)")
_SEATED = LazyPattern(
    r"(?<!\w)(?:đại sứ|sứ quán|lãnh sự quán|đại diện|thường trú|sinh sống|đang sống|người việt|việt nam|tài trợ|đầu tư"
    r"|dự án|chi nhánh) \Z"
)
_REPORTS = LazyPattern(r"(?<!\w)(?:cho biết|cho hay|nói|khẳng định|cho rằng|thông tin|trả lời|nhấn mạnh)(?!\w)")
_POINTS = LazyPattern(
    r"tại (?:\d+|hai|ba|bốn|năm|các) điểm cầu ?(?:gồm|là)?:? ?"
    r"(?P<list>(?:[^.\n]|\.(?=\w)|(?<=(?<!\w)t[px])\.){3,200})"
)
_SEPARATOR = LazyPattern(r", | và |; ")
_HOST = LazyPattern(
    r"(?<!các )(?<!những )(?<!một số )(?<!nhiều )(?<!ban )(?<!tham gia )(?<!phát biểu )(?<!phiên )(?<!lễ )(?<!buổi )"
    r"(?:tổ chức|khai mạc|triệu tập)(?!\w)"
)
_HOST_END = LazyPattern(
    r" (?:hôm|ngày|sáng|trưa|chiều|tối|đã|vừa|long trọng|trọng thể|phối hợp|chính thức|cùng|sẽ|tiến hành|trang trọng)"
    r"(?!\w)| ?$"
)
_NO_HOST = LazyPattern(
    r"(?:tại|trong|sau|trước|theo|nhân|tham|dự|được|khi|để|nhằm|và|là|tiếp tục|lần|vừa|sẽ|do|việc|công tác"
    r"|kế hoạch|địa chỉ|thời gian|địa điểm|ông|bà|đồng chí|phó chủ tịch|thủ tướng|bộ trưởng|thứ trưởng)(?!\w)"
)
_TOGETHER = LazyPattern(r"(?: (?:đã|vừa|chủ trì,?)){0,2} phối hợp(?: cùng| với| tổ chức)(?!\w)")
_HOSTS = 6
_VENUES = 3
_BODY_LENGTH = 70  # code points of a host before its places, at most
_UNIT = LazyPattern(r" ?(?:tỉnh|thành phố|TP\.?|huyện|quận|phường|xã|thị xã|thị trấn|đặc khu) ?\p{Lu}")
_SHORT_BODY = LazyPattern(
    r" (?!Ngày|Sáng|Chiều|Tối|Trưa|Ông|Bà"
    r"|(?:Phó|Chủ tịch|Bí thư|Trưởng|Giám đốc|Ủy viên|Uỷ viên|Tổng|Bộ trưởng|Thứ trưởng|Đại biểu|Chánh)(?!\w))"
    r"\p{Lu}[\p{L}&.-]{1,12}(?: (?!ngày)[\p{L}&.-]{1,8}){0,3}"
)
_ORGANISED = LazyPattern(
    r"(?<!\w)do (?P<host>[^,.;\n]{3,90}?)(?: phối hợp[^,.;\n]{0,90}?)?(?: vừa| đã| sẽ)? tổ chức(?!\w)"
)
_TITLE_END = LazyPattern(
    lambda: (
        r"[;:\n(“\"]|\.(?!\w)|(?<=\d{4}),(?= \p{Lu})"
        r"| (?:với|theo|lấy) (?:chủ đề|tên gọi|tinh thần|mục tiêu|phương châm)(?!\w)|, chính thức(?!\w)"
        r"| mang (?:tên|chủ đề)(?!\w)"
        r"|,(?= (?:một số|các|nhiều|do|với|tại|dưới|có|nhằm|sáng|chiều|ngày|ông|bà|đồng chí)(?!\w))"
        rf"|(?<!công tác) {_words('meeting_title_ends')}(?!\w)"
    )
)
_OPEN_END = LazyPattern(r"(?r)(?: (?:về|của|và|với|cho|tại|trong|do|theo|nhằm|để|việc|không chỉ|gồm))+")
# The name itself in quotation marks: `hội thảo khoa học với chủ đề “Làng nghề hôm nay”`.
_QUOTED_NAME = LazyPattern(
    r"(?: [^\W\d]+){0,4}?(?: (?:với|lấy) (?:chủ đề|tên gọi)| (?:mang|có) (?:tên|chủ đề)| về chủ đề)?:? ?"
    r"(?:“[^“”\n]{4,150}”|\"[^\"\n]{4,150}\")"
)
_NAMES_IT = 1.5  # the weight of a place from which on what stands behind its word is the event's name
_GOES_ON = LazyPattern(r" (?=[\p{L}\d“])")
_TITLE_START = LazyPattern(lambda: rf" (?:{_words('meeting_title_starts')}(?!\w)|“)")


def days(document: Document, dates: tuple[DateExpression, ...], documents: tuple[LegalDocument, ...] = ()) -> Days:
    """The expressions that can be the day of an event, a day or a few, with their start and end in the twin.

    No day inside the naming of a document is one, nor one to which something runs or from which it holds.
    """
    named = sorted(document.twin(d.span) for d in documents)
    begins = [start for start, _ in named]
    reach = list(accumulate((end for _, end in named), max))  # where the namings so far end: one may hold another
    told = _told(document, dates)
    paper = document.layout.dateline or (0, 0)  # what stands there is the day of the paper
    return [
        (start, end, d)
        for start, end, d in told
        if not ((i := bisect_right(begins, start)) and start < reach[i - 1])
        and not paper[0] <= start < paper[1]
        and not _ELSE_DATED.search(document.folded, max(0, start - 24), start)
    ]


def _told(document: Document, dates: tuple[DateExpression, ...]) -> Days:
    return [
        (*document.twin(d.span), d)
        for d in dates
        if d.start is not None and d.end is not None and d.end - d.start <= _LONGEST
        # A feast (`Tết Đinh Dậu 2017`) is no day on which people meet.
        if _DAY.search(fold(d.text))
    ]


def dated(document: Document, dates: tuple[DateExpression, ...], days: Days) -> set[int]:
    """The sentences (by number) in which a day stands that can be an event's; any day where none can be resolved."""
    starts = [start for start, _ in document.sentences]
    if document.published is None:
        told = [document.twin(d.span)[0] for d in dates if d.kind == "date" and _DAY.search(fold(d.text))]
    else:
        told = [at for at, _, day in days if fits(document, day)]
    return {bisect_right(starts, at) - 1 for at in told}


def day(document: Document, own: list[Place], chosen: Place, days: Days) -> DateExpression | None:
    """The day of the event: the one nearest to a word of it in its own sentence, else the first of the lead."""
    near = [d for d in days if fits(document, d[2])]
    for place in sorted(own, key=lambda p: (-p.weight * (1.0 if p is not chosen else 2.0), p.start)):
        if place.weight < (_TELLING if document.published is None else _MENTIONED):
            continue
        if inside := within(near, *document.sentences[place.sentence]):
            return min(inside, key=lambda d: _distance(document, d, place))[2]
    if document.published is None:
        return None
    for start, end in document.sentences[:_EARLY]:
        for d in within(near, start, end):
            # A day to come that no word of the event is beside is something else's, and so is a stretch of days.
            if d[2].kind == "date" and d[2].start is not None and d[2].start <= document.published:
                return d[2]
    return None


def beside(document: Document, own: list[Place], when: DateExpression) -> bool:
    """Whether the day `when` stands in a sentence with a word of the event, so that its clock time is the event's."""
    at = document.twin(when.span)[0]
    return any(start <= at < end for start, end in (document.sentences[place.sentence] for place in own))


def _distance(document: Document, d: tuple[int, int, DateExpression], place: Place) -> int:
    """How far a day stands from the event's word; one far behind it is rather a day in the event's name."""
    if d[1] <= place.start:
        return place.start - d[1]
    behind = d[0] - place.end
    if behind <= _BESIDE or _HELD_ON.search(document.folded, max(place.end, d[0] - _BESIDE), d[0]):
        return behind
    return behind + _IN_THE_NAME


def fits(document: Document, expression: DateExpression) -> bool:
    """Whether a day is within 45 days of the day of publication, where that is known."""
    if document.published is None or expression.start is None:
        return expression.start is not None
    return abs(expression.start - document.published) <= _FAR


def form(document: Document, own: list[Place], chosen: Place, told_in: list[Range]) -> MeetingForm | None:
    """Whether people met in one place, at a distance or both; None where the text leaves it open.

    `told_in` are the sentences that tell of the event, as (start, end) of the twin.
    """
    text = document.folded
    scope = set(told_in)
    spoken = sorted({p.sentence for p in own if document.sentences[p.sentence] in scope})
    told = " ".join(text[slice(*document.sentences[n])] for n in [0, *spoken[:10]])
    near = [document.sentences[n] for n in sorted({p.sentence for p in own if p.weight >= 2}) if n < _EARLY]
    if _HYBRID.search(told):
        return "hybrid"
    if _ONLINE.search(told) or any(_IN_FORM.search(text, s, e) for s, e in told_in[:_EARLY]):
        return "online"
    if any(_POINTED.search(text, s, e) for s, e in told_in[:_EARLY]):
        return "hybrid" if any(_THERE.search(text, s, e) for s, e in told_in[:_EARLY]) else "online"
    start, end = document.sentences[chosen.sentence]
    beside = [p for p in own if p.weight >= 1 and (p.sentence == chosen.sentence or p.weight >= chosen.weight / 2)]
    if any(p.form for p in beside):
        return "in_person"
    for s, e in [(start, end), *(s for s in near[:3] if s in scope)]:
        if any(not _NO_VENUE.match(text, match.end()) for match in _PLACED.finditer(document.text, s, e)):
            return "in_person"
        if _GONE_TO.search(document.text, s, e) or _IN_PERSON.search(text, s, e):
            return "in_person"
    if any(_ATTENDANCE.search(text, s, e) for s, e in told_in[:_EARLY]):
        return "in_person"
    return None


def venues(document: Document, chosen: Place, people: list[Range]) -> list[Range]:
    """Where the event took place, as the sentence of `chosen` says, as (start, end) of the twin.

    `people` are where names stand, in order, none overlapping: no venue runs into one.
    """
    start, end = document.sentences[chosen.sentence]
    points = _POINTS.search(document.folded, start, end)
    if points is not None:
        return _listed(document.text, *points.span("list"))
    found: list[Range] = []
    for match in _PLACED.finditer(document.text, start, end):
        if _NO_VENUE.match(document.folded, match.end()) or _elsewhere(document, chosen, start, match.start()):
            continue
        stop = _VENUE_END.search(document.text, match.end(), end)
        close = stop.start() if stop is not None else end
        while close > match.end() and not document.text[close - 1].isalnum():
            close -= 1
        span = (match.end(), close)
        before = bisect_left(people, (close,)) - 1  # the last name that begins before the venue ends
        if 1 < close - match.end() < 90 and not (before >= 0 and people[before][1] > span[0]):
            found.append(span)
            if len(found) == _VENUES:
                break
    return found


def _elsewhere(document: Document, chosen: Place, start: int, at: int) -> bool:
    """Whether the `tại` at `at` tells where something else is: a body, or what is reported behind the event."""
    if _SEATED.search(document.folded, max(start, at - 24), at):
        return True
    return at > chosen.end and _REPORTS.search(document.folded, chosen.end, at) is not None


def _listed(text: str, start: int, end: int) -> list[Range]:
    spans: list[Range] = []
    at = start
    for piece in _SEPARATOR.finditer(text, start, end):
        spans.append((at, piece.start()))
        at = piece.end()
    spans.append((at, end))
    return [(a, b) for a, b in spans if b - a > 1]


def host(document: Document, chosen: Place, days: Days) -> Range | None:
    """Who held the event, as (start, end) of the twin: the subject of ``tổ chức``, or whom ``do … tổ chức`` names."""
    start, end = document.sentences[chosen.sentence]
    by = _ORGANISED.search(document.folded, start, end)
    if by is not None:
        return int(by.start("host")), int(by.end("host"))
    verbs = list(_HOST.finditer(document.folded, start, chosen.start))
    if not verbs:
        return None
    verb = verbs[-1].start()
    if partners := _TOGETHER.search(document.folded, start, verb):
        verb = int(partners.start())  # `Trường A phối hợp với các hội B, C tổ chức`
    verb = _without_bracket(document.text, start, verb)
    opening = max(start, *(document.text.rfind(mark, start, verb) + 1 for mark in (",", "…", ")", ";")))
    # A day opens the clause (`Sáng 3/4, xã tổ chức`), or stands between the host and the verb: `Xã sáng nay tổ chức`.
    ends = (stop for at, stop, _ in days if start <= at and stop <= verb)
    opening = max([opening, *(stop for stop in ends if document.text[stop:verb].strip())])
    opening = _widened(document, opening, start)
    while opening < verb and not document.text[opening].isalnum():
        opening += 1
    close = _HOST_END.search(document.folded, opening, verb)
    end = close.start() if close is not None else verb
    if not 2 < end - opening < 120 or not document.text[opening].isupper() or _NO_HOST.match(document.folded, opening):
        return None
    return opening, end


def _without_bracket(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without a comma and a bracket behind it: `Chi bộ phường Tân An (TP Sông Lam)`."""
    end = start + len(text[start:end].rstrip(" ,"))
    opened = text.rfind("(", start, end)
    return start + len(text[start:opened].rstrip()) if text[end - 1 : end] == ")" and opened > start else end


def _widened(document: Document, opening: int, start: int) -> int:
    """The start of a list of hosts (`Tỉnh ủy, HĐND, UBND tỉnh`) whose last begins at `opening`, or of a host named with
    its places (`Chi bộ khu phố 2, phường An Hòa, TP Sông Lam`)."""
    for _ in range(_HOSTS):
        comma = document.text.rfind(",", start, opening - 1)
        if comma < start:
            break
        placed = _UNIT.match(document.text, opening) is not None and comma > opening - _BODY_LENGTH
        if not placed and not _SHORT_BODY.fullmatch(document.text, comma + 1, opening - 1):
            break
        opening = comma + 1
    return opening


def title(document: Document, own: list[Place], named: Place, people: list[int]) -> Range | None:
    """The event's name in the twin, where more than its kind is told: ``Hội nghị tổng kết công tác năm 2020``.

    `named` is the place whose word is the event's kind; another place names the event only by the same word. `people`
    are the offsets in the twin where names begin, with their offices: behind a comma the clause of one begins there.
    """
    word = document.folded[named.start : named.end].split()[0]
    for place in sorted(own, key=lambda p: (p is not named, -p.weight, p.start)):
        if not document.folded.startswith(word, place.start) or (place is not named and place.weight < _NAMES_IT):
            continue
        end = document.sentences[place.sentence][1]
        if place.noun and (quoted := _QUOTED_NAME.match(document.text, place.end, end)):
            return place.start, quoted.end()
        ceremony = place.family in _CEREMONIES and _GOES_ON.match(document.text, place.end) is not None
        ceremony = ceremony and not _TITLE_END.match(document.text, place.end)
        if not place.noun or not (ceremony or _TITLE_START.match(document.text, place.end)):
            continue
        limit = min(end, place.end + 220)
        stop = _TITLE_END.search(document.text, place.end, limit)
        behind = people[bisect_right(people, place.end) : bisect_left(people, limit)]
        person = next((at for at in behind if document.text[at - 2 : at] == ", "), limit)
        close = min(stop.start() if stop is not None else limit, person)
        close = place.end + len(document.text[place.end : close].rstrip(" ,-–"))
        if open_end := _OPEN_END.match(document.folded, close, place.end):
            close = open_end.start()
        if close > place.end and document.text.count(" ", place.start, close) < _TITLE_WORDS:
            return place.start, close
    return None
