"""An archive at a glance: one page of charts over the tables that ``vnreport batch`` writes (extra ``dashboard``).

`to_html` gives the page. Names are imported at first use, since they need the extra.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.dashboard.page import to_html
    from vnreport.dashboard.tables import DashboardError

_HOME = {"to_html": "page", "DashboardError": "tables"}

__all__ = ["DashboardError", "to_html"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        home = import_module(f"{__name__}.{_HOME[name]}")
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"{name} needs {error.name}: pip install 'vnreport[dashboard]'", name=error.name
        ) from error
    return getattr(home, name)
