"""Figures as rows for a spreadsheet."""

from __future__ import annotations

from typing import Any

from vnreport.document import Document
from vnreport.records import Report, check_places

COLUMNS = (
    "measure", "value", "value_to", "of", "unit", "bound", "change", "against", "period", "sentence",
)  # fmt: skip
"""The keys of every row, in order."""


def rows(report: Report, text: str) -> list[dict[str, Any]]:
    """One row for each figure of `report`, in the order of the text.

    Words are given as printed, numbers as `Decimal`, `period` in ISO 8601 where the days are known and as printed
    otherwise, what is not there as None.

    `text` is the article as it was given. Raises `TypeError` where it is no `str`, `ValueError` where it is not the
    text that the spans index.
    """
    document = Document(text)
    check_places(text, report.figures)
    found = []
    for figure in report.figures:
        period = report.dates[figure.period] if figure.period is not None else None
        sentence = document.sentence_at(document.twin(figure.span)[0])
        cells = (
            figure.measure.text if figure.measure is not None else None,
            figure.value,
            figure.value_to,
            figure.of,
            figure.unit,
            figure.bound,
            figure.change,
            figure.against.text if figure.against is not None else None,
            (period.value or period.text) if period is not None else None,
            document.mention(*sentence).text,
        )
        found.append(dict(zip(COLUMNS, cells, strict=True)))
    return found
