import builtins
from decimal import Decimal
from typing import Any

import pytest

from vnreport import figures
from vnreport.document import Document, Found
from vnreport.figures import quantity, units
from vnreport.records import Figure, Span

pytest.importorskip("pint")


def only(text: str) -> Figure:
    (figure,) = figures.find(Document(text), Found())
    return figure


@pytest.mark.parametrize(
    ("text", "unit", "magnitude"),
    [
        ("Đường dài 12,5 km.", "meter", 12500),
        ("Vườn rộng 2 ha.", "meter ** 2", 20000),
        ("Thu 6 tạ lúa.", "kilogram", 600),
        ("Năng suất 65 tạ/ha.", "kilogram / meter ** 2", Decimal("0.65")),
        ("Nhà có 5 sào Bắc Bộ.", "meter ** 2", 1800),
        ("Tăng 6,5%.", "dimensionless", Decimal("0.065")),
        ("Đón 2.400 lượt khách/giờ.", "1 / day", 57600),
        ("Có 17 công trình.", "dimensionless", 17),
        ("Giá 15 triệu đồng/m2.", "VND / meter ** 2", 15000000),
        ("Cháu 18 tháng tuổi.", "month", 18),
    ],
)
def test_converts_to_other_units(text: str, unit: str, magnitude: Decimal | int) -> None:
    # Before 0.25, Pint converts a rate by way of a fraction that no `Decimal` holds.
    found = only(text).quantity().to(unit).magnitude
    assert isinstance(found, Decimal)
    assert abs(found - magnitude) <= abs(found) * Decimal("1e-24")


def test_currencies_do_not_add() -> None:
    pint = pytest.importorskip("pint")
    with pytest.raises(pint.DimensionalityError):
        only("Chi 5 tỷ đồng.").quantity() + only("Chi 5 triệu USD.").quantity()


def test_amounts_of_one_currency_add_exactly() -> None:
    total = only("Chi 0,1 tỷ đồng.").quantity() + only("Chi 0,2 tỷ đồng.").quantity()
    assert total.magnitude == 300000000


def test_a_unit_that_regions_measure_differently_has_no_quantity() -> None:
    with pytest.raises(ValueError, match="sào"):
        only("Ruộng rộng 3 sào.").quantity()


@pytest.mark.parametrize(
    "name", [unit.name for unit in units.by_name().values() if unit.pint or unit.kind == "currency"]
)
def test_every_sized_unit_is_known_to_the_registry(name: str) -> None:
    figure = Figure(text="5", span=Span(0, 1), value=Decimal(5), unit=name)
    assert quantity.quantity(figure).magnitude == 5


def test_without_pint_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "pint":
            raise ImportError(name)
        return real(name, *arguments, **named)

    quantity.registry.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"vnreport\[quantity\]"):
        only("Đường dài 12,5 km.").quantity()
    monkeypatch.undo()
    quantity.registry.cache_clear()
