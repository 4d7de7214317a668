"""``vnreport scores``: the parser against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.cli import files
from vnreport.cli.errors import reason, refuse

if TYPE_CHECKING:
    from vnreport import evaluation


def scores(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Annotated articles: ID.txt with ID.json beside it.")],
    min: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A TOML file with a table [floors]; exit code 1 where a layer scores less."),
    ] = None,
    errors: Annotated[str | None, typer.Option(metavar="LAYER", help="List what a layer missed instead.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Score the parser against annotated articles.

    \b
    vnreport scores tests/gold
    vnreport scores tests/gold --errors dates=
    vnreport scores tests/gold --min quality/floors.toml
    """
    from vnreport import evaluation

    if errors is not None and errors not in (*evaluation.LAYERS, *evaluation.ACCURACIES):
        refuse(f"--errors: no layer is called {errors}; layers are {', '.join(evaluation.LAYERS)}")
    try:
        floors = evaluation.load_floors(min) if min else {}
        found = evaluation.evaluate(evaluation.paths(folder))
        short = found.below(floors)
    except OSError as error:
        refuse(f"{error.filename}: cannot read: {reason(error)}")
    except ValueError as error:
        refuse(str(error))
    if errors is not None:
        lines = (f"{d.article} {d.kind} {d.what}" for d in found.differences[errors])
        files.write("".join(" ".join(line.splitlines()) + "\n" for line in lines), None)
    elif as_json:
        files.write(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) + "\n", None)
    else:
        files.write(_table(found), None)
    if short:
        typer.echo("falls short: " + "; ".join(short), err=True)
        raise typer.Exit(1)


def _table(scores: evaluation.Scores) -> str:
    lines = [f"{'':12}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>7}{'found':>7}"]
    for name, s in scores.layers.items():
        lines.append(f"{name:12}{s.precision:10.3f}{s.recall:10.3f}{s.f1:10.3f}{s.gold:7}{s.found:7}")
    for name, a in scores.accuracies.items():
        lines.append(f"{name:12}{'accuracy':>10}{'':10}{a.accuracy:10.3f}{a.gold:7}")
    return "\n".join(lines) + "\n"
