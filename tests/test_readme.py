"""The documentation is true: its code runs, its links lead somewhere, its picture is what the code makes."""

import glob
import gzip
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tools import tool
from vnreport import evaluation
from vnreport.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
READMES = ("README.md", "README.vi.md")


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def commands(page: Path) -> list[str]:
    """The indented lines that call vnreport, without what is said of them behind two blanks."""
    return re.findall(r"^    (vnreport (?:\S| (?! ))+)", page.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("code", blocks(ROOT / "README.md", "python"))
def test_python_of_the_readme_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


def test_vietnamese_readme_has_the_same_python() -> None:
    assert blocks(ROOT / "README.vi.md", "python") == blocks(ROOT / "README.md", "python")


@pytest.mark.parametrize("readme", READMES)
def test_commands_of_the_readme_run(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = (ROOT / "docs" / "picture.txt").read_text("utf-8")
    (tmp_path / "report.txt").write_text(article, "utf-8")
    (tmp_path / "news-2022.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": article}).encode()))
    shutil.copytree(ROOT / "tests" / "gold", tmp_path / "tests" / "gold")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    assert commands(ROOT / readme)
    for command in commands(ROOT / readme):
        words = [path for word in shlex.split(command)[1:] for path in (sorted(glob.glob(word)) or [word])]
        result = CliRunner().invoke(app, words, input=article)
        assert result.exit_code == 0, (command, result.output)


def test_vietnamese_readme_has_every_command_of_the_other() -> None:
    assert set(commands(ROOT / "README.md")) - set(commands(ROOT / "README.vi.md")) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_picture_is_what_the_code_makes(readme: str) -> None:
    # `make readme` writes it anew.
    assert tool("picture").picture() in (ROOT / readme).read_text("utf-8")


def test_form_of_annotations_in_the_docs_is_the_one_that_is_read(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "docs" / "gold.md", "json")
    words = [json.loads(word) for word in re.findall(r'"(?:text|name)": ("[^"]*")|"[^"]*"', example) if word]
    words += ["Phó Bí thư Thường trực Quận ủy", "Chủ tịch HĐND quận", "Duyên", "Thu Hà"]
    (tmp_path / "a-1.json").write_text(example, "utf-8")
    (tmp_path / "a-1.txt").write_text("; ".join(words), "utf-8")
    assert evaluation.load(tmp_path / "a-1.json").id == "a-1"
