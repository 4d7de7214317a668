"""From markup to the gold form (``docs/gold.md``): checked, complete, never guessed at."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from vnreport.annotation.markup import SAME, AnnotationError, Markup, Region
from vnreport.annotation.reports import fullest
from vnreport.evaluation import offsets

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)


def gold(markup: Markup) -> dict[str, Any]:
    """The annotation as ``ID.json`` holds it: lists in the order of the text, an ``offset`` where words alone would be
    found elsewhere.

    Raises `AnnotationError` where a region lacks what the form asks for, with article, words and offset.
    """
    form = _Form(markup)
    people = form.people()
    data = {
        "id": markup.id,
        "published": markup.published,
        "people": [{key: person[key] for key in ("name", "honorific", "titles", "mentions")} for person in people],
        "bylines": list(dict.fromkeys(form.words(each) for each in markup.regions if each.label == "Byline")),
        "dates": form.items("Date", form.date),
        "figures": form.items("Figure", form.figure, whole_words=False),
        "documents": form.items("Document", form.document),
        "meeting": form.meeting(people),
    }
    if markup.layers is not None:
        data["layers"] = list(markup.layers)
    return data


def written(data: Mapping[str, Any]) -> str:
    """The gold form as JSON, an item a line, for people to read and to compare."""
    lines = []
    for key, value in data.items():
        text = _json(value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            text = "[\n" + ",\n".join(f"  {_json(item)}" for item in value) + "\n ]"
        lines.append(f" {_json(key)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates, which only an escape can write
        return json.dumps(value)
    return text


class _Form:
    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.by_id = {region.id: region for region in markup.regions}
        self.targets: dict[tuple[str, str], list[Region]] = {}
        for relation in markup.relations:
            self.targets.setdefault((relation.name, relation.source), []).append(self.by_id[relation.target])
        self.annotates_fully = markup.layers is None

    def regions(self, label: str) -> list[Region]:
        """The regions of a label in the order of the text."""
        return sorted((r for r in self.markup.regions if r.label == label), key=lambda r: (r.start, r.end))

    def words(self, region: Region) -> str:
        """What the record says: the words marked, or those that `as` puts in their place."""
        return region.fields.get("as") or self.markup.words(region)

    def people(self) -> list[dict[str, Any]]:
        """People in the order of their first mentions, each with the `roles` of the meeting too."""
        return [self.person(mentions) for mentions in self._same(self.regions("Person"))]

    def person(self, mentions: list[Region]) -> dict[str, Any]:
        texts = [self.markup.words(region) for region in mentions]
        titles = [target for region in mentions for target in self.targets.get(("holds", region.id), ())]
        return {
            "name": self._one(mentions, "name") or fullest(texts),
            "honorific": self._one(mentions, "honorific"),
            "titles": list(dict.fromkeys(self.words(title) for title in titles)),
            "mentions": self._placed(mentions, texts),
            "roles": {role for region in mentions for role in region.fields.get("role", "").split()},
        }

    def _same(self, mentions: list[Region]) -> list[list[Region]]:
        """Mentions grouped into people by the arrows between them, whichever way those point."""
        head = {region.id: region.id for region in mentions}

        def top(id: str) -> str:
            while head[id] != id:
                id = head[id]
            return id

        for relation in self.markup.relations:
            if relation.name == SAME:
                head[top(relation.target)] = top(relation.source)
        groups: dict[str, list[Region]] = {}
        for region in mentions:
            groups.setdefault(top(region.id), []).append(region)
        return list(groups.values())

    def _one(self, mentions: Iterable[Region], field: str) -> str | None:
        """The one value that the mentions of a person have between them."""
        said = {region.fields[field]: region for region in mentions if region.fields.get(field)}
        if len(said) > 1:
            where = self.markup.where(next(iter(said.values())))
            raise AnnotationError(f"{where}: mentions of one person differ in their {field}: {', '.join(said)}")
        return next(iter(said), None)

    def _placed(self, regions: list[Region], texts: list[str]) -> list[Any]:
        needed = offsets(self.markup.text, [(region.start, region.end) for region in regions])
        return [text if at is None else {"text": text, "offset": at} for text, at in zip(texts, needed, strict=True)]

    def items(self, label: str, fields: Any, whole_words: bool = True) -> list[dict[str, Any]]:
        """The items of a list, each with its text, its fields and, where need be, its offset."""
        regions = self.regions(label)
        needed = offsets(self.markup.text, [(region.start, region.end) for region in regions], whole_words)
        made = []
        for region, at in zip(regions, needed, strict=True):
            item = {"text": self.markup.words(region), **fields(region)}
            made.append(item if at is None else {**item, "offset": at})
        return made

    def date(self, region: Region) -> dict[str, Any]:
        start, end = self._days(region)
        time = region.fields.get("time")
        if time is not None and not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00", time):
            raise AnnotationError(f"{self.markup.where(region)}: time is {time!r}, not as 14:30")
        return {"kind": self._said(region, "kind"), "start": start, "end": end, "time": time}

    def _days(self, region: Region) -> tuple[str | None, str | None]:
        days = region.fields.get("start"), region.fields.get("end")
        for name, day in zip(("start", "end"), days, strict=True):
            try:
                well_formed = day is None or dt.date.fromisoformat(day).isoformat() == day
            except ValueError:
                well_formed = False
            if not well_formed:
                raise AnnotationError(f"{self.markup.where(region)}: {name} is {day!r}, not a day as 2022-03-11")
        if (days[0] is None) != (days[1] is None) or (days[0] and days[1] and days[0] > days[1]):
            raise AnnotationError(f"{self.markup.where(region)}: start {days[0]} and end {days[1]} do not go together")
        return days

    def figure(self, region: Region) -> dict[str, Any]:
        measures = [self.words(target) for target in self.targets.get(("measure", region.id), ())]
        if len(measures) > 1:
            raise AnnotationError(f"{self.markup.where(region)}: two measures, {' and '.join(measures)}")
        made = {
            "value": self._number(region, "value"),
            "value_to": self._number(region, "value_to"),
            "unit": region.fields.get("unit"),
            "bound": region.fields.get("bound", "exact") if self.annotates_fully else region.fields.get("bound"),
            "measure": next(iter(measures), None),
        }
        if made["value"] is None:
            self._said(region, "value")
        of = self._number(region, "of")
        return made if of is None else {**made, "of": of}

    def _number(self, region: Region, field: str) -> int | float | None:
        value = region.fields.get(field)
        if value is None:
            return None
        if not _NUMBER.fullmatch(value):
            where = self.markup.where(region)
            raise AnnotationError(f"{where}: {field} is {value!r}, not a number as 30539000000 or 0.5")
        exact = Decimal(value)
        return int(exact) if exact == exact.to_integral_value() and exact.adjusted() < 300 else float(exact)

    def document(self, region: Region) -> dict[str, Any]:
        return {"type": self._said(region, "type"), "number": region.fields.get("number")}

    def _said(self, region: Region, field: str) -> str | None:
        """A field that the form cannot do without, unless the annotation is of some layers only."""
        value = region.fields.get(field)
        if value is None and self.annotates_fully:
            raise AnnotationError(f"{self.markup.where(region)} has no {field}")
        return value

    def meeting(self, people: list[dict[str, Any]]) -> dict[str, Any] | None:
        found = self.regions("Meeting")
        if not found:
            acting = [person["name"] for person in people if person["roles"]]
            if acting:
                raise AnnotationError(f"{self.markup.id}: {acting[0]} chairs or speaks, but no Meeting is marked")
            return None
        if len(found) > 1:
            raise AnnotationError(f"{self.markup.where(found[1])}: a second meeting; mark the main one only")
        region = found[0]
        start, end = self._days(region)

        def acting_as(role: str) -> list[str]:
            return list(dict.fromkeys(person["name"] for person in people if role in person["roles"]))

        return {
            "kind": self.words(region),
            "start": start,
            "end": end,
            "form": region.fields.get("form"),
            "chairs": acting_as("chairs"),
            "speakers": acting_as("speaks"),
        }
