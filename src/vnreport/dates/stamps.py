"""Date stamps of archive metadata."""

from __future__ import annotations

import datetime as dt


def parse_stamp(stamp: str | dt.date | int) -> dt.date:
    """The day."""
    if isinstance(stamp, dt.datetime):
        return stamp.date()
    if isinstance(stamp, dt.date):
        return stamp
    return dt.date.fromisoformat(str(stamp)[:10])


def published_day(published: dt.date | str | None) -> dt.date | None:
    """The day."""
    return None if published is None else parse_stamp(published)
