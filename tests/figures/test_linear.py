"""Time grows with the length of the text, on any text."""

from functools import partial

import pytest

from growth import growth
from vnreport import figures
from vnreport.document import Document, Found

PIECES = [
    "1.", "1.234.", "1 234 ", "1/1/", "1-", "một trăm hai mươi ", "1 nghìn tỷ ", "5, ", "5 công trình, ", "(5 % (",
    "tăng ", "7", "a", "5% so với ", "5/", "từ 5% đến ", "hai ", "5 xã, ", "so với cùng kỳ ", "“5 ", "5 đồng/",
    "1,234 tấn ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def prepare(size: int) -> partial[object]:
        document = Document(piece * (size // len(piece)))
        assert document.sentences
        return partial(figures.find, document, Found())

    assert growth(prepare, 5_000, 40_000, enough=3) < 3


@pytest.mark.parametrize("char", ["1", ".", ",", " ", "a", "%", "(", "\n", "\x00", "\ud800", "😀"])
def test_a_megabyte_of_one_character_is_read(char: str) -> None:
    assert len(figures.find(Document(char * 1_000_000), Found())) <= 1
