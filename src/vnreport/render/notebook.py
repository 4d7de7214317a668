"""A report in a notebook: its page in a frame of its own, so that neither disturbs the other."""

from __future__ import annotations

from html import escape

from vnreport.records import Report
from vnreport.render.page import single

_HEIGHT = 480  # pixels; the frame can be pulled larger


def frame(report: Report) -> str:
    """An ``iframe`` that holds the page of `report`: scripts may run in it, and reach nothing outside of it.

    Raises `ImportError` without the extra ``render``.
    """
    page = escape(single(report, embedded=True), quote=True)
    style = f"width: 100%; height: {_HEIGHT}px; margin: .5em 0; border: 1px solid #8886; border-radius: 6px"
    return (
        f'<iframe sandbox="allow-scripts" title="vnreport" loading="lazy" srcdoc="{page}" '
        f'style="display: block; resize: vertical; {style}"></iframe>'
    )
