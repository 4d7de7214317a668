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
from vnreport.figures.grammar import Reading
from vnreport.figures.lead import Lead

Range = tuple[int, int]

_SUBJECT_REACH = 240  # characters looked back over
_SUBJECT_WORDS = 14
_PHRASE_REACH = 160
_PHRASE_WORDS = 12

_HARD_END = re.compile(r"[;:()\[\]…!?\n“”\"]|[.](?= |$)| [-–—] ")
_WORD = re.compile(r"\w[\w%&'’./-]*\w|\w")
_BLANK = re.compile(r"\s*")


@cache
def _phrase_end() -> re.Pattern[str]:
    """Where a noun phrase ends that began before."""
    stops = lexicon.alternation(lexicon.entries("phrase_ends"))
    return re.compile(rf"[;:()\[\]…!?\n“”\"]|[.](?= |$)| [-–—] |,(?! \p{{L}})| (?:{stops})(?!\w)| \d".replace(r"\p{L}", r"[^\W\d]"))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon.alternation(lexicon.entries('measure_heads'))})(?!\w)")


@cache
def _openers() -> re.Pattern[str]:
    """Words at the beginning of a clause that name nothing."""
    return re.compile(rf"(?:(?:{lexicon.alternation(lexicon.entries('clause_openers'))})(?!\w)[ ,]*)+")


@cache
def _connectors() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{lexicon.alternation(lexicon.entries('clause_connectors'))})(?!\w)")


def find(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range | None:
    """The (start, end) of the measure in the twin.

    `left`: where the figure before ends, or the sentence begins; `before`: the measure of the figure before in the
    same sentence.
    """
    text = document.folded
    if reading.kind == "count":
        return _counted(document, reading, lead, left, before)
    if _bracketed(text, reading):
        return _in_brackets(document, reading, before)
    if reading.kind == "percent" and (behind := _behind(document, reading)) is not None:
        return behind
    subject, headed = _subject(document, lead, left)
    if subject is None:
        return before or _behind(document, reading)
    if not headed and not lead.verb and (behind := _behind(document, reading)) is not None:
        return behind
    return subject


def _counted(document: Document, reading: Reading, lead: Lead, left: int, before: Range | None) -> Range | None:
    text = document.folded
    noun = reading.end - len(reading.unit or "")
    end = _phrase(document, reading.end)
    if end == reading.end:
        if lead.change is not None and lead.start - left < 4 and before is not None:
            return before
        subject, headed = _subject(document, lead, left)
        if headed and subject is not None:
            return subject
    if text[noun] == " ":
        noun += 1
    return noun, end


def _bracketed(text: str, reading: Reading) -> bool:
    return text[max(0, reading.start - 1) : reading.start] == "("


def _in_brackets(document: Document, reading: Reading, before: Range | None) -> Range | None:
    """``22.944 hộ nghèo (5,50%)`` has the measure of the figure before, an age the name before it."""
    if reading.unit != "tuổi":
        return before
    text = document.text
    end = reading.start - 1
    while end and text[end - 1] == " ":
        end -= 1
    name = _NAME_BEFORE.search(text, max(0, end - 48), end)
    return name.span() if name is not None else None


_NAME_BEFORE = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w'’.]{0,12} ){0,5}[A-ZĐÀ-Ỹ][\w'’.]{0,12}$")


def _behind(document: Document, reading: Reading) -> Range | None:
    """The noun phrase behind a share or an amount."""
    text = document.folded
    start = reading.end + (text[reading.end : reading.end + 1] == " ")
    if not text[start : start + 1].isalpha() or _phrase_end().match(text, start - 1):
        return None
    end = _phrase(document, start)
    return (start, end) if end > start else None


def _phrase(document: Document, start: int) -> int:
    """Where the noun phrase that runs on at `start` ends."""
    text = document.folded
    limit = min(len(text), start + _PHRASE_REACH)
    stop = _phrase_end().search(text, start, limit)
    end = stop.start() if stop is not None else limit
    words = 0
    last = start
    for word in _WORD.finditer(text, start, end):
        words += 1
        if words > _PHRASE_WORDS:
            break
        last = word.end()
    return last if words else start


def _subject(document: Document, lead: Lead, left: int) -> tuple[Range | None, bool]:
    """The subject before the lead, and whether it begins with a word that names a measure."""
    text = document.folded
    left = max(left, lead.start - _SUBJECT_REACH)
    for mark in _HARD_END.finditer(text, left, lead.start):
        left = mark.end()
    start, end = _last_clause(text, left, lead.start)
    heads = list(_heads().finditer(text, start, end))
    if heads:
        start = heads[0].start()
    else:
        for connector in _connectors().finditer(text, start, end):
            start = connector.end()
        start = _trim(text, start, end)
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")%”":
        end -= 1
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return None, False
    start = words[max(0, len(words) - _SUBJECT_WORDS)].start()
    return (start, end), bool(heads)


def _last_clause(text: str, left: int, right: int) -> Range:
    """The last part between commas, and those before it that make one list with it."""
    parts = []
    at = left
    for match in re.finditer(r", ?", text[left:right]):
        parts.append((at, left + match.start()))
        at = left + match.end()
    parts.append((at, right))
    start, end = parts[-1]
    if not text[start:end].strip(" ,"):
        return start, end
    for i in range(len(parts) - 2, -1, -1):
        a, b = parts[i]
        words = text[a:b].split()
        if not words or len(words) > 6 or _openers().match(text, _BLANK.match(text, a).end()):  # type: ignore[union-attr]
            break
        if _heads().match(text, _BLANK.match(text, a).end()):  # type: ignore[union-attr]
            return a, end
    return start, end


def _trim(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,":
        start += 1
    opener = _openers().match(text, start, end)
    return opener.end() if opener is not None else start
