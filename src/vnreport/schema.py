"""The record's types described: what each field means, and the JSON Schema that says so.

The meanings stand in `vnreport.records`, a string under each field, where an editor shows them. They are read from that
module's source, so that the types stay plain types: `import vnreport` pays nothing for them.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from typing import Any

import msgspec

from vnreport import records
from vnreport.records import Report


@cache
def meanings() -> dict[str, dict[str, str]]:
    """What each field of each record type means, by the type's and the field's name.

    Empty where the source is not at hand (a zip of bytecode).
    """
    try:
        tree = ast.parse(inspect.getsource(records))
    except OSError:
        return {}
    return {node.name: _fields(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, below in zip(node.body, node.body[1:], strict=False):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str):
            found[field.target.id] = " ".join(below.value.value.split())
    return found


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `Report`, as ``vnreport schema`` prints it: with a description of every type and field.

    >>> json_schema()["$defs"]["Figure"]["properties"]["of"]["description"]
    'The whole that the number is a part of: 22 in `19/22 chỉ tiêu`.'
    """
    schema = msgspec.json.schema(Report)
    for name, definition in schema["$defs"].items():
        definition["description"] = _plain(inspect.cleandoc(definition["description"]))
        for field, meaning in meanings().get(name, {}).items():
            described = definition["properties"][field]
            if "$ref" in described:  # beside which some readers ignore everything
                described["allOf"] = [{"$ref": described.pop("$ref")}]
            described["description"] = _plain(meaning)
    return schema


def _plain(text: str) -> str:
    """`text` with code marked as in Markdown, whichever way its author marked it."""
    return text.replace("``", "`")
