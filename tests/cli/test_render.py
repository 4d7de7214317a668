"""`vnreport render`: articles in, one page out; bad input ends in one line and exit code 2."""

import csv
import gzip
import json
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from vnreport.cli import app

pytest.importorskip("jinja2")

TEXT = (
    "Phường Tân Lập sơ kết quý I\n\nSáng 11/3, bà Trần Thị Mỹ Duyên, Bí thư Đảng ủy phường Tân Lập, chủ trì "
    "hội nghị sơ kết công tác. Thu ngân sách phường đạt 3,5 tỷ đồng.\n"
)
OTHER = "Xã Đồng Tâm họp dân\n\nChiều 7/4/2021, bà Nguyễn Thị Đào, Chủ tịch UBND xã, tiếp 35 người dân.\n"


def run(*args: str | Path, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, ["render", *map(str, args)], input=stdin, catch_exceptions=False)


def page(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return result.stdout


def refused(result: Result) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl.gz"
    rows = [
        {"id": "a", "title": "Phường Tân Lập sơ kết quý I", "text": TEXT, "published": "2022-03-12"},
        {"id": "b", "text": OTHER},
    ]
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    return path


def test_one_article_is_a_page_without_a_list(article: Path) -> None:
    shown = page(run(article))
    assert shown.startswith("<!DOCTYPE html>")
    assert "Trần Thị Mỹ Duyên" in shown
    assert '<nav class="list"' not in shown


def test_the_day_and_the_id_are_on_the_page(article: Path) -> None:
    shown = page(run(article, "--published", "2022-03-12", "--id", "tl-1"))
    assert "thứ Sáu, 11/3/2022" in shown
    assert "tl-1" in shown


def test_standard_input_is_read(article: Path) -> None:
    assert page(run("-", stdin=TEXT)) == page(run(article))


def test_another_encoding_is_read(tmp_path: Path, article: Path) -> None:
    path = tmp_path / "other-encoding.txt"
    path.write_text(TEXT, encoding="utf-16")
    assert page(run(path, "--encoding", "utf-16")) == page(run(article))


def test_many_articles_are_a_page_with_a_list_in_their_order(article: Path, other: Path) -> None:
    shown = page(run(other, article, "--title", "Hai bài"))
    assert '<nav class="list"' in shown
    assert shown.index("Xã Đồng Tâm") < shown.index("Phường Tân Lập")
    assert "<title>Hai bài</title>" in shown


def test_an_archive_is_read_with_its_ids_and_days(archive: Path) -> None:
    shown = page(run(archive, "--published", "2021-04-08"))
    assert 'data-id="a"' in shown
    assert 'data-day="2022-03-12 12/03/2022"' in shown
    assert 'data-day="2021-04-08 08/04/2021"' in shown


def test_limit_takes_the_first(archive: Path) -> None:
    shown = page(run(archive, "--limit", "1"))
    assert "Tân Lập" in shown
    assert "Đồng Tâm" not in shown


def test_fields_of_an_archive_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("body", "url", "day", "head"), (OTHER, "u/1", "8/4/2021", "Đầu đề khác")])
    names = ("--text-field", "body", "--id-field", "url", "--date-field", "day", "--title-field", "head")
    shown = page(run(path, *names))
    assert "<h1>" in shown
    assert "Đầu đề khác" in shown
    assert "u/1" in shown


def test_a_folder_is_read(tmp_path: Path, article: Path, other: Path) -> None:
    shown = page(run(tmp_path))
    assert "Đồng Tâm" in shown
    assert "Tân Lập" in shown


def test_many_articles_are_parsed_in_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["vnreport.cli.articles"], "_WORTH_PROCESSES", 2)
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": OTHER}) + "\n" for n in range(3)))
    shown = page(run(path))
    assert shown.count("<noscript") == 3
    assert "35 người dân" in shown


def test_out_is_written_and_nothing_else(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run(article, "--out", out)
    assert result.output == ""
    assert out.read_text("utf-8") == page(run(article))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "page.html"]


def test_a_failed_write_leaves_the_old_page(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "page.html"
    out.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "no space left" in refused(run(article, "--out", out))
    assert out.read_text() == "old"


def test_what_cannot_be_read_is_named_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": OTHER}) + "\n{broken\n" + json.dumps({"text": OTHER, "date": "hôm kia"}) + "\n")
    result = run(path)
    assert result.exit_code == 3
    assert "Đồng Tâm" in result.stdout
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == ["news.jsonl:2", "news.jsonl:3"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file"),
        (["nowhere*.jsonl"], "matches no file"),
        (["{article}", "--published", "hôm nào"], "--published"),
        (["{article}", "--encoding", "klingon"], "--encoding"),
        (["{archive}", "--encoding", "klingon"], "--encoding"),
        (["{article}", "{other}", "--id", "x"], "--id: there are 2 articles"),
        (["{folder}"], "holds no file that there is a reader for"),
    ],
)
def test_bad_arguments_are_refused(
    args: list[str], said: str, article: Path, other: Path, archive: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    places = {"article": article, "other": other, "archive": archive, "folder": folder}
    assert said in refused(run(*(arg.format(**places) for arg in args)))


def test_an_archive_of_nothing_readable_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("{broken\n")
    assert "nothing to show: news.jsonl:1" in refused(run(path))


def test_without_jinja2_it_says_what_to_install(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vnreport.render import page as pages

    monkeypatch.setitem(sys.modules, "jinja2", None)
    pages._environment.cache_clear()
    try:
        assert "pip install 'vnreport[render]'" in refused(run(article))
    finally:
        pages._environment.cache_clear()


def test_without_the_readers_libraries_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.parquet"
    path.write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'vnreport[archive]'" in refused(run(path))


def test_long_article_is_left_out_and_the_limit_named(article: Path, tmp_path: Path) -> None:
    longer = tmp_path / "longer.txt"
    longer.write_text(TEXT * 3, encoding="utf-8")
    result = run(article, longer, "--max-chars", str(len(TEXT)))
    assert result.exit_code == 3
    limit = f"too long: {len(TEXT * 3)} characters, over the limit of {len(TEXT)} (--max-chars sets it)"
    assert result.stderr == f"vnreport: left out: {longer}: {limit}\n"
