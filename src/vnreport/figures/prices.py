"""Of what a list of prices tells: ``Xe con tăng giá vé lên 30.000 đồng/lượt. Xe tải tăng lên 60.000 đồng/lượt.``

What has a price of its own (``giá xăng RON 92 là …, dầu hỏa còn …``) keeps its name: only a tariff goes on to others.
"""

from __future__ import annotations

from vnreport.document import Document
from vnreport.figures import clause
from vnreport.figures.readings import Reading

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""

_TRADE = frozenset(["bán", "mua", "thu mua", "giao dịch"])
# Whatever a list names is charged these; a good has a price of its own.
_TARIFFS = frozenset([
    "giá vé", "giá cước", "cước", "cước phí", "học phí", "mức thu", "mức phí", "phí", "lệ phí", "giá thuê", "tiền thuê",
    "mức hỗ trợ",
])  # fmt: skip
_APART = 400  # characters between one price and the next of a list


class Prices:
    """Gives a price that names no measure that of the one before by the same unit, over the ends of sentences too."""

    def __init__(self, document: Document) -> None:
        """Nothing is given before `of` has met a price that names its measure."""
        self._document = document
        self._named: dict[str, tuple[Range, int]] = {}  # unit: the measure, and where its last price ends

    def of(self, reading: Reading, measured: Range | None) -> Range | None:
        """What `reading` measures, which was found to be `measured`."""
        unit = reading.unit
        if unit is None or "/" not in unit or reading.kind != "currency":
            return measured
        text = self._document.folded
        if measured is None or not self._is_price(measured[0]):
            named, end = self._named.get(unit, (None, 0))
            lacks = measured is None or text[slice(*measured)] in _TRADE
            if named is None or reading.start - end > _APART or not (lacks or text[slice(*named)] in _TARIFFS):
                return measured
            measured = named
        self._named[unit] = measured, reading.end
        return measured

    def _is_price(self, start: int) -> bool:
        return clause.names_measure(self._document, start) and not clause.names_size(self._document, start)
