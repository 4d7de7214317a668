"""Every pattern of the package takes time by the length of the text, on texts that it nearly matches.

The patterns are found by walking the modules: what stands in a name, a list or a record there, what a cached function
makes, and the rules of every grammar. Times are told by the processor's clock, of texts of two
lengths, and are far apart where a pattern is at fault: sixteen times the text must take less than three times as long
a character, in one of three attempts.
"""

import ast
import dataclasses
import functools
import importlib
import inspect
import itertools
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Union

import pytest
import regex

import vnreport
from near_misses import parts
from vnreport.grammar import Grammar
from vnreport.text.patterns import LazyPattern

Compiled = Union["re.Pattern[Any]", "regex.Pattern[Any]"]

SOURCES = Path(vnreport.__file__).parent
SHORT, LONG = 300, 4_800
GROWTH = 3.0
QUICK = 1e-6  # seconds a character in which no pattern can have looked through thousands of them
STEPS = (16, 19, 22, 25, 30, 40, 70)
AT_ONCE = 0.05  # seconds; more for so short a text is no matter of length
STOPPED = 2.0


# Where the patterns are


def _patterns() -> dict[str, Compiled]:
    """The patterns by where they stand; two of one source are one."""
    found: dict[tuple[object, ...], tuple[str, Compiled]] = {}
    seen: set[int] = set()
    for module in pkgutil.walk_packages(vnreport.__path__, "vnreport."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in list(vars(loaded).items()):
            if name.startswith("__"):
                continue
            for place, pattern in _inside(value, f"{module.name}.{name}", seen):
                key = (type(pattern), pattern.pattern, pattern.flags)
                found.setdefault(key, (place, pattern))
    return dict(found.values())


def _inside(value: Any, place: str, seen: set[int]) -> Iterator[tuple[str, Compiled]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, (re.Pattern, regex.Pattern)):
        yield place, value
    elif isinstance(value, LazyPattern):
        _ = value.pattern  # compiles it
        yield place, value.search.__self__  # type: ignore[attr-defined]
    elif isinstance(value, Grammar):
        for rule in value.rules:
            yield f"{place}: {rule.name}", rule.compiled
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _inside(member, f"{place}[{key}]", seen)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for number, member in enumerate(value):
            yield from _inside(member, f"{place}[{number}]", seen)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name), f"{place}.{field.name}", seen)
    elif isinstance(value, functools._lru_cache_wrapper) and "Pattern" in str(inspect.signature(value)):
        parameters = inspect.signature(value).parameters.values()
        for arguments in itertools.product(*(_arguments(value, parameter) for parameter in parameters)):
            yield f"{place}{arguments}", value(*arguments)


def _arguments(function: Any, parameter: inspect.Parameter) -> tuple[object, ...]:
    """What a parameter of a cached function may be: true or false, or what its module calls the function with."""
    if parameter.annotation in (bool, "bool"):
        return True, False
    name = function.__wrapped__.__name__
    tree = ast.parse(inspect.getsource(inspect.getmodule(function.__wrapped__)))  # type: ignore[arg-type]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == name]
    return tuple(dict.fromkeys(arg.value for node in calls for arg in node.args if isinstance(arg, ast.Constant)))


# Never searched for in a text. The title's is matched against one line of at most 320 characters, from whose ends it
# strips ornaments; the pair's against an annotator's note, once behind each pair, and fails once.
ANCHORED = {"vnreport.text.layout._TITLE", "vnreport.annotation.brat._PAIR"}
PATTERNS = {place: pattern for place, pattern in _patterns().items() if place not in ANCHORED}


# What it takes them


def _seconds(run: Callable[[Any], object], text: Any) -> float:
    begun = time.process_time()
    try:
        run(text)
    except TimeoutError:
        return STOPPED
    return time.process_time() - begun


