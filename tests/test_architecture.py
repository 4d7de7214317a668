"""What docs/architecture.md tells: imports point one way, and it names every part and every dependency."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "vnreport"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")

BASE = {"records", "lexicon", "text", "document", "grammar", "numerals"}
STAGES = {"dates", "legal", "figures", "people", "meeting"}
MAY_IMPORT = {
    "records": {"dates", "figures", "render"},  # methods that hand over when they are called: `Figure.quantity`, …
    "late": set(),
    "schema": {"records"},
    "lexicon": set(),
    "text": {"lexicon"},
    "numerals": {"lexicon"},
    "document": {"records", "text", "numerals"},
    "grammar": {"document", "lexicon", "text"},
    **dict.fromkeys(STAGES, BASE),
    "pipeline": BASE | STAGES,
    "evaluation": {"pipeline", "records", "text"},
    "archive": BASE | {"late", "pipeline", "dates", "archive"},
    "spark": {"archive", "pipeline", "records"},
    "render": {"records", "document", "text"},
    "dashboard": {"late", "records", "document", "text", "archive", "render"},
    "annotation": {"records", "document", "text", "evaluation"},
    "cli": BASE | STAGES | {"pipeline", "schema", "evaluation", "archive", "render", "dashboard", "annotation"},
    "__main__": {"cli"},
    "__init__": {"pipeline", "records", "dates", "figures"},
}


def unit(path: Path) -> str:
    """The package or module right below vnreport that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The packages or modules right below vnreport that a file imports, anywhere in it but for type checkers."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            skipped.update(child for statement in node.body for child in ast.walk(statement))
        if node in skipped:
            continue
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            deep = node.module != "vnreport"
            names = [node.module] if deep else [f"vnreport.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("vnreport."))


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    assert set(imported(path)) - {unit(path)} <= MAY_IMPORT[unit(path)]


def _parts() -> list[str]:
    """The packages and modules right below vnreport, and what tests share, as the page names them."""
    inside = [path for path in SOURCE.iterdir() if not path.name.startswith("__") and path.suffix in ("", ".py")]
    shared = [path for path in (ROOT / "tests").glob("*.py") if not path.name.startswith(("test_", "conftest"))]
    return sorted(path.name + "/" * path.is_dir() for path in [*inside, *shared])


@pytest.mark.parametrize("part", _parts())
def test_every_part_is_named(part: str) -> None:
    assert f"`{part}`" in PAGE


def _dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    return sorted({re.split(r"[^\w-]", each)[0] for each in required})


@pytest.mark.parametrize("name", _dependencies())
def test_every_dependency_has_its_reason(name: str) -> None:
    assert f"`{name}`" in PAGE
