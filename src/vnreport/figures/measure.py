"""What a figure measures: the run of words that says it.

A count measures what is counted, the noun with what describes it (``29 công trình sửa chữa nguyên trạng``), a share
often the noun behind it (``đạt 226% chỉ tiêu giao``). Else it is the subject before the lead of the figure
(``Tổng mức đầu tư của dự án khoảng 1.532 tỷ đồng``). A figure with no subject of its own, behind a comma or in
brackets, has that of the figure before it.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import phrase
from vnreport.figures.grammar import Reading
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range

_SUBJECT_REACH = 240  # characters looked back over
_SUBJECT_WORDS = 14
_HARD_END = re.compile(r"[;:()\[\]…!?\n“”\"]|[.](?= |$)| [–—] ")
_WORD = re.compile(r"\w[\w%&'’./-]*\w|\w")
_NAME = regex.compile(r"(?:\p{Lu}[\w'’.]{0,12} ){0,5}+\p{Lu}[\w'’.]{0,12}$")
_TIME = re.compile(
    r"(?:(?:từ|đến|vào|trong|ngay|tính|kể|hết|cuối|đầu|giữa|cả|riêng|trung bình|bình quân|hiện) ){0,3}"
    r"(?:năm|tháng|quý|tuần|ngày|giai đoạn|nhiệm kỳ|\d{1,2} (?:năm|tháng|ngày|tuần)|đến nay|nay)(?!\w)"
)
_COMPARED = re.compile(r"\s*(?:so với|so)(?!\w)")
_ATTRIBUTE = re.compile(r"(?:chiều )?(?:dài|rộng|cao|sâu|dày|nặng)(?!\w)")
_NOTHING = re.compile(r"[\s,x×*–-]*")
# What one counts when the text has said before what is meant.
_PALE = frozenset(["lượt", "người", "vụ", "ca", "trường hợp", "điểm", "hộ", "đồng chí", "tập", "thành viên", "đơn vị"])
_EQUATING = frozenset(["là", "đạt", "gồm", "còn", "có"])


@cache
def _heads() -> re.Pattern[str]:
    return _one_of("measure_heads")


@cache
def _openers() -> re.Pattern[str]:
    """Words at the beginning of a clause that name nothing."""
    return re.compile(rf"(?:(?:{lexicon.alternation(lexicon.entries('clause_openers'))})(?!\w)[ ,]*)+")


@cache
def _connectors() -> re.Pattern[str]:
    return _one_of("clause_connectors")


@cache
def _breaks() -> re.Pattern[str]:
    return _one_of("clause_breaks")


@cache
def _amount_nouns() -> re.Pattern[str]:
    return _one_of("amount_nouns")


def _one_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon.alternation(lexicon.entries(name))})(?!\w)")


def find(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range | None:
    """The (start, end) of the measure in the twin.

    `left`: where the figure before ends, or the sentence begins; `before`: the measure of the figure before in the
    same sentence.
    """
    if reading.kind == "count":
        return _counted(document, reading, lead, left, before)
    if reading.unit == "tuổi" and (name := _name(document, lead)) is not None:
        return name
    behind = phrase.behind(document, reading.end) if reading.unit != "lần" else None
    if reading.kind == "percent" and behind is not None:
        return behind
    subject, headed = _subject(document, lead, left)
    if not headed and behind is not None and _amount_nouns().match(document.folded, behind[0]):
        return behind
    return subject or _attribute(document, lead) or before or behind


def _counted(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range:
    text = document.folded
    noun = reading.end - len(reading.unit or "")
    end = phrase.end(document, reading.end)
    if end == reading.end:
        subject, headed = _subject(document, lead, left)
        pale = text[noun:end] in _PALE or "/" in text[noun:end]
        if subject is None:
            if before is not None and (lead.change is not None or pale):
                return before
        elif headed or (pale and not _EQUATING.isdisjoint(text[lead.start : reading.start].split())):
            return subject
    return noun, end


def _name(document: Document, lead: Lead) -> Range | None:
    """The name before an age."""
    text, end = document.text, lead.start
    while end and text[end - 1] in " ,(":
        end -= 1
    found = _NAME.search(text, max(0, end - 48), end)
    return found.span() if found is not None else None


def _attribute(document: Document, lead: Lead) -> Range | None:
    """``dài 67 cm, dày 10 cm``: a dimension is all that tells the figures apart."""
    found = _ATTRIBUTE.match(document.folded, lead.start)
    return found.span() if found is not None else None


def _subject(document: Document, lead: Lead, left: int) -> tuple[Range | None, bool]:
    """The subject before the lead, and whether it begins with a word that names a measure."""
    text = document.folded
    left, end = _clause(text, max(left, lead.start - _SUBJECT_REACH), lead.start)
    for found in _breaks().finditer(text, left, end):
        left = found.end()
    start = _last_part(text, left, end)
    heads = _heads().search(text, start, end)
    if heads is not None:
        start = heads.start()
    else:
        start = _trim(text, start, end)
        for connector in _connectors().finditer(text, start, end):
            start = connector.end()
        start = _trim(text, start, end)
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")%":
        end -= 1
    words = list(_WORD.finditer(text, start, end))
    if not words or _NOTHING.fullmatch(text, start, end):
        return None, False
    return (words[max(0, len(words) - _SUBJECT_WORDS)].start(), end), heads is not None


def _clause(text: str, left: int, right: int) -> Range:
    """The stretch before the lead without hard marks in it; what is in brackets between does not end it."""
    compared = _COMPARED.match(text, left, right)
    if compared is not None:  # what the figure before is compared with is no subject of this one
        comma = max(text.find(",", left, right), text.find(" và ", left, right))
        left = comma if comma >= 0 else right
    opened = colon = -1
    floor = left
    for mark in _HARD_END.finditer(text, left, right):
        sign = mark[0]
        if sign == "(":
            opened = mark.end()
        elif sign == ")" and opened >= 0:
            opened = -1
        elif sign == ":" and mark.end() >= right - 1:
            colon = mark.start()
        else:
            left, opened = mark.end(), -1
    if opened >= 0:
        left = opened
    if colon >= 0:
        right = colon
    return (left, right) if left <= right else (floor, floor)


def _last_part(text: str, left: int, right: int) -> int:
    """Where the last part between commas begins, with those before it that make one list with it."""
    starts = [left]
    at = text.find(",", left, right)
    while at >= 0:
        starts.append(at + 1)
        at = text.find(",", at + 1, right)
    start = starts.pop()
    if _NOTHING.fullmatch(text, start, right):
        return start
    if starts and _TIME.match(text, _bare(text, start)) and len(text[start:right].split()) <= 6:
        start = starts.pop()  # `Về đất nông nghiệp, năm 2010 có 5 ha`
    listed = len(text[start:right].split()) <= 6
    while starts and listed:
        part = starts.pop()
        opening = _bare(text, part)
        words = text[opening : text.find(",", opening)].split()
        if not 0 < len(words) <= 5 or _openers().match(text, opening) or _TIME.match(text, opening):
            break
        if _heads().match(text, opening) or part == left:
            return part
        if len(words) > 4:
            break
    return start


def _bare(text: str, start: int) -> int:
    while text[start : start + 1] in (" ", ","):
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> int:
    start = min(_bare(text, start), end)
    opener = _openers().match(text, start, end)
    return opener.end() if opener is not None else start