def _text(head: str, unit: str, tail: str, length: int, pattern: Compiled) -> Any:
    text = head + unit * max(1, (length - len(head)) // len(unit)) + tail
    return text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")


def fault(pattern: Compiled) -> str | None:
    """What is wrong with the time that `pattern` takes; None where nothing is."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")

    # `regex` can be stopped, `re` is asked for longer texts little by little.
    limit = {"timeout": STOPPED} if isinstance(pattern, regex.Pattern) else {}

    def search(text: Any) -> None:
        for _ in pattern.finditer(text, **limit):
            pass

    def whole(text: Any) -> None:
        pattern.fullmatch(text, **limit)

    for (head, unit, tail), run in itertools.product(parts(source, pattern.flags), (search, whole)):
        for length in STEPS:
            if (took := _seconds(run, _text(head, unit, tail, length, pattern))) > AT_ONCE:
                return f"{took:.2f} s for {length} characters of {head!r} and {unit!r}"
        short, long = (_text(head, unit, tail, length, pattern) for length in (SHORT, LONG))
        growth = 0.0
        for _ in range(3):
            each = _seconds(run, long) / len(long)
            growth = each / max(1e-9, min(_seconds(run, short) for _ in range(3)) / len(short))
            if each < QUICK or growth < GROWTH:
                break
        else:
            return f"{growth:.0f} times as long a character, of {head!r} and {unit!r}"
    return None


@pytest.mark.parametrize("place", PATTERNS, ids=str)
def test_time_a_character_does_not_grow(place: str) -> None:
    assert fault(PATTERNS[place]) is None


@pytest.mark.parametrize(
    "source",
    [
        r"(a+)+b",
        r"\w+\s*=",
        r"(?:ông |bà )?[^\n]*tỷ",
        r"\s+$",
        r"(?:ông |bà |anh |)+$",
    ],
)
@pytest.mark.parametrize("engine", [re, regex], ids=["re", "regex"])
def test_pattern_that_is_not_linear_is_found_out(source: str, engine: Any) -> None:
    assert fault(engine.compile(source)) is not None


# Whether the walk finds all of them


def _compiled_in_functions() -> Iterator[str]:
    """Functions of the package that compile a pattern at each call."""
    for path in sorted(SOURCES.rglob("*.py")):
        if path.relative_to(SOURCES).as_posix() in ("grammar.py", "text/patterns.py"):  # they make what others name
            continue
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            cached = any("cache" in ast.unparse(decorator) for decorator in function.decorator_list)
            calls = [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]
            if not cached and {"re.compile", "regex.compile", "LazyPattern"} & set(calls):
                yield f"{path.relative_to(SOURCES)}: {function.name}"


def test_every_pattern_stands_where_the_walk_finds_it() -> None:
    assert not list(_compiled_in_functions())


def _used_in_place() -> dict[str, str]:
    """Patterns written into the call that uses them, by where they stand."""
    found = {}
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            module, _, method = ast.unparse(node.func).rpartition(".")
            if module in ("re", "regex") and method != "compile":
                found[f"{path.relative_to(SOURCES)}: {node.args[0].value!r}"] = node.args[0].value
    return found


@pytest.mark.parametrize("place", _used_in_place())
def test_pattern_used_in_place_is_linear(place: str) -> None:
    assert fault(regex.compile(_used_in_place()[place])) is None


# Python 3.10: its `re` knows neither possessive quantifiers nor atomic groups, which `regex` always did


_LITERAL = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_NEWER = re.compile(r"[*+?}]\+|\(\?>")


def needs_python_3_11(source: str | bytes) -> bool:
    """Whether a pattern for `re` has what it knows only from 3.11 on."""
    text = source if isinstance(source, str) else source.decode("latin-1")
    return _NEWER.search(_LITERAL.sub("_", text)) is not None


def _written_for_re() -> Iterator[tuple[str, str | bytes]]:
    """The pieces of patterns that are written into calls of `re`, in the package and beside it, by where they stand."""
    root = Path(__file__).parents[1]
    for path in sorted(path for folder in ("src", "tests", "quality", "benchmarks", "fuzz", "examples")
                       for path in (root / folder).rglob("*.py")):  # fmt: skip
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and ast.unparse(call.func).startswith("re."):
                for piece in ast.walk(call.args[0]):
                    if isinstance(piece, ast.Constant) and isinstance(piece.value, (str, bytes)):
                        yield f"{path.relative_to(root)}:{piece.lineno}", piece.value


def test_patterns_of_re_are_for_every_python() -> None:
    compiled = [(place, p.pattern) for place, p in PATTERNS.items() if isinstance(p, re.Pattern)]
    written = list(_written_for_re())
    assert compiled
    assert written
    assert [place for place, source in compiled + written if needs_python_3_11(source)] == []


@pytest.mark.parametrize("source", ["a*+", "a++", "a?+", "a{2}+", "[)]++", "(?:a|b)*+", "x(?>a|b)", rb"\w{1,3}+"])
def test_pattern_for_later_pythons_is_found_out(source: str | bytes) -> None:
    assert needs_python_3_11(source)


@pytest.mark.parametrize("source", [r"\++", r"\*+", r"[*+]+", r"[]+]+", r"a\}+", r"\(\?>", r"[^\]+]+", "a+?", r"\\+"])
def test_pattern_for_every_python_is_taken(source: str) -> None:
    assert not needs_python_3_11(source)
    assert re.compile(source)
