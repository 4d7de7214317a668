"""The batch runner: an archive through a crew of workers into tables, unattended.

One process reads and keeps the books, the others parse. What a run has done is what its manifest says (see
`vnreport.archive.manifest`), so a run that was killed goes on where the manifest stands, and ends with the same bytes.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vnreport.archive import manifest, outputs
from vnreport.archive.books import Books
from vnreport.archive.inputs import InputError, Inputs, Totals
from vnreport.archive.manifest import Plan, Progress
from vnreport.archive.readers.items import Fields, Settings
from vnreport.archive.seen import Busy, Seen
from vnreport.archive.session import RunError, Session, Status
from vnreport.text.decode import decode

if TYPE_CHECKING:
    from vnreport.archive.arrow import Parser

__all__ = [
    "Busy",
    "Fields",
    "InputError",
    "MissingExtra",
    "Options",
    "Outcome",
    "Refused",
    "RunError",
    "Settings",
    "Status",
    "run",
]

# The last part is joined by one worker while the others rest: smaller parts end sooner, larger ones make fewer files.
PART_SIZE = 500
"""Articles of one part of the tables, unless told otherwise."""
TIMEOUT = 60.0
"""Seconds that one article may take, unless told otherwise."""
_NEEDED = ("pyarrow", "fastwarc", "trafilatura", "zstandard")


class MissingExtra(ImportError):
    """A library that archives need is not installed."""


class Refused(ValueError):
    """The folder for the tables holds something that this run would spoil."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run; the defaults are those of the command, which has as many `workers` as there are cores.

    `format` is that of the tables, `settings` says how files are read. `limit` is the number of articles of the
    archive to take, from its beginning; `timeout` the seconds one may take; `part_size` the articles of one part of the
    tables; `restart` throws away what an earlier run left.
    """

    workers: int = 1
    format: Literal["parquet", "jsonl"] = "parquet"
    limit: int | None = None
    timeout: float = TIMEOUT
    part_size: int = PART_SIZE
    restart: bool = False
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: articles of the archive, the failures by kind, the rows of each table.

    `nothing_to_do` says that the run was done before.
    """

    articles: int
    errors: dict[str, int]
    rows: dict[str, int]
    nothing_to_do: bool = False

    @property
    def failed(self) -> int:
        """How many articles are in errors.jsonl and in no table."""
        return sum(self.errors.values())


def run(
    inputs: Sequence[str | Path],
    out: str | Path,
    options: Options | None = None,
    *,
    watch: Callable[[Status], None] = lambda status: None,
    note: Callable[[str], None] = lambda message: None,
    pipeline: Parser | None = None,
) -> Outcome:
    """Read the articles of `inputs`, parse them in worker processes, fill the tables in the folder `out`.

    Started again with the same inputs and options, it goes on where it was stopped, however that came about. `watch`
    is told where the run stands, `note` what a log should hold (a worker that died). `pipeline`, picklable, replaces
    that of `vnreport.parse`; a script that gives one needs the usual ``if __name__ == "__main__":``.

    Raises `InputError` for inputs, or an encoding, that cannot be used, `ValueError` for `workers` or `part_size`
    below 1, `Refused` where `out` holds another run's tables, `Busy` where another run is at work on it,
    `MissingExtra` where a library is missing, `RunError` or `OSError` where the run cannot go on (a full disk).
    """
    _check_extra()
    options = options or Options()
    _check(options)
    folder = Path(out)
    sources = Inputs(inputs, without=folder)
    plan = _plan(sources.totals(), options)
    progress = _earlier(folder, plan, options.restart)
    if progress is not None and progress.done:
        return _outcome(progress, nothing_to_do=True)
    folder.mkdir(parents=True, exist_ok=True)
    seen = Seen(folder / outputs.SEEN)
    try:
        if progress is None:
            _clear(folder)
            seen.forget()
            progress = Progress()
            manifest.save(folder, plan, progress)
        elif progress.parts and seen.is_new:
            raise Refused(f"{folder / outputs.SEEN} is gone, and with it the ids that were met; begin anew (--restart)")
        if progress.cursor.articles:
            note(f"going on after {progress.cursor.articles} articles")
        books = Books(folder, plan, progress, seen)
        try:
            Session(sources, options, books, watch, note, pipeline).run()
        finally:
            books.close()
    finally:
        seen.close()
    _tidy(folder)
    return _outcome(books.progress)


def _outcome(progress: Progress, nothing_to_do: bool = False) -> Outcome:
    return Outcome(progress.cursor.articles, progress.errors, progress.rows, nothing_to_do)


def _check_extra() -> None:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise MissingExtra(f"archives need {', '.join(missing)}: pip install 'vnreport[archive]'")


def _check(options: Options) -> None:
    if options.workers < 1 or options.part_size < 1:
        raise ValueError("workers and part_size must be 1 or more")
    if options.settings.encoding is not None:
        try:
            decode(b"", options.settings.encoding)
        except LookupError:
            raise InputError(f"no encoding is called {options.settings.encoding!r}") from None


def _plan(totals: Totals, options: Options) -> Plan:
    settings = asdict(options.settings)
    fields = settings.pop("fields")
    return Plan(
        totals,
        {
            "vnreport": version("vnreport"),
            "format": options.format,
            "limit": options.limit,
            "part_size": options.part_size,
            **{f"{name}_field": chosen for name, chosen in fields.items()},
            **settings,
        },
    )


def _earlier(folder: Path, plan: Plan, restart: bool) -> Progress | None:
    """What an earlier run of the same plan has done; None where there was none or it is to be forgotten."""
    if restart:
        return None
    try:
        found = manifest.load(folder)
    except ValueError as error:
        raise Refused(f"{error}; begin anew with --restart, or choose another folder") from None
    if found is None:
        strange = [name for name in (*outputs.TABLES, *outputs.RECORDS, outputs.ERRORS) if (folder / name).exists()]
        if strange:
            raise Refused(f"{folder} holds {strange[0]}, but no manifest; choose another folder, or --restart")
        return None
    earlier, progress = found
    difference = earlier.difference(plan)
    if difference is not None:
        raise Refused(f"{folder} holds another run: {difference}; begin anew with --restart, or choose another folder")
    return progress


def _clear(folder: Path) -> None:
    """Remove what earlier runs left, and nothing else. The manifest goes first: without it nothing counts."""
    for name in (manifest.NAME, outputs.ERRORS, outputs.INPUTS):
        (folder / name).unlink(missing_ok=True)
    for name in {*outputs.TABLES, *outputs.RECORDS}:
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.rmtree(folder / outputs.WORK, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Remove what only a run under way needs."""
    shutil.rmtree(folder / outputs.WORK, ignore_errors=True)
    for path in folder.glob(f"{outputs.SEEN}*"):  # the file and its journal
        path.unlink(missing_ok=True)
