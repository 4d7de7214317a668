"""Articles from whatever files there are: one text a file, or archives, through the readers of `vnreport.archive`."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

import typer

from vnreport.cli import files
from vnreport.cli.errors import refuse

if TYPE_CHECKING:
    from vnreport.records import Report

_WORTH_PROCESSES = 200  # articles; fewer are parsed before other processes have started


class Article(NamedTuple):
    """An article to be parsed."""

    text: str
    published: dt.date | None
    id: str | None


class FieldNames(NamedTuple):
    """The fields of an archive that articles are read from; None stands for the usual ones."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None


@dataclass(slots=True)
class Read:
    """What could be read, and a line for each article that could not: where and why."""

    articles: list[Article] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read(
    inputs: list[str],
    *,
    published: str | None = None,
    id: str | None = None,
    limit: int | None = None,
    encoding: str | None = None,
    fields: FieldNames,
    max_chars: int,
) -> Read:
    """The articles of the inputs, in their order, at most `limit`. Refuses what cannot be used.

    `published` is the day of those that come without one, `id` that of a single article. One of more than `max_chars`
    characters counts as unread.
    """
    from vnreport import dates

    try:
        day = dates.published_day(published)
    except ValueError as error:
        refuse(f"--published: {error}")
    found = Read()
    stream = (one for name in inputs for one in _of(name, encoding, fields, max_chars))
    taken = 0
    for one in stream if limit is None else islice(stream, limit):
        taken += 1
        if isinstance(one, str):
            found.unread.append(one)
        else:
            found.articles.append(one if one.published else one._replace(published=day))
    if id is not None:
        if taken != 1:
            refuse(f"--id: there are {taken} articles; it names one")
        found.articles = [article._replace(id=id) for article in found.articles]
    return found


def parsed(found: Sequence[Article]) -> Iterable[Report]:
    """The records of articles, in their order, with a bar on a terminal where they are many."""
    from vnreport import pipeline

    workers = cores() if len(found) >= _WORTH_PROCESSES else 1
    reports = pipeline.parse_many((article._asdict() for article in found), workers)
    if workers == 1 or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    return track(reports, description="articles", total=len(found), console=Console(stderr=True), transient=True)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def say_left_out(unread: Iterable[str]) -> None:
    """Name on standard error what could not be read, a line each."""
    for line in unread:
        typer.echo(f"vnreport: left out: {line}".encode("utf-8", "backslashreplace").decode(), err=True)


def counted(articles: int) -> str:
    """A number of articles in words."""
    return "1 article" if articles == 1 else f"{articles:,} articles"


def too_long(text: str, max_chars: int) -> str:
    """What to say of a text of more than `max_chars` characters."""
    return f"too long: {len(text)} characters, over the limit of {max_chars} (--max-chars sets it)"


def _of(name: str, encoding: str | None, fields: FieldNames, max_chars: int) -> Iterator[Article | str]:
    """The articles that one argument leads to, and lines for those that cannot be read."""
    if name == files.STANDARD or (Path(name).is_file() and _is_text(name)) or not _is_archive(name):
        text = _text(name, encoding)
        yield Article(text, None, None) if len(text) <= max_chars else f"{name}: {too_long(text, max_chars)}"
    else:
        yield from _archived(name, encoding, fields, max_chars)


def _is_text(name: str) -> bool:
    """Whether a file's name tells no format but text, and no compression."""
    from vnreport.archive.inputs import kind

    format, compression = kind(PurePath(name))
    return format in (None, "txt") and compression is None


def _is_archive(name: str) -> bool:
    """Whether the readers of archives can say more of it than that there is no such file."""
    import glob

    return Path(name).exists() or glob.has_magic(name)


def _text(name: str, encoding: str | None) -> str:
    decoded = files.read(name, encoding)
    if decoded.encoding != "utf-8" and encoding is None:
        print(f"vnreport: {name}: read as {decoded.encoding}", file=sys.stderr)
    return decoded.text


def _archived(name: str, encoding: str | None, fields: FieldNames, max_chars: int) -> Iterator[Article | str]:
    from vnreport import dates
    from vnreport.archive import readers
    from vnreport.archive.extract import ExtractError, extract
    from vnreport.archive.inputs import InputError, Inputs
    from vnreport.text.decode import decode

    try:
        decode(b"", encoding)
        sources = Inputs([name])
    except LookupError:
        refuse(f"--encoding: no encoding is called {encoding!r}")
    except InputError as error:
        refuse(str(error))
    settings = readers.Settings(readers.Fields(*fields), encoding, max_chars)
    for source in sources:
        for item in readers.read(source, settings):
            if isinstance(item, readers.Unread):
                yield f"{item.place}: {_advised(item.reason)}"
                continue
            try:
                text, published = extract(item, settings.max_chars)
                yield Article(text, dates.published_day(published), item.id)
            except (ExtractError, ValueError, ImportError) as error:
                yield f"{item.place}: {_advised(str(error))}"


def _advised(reason: str) -> str:
    """`reason`, and the way out where a library is missing."""
    missing = "ModuleNotFoundError" in reason or "No module named" in reason
    return f"{reason}; pip install 'vnreport[archive]'" if missing else reason
