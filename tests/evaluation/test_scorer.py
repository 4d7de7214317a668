"""The same numbers as the scorer that the annotated articles came with."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport import evaluation

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "gold"

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="needs ../shared/gold/score.py")


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", [ROOT / "tests" / "gold", SHARED / "dev"], ids=["own", "dev"])
def test_every_layer_scores_the_same(folder: Path) -> None:
    if not folder.exists():
        pytest.skip(f"needs {folder.name}")
    theirs, ours = scorer(), evaluation.Scores()
    tally = theirs.Tally()
    for path in evaluation.paths(folder):
        article = evaluation.load(path)
        report = vnreport.parse(article.text, published=article.published)
        evaluation.add(ours, article, report)
        theirs.add(tally, theirs.gold_doc(path), theirs.predicted(json.loads(report.to_json())))
    for name, row in theirs.table(tally).items():
        if "f1" in row:
            layer = ours.layers[name]
            counts = layer.precision, layer.recall, layer.f1, layer.gold, layer.found
            assert counts == pytest.approx((row["p"], row["r"], row["f1"], row["gold"], row["pred"])), name
        else:
            answers = ours.accuracies[name]
            assert (answers.accuracy, answers.gold) == pytest.approx((row["accuracy"], row["n"])), name
