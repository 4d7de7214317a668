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

    `first`: the words (folded, whole) or marks a match can begin with; `DIGIT` stands for any number.
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

    def __init__(self, name: str, rules: tuple[Rule[R], ...], *, stage: str | None = None, gated: bool = True) -> None:
        """`stage`: the `Report` field the rules' records end up in, against which `Example.gives` is checked.

        `gated`: whether the rules of a word are asked together first; it pays unless most of its places hold a match.

        Raises `ValueError` where two rules share a name, or a rule begins with what is not one word or one mark.
        """
        self.name = name
        self.rules = rules
        self.stage = stage
        self.gated = gated
        names = [rule.name for rule in rules]
        if len(set(names)) != len(names):
            raise ValueError(f"grammar {name}: two rules of one name: {sorted(n for n in names if names.count(n) > 1)}")

        odd = [word for rule in rules for word in rule.first if not PART.fullmatch(word)]
        if odd:
            raise ValueError(f"grammar {name}: a match begins with one word or one mark, not with {odd[0]!r}")

    @cached_property
    def _by_first(self) -> dict[str, tuple[Rule[R], ...]]:
        firsts = {word for rule in self.rules for word in rule.first}
        return {word: tuple(rule for rule in self.rules if word in rule.first) for word in firsts}

    @cached_property
    def _gates(self) -> dict[str, _Gate[R]]:
        """The gate of each first word; words that begin the same rules share one."""
        shared: dict[tuple[str, ...], _Gate[R]] = {}
        return {
            word: shared.setdefault(tuple(rule.name for rule in rules), _Gate(rules))
            for word, rules in self._by_first.items()
        }

    def scan(self, document: Document) -> Iterator[Hit[R]]:
        """The hits in `document`, left to right, none overlapping; their offsets are the twin's."""
        text = document.folded
        by_first, gates = self._by_first, self._gates
        at = 0
        for start, word in document.words.starts(by_first.keys()):
            if start < at:
                continue
            best: tuple[Rule[R], R] | None = None
            end = start
            for rule in gates[word].open(text, start) if self.gated else by_first[word]:
                match = rule.compiled.match(text, start)
                if match is not None and match.end() > end and (value := rule.read(match, document)) is not None:
                    best, end = (rule, value), match.end()
            if best is not None:
                yield Hit(best[0].name, start, end, best[1])
                at = end


class _Gate(Generic[R]):
    """Tells at once whether one of a few rules matches, and which is the first that does: one pattern for all.

    It is compiled when it is first asked, for a dozen words begin most of what an article holds.
    """

    def __init__(self, rules: tuple[Rule[R], ...]) -> None:
        self._rules = rules

    @cached_property
    def _match(self) -> Callable[[str, int], re.Match[str] | None]:
        # The named group of each rule closes last where it matches.
        parts = [f"(?P<r{n}>{_ungrouped(rule.pattern, n)})" for n, rule in enumerate(self._rules)]
        return re.compile("|".join(parts)).match

    @cached_property
    def _from(self) -> dict[str | None, tuple[Rule[R], ...]]:
        return {f"r{n}": self._rules[n:] for n in range(len(self._rules))}

    def open(self, text: str, start: int) -> tuple[Rule[R], ...]:
        """The rules from the first on that matches at `start`; none where none does."""
        match = self._match(text, start)
        return () if match is None else self._from[match.lastgroup]


_GROUP = re.compile(
    r"(?P<other>\\.|\[\^?\]?(?:\\.|[^\]\\])*(?:\]|\Z))|\(\?P<(?P<name>\w+)>|\(\?P=(?P<back>\w+)\)", re.DOTALL
)


def _ungrouped(pattern: str, n: int) -> str:
    """`pattern` without the names of its groups, but for those that it refers back to, which get names of their own."""
    kept = {found["back"] for found in _GROUP.finditer(pattern)}

    def renamed(found: re.Match[str]) -> str:
        if found["back"]:
            return f"(?P=r{n}{found['back']})"
        if found["name"]:
            return f"(?P<r{n}{found['name']}>" if found["name"] in kept else "(?:"
        return found[0]

    return _GROUP.sub(renamed, pattern)
