"""Who chaired, who spoke, who was there: roles, read from the words around the names.

`RULES` names the ways in which a report says that somebody spoke; each has examples, run by
``tests/meeting/test_voices.py``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from vnreport import lexicon
from vnreport.meeting import interview
from vnreport.meeting.cast import Cast, Naming
from vnreport.text.normalise import fold
from vnreport.text.patterns import LazyPattern


def _words(name: str) -> str:
    return lexicon.alternation(lexicon.entries(name))


_VERB = LazyPattern(
    lambda: (
        rf"[ ,–—-]{{1,3}}(?:{_words('statement_adverbs')}(?!\w),? ){{0,4}}"
        r"(?:(?:thay mặt|đại diện) [^.;:“”\n]{3,110}?,? "  # once, for two would be tried in all their lengths
        rf"(?:{_words('statement_adverbs')}(?!\w),? ){{0,2}})?"
        r"(?!chúc mừng (?:ông|bà|đồng chí|các|tân) [^.;:\n]{1,70}[(.] ?ảnh(?!\w))"
        rf"(?!(?<=ban )chỉ đạo|(?<=(?:công nghệ|an toàn) )thông tin)(?P<verb>{_words('statement_verbs')})(?!\w)"
        r"(?! bằng văn bản| trong (?:văn bản|công văn|thư|đơn|báo cáo)| (?:với|trước) (?:cơ quan|công an|tòa))"
    )
)
_OBJECT = LazyPattern(lambda: rf"(?<!\w){_words('statement_objects')}(?: việc| trường hợp| các)? \Z")
_AND_ALSO = LazyPattern(r" (?:và|cùng)(?: với)? (?:đồng chí|đ/c|ông|bà|anh|chị) [^.,;:\n]{0,12}\Z")
_COLON = LazyPattern(r" ?: ?(?=[“\"\p{Lu}])")
_ACCORDING = LazyPattern(
    r"(?<!\w)(?:theo|theo lời|lời|(?:ý kiến|góp ý|phát biểu|báo cáo|tham luận|phân tích|nhận định|đánh giá"
    r"|chia sẻ|câu hỏi) của) \Z"
)
_FRONTED = LazyPattern(lambda: rf"(?<!\w){_words('fronted_statements')}(?!\w)")
_QUOTE_BEHIND = LazyPattern(r"(?:[”\"] ?[,.]? ?(?P<dash>[-–—])|[.,!?…][”\"],?|[”\"],) ?\Z")
_ITEM = LazyPattern(r"(?<!\S)\d{1,2}[.)/] ?\Z")
_OPENS_CLAUSE = LazyPattern(
    r"[^\w“\"]{0,6}(?:(?:cũng |và )?(?:tại|trong) [^,.;:\n]{2,90}, ?)?(?:các |ý kiến (?:của )?)?[ \n]*"
)
_WORDS_SPOKEN = 25  # code points from which on a quotation is speech
_SENTENCE_STOP = LazyPattern(r" ?[.\n,]|$")
# Words said outside the event: to a reporter, on a page, in a letter. At a briefing reporters are the event.
_ELSEWHERE = LazyPattern(
    r"(?<!\w)(?:(?:trao đổi|chia sẻ|nói|cho biết)(?: riêng| nhanh| thêm| qua điện thoại)? với"
    r" (?:pv|p\.v|phóng viên|nhà báo|báo(?! cáo)|chúng tôi|tờ|hãng tin)|trao đổi pv|trả lời phỏng vấn"
    r"|trên (?:trang|facebook)|trao đổi với (?!(?:các|cử tri|cổ đông|nhà đầu tư|người dân|sinh viên|học sinh|công nhân"
    r"|hội viên|người lao động|thanh niên|giáo viên|doanh nghiệp|nông dân|đại biểu|lãnh đạo|đoàn|nhân dân|bà con"
    r"|cán bộ|hội nghị"
    r"|đồng chí|ông|bà|tổng|thủ|chủ|bộ trưởng|phó|ngoại trưởng)(?!\w))[^,.;\n]{2,30},"
    r"|sau (?:buổi|cuộc) (?:làm việc|họp|đối thoại|tọa đàm|tiếp xúc)|bằng văn bản"
    r"|có văn bản|ký (?:văn bản|công văn|quyết định))"
)
_SUBJECT_REACH = 220
_GAP = 40  # code points between a verb and the list behind it, or two names of the list
_FRONT_REACH = 90
_ITEM_HEAD = 12  # code points of a form of address before a name
_CHAIRING = LazyPattern(
    r"(?:chủ trì|chủ tọa|điều hành)(?: và [^\W\d]+(?: [^\W\d]+){0,3})? (?:buổi |cuộc |phiên )?"
    r"(?:hội nghị|họp|làm việc|kỳ họp|phiên|lễ|đại hội|hội thảo|tọa đàm|gặp|buổi|cuộc|diễn đàn|giao ban|đối thoại"
    r"|thảo luận)[^,.;:\n]{0,70},"
)
_SHARERS = 30  # people who share one verb, at most
_LONGEST_LIST = 100  # people behind one verb, at most
_OFFICES = 300  # offices that are looked for bare
_FRONTED_REACH = 400
_TRIES = 12  # places of a bare office that are looked at
# In front of an office they make it another's.
_OTHER_OFFICE = ("phó ", "nguyên ", "cựu ", "cố ", "các ", "trợ lý ", "thư ký ", "văn phòng ", "với ", "của ", "cho ")
_PRESS = frozenset(("họp báo", "kỳ họp"))

_CHAIR = LazyPattern(
    lambda: (
        r"(?<!\w)(?P<verb>(?:đồng |cùng |trực tiếp |cùng đồng )?(?:chủ trì|chủ tọa|chủ tịch đoàn"
        r"|đoàn chủ tịch(?= (?:điều hành |chủ trì )?(?:đại hội |hội nghị )?(?:gồm|có)[ :])"
        r"|(?<=dưới sự )điều hành(?= của(?!\w))|điều hành(?= (?:hội nghị|cuộc|buổi|phiên|kỳ|đại hội|hội thảo|tọa đàm))"
        r"|(?<!phát biểu )(?<!và )(?<!, )(?<!thời )(?:chỉ đạo|điều khiển)"
        r"(?= (?:hội nghị|(?:cuộc|phiên|buổi) (?:họp|làm việc)))))(?!\w)"
        rf"(?!,? {_words('chaired_works')}(?!\w))"
    )
)
_EVENT_BEHIND = LazyPattern(
    r"(?: và [^\W\d]+(?: [^\W\d]+){0,3})? ?(?:(?:cho |lễ |các |buổi |cuộc |phiên |kỳ )?"
    r"(?:hội nghị|họp|làm việc|kỳ họp|phiên|lễ|đại hội|hội thảo|tọa đàm|gặp|tiếp|đón|buổi|cuộc|diễn đàn|giao ban"
    r"|đối thoại|hội đàm|thảo luận|tiệc|chương trình|kỳ"
    r"|tại)|[.,;:\n(]|$)"
)
_SHARED = LazyPattern(r"[ ,;]{1,3}(?:và |cùng |cùng với |cùng các |và các )?\Z")
_JOINED = LazyPattern(r"(?: ?[,;])? ?(?:và|cùng|;) [^.;:“”\n]{0,130}")
_APART = LazyPattern(r"(?<!\w)(?:với|bị|đã|sáng|trưa|chiều|tối|ngày|hôm)(?!\w)")  # another clause, or company
_UNDER = LazyPattern(r"(?:dưới sự |với sự |do sự )\Z")
_LISTED = LazyPattern(
    r"(?: của)?(?: (?:hội nghị|kỳ họp|đại hội|phiên họp|cuộc họp|buổi làm việc|buổi lễ|hội thảo|tọa đàm|buổi họp báo"
    r"|họp báo))?"
    r"(?: tại [^,.;:\n]{2,50}?(?= (?:có|gồm|là)(?: các)? (?:ông|bà|đồng chí|đ/c)(?!\w)))?"
    r"(?: của| là| còn có| có| gồm| gồm có|:)[ :]*(?:các )?"
)
_PRESENT = LazyPattern(
    r"(?<!\w)(?:tham dự|dự|cùng dự|đến dự|tới dự|về dự|tham gia|cùng đi|tháp tùng|có mặt|góp mặt|sự tham dự của"
    r"|sự (?:chứng kiến|hiện diện|có mặt|góp mặt|tham gia) của|chứng kiến"
    r"|về phía [^,.;:\n]{2,60},? có|đón tiếp|tiếp đoàn|cùng tham gia)(?!\w)"
)
_HAVING = LazyPattern(r"[^.;\n]{0,90}?(?<!\w)(?:có|gồm|cùng|là)(?!\w)")
_DOING = LazyPattern(r",? ?(?:đã |cũng |còn |vừa |cùng |trực tiếp ){0,6}\Z")
_REPORTED = LazyPattern(r"(?<!\w)(?:cho biết|cho hay|nói|khẳng định|cho rằng|yêu cầu|đề nghị|giao)(?!\w)(?! như vậy)")


@dataclass(frozen=True)
class Voice:
    """A way of reporting speech.

    `heard` says whether the person named speaks there; it is given the cast, the mention and where its sentence begins
    and ends in the twin. `examples` and `misses` are texts in which the rule hears somebody, or nobody.
    """

    name: str
    heard: Callable[[Cast, Naming, int, int], bool]
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


def _is_object(cast: Cast, naming: Naming, start: int) -> bool:
    """Whether somebody speaks about or to the person: `về trường hợp ông An, Tổng bí thư cho hay`."""
    return _OBJECT.search(cast.document.folded, max(start, naming.opens - 24), naming.opens) is not None


def _says(cast: Cast, naming: Naming, start: int, end: int) -> bool:
    folded = cast.document.folded
    if _is_object(cast, naming, start):
        return False
    # `giao bà An và ông Bình, …`: who is joined to an object is one too; a comma may begin the clause of the speaker.
    joined = _AND_ALSO.search(folded, max(start, naming.start - 30), naming.start) is not None
    if joined and _is_object(cast, _sharing(cast, naming, start)[0], start):
        return False
    for at in cast.closings(naming, end):
        verb = _VERB.match(folded, at, end)
        # In a list of names one may sound like a verb: `Lê Thị Hạnh, Hứa Thị Hường`.
        if verb is not None and not cast.document.text[(said := verb.start("verb")) : said + 2].istitle():
            return True
    return False


def _colon(cast: Cast, naming: Naming, start: int, end: int) -> bool:
    if cast.document.folded[max(start, naming.opens - 24) : naming.opens].rstrip(" ,").endswith((":", "gồm", "có")):
        return False
    if _ITEM.search(cast.document.folded, max(0, naming.opens - 6), naming.opens):
        return False  # of a numbered list: behind the colon stands what the person is
    return any(_COLON.match(cast.document.text, at, end) for at in cast.closings(naming, end))


def _according(cast: Cast, naming: Naming, start: int, end: int) -> bool:
    return _ACCORDING.search(cast.document.folded, max(start, naming.opens - 24), naming.opens) is not None


def _fronted(cast: Cast, naming: Naming, start: int, end: int) -> bool:
    folded = cast.document.folded
    verb = _FRONTED.match(folded, start, naming.opens)
    if verb is None or naming.opens - start > _FRONTED_REACH:
        return False
    comma = folded.rfind(",", verb.end(), naming.opens)
    if comma < 0 or folded[comma + 1 : naming.opens].strip():
        return False
    return not any(
        verb.end() < other.start < comma and other.opens > folded.find(",", verb.end())
        for other in cast.between(start, comma)
    )


def _quoted(cast: Cast, naming: Naming, start: int, end: int) -> bool:
    text = cast.document.text
    closing = _QUOTE_BEHIND.search(text, max(start, naming.opens - 6), naming.opens)
    if closing is None:
        return False
    low = max(start, closing.start() - _WORDS_SPOKEN)
    if closing["dash"] is None and max(text.rfind(mark, low, closing.start()) for mark in '“"') < 0:
        return True  # what is quoted is a sentence, not a title, whatever the verb behind the name
    return any(_SENTENCE_STOP.match(text, at) for at in cast.closings(naming, end))


RULES: tuple[Voice, ...] = (
    Voice(
        "says",
        _says,
        (
            "Tại cuộc họp sáng 5/3, ông Phan Văn Tá, Chủ tịch UBND xã, cho biết đường đã xong.",
            "Sáng 5/3, xã tổ chức hội nghị. “Đường đã xong”, ông Phan Văn Tá nói.",
            "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá ở thôn 3 đề nghị sửa đường.",
            "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá (xã An Hòa) cũng thẳng thắn đề nghị sửa đường.",
            "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá, Chủ tịch xã; bà Lý Thị Nga, Bí thư đã trả lời, làm rõ.",
        ),
        (
            "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá ra về sớm.",
            "Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá chúc mừng ông Lê Kha (ảnh: Hoài An).",
        ),
    ),
    Voice(
        "name and colon",
        _colon,
        ("Sáng 5/3, xã tổ chức hội nghị. Ông Phan Văn Tá - Trưởng thôn: Đường đã xong.",),
        (
            "Sáng 5/3, xã tổ chức hội nghị. Dự hội nghị có các đồng chí: Phan Văn Tá, Lý Thị Nga.",
            "Sáng 5/3, xã tổ chức hội nghị.\n7. Đ/c Phan Văn Tá : Chỉ huy trưởng.",
        ),
    ),
    Voice(
        "according to",
        _according,
        ("Sáng 5/3, xã tổ chức hội nghị. Theo Chủ tịch UBND xã Phan Văn Tá, đường đã xong.",),
        ("Sáng 5/3, xã tổ chức hội nghị. Theo nghị quyết, ông Phan Văn Tá về xã.",),
    ),
    Voice(
        "fronted",
        _fronted,
        (
            "Sáng 5/3, xã tổ chức hội nghị. Phát biểu tại hội nghị, đồng chí Phan Văn Tá mong đường sớm xong.",
            "Sáng 5/3, xã tổ chức hội nghị. Kết luận hội nghị, Bí thư Đảng ủy Phan Văn Tá giao các thôn sửa đường.",
        ),
        ("Sáng 5/3, xã tổ chức hội nghị. Sau hội nghị, ông Phan Văn Tá đi thăm đường.",),
    ),
    Voice(
        "behind a quotation",
        _quoted,
        ("Sáng 5/3, xã tổ chức hội nghị. “Đường đã xong” - ông Phan Văn Tá.",),
        ("Sáng 5/3, xã tổ chức hội nghị “Đường mới” của ông Phan Văn Tá.",),
    ),
)
"""The ways in which a report says that somebody spoke."""


def chairs(cast: Cast, sentences: list[tuple[int, int]]) -> list[int]:
    """The people (indices) said to chair in `sentences` ((start, end) of the twin), in the order of the text."""
    found: list[int] = []
    folded = cast.document.folded
    for start, end in sentences:
        for match in _CHAIR.finditer(folded, start, end):
            if _UNDER.search(folded, max(start, match.start() - 10), match.start()):
                found += _behind(cast, match.end(), end)
            elif fronted := _CHAIRING.fullmatch(folded, start, match.end() + _first_comma(folded, match.end(), end)):
                found += _behind(cast, fronted.end(), end)[:1]
            elif listed := _LISTED.match(folded, match.end(), end):
                found += _behind(cast, listed.end(), end) or _before(cast, match.start(), start, match.end(), end)
            else:
                found += _before(cast, match.start(), start, match.end(), end)
    return list(dict.fromkeys(found))


def _first_comma(folded: str, at: int, end: int) -> int:
    comma = folded.find(",", at, min(end, at + _FRONT_REACH))
    return comma + 1 - at if comma >= 0 else 0


def _before(cast: Cast, verb: int, start: int, behind: int, end: int) -> list[int]:
    """The subject of a verb of chairing: the name next before it and those joined to it."""
    folded = cast.document.folded
    if not _EVENT_BEHIND.match(folded, behind, end):
        return []
    names = cast.last(start, verb)
    if not names or verb - names[0].end > _SUBJECT_REACH or folded.endswith(" sẽ ", start, verb):
        return []
    last = names[0]
    # In a text whose every word has a capital the name may run on into the verb.
    gap = folded[max((at for at in cast.closings(last, verb) if at <= verb), default=verb) : verb]
    if _REPORTED.search(gap) or "." in gap.strip(" ."):
        return []
    return [naming.person for naming in _sharing(cast, last, start)]


def _sharing(cast: Cast, last: Naming, start: int) -> list[Naming]:
    """The names from `start` on that share the verb of `last`, itself among them: only appositions stand between."""
    folded = cast.document.folded
    found = [last]
    for naming in reversed(cast.last(start, last.start, _SHARERS)):
        ends = [at for at in cast.closings(naming, last.opens) if at <= last.opens]
        ends = [at for at in ends if not _APART.search(folded, naming.end, at)]
        if not any(_SHARED.fullmatch(folded[at : last.opens]) or _joins(folded[at : last.start]) for at in ends):
            break
        found.insert(0, naming)
        last = naming
    return found


def _joins(between: str) -> bool:
    """Whether a name is joined to the next over an office that the record of people does not hold."""
    return _JOINED.fullmatch(between) is not None and _REPORTED.search(between) is None and not _APART.search(between)


def _behind(cast: Cast, start: int, end: int) -> list[int]:
    """The people of the list that begins at `start`."""
    folded = cast.document.folded
    found: list[int] = []
    at = start
    for naming in islice(cast.following(start, end), _LONGEST_LIST):
        between = folded[at : min(naming.opens, at + _GAP + 1)]
        if naming.opens > at and (len(between) > _GAP or _REPORTED.search(between) or "." in between):
            break
        found.append(naming.person)
        at = cast.closings(naming, end)[-1]
    return found


def speakers(cast: Cast, sentences: list[tuple[int, int]], family: str) -> list[int]:
    """The people (indices) to whom the text attributes speech in `sentences`, in the order of the text.

    `sentences` are (start, end) of the twin, `family` is the event's (see `events.Place`).
    """
    found: dict[int, int] = {}
    elsewhere: set[int] = set()
    turns = interview.labels(cast)
    for start, end in sentences:
        away = family not in _PRESS and _ELSEWHERE.search(cast.document.folded, start, end) is not None
        for naming in cast.between(start, end):
            if (
                naming.person in found
                or interview.quoted(turns, naming.start)
                or not any(rule.heard(cast, naming, start, end) for rule in RULES)
            ):
                continue
            for each in _subjects(cast, naming, start):
                if away:
                    elsewhere.add(each.person)
                elif each.person not in elsewhere:
                    found.setdefault(each.person, each.start)
    for person, at in _by_office(cast, sentences, {*found, *elsewhere}):
        found[person] = at
    return sorted(found, key=lambda person: found[person])


def _subjects(cast: Cast, last: Naming, start: int) -> list[Naming]:
    """`last`, who speaks, and those who share the verb where they open the sentence: `Ông An; bà Lê, ông Tá đáp`."""
    names = _sharing(cast, last, start)
    return names if _OPENS_CLAUSE.fullmatch(cast.document.folded, start, names[0].opens) else [last]


def _by_office(cast: Cast, sentences: list[tuple[int, int]], settled: set[int]) -> Iterator[tuple[int, int]]:
    """People who speak by their bare office (`Bí thư Quận ủy nhấn mạnh`), where only one of them can be meant."""
    present: dict[int, int] = {}
    for start, end in sentences:
        for naming in cast.between(start, end):
            present.setdefault(naming.person, naming.start)
    holders: dict[str, set[int]] = {}
    for i, holder in enumerate(cast.people):
        for position in holder.positions:
            if position.kind == "office" and not position.former and len(holders) < _OFFICES:
                holders.setdefault(fold(position.text), set()).add(i)
    for office, persons in holders.items():
        person = min(persons)
        if len(persons) > 1 or person in settled or person not in present:
            continue
        at = _spoken(cast, office, present[person], sentences)
        if at is not None:
            settled.add(person)
            yield person, at


def _spoken(cast: Cast, office: str, start: int, sentences: list[tuple[int, int]]) -> int | None:
    """Where, behind `start`, the bare `office` speaks in one of `sentences`."""
    folded = cast.document.folded
    at = folded.find(office, start)
    for _ in range(_TRIES):
        if at < 0:
            return None
        end = at + len(office)
        whole = not folded[at - 1 : at].isalnum() and not folded.endswith(_OTHER_OFFICE, 0, at)
        if whole and _VERB.match(folded, end) and _stands_in_one(at, sentences):
            return at
        at = folded.find(office, end)
    return None


def _stands_in_one(at: int, sentences: list[tuple[int, int]]) -> bool:
    i = bisect_right(sentences, (at, len(sentences) and sentences[-1][1])) - 1
    return i >= 0 and at < sentences[i][1]


def _subject(cast: Cast, verb: int, start: int) -> list[int]:
    """The person next before a verb, where nothing but offices stands between."""
    folded = cast.document.folded
    for last in cast.last(start, verb):
        if any(at <= verb and _DOING.fullmatch(folded, at, verb) for at in cast.closings(last, verb)):
            return [last.person]
    return []


def attendees(cast: Cast, sentences: list[tuple[int, int]]) -> list[int]:
    """The people (indices) whom `sentences` ((start, end) of the twin) name as present, in the order of the text."""
    found: list[int] = []
    listed = False  # whether the sentence before ended in a list of the present
    for start, end in sentences:
        going_on = _item(cast, start, end) if listed else []
        found += going_on
        listed = bool(going_on)
        for cue in _PRESENT.finditer(cast.document.folded, start, end):
            found += _subject(cast, cue.start(), start)
            if _HAVING.match(cast.document.folded, cue.end(), end) or cue[0].endswith((" có", " của")):
                found += [naming.person for naming in cast.between(cue.end(), end)]
                listed = True
                break  # the list runs to the end of its sentence
    return list(dict.fromkeys(found))


def _item(cast: Cast, start: int, end: int) -> list[int]:
    """The people of a sentence that is nothing but an item of the list before it: `Đồng chí Lê Tá - Bí thư xã.`"""
    namings = list(cast.between(start, end))
    if not namings or namings[0].opens - start > _ITEM_HEAD:
        return []
    behind = cast.closings(namings[0], end)[-1]
    return (
        [naming.person for naming in namings] if cast.document.text[behind:end].lstrip()[:1] in ("", ".", ";") else []
    )
