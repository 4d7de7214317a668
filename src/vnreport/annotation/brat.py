"""brat standoff: ``ID.txt`` with ``ID.ann`` beside it.

Regions are ``T`` lines (offsets in code points), relations ``R`` lines and, for mentions of one person, the equivalence
``*``; what has a list of values is an attribute (``A``), what is free text stands in the region's note (``#``) as
``start=2022-03-11; end=2022-03-11``. A remark for people may follow behind a ``#``.

brat works line by line: a region that runs over the end of a line becomes one of several fragments. And brat's page
counts UTF-16 units, its server and other readers break lines at odd characters; so what stands in ``ID.txt`` is
`shown`, the article with each such character replaced by one that does no harm. The exact article is kept apart
(`vnreport.annotation.shelf`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from vnreport.annotation.markup import LABELS, RELATIONS, SAME, AnnotationError, Field, Markup, Region, Relation

_BLANKS = re.compile("[\t\x0b-\r\x1c-\x1f\x85\u2028\u2029]")  # blanks to Python too, so that no region becomes blank
_ODD = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\U00010000-\U0010ffff]")

ATTRIBUTES: dict[str, tuple[str, Field]] = {
    name: (label.name, field)
    for label in LABELS.values()
    for field in label.fields
    if field.choices
    for name in (field.choices if field.many else (field.name,))
}
"""brat's attributes by name, with the label and the field they speak of. Those of a field of many are there or not."""


def shown(text: str) -> str:
    r"""The text as brat gets it, of the same length: what ends lines, but ``\n``, is a blank; other controls, lone
    surrogates and code points beyond U+FFFF are U+FFFD.

    >>> shown("Họp 😀\r\nxong")
    'Họp � \nxong'
    """
    return _ODD.sub("\ufffd", _BLANKS.sub(" ", text))


def written(markup: Markup) -> str:
    """The ``.ann`` file of a markup. Raises `AnnotationError` where a region holds nothing but blanks."""
    text = shown(markup.text)
    names = {region.id: f"T{number}" for number, region in enumerate(markup.regions, 1)}
    lines, attributes, notes = [], [], []
    for region in markup.regions:
        fragments = _fragments(text, region.start, region.end)
        if not fragments:
            raise AnnotationError(f"{markup.where(region)} is blank")
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        lines.append(f"{names[region.id]}\t{region.label} {places}\t{words}")
        attributes += [f"{said} {names[region.id]}{value}" for said, value in _attributes(region)]
        note = _note(region)
        notes += [f"AnnotatorNotes {names[region.id]}\t{note}"] if note else []
    arrows = [r for r in markup.relations if r.name != SAME]
    lines += [f"R{i}\t{r.name} Arg1:{names[r.source]} Arg2:{names[r.target]}" for i, r in enumerate(arrows, 1)]
    lines += [f"*\t{SAME} {' '.join(names[id] for id in group)}" for group in _groups(markup)]
    lines += [f"A{number}\t{said}" for number, said in enumerate(attributes, 1)]
    lines += [f"#{number}\t{said}" for number, said in enumerate(notes, 1)]
    return "".join(f"{line}\n" for line in lines)


