"""Time grows with the length of the text, on any text."""

import time

import pytest

from vnreport import figures
from vnreport.document import Document, Found

PIECES = [
    "1.", "1.234.", "1 234 ", "1/1/", "1-", "một trăm hai mươi ", "1 nghìn tỷ ", "5, ", "5 công trình, ", "(5 % (",
    "tăng ", "7", "a", "5% so với ", "5/", "từ 5% đến ", "hai ", "5 xã, ", "so với cùng kỳ ", "“5 ", "5 đồng/",
    "1,234 tấn ",
]  # fmt: skip


def seconds(text: str) -> float:
    document = Document(text)
    _ = document.sentences
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        figures.find(document, Found())
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_no_sixteen_times_as_long(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (8_000, 32_000))
    assert long < 9 * short + 0.01


@pytest.mark.parametrize("char", ["1", ".", ",", " ", "a", "%", "(", "\n", "\x00", "\ud800", "😀"])
def test_a_megabyte_of_one_character_is_read(char: str) -> None:
    assert len(figures.find(Document(char * 1_000_000), Found())) <= 1
