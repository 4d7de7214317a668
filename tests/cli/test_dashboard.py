"""`vnreport dashboard`: from an archive to a page, and what is refused."""

import sys

import pytest

pytest.importorskip("polars")

from typer.testing import CliRunner

from archive.archives import article, jsonl
from vnreport.cli import app


def run(*arguments):
    return CliRunner().invoke(app, ["dashboard", *map(str, arguments)])


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dashboard")
    (folder / "news.jsonl").write_bytes(jsonl(article(number) for number in range(12)))
    batch = ["batch", str(folder / "news.jsonl"), "--out", str(folder / "tables"), "--workers", "1"]
    assert CliRunner().invoke(app, batch).exit_code == 0
    return folder / "tables"


def test_the_tables_of_a_batch_become_a_page(tables, tmp_path) -> None:
    result = run(tables, "--out", tmp_path / "page.html", "--title", "Xã Tân Hòa")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (result.exit_code, result.output) == (0, "")
    assert "<title>Xã Tân Hòa</title>" in page
    assert "thu ngân sách" in page


def test_two_runs_write_the_same_bytes(tables, tmp_path) -> None:
    for name in ("a", "b"):
        assert run(tables, "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_folder_without_tables_is_refused_in_one_line(tmp_path) -> None:
    result = run(tmp_path, "--out", tmp_path / "page.html")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "vnreport batch" in result.stderr
    assert not (tmp_path / "page.html").exists()


def test_without_the_extra_the_way_to_it_is_told(tables, tmp_path, monkeypatch) -> None:
    for name in [name for name in sys.modules if name.startswith("vnreport.dashboard")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    result = run(tables, "--out", tmp_path / "page.html")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "pip install 'vnreport[dashboard]'" in result.stderr


@pytest.mark.parametrize("option", ["--figures", "--people", "--texts"])
def test_limits_below_nought_are_refused(option, tables, tmp_path) -> None:
    assert run(tables, "--out", tmp_path / "page.html", option, "-1").exit_code == 2


def test_help_shows_the_way_from_an_archive() -> None:
    shown = run("--help").stdout
    assert "vnreport dashboard tables --out page.html" in shown
