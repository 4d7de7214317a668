"""The documentation is true: its code runs, its links lead somewhere, its picture is what the code makes."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from vnreport import evaluation

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("code", blocks(ROOT / "README.md", "python"))
def test_python_of_the_readme_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_picture_is_what_the_code_makes() -> None:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "quality" / "picture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # `make readme` writes it anew.
    assert module.picture() in (ROOT / "README.md").read_text("utf-8")


def test_form_of_annotations_in_the_docs_is_the_one_that_is_read(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "docs" / "gold.md", "json")
    words = [json.loads(word) for word in re.findall(r'"(?:text|name)": ("[^"]*")|"[^"]*"', example) if word]
    words += ["Phó Bí thư Thường trực Quận ủy", "Chủ tịch HĐND quận", "Duyên", "Thu Hà"]
    (tmp_path / "a-1.json").write_text(example, "utf-8")
    (tmp_path / "a-1.txt").write_text("; ".join(words), "utf-8")
    assert evaluation.load(tmp_path / "a-1.json").id == "a-1"
