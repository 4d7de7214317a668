"""The README's table of quality, as Markdown: vnreport measured now, the others as docs/peers.toml has them.

python quality/table.py GOLD_DIR
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from vnreport import evaluation

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
ASKS = {
    "mentions": "names of people, exact spans",
    "people": "distinct people, by full name",
    "titles": "(person, title) pairs, equal words",
    "titles~": "the same, a longer or shorter form of the title too",
    "dates": "dates and durations, exact spans",
    "dates~": "the same, overlapping spans",
    "dates=": "overlapping spans with the right kind, first and last day",
    "figures": "figures, exact spans",
    "figures~": "the same, overlapping spans",
    "figures=": "overlapping spans with the right value and unit",
    "documents": "laws, resolutions, decrees, with the right number",
    "chairs": "who chaired the meeting",
    "speakers": "who spoke at it",
    "bound": "exact, over, under, about (of the figures that are right)",
    "measure": "what the figure is of, shared words",
    "meeting_day": "the day of the meeting",
    "meeting_form": "online, hybrid, in person",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="annotated articles: ID.txt with ID.json beside it")
    folder = parser.parse_args().gold
    peers = tomllib.loads((ROOT / "docs" / "peers.toml").read_text("utf-8"))
    scores = evaluation.evaluate(evaluation.paths(folder))
    print("\n".join([*_table(scores, peers["peers"]), "", _caption(folder, scores, peers)]))


def _table(scores: evaluation.Scores, peers: list[dict[str, Any]]) -> list[str]:
    names = [f"`{peer['name']}`" if "." in peer["name"] else peer["name"] for peer in peers]
    head = ["layer", "asks for", "precision", "recall", "F1", *(f"{name} F1" for name in names)]
    lines = ["| " + " | ".join(head) + " |", "|---|---|" + "--:|" * (len(head) - 2)]
    for name, layer in scores.layers.items():
        others = [peer["layers"].get(name) for peer in peers]
        cells = [f"{x:.3f}" for x in (layer.precision, layer.recall)] + [f"**{layer.f1:.3f}**"]
        cells += [f"{other['f1']:.3f}" if other else "–" for other in others]
        lines.append(f"| `{name}` | {ASKS[name]} | " + " | ".join(cells) + " |")
    for name, accuracy in scores.accuracies.items():
        cells = ["", "", f"**{accuracy.accuracy:.3f}**", *["–"] * len(peers)]
        lines.append(f"| `{name}` | {ASKS[name]} (accuracy) | " + " | ".join(cells) + " |")
    return lines


def _caption(folder: Path, scores: evaluation.Scores, peers: dict[str, Any]) -> str:
    own = folder.resolve() == (ROOT / "tests" / "gold").resolve()
    which = (
        "articles of `tests/gold`, written for this project" if own else "development articles, from real newspapers"
    )
    text = f"Measured on the {scores.articles} {which}. "
    others = f"the {peers['articles']} development articles ({peers['characters']:,} characters)"
    if own or scores.articles != peers["articles"]:
        text += f"The other systems' figures were measured on {others}, so they are no comparison here. "
    else:
        text += "The other systems' figures are of the same articles. "
    return (
        text
        + "A dash: the system does not answer the question. vnreport was built with the development articles in view."
    )


if __name__ == "__main__":
    main()
