"""vnreport reads Vietnamese news reports of meetings into structured records.

>>> import vnreport
>>> report = vnreport.parse("Ngày 11/3/2022, xã có 17 công trình xây dựng mới.")
>>> report.dates[0].start.isoformat(), report.figures[0].text
('2022-03-11', '17 công trình')
"""

from __future__ import annotations

from vnreport.pipeline import Pipeline, parse, parse_many
from vnreport.records import (
    DateExpression,
    Figure,
    LegalDocument,
    Meeting,
    Mention,
    Person,
    Position,
    Report,
    Span,
)

__all__ = [
    "DateExpression",
    "Figure",
    "LegalDocument",
    "Meeting",
    "Mention",
    "Person",
    "Pipeline",
    "Position",
    "Report",
    "Span",
    "parse",
    "parse_many",
]
