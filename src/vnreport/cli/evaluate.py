"""``vnreport evaluate``: the parser, or somebody else, against annotated articles."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.cli import files
from vnreport.cli.errors import reason, refuse

if TYPE_CHECKING:
    from vnreport import evaluation

EXIT_FALLS_SHORT = 1

_ALL = "all"
_WORTH_A_BAR = 20  # articles: fewer are read before anybody looks


def evaluate(
    folder: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotated articles: ID.txt with ID.json beside it.")
    ],
    records: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Score these instead of parsing: records (.json, .jsonl, a folder), or another reader's GOLD_DIR.",
        ),
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(metavar="LAYER", help="List every miss of a layer, or of all, with article, place and context."),
    ] = None,
    min: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A TOML file with a table [floors]; exit code 1 where a layer scores less."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores, or the misses, as JSON.")] = False,
) -> None:
    """Score the parser against annotated articles, layer by layer.

    Of each layer: precision, recall and F1 over all articles, and how many were missed, spurious (found and not
    annotated) and wrong (found, with another meaning). docs/gold.md says what each layer compares.

    \b
    vnreport evaluate tests/gold
    vnreport evaluate tests/gold --errors dates=
    vnreport evaluate tests/gold --min quality/floors.toml
    vnreport evaluate gold --records records.jsonl     records made before
    vnreport evaluate anna --records binh              two annotators of the same articles
    """
    from vnreport import evaluation

    layers = (*evaluation.LAYERS, *evaluation.ACCURACIES)
    if errors is not None and errors not in (*layers, _ALL):
        refuse(f"--errors: no layer is called {errors}; layers are {', '.join(layers)}, or {_ALL}")
    try:
        floors = evaluation.load_floors(min) if min else {}
        scores = _scores(evaluation.paths(folder), records)
        short = scores.below(floors)
    except OSError as error:
        refuse(f"{error.filename}: cannot read: {reason(error)}")
    except ValueError as error:
        refuse(str(error))
    if errors is not None:
        files.write(_listed(scores, layers if errors == _ALL else (errors,), as_json), None)
    else:
        files.write(_json(scores.to_dict()) if as_json else _table(scores), None)
    if short:
        typer.echo("falls short: " + "; ".join(short), err=True)
        raise typer.Exit(EXIT_FALLS_SHORT)


def _scores(paths: list[Path], records: Path | None) -> evaluation.Scores:
    from vnreport import evaluation

    if records is None:
        return evaluation.evaluate(_watched(paths))
    scores = evaluation.score(paths, evaluation.readings(records))
    if scores.articles < len(paths):
        typer.echo(f"vnreport: {scores.articles} of {len(paths)} articles are annotated in both", err=True)
    return scores


def _watched(paths: list[Path]) -> Iterable[Path]:
    """The paths, with a bar on the terminal while they are worked through."""
    if len(paths) < _WORTH_A_BAR or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, description="articles", console=Console(stderr=True), transient=True)


def _table(scores: evaluation.Scores) -> str:
    head = f"{'':12}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>7}{'found':>7}"
    lines = [head + f"{'missed':>8}{'spurious':>10}{'wrong':>7}"]
    for name, s in scores.layers.items():
        m = scores.misses(name)
        rates = "".join(
            f"{rate:10.3f}" if s.gold or s.found else f"{'–':>10}" for rate in (s.precision, s.recall, s.f1)
        )
        lines.append(f"{name:12}{rates}{s.gold:7}{s.found:7}{m.missed:8}{m.spurious:10}{m.wrong:7}")
    for name, a in scores.accuracies.items():
        rate = f"{a.accuracy:10.3f}" if a.gold else f"{'–':>10}"
        lines.append(f"{name:12}{'accuracy':>10}{'':10}{rate}{a.gold:7}{'':25}{scores.misses(name).wrong:7}")
    return "\n".join(lines) + "\n"


def _listed(scores: evaluation.Scores, layers: Iterable[str], as_json: bool) -> str:
    found = [(layer, difference) for layer in layers for difference in scores.differences[layer]]
    if as_json:
        return _json(
            [
                {"layer": layer, "article": d.article, "kind": d.kind, "what": d.what, "start": d.start,
                 "context": d.context}
                for layer, d in found
            ]
        )  # fmt: skip
    return "".join(_clean(_line(layer, difference)) + "\n" for layer, difference in found)


def _line(layer: str, difference: evaluation.Difference) -> str:
    place = "" if difference.start is None else f" at {difference.start}"
    around = f"  | {difference.context}" if difference.context else ""
    return f"{difference.article}{place} {layer} {difference.kind}: {difference.what}{around}"


def _clean(line: str) -> str:
    """`line` without characters that steer a terminal: articles come from anywhere."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in line)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
