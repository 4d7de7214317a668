"""Texts that nearly match a pattern, made from the pattern itself, to be repeated without end.

A pattern whose time a character grows with the text does so on texts that it nearly matches: on what it repeats, on
its own beginning again and again, on its match without the last character. All of them can be read off the pattern.
"""

from __future__ import annotations

import random
import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    try:
        from re import _constants as ops
        from re import _parser as parser
    except ImportError:  # Python 3.10
        import sre_constants as ops  # type: ignore[no-redef]
        import sre_parse as parser  # type: ignore[no-redef]

_SAMPLES = 3
_LITERALS = 6  # of a word list
_UNITS = 16
_PROPERTIES = {
    "L": "aĐ",
    "Lu": "AĐ",
    "Ll": "ađ",
    "M": "\u0301",
    "N": "1",
    "Nd": "1",
    "P": ".",
    "S": "+",
    "So": "☀",
    "Sk": "^",
    "Cs": "\ud800",
    "Z": " ",
}
_CLASSES = {
    ops.CATEGORY_DIGIT: "1",
    ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_SPACE: " \n",
    ops.CATEGORY_NOT_SPACE: "a",
    ops.CATEGORY_WORD: "a1",
    ops.CATEGORY_NOT_WORD: " ,",
}
# What a set that is told by what it lacks is sampled from, and what may stand between two units.
_ANYTHING = "aA1 ,.-(;"
_BETWEEN = (" ", ", ", "\n", "")

