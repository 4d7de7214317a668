"""Rules: a grammar as data, with its examples beside it.

A `Rule` has a name, the words it can begin with, a pattern, a function that reads a match, and examples. A `Grammar`
runs its rules over the folded twin of a document: wherever a word stands that some rule can begin with, the rules of
that word are tried, the longest match that reads wins (the earlier rule where two are equally long), and the search
goes on behind it. Patterns must be bounded (no nested unbounded repetition), which keeps the whole linear.

``tests/test_grammars.py`` runs every example of every grammar, and its near misses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from vnreport import lexicon
from vnreport.document import Document

R = TypeVar("R")
"""What the rules of a grammar read: a value of the stage that the grammar belongs to."""
DIGIT = "#"
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

    `first`: the words (folded, whole) a match can begin with; `DIGIT` stands for any number.
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

        Raises `ValueError` where two rules share a name.
        """
        self.name = name
        self.rules = rules
        self.stage = stage
        names = [rule.name for rule in rules]
        if len(set(names)) != len(names):
            raise ValueError(f"grammar {name}: two rules of one name: {sorted(n for n in names if names.count(n) > 1)}")

    @cached_property
    def _by_first(self) -> dict[str, tuple[Rule[R], ...]]:
        firsts = {word for rule in self.rules for word in rule.first}
        return {word: tuple(rule for rule in self.rules if word in rule.first) for word in firsts}

    @cached_property
    def _trigger(self) -> re.Pattern[str]:
        plain = [word for word in self._by_first if word != DIGIT]
        letters = [word for word in plain if word[0].isalnum()]
        marks = [word for word in plain if not word[0].isalnum()]
        branches = []
        if DIGIT in self._by_first:
            branches.append(r"(?<!\w)(?=\d)")
        if letters:
            branches.append(rf"(?<!\w)({lexicon.alternation(letters)})(?!\w)")
        if marks:
            branches.append(rf"({lexicon.alternation(marks)})")
        return re.compile("|".join(branches))

    def scan(self, document: Document) -> Iterator[Hit[R]]:
        """The hits in `document`, left to right, none overlapping; their offsets are the twin's."""
        text = document.folded
        search, by_first = self._trigger.search, self._by_first
        at = 0
        while (trigger := search(text, at)) is not None:
            start = trigger.start()
            best: Hit[R] | None = None
            for rule in by_first[trigger[0] or DIGIT]:
                match = rule.compiled.match(text, start)
                if match is None or (best is not None and match.end() <= best.end) or match.end() == start:
                    continue
                value = rule.read(match, document)
                if value is not None:
                    best = Hit(rule.name, start, match.end(), value)
            if best is not None:
                yield best
                at = best.end
            else:
                at = max(trigger.end(), start + 1)
