"""Figures as `pint` quantities (extra ``quantity``)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from vnreport.figures import units
from vnreport.records import Figure

# What a compound unit is counted by and `pint` has a unit for; all else (người, hộ, …) is a plain count.
_TIMES = {
    "năm": "year", "tháng": "month", "tuần": "week", "ngày": "day", "ngày đêm": "day", "giờ": "hour", "h": "hour",
    "phút": "minute", "giây": "second", "s": "second",
}  # fmt: skip


def quantity(figure: Figure) -> Any:
    """`figure.value` in its unit, as a `pint.Quantity` of the registry that `registry` gives.

    Each currency is a dimension of its own: amounts of two currencies neither add nor compare. What is counted is
    dimensionless. Of a range the low end is given.

    Raises `ImportError` where `pint` is not installed, and `ValueError` where the unit has no one size (``sào``,
    which each region measures otherwise).
    """
    registered = registry()
    unit = registered.dimensionless
    for i, part in enumerate((figure.unit or "").split("/")):
        factor = _unit(registered, part.strip(), figure)
        unit = unit * factor if i == 0 else unit / factor
    return registered.Quantity(figure.value, unit)


@cache
def registry() -> Any:
    """The unit registry, one for the process: `pint`'s own units in `Decimal`, and those of ``lexicon/units.tsv``.

    Raises `ImportError` where `pint` is not installed.
    """
    try:
        import pint
    except ImportError as error:
        raise ImportError("figures as quantities need pint: pip install 'vnreport[quantity]'") from error
    built: Any = pint.UnitRegistry(non_int_type=Decimal)
    for unit in units.by_name().values():
        if unit.kind == "currency" and not unit.pint:
            built.define(f"{unit.dimension} = [currency_{unit.dimension}]")
        elif _has_factor(unit):
            built.define(f"{_symbol(unit)} = {unit.pint}")
    return built


def _has_factor(unit: units.Unit) -> bool:
    """Whether the unit is a multiple (``360 * meter ** 2``) of what `pint` knows, and so must be defined."""
    return unit.pint[:1].isdigit()


def _symbol(unit: units.Unit) -> str:
    return re.sub(r"\W", "_", unit.name)


def _unit(registered: Any, name: str, figure: Figure) -> Any:
    unit = units.by_name().get(name)
    if unit is None:
        return registered.Unit(_TIMES.get(name, "dimensionless"))
    if unit.kind == "currency" and not unit.pint:
        return registered.Unit(unit.dimension)
    if not unit.pint:
        raise ValueError(f"{figure.text!r}: {name} has no one size")
    return registered.Unit(_symbol(unit) if _has_factor(unit) else unit.pint)
