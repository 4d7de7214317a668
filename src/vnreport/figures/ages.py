"""Whose age an age is, and measures that name the age of those they are asked of."""

from __future__ import annotations

import re

import regex

from vnreport.document import Document
from vnreport.figures import nouns
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range

_NAME = regex.compile(r"(?:\p{Lu}[\w'’.]{0,12} ){0,5}+\p{Lu}[\w'’]{0,12}$")
_LAST_WORDS = re.compile(r"(?:[^\W\d]{1,8} ){1,3}\Z")
_AGED = re.compile(
    r" cho (?:[^\W\d]{1,8} ){1,3}(?:từ|trên|dưới|đủ) \d{1,2}(?: đến \d{1,2})? tuổi(?: trở(?: lên)?)? ?\Z"
)


def name(document: Document, lead: Lead) -> Range | None:
    """The name before an age, in the twin; None where none stands there."""
    text, end = document.text, lead.start
    while end and text[end - 1] in " ,(":
        end -= 1
    found = _NAME.search(text, max(0, end - 48), end)
    return found.span() if found is not None else None


def person(document: Document, lead: Lead) -> Range | None:
    """The noun just before an age that tells whom it is asked of (``người từ 18 tuổi``)."""
    text = document.folded
    found = _LAST_WORDS.search(text, max(0, lead.start - 32), lead.start)
    if found is None:
        return None
    start, end = found.start(), lead.start - 1
    while start < end:
        noun = nouns.at(document, start)
        if noun is not None and noun.end == end and noun.kind == "person" and noun.text != "quân":
            return None if text.endswith("hơn ", 0, start) else (start, end)  # `anh hơn em 6 tuổi`
        start = text.find(" ", start, end) + 1 or end
    return None


def without(text: str, start: int, end: int) -> int:
    """Where the measure from `start` to `end` of the folded twin ends, those of an age that it is asked of left out."""
    aged = _AGED.search(text, start, end)
    return aged.start() if aged is not None and aged.start() > start else end
