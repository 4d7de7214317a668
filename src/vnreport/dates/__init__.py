"""Dates: every expression that a calendar can place, and every length of time.

`grammar` finds the smallest pieces, `joins` puts together what belongs together, `resolve` works out the days from
the context; `stamps` reads the date stamps of archive metadata, `timex3` writes TimeML. Ranges of days are (first,
last), both inclusive; offsets within the stage are the twin's, ends exclusive.
"""

from __future__ import annotations

from vnreport.dates.find import find, found_day
from vnreport.dates.stamps import parse_stamp, published_day

__all__ = ["find", "found_day", "parse_stamp", "published_day"]
