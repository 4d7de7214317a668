"""An annotated article as annotation tools see it: labelled stretches of text, their fields, and arrows between them.

What each label means is in ``docs/gold.md``. The tables here (`LABELS`, `RELATIONS`) are the one place that says which
labels, fields and relations there are: configurations of tools are written from them, and what comes back is checked
against them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """Something to be said of a region. `choices` are all its values (None: free text); with `many`, several hold at
    once, and a value is the names of those that do, with blanks between. `hint` tells an annotator what to write.
    """

    name: str
    hint: str
    choices: tuple[str, ...] | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of region: its name, its colour (#rrggbb), its fields."""

    name: str
    colour: str
    fields: tuple[Field, ...] = ()


_AS = Field("as", "the words of the record, where they are not the ones marked")
_START = Field("start", "first day, 2022-03-11")
_END = Field("end", "last day, 2022-03-11")

LABELS = {
    label.name: label
    for label in (
        Label(
            "Person",
            "#d95f02",
            (
                Field("name", "the fullest name, where it is not the longest mention"),
                Field("honorific", "ông, bà, đồng chí, …"),
                Field("role", "at the meeting", ("chairs", "speaks"), many=True),
            ),
        ),
        Label("Position", "#e6ab02", (_AS,)),
        Label(
            "Date",
            "#1b9e77",
            (
                Field("kind", "what it is", ("date", "period", "duration", "set", "time")),
                _START,
                _END,
                Field("time", "clock time, 14:30"),
                Field("value", "ISO 8601, for reading only: the gold form has kind, start, end, time"),
            ),
        ),
        Label(
            "Figure",
            "#7570b3",
            (
                Field("value", "the number, multiplied out: 30539000000"),
                Field("value_to", "the high end of a range"),
                Field("of", "the whole: 22 of 19/22"),
                Field("unit", "đồng, %, ha, công trình, …"),
                Field("bound", "how exact", ("exact", "approx", "over", "under", "at_least", "at_most")),
            ),
        ),
        Label("Measure", "#a6a1d6", (_AS,)),
        Label("Against", "#c994c7", ()),
        Label("Document", "#66a61e", (Field("type", "Nghị quyết, Luật, …"), Field("number", "09, 15/2020/NĐ-CP, …"))),
        Label(
            "Meeting",
            "#e7298a",
            (_AS, _START, _END, Field("form", "where people sat", ("online", "hybrid", "in_person"))),
        ),
        Label("Byline", "#999999", (_AS,)),
    )
}
"""The kinds of regions by name, in the order tools list them."""

SAME = "same_person"
RELATIONS = {
    SAME: ("Person", "Person"),
    "holds": ("Person", "Position"),
    "measure": ("Figure", "Measure"),
    "against": ("Figure", "Against"),
    "period": ("Figure", "Date"),
}
"""The kinds of relations by name, with the labels that they lead from and to."""


class AnnotationError(ValueError):
    """An annotation that the gold form has no room for, or that says too little for it; the message names the place."""


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled stretch of the text: code points `start` to `end` (exclusive). `fields` holds what is said of it,
    all of it text; what is not said is not there. `id` is T1, T2, … or what a tool made it.
    """

    id: str
    label: str
    start: int
    end: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from region `source` to region `target`, both named by id."""

    name: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Markup:
    """An annotated article. `layers` names the layers of `vnreport.evaluation` that the annotation answers, None
    for all of them: some formats cannot say everything.
    """

    id: str
    text: str
    published: str | None
    regions: tuple[Region, ...]
    relations: tuple[Relation, ...] = ()
    layers: tuple[str, ...] | None = None

    def words(self, region: Region) -> str:
        """The words that a region marks."""
        return self.text[region.start : region.end]

    def where(self, region: Region) -> str:
        """A region as an error names it."""
        return f"{self.id}: {region.label} {self.words(region)!r} at {region.start}"

    def checked(self) -> Markup:
        """This markup. Raises `AnnotationError` where a region or relation is none of the tables, or out of place."""
        labels = {}
        for region in self.regions:
            self._check(region)
            labels[region.id] = region.label
        if len(labels) < len(self.regions):
            raise AnnotationError(f"{self.id}: two regions have one id")
        for relation in self.relations:
            ends = (labels.get(relation.source, "nothing"), labels.get(relation.target, "nothing"))
            if RELATIONS.get(relation.name) != ends:
                raise AnnotationError(f"{self.id}: there is no {relation.name} from {ends[0]} to {ends[1]}")
        return self

    def _check(self, region: Region) -> None:
        if region.label not in LABELS:
            raise AnnotationError(f"{self.id}: no label is called {region.label}; labels are {', '.join(LABELS)}")
        if not 0 <= region.start < region.end <= len(self.text):
            raise AnnotationError(f"{self.id}: {region.label} {region.start}:{region.end} is no stretch of the text")
        known = {each.name: each for each in LABELS[region.label].fields}
        for name, value in region.fields.items():
            if name not in known:
                raise AnnotationError(f"{self.where(region)}: no field is called {name!r}")
            choices = known[name].choices
            if choices and not set(value.split() if known[name].many else [value]) <= set(choices):
                raise AnnotationError(f"{self.where(region)}: {name} is {value!r}, not one of {', '.join(choices)}")


class Drawing:
    """A markup in the making: regions get their ids, one that is there already is not drawn again.

    Spans are code points of the text as given, ends exclusive.
    """

    def __init__(self, id: str, text: str, published: str | None) -> None:
        self._id, self._text, self._published = id, text, published
        self._regions: list[Region] = []
        self._relations: dict[Relation, None] = {}
        self._drawn: dict[tuple[object, ...], str] = {}

    def region(self, label: str, span: tuple[int, int], fields: Mapping[str, str | None] | None = None) -> str:
        """The id of a new region; fields that are None are left out."""
        said = {name: value for name, value in (fields or {}).items() if value is not None}
        self._regions.append(Region(f"T{len(self._regions) + 1}", label, *span, said))
        return self._regions[-1].id

    def shared(self, label: str, span: tuple[int, int], fields: Mapping[str, str | None] | None = None) -> str:
        """The same, or the id of the region that is the same in all."""
        key = (label, span, tuple((fields or {}).items()))
        if key not in self._drawn:
            self._drawn[key] = self.region(label, span, fields)
        return self._drawn[key]

    def relate(self, name: str, source: str, target: str) -> None:
        """An arrow, once."""
        self._relations[Relation(name, source, target)] = None

    def done(self) -> Markup:
        """The markup, checked."""
        return Markup(self._id, self._text, self._published, tuple(self._regions), tuple(self._relations)).checked()
