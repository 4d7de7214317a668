"""Legal documents that the text names: laws, resolutions, decrees, decisions, directives and the like.

`rules` finds where a document is named and what kind of naming it is; `tail` reads on through number, day, issuer and
name to where the naming ends.
"""

from __future__ import annotations

from vnreport.document import Document, Found
from vnreport.legal import tail
from vnreport.legal.rules import DOCUMENTS
from vnreport.records import LegalDocument


def find(document: Document, found: Found) -> tuple[LegalDocument, ...]:
    """The documents named in `document`, in the order of the text.

    A document named inside another's name (an amending resolution that cites the one it amends) is listed as well
    where it has a number of its own. `issued` is the day of `found.dates` that stands inside the naming.
    """
    days = [(document.twin(d.span)[0], d.start) for d in found.dates if d.kind == "date" and d.start == d.end]
    records: list[LegalDocument] = []
    at = 0
    for hit in DOCUMENTS.scan(document):
        naming = hit.value
        if hit.start < at and naming.number is None:
            continue
        whole = tail.read(document, naming)
        at = max(at, whole.end)
        issued = None
        if whole.day is not None:
            issued = next((day for start, day in days if whole.day[0] <= start < whole.day[1]), None)
        mention = document.mention(hit.start, whole.end)
        records.append(
            LegalDocument(
                text=mention.text,
                span=mention.span,
                type=document.mention(hit.start, naming.type_end).text,
                number=document.mention(*whole.number).text if whole.number else None,
                issuer=document.mention(*whole.issuer).text if whole.issuer else None,
                issued=issued,
            )
        )
    return tuple(records)
