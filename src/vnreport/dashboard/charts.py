"""The charts: declared with Altair, compiled to Vega here, so that the page compiles nothing.

No data is in a specification: the page's script hands rows to the data sets named here. Colours are variables of the
page's style, which is how they follow light and dark; scripts set `height` and the other parameters.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import vl_convert

_NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đồng"]}
_TEXT = {"labelColor": "var(--ink-2)", "titleColor": "var(--ink-2)", "labelFontSize": 12, "titleFontSize": 12}
_CONFIG = {
    "background": "transparent",
    # The page's own: Vega reckons the room of labels with it.
    "font": 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
    "locale": {"number": _NUMBERS},
    "view": {"stroke": None},
    "axis": {
        **_TEXT, "titleFontWeight": "normal", "gridColor": "var(--line)", "domainColor": "var(--line-2)",
        "tickColor": "var(--line-2)", "labelOverlap": True, "labelPadding": 6,
    },
    "aria": False,  # the page describes each chart in words, and its lists say the same for keyboard and screen reader
}  # fmt: skip

_DAY = (  # a year's first day shows the year, a month's the month
    "utcdate(datum.value) != 1 ? utcFormat(datum.value, '%-d/%-m') : "
    "utcmonth(datum.value) != 0 ? utcFormat(datum.value, '%-m/%Y') : utcFormat(datum.value, '%Y')"
)
_LARGE = (  # large numbers as newspapers print them
    "abs(datum.value) >= 1e15 ? format(datum.value / 1e15, ',~r') + ' triệu tỷ' : "
    "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',~r') + ' tỷ' : "
    "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',~r') + ' triệu' : format(datum.value, ',~r')"
)


@cache
def runtime() -> str:
    """Vega and what puts it on a page (vega-embed), as JavaScript that sets ``window.vegaEmbed``."""
    return f"(() => {{\n{vl_convert.javascript_bundle('window.vegaEmbed = vegaEmbed;')}\n}})();\n"


@cache
def specifications() -> dict[str, Any]:
    """The Vega specification of each chart, by its name on the page."""
    charts = {"meetings": _meetings(), "network": _network(), "offices": _offices(), "figures": _figures()}
    return {name: _compiled(chart) for name, chart in charts.items()}


def _compiled(chart: alt.LayerChart) -> dict[str, Any]:
    spec = chart.properties(width="container", autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    vega: dict[str, Any] = vl_convert.vegalite_to_vega({**spec.to_dict(), "config": _CONFIG})
    return vega


def _time(field: str, **axis: Any) -> alt.X:
    return alt.X(
        field, type="temporal", title=None, scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(grid=False, labelExpr=_DAY, tickCount=alt.ExprRef("max(2, width / 120)"), **axis),
    )  # fmt: skip


def _meetings() -> alt.LayerChart:
    """Bars from `start` to `end`, stacked from `low` to `high`, behind them the chosen days of `chosen`."""
    chosen = alt.Chart(alt.NamedData("chosen")).mark_rect(fill="var(--chosen)").encode(x=_time("start"), x2="end")
    bars = (
        alt.Chart(alt.NamedData("bars"), name="bars")
        .mark_rect(stroke="var(--surface)", strokeWidth=1, cursor="ew-resize")
        .encode(
            x=_time("start"),
            x2="end",
            y=alt.Y("low:Q", title="Số cuộc họp", axis=alt.Axis(tickMinStep=1, format="d", tickCount=5)),
            y2="high",
            color=alt.Color("colour:N", scale=None),
        )
    )
    chart: alt.LayerChart = alt.layer(chosen, bars).properties(height=240)
    return chart


def _network() -> alt.LayerChart:
    """Nodes at `x`, `y`, ties between them; `over` is the node pointed at or chosen, -1 for none.

    `named` are names, at places of their own.
    """
    over = alt.param(name="over", value=-1)
    # Names stand above and below the outermost nodes too, which takes more height than width.
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.03, 1.03], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.06, 1.06], nice=False, zero=False))
    ties = (
        alt.Chart(alt.NamedData("ties"), name="ties")
        .mark_rule(stroke="var(--tie)", strokeCap="round")
        .encode(
            x=x,
            y=y,
            x2="x2",
            y2="y2",
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            opacity=alt.condition("over < 0 || datum.a == over || datum.b == over", alt.value(0.9), alt.value(0.08)),
        )
    )
    near = "over < 0 || datum.node == over || indexof(datum.near, over) >= 0"
    nodes = (
        alt.Chart(alt.NamedData("nodes"), name="nodes")
        .mark_point(filled=True, stroke="var(--surface)", strokeWidth=1.5, cursor="pointer")
        .encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.condition(near, alt.value(1), alt.value(0.15)),
        )
    )
    names = (  # the page's script places them, and its style draws a halo around them
        alt.Chart(alt.NamedData("named"), name="names")
        .mark_text(fill="var(--ink)", fontSize=12)
        .encode(x=x, y=y, text="name:N")
    )
    chart: alt.LayerChart = alt.layer(ties, nodes, names).add_params(over).properties(height=520)
    return chart


def _offices() -> alt.LayerChart:
    """Lines of text and bars in `rows` rows: `heads` are people, `held` their offices, from `start` to `end`."""
    rows = alt.param(name="rows", value=1)
    line = alt.Y(
        "row:Q", axis=None, scale=alt.Scale(domainMin=0, domainMax=alt.ExprRef("rows"), reverse=True, nice=False)
    )
    frame = alt.Chart(alt.NamedData("frame")).mark_point(opacity=0).encode(x=_time("start", orient="top"))
    heads = (
        alt.Chart(alt.NamedData("heads"))
        .mark_text(
            align="left",
            fontWeight="bold",
            fontSize=14,
            fill="var(--ink)",
            baseline="middle",
        )
        .encode(x=alt.value(0), y=line, text="name:N")
    )
    labels = (
        alt.Chart(alt.NamedData("held"))
        .mark_text(align="left", fontSize=12, fill="var(--ink-2)", baseline="middle")
        .encode(x=alt.value(0), y=line, text="label:N")
    )
    bar = alt.Y("bar:Q", axis=None)
    bars = (
        alt.Chart(alt.NamedData("dated"), name="held")
        .mark_rule(strokeWidth=6, strokeCap="round", cursor="pointer")
        .encode(
            x=_time("start", orient="top"), x2="end", y=bar,
            color=alt.Color("colour:N", scale=None), strokeDash=alt.StrokeDash("dash:N", scale=None),
        )
    )  # fmt: skip
    ends = [
        alt.Chart(alt.NamedData("dated"), name=f"{field}s")
        .mark_point(filled=True, size=70, cursor="pointer", strokeWidth=2)
        .encode(
            x=_time(field, orient="top"), y=bar, shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("colour:N", scale=None),
        )
        for field in ("start", "end")
    ]  # fmt: skip
    chart: alt.LayerChart = alt.layer(frame, bars, *ends, heads, labels).add_params(rows).properties(height=400)
    return chart


def _figures() -> alt.LayerChart:
    """Values over time: `points` hold from `start` to `end`, `loose` have no time and stand at the right edge."""
    pointed = alt.param(name="pointed", value=-1)
    value = alt.Y("value:Q", title=None, axis=alt.Axis(labelExpr=_LARGE, tickCount=6), scale=alt.Scale(zero=False))
    frame = alt.Chart(alt.NamedData("frame")).mark_point(opacity=0).encode(x=_time("start"))
    spans = (
        alt.Chart(alt.NamedData("points"))
        .mark_rule(strokeWidth=2, opacity=0.45)
        .encode(x=_time("start"), x2="end", y=value, color=alt.Color("colour:N", scale=None))
    )
    points = (
        alt.Chart(alt.NamedData("points"), name="points")
        .mark_point(cursor="pointer", strokeWidth=1.8)
        .encode(
            x=_time("middle"),
            y=value,
            shape=alt.Shape("shape:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            size=alt.condition("datum.figure == pointed", alt.value(260), alt.value(80)),
        )
    )
    loose = (
        alt.Chart(alt.NamedData("loose"), name="loose")
        .mark_tick(thickness=2, size=14, orient="horizontal", cursor="pointer", color="var(--ink-3)")
        .encode(x=alt.value("width"), y=value)
    )
    chart: alt.LayerChart = alt.layer(frame, spans, points, loose).add_params(pointed).properties(height=320)
    return chart
