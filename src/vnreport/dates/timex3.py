"""TimeML (1.2.1): the text with its expressions as ``TIMEX3`` elements, in the form that HeidelTime writes."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from vnreport.records import DateExpression, check_places

_TYPES = {"date": "DATE", "period": "DATE", "duration": "DURATION", "set": "SET", "time": "TIME"}


def timex3(text: str, dates: Sequence[DateExpression]) -> str:
    """`text`, as it was given, as a TimeML document with a ``TIMEX3`` element about each of `dates`.

    A day with a clock time is of type TIME, an interval of type DATE with its ISO 8601 value; a value that is not
    known is ``XXXX-XX-XX`` for a day or period and ``PXX`` for a length or a set, as TimeML has it. A character that
    XML cannot hold becomes U+FFFD.

    Raises `ValueError` where one of `dates` does not stand in `text`, or begins before the one before it ends.
    """
    check_places(text, dates)
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n']
    at = 0
    for number, date in enumerate(dates, 1):
        start, end = date.span.start, date.span.end
        if start < at:
            raise ValueError(f"dates overlap: {date.text!r} begins at {start}, before {at}")
        out.append(_plain(text[at:start]))
        out.append(f"<TIMEX3 tid={quoteattr(f't{number}')} {_attributes(date)}>{_plain(date.text)}</TIMEX3>")
        at = end
    out.append(_plain(text[at:]))
    out.append("\n</TimeML>\n")
    return "".join(out)


def _attributes(date: DateExpression) -> str:
    kind = "TIME" if date.kind == "date" and date.time is not None else _TYPES[date.kind]
    value = date.value or ("PXX" if date.kind in ("duration", "set") else "XXXX-XX-XX")
    attributes = f"type={quoteattr(kind)} value={quoteattr(value)}"
    if date.kind == "period" and date.start is not None and date.end is not None:
        attributes += f" beginPoint={quoteattr(date.start.isoformat())} endPoint={quoteattr(date.end.isoformat())}"
    return attributes


def _plain(text: str) -> str:
    """`text` escaped, without the control characters and lone surrogates that XML cannot hold."""
    return escape("".join(c if _allowed(c) else "\ufffd" for c in text)) if not text.isprintable() else escape(text)


def _allowed(char: str) -> bool:
    return char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
