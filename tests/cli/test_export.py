"""`vnreport export` and `vnreport import`."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from annotated import TEXT, write
from vnreport.cli import app

GOLD = Path(__file__).parents[1] / "gold"


def run(*args: object, input: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=input)


def done(*args: object, input: str | None = None) -> Result:
    result = run(*args, input=input)
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tin 1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_article_through_every_format_is_the_gold_that_is_written_at_once(article: Path, tmp_path: Path) -> None:
    day = ("--published", "2022-03-11")
    assert done("export", article, *day, "--to", "gold", "--out", tmp_path / "gold").stdout.startswith("1 article in ")
    done("export", article, *day, "--to", "brat", "--out", tmp_path / "brat")
    done("import", tmp_path / "brat", "--from", "brat", "--out", tmp_path / "gold2")
    done("export", article, *day, "--to", "label-studio", "--out", tmp_path / "tasks.json")
    done("import", tmp_path / "tasks.json", "--from", "label-studio", "--predictions", "--out", tmp_path / "gold3")
    assert contents(tmp_path / "gold") == contents(tmp_path / "gold2") == contents(tmp_path / "gold3")
    assert set(contents(tmp_path / "gold")) == {"tin_1.json", "tin_1.txt"}
    assert json.loads((tmp_path / "gold" / "tin_1.json").read_text("utf-8"))["id"] == "tin 1"


def test_annotated_articles_go_out_as_they_are(tmp_path: Path) -> None:
    path = write(tmp_path / "gold")
    done("export", path, "--to", "label-studio", "--out", tmp_path / "tasks.json")
    done("import", tmp_path / "tasks.json", "--from", "label-studio", "--out", tmp_path / "back")
    before, after = (json.loads(each.read_text("utf-8")) for each in (path, tmp_path / "back" / "a1.json"))
    assert before == after


def test_archive_is_read_by_its_fields_and_named_by_its_ids(tmp_path: Path) -> None:
    archive = tmp_path / "news.jsonl"
    rows = [{"id": "x/1", "text": TEXT, "published": "2022-03-11"}, {"text": "Xã họp."}, {"text": "Ba."}]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done("export", archive, "--limit", 2, "--to", "brat", "--out", tmp_path / "brat")
    shelf = [json.loads(line) for line in (tmp_path / "brat" / "articles.jsonl").read_text("utf-8").splitlines()]
    assert [(row["id"], row["file"], row["published"]) for row in shelf] == [
        ("x/1", "x_1", "2022-03-11"),
        ("news-2", "news-2", None),
    ]


def test_article_that_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    archive = tmp_path / "news.jsonl"
    archive.write_text('{"id": "1", "text": "Xã họp."}\n{"id": "2"}\n')
    result = run("export", archive, "--to", "conll2002", "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "left out: news.jsonl:2: no field 'text'" in result.stderr
    assert set(contents(tmp_path / "out")) == {"1.conll", "articles.jsonl"}


def test_tasks_go_to_standard_output_too() -> None:
    (task,) = json.loads(done("export", "-", "--to", "label-studio", "--out", "-", input=TEXT).stdout)
    assert (task["data"]["id"], task["data"]["text"]) == ("article", TEXT)


def test_configuration_is_printed() -> None:
    assert done("export", "--to", "label-studio", "--config").stdout.startswith("<View>")
    both = done("export", "--to", "brat", "--config").stdout
    assert "# ---- annotation.conf" in both
    assert "# ---- visual.conf" in both


def test_configuration_goes_into_a_folder(tmp_path: Path) -> None:
    done("export", "--to", "brat", "--config", "--out", tmp_path / "brat")
    assert set(contents(tmp_path / "brat")) == {"annotation.conf", "visual.conf"}


def test_second_export_adds_articles_and_keeps_what_annotators_changed(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    done("export", article, "--to", "brat", "--out", folder)
    (folder / "visual.conf").write_text("# ours\n")
    other = tmp_path / "b.txt"
    other.write_text("Xã họp ngày 1/2/2022.", "utf-8")
    done("export", other, "--to", "brat", "--out", folder)
    assert (folder / "visual.conf").read_text() == "# ours\n"
    assert done("import", folder, "--from", "brat", "--out", tmp_path / "gold").stdout.startswith("2 articles in")


def test_corrections_are_written_over_only_by_force(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    done("export", article, "--to", "brat", "--out", folder)
    (folder / "tin_1.ann").write_text("")
    result = run("export", article, "--to", "brat", "--out", folder)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "tin_1.ann is there already, and is not the same; --force writes over it" in result.stderr
    assert (folder / "tin_1.ann").read_text() == ""
    done("export", article, "--to", "brat", "--out", folder, "--force")
    assert (folder / "tin_1.ann").read_text() != ""


def test_gold_is_written_over_only_by_force(article: Path, tmp_path: Path) -> None:
    folder, gold = tmp_path / "brat", tmp_path / "gold"
    done("export", article, "--to", "brat", "--out", folder)
    done("import", folder, "--from", "brat", "--out", gold)
    done("import", folder, "--from", "brat", "--out", gold)  # the same again is no loss
    (folder / "tin_1.ann").write_text("")
    before = contents(gold)
    assert run("import", folder, "--from", "brat", "--out", gold).exit_code == 2
    assert contents(gold) == before
    done("import", folder, "--from", "brat", "--out", gold, "--force")
    assert contents(gold) != before


def test_tasks_without_an_annotation_are_left_out_and_counted(article: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "gold")
    done("export", path, article, "--to", "label-studio", "--out", tmp_path / "tasks.json")
    result = done("import", tmp_path / "tasks.json", "--from", "label-studio", "--out", tmp_path / "back")
    assert result.stderr == "vnreport: 1 article left out, which nobody has annotated\n"
    assert set(contents(tmp_path / "back")) == {"a1.json", "a1.txt"}


def test_every_place_that_does_not_fit_is_named_and_nothing_written(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Ngày 1/2", "utf-8")
        (tmp_path / f"{name}.ann").write_text("T1\tDate 0 8\tNgày 1/2\n", "utf-8")
    result = run("import", tmp_path, "--from", "brat", "--out", tmp_path / "gold")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "vnreport: a: Date 'Ngày 1/2' at 0 has no kind",
        "vnreport: b: Date 'Ngày 1/2' at 0 has no kind",
    ]
    assert not (tmp_path / "gold").exists()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["export", "--to", "brat"], "no FILE given"),
        (["export", "{dir}/x.txt", "--to", "brat"], "no --out given"),
        (["export", "{dir}/x.txt", "--to", "brat", "--out", "{dir}/o"], "x.txt: no such file"),
        (["export", "{dir}/x.json", "--to", "brat", "--out", "{dir}/o"], "x.json: cannot read: no such file"),
        (["export", "{dir}/bad.json", "--to", "brat", "--out", "{dir}/o"], "bad.json"),
        (["export", "--to", "gold", "--config"], "gold has no configuration"),
        (["export", "{dir}/a.txt", "{dir}/b/a.txt", "--to", "brat", "--out", "{dir}/o"], "two articles are called a"),
        (["export", "{dir}/a.txt", "--to", "brat", "--out", "{dir}/a.txt"], "a.txt: cannot write"),
        (["import", "{dir}/none", "--from", "brat", "--out", "{dir}/o"], "none: cannot read: no such file"),
        (["import", "{dir}/bad.json", "--from", "label-studio", "--out", "{dir}/o"], "no task with data.text"),
        (["import", "{dir}", "--from", "brat", "--out", "{dir}/o"], "no *.ann in this folder"),
        (["import", "{dir}/b/a.txt", "--from", "brat", "--out", "{dir}/o"], "line 1: 'Xã họp.' is none of the lines"),
    ],
)
def test_bad_input_is_refused_with_one_line(tmp_path: Path, args: list[str], says: str) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        (tmp_path / name).write_text("Xã họp.", "utf-8")
    (tmp_path / "bad.json").write_text("{}")
    (tmp_path / "bad.txt").write_text("Xã họp.", "utf-8")
    result = run(*(arg.format(dir=tmp_path) for arg in args))
    assert result.exit_code == 2, result.output
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_gold_articles_of_the_project_make_a_whole_turn(tmp_path: Path) -> None:
    done("export", *sorted(GOLD.glob("*.json")), "--to", "brat", "--out", tmp_path / "brat")
    done("import", tmp_path / "brat", "--from", "brat", "--out", tmp_path / "gold")
    scores = json.loads(done("evaluate", GOLD, "--records", tmp_path / "gold", "--json").stdout)
    assert {row.get("f1", row.get("accuracy")) for row in scores.values()} == {1.0}
