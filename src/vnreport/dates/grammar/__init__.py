"""The grammar of dates: named rules, each with its examples, by family."""

from __future__ import annotations

from vnreport.dates.grammar import clocks, days, eras, lengths, lunar, months, periods, relative, years
from vnreport.dates.values import Value
from vnreport.grammar import Grammar

GRAMMAR: Grammar[Value] = Grammar(
    "dates",
    (
        *days.RULES,
        *clocks.RULES,
        *relative.RULES,
        *months.RULES,
        *years.RULES,
        *periods.RULES,
        *eras.RULES,
        *lunar.RULES,
        *lengths.RULES,
    ),
    stage="dates",
)
