"""Names of a package that are imported when they are first used, since what they need is an extra."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def names(package: str, homes: Mapping[str, str], extra: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package: `homes` has the module of the package in which each name lives.

    It raises `AttributeError` for another name, and `ModuleNotFoundError` where a library is missing, which then says
    that the `extra` brings it.
    """

    def attribute(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        try:
            home = import_module(f"{package}.{homes[name]}")
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(
                f"{name} needs {error.name}: pip install 'vnreport[{extra}]'", name=error.name
            ) from error
        return getattr(home, name)

    return attribute
