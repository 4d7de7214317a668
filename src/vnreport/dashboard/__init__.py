"""An archive at a glance: one page of charts over the tables that ``vnreport batch`` writes (extra ``dashboard``).

`to_html` gives the page. Names are imported at first use, since they need the extra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport import late

if TYPE_CHECKING:
    from vnreport.dashboard.page import to_html
    from vnreport.dashboard.tables import DashboardError

_HOME = {"to_html": "page", "DashboardError": "tables"}

__all__ = ["DashboardError", "to_html"]

__getattr__ = late.names(__name__, _HOME, extra="dashboard")
