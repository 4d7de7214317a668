"""What a figure measures: the run of words that says it.

A count measures what is counted, the noun with what describes it (``29 công trình sửa chữa nguyên trạng``), a share
often the noun behind it (``đạt 226% chỉ tiêu giao``). Else it is the subject before the lead of the figure
(``Tổng mức đầu tư của dự án khoảng 1.532 tỷ đồng``). A figure with no subject of its own, behind a comma or in
brackets, has that of the figure before it.
"""

from __future__ import annotations

import re

from vnreport.document import Document
from vnreport.figures import ages, clause, counts, phrase, units, verbs
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range
from vnreport.figures.readings import Reading

_MONEY = 100_000  # a number without a unit that is as great is money


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
        return counts.counted(document, reading, lead, left, before), True
    if reading.unit == "tuổi":
        lead = ages.said_of(document, lead)
        if (name := ages.name(document, lead)) is not None:
            return name, True
        if (person := ages.person(document, lead)) is not None:
            return person, before is None
    if reading.unit == "lần" and (done := _done(document, reading, lead)) is not None:
        return done, False
    if (named := counts.about(document, reading, lead)) is not None:
        return named, False
    behind = phrase.behind(document, _bounded_end(document, reading)) if reading.unit not in ("lần", "tuổi") else None
    if reading.kind == "percent" and (whole := _whole(document, reading, lead, left, behind)) is not None:
        return whole, False
    back = before is None and lead.verb
    subject, headed = clause.subject(document, lead, left, back=back, dimension=_dimension(reading))
    if not headed and (amount := _amount(document, reading, lead, left, subject, behind)) is not None:
        return amount, True
    if subject is None and reading.kind == "percent" and (told := _told(document, reading, lead)) is not None:
        return told, False
    bracketed = None if subject is not None else _before_bracket(document, lead, left)
    return subject or bracketed or before or behind, True


def _whole(document: Document, reading: Reading, lead: Lead, left: int, behind: Range | None) -> Range | None:
    """What a share is a share of: the phrase `behind` it, or the plan it is measured by; None where neither is."""
    text = document.folded
    if behind is not None and not _part_of(document, reading, lead, left, behind):
        by_name = document.text[behind[0]].isupper()
        return None if by_name and _AIM.search(text, left, reading.start) else behind
    plan = _PLAN.match(text, reading.end) if text.endswith("bằng ", 0, reading.start) else None
    return None if plan is None else (plan.start("plan"), phrase.end(document, plan.end()))


def _amount(
    document: Document, reading: Reading, lead: Lead, left: int, subject: Range | None, behind: Range | None
) -> Range | None:
    """What an amount with no name of a measure before it is of: the stuff `behind` it, or what is done with it."""
    if behind is not None and (
        _is_stuff(document, reading)
        or (reading.kind == "measure" and verbs.end_with_deed(document.folded, left, lead.start))
        or phrase.of_amount(document, behind[0])
        or (subject is not None and document.text[behind[0]].islower() and _acts(document, subject, lead, reading))
    ):
        return behind
    return verbs.deed_in_lead(document.folded, lead.start, reading.start) if reading.kind == "currency" else None


def _told(document: Document, reading: Reading, lead: Lead) -> Range | None:
    """What is said of a share where nothing stands before it (``80% chưa được tiêm``), or None."""
    if not _PLAINLY.fullmatch(document.folded, lead.start, reading.start):
        return None
    end = phrase.doing(document, reading.end, share=True)
    return (reading.end + 1, end) if end > reading.end else None


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


_PLAN = re.compile(
    r" so với (?P<plan>(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?: (?:cả )?năm(?: \d{4})?)?)(?!\w)"
)


def _is_stuff(document: Document, reading: Reading) -> bool:
    """Whether what stands behind the unit is what there is so much of (``2 triệu m3 bùn``)."""
    known = units.by_name().get(reading.unit or "")
    stuff = document.text[reading.end + 1 : reading.end + 2]
    return known is not None and known.dimension in ("mass", "volume") and stuff.islower()
