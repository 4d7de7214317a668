"""``vnreport render``: articles in, one page of HTML out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.cli import articles, files, options
from vnreport.cli.errors import EXIT_WITH_ERRORS, refuse

if TYPE_CHECKING:
    from vnreport.records import Report


def render(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Articles; - is standard input. Archives as batch reads them: .jsonl, .csv, .parquet, folders, ….",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="PAGE", help="Write here, whole or not at all. [default: standard output]"),
    ] = None,
    published: options.Published = None,
    id: Annotated[
        str | None,
        typer.Option(metavar="ID", help="An identifier for the one article, shown and handed through."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Take the first N articles only."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TITLE", help="What a page of many articles is called.")] = "vnreport",
    text_field: options.TextField = None,
    id_field: options.IdField = None,
    date_field: options.DateField = None,
    title_field: options.TitleField = None,
    encoding: options.Encoding = None,
    max_chars: options.MaxChars = options.LONGEST,
) -> None:
    """Show articles with their records on one page of HTML that needs no network.

    One article: its people, dates, figures and documents are marked, the record stands beside it. Many: a list to
    search by title, people and day. The extra render is needed, for some archives the extra archive.

    \b
    Leaves with 0 if all went well, 3 if some articles could not be read (they are named on standard error and are
    not on the page), 2 if the arguments cannot be used or nothing could be read.

    \b
    vnreport render report.txt --published 2022-03-11 --out report.html
    vnreport render a.txt b.txt --out both.html
    vnreport render news.jsonl.gz --limit 1000 --out news.html
    """
    fields = articles.FieldNames(text_field, id_field, date_field, title_field)
    read = articles.read(
        inputs, published=published, id=id, limit=limit, encoding=encoding, fields=fields, max_chars=max_chars
    )
    if not read.articles:
        refuse(f"nothing to show: {read.unread[0] if read.unread else 'no article in what was given'}")
    articles.say_left_out(read.unread)
    files.write(_page(list(articles.parsed(read.articles)), title), out)
    if read.unread:
        raise typer.Exit(EXIT_WITH_ERRORS)


def _page(reports: list[Report], title: str) -> str:
    from vnreport import render as pages

    try:
        return reports[0].to_html() if len(reports) == 1 else pages.to_page(reports, title=title)
    except ImportError as error:
        refuse(str(error))
