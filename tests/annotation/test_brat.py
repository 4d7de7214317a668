"""brat: standoff lines, by brat's own rules."""

import re

import pytest

from annotation.articles import HARD, marked
from vnreport.annotation import AnnotationError, Markup, Region, brat, gold
from vnreport.annotation.markup import LABELS, RELATIONS

TEXT = "Ông An, Bí thư\nHuyện ủy, họp."


def read(ann: str, text: str = TEXT) -> Markup:
    return brat.read(ann, "a", text, None)


def test_text_shown_is_as_long_and_breaks_lines_where_brat_does() -> None:
    shown = brat.shown(HARD)
    assert len(shown) == len(HARD)
    assert len(shown.splitlines()) == shown.count("\n") + 1 - shown.endswith("\n")
    assert max(shown) <= "\uffff"
    assert [at for at, char in enumerate(shown) if char == "\n"] == [at for at, c in enumerate(HARD) if c == "\n"]


def test_words_of_every_line_stand_at_its_offsets() -> None:
    shown = brat.shown(HARD)
    lines = [line.split("\t") for line in brat.written(marked()).splitlines() if line.startswith("T")]
    assert len(lines) == len(marked().regions)
    for _, place, words in lines:
        fragments = [tuple(map(int, each.split())) for each in place.split(" ", 1)[1].split(";")]
        assert words == " ".join(shown[start:end] for start, end in fragments)
        assert "\n" not in words


def test_region_over_two_lines_is_two_fragments() -> None:
    at = HARD.index("30,5\n")
    assert f"Figure {at} {at + 4};{at + 5} {at + 12}\t30,5 tỷ đồng" in brat.written(marked())


def test_mentions_of_one_person_are_an_equivalence() -> None:
    assert "\n*\tsame_person T1 T2\n" in brat.written(marked())


def test_choices_are_attributes_and_free_text_is_the_note() -> None:
    lines = brat.written(marked()).splitlines()
    assert {"A1\tchairs T1", "A2\tspeaks T1", "A3\tkind T4 date"} <= set(lines)
    assert "AnnotatorNotes T4\tstart=2022-03-11; end=2022-03-11" in "\n".join(lines)


def test_identifiers_are_numbered_as_brat_numbers_them() -> None:
    ids = [line.split("\t")[0] for line in brat.written(marked()).splitlines()]
    for kind in "TRA#":
        numbers = [id for id in ids if id[0] == kind]
        assert numbers == [f"{kind}{number}" for number in range(1, len(numbers) + 1)]


def test_configuration_declares_all_that_is_written() -> None:
    conf = brat.annotation_conf()
    sections = dict(re.findall(r"\[(\w+)\]\n(.*?)(?=\n\[|\Z)", conf, re.DOTALL))
    assert sections["entities"].split() == list(LABELS)
    declared = {line.split("\t")[0]: line for line in sections["relations"].splitlines() if "\t" in line}
    assert set(declared) == {*RELATIONS, "<OVERLAP>"}
    assert declared["holds"] == "holds\tArg1:Person, Arg2:Position"
    assert "kind\tArg:Date, Value:date|period|duration|set|time" in sections["attributes"]
    assert "chairs\tArg:Person\n" in sections["attributes"]
    assert all(f"{label} | {label} |" in brat.visual_conf() for label in LABELS)


def test_fragments_with_blanks_between_are_one_region() -> None:
    (region,) = read("T1\tPosition 8 14;15 23\tBí thư Huyện ủy\n").regions
    assert (region.start, region.end) == (8, 23)


def test_relation_of_one_person_may_be_an_arrow_too() -> None:
    markup = read("T1\tPerson 4 6\tAn\nT2\tPerson 0 3\tÔng\nR1\tsame_person Arg1:T1 Arg2:T2\n")
    assert [person["mentions"] for person in gold(markup)["people"]] == [["Ông", "An"]]


def test_remark_behind_a_hash_is_for_people() -> None:
    markup = read("T1\tPerson 4 6\tAn\n#1\tAnnotatorNotes T1\thonorific=ông  # or bà?\n")
    assert markup.regions[0].fields == {"honorific": "ông"}


def test_note_that_was_emptied_says_nothing() -> None:
    assert read("T1\tPerson 4 6\tAn\n#1\tAnnotatorNotes T1\thonorific=\n").regions[0].fields == {}


def test_words_may_be_missing_as_brat_allows() -> None:
    assert read("T1\tPerson 4 6\n").regions[0].start == 4


@pytest.mark.parametrize(
    ("ann", "says"),
    [
        ("T1\tPerson 4 7\tAn\n", "a, line 1: 'An' does not stand at 4 7; the text says 'An,'"),
        ("T1\tPosition 0 3;8 14\tÔng Bí thư\n", "has a gap"),
        ("T1\tPerson x y\tAn\n", "is no line of brat's"),
        ("E1\tHọp:T1\n", "none of the lines that this configuration makes"),
        ("An\n", "none of the lines"),
        ("T1\tPerson 4 6\tAn\nA1\tsure T1\n", "line 2: no attribute is called 'sure'"),
        ("T1\tPerson 4 6\tAn\nA1\tkind T1\n", "is no line of brat's"),
        ("T1\tPerson 4 6\tAn\n#1\tAnnotatorNotes T1\tông\n", "the note 'ông' is not as start="),
        ("T1\tPerson 4 6\tAn\n#1\tAnnotatorNotes T1\tage=50\n", "no field is called 'age'"),
        ("T1\tPerson 4 6\tAn\nR1\tholds Arg1:T1 Arg2:T9\n", "there is no holds from Person to nothing"),
        ("T1\tPerson 4 60\n", "is no stretch of the text"),
        ("T1\tDate 4 6\tAn\nA1\tkind T1 day\n", "kind is 'day', not one of date, period"),
    ],
)
def test_line_that_cannot_be_meant_is_refused_by_its_number(ann: str, says: str) -> None:
    with pytest.raises(AnnotationError, match=re.escape(says)):
        read(ann)


def test_region_of_blanks_alone_is_refused() -> None:
    blank = Markup("a", TEXT, None, (Region("T1", "Person", 14, 15),))
    with pytest.raises(AnnotationError, match="is blank"):
        brat.written(blank)


def test_note_on_something_else_is_brats_own() -> None:
    assert read("T1\tPerson 4 6\tAn\n#1\tNormalized T1\tx\n#2\tAnnotatorNotes R1\tx\n").regions[0].fields == {}
