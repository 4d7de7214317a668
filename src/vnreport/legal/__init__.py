"""Legal documents that the text names: laws, resolutions, decrees, decisions, directives and the like.

`rules` finds where a document is named and what kind of naming it is; `tail` reads on through number, day, issuer and
name to where the naming ends.

Treaties (`Hiệp định`, `Công ước`) count where a capital and a name of their own show one: they bind like laws, and a
reader who lists laws lists them. An article of a law (`Điểm a, Khoản 1, Điều 9`) is a boundary and no document: beside
its law the law is what is listed, and free-standing (`Khoản 2, Điều 9 được sửa như sau`) it is a part of a document
that stands elsewhere in the text, which listing it would count twice.

Offsets within the stage are the twin's, ends exclusive. The types and issuers of documents, and the names of laws, are
lists of the lexicon (``legal_*``, ``law_*``).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from operator import itemgetter

from vnreport.document import Document, Found
from vnreport.legal import tail
from vnreport.legal.rules import DOCUMENTS
from vnreport.records import LegalDocument

Days = list[tuple[int, dt.date | None]]
"""Where in the twin an expression of one day begins, and the day; in the order of the text."""


def find(document: Document, found: Found) -> tuple[LegalDocument, ...]:
    """The documents named in `document`, in the order of the text.

    A document named inside another's name (an amending resolution that cites the one it amends) is listed as well
    where it has a number of its own. Of documents that share a type word (`số 191/QĐ-UBND; 192/QĐ-UBND`) each is
    listed, the later ones from their number on. `issued` is the day of `found.dates` that stands inside the naming.
    """
    days = [(document.twin(d.span)[0], d.start) for d in found.dates if d.kind == "date" and d.start == d.end]
    records: list[LegalDocument] = []
    at = 0
    for hit in DOCUMENTS.scan(document):
        naming = hit.value
        whole = tail.read(document, naming)
        if hit.start < at and whole.number is None:
            continue
        at = max(at, whole.end)
        type_ = document.mention(hit.start, naming.type_end).text
        records.append(_record(document, hit.start, type_, whole, days))
        for start, listed in tail.listed(document, hit.start, naming, whole):
            at = max(at, listed.end)
            records.append(_record(document, start, type_, listed, days))
    return tuple(records)


def _record(document: Document, start: int, type_: str, whole: tail.Whole, days: Days) -> LegalDocument:
    issued = None
    if whole.day is not None:
        i = bisect_left(days, whole.day[0], key=itemgetter(0))
        issued = days[i][1] if i < len(days) and days[i][0] < whole.day[1] else None
    mention = document.mention(start, whole.end)
    return LegalDocument(
        text=mention.text,
        span=mention.span,
        type=type_,
        number=document.mention(*whole.number).text if whole.number else None,
        issuer=document.mention(*whole.issuer).text if whole.issuer else None,
        issued=issued,
    )