_TOKEN = re.compile(
    r"""
    \\[pP]\{\^?(?P<property>\w+)\}
    | (?P<escape>\\.)
    | (?P<name>\(\?P<\w+>)
    | \(\?P=(?P<back>\w+)\)
    | (?P<global>\(\?[rV01aiLmsux]+\))
    | (?P<atomic>\(\?>|\(\?[aiLmsux]*-?[imsx]*:)
    | (?P<possessive>[*+?}]\+)
    | (?P<open>\[\^?\]?)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def plain(source: str) -> str:
    """`source` without what `regex` has and the parser of `re` lacks; it matches about the same."""
    out: list[str] = []
    inside = False  # a set
    for token in _TOKEN.finditer(source):
        if token["property"]:
            chars = re.escape(_PROPERTIES[token["property"]])
            out.append(chars if inside else f"[{chars}]")
        elif inside:
            text = token[0]
            inside = not (text == "]" or (not token["escape"] and text.endswith("]") and not token["open"]))
            out.append(text if text != "[" else r"\[")
        elif token["name"]:
            out.append("(")
        elif token["back"] or token["global"]:
            continue
        elif token["atomic"]:
            out.append("(?:")
        elif token["possessive"]:
            out.append(token[0][0])
        else:
            inside = token["open"] is not None
            out.append(token[0])
    return "".join(out)


class _Sampler:
    """One text that a parsed pattern matches, about; and what stood before each repetition and was repeated in it."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.out: list[str] = []
        self.pumps: list[tuple[str, str]] = []

    def read(self, tree: Any) -> str:
        self._sequence(tree)
        return "".join(self.out)

    def _sequence(self, tree: Any) -> None:
        for op, value in tree:
            self._one(op, value)

    def _one(self, op: Any, value: Any) -> None:
        if op is ops.LITERAL:
            self.out.append(chr(value))
        elif op in (ops.NOT_LITERAL, ops.ANY, ops.IN):
            self.out.append(self.dice.choice(characters(op, value)))
        elif op is ops.BRANCH:
            self._sequence(self.dice.choice(value[1]))
        elif op is ops.SUBPATTERN:
            self._sequence(value[3])
        elif op is getattr(ops, "ATOMIC_GROUP", None):
            self._sequence(value)
        elif op is ops.ASSERT and value[0] > 0:
            self._sequence(value[1])
        elif op in _REPEATS:
            self._repeat(*value)

    def _repeat(self, low: int, high: int, item: Any) -> None:
        before = "".join(self.out)
        count = self.dice.choice((low, low + 1, low + 3))
        for _ in range(min(count, int(high), low + 3)):
            self._sequence(item)
        if int(high) > low:
            alone = _Sampler(self.dice)
            self.pumps += [(before, alone.read(item)), *((before + a, b) for a, b in alone.pumps)]


_REPEATS = tuple(getattr(ops, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(ops, name))


def characters(op: Any, value: Any) -> str:
    """Some characters of a set, of ``.`` or of all but one."""
    if op is ops.ANY:
        return _ANYTHING
    if op is ops.NOT_LITERAL:
        return "".join(c for c in _ANYTHING if ord(c) != value)
    members = []
    for kind, what in value:
        if kind is ops.LITERAL:
            members.append(chr(what))
        elif kind is ops.RANGE:
            members += [chr(what[0]), chr(what[1])]
        elif kind is ops.CATEGORY:
            members += _CLASSES[what]
    if value[0][0] is ops.NEGATE:
        return "".join(c for c in _ANYTHING if not _in_set(c, value[1:])) or "\u2014"
    return "".join(members)


def _in_set(char: str, members: Any) -> bool:
    for kind, what in members:
        if kind is ops.LITERAL and ord(char) == what:
            return True
        if kind is ops.RANGE and what[0] <= ord(char) <= what[1]:
            return True
        if kind is ops.CATEGORY and char in _CLASSES[what]:
            return True
    return False


def _nodes(tree: Any) -> Iterator[tuple[Any, Any]]:
    for op, value in tree:
        yield op, value
        if op is ops.BRANCH:
            for branch in value[1]:
                yield from _nodes(branch)
        elif op is ops.SUBPATTERN:
            yield from _nodes(value[3])
        elif op in _REPEATS:
            yield from _nodes(value[2])
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _nodes(value[1])
        elif op is getattr(ops, "ATOMIC_GROUP", None):
            yield from _nodes(value)


def _literals(tree: Any) -> Iterator[str]:
    """The longest runs of plain characters in the pattern."""
    run = ""
    for op, value in tree:
        if op is ops.LITERAL:
            run += chr(value)
            continue
        if run:
            yield run
        run = ""
        if op is ops.BRANCH:
            for branch in value[1]:
                yield from _literals(branch)
        elif op is ops.SUBPATTERN:
            yield from _literals(value[3])
        elif op in _REPEATS:
            yield from _literals(value[2])
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _literals(value[1])
    if run:
        yield run


def sample(source: str, flags: int, dice: random.Random) -> str:
    """A text that the pattern matches, about; another with each throw of the dice."""
    return _Sampler(dice).read(_tree(source, flags & re.VERBOSE))


@cache
def _tree(source: str, flags: int) -> Any:
    return parser.parse(plain(source), flags)


def parts(source: str, flags: int = 0) -> list[tuple[str, str, str]]:
    """Triples of what stands first, what is repeated behind it and what stands last.

    What stands last is a match that the rest cannot reach: where some literal that a match needs stands nowhere in a
    text, `regex` says so at once. The same pattern always gives the same triples.
    """
    dice = random.Random(source.encode("utf-8", "surrogatepass"))
    tree = _tree(source, flags & re.VERBOSE)
    pairs: dict[tuple[str, str], None] = {}
    samples = []
    pumps: dict[tuple[str, str], None] = {}
    for _ in range(_SAMPLES):
        sampler = _Sampler(dice)
        samples.append(sampler.read(tree))
        pumps.update(dict.fromkeys(sampler.pumps))
    for before, item in pumps:
        pairs[before, item] = None
        pairs["", before + item] = None
        pairs["", item] = None
    for sample in samples:
        between = dice.choice(_BETWEEN)
        pairs["", sample + between] = None
        pairs["", sample[:-1] + between] = None
        pairs["", sample[:-1]] = None
    words = list(dict.fromkeys(_literals(tree)))
    for word in dice.sample(words, min(_LITERALS, len(words))):
        pairs["", word + dice.choice(_BETWEEN)] = None
    sets = {characters(op, value) for op, value in _nodes(tree) if op in (ops.IN, ops.ANY, ops.NOT_LITERAL)}
    for char in sorted(set("".join(sets)))[:12]:
        pairs["", char] = None
    found = [pair for pair in pairs if pair[1]]
    found = found if len(found) <= _UNITS else dice.sample(found, _UNITS)
    return [(head, unit, f"\n\x00{samples[n % len(samples)]}") for n, (head, unit) in enumerate(found)]
