"""The generated parts of the documentation: the record's fields, the commands, the tables of an archive.

python quality/reference.py            writes them into docs/record.md, docs/cli.md and docs/archives.md
python quality/reference.py record     prints one of them
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

import vnreport
from vnreport import records
from vnreport.records import Mention, Record, Report, Span
from vnreport.schema import meanings

sys.path.insert(0, str(Path(__file__).parent))
import readme

ROOT = Path(__file__).parents[1]
TYPES: tuple[type[msgspec.Struct], ...] = (
    Report, records.Person, records.Position, records.DateExpression, records.Figure, records.LegalDocument,
    records.Meeting, Mention, Span,
)  # fmt: skip
# Articles that the examples of values are taken from: the first that has a value gives it.
ARTICLES = (
    ("docs/picture.txt", "2022-04-09"),
    *((f"examples/{name}.txt", None) for name in (
        "ward-party-committee", "signing-ceremony", "ministry-online-conference", "company-agm", "voters-meeting",
        "commune-spring-festival",
    )),
    *((f"tests/gold/{file.name}", None) for file in sorted((ROOT / "tests" / "gold").glob("*.txt"))),
)  # fmt: skip
LONGEST = 64  # characters of an example that are shown


def record() -> str:
    """A section for each record type: what it is, and a table of its fields."""
    parts = []
    for kind in TYPES:
        parts += [f"## {kind.__name__}", inspect.getdoc(kind) or ""]
        parts.append("\n".join(["| field | in Python | in JSON | what it is | for example |", "|---|---|---|---|---|",
                                *map(_row, _fields(kind))]))  # fmt: skip
    return "\n\n".join(parts)


def _fields(kind: type[msgspec.Struct]) -> Iterator[tuple[str, ...]]:
    hints = get_type_hints(kind)
    for name in kind.__struct_fields__:
        example = next((value for value in _values(kind, name) if value not in (None, (), False)), None)
        shown = f"`{_shown(example)}`" if example is not None else ""
        yield f"`{name}`", _python(hints[name]), _json(hints[name]), meanings()[kind.__name__][name], shown


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _python(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"tuple of {_python(get_args(hint)[0])}"
    if get_origin(hint) is Literal:
        return "`str`"
    if NoneType in get_args(hint):
        return f"{_python(_present(hint))} or `None`"
    return _link(hint) if hint in TYPES else f"`{hint.__name__}`"


_IN_JSON = {
    "str": "string",
    "int": "number",
    "bool": "boolean",
    "Decimal": "number",
    "date": "string",
    "time": "string",
}


def _json(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "array"
    if get_origin(hint) is Literal:
        return ", ".join(f'`"{word}"`' for word in get_args(hint))
    if NoneType in get_args(hint):
        return f"{_json(_present(hint))} or null"
    return "object" if hint in TYPES else _IN_JSON[hint.__name__]


def _present(hint: Any) -> Any:
    """The type without ``| None``."""
    return Union[tuple(each for each in get_args(hint) if each is not NoneType)]  # noqa: UP007


def _link(kind: type) -> str:
    return f"[`{kind.__name__}`](#{kind.__name__.lower()})"


@cache
def _reports() -> tuple[Report, ...]:
    texts = ((Path(file).stem, (ROOT / file).read_text("utf-8"), day) for file, day in ARTICLES)
    return tuple(vnreport.parse(text, published=day, id=name) for name, text, day in texts)


def _values(kind: type[msgspec.Struct], field: str) -> Iterator[Any]:
    for report in _reports():
        yield from (getattr(item, field) for item in _inside(report) if isinstance(item, kind))


def _inside(value: Any) -> Iterator[Any]:
    """`value` and every record in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, (Record, Span)):
        yield value
        for field in value.__struct_fields__:
            yield from _inside(getattr(value, field))


