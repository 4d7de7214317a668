"""The document: every stretch of the twin is a stretch of the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import TEXTS
from vnreport.document import Document
from vnreport.records import Span


@given(TEXTS, st.data())
def test_mention_is_the_source_at_its_span(source: str, data: st.DataObject) -> None:
    document = Document(source)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    mention = document.mention(start, end)
    assert 0 <= mention.span.start <= mention.span.end <= len(source)
    assert source[mention.span.start : mention.span.end] == mention.text


def test_mention_leaves_out_blanks_at_its_ends() -> None:
    document = Document(" Sáng\u00a0 11/3 \n")
    assert document.mention(0, len(document.text)).text == "Sáng\u00a0 11/3"
    assert document.mention(0, 1).text == " "


@given(TEXTS, st.data())
def test_span_leads_back_to_the_twin(source: str, data: st.DataObject) -> None:
    document = Document(source)
    if not document.text:
        return
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    first, last = document.twin(document.span(start, end))
    # A cluster of marks that no letter has is one piece: its span is the whole.
    assert first <= start
    assert end <= last
    assert document.span(first, last) == document.span(start, end)


@given(TEXTS)
def test_folded_is_as_long_as_the_twin(source: str) -> None:
    document = Document(source)
    assert len(document.folded) == len(document.text)


@given(TEXTS)
def test_each_character_of_a_sentence_knows_its_sentence(source: str) -> None:
    document = Document(source)
    for start, end in document.sentences:
        assert {document.sentence_at(i) for i in range(start, end)} == {(start, end)}


def test_offset_outside_every_sentence_has_an_empty_one() -> None:
    document = Document("Một.\n\nHai.")
    assert document.sentence_at(5) == (5, 5)
    assert document.sentence_at(99) == (99, 99)


def test_span_of_the_source_is_in_code_points() -> None:
    document = Document("😀 ba\u0300 An")
    start = document.text.index("bà")
    assert document.span(start, start + 2) == Span(2, 5)


@pytest.mark.parametrize("source", [None, b"abc", 5])
def test_what_is_no_text_is_a_type_error(source: object) -> None:
    with pytest.raises(TypeError, match="text must be str"):
        Document(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "unit", ["a", "1.", "Nguyễn ", "-", ".", "A. ", "a\u0301", " \u200b", "\r\n", "@a.", "“.”", "…"]
)
def test_text_layer_takes_time_by_length(unit: str) -> None:
    # Half a million characters: a scan that grew with the square of the length would take minutes.
    document = Document(unit * (500_000 // len(unit)))
    assert len(document.tokens) > 0 or document.text.isspace()
    assert len(document.sentences) > 0 or document.text.isspace()
    assert document.layout is not None
