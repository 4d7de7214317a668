"""Pages that stand alone: one article with its record, or many with a list to search.

A page holds its style and its script and asks for nothing else; a content security policy, with the digests of the two,
has the browser refuse whatever an article might smuggle in. With scripts off, the marks and the entries of the record
are links to each other, and the articles of a list stand one below the other.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from vnreport.records import Report
from vnreport.render import words
from vnreport.render.entries import Record, record
from vnreport.render.marks import Kind
from vnreport.render.segments import Line, Segment, lines

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

KINDS = (
    ("meeting", "Cuộc họp"),
    ("person", "Người"),
    ("figure", "Số liệu"),
    ("date", "Thời gian"),
    ("document", "Văn bản"),
    ("source", "Nguồn"),
)
"""What is marked, in the order of the record, with its name for readers."""

_COUNTED: tuple[tuple[Kind, str], ...] = (
    ("person", "người"),
    ("figure", "số liệu"),
    ("date", "mốc thời gian"),
    ("document", "văn bản"),
)


def to_html(report: Report, text: str) -> str:
    """The page for `report` over `text`, the article it was read from.

    Raises `ValueError` where `text` is not that article, and `ImportError` without the extra ``render``.

    >>> import vnreport
    >>> text = "Chiều 5/3/2021, Bí thư Huyện ủy Trần Văn Lâm chủ trì hội nghị."
    >>> "thứ Sáu, 5/3/2021" in to_html(vnreport.parse(text), text)
    True
    """
    return single(report.with_source(text))


def to_page(reports: Iterable[Report], *, title: str = "vnreport") -> str:
    """One page for many reports, with a list to search by title, people and day.

    The reports remember their articles, as `vnreport.parse` and `Report.with_source` leave them; one that does not is
    shown without. In the page's address ``#a3`` is the third report, ``#id=…`` the one of that id.

    Raises `ImportError` without the extra ``render``.
    """
    shelf = [_shelved(number, report) for number, report in enumerate(reports, 1)]
    return _page(title=title, shelf=shelf, total=words.number(Decimal(len(shelf))))


def single(report: Report, *, embedded: bool = False) -> str:
    """The page for one report: with its article where it remembers it, else the record alone.

    `embedded` is for a frame in another page: its address is left as it is.
    """
    entries = record(report)
    article = _article(report, entries, "")
    return _page(title=entries.name or "vnreport", article=article, embedded=embedded)


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A report on the list: what its line says, what `day` is searched by, and its article as markup."""

    title: str
    day: str
    id: str | None
    names: str
    meta: str
    article: Markup


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line of the article and the element it goes into, none for a blank one."""

    tag: str
    segments: tuple[Segment, ...]


def _shelved(number: int, report: Report) -> _Shelved:
    entries = record(report)
    day = entries.published
    counted = [f"{entries.count[kind]} {name}" for kind, name in _COUNTED if entries.count[kind]]
    return _Shelved(
        title=entries.name or f"Bài {number}",
        day=f"{day.isoformat()} {day:%d/%m/%Y}" if day else "",
        id=report.id,
        names=", ".join(entries.names),
        meta=" · ".join([*([words.day(day)] if day else []), *counted]),
        article=_article(report, entries, f"a{number}-"),
    )


def _article(report: Report, entries: Record, prefix: str) -> Markup:
    environment = _environment()  # first, for it says what is missing where the extra is
    from markupsafe import Markup

    shown = None
    if report.source is not None:
        shown = list(_lines(report, lines(report.source, entries.marks)))
    return Markup(environment.get_template("article.jinja").render(record=entries, lines=shown, pre=prefix))


def _lines(report: Report, cut: list[Line]) -> Iterable[_Shown]:
    """The lines with their elements: the title's is the heading."""
    title = report.title.span if report.title else None
    headed = False
    for line in cut:
        blank = all(not segment.text.strip() for segment in line.segments)
        heads = title is not None and not headed and line.start <= title.start < line.end
        headed = headed or heads
        yield _Shown("" if blank else "h1" if heads else "p", line.segments)


def _page(**filled: Any) -> str:
    environment = _environment()
    style, script = _asset("page.css"), "\n".join(_asset(name) for name in ("view.js", "list.js", "main.js"))
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; form-action 'none'" + (
        "" if filled.get("embedded") else "; base-uri 'none'"
    )
    from markupsafe import Markup

    template = environment.get_template("page.html.jinja")
    return template.render(kinds=KINDS, style=Markup(style), script=Markup(script), policy=policy, **filled)


@cache
def _asset(name: str) -> str:
    return resources.files("vnreport.render").joinpath("assets").joinpath(name).read_text("utf-8")


@cache
def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii")


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader
    except ImportError as error:
        raise ImportError("pages need jinja2: pip install 'vnreport[render]'") from error
    environment = Environment(loader=PackageLoader("vnreport.render"), autoescape=True, trim_blocks=False)
    environment.filters["shown"] = words.shown
    return environment
