"""What a count measures: what is counted with what describes it, or the subject that it is a count of.

``29 công trình sửa chữa nguyên trạng`` is of the works; ``dân số 61.340 người`` of the population, ``tòa nhà cao 26
tầng`` of the building.
"""

from __future__ import annotations

import re

from vnreport.document import Document
from vnreport.figures import clause, context, nouns, phrase
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range
from vnreport.figures.readings import Reading

# What one counts when the text has said before what is meant.
_SHORT = 6  # words
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


def counted(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range:
    """The (start, end) in the twin of what the count `reading` measures; `left` and `before` as in `measure.find`."""
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
            about(document, reading, lead) or subject or before or clause.subject(document, lead, left, back=True)[0]
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


def _has_parts(document: Document, subject: Range, noun: int, end: int) -> bool:
    """Whether the noun counted is a part of what the short subject names."""
    text = document.folded
    return (
        context.is_part(text[noun:end])
        and len(text[slice(*subject)].split()) <= 3
        and nouns.at(document, subject[0]) is not None
    )


_ABOUT = re.compile(r" về (?!mức )")


def about(document: Document, reading: Reading, lead: Lead) -> Range | None:
    """What a change behind which it is named is of (``tăng 8% về số vụ, giảm 5% về số vốn``), or None."""
    named = _ABOUT.match(document.folded, reading.end) if lead.change else None
    if named is None or not clause.names_measure(document, named.end()):
        return None
    end = phrase.end(document, named.end())
    return (named.end(), end) if end > named.end() else None
