"""Segments: the text whole, every mark over all of its span, whatever nests or crosses."""

import re

from hypothesis import given
from hypothesis import strategies as st

from strategies import TEXTS
from vnreport.render.marks import Mark
from vnreport.render.segments import Line, lines

ENDS = re.compile(r"\r\n|\r|\n")


def mark(number: int, start: int, end: int, role: str = "item") -> Mark:
    return Mark(number, start, end, f"d{number}", "date", role)  # type: ignore[arg-type]


def cut(text: str, *marks: Mark) -> list[tuple[str, tuple[int, ...]]]:
    (line,) = lines(text, marks)
    return [(segment.text, tuple(layer.mark.number for layer in segment.layers)) for segment in line.segments]


def test_a_text_without_marks_is_one_segment() -> None:
    assert cut("hội nghị") == [("hội nghị", ())]


def test_a_mark_inside_another_lies_within() -> None:
    assert cut("abcd", mark(1, 0, 4), mark(2, 1, 2)) == [("a", (1,)), ("b", (1, 2)), ("cd", (1,))]


def test_marks_that_cross_both_go_on() -> None:
    assert cut("abcd", mark(1, 0, 3), mark(2, 1, 4)) == [("a", (1,)), ("bc", (1, 2)), ("d", (2,))]


def test_a_quiet_mark_lies_outside_a_longer_one() -> None:
    assert cut("abcd", mark(1, 0, 4), mark(2, 1, 3, "measure"))[1] == ("bc", (2, 1))


def test_only_the_first_segment_of_a_mark_says_so() -> None:
    (line,) = lines("abc", [mark(1, 0, 3), mark(2, 1, 2)])
    firsts = [[(layer.mark.number, layer.first) for layer in segment.layers] for segment in line.segments]
    assert firsts == [[(1, True)], [(1, False), (2, True)], [(1, False)]]


def test_a_mark_over_a_line_end_goes_on_in_the_next_line() -> None:
    made = lines("ab\r\ncd", [mark(1, 1, 5)])
    assert [[(segment.text, bool(segment.layers)) for segment in line.segments] for line in made] == [
        [("a", False), ("b", True)],
        [("c", True), ("d", False)],
    ]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    place = st.integers(0, len(text) + 2)
    spans = draw(st.lists(st.tuples(place, place), max_size=12))
    return text, [mark(number, *sorted(span)) for number, span in enumerate(spans, 1)]


@given(marked())
def test_joined_segments_are_the_lines(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    joined = ["".join(segment.text for segment in line.segments) for line in lines(text, marks)]
    assert joined == ENDS.split(text)


def covered(line: Line, number: int) -> set[int]:
    at = line.start
    places: set[int] = set()
    for segment in line.segments:
        if any(layer.mark.number == number for layer in segment.layers):
            places.update(range(at, at + len(segment.text)))
        at += len(segment.text)
    return places


@given(marked())
def test_the_segments_of_a_mark_are_its_span(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    ends = {place for end in ENDS.finditer(text) for place in range(*end.span())}
    made = lines(text, marks)
    for one in marks:
        places = set().union(*(covered(line, one.number) for line in made))
        assert places == set(range(one.start, min(one.end, len(text)))) - ends


@given(marked())
def test_a_mark_begins_once(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    begun = [
        layer.mark.number for line in lines(text, marks) for s in line.segments for layer in s.layers if layer.first
    ]
    assert len(begun) == len(set(begun))
