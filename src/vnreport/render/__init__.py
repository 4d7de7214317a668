"""A record shown to a reader: the article with its items marked (extra ``render``)."""

from __future__ import annotations

from vnreport.render.page import to_html

__all__ = ["to_html"]
