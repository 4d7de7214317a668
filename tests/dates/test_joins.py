"""Every join has an example on which it works, and gives what the example says."""

import datetime as dt

import pytest

from vnreport import Pipeline
from vnreport.dates.grammar import GRAMMAR
from vnreport.dates.joins import PHASES, Item, Join, join
from vnreport.document import Document
from vnreport.grammar import Example

JOINS = [j for phase in PHASES for j in phase]
EXAMPLES = [pytest.param(j, e, id=f"{j.name}:{e.reads}") for j in JOINS for e in j.examples]
PIPELINE = Pipeline(stages=["dates"], tagger=None)


def joined(text: str) -> list[Item]:
    document = Document(text)
    return join(document.folded, [Item(hit.start, hit.end, hit.value) for hit in GRAMMAR.scan(document)])


@pytest.mark.parametrize("one", JOINS, ids=lambda j: j.name)
def test_join_has_an_example(one: Join) -> None:
    assert one.examples


def test_joins_have_names_of_their_own() -> None:
    assert len({j.name for j in JOINS}) == len(JOINS)


@pytest.mark.parametrize(("one", "example"), EXAMPLES)
def test_example_is_joined(one: Join, example: Example) -> None:
    items = {example.text[i.start : i.end]: i for i in joined(example.text)}
    assert one.name in items[example.reads].joined


@pytest.mark.parametrize(("one", "example"), EXAMPLES)
def test_example_gives_its_record(one: Join, example: Example) -> None:
    day = dt.date.fromisoformat(example.published) if example.published else None
    read = {d.text: d for d in PIPELINE.parse(example.text, published=day).dates}[example.reads]
    got = {name: getattr(read, name) for name in example.gives}
    assert {
        k: v.strftime("%H:%M") if isinstance(v, dt.time) else v.isoformat() if isinstance(v, dt.date) else v
        for k, v in got.items()
    } == dict(example.gives)