def _shown(value: Any) -> str:
    """`value` as JSON; of a record, and of a list, no more than says which it is."""
    if isinstance(value, tuple):
        more = ", …" if len(value) > 1 else ""
        return f"[{_shown(value[0])}{more}]"
    if isinstance(value, Span):
        return json.dumps(msgspec.to_builtins(value))
    if isinstance(value, Record):
        named = next(name for name in ("text", "name", "kind", "schema_version") if hasattr(value, name))
        return f'{{"{named}": {_shown(getattr(value, named))}, …}}'
    if isinstance(value, str) and len(value) > LONGEST:
        value = value[:LONGEST].rsplit(" ", 1)[0] + " …"
    return _ENCODER.encode(value).decode()


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def commands() -> str:
    """A section for each command: what it does, its examples, its arguments and options."""
    from typer.main import get_command

    from vnreport.cli import app

    parts = []
    functions = {(c.name or c.callback.__name__): c.callback for c in app.registered_commands}
    for name, command in get_command(app).commands.items():
        hints = get_type_hints(functions[name])
        parts += [f"## vnreport {name}", *_help(command.help)]
        rows = [_row((_names(p, hints[p.name]), _means(p))) for p in command.params if p.name in hints]
        if rows:
            parts.append("\n".join(["| argument or option | what it is |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def _help(text: str) -> Iterator[str]:
    """The paragraphs of a command's help; what stands under the mark for lines kept as they are is code or a list."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if not paragraph.startswith("\b\n"):
            yield paragraph
        elif "vnreport " in (lines := paragraph.removeprefix("\b\n")):
            yield f"```sh\n{lines}\n```"
        else:
            yield lines


def _names(parameter: Any, hint: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    flag = hint is bool
    value = "" if flag else f" {parameter.metavar or _choices(hint) or parameter.name.upper()}"
    return ", ".join(f"`{name}{value}`" for name in (*parameter.opts, *parameter.secondary_opts))


def _choices(hint: Any) -> str:
    """The words that an option of an `Enum` takes, in braces; empty where it is none."""
    kind = next((each for each in (hint, *get_args(hint)) if isinstance(each, type) and issubclass(each, Enum)), None)
    words = ",".join(str(choice.value) for choice in kind or ())
    return f"{{{words}}}" if words else ""


def _means(parameter: Any) -> str:
    meaning = re.sub(r"\s*\[default: (.*)\]", r" Default: \1.", parameter.help or "")
    default = getattr(parameter.default, "value", parameter.default)
    if parameter.required:
        return f"{meaning} Required."
    if "Default:" in meaning or default in (None, False, ""):
        return meaning
    return f"{meaning} Default: {'standard input' if default == '-' else f'`{default}`'}."


def tables() -> str:
    """The columns of the tables that `vnreport batch` writes."""
    from vnreport.archive import TABLE_SCHEMAS

    lines = ["| table | columns |", "|---|---|"]
    for name, schema in TABLE_SCHEMAS.items():
        lines.append(_row((f"`{name}`", ", ".join(f"`{field.name}` {_arrow(field.type)}" for field in schema))))
    return "\n".join(lines)


def _arrow(kind: Any) -> str:
    from pyarrow import types

    if types.is_list(kind):
        return f"list of {_arrow(kind.value_type)}"
    if types.is_struct(kind):
        return "(" + ", ".join(f"`{field.name}` {_arrow(field.type)}" for field in kind) + ")"
    words = {"date32[day]": "day", "int64": "integer", "bool": "boolean"}
    return "number" if types.is_decimal(kind) else words.get(str(kind), str(kind))


BLOCKS: dict[str, tuple[str, Callable[[], str]]] = {
    "record": ("docs/record.md", record),
    "commands": ("docs/cli.md", commands),
    "tables": ("docs/archives.md", tables),
}


def main() -> None:
    if len(sys.argv) > 1:
        print(BLOCKS[sys.argv[1]][1]())
        return
    for name, (file, make) in BLOCKS.items():
        page = ROOT / file
        page.write_text(readme.replace(page.read_text("utf-8"), name, make()), "utf-8")


if __name__ == "__main__":
    main()
