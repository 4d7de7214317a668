"""Scores by layer, their floors, and the differences they come from."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

if sys.version_info >= (3, 11):
    import tomllib
else:  # the same reader, under the name it had before it joined the standard library
    import tomli as tomllib

LAYERS = (
    "mentions", "people", "titles", "titles~", "dates", "dates~", "dates=", "figures", "figures~", "figures=",
    "documents", "chairs", "speakers",
)  # fmt: skip
"""Layers with precision, recall and F1, micro-averaged over all articles."""

ACCURACIES = ("bound", "measure", "meeting_day", "meeting_form")
"""Layers with one accuracy: `bound` and `measure` over the figures of ``figures=`` (`measure` is the mean F1 of its
words), the meeting's day and form over the articles that report a meeting."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Counts of one layer: items `right`, annotated (`gold`) and `found`."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One accuracy: `right` of `gold` questions, where part of an answer may be right."""

    right: float = 0.0
    gold: int = 0

    @property
    def accuracy(self) -> float:
        """The share that is right; 0 where nothing was asked."""
        return self.right / self.gold if self.gold else 0.0


Kind = Literal["missed", "spurious", "wrong"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A miss: in which article; ``missed``, ``spurious`` or ``wrong``; what.

    `start` is its offset in the text, or that of the name it is about, None where it has no place; `context` the
    words around it, ``[it]`` between brackets.
    """

    article: str
    kind: Kind
    what: str
    start: int | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Misses:
    """What stands between a layer and a score of one: annotated and not found, found and not annotated, found with
    another meaning."""

    missed: int
    spurious: int
    wrong: int


@dataclass(slots=True)
class Scores:
    """Scores of all layers, summed over articles; `differences` lists every miss by layer."""

    layers: dict[str, Layer] = field(default_factory=lambda: {name: Layer() for name in LAYERS})
    accuracies: dict[str, Accuracy] = field(default_factory=lambda: {name: Accuracy() for name in ACCURACIES})
    differences: dict[str, list[Difference]] = field(
        default_factory=lambda: {name: [] for name in (*LAYERS, *ACCURACIES)}
    )
    articles: int = 0

    def __getitem__(self, layer: str) -> float:
        """The F1 (of `LAYERS`) or the accuracy (of `ACCURACIES`) of a layer."""
        return self.layers[layer].f1 if layer in self.layers else self.accuracies[layer].accuracy

    def misses(self, layer: str) -> Misses:
        """How many differences of each kind a layer has."""
        kinds = Counter(difference.kind for difference in self.differences[layer])
        return Misses(kinds["missed"], kinds["spurious"], kinds["wrong"])

    def below(self, floors: Mapping[str, float]) -> list[str]:
        """A line for each layer that scores less than its floor. Raises `ValueError` for an unknown layer."""
        unknown = [name for name in floors if name not in LAYERS and name not in ACCURACIES]
        if unknown:
            raise ValueError(f"no such layer: {', '.join(unknown)}; layers are {', '.join((*LAYERS, *ACCURACIES))}")
        return [f"{name} {self[name]:.3f} < {floor:.3f}" for name, floor in floors.items() if self[name] < floor]

    def to_dict(self) -> dict[str, dict[str, float]]:
        """Every layer's scores by name, and how many were missed, spurious and wrong, as plain numbers."""
        table: dict[str, dict[str, float]] = {
            name: {"precision": s.precision, "recall": s.recall, "f1": s.f1, "gold": s.gold, "found": s.found}
            for name, s in self.layers.items()
        }
        table.update({name: {"accuracy": s.accuracy, "gold": s.gold} for name, s in self.accuracies.items()})
        for name, row in table.items():
            misses = self.misses(name)
            row.update({"missed": misses.missed, "spurious": misses.spurious, "wrong": misses.wrong})
        return table

    def count(self, layer: str, right: int, gold: int, found: int) -> None:
        """Add to the counts of a layer."""
        old = self.layers[layer]
        self.layers[layer] = Layer(old.right + right, old.gold + gold, old.found + found)

    def ask(self, layer: str, right: float) -> None:
        """Add one question to an accuracy, answered `right` from 0 to 1."""
        old = self.accuracies[layer]
        self.accuracies[layer] = Accuracy(old.right + right, old.gold + 1)


def load_floors(path: str | Path) -> dict[str, float]:
    """The least score of each layer, from a TOML file's table ``[floors]``.

    Raises `ValueError` where the file is not TOML or has no such table of numbers, `OSError` where there is no file.
    """
    try:
        floors = tomllib.loads(Path(path).read_text("utf-8"))["floors"]
        return {name: float(floor) for name, floor in floors.items()}
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"{path} has no table [floors] of layers and numbers") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
