"""What rules say of the numbers they begin with (`numbers_before`) hides nothing that their patterns match.

A pattern of `regex` can be asked whether more text could make a match of what it was given; so what can stand behind a
number is spelled out, letter by letter, and must be listed.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from test_grammars import GRAMMARS
from vnreport.document import Document
from vnreport.grammar import DIGIT, Grammar, Rule
from vnreport.text.words import numbers_before

NUMBERS = ("5", "10", "29", "250", "2017")
LETTERS = sorted({char for g in GRAMMARS for rule in g.rules for char in rule.pattern if char.islower()})
MARKS = "/.,:;-–—÷×'\"()[%$€£¥°&+!?…“”\n\t "
CHARS = (*LETTERS, *MARKS, *"0123456789")
LONGEST = 16
"""No word behind a number is longer; a pattern that takes more takes any."""
COUNTED = [
    pytest.param(rule, id=f"{g.name}:{rule.name}")
    for g in GRAMMARS
    for rule in g.rules
    if DIGIT not in rule.first and any(word[0] == DIGIT for word in rule.first)
]


LOOKS = (r"^\(\?=(?:\[[^]]*\]|\((?:[^()]|\([^()]*\))*\)|[^()])*\)", r"\(\?!\[\\d\.,\]\{0,30\}\\d\)")
"""Looks ahead that reach so far that any text can go on: the quick one of a rule, and that for the end of a number."""


class Asked:
    """The pattern of a rule, asked what it can begin with."""

    def __init__(self, rule: Rule) -> None:
        self._match = regex.compile(regex.sub("|".join(LOOKS), "", rule.pattern)).match

    def begins(self, text: str) -> bool:
        """Whether a match can begin with `text`."""
        return self._match(text, partial=True) is not None

    def goes_on(self, text: str, more: int = 3) -> bool:
        """The same, with so many more characters: a look ahead may end where the text does."""
        return self.begins(text) and (not more or any(self.goes_on(text + char, more - 1) for char in CHARS))

    def words(self, text: str, word: str = "") -> Iterator[str]:
        """The words that can stand behind `text`."""
        assert len(word) < LONGEST, f"any word goes on behind {text}: `first` needs DIGIT"
        for char in LETTERS:
            if self.begins(text + word + char):
                yield from self.words(text, word + char)
        if word and any(self.begins(text + word + char) for char in (*MARKS, *"0123456789")):
            yield word

    def followers(self, number: str) -> Iterator[str]:
        """Whatever can stand behind `number`, as `numbers_before` takes it."""
        for gap in ("", " "):
            yield from self.words(number + gap)
            yield from (mark for mark in MARKS if mark not in ",. " and self.goes_on(number + gap + mark))
            for mark, char in product(".,", CHARS):
                if self.goes_on(number + gap + mark + char, 2):
                    yield mark + "0" * char.isdigit()
        yield from ("0" for digit in "0123456789" if self.goes_on(f"{number} {digit}", 2))


@pytest.mark.parametrize("rule", COUNTED)
def test_every_follower_of_a_number_that_a_pattern_takes_is_listed(rule: Rule) -> None:
    asked = Asked(rule)
    found = {text for number in NUMBERS if asked.begins(number) for text in asked.followers(number)}
    assert found, "no number begins it"
    assert set(numbers_before(*found)) <= set(rule.first)


def any_number(grammar: Grammar) -> Grammar:
    """The grammar with every rule tried at any number that begins one."""
    rules = (replace(r, first=tuple({DIGIT if word[0] == DIGIT else word for word in r.first})) for r in grammar.rules)
    return Grammar(grammar.name, tuple(rules))


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.name)
def test_examples_read_the_same_where_any_number_is_tried(grammar: Grammar) -> None:
    texts = [text for g in GRAMMARS for rule in g.rules for text in (*rule.misses, *(e.text for e in rule.examples))]
    widened = any_number(grammar)
    for text in texts:
        document = Document(text)
        assert list(grammar.scan(document)) == list(widened.scan(document)), text


PIECES = (
    *("1", "02", "5", "12", "30", "2017", "1.250", "3,5", "1 000", "năm", "hai", "một"),
    *("%", "km2", "tỷ", "triệuđ", "đồng", "người", "hộ", "m", "x", "h", "giờ", "tháng", "ngày", "năm", "phút", "tết"),
    *("và", "đến", "tới", "hoặc", "hay", "lên", "trên", "đầu", "qua", "/", "-", "–", ".", ",", ":", "(", ")", ";"),
)  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " "])), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@given(TEXTS)
def test_texts_read_the_same_where_any_number_is_tried(text: str) -> None:
    document = Document(text)
    for grammar, widened in WIDENED:
        assert list(grammar.scan(document)) == list(widened.scan(document))


WIDENED = [(grammar, any_number(grammar)) for grammar in GRAMMARS]
