"""The articles written for this project: what a reader puts on record, and what the pipeline puts on record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport import evaluation

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
ARTICLES = evaluation.paths(FOLDER)


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@cache
def text_of(path: Path) -> str:
    return path.with_suffix(".txt").read_text("utf-8")


def spans_of(record: Any) -> Iterator[tuple[str, int, int]]:
    """Every (text, start, end) anywhere in a record made of dicts and lists."""
    if isinstance(record, dict):
        if "text" in record and "span" in record:
            yield record["text"], record["span"]["start"], record["span"]["end"]
        record = list(record.values())
    if isinstance(record, list | tuple):
        for part in record:
            yield from spans_of(part)


def test_every_item_is_the_text_at_its_span(path: Path) -> None:
    article = evaluation.load(path)
    record = vnreport.parse(article.text, published=article.published).to_dict()
    items = list(spans_of(record))
    assert items
    assert [text for text, start, end in items if article.text[start:end] != text] == []


def test_layers_score_no_less_than_their_floors() -> None:
    floors = evaluation.load_floors(FOLDER / "floors.toml")
    assert evaluation.evaluate(ARTICLES).below(floors) == []


def test_every_layer_has_a_floor() -> None:
    assert set(evaluation.load_floors(FOLDER / "floors.toml")) == {*evaluation.LAYERS, *evaluation.ACCURACIES}


def test_annotated_strings_stand_in_the_text_in_the_order_of_the_list(path: Path) -> None:
    gold = evaluation.load(path).gold  # refuses a string that is not in the text
    for items in (gold.dates, gold.figures, gold.documents):
        starts = [item.span[0] for item in items]
        assert starts == sorted(starts)
        assert len(set(starts)) == len(starts)


def test_annotations_name_only_what_the_article_has(path: Path) -> None:
    data, text = json.loads(path.read_text("utf-8")), text_of(path)
    names = {person["name"] for person in data["people"]}
    assert {*data["meeting"]["chairs"], *data["meeting"]["speakers"]} <= names
    assert all(figure["measure"] is None or figure["measure"] in text for figure in data["figures"])
    assert all(title.casefold() in text.casefold() for person in data["people"] for title in person["titles"])


def test_every_text_has_its_annotation_beside_it() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == [path.stem for path in ARTICLES]


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_example_is_the_article_of_the_same_name(example: Path) -> None:
    assert example.read_bytes() == (FOLDER / example.name).read_bytes()


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_example_needs_no_day_of_publication(example: Path) -> None:
    """``make demo`` hands over none: the days of each example hang on the full date in its lead."""
    article = evaluation.load(FOLDER / f"{example.stem}.json")
    alone, told = vnreport.parse(article.text), vnreport.parse(article.text, published=article.published)
    assert [(d.text, d.start, d.end) for d in alone.dates] == [(d.text, d.start, d.end) for d in told.dates]


def test_there_are_examples_to_show() -> None:
    assert len(list(EXAMPLES.glob("*.txt"))) >= 6
