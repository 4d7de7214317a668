"""A record shown to a reader: the article with its items marked, the record beside it (extra ``render``)."""

from __future__ import annotations

from vnreport.render.page import to_html, to_page

__all__ = ["to_html", "to_page"]
