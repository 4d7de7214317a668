"""From the gold form (``docs/gold.md``) to markup and back.

The gold form gives words without places; markup is places. What stands nowhere in one run (a kind of meeting that the
text does not name in one word) is hung on something near, with the words in the field ``as``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from vnreport.annotation.markup import SAME, AnnotationError, Drawing, Markup
from vnreport.annotation.places import Range, nearest, occurrences
from vnreport.annotation.reports import fullest, number
from vnreport.evaluation import load


def read(path: str | Path) -> Markup:
    """The markup of an annotated article, ``ID.json`` with ``ID.txt`` beside it.

    Raises `ValueError` where they are not that, or say what markup cannot, and `OSError` where there is no such file.
    """
    article = load(path)
    data = json.loads(Path(path).read_bytes(), parse_float=Decimal)
    drawn = _Gold(data, article.text)
    facts = article.gold
    for person, someone in zip(data["people"], facts.people, strict=True):
        drawn.person(person, list(someone.mentions))
    for date, item in zip(data["dates"], facts.dates, strict=True):
        drawn.item("Date", item.span, {key: date.get(key) for key in ("kind", "start", "end", "time")})
    for figure, item in zip(data["figures"], facts.figures, strict=True):
        drawn.figure(figure, item.span)
    for document, item in zip(data["documents"], facts.documents, strict=True):
        drawn.item("Document", item.span, {key: document.get(key) for key in ("type", "number")})
    for byline in data["bylines"]:
        drawn.byline(byline)
    if data["meeting"]:
        drawn.meeting(data["meeting"])
    layers = data.get("layers")
    markup = drawn.drawing.done()
    return Markup(
        markup.id, markup.text, markup.published, markup.regions, markup.relations, tuple(layers) if layers else None
    )


class _Gold:
    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self.id, self.text, self.meeting_data = str(data["id"]), text, data["meeting"] or {}
        self.names = {person["name"] for person in data["people"]}
        self.drawing = Drawing(self.id, text, data["published"])

    def item(self, label: str, span: Range, fields: Mapping[str, str | None]) -> str:
        return self.drawing.region(label, span, fields)

    def person(self, person: Mapping[str, Any], mentions: list[Range]) -> None:
        name = person["name"]
        if not mentions:
            raise AnnotationError(f"{self.id}: {name} has no mention in the text")
        mentions.sort()
        roles = (("chairs", self.meeting_data.get("chairs")), ("speaks", self.meeting_data.get("speakers")))
        role = " ".join(mark for mark, names in roles if name in (names or ()))
        fields = {
            "name": None if name == fullest([self.text[slice(*span)] for span in mentions]) else name,
            "honorific": person.get("honorific"),
            "role": role or None,
        }
        first = self.drawing.region("Person", mentions[0], fields)
        for span in mentions[1:]:
            self.drawing.relate(SAME, first, self.drawing.region("Person", span))
        taken: list[Range] = []
        places: dict[int, Range] = {}
        titles = list(person["titles"])
        # Long titles choose first: a short one may stand within a long one and elsewhere alone.
        for i in sorted(range(len(titles)), key=lambda i: -len(titles[i])):
            places[i] = nearest(occurrences(self.text, titles[i]), mentions, taken) or mentions[0]
            taken.append(places[i])
        for i, title in enumerate(titles):
            self.drawing.relate("holds", first, self.named("Position", places[i], title))

    def figure(self, figure: Mapping[str, Any], span: Range) -> None:
        fields = {
            key: None if figure.get(key) is None else number(Decimal(figure[key]))
            for key in ("value", "value_to", "of")
        }
        region = self.item("Figure", span, {**fields, "unit": figure.get("unit"), "bound": figure.get("bound")})
        measure = figure.get("measure")
        if measure:
            place = nearest(occurrences(self.text, measure), [span]) or span
            self.drawing.relate("measure", region, self.named("Measure", place, measure))

    def byline(self, byline: str) -> None:
        places = occurrences(self.text, byline)
        if not places:
            raise AnnotationError(f"{self.id}: the byline {byline!r} is not in the text")
        self.named("Byline", places[-1], byline)  # articles are signed at the foot

    def meeting(self, meeting: Mapping[str, Any]) -> None:
        kind = meeting.get("kind")
        if not kind:
            raise AnnotationError(f"{self.id}: the meeting has no kind")
        named = set(meeting.get("chairs") or ()) | set(meeting.get("speakers") or ())
        for name in sorted(named - self.names):
            raise AnnotationError(f"{self.id}: {name} chairs or speaks, but is none of the people")
        place = next(iter(occurrences(self.text, kind)), None) or _first_word(self.text)
        self.named("Meeting", place, kind, {key: meeting.get(key) for key in ("start", "end", "form")})

    def named(self, label: str, place: Range, words: str, fields: Mapping[str, str | None] | None = None) -> str:
        """A region whose words in the record are `words`."""
        different = None if self.text[slice(*place)] == words else words
        return self.drawing.shared(label, place, {"as": different, **(fields or {})})


def _first_word(text: str) -> Range:
    match = re.search(r"\S+", text)
    if match is None:
        raise AnnotationError("a meeting, but no text")
    return match.span()
