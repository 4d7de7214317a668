"""The project's own tools: the README's generated tables and the floors of quality."""

import json
import re
from pathlib import Path

import pytest

from tools import tool
from vnreport import evaluation
from vnreport.evaluation import Layer, Scores

ROOT = Path(__file__).parents[1]


def test_block_between_markers_is_replaced() -> None:
    text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n"
    assert tool("readme").replace(text, "x", "new\n") == "a\n<!-- x -->\nnew\n<!-- /x -->\nb\n"


@pytest.mark.parametrize("text", ["", "<!-- x -->", "<!-- /x --> <!-- x -->", "<!-- x --><!-- x --><!-- /x -->"])
def test_text_without_its_markers_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no <!-- x -->"):
        tool("readme").replace(text, "x", "new")


def generated(readme: str, name: str) -> str:
    """What stands between the markers of `name`."""
    return (ROOT / readme).read_text("utf-8").partition(f"<!-- {name} -->\n")[2].partition(f"\n<!-- /{name} -->")[0]


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
@pytest.mark.parametrize("name", ["quality", "speed", "picture"])
def test_readme_has_the_markers_of_its_tables(readme: str, name: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert tool("readme").replace(text, name, "new") != text


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_table_of_speed_is_made_from_what_was_measured(readme: str, language: str) -> None:
    speed = tool("speed")
    assert generated(readme, "speed") == speed.table(json.loads(speed.MEASURED.read_text("utf-8")), language)


def test_tables_of_quality_have_the_same_figures_in_both_languages() -> None:
    figures = re.compile(r"\d[.,]\d+")
    english, vietnamese = (generated(readme, "quality") for readme in ("README.md", "README.vi.md"))
    assert figures.findall(english) == [text.replace(",", ".") for text in figures.findall(vietnamese)] != []


def test_vietnamese_table_of_quality_has_vietnamese_marks() -> None:
    scores = Scores(layers={"dates": Layer(2, 4, 3)}, accuracies={}, articles=1)
    peers = {"peers": [], "articles": 51, "characters": 165517}
    table = tool("table").table(scores, peers, own=True, language="vi")
    assert "| 0,667 | 0,500 | **0,571** |" in table
    assert "51 bài của tập phát triển (165.517 ký tự)" in table


def test_every_layer_has_a_floor() -> None:
    assert set(evaluation.load_floors(ROOT / "quality" / "floors.toml")) == {*evaluation.LAYERS, *evaluation.ACCURACIES}


def test_floors_are_raised_and_never_lowered() -> None:
    scores = Scores(layers={**Scores().layers, "dates": Layer(2, 3, 3), "dates=": Layer(1, 2, 2)})
    text = '# why\n[floors]\ndates = 0.5\n"dates=" = 0.75\npeople = 0.0\n'
    assert tool("floors").raised(text, scores) == '# why\n[floors]\ndates = 0.666\n"dates=" = 0.75\npeople = 0.0\n'


def test_every_layer_of_the_table_says_what_it_asks_for() -> None:
    assert set(tool("table").ASKS) == {*evaluation.LAYERS, *evaluation.ACCURACIES}


def test_lower_bounds_are_those_of_the_project() -> None:
    lowest = tool("lowest")
    wanted = ["Polars>=1.0", "polars >= 1.24,!=1.25.*", "pyspark[sql]>=4.0,<4.4", "tomli>=2; python_version < '3.11'"]
    assert lowest.lowest(wanted) == {"polars": "1.24", "pyspark": "4.0", "tomli": "2"}
    with pytest.raises(ValueError, match="no lower bound: rich<15"):
        lowest.lowest(["rich<15"])


def test_every_dependency_has_a_lower_bound(capsys: pytest.CaptureFixture[str]) -> None:
    tool("lowest").main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 20
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line)] == []


def test_ci_script_is_sound_shell() -> None:
    import subprocess

    assert subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=False).returncode == 0
