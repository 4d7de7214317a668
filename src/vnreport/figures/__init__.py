"""Figures: numbers with their units, bounds, and what they measure."""

from __future__ import annotations

from vnreport.document import Document, Found


def find(document: Document, found: Found) -> tuple:
    """Nothing yet."""
    return ()
