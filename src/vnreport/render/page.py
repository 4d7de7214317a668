"""One page of HTML: the article as given, every item of its record marked where it stands, and the people in a table.

The page stands alone: no script, no address, its style inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vnreport.records import Report, Span

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark: `kind` is the class of the element, `note` what a reader sees when pointing at it."""

    span: Span
    kind: str
    note: str


def to_html(report: Report, text: str) -> str:
    """The page for `report` over `text`, the article it was read from.

    Raises `ValueError` where `text` is not that article, and `ImportError` without the extra ``render``.

    >>> import vnreport
    >>> text = "Chiều 5/3/2021, Bí thư Huyện ủy Trần Văn Lâm chủ trì hội nghị."
    >>> page = to_html(vnreport.parse(text), text)
    >>> '<mark class="date" title="2021-03-05">Chiều 5/3/2021</mark>' in page
    True
    """
    marked = [mark for mark in marks(report) if _stands(mark, text)]
    return _template().render(report=report, pieces=list(pieces(text, marked)), language="vi")


def marks(report: Report) -> Iterator[Mark]:
    """What is marked, kind by kind."""
    for person in report.people:
        offices = "; ".join(position.text for position in person.positions)
        note = f"{person.name}: {offices}" if offices else person.name
        yield from (Mark(mention.span, "person", note) for mention in person.mentions)
    for date in report.dates:
        yield Mark(date.span, "date", date.value or date.kind)
    for figure in report.figures:
        number = f"{figure.value:f}" + (f"–{figure.value_to:f}" if figure.value_to is not None else "")
        parts = [number, figure.unit, figure.measure and f"({figure.measure.text})"]
        yield Mark(figure.span, "figure", " ".join(part for part in parts if part))
    for document in report.documents:
        yield Mark(document.span, "document", " ".join(part for part in (document.type, document.number) if part))


def pieces(text: str, marked: list[Mark]) -> Iterator[tuple[str, str | None, str | None]]:
    """`text` cut for the page: (words, None, None), (words, class, note) opening a mark, ("", "", None) closing one.

    Marks nest where one stands inside another; of two that cross, the later is left out.
    """
    at = 0
    open_ends: list[int] = []
    for mark in sorted(marked, key=lambda m: (m.span.start, -m.span.end)):
        while open_ends and open_ends[-1] <= mark.span.start:
            yield text[at : open_ends[-1]], None, None
            at = open_ends.pop()
            yield "", "", None
        if open_ends and mark.span.end > open_ends[-1]:
            continue
        yield text[at : mark.span.start], mark.kind, mark.note
        at = mark.span.start
        open_ends.append(mark.span.end)
    while open_ends:
        yield text[at : open_ends[-1]], None, None
        at = open_ends.pop()
        yield "", "", None
    yield text[at:], None, None


def _stands(mark: Mark, text: str) -> bool:
    if mark.span.end > len(text):
        raise ValueError(f"the record's spans reach to {mark.span.end}, the text ends at {len(text)}: another article?")
    return mark.span.start < mark.span.end


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, PackageLoader
    except ImportError as error:
        raise ImportError("pages need jinja2: pip install 'vnreport[render]'") from error
    environment = Environment(loader=PackageLoader("vnreport.render", "."), autoescape=True)
    return environment.get_template("page.html.jinja")
