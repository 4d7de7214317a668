"""Dates: every expression that a calendar can place, and every length of time."""

from __future__ import annotations

from vnreport.document import Document, Found


def find(document: Document, found: Found) -> tuple:
    """Nothing yet."""
    return ()


def published_day(published):
    """The day that a `published` argument names."""
    import datetime as dt
    return dt.date.fromisoformat(published) if isinstance(published, str) else published


def found_day(document, found):
    """The day the text itself says it appeared on."""
    return None
