"""The walk-through of examples/archive prints what its README shows, which is what a reader of the reports finds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

FOLDER = Path(__file__).parents[2] / "examples" / "archive"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The answers printed, each with its question."""
    command = [sys.executable, str(FOLDER / "walkthrough.py"), str(tmp_path_factory.mktemp("tables"))]
    run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return [answer.strip() for answer in re.split(r"\n\n(?=\S.*\n\n)", run.stdout)]


def _rows(answer: str) -> list[list[str]]:
    return [re.split(r" {2,}", line) for line in answer.split("\n\n")[1].splitlines()[1:]]


def test_the_readme_shows_what_is_printed(answers: list[str]) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"```text\n(.*?)\n```", readme, re.S) == answers


def test_who_chaired(answers: list[str]) -> None:
    assert _rows(answers[0]) == [
        ["Lương Khắc Điền", "5", "2021-07-08", "2022-04-12"],
        ["Vũ Thị Hạ Lan", "4", "2021-04-06", "2022-03-10"],
        ["Phan Mỹ Duyên", "3", "2021-05-11", "2021-12-21"],
        ["Bùi Đăng Khôi", "2", "2021-01-12", "2021-02-04"],
    ]


def test_budget_figures_by_month(answers: list[str]) -> None:
    assert [(month, period, value) for month, period, _, value in _rows(answers[1])] == [
        ("2021-01", "năm 2020", "498.6"),
        ("2021-02", "tháng 1/2021", "42.5"),
        ("2021-03", "tháng 2/2021", "31.8"),
        ("2021-04", "quý I/2021", "118.0"),
        ("2021-05", "tháng 4/2021", "40.3"),
        ("2021-07", "6 tháng đầu năm 2021", "247.0"),
        ("2021-08", "tháng 7/2021", "29.6"),
        ("2021-10", "tháng 9/2021", "44.1"),
        ("2021-11", "tháng 10/2021", "47.9"),
        ("2021-12", "năm 2021", "512.4"),
        ("2022-02", "tháng 1/2022", "51.2"),
        ("2022-03", "tháng 2/2022", "36.4"),
        ("2022-04", "Quý I/2022", "131.7"),
    ]


def test_offices_over_time(answers: list[str]) -> None:
    assert _rows(answers[2]) == [
        ["Phó Chủ tịch UBND huyện", "2021-01-12", "2021-06-29", "5"],
        ["Chủ tịch UBND huyện Sơn Đài", "2021-06-29", "2022-01-18", "8"],
        ["Bí thư Huyện ủy Sơn Đài", "2022-01-18", "2022-04-12", "4"],
    ]
