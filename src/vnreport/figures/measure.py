"""What a figure measures: the run of words that says it.

A count measures what is counted, the noun with what describes it (``29 công trình sửa chữa nguyên trạng``), a share
often the noun behind it (``đạt 226% chỉ tiêu giao``). Else it is the subject before the lead of the figure
(``Tổng mức đầu tư của dự án khoảng 1.532 tỷ đồng``). A figure with no subject of its own, behind a comma or in
brackets, has that of the figure before it.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import ages, context, nouns, phrase, units
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range
from vnreport.figures.readings import Reading

_SUBJECT_REACH = 240  # characters looked back over
_SUBJECT_WORDS = 14
_HARD_END = re.compile(r"[;:()\[\]…!?\n“”]|[.](?= |$)|(?<!\d) [–—] (?!\d)")
_SAME = re.compile(r"(?:con số|mức|tỷ lệ|tỉ lệ|số|tổng số|số tiền|số lượng|giá|diện tích) (?:này|đó|trên)(?!\w)")
_AUXILIARY = re.compile(r"(?<!thiết)(?<!chuẩn)(?<!trang) (?:đã|được|bị|sẽ|đang|cũng|vẫn|đều|có thể)(?!\w)")
_SAID = re.compile(
    r" (?:cũng |đều |vẫn |tiếp tục )?(?:đã (?:tăng|giảm)|sẽ|tiếp tục|có xu hướng|có thể)(?: \w+){0,3} ?$"
)
_LONG_BRACKET = re.compile(r" ?\([^()]{13,}\)?")
_ADDRESS = re.compile(r" \([^()]{0,80},[^()]{0,80}\)[ ,]*$")
_WORD = re.compile(r"\w[\w%&'’./-]*\w|\w")
_TIME = re.compile(
    r"(?:(?:từ|đến|vào|trong|ngay|tính|kể|hết|cuối|đầu|giữa|cả|riêng|trung bình|bình quân|hiện) ){0,3}"
    r"(?:năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|\d{1,2} (?:năm|tháng|ngày|tuần)|đến nay|nay)(?!\w)"
)
_COMPARED = re.compile(r"\s*(?:so với|so)(?!\w)")
_JOINT = re.compile(r"[,;:]| và |[.](?= |$)")
_DANGLING = re.compile(r"(?:^| )(?:và|của|thuộc|cho|trong|từ|các|những|hoặc|cùng|(?<!tiếp )theo)$")
_BRACKETS = re.compile(r"(?: ?\([^()\n]{0,80}\))+")
_VERB = re.compile(r" (?:đã|đạt|có|với|là|bằng|vượt|(?<!tốc độ )(?<!mức )(?<!tỷ lệ )(?<!chỉ số )(?:tăng|giảm))(?= )")
_TIME_ONLY = re.compile(
    r"(?:[\d/.–-]|năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|đầu|cuối|nay|này|trước|ngoái|qua|đến|từ|[ ])+"
)
_COMMA = re.compile(r"[,()]")
_NOTHING = re.compile(r"[\s,x×*–-]*")
# What one counts when the text has said before what is meant.
_SHORT = 6  # words
_PALE = frozenset(["lượt", "người", "vụ", "ca", "trường hợp", "điểm", "hộ", "đồng chí", "tập", "thành viên", "đơn vị"])
_HANDLED = frozenset(
    ["mẫu", "tin", "đơn", "hồ sơ", "vụ việc", "đối tượng", "bệnh nhân", "nhiệm vụ", "kiến nghị", "ý kiến"]
)
_SUMS = re.compile(r"(?:tổng )?số(?!\w)|tổng(?!\w)")
_VERBAL = re.compile(r"(?:có|được|với|vào|cho|từ|lên|xuống|tăng|giảm|thêm)(?!\w)")
_EQUATING = frozenset(["là", "đạt", "gồm", "còn"])


@cache
def _heads() -> re.Pattern[str]:
    """The names of measures, and what only looks like one, which has no group."""
    heads, decoys = lexicon.words("measure_heads"), lexicon.words("measure_decoys")
    both = lexicon.alternation(sorted(heads | decoys))
    priced = "|".join(head.removeprefix("giá ") for head in sorted(heads) if head.startswith("giá "))
    return re.compile(rf"(?<!\w)(?!(?:tăng|giảm|hạ) giá (?:{priced})(?!\w))(?:{both})(?!\w)")


def _head(text: str, start: int, end: int) -> int | None:
    """Where the name of a measure begins that the words from `start` to `end` are about.

    The first, unless a verb parts it from a later one: ``giá đã tăng, đạt doanh thu …`` is of the turnover.
    """
    head = None
    for found in _heads().finditer(text, start, end):
        if found[0] in lexicon.words("measure_decoys"):
            continue
        if head is None or _VERB.search(text, head.end(), found.start() + 1):
            head = found
    return head.start() if head is not None else None


@cache
def _openers() -> re.Pattern[str]:
    """Words at the beginning of a clause that name nothing."""
    return re.compile(rf"(?:(?:{lexicon.alternation(lexicon.entries('clause_openers'))})(?!\w)[ ,]*)+")


@cache
def _connectors() -> re.Pattern[str]:
    words = lexicon.alternation(lexicon.entries("clause_connectors"))
    return re.compile(rf"(?<!\w)(?<!tự )(?<!lý )(?:{words})(?!\w)")


@cache
def _breaks() -> re.Pattern[str]:
    return _one_of("clause_breaks")


def _one_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon.alternation(lexicon.entries(name))})(?!\w)")


def find(
    document: Document, reading: Reading, lead: Lead, left: int, before: Range | None
) -> tuple[Range | None, Range | None]:
    """The (start, end) of the measure in the twin, and that which a figure without a subject has after this one.

    `left`: where in the twin the figure before ends, or the sentence begins; `before`: what this function gave second
    for the figure before in the same sentence.
    """
    measure, own = _measure(document, reading, lead, left, before)
    if before is not None and (not own or document.folded[lead.start - 1 : lead.start] == "("):
        return measure, before
    return measure, measure


def _measure(
    document: Document, reading: Reading, lead: Lead, left: int, before: Range | None
) -> tuple[Range | None, bool]:
    """The measure, and whether it says what later figures are of too; what a share is a share of does not."""
    if reading.measure is not None:
        return reading.measure, True
    if reading.noun is not None:
        return _counted(document, reading, lead, left, before), True
    if reading.unit == "tuổi" and (name := ages.name(document, lead)) is not None:
        return name, True
    if reading.unit == "tuổi" and (person := ages.person(document, lead)) is not None:
        return person, before is None
    behind = phrase.behind(document, _bounded_end(document, reading)) if reading.unit not in ("lần", "tuổi") else None
    if reading.kind == "percent" and behind is not None and not _part_of(document, reading, lead, left, behind):
        return behind, False
    if (
        reading.kind == "percent"
        and document.folded.endswith("bằng ", 0, reading.start)
        and (plan := _PLAN.match(document.folded, reading.end))
    ):
        return (plan.start("plan"), phrase.end(document, plan.end())), False
    subject, headed = _subject(document, lead, left, back=before is None and lead.verb)
    if (
        not headed
        and behind is not None
        and (
            _is_stuff(document, reading)
            or phrase.of_amount(document, behind[0])
            or (subject is not None and document.text[behind[0]].islower() and _acts(document, subject, lead, reading))
        )
    ):
        return behind, True
    named = None if subject is not None else _before_bracket(document, lead, left)
    return subject or named or before or behind, True


_TAKING = re.compile(r"chiếm (?:[^\W\d]{1,8} ){0,3}\Z")
_TOTALS = re.compile(r"(?:tổng|grdp|gdp|dân số|diện tích|cơ cấu|doanh số|kim ngạch)(?!\w)")


def _part_of(document: Document, reading: Reading, lead: Lead, left: int, behind: Range) -> bool:
    """Whether a share is of a total, so that the subject says whose it is (``Dịch vụ chiếm 20% GRDP``)."""
    text = document.folded
    return (
        _TOTALS.match(text, *behind) is not None
        and _TAKING.search(text, lead.start, reading.start) is not None
        and _subject(document, lead, left)[0] is not None
    )


_BOUND_BEHIND = re.compile(r" trở (?:lên|xuống|đi)(?= \w)")


def _bounded_end(document: Document, reading: Reading) -> int:
    """Where the figure ends with the bound behind it (``90% trở lên``)."""
    bound = _BOUND_BEHIND.match(document.folded, reading.end)
    return reading.end if bound is None else bound.end()


_BRACKETED = re.compile(r"(?:^|[,;:()–] ?| (?:và|là|gồm) )(?P<named>(?!và |là |gồm )[^\W\d][^,;:()–\n]{2,48}) \($")


_ACTING = re.compile(r" (?:đã|sẽ|đang)(?: [^\W\d]{1,8}){1,3} ?\Z")


def _acts(document: Document, subject: Range, lead: Lead, reading: Reading) -> bool:
    """Whether the subject is a body that does something with the amount behind (``xã đã trồng mới 62 ha mắc ca``)."""
    if lead.verb or reading.kind == "percent":
        return False
    noun = nouns.at(document, subject[0])
    return (
        noun is not None
        and noun.kind in ("body", "area", "person", "office")
        and _ACTING.fullmatch(document.folded, subject[1], lead.start) is not None
    )


def _before_bracket(document: Document, lead: Lead, left: int) -> Range | None:
    """The few words before a bracket that holds nothing but the figure (``sông Hậu (200km)``)."""
    found = _BRACKETED.search(document.folded, max(left, lead.start - 64), lead.start)
    if found is None or document.text[slice(*found.span("named"))] == found["named"]:
        return None  # without a name in it, it only goes on from the figure before
    return found.span("named")


def _has_parts(document: Document, subject: Range, noun: int, end: int) -> bool:
    """Whether the noun counted is a part of what the short subject names."""
    text = document.folded
    return (
        context.is_part(text[noun:end])
        and len(text[slice(*subject)].split()) <= 3
        and nouns.at(document, subject[0]) is not None
    )


_PLAN = re.compile(
    r" so với (?P<plan>(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?: (?:cả )?năm(?: \d{4})?)?)(?!\w)"
)


def _is_stuff(document: Document, reading: Reading) -> bool:
    """Whether what stands behind the unit is what there is so much of (``2 triệu m3 bùn``)."""
    known = units.by_name().get(reading.unit or "")
    stuff = document.text[reading.end + 1 : reading.end + 2]
    return known is not None and known.dimension in ("mass", "volume") and stuff.islower()


def _counted(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range:
    text = document.folded
    noun = reading.start if reading.noun is None else reading.noun
    end = phrase.end(document, reading.end)
    subject, headed = _subject(document, lead, left)
    if headed and subject is not None and not lead.verb and not _SUMS.match(text, *subject):
        return subject  # `dân số 61.340 người của thị xã`
    if subject is not None and (lead.sized or _has_parts(document, subject, noun, end)):
        return subject  # `tòa nhà cao 26 tầng`, `xe dưới 12 chỗ`
    if end == reading.end and (lead.verb or text[noun:end] in _PALE or text[noun:end] in _HANDLED):
        end = phrase.doing(document, end)
    if text[noun:end] == "điểm" and (lead.verb or lead.change) and (subject or before):
        return subject or before or (noun, end)  # `VN-Index tăng 2,5 điểm`, of which nobody counts the points
    if end > reading.end:
        return noun, end
    pale = text[noun : reading.end] in _PALE
    if subject is None:
        bracketed = text[lead.start - 1] == "("
        told = before is not None and text[noun:end] in text[slice(*before)]  # `149 vụ trộm, tăng 18 vụ`
        return before if before is not None and ((lead.change and told) or (pale and bracketed)) else (noun, end)
    if headed or (pale and _equates(document, subject, text[lead.start : reading.start].split())):
        return subject
    return noun, end


def _equates(document: Document, subject: Range, lead: list[str]) -> bool:
    """Whether the words between make subject and count one: ``là``, ``đạt``, or none (``biên chế 232 người``)."""
    return not _EQUATING.isdisjoint(lead) or (
        not _VERBAL.search(" ".join(lead))
        and nouns.names(document, subject[0])
        and len(document.folded[slice(*subject)].split()) <= _SHORT
    )


def _subject(document: Document, lead: Lead, left: int, *, back: bool = False) -> tuple[Range | None, bool]:
    """The subject before the lead, and whether it begins with a word that names a measure."""
    text = document.folded
    behind = _BRACKETS.match(text, left, lead.start)
    left = max(left if behind is None else behind.end(), lead.start - _SUBJECT_REACH)
    figure = left  # what directly follows it still belongs to the figure before
    left, end = _clause(text, left, lead.start)
    for found in _breaks().finditer(text, left, end):
        left = found.end()
    open_left = left > figure or not text[left - 1 : left].strip()
    start, end = _last_part(text, left, end, open_left=open_left, back=back)
    head = _head(text, start, end)
    if head is not None:
        start = head
        if _SAME.match(text, start, end):
            return None, False
        bracket = _LONG_BRACKET.search(text, start, end)
        end = bracket.start() if bracket is not None else end
        said = _SAID.search(text, start, end)
        end = said.start() if said is not None else end
    else:
        start, end = _unnamed(text, start, end)
        bracket = _ADDRESS.search(text, start, end)
        end = bracket.start() if bracket is not None and bracket.start() > start else end
    end = ages.without(text, start, end)
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")%”":
        end -= 1
    words = list(_WORD.finditer(text, start, end))
    if _DANGLING.search(text[start:end]):
        return None, False
    if not words or _NOTHING.fullmatch(text, start, end) or _TIME_ONLY.fullmatch(text, start, end):
        return None, False
    if len(words) > _SUBJECT_WORDS:
        if head is None:
            start = words[-_SUBJECT_WORDS].start()
        else:
            end = words[_SUBJECT_WORDS - 1].end()
    else:
        start = words[0].start()
    return (start, end), head is not None


def _unnamed(text: str, start: int, end: int) -> Range:
    """A subject without a name of a measure: what the verb is said of, or what stands behind the last connector."""
    start = _behind_openers(text, start, end)
    auxiliary = _AUXILIARY.search(text, start, end)
    if auxiliary is not None and auxiliary.start() > start:
        return start, auxiliary.start()
    for connector in _connectors().finditer(text, start, end):
        start = connector.end()
    return _behind_openers(text, start, end), end


def _clause(text: str, left: int, right: int) -> Range:
    """The stretch before the lead without hard marks in it; what is in brackets between does not end it."""
    compared = _COMPARED.match(text, left, right)
    if compared is not None:  # what the figure before is compared with is no subject of this one
        joint = _JOINT.search(text, left, right)
        left = joint.end() if joint is not None else right
    opened = quoted = colon = -1
    floor = left
    for mark in _HARD_END.finditer(text, left, right):
        sign = mark[0]
        if sign == "(":
            opened = mark.end()
        elif sign == ")" and opened >= 0:
            opened = -1
        elif sign == "“":
            quoted = mark.end()
        elif sign == "”" and quoted >= 0:
            quoted = -1
        elif sign == ":" and mark.end() >= right - 1:
            colon = mark.start()
        else:
            left, opened, quoted = mark.end(), -1, -1
    left = max(left, opened, quoted)
    if colon >= 0:
        right = colon
    return (left, right) if left <= right else (floor, floor)


def _last_part(text: str, left: int, right: int, *, open_left: bool, back: bool) -> Range:
    """The last part between commas, with those before it that make one list with it.

    `open_left`: the first part begins the clause, and does not run on from the figure before; `back`: where the last
    part holds nothing, the one before it speaks for it.
    """
    starts = [left]
    depth = 0
    for found in _COMMA.finditer(text, left, right):
        if found[0] == ",":
            if not depth:
                starts.append(found.end())
        else:
            depth = max(0, depth + (1 if found[0] == "(" else -1))
    start = starts.pop()
    while back and starts and _NOTHING.fullmatch(text, start, right) and (len(starts) > 1 or open_left):
        right = start - 1
        start = starts.pop()  # `Chi phí được kiểm soát, giảm 21%`
    if _NOTHING.fullmatch(text, start, right):
        return start, right
    if starts and _TIME.match(text, _bare(text, start)) and len(text[start:right].split()) <= 6:
        right = start - 1
        start = starts.pop()  # `Về đất nông nghiệp, năm 2010 có 5 ha`
    listed = len(text[start:right].split()) <= 6
    end = start - 1
    while starts and listed:
        part = starts.pop()
        opening = _bare(text, part)
        size = len(text[opening:end].split())
        if not 0 < size <= 5 or _openers().match(text, opening) or _TIME.match(text, opening):
            break
        if part == left and not open_left:
            break
        if part == left or _head(text, opening, end) == opening:
            return part, right
        if size > 4:
            break
        end = part - 1
    return start, right


def _bare(text: str, start: int) -> int:
    while text[start : start + 1] in (" ", ","):
        start += 1
    return start


def _behind_openers(text: str, start: int, end: int) -> int:
    """Where the words begin that stand behind what opens the clause and names nothing."""
    start = min(_bare(text, start), end)
    opener = _openers().match(text, start, end)
    return opener.end() if opener is not None else start
