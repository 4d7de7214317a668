"""A record as tables, for people to read."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vnreport.records import DateExpression, Figure, Mention, Report

_BOUNDS = {"exact": "", "approx": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "at_most": "≤ "}
_CHANGES = {"up": "↑ ", "down": "↓ "}
_PLAIN_WIDTH = 120


def written(report: Report, *, colour: bool) -> str:
    """The tables as text; `colour` with the terminal's own width and colours, else plain, 120 columns wide."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=colour, width=None if colour else _PLAIN_WIDTH, highlight=False)
    _print(console, report)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _print(console: Console, report: Report) -> None:
    if report.title:
        console.print(Text(_clean(report.title.text), style="bold"))
    signed = [_clean(m.text) for m in (report.outlet, *report.bylines) if m]
    line = " · ".join([*([f"published {report.published}"] if report.published else []), *signed])
    if line:
        console.print(Text(line, style="dim"))
    tables = [table for table in (_meeting(report), *_lists(report)) if table.row_count]
    if not tables:
        console.print("Nothing found: no people, dates, figures, documents or meeting.")
    for table in tables:
        console.print()
        console.print(table)


def _meeting(report: Report) -> Table:
    table = _table("Meeting", ["", ""])
    table.show_header = False
    meeting = report.meeting
    if meeting is None:
        return table
    when = _days(meeting.start, meeting.end) + (f" {meeting.time:%H:%M}" if meeting.time else "")
    rows = [
        ("kind", meeting.kind.text),
        ("title", _text(meeting.title)),
        ("when", when.strip()),
        ("form", meeting.form or ""),
        ("host", _text(meeting.host)),
        ("venues", "; ".join(venue.text for venue in meeting.venues)),
        ("chairs", ", ".join(meeting.chairs)),
        ("speakers", ", ".join(meeting.speakers)),
        ("attendees", ", ".join(meeting.attendees)),
    ]
    _fill(table, (row for row in rows if row[1]))
    return table


def _lists(report: Report) -> Iterable[Table]:
    people = _table("People", ["name", "honorific", "positions", "mentions"])
    _fill(
        people,
        (
            (p.name, p.honorific or "", "; ".join(position.text for position in p.positions), str(len(p.mentions)))
            for p in report.people
        ),
    )
    figures = _table("Figures", ["text", "value", "unit", "of what", "period"])
    _fill(
        figures,
        ((f.text, _value(f), f.unit or "", _measure(f), _period(f, report.dates)) for f in report.figures),
    )
    dates = _table("Dates", ["text", "kind", "days", "time"])
    _fill(
        dates,
        ((d.text, d.kind, _days(d.start, d.end) or d.value or "", f"{d.time:%H:%M}" if d.time else "")
         for d in report.dates),
    )  # fmt: skip
    documents = _table("Documents", ["text", "type", "number", "issuer", "issued"])
    _fill(documents, ((d.text, d.type, d.number or "", d.issuer or "", str(d.issued or "")) for d in report.documents))
    return people, figures, dates, documents


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", header_style="dim", box=SIMPLE_HEAD, show_edge=False
    )
    for column in columns:
        table.add_column(column, justify="right" if column in ("value", "mentions") else "left", overflow="fold")
    return table


def _fill(table: Table, rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        table.add_row(*(Text(_clean(cell)) for cell in row))


def _clean(text: str) -> str:
    """`text` on one line, without characters that steer a terminal: articles come from anywhere."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)


def _text(mention: Mention | None) -> str:
    return mention.text if mention else ""


def _days(start: dt.date | None, end: dt.date | None) -> str:
    if start is None or end is None or start == end:
        return str(start or end or "")
    return f"{start} … {end}"


def _number(value: Decimal) -> str:
    """Digits in groups of three, without noughts at the end of a fraction.

    >>> _number(Decimal("30539000000.000")), _number(Decimal("1E+3")), _number(Decimal("5.50"))
    ('30,539,000,000', '1,000', '5.5')
    """
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _value(figure: Figure) -> str:
    text = _BOUNDS[figure.bound] + _number(figure.value)
    if figure.value_to is not None:
        text += f" – {_number(figure.value_to)}"
    if figure.of is not None:
        text += f" of {_number(figure.of)}"
    return (_CHANGES[figure.change] if figure.change else "") + text


def _measure(figure: Figure) -> str:
    return _text(figure.measure) + (f" ({figure.against.text})" if figure.against else "")


def _period(figure: Figure, dates: Sequence[DateExpression]) -> str:
    return dates[figure.period].text if figure.period is not None else ""
