"""Label Studio: tasks with predictions or annotations, and what comes back of them.

A region's offsets are code points, as Label Studio counts them (old versions counted UTF-16 units, which the words that
they write beside them give away). What its databases or its page cannot hold, NULs and lone
surrogates, stands in ``data.text`` as U+FFFD, one for one; ``data.replaced`` remembers what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Literal

from vnreport.annotation.label_studio_config import LABELS_TAG, TEXT_TAG, control
from vnreport.annotation.markup import LABELS, RELATIONS, SAME, AnnotationError, Field, Markup, Region, Relation

Layer = Literal["predictions", "annotations"]


class NotAnnotatedError(AnnotationError):
    """A task that nobody has annotated, or whose annotations were all cancelled."""


def task(markup: Markup, layer: Layer = "predictions", model: str = "vnreport") -> dict[str, Any]:
    """A markup as a task to import: the regions as a prediction to correct, or as somebody's annotation."""
    shown, replaced = _shown(markup.text)
    data: dict[str, Any] = {"id": markup.id, "published": markup.published, "text": shown}
    if replaced:
        data["replaced"] = replaced
    if markup.layers is not None:
        data["layers"] = list(markup.layers)
    result = [part for region in markup.regions for part in _parts(region, shown)]
    result += [
        {"type": "relation", "from_id": each.source, "to_id": each.target, "direction": "right", "labels": [each.name]}
        for each in markup.relations
    ]
    said: dict[str, Any] = {"result": result}
    if layer == "predictions":
        said["model_version"] = model
    return {"data": data, layer: [said]}


