"""``vnreport dashboard``: tables in, a page of charts out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vnreport.cli import files
from vnreport.cli.errors import reason, refuse


def dashboard(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that vnreport batch filled (--out DIR).")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The page; - for standard output.")],
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What stands at the head of the page. [default: the folder's name]"),
    ] = None,
    figures: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, help="The most figures in the page; of measures that many articles give first."
        ),
    ] = 8000,
    people: Annotated[
        int, typer.Option(metavar="N", min=0, help="The most people in the network; those in most meetings.")
    ] = 60,
    texts: Annotated[
        int, typer.Option(metavar="N", min=0, help="The most articles whose whole text is in the page.")
    ] = 1000,
) -> None:
    """Show an archive's tables as one page of charts, in Vietnamese.

    The page stands alone, in one file without network: meetings over time, who chairs, speaks and attends and with
    whom, offices over time, money and percentages by what they measure. Each figure stands in its sentence, and opens
    the article it was read from. --figures, --people and --texts bound the page's size, and it says what they cut off.
    The same tables give the same page.

    \b
    Leaves with 0 if the page was written, 2 if DIR or the arguments cannot be used.

    \b
    vnreport batch news.jsonl.gz --out tables
    vnreport dashboard tables --out page.html
    vnreport dashboard tables --out page.html --title 'Báo tỉnh 2021' --figures 20000 --texts 0
    """
    try:
        from vnreport.dashboard import DashboardError, to_html
    except ModuleNotFoundError as error:
        refuse(str(error))
    try:
        page = to_html(folder, title=title, figures=figures, people=people, texts=texts)
    except DashboardError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{error.filename or folder}: cannot read: {reason(error)}")
    files.write(page, out)
