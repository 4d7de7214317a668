"""The command ``vnreport``: one module a command, assembled here.

>>> from typer.testing import CliRunner
>>> CliRunner().invoke(app, ["--version"]).output.startswith("vnreport ")
True
"""

from __future__ import annotations

from typing import Annotated

import typer

from vnreport.cli.batch import batch
from vnreport.cli.dashboard import dashboard
from vnreport.cli.evaluate import evaluate
from vnreport.cli.export import export
from vnreport.cli.importing import import_
from vnreport.cli.parse import parse
from vnreport.cli.render import render
from vnreport.cli.schema import schema

app = typer.Typer(
    name="vnreport",
    no_args_is_help=True,
    rich_markup_mode=None,  # one clear line for an error, and help that pastes as plain text
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# The commands, one module and one line each, in the order of the help.
app.command()(parse)
app.command()(batch)
app.command()(dashboard)
app.command()(render)
app.command()(schema)
app.command()(evaluate)
app.command()(export)
app.command("import")(import_)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"vnreport {version('vnreport')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reads Vietnamese news reports of meetings into structured records.

    \b
    vnreport parse report.txt --published 2022-03-11    one article, as tables
    cat report.txt | vnreport parse > record.json       from a pipe, as JSON
    vnreport batch news.jsonl.gz --out tables           an archive, as Parquet tables
    vnreport dashboard tables --out page.html           those tables, as a page of charts
    vnreport render report.txt --out report.html        the article, marked, and its record beside it
    vnreport export report.txt --to brat --out brat     for annotators to correct; import brings it back
    vnreport COMMAND --help                             what a command takes
    """
