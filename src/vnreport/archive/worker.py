"""The process that parses: chunks of articles and joins of parts come in, word of them goes out.

It writes down which article it takes up, in memory that it shares with whoever watches, so that the one at fault can be
named when it takes too long or the process dies.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from vnreport.archive.extract import ExtractError, extract
from vnreport.archive.readers.items import Found

if TYPE_CHECKING:
    import datetime as dt

    from vnreport.archive.arrow import Parser
    from vnreport.records import Report


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker works to.

    `folder` is where it puts what it makes, `format` ``parquet`` or ``jsonl``, `max_chars` the length of the longest
    article it takes, `pipeline` what parses, that of `vnreport.parse` by default.
    """

    folder: Path
    format: Any
    max_chars: int
    pipeline: Parser | None = None


class Article(NamedTuple):
    """An article to be parsed: its number in the archive, from 0, its id, and what the reader found."""

    number: int
    id: str
    found: Found


class Failure(NamedTuple):
    """An article that is in no table: its number in the archive, its place, its id where known, what went wrong.

    `kind` is ``unread``, ``failed``, ``late``, ``died`` or ``duplicate`` (see ``docs/archives.md``).
    """

    number: int
    place: str
    id: str | None
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A few articles to be parsed and put aside."""

    number: int
    articles: tuple[Article, ...]

    def without(self, index: int) -> Chunk:
        """The chunk with one article taken out."""
        return Chunk(self.number, self.articles[:index] + self.articles[index + 1 :])


@dataclass(frozen=True, slots=True)
class Join:
    """Chunks to be joined to a part, by their numbers."""

    part: int
    chunks: tuple[int, ...]


Task = Chunk | Join


@dataclass(frozen=True, slots=True)
class Parsed:
    """A chunk is put aside: how many records it holds, and the articles that failed."""

    records: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A part is put aside: the rows of each table."""

    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Broken:
    """The task could not be done and another worker could not do it either."""

    reason: str


Said = Parsed | Joined | Broken
"""What a worker says at the end of a task."""


class Place(Protocol):
    """The shared memory: the index of the article of the chunk that the worker is at, below 0 before the first."""

    value: int


def chunk_path(folder: Path, number: int) -> Path:
    """Where a chunk is put aside."""
    return folder / f"chunk-{number}.arrow"


def run(connection: Connection, place: Place, setup: Setup) -> None:
    """Work until the connection closes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent decides
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    worker = _Worker(place, setup)
    try:
        while True:
            task = connection.recv()
            try:
                done: Said = worker.parse(task) if isinstance(task, Chunk) else worker.join(task)
            except OSError as error:
                done = Broken(f"{error.strerror or error}")
            connection.send(done)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class _Row(NamedTuple):
    at: int
    article: Article
    text: str
    published: str | None


def _failure(article: Article, reason: str) -> Failure:
    return Failure(article.number, article.found.place, article.id, "failed", reason)


class _Worker:
    def __init__(self, place: Place, setup: Setup) -> None:
        if setup.pipeline is None:
            sys.meta_path.insert(0, _NoPandas())
        from vnreport.archive import parts
        from vnreport.pipeline import default_pipeline

        _single_thread()
        self._parts = parts
        self._setup = setup
        self._place = place
        self._pipeline = setup.pipeline or default_pipeline()

    def parse(self, chunk: Chunk) -> Parsed:
        """Parse a chunk and put the records aside."""
        failures: list[Failure] = []
        rows: list[_Row] = []
        for index, article in enumerate(chunk.articles):
            self._place.value = index
            try:
                text, published = extract(article.found, self._setup.max_chars)
            except ExtractError as error:
                failures.append(_failure(article, str(error)))
            except Exception as error:  # a page that trips trafilatura is that page's fault
                failures.append(_failure(article, f"{type(error).__name__}: {error}"))
            else:
                rows.append(_Row(index, article, text, published))
        records = self._records(rows)
        errors = records["error"].to_pylist()
        failures += [_failure(row.article, error) for row, error in zip(rows, errors, strict=True) if error]
        if failures:
            rows = [row for row, error in zip(rows, errors, strict=True) if not error]
            records = records.filter(records["error"].is_null())
        places, texts = [row.article.found.place for row in rows], [row.text for row in rows]
        path = chunk_path(self._setup.folder, chunk.number)
        self._parts.write_chunk(path, records, places, texts, self._setup.format)
        return Parsed(len(rows), tuple(failures))

    def _records(self, rows: Sequence[_Row]) -> Any:
        import pyarrow as pa

        from vnreport.archive.arrow import ARTICLE_SCHEMA, parse_batches

        columns = [[row.article.id for row in rows], [row.text for row in rows], [row.published for row in rows]]
        articles = pa.record_batch([pa.array(column, pa.string()) for column in columns], schema=ARTICLE_SCHEMA)
        pipeline = _Announcing(self._pipeline, self._place, {row.article.id: row.at for row in rows})
        return pa.concat_batches(list(parse_batches(iter([articles]), pipeline=pipeline)))

    def join(self, task: Join) -> Joined:
        """Join chunks to a part, put aside."""
        folder = self._setup.folder
        chunks = [chunk_path(folder, number) for number in task.chunks]
        return Joined(self._parts.write_part(folder, task.part, chunks, self._setup.format))


class _Announcing:
    """A pipeline that writes down which article it takes up, by its index, which its id tells."""

    def __init__(self, pipeline: Parser, place: Place, indexes: dict[str, int]) -> None:
        self._pipeline = pipeline
        self._place = place
        self._indexes = indexes

    def parse(self, text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Report:
        if id is not None:
            self._place.value = self._indexes[id]
        return self._pipeline.parse(text, published=published, id=id)


class _NoPandas(MetaPathFinder):
    """Says that there is no pandas: pyarrow asks when it is first given a list, and importing it takes a worker as long
    as forty articles. Nothing here needs it."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("left out", name=name)


def _single_thread() -> None:
    """Keep Arrow to the one core that is this worker's."""
    import pyarrow as pa

    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
