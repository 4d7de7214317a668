"""Docstrings of public names say what a caller has to know, as far as a machine can tell.

Read off the source: that every name of an `__all__` is explained, that a function names the exceptions it raises, and
that one which deals in offsets says what they count. What a docstring says beside that, people have to read.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vnreport"
Function: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"
Scope: TypeAlias = "dict[str, Function]"


class Public(NamedTuple):
    """A public function, or method of a public class, and what else a reader of it has before him."""

    path: Path
    owner: ast.ClassDef | None
    function: Function

    @property
    def docstring(self) -> str:
        """Its own docstring and its class's."""
        own = ast.get_docstring(self.function) or ""
        return own if self.owner is None else f"{own}\n{ast.get_docstring(self.owner)}"

    def __str__(self) -> str:
        name = self.function.name if self.owner is None else f"{self.owner.name}.{self.function.name}"
        return f"{self.path.relative_to(SOURCE)}:{name}"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(body: list[ast.stmt]) -> Scope:
    return {node.name: node for node in body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}


def is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__init__"


def public() -> Iterator[Public]:
    for path in sorted(SOURCE.rglob("*.py")):
        for function in functions(tree(path).body).values():
            if is_public(function.name):
                yield Public(path, None, function)
        for owner in tree(path).body:
            if isinstance(owner, ast.ClassDef) and is_public(owner.name):
                for method in functions(owner.body).values():
                    if is_public(method.name):
                        yield Public(path, owner, method)


PUBLIC = list(public())


def raised(node: ast.AST, helpers: Scope) -> set[str]:
    """The exceptions raised in `node` or in those of the private `helpers` that it calls itself.

    What stands in a `try` that has handlers is left out, for the handlers may see to it; functions inside run later.
    """
    found: set[str] = set()
    if isinstance(node, ast.Raise) and node.exc is not None:
        name = _called(node.exc.func if isinstance(node.exc, ast.Call) else node.exc)
        found |= {name} if name[:1].isupper() else set()
    if isinstance(node, ast.Call) and (name := _called(node.func)) in helpers:
        found |= raised_by(helpers[name], {})
    tried = node.body if isinstance(node, ast.Try) and node.handlers else []
    for child in ast.iter_child_nodes(node):
        if child not in tried and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            found |= raised(child, helpers)
    return found


def _called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def raised_by(function: Function, helpers: Scope) -> set[str]:
    return {name for statement in function.body for name in raised(statement, helpers)}


def private(item: Public) -> Scope:
    """The private functions of the module, and methods of the class, that `item` may call."""
    methods = functions(item.owner.body) if item.owner is not None else {}
    found = {**functions(tree(item.path).body), **methods}
    return {name: function for name, function in found.items() if not is_public(name)}


@pytest.mark.parametrize("item", [item for item in PUBLIC if raised_by(item.function, private(item))], ids=str)
def test_docstring_names_what_is_raised(item: Public) -> None:
    raises = raised_by(item.function, private(item))
    if "Exit" in raises:  # of a command: what it leaves with is for its help to say, in docstring or options
        assert re.search("exit code|leaves with", ast.unparse(item.function), re.IGNORECASE)
        raises.remove("Exit")
    assert [name for name in raises if name not in item.docstring] == []


def annotations(function: Function) -> Iterator[ast.expr]:
    arguments = function.args
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        if argument.annotation is not None:
            yield argument.annotation
    if function.returns is not None:
        yield function.returns


def deals_in_offsets(item: Public) -> bool:
    """Whether a pair of integers goes in or out, or an integer that is called a beginning or an end."""
    aliases = {
        node.targets[0].id
        for node in tree(item.path).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_pair(node.value)
    }
    for annotation in annotations(item.function):
        names = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
        if names & aliases or any(_is_pair(node) for node in ast.walk(annotation)):
            return True
    arguments = (*item.function.args.args, *item.function.args.kwonlyargs)
    counts = {each.arg for each in arguments if each.annotation is not None and ast.unparse(each.annotation) == "int"}
    return not counts.isdisjoint(("start", "end", "stop", "offset"))


def _is_pair(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and ast.unparse(node) == "tuple[int, int]"


@pytest.mark.parametrize("item", [item for item in PUBLIC if deals_in_offsets(item)], ids=str)
def test_docstring_says_what_offsets_count(item: Public) -> None:
    # In its own words or its class's, or in those of its module or package.
    homes = (item.path, item.path.with_name("__init__.py"))
    said = "\n".join([item.docstring, *(ast.get_docstring(tree(home)) or "" for home in homes)])
    assert re.search(r"\btwin|\btext (?:as|that was) (?:it was )?given|code points?|\bpositions?\b|`text(?:\[|`)", said)


def exported() -> Iterator[tuple[Path, str]]:
    """Each name of each `__all__`, with the module that has it."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in tree(path).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                yield from ((path, name) for name in ast.literal_eval(node.value))


def explained(body: list[ast.stmt]) -> Iterator[str]:
    """The functions and classes with a docstring, and the names with a string behind their assignment."""
    for node, behind in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if ast.get_docstring(node):
                yield node.name
        elif isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant) and isinstance(node, ast.Assign):
            yield from (ast.unparse(target) for target in node.targets)
        elif (
            isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant) and isinstance(node, ast.AnnAssign)
        ):
            yield ast.unparse(node.target)


@pytest.mark.parametrize(("path", "name"), list(exported()), ids=lambda part: str(part).removeprefix(str(SOURCE)))
def test_exported_name_is_explained(path: Path, name: str) -> None:
    module = path.with_name(f"{name}.py")
    if module.exists():
        assert ast.get_docstring(tree(module))
        return
    home, name = made(path, name)
    assert name in explained(tree(home).body)


def made(path: Path, name: str) -> tuple[Path, str]:
    """The module in which what a module calls `name` is made, and what it is called there."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("vnreport"):
            continue
        for alias in node.names:
            if (alias.asname or alias.name) == name:
                home = SOURCE.joinpath(*str(node.module).split(".")[1:])
                return made(home / "__init__.py" if home.is_dir() else home.with_suffix(".py"), alias.name)
    return path, name