def read(ann: str, id: str, text: str, published: str | None, layers: tuple[str, ...] | None = None) -> Markup:
    """The markup of an ``.ann`` file; `text` is the exact article.

    Raises `AnnotationError`, with the line, where it is no such file, or does not belong to the text.
    """
    reader = _Reader(id, shown(text))
    for number, line in enumerate(ann.split("\n"), 1):
        if line.strip():
            reader.line(line.rstrip("\r"), number)
    regions = tuple(
        Region(name, label, start, end, reader.fields.get(name, {}))
        for name, (label, start, end) in reader.regions.items()
    )
    relations = tuple(Relation(name, *ends) for name, *ends in reader.relations)
    return Markup(id, text, published, regions, relations, layers).checked()


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch that lie on one line each, without the blanks where it breaks."""
    parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end])]
    trimmed = []
    for i, (first, last) in enumerate(parts):
        words = text[first:last]
        if words.strip():
            head = first if i == 0 else last - len(words.lstrip())
            tail = last if i == len(parts) - 1 else first + len(words.rstrip())
            trimmed.append((head, tail))
    return trimmed


def _attributes(region: Region) -> Iterator[tuple[str, str]]:
    for field in LABELS[region.label].fields:
        value = region.fields.get(field.name)
        if field.choices is None or value is None:
            continue
        yield from ((name, "") for name in value.split()) if field.many else [(field.name, f" {value}")]


def _note(region: Region) -> str:
    said = ((f.name, region.fields.get(f.name)) for f in LABELS[region.label].fields if f.choices is None)
    return "; ".join(f"{name}={_quoted(value)}" for name, value in said if value is not None)


def _quoted(value: str) -> str:
    plain = value and value == value.strip() == shown(value) and not re.search(r'[;#"\n]', value)
    return value if plain else json.dumps(value)


def _groups(markup: Markup) -> list[list[str]]:
    """The ids of the mentions of each person who has several."""
    groups: dict[str, list[str]] = {}
    for relation in markup.relations:
        if relation.name == SAME:
            ours = groups.setdefault(relation.source, [relation.source])
            theirs = groups.setdefault(relation.target, [relation.target])
            if ours is not theirs:
                ours += theirs
                groups.update(dict.fromkeys(theirs, ours))
    return list({id(group): group for group in groups.values()}.values())


_PAIR = re.compile(r'\s{0,99}([a-z_]{1,40})\s{0,99}=\s{0,99}("(?:[^"\\]|\\.)*"|[^;#"]*)\s{0,99}(?:;|$|(?=#))')


class _Reader:
    """One ``.ann`` file, line by line."""

    def __init__(self, id: str, text: str) -> None:
        self.id, self.text = id, text
        self.regions: dict[str, tuple[str, int, int]] = {}
        self.fields: dict[str, dict[str, str]] = {}
        self.relations: list[tuple[str, str, str]] = []
        self.where = id

    def line(self, line: str, number: int) -> None:
        self.where = f"{self.id}, line {number}"
        name, *parts = line.split("\t")
        kinds: dict[str, Callable[..., None]] = {
            "T": self._region,
            "R": self._relation,
            "*": self._group,
            "A": self._attribute,
            "M": self._attribute,  # as old versions wrote them
            "#": self._remark,
        }
        if name[:1] not in kinds or not parts:
            raise AnnotationError(f"{self.where}: {line!r} is none of the lines that this configuration makes")
        try:
            kinds[name[0]](name, *parts)
        except (TypeError, ValueError, IndexError) as error:
            if isinstance(error, AnnotationError):
                raise
            raise AnnotationError(f"{self.where}: {line!r} is no line of brat's") from None

    def _region(self, name: str, place: str, words: str | None = None) -> None:
        label, places = place.split(" ", 1)
        fragments = sorted((int(start), int(end)) for start, end in (each.split() for each in places.split(";")))
        quoted = " ".join(self.text[start:end] for start, end in fragments)
        if words is not None and words != quoted:
            raise AnnotationError(f"{self.where}: {words!r} does not stand at {places}; the text says {quoted!r}")
        for (_, end), (start, _) in pairwise(fragments):
            if self.text[end:start].strip():
                raise AnnotationError(f"{self.where}: {words!r} has a gap; the gold form has runs of words only")
        self.regions[name] = (label, fragments[0][0], fragments[-1][1])

    def _relation(self, _: str, said: str, *__: str) -> None:
        name, *ends = said.split()
        source, target = (dict(end.split(":") for end in ends)[arg] for arg in ("Arg1", "Arg2"))
        self.relations.append((name, source, target))

    def _group(self, _: str, said: str, *__: str) -> None:
        name, first, *others = said.split()
        self.relations += [(name, first, other) for other in others]

    def _attribute(self, _: str, said: str, *__: str) -> None:
        name, target, *value = said.split()
        if name not in ATTRIBUTES:
            raise AnnotationError(f"{self.where}: no attribute is called {name!r}")
        field = ATTRIBUTES[name][1]
        fields = self.fields.setdefault(target, {})
        fields[field.name] = f"{fields.get(field.name, '')} {name}".strip() if field.many else value[0]

    def _remark(self, _: str, said: str, note: str = "") -> None:
        kind, target = said.split()
        if kind != "AnnotatorNotes" or target[:1] != "T":
            return  # brat's own
        at = 0
        while at < len(note.rstrip()) and note[at:].lstrip()[:1] != "#":
            match = _PAIR.match(note, at)
            if match is None or match.end() == at:
                raise AnnotationError(
                    f"{self.where}: the note {note!r} is not as start=2022-03-11; end=2022-03-11 (remarks: behind a #)"
                )
            value = json.loads(match[2]) if match[2].startswith('"') else match[2].rstrip()
            if value:
                self.fields.setdefault(target, {})[match[1]] = value
            at = match.end()


def annotation_conf() -> str:
    """brat's ``annotation.conf``: which labels, relations and attributes there are."""
    lines = [
        "# Written by vnreport export. Put it, with visual.conf, into the folder of the articles.",
        "",
        "[entities]",
    ]
    lines += [*LABELS, "", "[relations]"]
    for name, (source, target) in RELATIONS.items():
        kind = ", <REL-TYPE>:symmetric-transitive" if name == SAME else ""
        lines.append(f"{name}\tArg1:{source}, Arg2:{target}{kind}")
    lines.append("# A measure may lie about its figure, a date within a document.")
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "", "[events]", "", "[attributes]"]
    for name, (label, field) in ATTRIBUTES.items():
        values = "" if field.many else f", Value:{'|'.join(field.choices or ())}"
        lines.append(f"{name}\tArg:{label}{values}")
    return "\n".join(lines) + "\n"


_SHORT: Mapping[str, str] = {"Person": "Per", "Position": "Pos", "Figure": "Fig", "Measure": "Meas", "Document": "Doc"}


def visual_conf() -> str:
    """brat's ``visual.conf``: the short names and colours of labels."""
    lines = ["# Written by vnreport export.", "", "[labels]"]
    lines += [f"{name} | {name} | {_SHORT.get(name, name)}" for name in LABELS]
    lines += [f"{name} | {name.replace('_', ' ')}" for name in RELATIONS]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken"]
    lines += ["ARC_DEFAULT\tcolor:black, arrowHead:triangle-5", f"{SAME}\tdashArray:3-3, arrowHead:none"]
    lines += [f"{label.name}\tbgColor:{label.colour}" for label in LABELS.values()]
    lines += ["chairs\tglyph:★", "speaks\tglyph:♪"]
    return "\n".join(lines) + "\n"
