"""Every entry of the figures' word lists does what its list says."""

import pytest

from vnreport import figures, lexicon
from vnreport.document import Document, Found
from vnreport.figures import nouns, units
from vnreport.records import Figure


def found(text: str) -> tuple[Figure, ...]:
    return figures.find(Document(text), Found())


@pytest.mark.parametrize("alias", sorted(units.aliases()))
def test_every_spelling_of_a_unit_is_read(alias: str) -> None:
    printed = {"b": "B"}.get(alias, alias)
    (figure,) = found(f"Tổng cộng 25.000 {printed}")
    assert figure.unit == units.aliases()[alias].name
    assert figure.unit_kind == units.aliases()[alias].kind


def test_every_unit_is_found_by_its_own_name() -> None:
    assert set(units.by_name()) == {unit.name for unit in units.aliases().values()}


def test_every_counted_noun_is_read_whole() -> None:
    missed = []
    for noun in sorted(nouns.kinds()):
        read = [figure.text for figure in found(f"Hiện có 12 {noun}.")]
        if read != [f"12 {noun}"]:
            missed.append((noun, read))
    assert missed == []


def test_no_noun_stands_in_the_list_twice() -> None:
    listed = [
        n for row in lexicon.rows("counted_nouns") if row["kind"] != "classifier" for n in row["nouns"].split("; ")
    ]
    assert sorted({noun for noun in listed if listed.count(noun) > 1}) == []


BOUNDS = [
    (phrase, row["bound"], row["side"]) for row in lexicon.rows("bounds") for phrase in row["phrases"].split("; ")
]


@pytest.mark.parametrize(("phrase", "bound", "side"), BOUNDS)
def test_every_bound_is_read(phrase: str, bound: str, side: str) -> None:
    unit = "tuổi" if phrase == "ngoài" else "%"
    text = f"Tỷ lệ {phrase} 50 {unit}." if side == "before" else f"Tỷ lệ 50 {unit} {phrase}."
    (figure,) = found(text)
    assert figure.bound == bound


@pytest.mark.parametrize("noun", lexicon.entries("fixed_pairs"))
def test_fixed_pairs_are_no_figures(noun: str) -> None:
    assert found(f"Cả hai {noun} đều vậy.") == ()


COUNT_TOO = {"tổ", "nhóm", "đội", "đoàn", "trường", "khối", "phòng", "năm", "điều"}
"""What may count people where a number stands behind it (`nhóm 2 cán bộ`)."""


@pytest.mark.parametrize("head", sorted(set(lexicon.entries("label_heads")) - COUNT_TOO))
def test_labels_are_no_figures(head: str) -> None:
    assert found(f"Tại {head} 2 cán bộ đã họp.") == ()


@pytest.mark.parametrize("words", lexicon.entries("label_compounds"))
def test_compounds_are_no_labels(words: str) -> None:
    assert [figure.text for figure in found(f"Nơi {words} 20 cán bộ.")] == ["20 cán bộ"]


@pytest.mark.parametrize(("role", "change"), [("up", "up"), ("down", "down")])
def test_every_verb_of_change_is_read(role: str, change: str) -> None:
    phrases = [p for row in lexicon.rows("lead_words") if row["role"] == role for p in row["phrases"].split("; ")]
    missed = [phrase for phrase in phrases if found(f"Sản lượng {phrase} 25 lần.")[0].change != change]
    assert missed == []


@pytest.mark.parametrize("head", lexicon.entries("measure_heads"))
def test_every_name_of_a_measure_begins_one(head: str) -> None:
    (figure,) = found(f"Ông Tư cho biết {head} của xã đạt 25 tấn.")
    assert figure.measure is not None
    assert figure.measure.text == f"{head} của xã"
