"""Every rule of every grammar: its examples fire it and give what they say, its near misses do not fire it."""

import datetime as dt
import importlib
import pkgutil
from decimal import Decimal

import pytest

import vnreport
from vnreport import Pipeline
from vnreport.document import Document
from vnreport.grammar import Example, Grammar, Rule

_OPTIONAL = ("vnreport.archive", "vnreport.spark", "vnreport.cli", "vnreport.__main__")


def _grammars() -> list[Grammar]:
    found: dict[int, Grammar] = {}
    for module in pkgutil.walk_packages(vnreport.__path__, "vnreport."):
        if module.name.startswith(_OPTIONAL):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Grammar):
                found[id(value)] = value
    return list(found.values())


GRAMMARS = _grammars()
RULES = [pytest.param(g, r, id=f"{g.name}:{r.name}") for g in GRAMMARS for r in g.rules]
EXAMPLES = [
    pytest.param(g, r, e, id=f"{g.name}:{r.name}:{e.reads}") for g in GRAMMARS for r in g.rules for e in r.examples
]
MISSES = [pytest.param(g, r, m, id=f"{g.name}:{r.name}:{m}") for g in GRAMMARS for r in g.rules for m in r.misses]
PIPELINE = Pipeline(tagger=None)


def _day(example: Example) -> dt.date | None:
    return dt.date.fromisoformat(example.published) if example.published else None


def _plain(value: object) -> object:
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()[:10] if isinstance(value, dt.date) else value.strftime("%H:%M")
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return Decimal(str(value))
    return getattr(value, "text", value)  # a mention stands for its words


@pytest.mark.parametrize(("grammar", "rule"), RULES)
def test_rule_has_an_example(grammar: Grammar, rule: Rule) -> None:
    assert rule.examples


@pytest.mark.parametrize(("grammar", "rule", "example"), EXAMPLES)
def test_example_fires_its_rule(grammar: Grammar, rule: Rule, example: Example) -> None:
    document = Document(example.text, _day(example))
    start = example.text.index(example.reads)
    end = start + len(example.reads)
    hits = [(h.rule, example.text[h.start : h.end]) for h in grammar.scan(document) if h.start < end and start < h.end]
    assert rule.name in [name for name, _ in hits], hits


@pytest.mark.parametrize(("grammar", "rule", "example"), [p for p in EXAMPLES if p.values[0].stage])
def test_example_gives_its_record(grammar: Grammar, rule: Rule, example: Example) -> None:
    items = getattr(PIPELINE.parse(example.text, published=_day(example)), grammar.stage)
    item = next((i for i in items if i.text == example.reads), None)
    assert item is not None, [i.text for i in items]
    assert {k: _plain(getattr(item, k)) for k in example.gives} == {k: _plain(v) for k, v in example.gives.items()}


@pytest.mark.parametrize(("grammar", "rule", "text"), MISSES)
def test_near_miss_does_not_fire(grammar: Grammar, rule: Rule, text: str) -> None:
    assert rule.name not in [hit.rule for hit in grammar.scan(Document(text))]
