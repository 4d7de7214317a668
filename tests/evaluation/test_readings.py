"""Records made before, and other annotators, in place of the parser."""

import json
from pathlib import Path

import pytest

from annotated import record, write
from vnreport import evaluation


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold")


def named(name: str | None = "a1") -> str:
    return record(lambda r: r.update(id=name)).to_json()


def test_lines_of_records_are_read_by_id(tmp_path: Path, gold: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f"{named()}\n\n{named('a2')}\n", "utf-8")
    found = evaluation.readings(path)
    assert list(found) == ["a1", "a2"]
    assert evaluation.score([gold], found)["mentions"] == 1.0


def test_record_without_an_id_is_called_as_its_file(tmp_path: Path) -> None:
    (tmp_path / "a1.json").write_text(named(None), "utf-8")
    assert list(evaluation.readings(tmp_path)) == ["a1"]


def test_folder_that_batch_wrote_is_read_without_its_logs(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "part-000000.jsonl").write_text(named() + "\n", "utf-8")
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "errors.jsonl").write_text("{}\n")
    assert list(evaluation.readings(tmp_path)) == ["a1"]


def test_folder_of_annotated_articles_is_read_as_those(gold: Path) -> None:
    assert evaluation.readings(gold.parent)["a1"] == evaluation.load(gold)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no record and no annotated article"),
        ("{}\n{", "line 2: no record"),
        (named(None), "line 1: a record without an id"),
        (f"{named()}\n{named()}", "two records of a1"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(content.replace("{}\n", named("x") + "\n"), "utf-8")
    with pytest.raises(ValueError, match=says):
        evaluation.readings(path)


def test_missing_record_is_refused(gold: Path) -> None:
    with pytest.raises(ValueError, match="no record of a1"):
        evaluation.score([gold], {"a2": record()})


def test_record_of_another_text_is_refused(gold: Path) -> None:
    gold.with_suffix(".txt").write_text(" " + gold.with_suffix(".txt").read_text("utf-8"), "utf-8")
    with pytest.raises(ValueError, match="a1: not the text of this report"):
        evaluation.score([gold], {"a1": record()})


def test_annotation_of_another_text_is_refused(tmp_path: Path, gold: Path) -> None:
    other = write(tmp_path / "other")
    other.with_suffix(".txt").write_text(other.with_suffix(".txt").read_text("utf-8") + " ", "utf-8")
    with pytest.raises(ValueError, match="different texts"):
        evaluation.score([gold], evaluation.readings(other.parent))


def test_annotators_without_a_common_article_are_refused(tmp_path: Path, gold: Path) -> None:
    other = write(tmp_path / "other")
    data = {**json.loads(other.read_text("utf-8")), "id": "b"}
    other.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ValueError, match="no article that both"):
        evaluation.score([gold], evaluation.readings(other.parent))
