"""When two things are the same, or close: spans, days, quantities, units, titles, words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from vnreport.evaluation.gold import Item, Range


def overlap(a: Range, b: Range) -> int:
    """How many characters two ranges share; 0 or less where they share none."""
    return min(a[1], b[1]) - max(a[0], b[0])


def paired(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """One-to-one pairs of overlapping items: the largest overlap first, then the nearest in length, then the later."""
    candidates = [
        (overlap(g.span, f.span), -abs((g.span[1] - g.span[0]) - (f.span[1] - f.span[0])), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if overlap(g.span, f.span) > 0
    ]
    left_gold, left_found = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for *_, i, j in sorted(candidates, reverse=True):
        if i in left_gold and j in left_found:
            left_gold.remove(i)
            left_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def same_days(gold: Item, found: Item) -> bool:
    """Whether two dates are of one kind and stand for the same days."""
    return all(gold.fields[key] == found.fields[key] for key in ("kind", "start", "end"))


def same_quantity(gold: Item, found: Item) -> bool:
    """Whether two figures have the same numbers and the same unit."""
    return all(_same_number(gold.fields[key], found.fields[key]) for key in ("value", "value_to", "of")) and _same_unit(
        gold.fields["unit"], found.fields["unit"]
    )


def _same_number(a: float | None, b: float | None) -> bool:
    """Whether two numbers agree to one in a thousand: annotations round what the text gives as a fraction."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-3 * max(abs(a), abs(b), 1e-9)


_UNIT_ALIASES = {
    alias: unit
    for unit, aliases in {
        "đồng": "đ, vnđ, vnd, việt nam đồng",
        "usd": "đô la, đô la mỹ, đôla, đôla mỹ, $",
        "eur": "euro",
        "gbp": "bảng, bảng anh",
        "%": "phần trăm",
        "ha": "héc ta, hecta",
        "m": "mét",
        "m2": "mét vuông, m²",
        "m3": "mét khối, m³",
        "km": "kilomet, kilômét, ki lô mét, cây số",
        "km2": "km²",
        "kg": "kilogram, ký, kí",
        "đồng/m2": "đồng/mét vuông",
    }.items()
    for alias in aliases.split(", ")
}


def _same_unit(a: str | None, b: str | None) -> bool:
    """Whether two units are one, or one the other's beginning (`lượt` and `lượt khách`)."""
    one, other = (_UNIT_ALIASES.get(plain(unit or ""), plain(unit or "")) for unit in (a, b))
    if one == other:
        return True
    if not one or not other or "%" in (one, other):
        return False
    return all(x == y for x, y in zip(one.split(), other.split(), strict=False))


def close_titles(
    gold: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The (name, title) pairs left over, annotated and found, each having taken the same one, else a close one."""
    missed, left = [], list(found)
    for exact in (True, False):
        for name, title in gold:
            if ((name, title) in found) != exact:
                continue
            if (name, title) in left:
                match = name, title
            else:
                close = (pair for pair in left if pair[0] == name and _close(pair[1], title))
                match = next(close, ("", ""))
            if match[0]:
                left.remove(match)
            else:
                missed.append((name, title))
    return missed, left


def _close(a: str, b: str) -> bool:
    """Whether the words of one title hold all of the other's, and at least half of all words are shared."""
    one, other = set(_words(a)), set(_words(b))
    return bool(one and other) and (one <= other or other <= one) and 2 * len(one & other) >= len(one | other)


def word_f1(gold: str, found: str) -> float:
    """The F1 of the words of one phrase against those of another."""
    wanted, got = Counter(_words(gold)), Counter(_words(found))
    total = wanted.total() + got.total()
    return 2 * (wanted & got).total() / total if total else 0.0


def plain(words: str) -> str:
    """`words` as they are compared: one form of letters, one blank between words, no case, no marks around."""
    return " ".join(unicodedata.normalize("NFC", words).split()).strip(" .,;:-–").casefold()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))
