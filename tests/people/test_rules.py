"""Every rule of a name and every way to tie a title to one: its examples fire it, its near misses do not."""

import pytest

from vnreport import Person, Pipeline
from vnreport.document import Document
from vnreport.grammar import Example
from vnreport.people import again, attach, careers, link, names, offices
from vnreport.people import heads as office_heads
from vnreport.people.rules import RULES, Rule
from vnreport.people.ways import WAYS, Way
from vnreport.people.words import Words

PIPELINE = Pipeline(stages=["people"], tagger=None)


def _names(text: str) -> list[tuple[str, str]]:
    words = Words(Document(text))
    found = again.short_forms(names.walk(words, office_heads.find(words), []))
    return [(name.rule, words.text(name.start, name.end)) for name in found]


def _ways(text: str) -> list[tuple[str, str]]:
    words = Words(Document(text))
    heads = office_heads.find(words)
    found = again.short_forms(names.walk(words, heads, []))
    barrier = [-1] * len(words)
    for n, name in enumerate(found):
        barrier[name.start : name.end] = [n] * (name.end - name.start)
    titles = offices.Parser(words, heads).parse(barrier)
    attached = attach.attach(words, found, titles, barrier)
    careers.careers(words, found, attached, barrier)
    careers.bare(words, link.link(words, found, attached), attached)
    return [(title.way, words.text(title.start, title.end)) for title in titles]


def _people(text: str) -> dict[str, Person]:
    return {person.name: person for person in PIPELINE.parse(text).people}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_examples_and_misses(rule: Rule) -> None:
    assert rule.examples
    assert rule.misses


@pytest.mark.parametrize(("rule", "example"), [(r, e) for r in RULES for e in r.examples])
def test_example_is_read_by_its_rule(rule: Rule, example: Example) -> None:
    assert (rule.name, example.reads) in _names(example.text)


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULES for t in r.misses])
def test_rule_reads_nothing_in_its_misses(rule: Rule, text: str) -> None:
    assert rule.name not in [name for name, _ in _names(text)]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_way_has_examples_and_misses(way: Way) -> None:
    assert way.examples
    assert way.misses


@pytest.mark.parametrize(("way", "example"), [(w, e) for w in WAYS for e in w.examples])
def test_example_ties_its_title_to_its_holder(way: Way, example: Example) -> None:
    assert (way.name, example.reads) in _ways(example.text)
    holder = _people(example.text)[str(example.gives["person"])]
    assert example.reads in [position.text for position in holder.positions]


@pytest.mark.parametrize(("way", "text"), [(w, t) for w in WAYS for t in w.misses])
def test_way_ties_nothing_in_its_misses(way: Way, text: str) -> None:
    assert way.name not in [name for name, _ in _ways(text)]
