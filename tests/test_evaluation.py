"""Scores: what counts as right, layer by layer, on an article made for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from vnreport import evaluation
from vnreport.cli import app
from vnreport.document import Document
from vnreport.evaluation import Accuracy, Layer, Scores
from vnreport.pipeline import Pipeline
from vnreport.records import DateExpression, Position, Report, Span

TEXT = (
    "Sáng 11/3/2022, ông Lê Văn An, Bí thư Huyện ủy Tân Lập, chủ trì hội nghị. Ông An cho biết huyện thu 30,5 tỷ đồng, "
    "khoảng 17 công trình theo Nghị quyết số 09.\nThu Hà"
)
GOLD: dict[str, Any] = {
    "id": "a1",
    "published": "2022-03-11",
    "people": [
        {
            "name": "Lê Văn An",
            "honorific": "ông",
            "titles": ["Bí thư Huyện ủy Tân Lập"],
            "mentions": ["Lê Văn An", "An"],
        }
    ],
    "bylines": ["Thu Hà"],
    "dates": [
        {"text": "Sáng 11/3/2022", "kind": "date", "start": "2022-03-11", "end": "2022-03-11", "time": None}
    ],
    "figures": [
        {
            "text": "30,5 tỷ đồng", "value": 30.5e9, "value_to": None, "unit": "đồng",
            "bound": "exact", "measure": "huyện thu",
        },
        {
            "text": "17 công trình", "value": 17, "value_to": None, "unit": "công trình",
            "bound": "approx", "measure": None,
        },
    ],
    "documents": [{"text": "Nghị quyết số 09", "type": "Nghị quyết", "number": "09"}],
    "meeting": {
        "kind": "hội nghị", "start": "2022-03-11", "end": "2022-03-11", "form": "in_person",
        "chairs": ["Lê Văn An"], "speakers": ["Lê Văn An"],
    },
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "a1.json"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    return path


def perfect() -> dict[str, Any]:
    """The record that the annotation asks for."""

    def at(words: str, start: int = 0) -> dict[str, Any]:
        begin = TEXT.index(words, start)
        return {"text": words, "span": Span(begin, begin + len(words))}

    title = "Bí thư Huyện ủy Tân Lập"
    return {
        "people": [
            {
                "id": "p1",
                "name": "Lê Văn An",
                "positions": [Position(**at(title), role="Bí thư")],
                "mentions": [at("Lê Văn An"), at("An", TEXT.index("Ông An"))],
            }
        ],
        "dates": [{**at("Sáng 11/3/2022"), "kind": "date", "start": "2022-03-11", "end": "2022-03-11"}],
        "figures": [
            {**at("30,5 tỷ đồng"), "value": 30_500_000_000, "unit": "đồng", "measure": at("huyện thu")},
            {**at("17 công trình"), "value": 17, "unit": "công trình", "bound": "approx"},
        ],
        "documents": [{**at("Nghị quyết số 09"), "type": "Nghị quyết", "number": "09"}],
        "meeting": {
            "kind": at("hội nghị"),
            "start": "2022-03-11",
            "end": "2022-03-11",
            "form": "in_person",
            "chairs": ["Lê Văn An"],
            "speakers": ["Lê Văn An"],
        },
    }


def plain(value: Any) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Position):
        return {"text": value.text, "span": plain(value.span), "role": value.role}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def scored(gold: Path, change: Callable[[dict[str, Any]], object] = lambda record: None) -> Scores:
    record = perfect()
    change(record)
    scores = Scores()
    evaluation.add(scores, evaluation.load(gold), Report.from_json(json.dumps(plain(record))))
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
    assert [d.what.split(":")[1] for d in scores.differences["figures"]] == ["30,5 tỷ đồng", "17 công trình"]
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


def test_command_prints_every_layer(gold: Path) -> None:
    shown = CliRunner().invoke(app, ["scores", str(gold.parent)]).stdout
    assert [line.split()[0] for line in shown.splitlines()[1:]] == [*evaluation.LAYERS, *evaluation.ACCURACIES]


def test_command_prints_json(gold: Path) -> None:
    shown = json.loads(CliRunner().invoke(app, ["scores", str(gold.parent), "--json"]).stdout)
    assert shown["dates"]["gold"] == 1


def test_command_lists_misses_of_a_layer(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.evaluation.default_pipeline", lambda: Pipeline([], tagger=None))
    shown = CliRunner().invoke(app, ["scores", str(gold.parent), "--errors", "dates"]).stdout
    assert shown == "a1 missed 0:Sáng 11/3/2022\n"


def test_command_fails_below_a_floor(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreport.evaluation.default_pipeline", lambda: Pipeline([], tagger=None))
    floors = tmp_path / "floors.toml"
    floors.write_text("[floors]\ndates = 0.5\n")
    result = CliRunner().invoke(app, ["scores", str(gold.parent), "--min", str(floors)])
    assert (result.exit_code, result.stderr) == (1, "falls short: dates 0.000 < 0.500\n")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["{gold}/none"], "no annotated article"),
        (["{gold}", "--min", "{gold}/none.toml"], "none.toml: cannot read: no such file or directory"),
        (["{gold}", "--errors", "dat"], "no layer is called dat"),
    ],
)
def test_command_refuses_bad_input_with_one_line(gold: Path, args: list[str], says: str) -> None:
    result = CliRunner().invoke(app, ["scores", *(arg.format(gold=gold.parent) for arg in args)])
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
