"""One article: what was found against what is annotated."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from vnreport.evaluation.gold import Article, Facts, Item, Range, facts
from vnreport.evaluation.sameness import close_titles, overlap, paired, plain, same_days, same_quantity, word_f1
from vnreport.evaluation.scores import ACCURACIES, LAYERS, Difference, Kind, Scores
from vnreport.records import Report

_AROUND = 40  # characters of context on either side


def add(scores: Scores, article: Article, found: Report | Article) -> None:
    """Score one more article: what `found`, a record or another annotation of it, says against what `article` says.

    Only the layers that the annotations answer are scored.
    """
    scores.articles += 1
    layers = frozenset((*LAYERS, *ACCURACIES))
    for side in (article, found):
        if isinstance(side, Article) and side.layers is not None:
            layers &= side.layers
    _Comparison(scores, article, found.gold if isinstance(found, Article) else facts(found), layers).run()


def context(text: str, start: int, end: int) -> str:
    """What stands around the stretch `text[start:end]`, on one line, the stretch between brackets.

    >>> context("Ông An phát biểu.", 4, 6)
    'Ông [An] phát biểu.'
    """
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        behind = behind.rpartition(" ")[0] + "…"
    return " ".join(f"{before}[{text[start:end]}]{behind}".split())


def _says(key: str, gold: Item, found: Item) -> str:
    """In which value two items differ."""
    wanted, got = (json.dumps(item.fields[key], ensure_ascii=False) for item in (gold, found))
    return f"{key} {wanted}, got {got}"


class _Comparison:
    """One article: what was found against what is annotated."""

    def __init__(self, scores: Scores, article: Article, found: Facts, layers: frozenset[str]) -> None:
        self.scores, self.article, self.gold, self.found, self.layers = scores, article, article.gold, found, layers
        self.places = {
            plain(person.name): person.mentions[0]
            for person in (*found.people, *article.gold.people)
            if person.mentions
        }

    def run(self) -> None:
        self.people()
        self.items("dates", same_days)
        for gold, found in self.items("figures", same_quantity):
            self.answer("bound", gold, found, float(gold.fields["bound"] == found.fields["bound"]))
            if gold.fields["measure"]:
                self.answer("measure", gold, found, word_f1(gold.fields["measure"], found.fields["measure"] or ""))
        self.documents()
        self.meeting()

    def people(self) -> None:
        signatures = self.gold.bylines

        def signs(mention: Range) -> bool:
            return any(overlap(mention, signature) > 0 for signature in signatures)

        # A signature that was taken for a person is no error of these layers: bylines have an annotation of their own.
        found = [p for p in self.found.people if not p.mentions or not all(map(signs, p.mentions))]
        self.compare(
            "mentions",
            [m for p in self.gold.people for m in p.mentions],
            [m for p in found for m in p.mentions if not signs(m)],
            self.note_span,
        )
        names = [plain(p.name) for p in self.gold.people], [plain(p.name) for p in found]
        self.compare("people", *names, self.note_name)
        gold_titles = list(dict.fromkeys((plain(p.name), plain(t)) for p in self.gold.people for t in p.titles))
        found_titles = [(plain(p.name), t) for p in found for t in dict.fromkeys(map(plain, p.titles))]
        self.compare("titles", gold_titles, found_titles, self.note_title)
        missed, spurious = close_titles(gold_titles, found_titles)
        self.count("titles~", len(gold_titles) - len(missed), len(gold_titles), len(found_titles))
        for pair in missed:
            self.note_title("titles~", "missed", pair)
        for pair in spurious:
            self.note_title("titles~", "spurious", pair)

    def items(self, layer: str, same: Callable[[Item, Item], bool]) -> list[tuple[Item, Item]]:
        """Score spans, overlaps and meanings of a layer; the pairs whose meaning is right."""
        gold: tuple[Item, ...] = getattr(self.gold, layer)
        found: tuple[Item, ...] = getattr(self.found, layer)
        self.compare(layer, [item.span for item in gold], [item.span for item in found], self.note_span)
        pairs = paired(gold, found)
        right = [pair for pair in pairs if same(*pair)]
        self.count(f"{layer}~", len(pairs), len(gold), len(found))
        self.count(f"{layer}=", len(right), len(gold), len(found))
        self.lone(f"{layer}~", gold, found, pairs)
        self.lone(f"{layer}=", gold, found, pairs)
        for pair in pairs:
            if pair not in right:
                self.wrong(f"{layer}=", *pair)
        return right

    def documents(self) -> None:
        gold, found = self.gold.documents, self.found.documents
        pairs = paired(gold, found)
        right = [(g, f) for g, f in pairs if plain(g.fields["number"] or "") == plain(f.fields["number"] or "")]
        self.count("documents", len(right), len(gold), len(found))
        self.lone("documents", gold, found, pairs)
        for pair in pairs:
            if pair not in right:
                self.wrong("documents", *pair)

    def meeting(self) -> None:
        gold, found = self.gold.meeting or {}, self.found.meeting or {}
        for layer in ("chairs", "speakers"):
            wanted, got = (list(dict.fromkeys(map(plain, side.get(layer) or ()))) for side in (gold, found))
            self.compare(layer, wanted, got, self.note_name)
        if not gold:
            return
        for layer, key in (("meeting_day", "start"), ("meeting_form", "form")):
            if layer == "meeting_form" or gold[key]:
                right = gold[key] == found.get(key)
                self.ask(layer, float(right))
                if not right:
                    self.note(layer, "wrong", f"{gold['kind']}: {key} {gold[key]}, got {found.get(key)}")

    def compare(
        self, layer: str, gold: Iterable[Hashable], found: Iterable[Hashable], note: Callable[[str, Kind, Any], None]
    ) -> None:
        """Score a layer of things that are equal or not; each counts as often as it is there."""
        wanted, got = Counter(gold), Counter(found)
        self.count(layer, (wanted & got).total(), wanted.total(), got.total())
        misses: tuple[tuple[Kind, Counter[Hashable]], ...] = (("missed", wanted - got), ("spurious", got - wanted))
        for kind, rest in misses:
            for thing in rest.elements():
                note(layer, kind, thing)

    def answer(self, layer: str, gold: Item, found: Item, right: float) -> None:
        self.ask(layer, right)
        if right < 1:
            self.note(layer, "wrong", f"{self.words(gold.span)}: {_says(layer, gold, found)}", gold.span)

    def lone(self, layer: str, gold: Iterable[Item], found: Iterable[Item], pairs: Sequence[tuple[Item, Item]]) -> None:
        """Note what no pair holds."""
        paired_gold, paired_found = {id(g) for g, _ in pairs}, {id(f) for _, f in pairs}
        for item in gold:
            if id(item) not in paired_gold:
                self.note_span(layer, "missed", item.span)
        for item in found:
            if id(item) not in paired_found:
                self.note_span(layer, "spurious", item.span)

    def wrong(self, layer: str, gold: Item, found: Item) -> None:
        """Note a pair whose meaning differs, and in what."""
        keys = [key for key in gold.fields if key not in ("bound", "measure") and gold.fields[key] != found.fields[key]]
        says = "; ".join(_says(key, gold, found) for key in keys)
        self.note(layer, "wrong", f"{self.words(gold.span)}: {says}", gold.span)

    def note_span(self, layer: str, kind: Kind, span: Range) -> None:
        self.note(layer, kind, self.words(span), span)

    def note_name(self, layer: str, kind: Kind, name: str) -> None:
        self.note(layer, kind, name, self.places.get(name))

    def note_title(self, layer: str, kind: Kind, pair: tuple[str, str]) -> None:
        self.note(layer, kind, ": ".join(pair), self.places.get(pair[0]))

    def note(self, layer: str, kind: Kind, what: str, span: Range | None = None) -> None:
        if layer in self.layers:
            around = context(self.article.text, *span) if span else ""
            difference = Difference(self.article.id, kind, what, span[0] if span else None, around)
            self.scores.differences[layer].append(difference)

    def count(self, layer: str, right: int, gold: int, found: int) -> None:
        if layer in self.layers:
            self.scores.count(layer, right, gold, found)

    def ask(self, layer: str, right: float) -> None:
        if layer in self.layers:
            self.scores.ask(layer, right)

    def words(self, span: Range) -> str:
        return self.article.text[slice(*span)]
