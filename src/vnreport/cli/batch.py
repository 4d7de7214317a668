"""``vnreport batch``: an archive in, tables out."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from vnreport.cli import articles, options, progress
from vnreport.cli.errors import EXIT_WITH_ERRORS, reason, refuse

if TYPE_CHECKING:
    from vnreport.archive.batch import Options, Outcome

EXIT_STOPPED_SHORT = 1
"""The exit code where the run could not go on."""
EXIT_INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


class Format(str, Enum):
    """What the tables are written as."""

    parquet = "parquet"
    jsonl = "jsonl"


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders and globs: .txt, .jsonl, .csv, .parquet, .html, .warc, each also .gz and .zst.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the tables; made if need be.")],
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes that parse. [default: one for each core]"),
    ] = None,
    format: Annotated[
        Format, typer.Option(help="parquet: tidy tables; jsonl: whole records, one a line.")
    ] = Format.parquet,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Take the first N articles only."),
    ] = None,
    text_field: options.TextField = None,
    id_field: options.IdField = None,
    date_field: options.DateField = None,
    title_field: options.TitleField = None,
    encoding: options.Encoding = None,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.001, help="Time limit for one article.")] = 60.0,
    max_chars: options.MaxChars = options.LONGEST,
    part_size: Annotated[int, typer.Option(metavar="N", min=1, help="Articles in one part of the tables.")] = 500,
    restart: Annotated[
        bool, typer.Option("--restart", "--overwrite", help="Throw away what an earlier run left in DIR.")
    ] = False,
) -> None:
    """Parse an archive into tables, in as many processes as there are cores.

    A run that was stopped, even killed, goes on when the same command is given again, and leaves the same tables.
    Articles that cannot be read or parsed are in DIR/errors.jsonl, with place and reason. One that comes without an id
    gets one made of its file and line.

    \b
    Leaves with 0 if all went well, 3 if articles are in errors.jsonl, 2 if the arguments cannot be used,
    1 if the run had to stop short (a full disk).

    \b
    vnreport batch news.jsonl.gz --out tables
    vnreport batch 2017/ 'crawls/*.warc.gz' export.csv --out tables --workers 4
    vnreport batch dump.parquet --out records --format jsonl --text-field body --id-field url
    """
    from vnreport.archive.batch import Fields, Options, Settings

    chosen = Options(
        workers=workers or articles.cores(),
        format=format.value,
        limit=limit,
        timeout=timeout,
        part_size=part_size,
        restart=restart,
        settings=Settings(Fields(text_field, id_field, date_field, title_field), encoding, max_chars),
    )
    outcome = _run(inputs, out, chosen)
    typer.echo(_summary(outcome, out))
    if outcome.failed:
        raise typer.Exit(EXIT_WITH_ERRORS)


def _run(inputs: list[str], out: Path, chosen: Options) -> Outcome:
    from vnreport.archive import batch as runner

    display = progress.display(chosen.limit)
    try:
        with display:
            return runner.run(inputs, out, chosen, watch=display.show, note=display.note)
    except (runner.InputError, runner.Refused, runner.Busy, runner.MissingExtra) as error:
        refuse(str(error))
    except runner.RunError as error:
        _stop_short(str(error))
    except OSError as error:
        _stop_short(f"{error.filename or out}: {reason(error)}")
    except KeyboardInterrupt:
        typer.echo("vnreport: stopped; the same command goes on from here", err=True)
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _stop_short(why: str) -> NoReturn:
    typer.echo(f"vnreport: stopped short: {why}; the same command goes on from here", err=True)
    raise typer.Exit(EXIT_STOPPED_SHORT)


def _summary(outcome: Outcome, out: Path) -> str:
    parsed = outcome.articles - outcome.failed
    said = f"{outcome.articles:,} articles, {parsed:,} of them in the tables under {out}"
    if outcome.failed:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in outcome.errors.items())
        said += f"; {outcome.failed:,} in {out / 'errors.jsonl'} ({kinds})"
    return f"nothing to do: {said}" if outcome.nothing_to_do else said
