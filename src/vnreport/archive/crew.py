"""A crew of worker processes, watched: one that takes too long over an article, or dies, is replaced."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
import types
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType

from vnreport.archive import worker
from vnreport.archive.worker import Broken, Joined, Parsed, Setup, Task

_SEED = "PYTHONHASHSEED"
_START = 300.0  # seconds that a worker may take to start, or to join a part: long, but not forever


@dataclass(frozen=True, slots=True)
class Done:
    """A worker has done its task."""

    task: Task
    result: Parsed | Joined | Broken


@dataclass(frozen=True, slots=True)
class Lost:
    """A worker is gone and its task is not done: `index` is the article of the chunk it was at, None before the first.

    `late` says that the worker was ended since the article took longer than allowed; else it died by itself.
    """

    task: Task
    index: int | None
    late: bool
    reason: str


class _Member:
    """One worker and what it is about."""

    def __init__(self, setup: Setup, timeout: float) -> None:
        # Spawned, not forked: the parent may have threads, and no worker may inherit another's connection, whose
        # closing is how it learns that the parent is gone.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._place = context.RawValue("i", -1)
        arguments = (theirs, self._place, setup)
        self.process: BaseProcess = context.Process(target=worker.run, args=arguments, daemon=True)
        with _fixed_hashes(), _own_main(needed=setup.pipeline is not None):
            self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.index: int | None = None
        self.deadline = 0.0
        self._timeout = timeout

    def give(self, task: Task) -> None:
        self.task, self.index = task, None
        self._place.value = -1
        self.deadline = time.monotonic() + max(_START, self._timeout)
        with contextlib.suppress(OSError):  # it died at rest: the closed connection will be heard
            self.connection.send(task)

    def look(self, now: float) -> bool:
        """See where the worker is; whether it is late."""
        index = self._place.value
        if index >= 0 and index != self.index:
            self.index, self.deadline = index, now + self._timeout
        return now > self.deadline

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Crew:
    """So many workers, used as a context manager; none outlives it."""

    def __init__(self, size: int, setup: Setup, timeout: float) -> None:
        """`timeout`: seconds that one article may take."""
        self._setup = setup
        self._timeout = timeout
        self._members = [_Member(setup, timeout) for _ in range(size)]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: tuple[type[BaseException], BaseException, TracebackType]) -> None:
        for member in self._members:
            member.end()

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return sum(member.task is None for member in self._members)

    @property
    def busy(self) -> bool:
        """Whether any worker has a task."""
        return any(member.task is not None for member in self._members)

    def give(self, task: Task) -> None:
        """Hand a task to an idle worker; there must be one."""
        next(member for member in self._members if member.task is None).give(task)

    def news(self, patience: float) -> Iterator[Done | Lost]:
        """What has happened; waits up to `patience` seconds for something to happen. Who was lost is replaced then."""
        working = {member.connection: member for member in self._members if member.task is not None}
        for connection in wait(list(working), min(patience, self._timeout / 4)):
            assert isinstance(connection, Connection)
            yield self._heard(working.pop(connection))
        now = time.monotonic()
        for member in working.values():
            if member.look(now):
                yield self._lost(member, late=True)

    def _heard(self, member: _Member) -> Done | Lost:
        """What a worker has said; that it is gone, where its connection has closed."""
        assert member.task is not None
        try:
            said = member.connection.recv()
        except (EOFError, OSError):
            return self._lost(member, late=False)
        task, member.task = member.task, None
        return Done(task, said)

    def _lost(self, member: _Member, late: bool) -> Lost:
        assert member.task is not None
        member.look(time.monotonic())
        if not late:
            member.process.join(1.0)  # it is on its way out: let it leave with its own code
        member.end()
        self._members[self._members.index(member)] = _Member(self._setup, self._timeout)
        reason = f"over the time limit of {self._timeout:g} s" if late else _death(member.process.exitcode)
        return Lost(member.task, member.index, late, reason)


@contextlib.contextmanager
def _own_main(needed: bool) -> Iterator[None]:
    """Keep processes started within from importing the script that runs, unless it is `needed` to find a pipeline in:
    it costs them time, and a script without the usual ``if __name__`` would begin anew in each."""
    main = sys.modules["__main__"]
    if not needed:
        sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextlib.contextmanager
def _fixed_hashes() -> Iterator[None]:
    """Have processes started within hash strings alike: what a set's order decides, here or in a library a stage
    uses, must be decided alike by every worker of every session."""
    before = os.environ.get(_SEED)
    os.environ[_SEED] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SEED]
        else:
            os.environ[_SEED] = before


def _death(code: int | None) -> str:
    """What a process died of.

    >>> _death(-9), _death(3)
    ('the worker died of SIGKILL', 'the worker left with code 3')
    """
    if code is not None and code < 0:
        return f"the worker died of {signal.Signals(-code).name}"
    return f"the worker left with code {code}"
