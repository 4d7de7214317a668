"""The words of a text as columns, and where each of them stands."""

import re

import pytest
from hypothesis import given

from strategies import TEXTS
from vnreport.document import Document
from vnreport.text.words import NUMBER, Words, numbers_before


def words(text: str) -> Words:
    return Document(text).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 11/3, xã họp.", ["Sáng", "11", "/", "3", ",", "xã", "họp", "."]),
        ("TP.HCM và TP. Vinh", ["TP.HCM", "và", "TP.", "Vinh"]),
        ("đ/c K'Ré, GD-ĐT, Covid-19", ["đ/c", "K'Ré", ",", "GD-ĐT", ",", "Covid-19"]),
        ("PGS.TS Bảy-Trưởng", ["PGS.TS", "Bảy", "-", "Trưởng"]),
        ("hai dòng\nmột", ["hai", "dòng", "\n", "một"]),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text).raw == expected


@given(TEXTS)
def test_columns_tell_of_the_same_words(text: str) -> None:
    document = Document(text)
    found = document.words
    assert [document.text[a:b] for a, b in zip(found.start, found.end, strict=True)] == found.raw
    assert [document.folded[a:b] for a, b in zip(found.start, found.end, strict=True)] == found.low
    assert "".join(document.text.split()) == "".join("".join(found.raw).split())


@given(TEXTS)
def test_every_word_and_mark_has_its_places(text: str) -> None:
    document = Document(text)
    expected = [(match.start(), match[0]) for match in re.finditer(r"\w+|[^\w\s]", document.folded)]
    assert document.words.starts({word for _, word in expected} - {NUMBER}) == [
        place for place in expected if place[1] != NUMBER
    ]


@given(TEXTS)
def test_positions_are_those_of_the_whole_words(text: str) -> None:
    found = words(text)
    sought = set(found.low[::2])
    assert found.positions(sought) == [i for i, word in enumerate(found.low) if word in sought]


def test_words_joined_by_a_low_line_are_one() -> None:
    assert words("ảnh photo_2017.jpg").starts({"2017", "photo_2017"}) == [(4, "photo_2017")]


def test_starts_are_in_order_with_their_words() -> None:
    text = "Năm 2021, thu đạt 30 tỷ; năm nay 5-6 tỷ."
    found = words(text).starts({"năm", "-", NUMBER})
    assert [(at, word) for at, word in found] == [
        (0, "năm"), (4, "#"), (18, "#"), (25, "năm"), (33, "#"), (34, "-"), (35, "#"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "follower"),
    [
        ("5 tháng", "tháng"),
        ("5km2", "km2"),
        ("5 - 7", "-"),
        ("5,7", ",0"),
        ("5, 7", ","),
        ("5 250", "0"),
        ("12/2017", "/"),
        ("5", "\n"),
        ("5 ", "\n"),
        ("5\nNăm", "\n"),
    ],
)
def test_number_is_told_by_what_follows_it(text: str, follower: str) -> None:
    (name,) = numbers_before(follower)
    assert words(text).starts({name, NUMBER})[0] == (0, name)
    assert words(text).starts({name})[0] == (0, name)
    assert words(text).starts({NUMBER})[0] == (0, NUMBER)
