"""``vnreport export``: articles out to an annotation tool, with what the parser found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from vnreport.cli import articles, files, options
from vnreport.cli.errors import EXIT_WITH_ERRORS, reason, refuse

if TYPE_CHECKING:
    from vnreport import annotation


class Format(str, Enum):
    """What annotations are written in, or read from."""

    label_studio = "label-studio"
    brat = "brat"
    conll2002 = "conll2002"
    gold = "gold"


def export(
    to: Annotated[Format, typer.Option(help="The format; docs/annotation.md says what each carries.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            help="Articles (- is standard input), archives as batch reads them, or annotated articles, ID.json.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The file of tasks for Label Studio (- is standard output), else a folder."),
    ] = None,
    config: Annotated[
        bool, typer.Option("--config", help="Print the tool's configuration instead, or put it into the folder PATH.")
    ] = False,
    published: options.Published = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Take the first N articles of each FILE only."),
    ] = None,
    encoding: options.Encoding = None,
    max_chars: options.MaxChars = options.LONGEST,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Write articles for annotators to correct, with what the parser found in them.

    Annotated articles (ID.json with ID.txt beside it) go out with their annotations, not parsed again.

    \b
    Leaves with 0 if all went well, 3 if some articles could not be read (they are named on standard error),
    2 if the arguments cannot be used or nothing could be read.

    \b
    vnreport export --to label-studio --config                        the labelling interface, to paste
    vnreport export news/*.txt --to label-studio --out tasks.json     tasks, to import
    vnreport export news.jsonl.gz --limit 50 --to brat --out brat     a collection for brat
    vnreport export gold/*.json --to label-studio --out again.json    gold to be corrected
    vnreport export report.txt --to gold --out gold                   a first draft of gold
    """
    if config:
        _configuration(to, out, force)
        return
    if not inputs:
        refuse("no FILE given (--config needs none)")
    if out is None:
        refuse("no --out given: where do the files go?")
    drafts, gold, unread = _markups(inputs, published, limit, encoding, max_chars)
    if not drafts and not gold:
        refuse(f"nothing to write: {unread[0] if unread else 'no article in what was given'}")
    articles.say_left_out(unread)
    _write([*drafts, *gold], {markup.id for markup in gold}, to, out, force)
    if unread:
        raise typer.Exit(EXIT_WITH_ERRORS)


def _configuration(to: Format, out: Path | None, force: bool) -> None:
    from vnreport import annotation

    made = annotation.configuration(to.value)
    if not made:
        refuse(f"{to.value} has no configuration")
    if out is not None and str(out) != files.STANDARD:
        files.put(made, out, force)
        return
    one = len(made) == 1
    files.write("\n".join(("" if one else f"# ---- {name}\n") + data.decode() for name, data in made.items()), None)


def _markups(
    inputs: Iterable[str], published: str | None, limit: int | None, encoding: str | None, max_chars: int
) -> tuple[list[annotation.Markup], list[annotation.Markup], list[str]]:
    """What was parsed, what was annotated, and a line for each article that could not be read."""
    from vnreport import annotation

    found: list[articles.Article] = []
    gold: list[annotation.Markup] = []
    unread: list[str] = []
    fields = articles.FieldNames()
    for name in inputs:
        if name.endswith(".json"):
            gold.append(_annotated(Path(name)))
            continue
        read = articles.read(
            [name], published=published, limit=limit, encoding=encoding, fields=fields, max_chars=max_chars
        )
        unread += read.unread
        stem = _stem(name)
        for number, article in enumerate(read.articles, 1):
            made = stem if len(read.articles) == 1 else f"{stem}-{number}"
            found.append(article if article.id else article._replace(id=made))
    try:
        return [annotation.of_report(report) for report in articles.parsed(found)], gold, unread
    except ValueError as error:
        refuse(str(error))


def _annotated(path: Path) -> annotation.Markup:
    from vnreport import annotation

    try:
        return annotation.of_gold(path)
    except OSError as error:
        refuse(f"{error.filename or path}: cannot read: {reason(error)}")
    except ValueError as error:
        refuse(str(error) if str(path) in str(error) else f"{path}: {error}")


def _stem(name: str) -> str:
    """What an article without an id is called: as its file, without endings."""
    if name == files.STANDARD:
        return "article"
    file = PurePath(name).name
    return re.sub(r"(\.(txt|jsonl|ndjson|csv|parquet|html?|warc))?(\.(gz|zst))?$", "", file, flags=re.I) or file


def _write(markups: Sequence[annotation.Markup], annotated: set[str], to: Format, out: Path, force: bool) -> None:
    from vnreport import annotation
    from vnreport.annotation import shelf

    try:
        made = annotation.files(markups, to.value, annotated)
        if shelf.NAME in made:
            made[shelf.NAME] = shelf.merged(out, made[shelf.NAME].decode()).encode()
    except ValueError as error:
        refuse(str(error))
    if to is not Format.label_studio:
        # Whoever has changed a configuration to suit his brat keeps it.
        files.put(made, out, force, kept=annotation.configuration(to.value), grown=(shelf.NAME,))
    elif str(out) == files.STANDARD:
        files.write(made[annotation.TASKS].decode(), None)
        return
    else:
        files.put({out.name: made[annotation.TASKS]}, out.parent, force)
    typer.echo(f"{articles.counted(len(markups))} in {out}")