def read(task: Mapping[str, Any], predictions: bool = False) -> Markup:
    """The markup of an exported task: of the latest annotation that was not cancelled, failing that, where
    `predictions`, of the last prediction.

    Raises `NotAnnotatedError` where there is neither, `AnnotationError` where the task is not one of ours, or says
    what the configuration has no room for.
    """
    data = task.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise AnnotationError("no task with data.text: export from Label Studio as JSON, not JSON-MIN")
    id = str(data.get("id") or task.get("id") or "")
    if not id:
        raise AnnotationError("a task without an id")
    try:
        result = _result(task, predictions, id)
        regions = _regions(id, data["text"], result)
        markup = Markup(
            id=id,
            text=_restored(data["text"], data.get("replaced") or ()),
            published=data.get("published") or None,
            regions=tuple(regions),
            relations=tuple(_relations(id, result, {region.id: region.label for region in regions})),
            layers=tuple(data["layers"]) if data.get("layers") else None,
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise AnnotationError(f"{id}: no result in Label Studio's form ({error!r})") from None
    return markup.checked()


def _parts(region: Region, text: str) -> Iterable[dict[str, Any]]:
    place = {"start": region.start, "end": region.end}
    words = text[region.start : region.end]
    shared = {"id": region.id, "to_name": TEXT_TAG}
    yield {
        **shared, "from_name": LABELS_TAG, "type": "labels", "value": {**place, "text": words, "labels": [region.label]}
    }  # fmt: skip
    for field in LABELS[region.label].fields:
        value = region.fields.get(field.name)
        if value is None:
            continue
        named = {**shared, "from_name": control(region.label, field.name)}
        if field.choices is None:
            yield {**named, "type": "textarea", "value": {**place, "text": [value]}}
        else:
            yield {**named, "type": "choices", "value": {**place, "choices": value.split() if field.many else [value]}}


def _result(task: Mapping[str, Any], predictions: bool, id: str) -> list[dict[str, Any]]:
    done = [each for each in task.get("annotations") or () if not each.get("was_cancelled")]
    if done:
        # Times as Label Studio writes them sort as text; of equal ones the later in the list counts.
        times = [(str(each.get("updated_at") or each.get("created_at") or ""), at) for at, each in enumerate(done)]
        result: list[dict[str, Any]] = done[max(times)[1]]["result"]
        return result
    if predictions and task.get("predictions"):
        result = task["predictions"][-1]["result"]
        return result
    raise NotAnnotatedError(f"{id}: nobody has annotated it")


def _regions(id: str, text: str, result: Sequence[Mapping[str, Any]]) -> list[Region]:
    labelled = [part for part in result if part["type"] == "labels"]
    point = _points(id, text, [part["value"] for part in labelled])
    fields = _fields(id, result)
    regions = []
    for part in labelled:
        value, labels = part["value"], part["value"]["labels"]
        if len(labels) != 1:
            raise AnnotationError(f"{id}: a region at {value['start']} has the labels {', '.join(labels) or 'none'}")
        known = {control(labels[0], f.name): f.name for f in LABELS[labels[0]].fields} if labels[0] in LABELS else {}
        # What was said under another label, before the annotator changed it, is left behind.
        said = {known[name]: text for name, text in fields.get(part["id"], {}).items() if name in known}
        start, end = _trimmed(text, point(int(value["start"])), point(int(value["end"])))
        regions.append(Region(part["id"], labels[0], start, end, said))
    return regions


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends, which a hand with a mouse easily takes along."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


_CONTROLS: dict[str, Field] = {
    control(label.name, field.name): field for label in LABELS.values() for field in label.fields
}


def _fields(id: str, result: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """What is said of each region, by region and name of the control."""
    said: dict[str, dict[str, str]] = {}
    for part in result:
        if part["type"] not in ("textarea", "choices"):
            continue
        field = _CONTROLS.get(part["from_name"])
        if field is None:
            raise AnnotationError(
                f"{id}: there is no field {part['from_name']!r}; label with the configuration that "
                "vnreport export --config prints"
            )
        values = part["value"]["choices" if part["type"] == "choices" else "text"]
        values = [values] if isinstance(values, str) else values
        words = " ".join(values) if field.many else "\n".join(values)
        # The page takes whatever is typed, blanks and all; a value that it was given is what it was.
        if words.strip():
            said.setdefault(part["id"], {})[part["from_name"]] = words
    return said


def _relations(id: str, result: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> Iterable[Relation]:
    for part in result:
        if part["type"] != "relation":
            continue
        source, target = part["from_id"], part["to_id"]
        if source not in labels or target not in labels:  # an arrow whose region was taken away
            continue
        ends = labels[source], labels[target]
        if part.get("direction") == "left" or (ends not in RELATIONS.values() and ends[::-1] in RELATIONS.values()):
            source, target, ends = target, source, ends[::-1]
        # Between two labels there is but one relation, so that an arrow without a name says all.
        only = next((name for name, between in RELATIONS.items() if between == ends), SAME)
        for name in part.get("labels") or [only]:
            yield Relation(name, source, target)


def _points(id: str, text: str, values: Sequence[Mapping[str, Any]]) -> Callable[[int], int]:
    """What makes code points of offsets: nothing, or counting back from UTF-16 units where only that fits the words."""
    quoted = [(int(v["start"]), int(v["end"]), v["text"]) for v in values if isinstance(v.get("text"), str)]

    def fits(point: Callable[[int], int]) -> tuple[int, int, str] | None:
        return next((q for q in quoted if _plain(text[point(q[0]) : point(q[1])]) != _plain(q[2])), None)

    wrong = fits(_same)
    if wrong is None:
        return _same
    units = [0, *accumulate(1 + (char > "\uffff") for char in text)]
    back = {unit: point for point, unit in enumerate(units)}

    def from_units(offset: int) -> int:
        return back.get(offset, -1)

    if fits(from_units) is None:
        return from_units
    raise AnnotationError(f"{id}: {wrong[2]!r} does not stand at {wrong[0]}:{wrong[1]}")


def _same(offset: int) -> int:
    return offset


def _plain(words: str) -> str:
    """`words` without blanks, and without the line ends that Label Studio writes as ``\\n``."""
    return re.sub(r"\s|\\n", "", words)


def _shown(text: str) -> tuple[str, list[list[int]]]:
    """The text as Label Studio can hold it, and [offset, code point] of each character that stood there before."""
    replaced = [[match.start(), ord(match[0])] for match in re.finditer("[\0\ud800-\udfff]", text)]
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text), replaced


def _restored(text: str, replaced: Iterable[Sequence[int]]) -> str:
    chars = list(text)
    for offset, char in replaced:
        chars[offset] = chr(char)
    return "".join(chars)
