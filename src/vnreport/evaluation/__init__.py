"""Scores against annotated articles, layer by layer.

An annotated article is ``ID.txt`` with ``ID.json`` beside it, which lists what a careful reader would put on record
(``docs/gold.md`` says in which form). A layer is one question asked of a record: are the spans of the people's names
right (`mentions`), are the days right (``dates=``). Layers whose name ends in ``~`` ask only for overlapping spans, in
``=`` for overlapping spans with the right meaning; the others ask for exact spans or equal words.

>>> layer = Layer(right=8, gold=10, found=16)
>>> layer.precision, layer.recall, round(layer.f1, 3)
(0.5, 0.8, 0.615)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnreport.evaluation.compare import add
from vnreport.evaluation.gold import Article, load, offsets, paths
from vnreport.evaluation.readings import Reading, readings, score
from vnreport.evaluation.scores import ACCURACIES, LAYERS, Accuracy, Difference, Layer, Misses, Scores, load_floors
from vnreport.pipeline import Pipeline, default_pipeline

__all__ = [
    "ACCURACIES",
    "LAYERS",
    "Accuracy",
    "Article",
    "Difference",
    "Layer",
    "Misses",
    "Reading",
    "Scores",
    "add",
    "evaluate",
    "load",
    "load_floors",
    "offsets",
    "paths",
    "readings",
    "score",
]


def evaluate(paths: Iterable[str | Path], pipeline: Pipeline | None = None) -> Scores:
    """The scores of `pipeline` (the default one where None) over annotated articles, each named by its ``ID.json``.

    Raises as `load` does.
    """
    pipeline = pipeline or default_pipeline()
    scores = Scores()
    for path in paths:
        article = load(path)
        add(scores, article, pipeline.parse(article.text, published=article.published, id=article.id))
    return scores
