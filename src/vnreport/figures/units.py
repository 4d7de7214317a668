"""Units of money, share and measure (``lexicon/units.tsv``): how they are spelled, what they are called in a record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from vnreport import lexicon
from vnreport.records import UnitKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its normal form, its kind, what it measures, and its size as a `pint` expression (or empty)."""

    name: str
    kind: UnitKind
    dimension: str
    pint: str


@cache
def aliases() -> dict[str, Unit]:
    """Every spelling of every unit, in lower case."""
    found = {}
    for row in lexicon.rows("units"):
        unit = Unit(row["unit"], cast(UnitKind, row["kind"]), row["dimension"], row["pint"])
        for alias in row["aliases"].split("; "):
            found[alias] = unit
    return found


@cache
def by_name() -> dict[str, Unit]:
    """The units by their normal form."""
    return {unit.name: unit for unit in aliases().values()}


@cache
def pattern() -> str:
    """A pattern, on folded text, for one unit, the blank before it aside."""
    signs = [alias for alias in aliases() if not alias[-1].isalnum()]
    plain = [alias for alias in aliases() if alias[-1].isalnum()]
    return rf"(?:{lexicon.alternation(plain)}(?!\w)|{lexicon.alternation(signs)})"


@cache
def per_pattern() -> str:
    """A pattern, on folded text, for what stands behind a unit or a noun to make a compound of it: ``/người/năm``."""
    words = set(lexicon.words("per_words")) | {a for a, unit in aliases().items() if unit.kind == "measure"}
    words -= {"°", "độ"}
    listed = rf" ?/ ?(?:1(?:0|00)?(?:\.?000)? ?)?{lexicon.alternation(sorted(words))}(?!\w)"
    return rf"(?:{listed}|/[^\W\d]{{2,7}}(?!\w)){{0,3}}"


def name(alias: str, per: str) -> str:
    """The normal form of a unit as printed, with what it is counted by.

    >>> name("đồng", "/mét vuông"), name("lượt khách", " / giờ")
    ('đồng/m2', 'lượt khách/giờ')
    """
    known = aliases()
    parts = [alias, *(part.strip() for part in per.split("/")[1:])]
    return "/".join(known[part].name if part in known else part for part in parts)
