"""The floors of quality/floors.toml: as options of a scorer, or raised to what is measured now.

python quality/floors.py                     prints --min LAYER=SCORE …, a word a line
python quality/floors.py --raise GOLD_DIR    writes what is measured where it is higher
"""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path

from vnreport import evaluation

FILE = Path(__file__).with_name("floors.toml")


def raised(text: str, scores: evaluation.Scores) -> str:
    """`text`, a floors file, with each floor that lies below its score set to the score, rounded down."""

    def line(match: re.Match[str]) -> str:
        floor = max(float(match["floor"]), math.floor(scores[match["layer"]] * 1000) / 1000)
        return f"{match['name']} = {floor}"

    return re.sub(r'^(?P<name>"?(?P<layer>[a-z_]+[~=]?)"?) = (?P<floor>[\d.]+)$', line, text, flags=re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="gold", type=Path, metavar="GOLD_DIR", help="annotated articles to measure")
    gold = parser.parse_args().gold
    if gold is not None:
        FILE.write_text(raised(FILE.read_text("utf-8"), evaluation.evaluate(evaluation.paths(gold))), "utf-8")
        return
    for layer, floor in evaluation.load_floors(FILE).items():
        print(f"--min\n{layer}={floor}")


if __name__ == "__main__":
    main()
