"""CoNLL-2002: columns, tags, sentences."""

import pytest

from annotation.articles import marked
from vnreport.annotation import AnnotationError, Markup, conll2002, gold
from vnreport.annotation.markup import Region

TEXT = "Ông An họp. Nghị quyết số 9 ngày 5/3/2022."


def markup(*regions: tuple[str, str]) -> Markup:
    """The text with some words marked: (label, words)."""
    placed = [(label, TEXT.index(words), TEXT.index(words) + len(words)) for label, words in regions]
    return Markup("a", TEXT, None, tuple(Region(f"T{i}", *region) for i, region in enumerate(placed)))


def lines(*regions: tuple[str, str]) -> list[str]:
    return conll2002.written(markup(*regions)).splitlines()


def read(conll: str) -> Markup:
    return conll2002.read(conll, "a", TEXT, None)


def test_a_line_is_a_token_with_a_column_for_each_kind_and_one_for_all() -> None:
    assert lines(("Person", "An"))[:2] == ["Ông O O O O O O", "An B-PER O O O O B-PER"]


def test_sentences_are_parted_by_a_blank_line() -> None:
    assert lines().index("") == 4
    assert lines()[-1] == ""


def test_no_sentence_ends_within_a_region() -> None:
    assert lines(("Document", "họp. Nghị quyết")).index("") > 5


def test_of_spans_that_overlap_the_last_column_has_the_outermost() -> None:
    shown = lines(("Document", "Nghị quyết số 9 ngày 5/3/2022"), ("Date", "ngày 5/3/2022"))
    assert "ngày O B-DATE O I-DOC O I-DOC" in shown
    assert "5/3/2022 O I-DATE O I-DOC O I-DOC" in shown


def test_a_token_is_cut_where_a_region_begins_or_ends() -> None:
    assert {"5/3 O B-DATE O O O B-DATE", "/ O O O O O O", "2022 O O O O O O"} <= set(lines(("Date", "5/3"))) or {
        "5/3 O B-DATE O O O B-DATE",
        "/2022 O O O O O O",
    } <= set(lines(("Date", "5/3")))


def test_tokens_hold_no_blanks_whatever_the_text() -> None:
    for line in conll2002.written(marked()).split("\n"):
        assert len(line.split()) in (0, len(conll2002.TAGS) + 2)


def test_two_columns_are_read_too() -> None:
    two = "Ông O\nAn B-PER\nhọp O\n"
    assert [(r.label, r.start, r.end) for r in read(two).regions] == [("Person", 4, 6)]


def test_span_that_begins_with_i_is_one_as_in_older_iob() -> None:
    assert [(r.start, r.end) for r in read("Ông I-PER\nAn I-PER\nhọp O\n").regions] == [(0, 6)]


def test_b_within_a_span_begins_another() -> None:
    assert [(r.start, r.end) for r in read("Ông B-PER\nAn B-PER\n").regions] == [(0, 3), (4, 6)]


def test_gold_of_it_says_which_layers_it_answers_and_invents_nothing() -> None:
    made = gold(read(conll2002.written(markup(("Person", "An"), ("Date", "ngày 5/3/2022")))))
    assert made["layers"] == list(conll2002.LAYERS)
    assert made["people"] == [{"name": "An", "honorific": None, "titles": [], "mentions": ["An"]}]
    assert made["dates"] == [{"text": "ngày 5/3/2022", "kind": None, "start": None, "end": None, "time": None}]
    assert made["meeting"] is None


def test_two_columns_with_documents_answer_for_mentions_alone() -> None:
    assert read("Ông O\nAn O\nhọp B-DOC\n").layers == ("mentions",)


@pytest.mark.parametrize(
    ("conll", "says"),
    [
        ("Ông O\nLan O\n", "a, line 2: 'Lan' is not what the text goes on with"),
        ("An B-PER\n", "a, line 1: 'An' is not what the text goes on with at 0"),
        ("Ông\n", "line 1: 'Ông' is no token with its tags"),
        ("Ông O\nAn O O\n", "lines of 2 and 3 columns"),
        ("Ông B-LOC\n", "no tag is called 'LOC'"),
        ("Ông O O O O O B-PER\n", "line 1: B-PER in the last column, by the others O"),
    ],
)
def test_what_is_not_the_article_tagged_is_refused(conll: str, says: str) -> None:
    with pytest.raises(AnnotationError, match=says):
        read(conll)
