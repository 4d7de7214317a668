"""The layers of docs/architecture.md: imports point one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vnreport"

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
