"""What a figure measures: the run of words that says it.

A count measures what is counted, the noun with what describes it (``29 công trình sửa chữa nguyên trạng``), a share
often the noun behind it (``đạt 226% chỉ tiêu giao``). Else it is the subject before the lead of the figure
(``Tổng mức đầu tư của dự án khoảng 1.532 tỷ đồng``). A figure with no subject of its own, behind a comma or in
brackets, has that of the figure before it.
"""

from __future__ import annotations

import re

from vnreport.document import Document
from vnreport.figures import ages, clause, context, nouns, phrase, units, verbs
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range
from vnreport.figures.readings import Reading

# What one counts when the text has said before what is meant.
_SHORT = 6  # words
_MONEY = 100_000
_CAPACITY = 3  # words, as of `sức chứa`
_PALE = frozenset(["lượt", "người", "vụ", "ca", "trường hợp", "điểm", "hộ", "đồng chí", "tập", "thành viên", "đơn vị"])
_HANDLED = frozenset(
    ["mẫu", "tin", "đơn", "hồ sơ", "vụ việc", "đối tượng", "bệnh nhân", "nhiệm vụ", "kiến nghị", "ý kiến"]
)
# What follows a thing behind these tells which things are counted: `lãnh đạo của 5 tỉnh có rừng`.
_PRESENTING = re.compile(r"(?<!\w)(?:của|với|trong đó|trong số)(?: có)? \Z")
_STEPS = frozenset(["điểm", "bậc", "hạng"])
# `làm chết 2 người, bị thương 5 người`
_BEFALLEN = re.compile(
    r"(?<!\w)(?P<what>bị thương|mất tích|tử vong|thiệt mạng|chết|khỏi bệnh|nhập viện|thừa|thiếu|vắng mặt) ?\Z"
)
_AUXILIARY = re.compile(r" (?:đã|sẽ|đang|đều|cũng|vẫn)(?!\w)")
# What is told in things that are counted.
_OF_THINGS = re.compile(
    r"(?:tổng (?!kinh phí|vốn|mức đầu tư|thu|chi))|(?:tổng |dân |quân |sĩ |doanh )?số(?!\w)|quy mô|sức|năng lực"
    r"|khả năng|công suất|lưu lượng|nhu cầu|mật độ|lượng|sản lượng|đàn|tổng đàn|hạn ngạch|hạn mức|chỉ tiêu|năng suất"
    r"|lực lượng|thị phần|dự trữ|trữ lượng|mức|tỷ lệ|tỉ lệ|tỷ suất|chỉ số|nhân lực|tốc độ|dung lượng"
    r"|cổ phần|thiệt hại|thanh khoản|khối lượng|cơ cấu|trọng tải|tải trọng|độ"
)
_SUMS = re.compile(r"(?:tổng )?số(?!\w)|tổng(?!\w)")
_VERBAL = re.compile(r"(?:có|được|với|vào|cho|từ|lên|xuống|tăng|giảm|thêm)(?!\w)")
_EQUATING = frozenset(["là", "đạt", "gồm"])
# `dành ngân sách mua thuốc cho 3.000 người`, `nhận hàng từ 320 tổ chức`; but `số hộ giảm từ 97 hộ xuống 60 hộ`.
_RECEIVING = re.compile(
    r"(?:(?:cho|với|của|tại|ở|vào)|(?<=liên quan )đến|từ(?![^\n]{1,30} (?:xuống|lên|đến) ))"
    r"(?: (?:hơn|gần|trên|khoảng))? "
)


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
    if reading.unit == "tuổi":
        lead = ages.said_of(document, lead)
    if reading.unit == "tuổi" and (name := ages.name(document, lead)) is not None:
        return name, True
    if reading.unit == "tuổi" and (person := ages.person(document, lead)) is not None:
        return person, before is None
    if reading.unit == "lần" and (done := _done(document, reading, lead)) is not None:
        return done, False
    if (about := _about(document, reading, lead)) is not None:
        return about, False
    behind = phrase.behind(document, _bounded_end(document, reading)) if reading.unit not in ("lần", "tuổi") else None
    if (
        reading.kind == "percent"
        and behind is not None
        and not _part_of(document, reading, lead, left, behind)
        and not (document.text[behind[0]].isupper() and _AIM.search(document.folded, left, reading.start))
    ):
        return behind, False
    if (
        reading.kind == "percent"
        and document.folded.endswith("bằng ", 0, reading.start)
        and (plan := _PLAN.match(document.folded, reading.end))
    ):
        return (plan.start("plan"), phrase.end(document, plan.end())), False
    subject, headed = clause.subject(
        document, lead, left, back=before is None and lead.verb, dimension=_dimension(reading)
    )
    if (
        not headed
        and behind is not None
        and (
            _is_stuff(document, reading)
            or (reading.kind == "measure" and verbs.end_with_deed(document.folded, left, lead.start))
            or phrase.of_amount(document, behind[0])
            or (subject is not None and document.text[behind[0]].islower() and _acts(document, subject, lead, reading))
        )
    ):
        return behind, True
    if (
        not headed
        and reading.kind == "currency"
        and (deed := verbs.deed_in_lead(document.folded, lead.start, reading.start))
    ):
        return deed, True
    if subject is None and reading.kind == "percent" and _PLAINLY.fullmatch(document.folded, lead.start, reading.start):
        told = phrase.doing(document, reading.end, share=True)
        if told > reading.end:
            return (reading.end + 1, told), False  # `80% chưa được tiêm`
    named = None if subject is not None else _before_bracket(document, lead, left)
    return subject or named or before or behind, True


