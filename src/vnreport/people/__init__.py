"""People."""

from __future__ import annotations

from vnreport.document import Document, Found
from vnreport.people import tagger as tagger


def find(document: Document, found: Found, *, tagger=None) -> tuple:
    """Nothing yet."""
    return ()
