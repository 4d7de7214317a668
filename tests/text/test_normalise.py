"""The twin and the way back from it."""

import re
import unicodedata

import pytest
from hypothesis import example, given

from strategies import TEXTS
from vnreport.text.normalise import fold, normalise

NEWS = "Ngày 11/3, Uỷ ban nhân dân phường họp về kế hoạch sản xuất; thuế tăng 5%."


def back(source: str, words: str) -> str:
    """The stretch of `source` that `words` of its twin came from."""
    twin, offsets = normalise(source)
    start = twin.index(words)
    return source[offsets.start(start) : offsets.end(start + len(words))]


@pytest.mark.parametrize(
    ("source", "twin"),
    [
        ("tha\u0301ng", "tháng"),
        ("Vie\u0323\u0302t, Vi\u1ec7t, Vie\u0302\u0323t", "Việt, Việt, Việt"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("hai   ba", "hai ba"),
        ("&nbspTại xã&nbsp; &nbsp;An", " Tại xã An"),
        ("hai \u200b \u00ad ba", "hai ba"),
        ("bốn\u00adtrăm", "bốntrăm"),
        ("\ufeffĐầu", "Đầu"),
        ("a\r\nb\rc\nd\u2028e", "a\nb\nc\nd\ne"),
        ("Ðà Nẵng, ðồng", "Đà Nẵng, đồng"),
        ("a\x00b\x1bc", "a b c"),
        ("2016 \x96 2020, \x93tốt\x94", "2016 – 2020, “tốt”"),
        ("11\u20113, \u22120,2%", "11-3, -0,2%"),
        ("１２：３０", "12:30"),
        ("\ud800 và \udfff", "\ud800 và \udfff"),
    ],
)
def test_accidents_of_spelling_are_gone(source: str, twin: str) -> None:
    assert normalise(source)[0] == twin


@pytest.mark.parametrize(
    ("source", "words", "given"),
    [
        ("Ho\u0323p  tha\u0301ng\u00ad 3\r\nHe\u0302\u0301t", "Họp", "Ho\u0323p"),
        ("Ho\u0323p  tha\u0301ng\u00ad 3\r\nHe\u0302\u0301t", "tháng", "tha\u0301ng"),
        ("Ho\u0323p  tha\u0301ng\u00ad 3\r\nHe\u0302\u0301t", "tháng 3", "tha\u0301ng\u00ad 3"),
        ("Ho\u0323p  tha\u0301ng\u00ad 3\r\nHe\u0302\u0301t", "Hết", "He\u0302\u0301t"),
        ("\ufeff\u200bAn, Bình", "An", "An"),
        ("An\u200b, Bình", "An", "An"),
        ("Trần\u00adVăn\u200bAn", "TrầnVănAn", "Trần\u00adVăn\u200bAn"),
        ("bà   An   ", "An", "An"),
    ],
)
def test_words_of_the_twin_lead_back_to_the_words_as_given(source: str, words: str, given: str) -> None:
    assert back(source, words) == given


def test_clean_text_is_its_own_twin() -> None:
    assert normalise(NEWS)[0] is NEWS


def test_nfd_text_has_the_twin_of_its_nfc() -> None:
    assert normalise(unicodedata.normalize("NFD", NEWS))[0] == NEWS


@given(TEXTS)
@example("a\u200b\u0301b")
@example(" \u00ad\u0301")
@example("\u200b \u200b a")
def test_each_character_leads_to_a_stretch_of_the_source_and_back(source: str) -> None:
    twin, offsets = normalise(source)
    behind = 0
    for i in range(len(twin)):
        start, end = offsets.start(i), offsets.end(i + 1)
        assert behind <= end
        assert 0 <= start < end <= len(source)
        assert twin[i] in normalise(source[start:end])[0]
        assert offsets.twin(start) <= i < offsets.twin(end)
        behind = start


@given(TEXTS)
def test_stretches_skip_nothing_but_what_cannot_be_seen(source: str) -> None:
    twin, offsets = normalise(source)
    ends = [0, *(offsets.end(i + 1) for i in range(len(twin)))]
    starts = [*(offsets.start(i) for i in range(len(twin))), len(source)]
    for end, start in zip(ends, starts, strict=True):
        assert all(unicodedata.category(c) == "Cf" for c in source[end:start])


@given(TEXTS)
def test_twin_has_no_accidents_left(source: str) -> None:
    twin = normalise(source)[0]
    assert not re.search("[\t\r\x00\x0b\x0c\u00a0\u00ad\u2028\u200b\ufeff]|  ", twin)


@given(TEXTS)
@example("a" + "\u0301\u0323" * 20)
def test_twin_is_a_little_longer_than_its_source_at_most(source: str) -> None:
    assert len(normalise(source)[0]) <= len(source)


@pytest.mark.parametrize("unit", [" ", "\x00", "\u200b", " \u200b", "&nbsp;", "\u00a0\t"], ids=ascii)
def test_ten_million_of_what_leaves_a_blank_or_nothing_are_read(unit: str) -> None:
    twin, _ = normalise("a" + unit * (10_000_000 // len(unit)) + "b")
    assert twin in ("ab", "a b")


@given(TEXTS)
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("HOÀ, Hoà, hoả, hoạ", "hòa, hòa, hỏa, họa"),
        ("khoẻ, xoè", "khỏe, xòe"),
        ("Uỷ, thuỷ, luỹ", "ủy, thủy, lũy"),
        ("quý, quỹ, quà, quạ", "quý, quỹ, quà, quạ"),
        ("Qúy I", "quý i"),
        ("hoàn, thoát, toàn, huỳnh", "hoàn, thoát, toàn, huỳnh"),
        ("İstanbul", "İstanbul"),
    ],
)
def test_tone_marks_stand_in_their_new_place(text: str, folded: str) -> None:
    assert fold(text) == folded
