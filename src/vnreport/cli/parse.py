"""``vnreport parse``: one article in, its record out."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from vnreport.cli import articles, files, options
from vnreport.cli.errors import on_terminal, refuse
from vnreport.records import Report


class Format(str, Enum):
    """How a record is printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def parse(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The article; - is standard input.")] = "-",
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day the article appeared: 2022-03-11, or any date stamp."),
    ] = None,
    id: Annotated[str | None, typer.Option(metavar="ID", help="An identifier, handed through.")] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            help="table for people, json indented, jsonl on one line. [default: table on a terminal, else json]"
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here, whole or not at all.")] = None,
    encoding: options.Encoding = None,
    max_chars: options.MaxChars = options.LONGEST,
) -> None:
    """Read one article and print its record.

    DAY gives relative dates (hôm qua, sáng 3/7, quý 1) their place on the calendar; without it the article's own
    stamp, dateline and lead are used as far as they go.

    \b
    vnreport parse report.txt --published 2022-03-11
    vnreport parse report.txt --format jsonl --out record.jsonl
    cat report.txt | vnreport parse | jq '.people[].name'
    """
    from vnreport import dates, pipeline

    try:
        day = dates.published_day(published)
    except ValueError as error:
        refuse(f"--published: {error}")
    decoded = files.read(file, encoding)
    if decoded.encoding != "utf-8" and encoding is None:
        print(f"vnreport: read as {decoded.encoding}", file=sys.stderr)
    if len(decoded.text) > max_chars:
        refuse(f"{file}: {articles.too_long(decoded.text, max_chars)}")
    report = pipeline.parse(decoded.text, published=day, id=id)
    to_terminal = out is None and on_terminal()
    if format is None:
        format = Format.table if to_terminal else Format.json
    files.write(_written(report, format, to_terminal), out)


def _written(report: Report, format: Format, to_terminal: bool) -> str:
    if format is Format.table:
        from vnreport.cli import table

        return table.written(report, colour=to_terminal)
    return report.to_json(indent=2 if format is Format.json else 0) + "\n"
