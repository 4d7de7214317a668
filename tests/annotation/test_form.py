"""The gold form of a markup: in the text's order, complete, and never guessed at."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from annotation.articles import marked
from vnreport.annotation import AnnotationError, Markup, Region, Relation, form, gold

TEXT = "Ông An và bà Lan họp. Ông An nói: An Giang thu 5ha."


def markup(*regions: Region, relations: Any = (), text: str = TEXT) -> Markup:
    return Markup("a", text, None, tuple(regions), tuple(relations)).checked()


def changed(label: str, **fields: str | None) -> Markup:
    """The marked article with fields of the first region of a label changed, None to take one away."""
    whole = marked()
    first = next(region for region in whole.regions if region.label == label)
    said = {name: value for name, value in {**first.fields, **fields}.items() if value is not None}
    return replace(whole, regions=tuple(replace(r, fields=said) if r is first else r for r in whole.regions))


def test_gold_of_the_marked_article() -> None:
    made = gold(marked())
    assert made["people"] == [
        {
            "name": "Lê Văn An",
            "honorific": "ông",
            "titles": ["Bí thư Huyện ủy Tân Lập"],
            "mentions": ["Lê Văn An", "An"],
        }
    ]
    assert made["figures"][0] == {
        "text": "30,5\ntỷ đồng", "value": 30500000000, "value_to": None, "unit": "đồng", "bound": "exact",
        "measure": "huyện thu",
    }  # fmt: skip
    assert made["meeting"] == {
        "kind": " hội\tnghị", "start": "2022-03-11", "end": "2022-03-11", "form": None,
        "chairs": ["Lê Văn An"], "speakers": ["Lê Văn An"],
    }  # fmt: skip


def test_lists_stand_in_the_order_of_the_text() -> None:
    regions = (Region("T1", "Person", 13, 16), Region("T2", "Person", 26, 28), Region("T3", "Person", 4, 6))
    assert [person["name"] for person in gold(markup(*regions))["people"]] == ["An", "Lan", "An"]


def test_offset_is_written_where_the_words_alone_would_be_found_elsewhere() -> None:
    (person,) = gold(markup(Region("T1", "Person", 26, 28)))["people"]
    assert person["mentions"] == [{"text": "An", "offset": 26}]


def test_written_form_is_json_with_an_item_a_line() -> None:
    made = gold(marked())
    text = form.written(made)
    assert json.loads(text) == made
    assert re.search(r'^  \{"text": "5%".*\}$', text, re.MULTILINE)


@pytest.mark.parametrize(
    ("label", "fields", "says"),
    [
        ("Date", {"kind": None}, r"bài 1: Date 'Ngày 11/3/2022' at 2 has no kind"),
        ("Date", {"start": "11/3/2022"}, r"start is '11/3/2022', not a day as 2022-03-11"),
        ("Date", {"start": "2022-02-30"}, r"start is '2022-02-30', not a day"),
        ("Date", {"start": None}, r"start None and end 2022-03-11 do not go together"),
        ("Date", {"start": "2022-03-12"}, r"start 2022-03-12 and end 2022-03-11 do not go together"),
        ("Date", {"time": "2 giờ"}, r"time is '2 giờ', not as 14:30"),
        ("Figure", {"value": None}, r"has no value"),
        ("Figure", {"value": "30,5 tỷ"}, r"value is '30,5 tỷ', not a number as 30539000000 or 0.5"),
        ("Document", {"type": None}, r"has no type"),
    ],
)
def test_what_the_form_cannot_do_without_is_asked_for(label: str, fields: dict[str, str | None], says: str) -> None:
    with pytest.raises(AnnotationError, match=says):
        gold(changed(label, **fields))


def test_figure_without_a_bound_is_exact() -> None:
    assert gold(changed("Figure", bound=None))["figures"][0]["bound"] == "exact"


@pytest.mark.parametrize(("value", "number"), [("0.5", 0.5), ("-3", -3), ("1E+3", 1000), ("12.0", 12)])
def test_numbers_are_whole_where_they_can_be(value: str, number: float) -> None:
    made = gold(changed("Figure", value=value))["figures"][0]["value"]
    assert (made, type(made)) == (number, type(number))


def test_mentions_of_one_person_agree() -> None:
    regions = [Region("T1", "Person", 4, 6, {"honorific": "ông"}), Region("T2", "Person", 26, 28, {"honorific": "anh"})]
    with pytest.raises(AnnotationError, match="differ in their honorific: ông, anh"):
        gold(markup(*regions, relations=[Relation("same_person", "T1", "T2")]))


def test_second_meeting_is_refused() -> None:
    with pytest.raises(AnnotationError, match="'Lan' at 13: a second meeting"):
        gold(markup(Region("T1", "Meeting", 4, 6), Region("T2", "Meeting", 13, 16)))


def test_chair_without_a_meeting_is_refused() -> None:
    with pytest.raises(AnnotationError, match="An chairs or speaks, but no Meeting is marked"):
        gold(markup(Region("T1", "Person", 4, 6, {"role": "chairs"})))


def test_two_measures_of_one_figure_are_refused() -> None:
    regions = [
        Region("T1", "Figure", 47, 50, {"value": "5"}),
        Region("T2", "Measure", 43, 46),
        Region("T3", "Measure", 34, 42),
    ]
    with pytest.raises(AnnotationError, match="two measures"):
        gold(markup(*regions, relations=[Relation("measure", "T1", "T2"), Relation("measure", "T1", "T3")]))


@pytest.mark.parametrize(
    ("regions", "says"),
    [
        ([Region("T1", "Person", 4, 4)], "4:4 is no stretch of the text"),
        ([Region("T1", "Person", 4, 6), Region("T1", "Person", 13, 16)], "two regions have one id"),
    ],
)
def test_markup_that_does_not_hold_together_is_refused(regions: list[Region], says: str) -> None:
    with pytest.raises(AnnotationError, match=says):
        markup(*regions)
