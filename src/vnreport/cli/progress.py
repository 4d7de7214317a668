"""How far a batch has come: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from vnreport.archive.session import Status

_LINE_EVERY = 10.0  # seconds
_DRAW_EVERY = 0.2


class Pace:
    """Speed and time left, reckoned from the statuses of a session."""

    def __init__(self, limit: int | None, now: float) -> None:
        self._limit = limit
        self._began = now
        self._first: float | None = None

    def fraction(self, status: Status) -> float:
        """The part of the archive that is read, from 0 to 1."""
        read = status.bytes_read / status.bytes_total if status.bytes_total else 1.0
        if self._limit:
            read = max(read, status.articles / self._limit)
        return min(read, 1.0)

    def rate(self, status: Status, now: float) -> float:
        """Articles a second in this session."""
        return status.fresh / max(now - self._began, 1e-9)

    def left(self, status: Status, now: float) -> float | None:
        """Seconds to the end, None where nothing tells yet."""
        fraction = self.fraction(status)
        if self._first is None:
            self._first = fraction
        done = fraction - self._first
        if done <= 0 or not status.fresh:
            return None
        return (now - self._began) * (1.0 - fraction) / done


def clock(seconds: float | None) -> str:
    """Seconds as hours, minutes and seconds.

    >>> clock(3725.4), clock(62), clock(None)
    ('1:02:05', '1:02', '-:--')
    """
    if seconds is None:
        return "-:--"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Lines:
    """A plain line every few seconds, for logs."""

    def __init__(self, limit: int | None) -> None:
        self._last = time.monotonic()
        self._pace = Pace(limit, self._last)

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def show(self, status: Status) -> None:
        """Print a line, if the last is long enough ago."""
        now = time.monotonic()
        left = self._pace.left(status, now)
        if now - self._last >= _LINE_EVERY:
            self._last = now
            self.note(
                f"{status.articles:,} articles ({self._pace.fraction(status):.0%}), {status.failed:,} failed, "
                f"{self._pace.rate(status, now):,.0f} a second, {clock(left)} left"
            )

    def note(self, message: str) -> None:
        """Print a line."""
        print(message.encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)


class Bar:
    """A bar with the rate and the time left."""

    def __init__(self, limit: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._last = 0.0
        self._pace = Pace(limit, time.monotonic())
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
            TextColumn("{task.fields[facts]}"),
            console=Console(stderr=True),
            auto_refresh=False,
        )
        self._task = self._progress.add_task("", total=1.0, facts="starting")

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._progress.update(self._task, completed=1.0)
        self._progress.stop()

    def show(self, status: Status) -> None:
        """Draw the bar, if the last time is long enough ago."""
        now = time.monotonic()
        left = self._pace.left(status, now)
        facts = f"{status.articles:,} articles, {self._pace.rate(status, now):,.0f}/s, {clock(left)} left"
        if status.failed:
            facts += f", {status.failed:,} failed"
        self._progress.update(self._task, completed=self._pace.fraction(status), facts=facts)
        if now - self._last >= _DRAW_EVERY:
            self._last = now
            self._progress.refresh()

    def note(self, message: str) -> None:
        """Print a line above the bar."""
        from rich.text import Text

        self._progress.console.print(Text(message.encode("utf-8", "backslashreplace").decode()))


Display: TypeAlias = "Bar | Lines"
"""A context manager that shows where a run stands."""


def display(limit: int | None) -> Display:
    """The display that suits standard error; `limit` is the number of articles at which the run ends, if any."""
    return Bar(limit) if sys.stderr.isatty() else Lines(limit)
