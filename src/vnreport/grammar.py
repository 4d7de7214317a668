"""Rules: a grammar as data, with its examples beside it.

A `Rule` has a name, the words it can begin with, a pattern, a function that reads a match, and examples. A `Grammar`
runs its rules over the folded twin of a document: wherever a word stands that some rule can begin with, the rules of
that word are tried, the longest match that reads wins (the earlier rule where two are equally long), and the search
goes on behind it. Patterns must be bounded (no nested unbounded repetition), which keeps the whole linear.

``tests/test_grammars.py`` runs every example of every grammar, and its near misses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from vnreport.document import Document
from vnreport.text.words import NUMBER, PART

R = TypeVar("R")
"""What the rules of a grammar read: a value of the stage that the grammar belongs to."""
DIGIT = NUMBER
"""Stands in `Rule.first` for any number in digits."""


@dataclass(frozen=True)
class Example:
    """A text and what the rule makes of it.

    `text` holds `reads`, letter for letter what the rule finds; `gives` are fields of the record that comes out, by
    name. `published` is the day (ISO 8601) the example appeared on, where that matters.
    """

    text: str
    reads: str
    gives: Mapping[str, object] = field(default_factory=dict)
    published: str | None = None


@dataclass(frozen=True)
class Hit(Generic[R]):
    """A match: the name of the `rule`, `start` and `end` in the twin (end exclusive), and the `value` the rule read."""

    rule: str
    start: int
    end: int
    value: R


@dataclass(frozen=True)
class Rule(Generic[R]):
    """One way of saying something.

    `first`: the words (folded, whole) or marks a match can begin with; `DIGIT` stands for any number in digits, and
    `vnreport.text.words.numbers_before` makes what stands for those that certain words or marks follow.
    `pattern`: a regular expression of `re` on the folded twin, no flags set; named groups are for `read`.
    `read`: from the match and the document to what it means, or None where it is none after all.
    `examples`: at least one; `misses`: near misses, texts in which this rule must not fire.
    """

    name: str
    first: tuple[str, ...]
    pattern: str
    read: Callable[[re.Match[str], Document], R | None]
    examples: tuple[Example, ...]
    misses: tuple[str, ...] = ()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled at first use; one that `re` cannot compile raises `re.error` then."""
        return re.compile(self.pattern)


class Grammar(Generic[R]):
    """Named rules that run together; see the module's docstring."""

    def __init__(self, name: str, rules: tuple[Rule[R], ...], *, stage: str | None = None) -> None:
        """`stage`: the `Report` field the rules' records end up in, against which `Example.gives` is checked.

        Raises `ValueError` where two rules share a name, or a rule begins with what is not one word or one mark.
        """
        self.name = name
        self.rules = rules
        self.stage = stage
        names = [rule.name for rule in rules]
        if len(set(names)) != len(names):
            raise ValueError(f"grammar {name}: two rules of one name: {sorted(n for n in names if names.count(n) > 1)}")

        odd = [word for rule in rules for word in rule.first if word[:1] != NUMBER and not PART.fullmatch(word)]
        if odd:
            raise ValueError(f"grammar {name}: a match begins with one word or one mark, not with {odd[0]!r}")

    @cached_property
    def _by_first(self) -> dict[str, tuple[Rule[R], ...]]:
        found: dict[str, list[Rule[R]]] = {word: [] for rule in self.rules for word in rule.first}
        for rule in self.rules:
            words = {*rule.first, *(name for name in found if name[0] == NUMBER and DIGIT in rule.first)}
            for word in words:
                found[word].append(rule)
        return {word: tuple(rules) for word, rules in found.items()}

    def scan(self, document: Document, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Hit[R]]:
        """The hits in `document`, left to right, none overlapping; their offsets are the twin's.

        None begins in a stretch that is `taken`: (start, end) in the twin, end exclusive, in the order of the text.
        """
        text = document.folded
        by_first = self._by_first
        barred = iter((*taken, (len(text), len(text))))
        barred_from, barred_to = next(barred)
        at = 0
        for start, word in document.words.starts(by_first.keys()):
            while start >= barred_to:
                barred_from, barred_to = next(barred)
            if start < at or start >= barred_from:
                continue
            best: tuple[Rule[R], R] | None = None
            end = start
            for rule in by_first[word]:
                match = rule.compiled.match(text, start)
                if match is not None and match.end() > end and (value := rule.read(match, document)) is not None:
                    best, end = (rule, value), match.end()
            if best is not None:
                yield Hit(best[0].name, start, end, best[1])
                at = end
