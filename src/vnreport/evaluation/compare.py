"""One article: what was found against what is annotated."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence

from vnreport.evaluation.gold import Article, Item, Range, facts
from vnreport.evaluation.scores import Difference, Kind, Scores
from vnreport.records import Report


def add(scores: Scores, article: Article, report: Report) -> None:
    """Score one more article: what `report` says against what the annotation says."""
    scores.articles += 1
    _Comparison(scores, article, report).run()


class _Comparison:
    """One article: what was found against what is annotated."""

    def __init__(self, scores: Scores, article: Article, report: Report) -> None:
        self.scores, self.article, self.gold, self.found = scores, article, article.gold, facts(report)

    def run(self) -> None:
        self.people()
        self.items("dates", _same_days)
        for gold, found in self.items("figures", _same_quantity):
            self.answer("bound", gold, found, float(gold.fields["bound"] == found.fields["bound"]))
            if gold.fields["measure"]:
                self.answer("measure", gold, found, _word_f1(gold.fields["measure"], found.fields["measure"] or ""))
        self.documents()
        self.meeting()

    def people(self) -> None:
        signatures = self.gold.bylines

        def signs(mention: Range) -> bool:
            return any(_overlap(mention, signature) > 0 for signature in signatures)

        # A signature that was taken for a person is no error of these layers: bylines have an annotation of their own.
        found = [p for p in self.found.people if not p.mentions or not all(map(signs, p.mentions))]
        self.compare(
            "mentions",
            [m for p in self.gold.people for m in p.mentions],
            [m for p in found for m in p.mentions if not signs(m)],
            self.quote,
        )
        self.compare("people", [_plain(p.name) for p in self.gold.people], [_plain(p.name) for p in found], str)
        gold_titles = list(dict.fromkeys((_plain(p.name), _plain(t)) for p in self.gold.people for t in p.titles))
        found_titles = [(_plain(p.name), t) for p in found for t in dict.fromkeys(map(_plain, p.titles))]
        self.compare("titles", gold_titles, found_titles, ": ".join)
        self.scores.count("titles~", _close_titles(gold_titles, found_titles), len(gold_titles), len(found_titles))

    def items(self, layer: str, same: Callable[[Item, Item], bool]) -> list[tuple[Item, Item]]:
        """Score spans, overlaps and meanings of a layer; the pairs whose meaning is right."""
        gold: tuple[Item, ...] = getattr(self.gold, layer)
        found: tuple[Item, ...] = getattr(self.found, layer)
        self.compare(layer, [item.span for item in gold], [item.span for item in found], self.quote)
        pairs = _paired(gold, found)
        right = [pair for pair in pairs if same(*pair)]
        self.scores.count(f"{layer}~", len(pairs), len(gold), len(found))
        self.scores.count(f"{layer}=", len(right), len(gold), len(found))
        self.lone(f"{layer}~", gold, found, pairs)
        for pair in pairs:
            if pair not in right:
                self.wrong(f"{layer}=", *pair)
        return right

    def documents(self) -> None:
        gold, found = self.gold.documents, self.found.documents
        pairs = _paired(gold, found)
        right = [(g, f) for g, f in pairs if _plain(g.fields["number"] or "") == _plain(f.fields["number"] or "")]
        self.scores.count("documents", len(right), len(gold), len(found))
        self.lone("documents", gold, found, pairs)
        for pair in pairs:
            if pair not in right:
                self.wrong("documents", *pair)

    def meeting(self) -> None:
        gold, found = self.gold.meeting or {}, self.found.meeting or {}
        for layer in ("chairs", "speakers"):
            wanted, got = (list(dict.fromkeys(map(_plain, side.get(layer) or ()))) for side in (gold, found))
            self.compare(layer, wanted, got, str)
        if not gold:
            return
        for layer, key in (("meeting_day", "start"), ("meeting_form", "form")):
            if layer == "meeting_form" or gold[key]:
                right = gold[key] == found.get(key)
                self.scores.ask(layer, float(right))
                if not right:
                    self.note(layer, "wrong", f"{gold[key]}, got {found.get(key)}")

    def compare(
        self, layer: str, gold: Iterable[Hashable], found: Iterable[Hashable], show: Callable[..., str]
    ) -> None:
        """Score a layer of things that are equal or not; each counts as often as it is there."""
        wanted, got = Counter(gold), Counter(found)
        self.scores.count(layer, (wanted & got).total(), wanted.total(), got.total())
        misses: tuple[tuple[Kind, Counter[Hashable]], ...] = (("missed", wanted - got), ("spurious", got - wanted))
        for kind, rest in misses:
            for thing in rest.elements():
                self.note(layer, kind, show(thing))

    def answer(self, layer: str, gold: Item, found: Item, right: float) -> None:
        self.scores.ask(layer, right)
        if right < 1:
            self.note(layer, "wrong", f"{self.quote(gold.span)} {gold.fields[layer]!r}, got {found.fields[layer]!r}")

    def lone(self, layer: str, gold: Iterable[Item], found: Iterable[Item], pairs: Sequence[tuple[Item, Item]]) -> None:
        """Note what no pair holds."""
        paired_gold, paired_found = {g.span for g, _ in pairs}, {f.span for _, f in pairs}
        for item in gold:
            if item.span not in paired_gold:
                self.note(layer, "missed", self.quote(item.span))
        for item in found:
            if item.span not in paired_found:
                self.note(layer, "spurious", self.quote(item.span))

    def wrong(self, layer: str, gold: Item, found: Item) -> None:
        keys = [key for key in gold.fields if key not in ("bound", "measure")]
        want, got = ([side.fields[key] for key in keys] for side in (gold, found))
        self.note(layer, "wrong", f"{self.quote(gold.span)} {want}, got {got}")

    def note(self, layer: str, kind: Kind, what: str) -> None:
        self.scores.differences[layer].append(Difference(self.article.id, kind, what))

    def quote(self, span: Range) -> str:
        return f"{span[0]}:{self.article.text[slice(*span)]}"


def _overlap(a: Range, b: Range) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _paired(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """One-to-one pairs of overlapping items: the largest overlap first, then the nearest in length, then the later."""
    candidates = [
        (_overlap(g.span, f.span), -abs((g.span[1] - g.span[0]) - (f.span[1] - f.span[0])), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _overlap(g.span, f.span) > 0
    ]
    left_gold, left_found = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for *_, i, j in sorted(candidates, reverse=True):
        if i in left_gold and j in left_found:
            left_gold.remove(i)
            left_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _same_days(gold: Item, found: Item) -> bool:
    return all(gold.fields[key] == found.fields[key] for key in ("kind", "start", "end"))


def _same_quantity(gold: Item, found: Item) -> bool:
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
    one, other = (_UNIT_ALIASES.get(_plain(unit or ""), _plain(unit or "")) for unit in (a, b))
    if one == other:
        return True
    if not one or not other or "%" in (one, other):
        return False
    return all(x == y for x, y in zip(one.split(), other.split(), strict=False))


def _close_titles(gold: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> int:
    """How many annotated (name, title) pairs have a found one of their own: the same, else a close one."""
    left = list(found)
    hits = 0
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
                hits += 1
    return hits


def _close(a: str, b: str) -> bool:
    """Whether the words of one title hold all of the other's, and at least half of all words are shared."""
    one, other = set(_words(a)), set(_words(b))
    return bool(one and other) and (one <= other or other <= one) and 2 * len(one & other) >= len(one | other)


def _word_f1(gold: str, found: str) -> float:
    wanted, got = Counter(_words(gold)), Counter(_words(found))
    total = wanted.total() + got.total()
    return 2 * (wanted & got).total() / total if total else 0.0


def _plain(words: str) -> str:
    """`words` as they are compared: one form of letters, one blank between words, no case, no marks around."""
    return " ".join(unicodedata.normalize("NFC", words).split()).strip(" .,;:-–").casefold()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))
