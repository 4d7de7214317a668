"""How the time that something takes grows with its size, told on a machine that does other things besides."""

import time
from collections.abc import Callable

ATTEMPTS = 3


def growth(prepare: Callable[[int], Callable[[], object]], small: int, large: int, enough: float) -> float:
    """How many times as long one unit of `large` takes as one of `small`: 1 where time is linear, `large / small`
    where it is quadratic.

    What `prepare(size)` gives is run and timed, by the processor's clock. Whatever else the machine does makes a run
    longer and never shorter: the shortest of the small ones counts, and a growth of `enough` or more has to show in
    each of three attempts.
    """
    prepare(small)()  # patterns are compiled and word lists read at first use
    found = float("inf")
    for _ in range(ATTEMPTS):
        short = min(_seconds(prepare(small)) for _ in range(3))
        found = min(found, _seconds(prepare(large)) / large * small / max(short, 1e-4))
        if found < enough:
            break
    return found


def _seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin
