"""The page: template, style, script and data in one file that asks for nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import polars as pl
from jinja2 import Environment, PackageLoader

from vnreport.dashboard import charts
from vnreport.dashboard.payload import Limits, payload
from vnreport.dashboard.tables import DashboardError, open_tables

_SCRIPTS = ("core", "interval", "meetings", "people", "offices", "figures", "article", "main")


def to_html(
    folder: Path | str,
    *,
    title: str | None = None,
    figures: int = Limits().figures,
    people: int = Limits().people,
    texts: int = Limits().texts,
) -> str:
    """One page of HTML that shows the tables in `folder`, which ``vnreport batch`` wrote.

    `title` stands at its head, the folder's name where None. The page holds at most `figures` figures and
    `people` people, and the whole text of at most `texts` articles; where that cuts something off, it says so. The
    same tables give the same page, byte for byte.

    Raises `vnreport.dashboard.DashboardError` (a `ValueError`) where the folder is not that of a finished run or its
    tables cannot be read, `OSError` where the system refuses to read it, and `ImportError` without the extra
    ``dashboard``.
    """
    tables = open_tables(folder)
    try:
        data, blocks = payload(tables, Limits(figures, people, texts))
    except pl.exceptions.PolarsError as error:
        raise DashboardError(f"{folder}: cannot read its tables: {str(error).splitlines()[0]}") from error
    page: str = _template().render(
        title=title or Path(folder).resolve().name,
        data=embedded({**data, "charts": charts.specifications()}),
        blocks=blocks,
        style=_static("dashboard.css"),
        runtime=charts.runtime(),
        script=_script(),
        policy=_policy(charts.runtime(), _script()),
    )
    return page


def embedded(data: Any) -> str:
    """JSON that may stand in a script element: no ``<`` can end it or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace").decode("utf-8").replace("<", "\\u003c")


@cache
def _script() -> str:
    parts = "\n".join(_static(f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _policy(*scripts: str) -> str:
    """What the browser is to allow: these very scripts, and nothing from anywhere."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def _static(name: str) -> str:
    return (files("vnreport.dashboard") / "static" / name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("vnreport.dashboard", "static"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.jinja")
