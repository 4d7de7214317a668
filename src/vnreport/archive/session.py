"""One session of a run: from where the manifest stands to the end, or to the next kill."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.archive import outputs
from vnreport.archive.books import Books
from vnreport.archive.crew import Crew, Done, Lost
from vnreport.archive.feed import Feed, Part
from vnreport.archive.inputs import Inputs
from vnreport.archive.worker import Article, Broken, Chunk, Failure, Join, Joined, Parsed, Setup, Task, chunk_path

if TYPE_CHECKING:
    from vnreport.archive.arrow import Parser
    from vnreport.archive.batch import Options

_PATIENCE = 0.5  # seconds between looks at the clock where nothing happens
_TRIES = 2  # times that a task may lose its worker over the same article: the first may have been an accident


class RunError(RuntimeError):
    """The run cannot go on; what is done stays done."""


@dataclass(frozen=True, slots=True)
class Status:
    """Where a run stands: articles done with (in all, and in this session), those that failed, bytes read of all."""

    articles: int
    fresh: int
    failed: int
    bytes_read: int
    bytes_total: int


class Session:
    """Hands out articles, takes in what becomes of them, and has parts entered in the books when they are whole."""

    def __init__(
        self,
        inputs: Inputs,
        options: Options,
        books: Books,
        watch: Callable[[Status], None],
        note: Callable[[str], None],
        pipeline: Parser | None,
    ) -> None:
        self._options = options
        self._books = books
        self._watch = watch
        self._note = note
        self._pipeline = pipeline
        self._feed = Feed(
            inputs,
            options.settings,
            books.seen,
            cursor=books.progress.cursor,
            part=books.progress.parts,
            part_size=options.part_size,
            limit=options.limit,
        )
        self._entered = books.progress.parts
        self._queue: deque[Task] = deque()
        self._part_of: dict[int, Part] = {}  # by the number of a chunk under way
        self._losses: Counter[tuple[str, int]] = Counter()
        self._begun = books.progress.cursor.articles

    def run(self) -> None:
        """Go on until all is done. Raises `RunError` or `OSError` where that cannot be."""
        work = self._books.folder / outputs.WORK
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        # A folder of its own: a worker that outlives its killed parent for a moment writes into one that is gone.
        self._work = Path(tempfile.mkdtemp(dir=work))
        setup = Setup(self._work, self._options.format, self._options.settings.max_chars, self._pipeline)
        with Crew(self._options.workers, setup, self._options.timeout) as crew:
            while self._step(crew):
                self._watch(self._status())
        self._books.finish()

    def _step(self, crew: Crew) -> bool:
        """Do what there is to do; whether there is more."""
        while self._queue and crew.idle:
            crew.give(self._queue.popleft())
        patience = _PATIENCE
        if not self._feed.exhausted and len(self._queue) < 2 * self._options.workers:
            self._read_on()
            patience = 0.0
        elif not self._queue and not crew.busy:
            return False
        for event in crew.news(patience):
            if isinstance(event, Lost):
                self._lost(event)
            else:
                self._done(event)
        return True

    def _read_on(self) -> None:
        part, chunk = self._feed.next_chunk()
        if chunk is not None:
            self._part_of[chunk.number] = part
            self._queue.append(chunk)
        self._settle(part)

    def _done(self, event: Done) -> None:
        if isinstance(event.result, Broken):
            raise RunError(event.result.reason)
        if isinstance(event.task, Chunk):
            assert isinstance(event.result, Parsed)
            part = self._part_of.pop(event.task.number)
            part.failures.extend(event.result.failures)
            part.records += event.result.records
            part.under_way -= 1
            self._settle(part)
        else:
            assert isinstance(event.result, Joined)
            self._feed.parts[event.task.part].rows = event.result.rows
            self._enter_parts()

    def _settle(self, part: Part) -> None:
        """Have the part joined if all of it is parsed."""
        if not part.parsed or part.joining:
            return
        part.joining = True
        if part.empty and part.number:  # the end of the archive fell on the end of a part
            self._enter_parts()
        else:
            self._queue.appendleft(Join(part.number, tuple(sorted(part.chunks))))

    def _enter_parts(self) -> None:
        """Enter in the books what is whole, but no part before those ahead of it."""
        while True:
            part = self._feed.parts.get(self._entered)
            if part is None or not part.parsed or (part.rows is None and not (part.empty and part.number)):
                return
            self._books.enter(part, self._work)
            for chunk in part.chunks:
                chunk_path(self._work, chunk).unlink(missing_ok=True)
            del self._feed.parts[self._entered]
            self._entered += 1

    def _lost(self, event: Lost) -> None:
        """A worker is gone: find the one to blame, and have the rest of its task done again."""
        task = event.task
        if isinstance(task, Chunk) and event.index is not None:
            task = self._after_loss(task, task.articles[event.index], event)
        else:
            self._blame("part" if isinstance(task, Join) else "start", task, event.reason)
        self._queue.appendleft(task)

    def _after_loss(self, chunk: Chunk, article: Article, event: Lost) -> Chunk:
        """The chunk, without the article where it is to blame."""
        named = f"{article.found.place} (id {article.id})"
        self._losses["article", article.number] += 1
        if not event.late and self._losses["article", article.number] < _TRIES:
            self._note(f"{event.reason} at {named}; reading it again")
            return chunk
        self._note(f"{event.reason} at {named}; left out")
        kind, reason = ("late", event.reason) if event.late else ("died", f"{event.reason}, {_TRIES} times")
        failure = Failure(article.number, article.found.place, article.id, kind, reason)
        self._part_of[chunk.number].failures.append(failure)
        return chunk.without(chunk.articles.index(article))

    def _blame(self, what: str, task: Task, reason: str) -> None:
        """Count what no article is to blame for, and give up where it goes on."""
        number = task.part if isinstance(task, Join) else task.number
        self._losses[what, number] += 1
        if self._losses[what, number] > _TRIES:
            raise RunError(f"workers cannot {'write a part' if what == 'part' else 'start'}: {reason}")
        self._note(f"{reason}; replaced")

    def _status(self) -> Status:
        under_way = self._feed.parts.values()
        failed = sum(len(part.failures) for part in under_way)
        articles = failed + sum(part.records for part in under_way)
        done = self._books.progress
        total = done.cursor.articles + articles
        return Status(total, total - self._begun, done.failed + failed, self._feed.bytes_read, self._books.bytes_total)