def _dimension(reading: Reading) -> str | None:
    """What the unit measures (``length``, ``age``, …; ``currency`` for all money), None where it is not known.

    Great numbers without a unit are money (``mỗi tháng tiết kiệm 2 triệu``).
    """
    if reading.kind == "currency" or (reading.unit is None and reading.value >= _MONEY):
        return "currency"
    known = units.by_name().get((reading.unit or "").partition("/")[0])
    return known.dimension if known is not None else None


_TIMES_AS_MUCH = re.compile(r"(?:gấp|bằng|hơn|kém|cao|thấp|lớn|nhiều|ít|lên|xuống|tới|đến|mức) \Z")


def _done(document: Document, reading: Reading, lead: Lead) -> Range | None:
    """What was done so many times (``ba lần kiến nghị với huyện``); None where one thing is so many times another."""
    text = document.folded
    if lead.verb or lead.change or _TIMES_AS_MUCH.search(text, max(0, reading.start - 8), reading.start):
        return None
    if document.text[reading.end + 1 : reading.end + 2].isupper():
        return None
    done = phrase.behind(document, reading.end)
    return None if done is None or clause.names_measure(document, done[0]) else done


_ABOUT = re.compile(r" về (?!mức )")


def _about(document: Document, reading: Reading, lead: Lead) -> Range | None:
    """What a change behind which it is named is of (``tăng 8% về số vụ, giảm 5% về số vốn``), or None."""
    about = _ABOUT.match(document.folded, reading.end) if lead.change else None
    if about is None or not clause.names_measure(document, about.end()):
        return None
    end = phrase.end(document, about.end())
    return (about.end(), end) if end > about.end() else None


_PLAINLY = re.compile(r"(?:(?:đó|này|khoảng|gần|hơn|trên|dưới|có|còn|tới|đến|với|chỉ) ){0,3}")
_AIM = re.compile(r"(?:mục tiêu|chỉ tiêu|kế hoạch|mức|tỷ lệ|tỉ lệ) \Z")  # `theo mục tiêu 4% Quốc hội giao`
_TAKING = re.compile(r"chiếm (?:[^\W\d]{1,8} ){0,3}\Z")
_TOTALS = re.compile(r"(?:tổng|grdp|gdp|dân số|diện tích|cơ cấu|doanh số|kim ngạch)(?!\w)")


