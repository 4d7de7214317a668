"""`vnreport evaluate`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from annotated import record, write
from vnreport import evaluation
from vnreport.cli import app
from vnreport.pipeline import Pipeline


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.evaluation.default_pipeline", lambda: Pipeline([], tagger=None))


def run(*args: object) -> str:
    result = CliRunner().invoke(app, ["evaluate", *map(str, args)])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_table_has_a_line_for_every_layer(gold: Path) -> None:
    shown = run(gold.parent).splitlines()
    assert [line.split()[0] for line in shown[1:]] == [*evaluation.LAYERS, *evaluation.ACCURACIES]


@pytest.mark.usefixtures("nothing_found")
def test_table_counts_what_was_missed(gold: Path) -> None:
    shown = {line.split()[0]: line.split()[1:] for line in run(gold.parent).splitlines()}
    assert shown["figures"] == ["0.000", "0.000", "0.000", "2", "0", "2", "0", "0"]
    assert shown["meeting_day"] == ["accuracy", "0.000", "1", "1"]


@pytest.mark.usefixtures("nothing_found")
def test_layer_that_is_not_annotated_has_no_score(tmp_path: Path) -> None:
    shown = {line.split()[0]: line.split()[1:] for line in run(write(tmp_path, layers=["dates"]).parent).splitlines()}
    assert shown["figures"][:3] == ["–", "–", "–"]
    assert shown["dates"][3:] == ["1", "0", "1", "0", "0"]


@pytest.mark.usefixtures("nothing_found")
def test_json_has_scores_and_misses(gold: Path) -> None:
    shown = json.loads(run(gold.parent, "--json"))
    assert shown["dates"] == {
        "precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1, "found": 0, "missed": 1, "spurious": 0, "wrong": 0
    }  # fmt: skip


@pytest.mark.usefixtures("nothing_found")
def test_misses_of_a_layer_are_listed_with_place_and_context(gold: Path) -> None:
    assert run(gold.parent, "--errors", "dates") == (
        "a1 at 0 dates missed: Sáng 11/3/2022  | [Sáng 11/3/2022], ông Lê Văn An, Bí thư Huyện ủy Tân…\n"
    )


@pytest.mark.usefixtures("nothing_found")
def test_misses_of_all_layers_are_listed(gold: Path) -> None:
    shown = run(gold.parent, "--errors", "all").splitlines()
    layers = {line.split(" missed")[0].split(" wrong")[0].split()[-1] for line in shown}
    assert layers == {*evaluation.LAYERS, "meeting_day", "meeting_form"}


@pytest.mark.usefixtures("nothing_found")
def test_misses_as_json_are_objects(gold: Path) -> None:
    (miss,) = json.loads(run(gold.parent, "--errors", "documents", "--json"))
    assert (miss["layer"], miss["article"], miss["kind"], miss["what"]) == (
        "documents", "a1", "missed", "Nghị quyết số 09"
    )  # fmt: skip


@pytest.mark.usefixtures("nothing_found")
def test_what_steers_a_terminal_is_shown_as_blank(gold: Path) -> None:
    text = gold.with_suffix(".txt")
    text.write_text("\x1b]0;title\x07 " + text.read_text("utf-8"), "utf-8")
    assert "\x1b" not in run(gold.parent, "--errors", "all")


@pytest.mark.usefixtures("nothing_found")
def test_score_below_a_floor_fails(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[floors]\ndates = 0.5\n")
    result = CliRunner().invoke(app, ["evaluate", str(gold.parent), "--min", str(floors)])
    assert (result.exit_code, result.stderr) == (1, "falls short: dates 0.000 < 0.500\n")


@pytest.mark.usefixtures("nothing_found")
def test_records_are_scored_instead_of_parsing(gold: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text(record(lambda r: r.update(id="a1")).to_json() + "\n", "utf-8")
    assert json.loads(run(gold.parent, "--records", records, "--json"))["speakers"]["f1"] == 1.0


def test_two_annotators_are_compared_where_both_annotated(gold: Path, tmp_path: Path) -> None:
    (gold.parent / "a2.json").write_text(json.dumps({**json.loads(gold.read_text("utf-8")), "id": "a2"}), "utf-8")
    (gold.parent / "a2.txt").write_text(gold.with_suffix(".txt").read_text("utf-8"), "utf-8")
    other = write(tmp_path / "other", documents=[]).parent
    result = CliRunner().invoke(app, ["evaluate", str(gold.parent), "--records", str(other), "--json"])
    assert result.stderr == "vnreport: 1 of 2 articles are annotated in both\n"
    assert json.loads(result.stdout)["documents"]["recall"] == 0.0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["{gold}/none"], "no annotated article"),
        (["{gold}", "--min", "{gold}/none.toml"], "none.toml: cannot read: no such file or directory"),
        (["{gold}", "--errors", "dat"], "no layer is called dat"),
        (["{gold}", "--records", "{gold}/none.jsonl"], "none.jsonl: cannot read: no such file or directory"),
        (["{gold}", "--records", "{gold}/a1.txt"], "a1.txt, line 1: no record"),
    ],
)
def test_bad_input_is_refused_with_one_line(gold: Path, args: list[str], says: str) -> None:
    result = CliRunner().invoke(app, ["evaluate", *(arg.format(gold=gold.parent) for arg in args)])
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
