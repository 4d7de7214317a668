"""Label Studio: tasks, and what comes back of them when people have been at work."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from annotation.articles import HARD, marked
from vnreport.annotation import AnnotationError, NotAnnotatedError, gold, label_studio
from vnreport.annotation.label_studio_config import config, control
from vnreport.annotation.markup import LABELS, RELATIONS


def exported(**changes: Any) -> dict[str, Any]:
    """The task as Label Studio exports it when nothing was corrected, with some keys changed."""
    task = json.loads(json.dumps(label_studio.task(marked(), "annotations")))
    task["annotations"][0].update(id=1, was_cancelled=False, updated_at="2022-03-12T10:00:00Z")
    return {"id": 7, **task, **changes}


def result(task: dict[str, Any]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = task["annotations"][0]["result"]
    return parts


def label_of(task: dict[str, Any], id: str) -> dict[str, Any]:
    return next(part for part in result(task) if part.get("id") == id and part["type"] == "labels")


def test_configuration_has_every_label_relation_and_field() -> None:
    tree = ElementTree.fromstring(config())
    assert [each.get("value") for each in tree.iter("Label")] == list(LABELS)
    assert [each.get("value") for each in tree.iter("Relation")] == list(RELATIONS)
    controls = {each.get("name") for each in [*tree.iter("TextArea"), *tree.iter("Choices")]}
    assert controls == {control(label.name, field.name) for label in LABELS.values() for field in label.fields}


def test_every_result_has_its_control_in_the_configuration() -> None:
    tree = ElementTree.fromstring(config())
    kinds = {each.get("name"): each.tag.lower() for each in tree.iter() if each.get("toName")}
    parts = [part for part in result(exported()) if part["type"] != "relation"]
    assert {part["from_name"] for part in parts} <= set(kinds)
    assert all(part["type"] == kinds[part["from_name"]] for part in parts)
    assert {part["to_name"] for part in parts} == {tree.find(".//Text").get("name")}  # type: ignore[union-attr]


def test_offsets_are_code_points_of_the_text_shown() -> None:
    task = exported()
    for part in result(task):
        if part["type"] == "labels":
            value = part["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_what_a_database_cannot_hold_is_replaced_one_for_one_and_remembered() -> None:
    data = exported()["data"]
    assert len(data["text"]) == len(HARD)
    assert not re.search("[\0\ud800-\udfff]", data["text"])
    assert data["replaced"] == [[HARD.index("\0"), 0], [len(HARD) - 1, 0xD800]]


def test_parsed_articles_go_out_as_predictions() -> None:
    task = label_studio.task(marked())
    assert "annotations" not in task
    assert task["predictions"][0]["model_version"] == "vnreport"


def test_layers_of_partial_gold_are_handed_through() -> None:
    part = replace(marked(), layers=("mentions",))
    assert label_studio.read(label_studio.task(part, "annotations")) == part


def test_latest_annotation_that_was_not_cancelled_counts() -> None:
    done = exported()["annotations"][0]
    older = {**done, "result": [], "updated_at": "2022-03-12T09:00:00Z"}
    cancelled = {**done, "result": [], "updated_at": "2022-03-12T11:00:00Z", "was_cancelled": True}
    assert label_studio.read(exported(annotations=[done, older, cancelled])) == marked()


def test_annotation_without_a_time_counts_by_its_place() -> None:
    done = {"result": exported()["annotations"][0]["result"]}
    assert label_studio.read(exported(annotations=[{"result": []}, done])) == marked()


@pytest.mark.parametrize("annotations", [[], [{"was_cancelled": True, "result": []}]])
def test_task_that_nobody_annotated_is_told_apart(annotations: list[Any]) -> None:
    with pytest.raises(NotAnnotatedError, match="bài 1: nobody has annotated it"):
        label_studio.read(exported(annotations=annotations))


def test_offsets_in_utf_16_units_are_counted_back() -> None:
    task = exported()
    text = task["data"]["text"]
    for part in result(task):
        for key in ("start", "end"):
            if "value" in part:
                at = part["value"][key]
                part["value"][key] = at + sum(char > "\uffff" for char in text[:at])
    assert label_studio.read(task) == marked()


def test_words_that_do_not_stand_at_their_offsets_are_refused() -> None:
    task = exported()
    label_of(task, "T1")["value"]["start"] -= 2
    with pytest.raises(AnnotationError, match=r"bài 1: 'Lê Văn An' does not stand at"):
        label_studio.read(task)


def test_blanks_at_the_ends_of_a_region_are_not_meant() -> None:
    task = exported()
    value = label_of(task, "T1")["value"]
    value.update(start=value["start"] - 1, text=" Lê Văn An")
    assert label_studio.read(task) == marked()


def test_region_that_was_added_by_hand_is_read() -> None:
    task = exported()
    at = HARD.index("5/3/2022")
    part = {"id": "xY1", "from_name": "label", "to_name": "text", "type": "labels"}
    result(task).append({**part, "value": {"start": at, "end": at + 8, "text": "5/3/2022", "labels": ["Date"]}})
    result(task).append({**part, "from_name": "date_kind", "type": "choices", "value": {"choices": ["date"]}})
    assert [d["text"] for d in gold(label_studio.read(task))["dates"]] == ["Ngày 11/3/2022", "cùng kỳ", "5/3/2022"]


def test_fields_of_a_label_that_was_changed_are_left_behind() -> None:
    task = exported()
    figure = next(part["id"] for part in result(task) if part.get("from_name") == "figure_unit")
    label_of(task, figure)["value"]["labels"] = ["Measure"]
    result(task)[:] = [part for part in result(task) if figure not in (part.get("from_id"), part.get("to_id"))]
    changed = next(region for region in label_studio.read(task).regions if region.id == figure)
    assert (changed.label, changed.fields) == ("Measure", {})


def test_value_that_was_emptied_is_not_there() -> None:
    task = exported()
    part = next(part for part in result(task) if part.get("from_name") == "person_honorific")
    part["value"]["text"] = [" "]
    assert gold(label_studio.read(task))["people"][0]["honorific"] is None


def relation(task: dict[str, Any], name: str) -> dict[str, Any]:
    return next(part for part in result(task) if part["type"] == "relation" and part["labels"] == [name])


@pytest.mark.parametrize("name", list(RELATIONS))
def test_arrow_without_a_name_means_what_its_ends_allow(name: str) -> None:
    task = exported()
    relation(task, name)["labels"] = []
    assert label_studio.read(task) == marked()


@pytest.mark.parametrize("name", ["holds", "measure", "period"])
def test_arrow_drawn_backwards_is_turned(name: str) -> None:
    task = exported()
    arrow = relation(task, name)
    arrow["from_id"], arrow["to_id"] = arrow["to_id"], arrow["from_id"]
    assert label_studio.read(task) == marked()


def test_arrow_pointing_left_is_turned() -> None:
    task = exported()
    arrow = relation(task, "holds")
    arrow.update(from_id=arrow["to_id"], to_id=arrow["from_id"], direction="left")
    assert label_studio.read(task) == marked()


def test_arrow_to_a_region_that_was_taken_away_is_left_out() -> None:
    task = exported()
    gone = relation(task, "holds")["to_id"]
    result(task)[:] = [part for part in result(task) if part.get("id") != gone]
    assert gold(label_studio.read(task))["people"][0]["titles"] == []


def _two_labels(task: dict[str, Any]) -> None:
    label_of(task, "T1")["value"]["labels"] = ["Person", "Date"]


def _foreign_control(task: dict[str, Any]) -> None:
    next(p for p in result(task) if p["type"] == "textarea")["from_name"] = "comment"


def _impossible_arrow(task: dict[str, Any]) -> None:
    relation(task, "holds")["labels"] = ["measure"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_two_labels, "has the labels Person, Date"),
        (_foreign_control, "there is no field 'comment'; label with the configuration"),
        (_impossible_arrow, "there is no measure from Person to Position"),
        (lambda task: label_of(task, "T1")["value"].update(labels=["PER"]), "no label is called PER"),
        (lambda task: label_of(task, "T1").pop("value"), "no result in Label Studio's form"),
        (lambda task: (task.pop("id"), task["data"].pop("id")), "a task without an id"),
        (lambda task: task.pop("data"), "export from Label Studio as JSON, not JSON-MIN"),
    ],
)
def test_what_the_configuration_has_no_room_for_is_refused(spoil: Any, says: str) -> None:
    task = exported()
    spoil(task)
    with pytest.raises(AnnotationError, match=says):
        label_studio.read(task)
