"""The laws: what goes out to a format and comes back is what it was, as far as the format carries it."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import vnreport
from annotation.articles import marked, reports
from strategies import TEXTS
from vnreport import annotation, evaluation
from vnreport.annotation import Markup, brat, conll2002, label_studio
from vnreport.evaluation import Article
from vnreport.evaluation.gold import Facts, facts
from vnreport.records import Report

ROOT = Path(__file__).parents[2]
DEVELOPMENT = ROOT.parent / "shared" / "gold" / "dev"
GOLD = [*evaluation.paths(ROOT / "tests" / "gold"), *sorted(DEVELOPMENT.glob("*.json"))]
HERE = len(GOLD) - len(list(DEVELOPMENT.glob("*.json")))


def through(markup: Markup, format: str) -> Markup:
    """The markup as it comes back from a format."""
    if format == "label-studio":
        return label_studio.read(json.loads(json.dumps(label_studio.task(markup))), predictions=True)
    if format == "brat":
        return brat.read(brat.written(markup), markup.id, markup.text, markup.published, markup.layers)
    return conll2002.read(conll2002.written(markup), markup.id, markup.text, markup.published)


def loaded(markup: Markup, folder: Path) -> Article:
    """The gold form of a markup, written to files and read back."""
    for name, data in annotation.files([markup], "gold").items():
        (folder / name).write_bytes(data)
    return evaluation.load(next(folder.glob("*.json")))


def carried(facts: Facts, text: str) -> dict[str, Any]:
    """What the gold form holds, in an order that depends on nothing."""
    meeting = facts.meeting
    kind = meeting and (meeting["kind"] if isinstance(meeting["kind"], str) else meeting["kind"]["text"])
    return {
        "people": sorted((p.name, sorted(set(p.titles)), sorted(p.mentions)) for p in facts.people),
        "bylines": {text[start:end] for start, end in facts.bylines},
        "dates": _items(facts.dates, "kind", "start", "end"),
        "figures": _items(facts.figures, "value", "value_to", "of", "unit", "bound", "measure"),
        "documents": _items(facts.documents, "number"),
        "meeting": meeting
        and (
            kind,
            meeting["start"],
            meeting["end"],
            meeting["form"],
            sorted(meeting["chairs"]),
            sorted(meeting["speakers"]),
        ),
    }


def _items(items: Any, *keys: str) -> list[str]:
    return sorted(str((item.span, item.text, [(key, _plain(item.fields[key])) for key in keys])) for item in items)


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, int | float) else value


BOTH = pytest.mark.parametrize("format", ["label-studio", "brat"])


@BOTH
@given(reports())
def test_any_record_comes_back_as_the_facts_it_states(
    tmp_path_factory: pytest.TempPathFactory, format: str, report: Report
) -> None:
    markup = through(annotation.of_report(report), format)
    text = markup.text
    if any("\ud800" <= char <= "\udfff" for char in text):
        with pytest.raises(annotation.AnnotationError, match="lone surrogates"):
            annotation.files([markup], "gold")
        return
    article = loaded(markup, tmp_path_factory.mktemp("gold"))
    assert article.text == text
    assert article.published == (str(report.published) if report.published else None)
    assert carried(article.gold, text) == carried(facts(report), text)


@BOTH
@given(reports())
def test_any_markup_comes_back_whole(format: str, report: Report) -> None:
    markup = annotation.of_report(report)
    back = through(markup, format)
    assert (back.regions, set(back.relations)) == (markup.regions, set(markup.relations))


@BOTH
@given(TEXTS)
def test_what_the_parser_finds_comes_back_whole(format: str, text: str) -> None:
    markup = annotation.of_report(vnreport.parse(text, published="2022-03-11", id="a"))
    back = through(markup, format)
    assert (back.text, back.regions, set(back.relations)) == (text, markup.regions, set(markup.relations))


@given(reports())
def test_spans_that_do_not_overlap_come_back_from_conll(report: Report) -> None:
    markup = annotation.of_report(report)
    back = through(markup, "conll2002")
    for label in conll2002.TAGS.values():
        mine, theirs = (sorted((r.start, r.end) for r in m.regions if r.label == label) for m in (markup, back))
        assert set(theirs) <= set(mine)
        if all(end <= start for (_, end), (start, _) in pairwise(mine)):
            assert theirs == mine


@given(TEXTS)
def test_mentions_dates_and_figures_that_the_parser_finds_come_back_from_conll(text: str) -> None:
    markup = annotation.of_report(vnreport.parse(text, published="2022-03-11", id="a"))
    back = through(markup, "conll2002")
    for label in ("Person", "Date", "Figure"):
        mine, theirs = (sorted((r.start, r.end) for r in m.regions if r.label == label) for m in (markup, back))
        assert mine == theirs


@BOTH
def test_a_text_that_is_hard_on_offsets_comes_back(format: str) -> None:
    markup = marked()
    back = through(markup, format)
    assert (back.text, back.regions, set(back.relations)) == (markup.text, markup.regions, set(markup.relations))


def test_a_text_that_is_hard_on_offsets_comes_back_from_conll() -> None:
    markup = marked()
    back = through(markup, "conll2002")
    kept = {"Person", "Date", "Figure", "Document", "Byline"}
    assert {(r.label, r.start, r.end) for r in back.regions} == {
        (r.label, r.start, r.end) for r in markup.regions if r.label in kept
    }


@pytest.mark.parametrize("format", ["label-studio", "brat", "gold"])
@pytest.mark.parametrize("path", GOLD[:HERE], ids=lambda path: path.stem)
def test_gold_comes_back_the_same(path: Path, format: str, tmp_path: Path) -> None:
    _comes_back(path, format, tmp_path)


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="needs ../shared/gold/dev")
@pytest.mark.parametrize("format", ["label-studio", "brat", "gold"])
def test_development_articles_come_back_the_same(format: str, tmp_path: Path) -> None:
    for path in GOLD[HERE:]:
        folder = tmp_path / path.stem
        folder.mkdir()
        _comes_back(path, format, folder)


def _comes_back(path: Path, format: str, folder: Path) -> None:
    markup = annotation.of_gold(path)
    back = markup if format == "gold" else through(markup, format)
    before, after = evaluation.load(path), loaded(back, folder)
    assert (after.id, after.text, after.published) == (before.id, before.text, before.published)
    assert carried(after.gold, after.text) == carried(before.gold, before.text)
    old, new = (json.loads(each.read_bytes()) for each in (path, next(folder.glob("*.json"))))
    assert {p["name"]: (p["honorific"], p["titles"]) for p in new["people"]} == {
        p["name"]: (p["honorific"], p["titles"]) for p in old["people"]
    }
    assert [(d["text"], d["time"]) for d in new["dates"]] == [(d["text"], d["time"]) for d in old["dates"]]
    assert [(d["text"], d["type"]) for d in new["documents"]] == [(d["text"], d["type"]) for d in old["documents"]]


@pytest.mark.parametrize("path", GOLD[:HERE], ids=lambda path: path.stem)
def test_gold_from_conll_scores_its_own_spans_as_right(path: Path, tmp_path: Path) -> None:
    article = loaded(through(annotation.of_gold(path), "conll2002"), tmp_path)
    scores = evaluation.Scores()
    evaluation.add(scores, article, evaluation.load(path))
    assert {name: scores[name] for name in conll2002.LAYERS} == dict.fromkeys(conll2002.LAYERS, 1.0)
    assert not any(scores.layers[name].gold for name in set(evaluation.LAYERS) - set(conll2002.LAYERS))
