"""``vnreport import``: what annotators have corrected, back in the gold form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from vnreport.cli import articles, files
from vnreport.cli.errors import EXIT_BAD_INPUT, reason, refuse
from vnreport.cli.export import Format

if TYPE_CHECKING:
    from vnreport import annotation


def import_(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Label Studio's JSON, brat's .ann, .conll, ID.json; or folders that hold such files.",
        ),
    ],
    source: Annotated[Format, typer.Option("--from", help="The format of FILE.")],
    out: Annotated[Path, typer.Option(metavar="GOLD_DIR", help="The folder for ID.json and ID.txt, made if need be.")],
    predictions: Annotated[
        bool,
        typer.Option("--predictions", help="Label Studio: take the prediction of a task that nobody has annotated."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over annotated articles that are there.")] = False,
) -> None:
    """Make annotated articles (gold) of what was corrected in an annotation tool.

    Of each task in Label Studio the latest annotation counts that was not cancelled; tasks without one are left out.
    Where something is not as the gold form needs it, each such place is named on standard error, and nothing is
    written (exit code 2). docs/annotation.md says what each format carries.

    \b
    vnreport import project-1.json --from label-studio --out gold
    vnreport import brat --from brat --out gold
    vnreport evaluate gold
    """
    from vnreport import annotation

    markups, skipped = _read(inputs, source, predictions)
    if not markups:
        refuse(f"nothing to write: {skipped[0] if skipped else 'no article in what was given'}")
    unfit = [why for markup in markups if (why := _unfit(markup))]
    if unfit:
        _refuse_all(unfit)
    try:
        made = annotation.files(markups, "gold")
    except ValueError as error:
        refuse(str(error))
    files.put(made, out, force)
    typer.echo(f"{articles.counted(len(markups))} in {out}")
    if skipped:
        typer.echo(f"vnreport: {articles.counted(len(skipped))} left out, which nobody has annotated", err=True)


def _read(
    inputs: list[Path], source: Format, predictions: bool
) -> tuple[list[annotation.Markup], list[annotation.NotAnnotatedError]]:
    """The articles, and the news of those that nobody has annotated. Leaves where others cannot be read."""
    from vnreport import annotation

    try:
        found = list(annotation.read(inputs, source.value, predictions=predictions))
    except OSError as error:
        refuse(f"{error.filename}: cannot read: {reason(error)}")
    except ValueError as error:
        refuse(str(error))
    skipped = [each for each in found if isinstance(each, annotation.NotAnnotatedError)]
    wrong = [each for each in found if isinstance(each, annotation.AnnotationError) and each not in skipped]
    if wrong:
        _refuse_all([str(error) for error in wrong])
    return [each for each in found if isinstance(each, annotation.Markup)], skipped


def _unfit(markup: annotation.Markup) -> str | None:
    """Why an article does not fit the gold form, None where it does."""
    from vnreport import annotation

    try:
        annotation.files([markup], "gold")
    except ValueError as error:
        return str(error)
    return None


def _refuse_all(reasons: list[str]) -> NoReturn:
    """One line for each reason, so that all can be put right at once."""
    for line in reasons:
        typer.echo(f"vnreport: {' '.join(line.split())}".encode("utf-8", "backslashreplace").decode(), err=True)
    raise typer.Exit(EXIT_BAD_INPUT)
