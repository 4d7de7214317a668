"""Who chairs, speaks and attends, and with whom. People are told apart by name alone."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import networkx as nx
import polars as pl

from vnreport.dashboard.keys import fullest, is_full_name, with_key

ROLES = ("chairs", "speakers", "attendees")
_TIES = 4  # ties drawn, for each person drawn
_SEED = 7


class Network(NamedTuple):
    """People and the ties between them.

    `people`: `key`, `name`, how many meetings in each role and in any (`meetings`), most first; `x` and `y` from 0 to
    1, null for those who were never in a meeting with another of them. `ties`: rows of `people`, `a` < `b`, and in how
    many meetings both were. `left_out` counts people that are not among the strongest.
    """

    people: pl.DataFrame
    ties: pl.DataFrame
    left_out: int


def cast(meetings: pl.DataFrame) -> pl.DataFrame:
    """A row for each person of each meeting: `article_id`, `key`, `name` and a truth value for each role.

    Who chairs or speaks attends as well. Names of one word are left out: they do not tell whom they name.
    """
    rows = pl.concat(
        meetings.select("article_id", pl.col(role).alias("name"), pl.lit(role).alias("role"))
        .explode("name")
        .drop_nulls("name")
        for role in ROLES
    )
    rows = with_key(rows.filter(pl.col("name").map_elements(is_full_name, return_dtype=pl.Boolean)), "name")
    return (
        rows.group_by("article_id", "key")
        .agg(fullest("name"), *((pl.col("role") == role).any().alias(role) for role in ROLES))
        .with_columns(pl.lit(True).alias("attendees"))
        .sort("article_id", "key")
    )


def network(rows: pl.DataFrame, most: int) -> Network:
    """The `most` people who were in most meetings of `rows` (see `cast`), and the strongest ties between them."""
    company = rows.join(rows.group_by("article_id").len(), on="article_id").group_by("key").agg(pl.col("len").sum())
    ranked = (
        rows.group_by("key")
        .agg(fullest("name"), pl.len().alias("meetings"), *(pl.col(role).sum() for role in ROLES))
        .join(company, on="key")
        # Of people in equally many meetings, those who met others come first: they are what a network is about.
        .sort("meetings", "chairs", "len", "key", descending=[True, True, True, False])
    )
    people = ranked.head(most).drop("len").with_row_index("node")
    ties = _ties(rows.join(people.select("key", "node"), on="key"), most * _TIES)
    return Network(_placed(people, ties), ties, ranked.height - people.height)


def _ties(rows: pl.DataFrame, most: int) -> pl.DataFrame:
    nodes = rows.select("article_id", "node")
    return (
        nodes.join(nodes, on="article_id", suffix="_b")
        .filter(pl.col("node") < pl.col("node_b"))
        .group_by(pl.col("node").alias("a"), pl.col("node_b").alias("b"))
        .agg(pl.len().alias("meetings"))
        .sort("meetings", "a", "b", descending=[True, False, False])
        .head(most)
        .sort("a", "b")
    )


def _placed(people: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """`people` with their places. The seed is fixed and what is drawn comes in order, so places never vary."""
    graph: nx.Graph = nx.Graph()
    graph.add_weighted_edges_from(ties.iter_rows())
    nodes = sorted(graph)
    if nodes:
        # Groups that never met drift apart; a weak tie of all to one centre, which is not drawn, holds them together.
        graph.add_weighted_edges_from((-1, node, 0.12) for node in nodes)
    spread = 1.7 / max(len(graph), 1) ** 0.5
    places = nx.spring_layout(graph, k=spread, iterations=300, seed=_SEED) if nodes else {}
    apart = _apart(_ranged([places[n][0] for n in nodes]), _ranged([places[n][1] for n in nodes]))
    where = pl.DataFrame(
        {"node": nodes, "x": [x for x, _ in apart], "y": [y for _, y in apart]},
        schema={"node": people.schema["node"], "x": pl.Float64, "y": pl.Float64},
    )
    return people.join(where, on="node", how="left", maintain_order="left").drop("node")


def _ranged(values: list[float]) -> list[float]:
    """Places as fractions of the frame. Rounded: what differs in the last digits between machines is not shown."""
    if not values:
        return []
    low, high = min(values), max(values)
    order = {value: rank / max(len(values) - 1, 1) for rank, value in enumerate(sorted(values))}
    # Halfway between place and rank: the crowd in the middle is spread, the loners at the edge come nearer.
    return [round(float((value - low) / ((high - low) or 1.0) + order[value]) / 2, 3) for value in values]


def _apart(xs: list[float], ys: list[float]) -> list[tuple[float, float]]:
    """The places, with those that are too near each other to be told apart moved away from each other."""
    places = list(zip(xs, ys, strict=True))
    least = 0.4 / max(len(places), 16) ** 0.5
    for _ in range(60):
        moved = False
        for i, j in combinations(range(len(places)), 2):
            (x, y), (u, v) = places[i], places[j]
            dx, dy = u - x, v - y
            if abs(dx) < least and abs(dy) < least and (gap := (dx * dx + dy * dy) ** 0.5) < least:
                if gap == 0.0:
                    dx, dy, gap = 1.0, 0.0, 1.0
                step = (least - min(gap, least)) / 2 + 0.001
                places[i] = (_framed(x - dx / gap * step), _framed(y - dy / gap * step))
                places[j] = (_framed(u + dx / gap * step), _framed(v + dy / gap * step))
                moved = True
        if not moved:
            break
    return places


def _framed(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 3)
