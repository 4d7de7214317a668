"""Scores: what counts as right, layer by layer, on an article made for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotated import GOLD, TEXT, record, write
from vnreport import evaluation
from vnreport.document import Document
from vnreport.evaluation import Accuracy, Layer, Misses, Scores
from vnreport.pipeline import Pipeline
from vnreport.records import DateExpression, Position, Span


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path)


def scored(gold: Path, change: Callable[[dict[str, Any]], object] = lambda record: None) -> Scores:
    scores = Scores()
    evaluation.add(scores, evaluation.load(gold), record(change))
    return scores


def test_perfect_record_scores_one_everywhere(gold: Path) -> None:
    scores = scored(gold)
    assert {name: scores[name] for name in (*evaluation.LAYERS, *evaluation.ACCURACIES)} == dict.fromkeys(
        (*evaluation.LAYERS, *evaluation.ACCURACIES), 1.0
    )
    assert not any(scores.differences.values())


def test_empty_record_scores_nought_and_misses_all(gold: Path) -> None:
    scores = scored(gold, lambda record: record.clear())
    assert [scores[name] for name in evaluation.LAYERS] == [0.0] * len(evaluation.LAYERS)
    assert [d.what for d in scores.differences["figures"]] == ["30,5 tỷ đồng", "17 công trình"]
    assert {d.kind for d in scores.differences["people"]} == {"missed"}


def test_mention_a_character_off_is_missed_and_spurious(gold: Path) -> None:
    scores = scored(gold, lambda r: r["people"][0]["mentions"].__setitem__(0, {"text": "", "span": Span(20, 28)}))
    assert scores.layers["mentions"] == Layer(right=1, gold=2, found=2)
    assert [d.kind for d in scores.differences["mentions"]] == ["missed", "spurious"]


def test_signature_taken_for_a_person_is_not_counted(gold: Path) -> None:
    start = TEXT.index("Thu Hà")
    byline = {"id": "p2", "name": "Thu Hà", "mentions": [{"text": "Thu Hà", "span": Span(start, start + 6)}]}
    scores = scored(gold, lambda r: r["people"].append(byline))
    assert scores["people"] == scores["mentions"] == 1.0


def test_shorter_title_is_close_but_not_equal(gold: Path) -> None:
    short = Position(text="Bí thư Huyện ủy", span=Span(0, 15), role="Bí thư")
    scores = scored(gold, lambda r: r["people"][0].update(positions=[short]))
    assert (scores["titles"], scores["titles~"]) == (0.0, 1.0)


def test_title_differing_in_case_is_equal(gold: Path) -> None:
    loud = Position(text="BÍ THƯ HUYỆN ỦY TÂN LẬP", span=Span(0, 15), role="Bí thư")
    assert scored(gold, lambda r: r["people"][0].update(positions=[loud]))["titles"] == 1.0


def test_shorter_date_overlaps_with_the_right_day(gold: Path) -> None:
    scores = scored(gold, lambda r: r["dates"][0].update(text="11/3/2022", span=Span(5, 14)))
    assert (scores["dates"], scores["dates~"], scores["dates="]) == (0.0, 1.0, 1.0)


def test_wrong_day_overlaps_without_the_right_day(gold: Path) -> None:
    scores = scored(gold, lambda r: r["dates"][0].update(end="2022-03-12"))
    assert (scores["dates"], scores["dates="]) == (1.0, 0.0)
    assert scores.differences["dates="][0].kind == "wrong"


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"value": 30_510_000_000}, True),  # within one in a thousand
        ({"value": 30_600_000_000}, False),
        ({"value_to": 1}, False),
        ({"of": 1}, False),
        ({"unit": "VNĐ"}, True),
        ({"unit": "đồng/m2"}, False),
        ({"unit": "%"}, False),
        ({"unit": None}, False),
        ({"unit": "đồng Việt Nam"}, True),  # one unit is the other's beginning
    ],
)
def test_figure_is_right_by_value_and_unit(gold: Path, change: dict[str, Any], right: bool) -> None:
    scores = scored(gold, lambda r: r["figures"][0].update(change))
    assert scores.layers["figures="].right == 1 + right


def test_bound_and_measure_are_asked_of_right_figures_only(gold: Path) -> None:
    scores = scored(gold, lambda r: (r["figures"][0].update(value=1), r["figures"][1].update(bound="over")))
    assert scores.accuracies["bound"] == Accuracy(0.0, 1)
    assert scores.accuracies["measure"] == Accuracy(0.0, 0)


def test_measure_counts_shared_words(gold: Path) -> None:
    measure = {"text": "thu", "span": Span(95, 98)}
    scores = scored(gold, lambda r: r["figures"][0].update(measure=measure))
    assert scores["measure"] == pytest.approx(2 / 3)


def test_document_is_right_by_number(gold: Path) -> None:
    assert scored(gold, lambda r: r["documents"][0].update(number="9"))["documents"] == 0.0


def test_one_found_item_is_paired_once(gold: Path) -> None:
    both = {"text": "", "span": Span(99, 134), "value": 17, "unit": "công trình"}
    scores = scored(gold, lambda r: r.update(figures=[both]))
    assert scores.layers["figures~"] == Layer(right=1, gold=2, found=1)


def test_report_without_a_meeting_misses_day_and_form(gold: Path) -> None:
    scores = scored(gold, lambda r: r.update(meeting=None))
    assert (scores["meeting_day"], scores["meeting_form"], scores["chairs"]) == (0.0, 0.0, 0.0)


def test_evaluate_parses_the_article_with_its_day(gold: Path) -> None:
    days = []

    def dates(document: Document, found: object) -> tuple[DateExpression, ...]:
        days.append(str(document.published))
        return ()

    scores = evaluation.evaluate([gold], Pipeline({"dates": dates}, tagger=None))
    assert (days, scores.articles) == (["2022-03-11"], 1)


def test_annotated_words_stand_where_an_offset_says(gold: Path) -> None:
    data = {**GOLD, "people": [{**GOLD["people"][0], "mentions": [{"text": "An", "offset": 27}]}]}
    gold.write_text(json.dumps(data), encoding="utf-8")
    assert evaluation.load(gold).gold.people[0].mentions == ((27, 29),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"dates": [{"text": "thứ Năm"}]}, "'thứ Năm' is not in the text"),
        ({"people": [{"name": "An"}]}, "no annotation in the form"),
        ({"figures": None}, "no annotation in the form"),
    ],
)
def test_annotation_that_does_not_fit_is_refused(gold: Path, change: dict[str, Any], says: str) -> None:
    gold.write_text(json.dumps({**GOLD, **change}), encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        evaluation.load(gold)


def test_floors_name_what_falls_short() -> None:
    scores = Scores(layers={"dates": Layer(right=1, gold=2, found=2)})
    assert scores.below({"dates": 0.5}) == []
    assert scores.below({"dates": 0.51}) == ["dates 0.500 < 0.510"]


def test_floor_of_an_unknown_layer_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such layer: date"):
        Scores().below({"date": 0.5})


@pytest.mark.parametrize(
    "content", ["[floors", "x = 1", "floors = 1", '[floors]\ndates = "much"', "[floors]\ndates = []"]
)
def test_floors_that_are_none_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content)
    with pytest.raises(ValueError, match=r"floors\.toml"):
        evaluation.load_floors(path)


def test_every_layer_misses_as_many_as_it_lists(gold: Path) -> None:
    def change(record: dict[str, Any]) -> None:
        record["people"][0].update(name="Văn An", positions=[Position(text="Bí thư", span=Span(0, 6), role="Bí thư")])
        record["dates"][0].update(end="2022-03-12", span=Span(5, 14))
        record["figures"] = [record["figures"][0], {**record["figures"][1], "span": Span(0, 4)}]
        record["documents"] = []

    scores = scored(gold, change)
    for name, layer in scores.layers.items():
        misses = scores.misses(name)
        assert misses.missed + misses.wrong == layer.gold - layer.right, name
        assert misses.spurious + misses.wrong == layer.found - layer.right, name
    assert scores.misses("dates=") == Misses(0, 0, 1)
    assert scores.misses("figures=") == Misses(1, 1, 0)


def test_a_difference_tells_its_place_and_what_stands_around(gold: Path) -> None:
    (difference,) = scored(gold, lambda r: r["people"][0]["mentions"].pop()).differences["mentions"]
    assert (difference.kind, difference.what, difference.start) == ("missed", "An", TEXT.index("An cho"))
    assert "hội nghị. Ông [An] cho biết huyện" in difference.context


def test_a_wrong_meaning_says_in_what_it_differs(gold: Path) -> None:
    (difference,) = scored(gold, lambda r: r["dates"][0].update(end="2022-03-12")).differences["dates="]
    assert difference.what == 'Sáng 11/3/2022: end "2022-03-11", got "2022-03-12"'


def test_a_title_missed_stands_at_the_name(gold: Path) -> None:
    (difference,) = scored(gold, lambda r: r["people"][0].pop("positions")).differences["titles"]
    assert (difference.what, difference.start) == ("lê văn an: bí thư huyện ủy tân lập", TEXT.index("Lê Văn An"))


def test_only_the_layers_that_an_annotation_answers_are_scored(tmp_path: Path) -> None:
    scores = scored(write(tmp_path, layers=["mentions"]), lambda r: r.clear())
    assert scores.layers["mentions"] == Layer(right=0, gold=2, found=0)
    assert {name for name, layer in scores.layers.items() if layer.gold} == {"mentions"}
    assert {name for name, found in scores.differences.items() if found} == {"mentions"}


def test_another_annotation_is_compared_like_a_record(gold: Path, tmp_path: Path) -> None:
    other = evaluation.load(write(tmp_path / "other", documents=[]))
    scores = Scores()
    evaluation.add(scores, evaluation.load(gold), other)
    assert scores.layers["documents"] == Layer(right=0, gold=1, found=0)
    assert {name for name in evaluation.LAYERS if scores[name] < 1} == {"documents"}
