"""From where a document is named on to where its naming ends: day, issuer, name. All offsets are the twin's, ends
exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from vnreport.document import Document
from vnreport.legal import ends, numbers
from vnreport.legal.readings import Naming, closes
from vnreport.text.patterns import LazyPattern

_PARTS = 6
_LISTED = 12  # numbers behind one type word, at most

_DAY = LazyPattern(
    r",? ?\(?(?:(?:được )?(?:ban hành|ký|ra) )?ngày (?:\d{1,2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{4})?(?!\d)"
    r"|\d{1,2} tháng \d{1,2}(?:,? năm \d{4})?)\)?"
)
_YEAR = LazyPattern(r",? ?(?:năm )?(?:19|20)\d\d(?![\d/-]| ?[-–] ?\d)|,? ?\((?:năm )?(?:19|20)\d\d\)")
_TERM = LazyPattern(
    r",? ?(?:\(khóa [ivxlc\d]{1,6}(?:(?:,| và) (?:khóa )?[ivxlc\d]{1,6}){0,3}\)|khóa [ivxlc\d]{1,6})"
    r"(?:,? nhiệm kỳ \d{4} ?[-–] ?\d{4})?(?: của đảng)?(?!\w)"
)
_AMENDED = LazyPattern(
    r" ?\((?:sửa đổi|bổ sung)[^()\n]{0,40}\)| sửa đổi(?: năm \d{4}| \d{4})?(?!,? \w*[ ,](?:bổ sung|một số))(?!\w)"
)
_NUMBER = LazyPattern(r",? ?\(?(?:mang )?số (?:hiệu )?:? ?(?=\d)")
_NEXT = LazyPattern(r"(?: ?[;,] ?(?:và )?| và )(?P<mark>số )?(?=\d)")
_OF = LazyPattern(r",? của (?=\w)| (?=đảng bộ )")
_ABOUT = LazyPattern(r",? ?(?i:về|v/v) (?=\w)|,? ?[“\"](?=\p{Lu})|,? ?\((?:về|v/v) (?=\w)")
_ACRONYM = LazyPattern(r" ?\([\p{Lu}\d&-]{2,12}\)")
_GOES_ON = LazyPattern(r",? ?(?:ngày \d|của \w|về \w|\((?:sửa|bổ)|(?:năm )?(?:19|20)\d\d)")


@dataclass
class Whole:
    """A naming read to its end, in twin offsets; `number`, `issuer` and `day` are where these parts of it stand."""

    end: int
    number: tuple[int, int] | None
    issuer: tuple[int, int] | None
    day: tuple[int, int] | None = None


def read(document: Document, naming: Naming) -> Whole:
    """The whole naming: what `naming` read, and the parts that directly follow it."""
    whole = Whole(naming.end, naming.number, naming.issuer)
    for _ in range(_PARTS):
        if _day(document, whole) or _qualifier(document, whole, naming) or _number(document, whole):
            continue
        if _issuer(document, whole):
            continue
        if (not naming.named or naming.issuer is None) and (match := _ABOUT.match(document.text, whole.end)):
            whole.end = ends.quoted(document, match.end(), match[0].strip(", ")[0])
        break
    return whole


def listed(document: Document, start: int, naming: Naming, whole: Whole) -> Iterator[tuple[int, Whole]]:
    """The start and the whole of each further document that shares the type word at `start` with `whole`.

    A symbol or a number behind ``số`` is one; a plain number only where the first is plain too and counts nothing.
    """
    marked = naming.number is not None and document.folded.endswith(("số ", "số: "), start, naming.number[0])
    for _ in range(_LISTED if whole.number is not None else 0):
        match = _NEXT.match(document.folded, whole.end)
        if match is None:
            return
        number = numbers.read(document, match.end(), marked=match["mark"] is not None)
        if number is None:
            return
        if document.text[slice(*number)].isdigit() and not match["mark"]:
            first = naming.number is not None and document.text[slice(*naming.number)].isdigit()
            if not (first and marked and whole.end == (whole.number or number)[1] and closes(document, number[1])):
                return
        opens = number[0]
        whole = read(document, Naming(opens, number[1], number))
        yield opens, whole


def _day(document: Document, whole: Whole) -> bool:
    match = _DAY.match(document.folded, whole.end) if whole.day is None else None
    if match is None or _new_sentence(document.text, match):
        return False
    whole.day, whole.end = match.span(), match.end()
    return True


def _new_sentence(text: str, match: regex.Match[str]) -> bool:
    """Whether a day opens a sentence whose full stop was lost: `Nghị định 67 Ngày 8.2, ông …`."""
    return text[match.start() : match.end()].lstrip()[:1].isupper()


def _qualifier(document: Document, whole: Whole, naming: Naming) -> bool:
    """A term, an amendment, a year or an abbreviation in brackets."""
    match = _TERM.match(document.folded, whole.end) or _AMENDED.match(document.folded, whole.end)
    if match is None and (naming.named or whole.number is not None):
        match = _YEAR.match(document.folded, whole.end)
    if match is None:
        match = _ACRONYM.match(document.text, whole.end)
        if match is None or not _GOES_ON.match(document.folded, match.end()):
            return False
    whole.end = match.end()
    return True


def _number(document: Document, whole: Whole) -> bool:
    match = _NUMBER.match(document.folded, whole.end) if whole.number is None else None
    number = numbers.read(document, match.end(), marked=True) if match is not None else None
    if number is None:
        return False
    whole.number, whole.end = number, number[1]
    return True


def _issuer(document: Document, whole: Whole) -> bool:
    match = _OF.match(document.folded, whole.end) if whole.issuer is None else None
    stop = ends.issuer(document, match.end()) if match is not None else None
    if match is None or stop is None:
        return False
    whole.issuer, whole.end = (match.end(), stop), stop
    return True
