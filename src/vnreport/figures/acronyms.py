"""Counted things written as a run of capitals no list holds: ``11 TTYT``, ``180 CBCS``."""

from __future__ import annotations

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import units
from vnreport.figures.nouns import Noun
from vnreport.text.patterns import LazyPattern

# No letter with a tone mark: those are words of a line printed in capitals. Nor a Roman number or half of a code.
_ACRONYM = LazyPattern(r"(?![IVXLC]{1,6}+(?!\w))[A-ZĐ]{3,6}+(?!\w|[-–/.]\w| \d)")
_BEHIND_DIGITS = LazyPattern(r"(?<![\w.,/-])\d{1,3}(?:\.\d{3}){0,2} ?\Z")
# A line in capitals, or a name that the number belongs to (``chiếc Honda 125 ABS``).
_CAPITALS_BEFORE = LazyPattern(r"(?:\p{Lu}{2,24}+|(?<=[\w,] )\p{Lu}\p{Ll}{1,24}+) (?:[\d.]{1,24} )?\Z")
_CAPITALS_BEHIND = LazyPattern(r" \p{Lu}{2,}+(?!\w)")
_REACH = 24  # characters looked back over


def at(document: Document, start: int) -> Noun | None:
    """The acronym at `start` of the twin, behind a number in digits, that names what is counted, or None."""
    source = document.text
    found = _ACRONYM.match(source, start) if source[start : start + 2].isupper() else None
    if found is None:
        return None
    text = document.folded[start : found.end()]
    if text in units.aliases() or text in lexicon.words("no_counted_acronyms"):
        return None
    left = max(0, start - _REACH)
    if not _BEHIND_DIGITS.search(source, left, start) or _CAPITALS_BEFORE.search(source, left, start):
        return None
    return None if _CAPITALS_BEHIND.match(source, found.end()) else Noun(start, found.end(), text, "body")
