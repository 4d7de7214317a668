"""The lower bounds of pyproject.toml, as constraints for pip: `name==version`, one a line.

python quality/lowest.py > lowest.txt && pip install --constraint lowest.txt '.[archive,…]'

Where two lists name a package, the higher bound counts, for they are installed together. A bound that says nothing
(no `>=`) is an error.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
# What builds the site is not installed at its lower bound.
LEFT_OUT = frozenset(["docs"])
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?P<bounds>[^;]*)(?:;.*)?")
_LOWEST = re.compile(r">=\s*(?P<version>[0-9]+(?:\.[0-9]+)*)")


def lowest(requirements: Iterable[str]) -> dict[str, str]:
    """The lowest version that each requirement allows, by name.

    >>> lowest(["polars>=1.0", "polars>=1.24", "pyspark[sql]>=4.0,<4.4", "tomli>=2; python_version < '3.11'"])
    {'polars': '1.24', 'pyspark': '4.0', 'tomli': '2'}
    """
    found: dict[str, str] = {}
    for requirement in requirements:
        match = _REQUIREMENT.fullmatch(requirement)
        bound = _LOWEST.search(match["bounds"]) if match else None
        if match is None or bound is None:
            raise ValueError(f"no lower bound: {requirement}")
        name = match["name"].lower().replace("_", "-")
        found[name] = max(found.get(name, "0"), bound["version"], key=_ordered)
    return found


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def main() -> None:
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(r for extra in sorted(set(extras) - LEFT_OUT) for r in extras[extra])]
    print("\n".join(f"{name}=={version}" for name, version in sorted(lowest(wanted).items())))


if __name__ == "__main__":
    main()
