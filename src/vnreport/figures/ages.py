"""Whose age an age is, and measures that name the age of those they are asked of."""

from __future__ import annotations

import re

import regex

from vnreport import lexicon
from vnreport.document import Document
from vnreport.figures import nouns
from vnreport.figures.lead import Lead
from vnreport.figures.phrase import Range

# Initials hold full stops (``bé P.T.A.``), but a name does not run over the end of a sentence.
_NAME = regex.compile(
    r"(?:\p{Lu}(?:[\w'’]{0,12}|\w{0,2}\.) ){0,5}+"
    r"(?:(?:\p{Lu}\.){1,3}\p{Lu}\.?|(?<=\p{Ll} )\p{Lu}\.|\p{Lu}[\w'’]{0,12})$"
)
_SAID = re.compile(
    r"[ ,(–-]{0,4}(?:(?<!\w)(?:hiện nay|năm nay|năm|hiện|nay|mới|vừa tròn|vừa|tròn|khi đó|lúc đó|khi|dù|mặc dù|chỉ|đã)"
    r"[ ,]{0,3}){1,3}\Z"
)
_LAST_WORDS = re.compile(r"(?:[^\W\d]{1,8}(?: |\Z)){1,3}\Z")
_SEX = re.compile(r"(?<!\w)(?:nam|nữ) \Z")
_AGED = re.compile(
    r" cho (?:[^\W\d]{1,8} ){1,3}(?:từ|trên|dưới|đủ) \d{1,2}(?: đến \d{1,2})? tuổi(?: trở(?: lên)?)? ?\Z"
)


def name(document: Document, lead: Lead) -> Range | None:
    """The name before an age, in the twin; None where none stands there."""
    text, end = document.text, lead.start
    while end and text[end - 1] in " ,(":
        end -= 1
    found = _NAME.search(text, max(0, end - 48), end)
    if found is None or document.folded[slice(*found.span())] in lexicon.words("clause_openers"):
        return None  # `Khi mới 20 tuổi`
    return found.start(), found.end()


def said_of(document: Document, lead: Lead) -> Lead:
    """The lead of an age, without the words before it that say when (``anh Lò Văn Pó, năm nay 35 tuổi``)."""
    said = _SAID.search(document.folded, max(0, lead.start - 32), lead.start)
    return lead if said is None else lead._replace(start=said.start())


def person(document: Document, lead: Lead) -> Range | None:
    """The noun just before an age that tells whom it is asked of (``người từ 18 tuổi``)."""
    text = document.folded
    found = _LAST_WORDS.search(text, max(0, lead.start - 32), lead.start)
    if found is None:
        return None
    start, end = found.start(), lead.start
    while end > start and text[end - 1] in " ,(":
        end -= 1
    while start < end:
        noun = nouns.at(document, start)
        if noun is not None and noun.end == end and noun.kind == "person" and noun.text != "quân":
            if text.endswith("hơn ", 0, start) or text.startswith(" nhất", end):
                return None  # `anh hơn em 6 tuổi`, `người trẻ nhất 58 tuổi`
            sex = _SEX.search(text, max(0, start - 4), start)
            return (start if sex is None else sex.start(), end)
        start = text.find(" ", start, end) + 1 or end
    return None


def without(text: str, start: int, end: int) -> int:
    """Where the measure from `start` to `end` of the folded twin ends, those of an age that it is asked of left out."""
    aged = _AGED.search(text, start, end)
    return aged.start() if aged is not None and aged.start() > start else end