def _part_of(document: Document, reading: Reading, lead: Lead, left: int, behind: Range) -> bool:
    """Whether a share is of a total, so that the subject says whose it is (``Dịch vụ chiếm 20% GRDP``)."""
    text = document.folded
    return (
        _TOTALS.match(text, *behind) is not None
        and _TAKING.search(text, lead.start, reading.start) is not None
        and clause.subject(document, lead, left)[0] is not None
    )


_BOUND_BEHIND = re.compile(r" trở (?:lên|xuống|đi)(?= \w)")


def _bounded_end(document: Document, reading: Reading) -> int:
    """Where the figure ends with the bound behind it (``90% trở lên``)."""
    bound = _BOUND_BEHIND.match(document.folded, reading.end)
    return reading.end if bound is None else bound.end()


_BRACKETED = re.compile(r"(?:^|[,;:()–] ?| (?:và|là|gồm) )(?P<named>(?!và |là |gồm )[^\W\d][^,;:()–\n]{2,48}) \($")


_ACTING = re.compile(r"(?:đã|sẽ|đang) \Z")
_LONGEST_ACT = 3  # words


def _acts(document: Document, act: Range, lead: Lead, reading: Reading) -> bool:
    """Whether the subject is what a body does with the amount behind (``xã đã trồng mới 62 ha mắc ca``)."""
    if lead.verb or reading.kind == "percent":
        return False
    text = document.folded
    return (
        _ACTING.search(text, max(0, act[0] - 8), act[0]) is not None and len(text[slice(*act)].split()) <= _LONGEST_ACT
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
    subject, headed = clause.subject(document, lead, left)
    if headed and subject is not None and not _OF_THINGS.match(text, *subject) and not lead.change:
        subject = None  # `đẩy nhanh tiến độ 2 tuyến đường`
        headed = False
    if headed and subject is not None and not lead.verb and not _SUMS.match(text, *subject):
        return subject  # `dân số 61.340 người của thị xã`
    if subject is not None and (lead.sized or _has_parts(document, subject, noun, end)):
        return subject  # `tòa nhà cao 26 tầng`, `xe dưới 12 chỗ`
    if end == reading.end and (
        lead.verb or text[noun:end] in _PALE or text[noun:end] in _HANDLED or _PRESENTING.search(text, left, lead.start)
    ):
        end = phrase.doing(document, end)
    if text[noun:end] in _STEPS and (lead.verb or lead.change):
        subject = (
            _about(document, reading, lead) or subject or before or clause.subject(document, lead, left, back=True)[0]
        )
        return subject or (noun, end)  # `VN-Index tăng 2,5 điểm`, of which nobody counts the points
    pale = text[noun : reading.end] in _PALE
    if end == reading.end and pale and not headed and not lead.change:
        befallen = _BEFALLEN.search(text, max(left, lead.start - 16), lead.start)
        if befallen is not None:
            return befallen.span("what")
    if end > reading.end:
        return noun, end
    if subject is None:
        bracketed = text[lead.start - 1] == "("
        told = before is not None and text[noun:end] in text[slice(*before)]  # `149 vụ trộm, tăng 18 vụ`
        return before if before is not None and ((lead.change and told) or (pale and bracketed)) else (noun, end)
    led = text[lead.start : reading.start].split()
    if _RECEIVING.match(text, lead.start) and len(text[slice(*subject)].split()) > _CAPACITY:
        return noun, end
    acts = _AUXILIARY.search(text, subject[1], lead.start) is not None  # `hội nghị đã bầu 47 đồng chí`
    if headed or (pale and not acts and _equates(document, subject, led)):
        return subject
    return noun, end


def _equates(document: Document, subject: Range, lead: list[str]) -> bool:
    """Whether the words between make subject and count one: ``là``, ``đạt``, or none (``biên chế 232 người``)."""
    return not _EQUATING.isdisjoint(lead) or (
        not _VERBAL.search(" ".join(lead))
        and (nouns.names(document, subject[0]) or document.text[slice(*subject)].isupper())
        and len(document.folded[slice(*subject)].split()) <= _SHORT
    )
