"""What the fuzzer runs, without it: every target takes its seeds, and finds a bug wherever one is planted."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("fastwarc")

import phrases
import targets
from vnreport import Pipeline, dates, figures, legal, meeting, people
from vnreport.archive import extract, readers
from vnreport.records import Span
from vnreport.text.decode import Decoded

STAGES: dict[str, Callable[..., tuple[Any, ...]]] = {
    "dates": dates.find,
    "documents": legal.find,
    "figures": figures.find,
    "people": people.find,
    "meeting": meeting.find,
}
FORMATS = ["csv", "html", "jsonl", "parquet", "txt", "warc"]


def found(target: str) -> list[Exception]:
    """What the target raises on its seeds."""
    faults = []
    for seed in targets.seeds(target):
        try:
            targets.TARGETS[target](seed)
        except Exception as error:
            faults.append(error)
    return faults


@pytest.mark.parametrize("target", sorted(targets.TARGETS))
def test_target_takes_its_seeds(target: str) -> None:
    assert list(targets.seeds(target))
    assert found(target) == []


@pytest.mark.parametrize("target", sorted(targets.TARGETS))
def test_target_takes_nothing_and_little(target: str) -> None:
    for data in (b"", b"\0", b"\xff", b"\0\0\0\0", bytes(range(256))):
        targets.TARGETS[target](data)


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_span_beside_its_words_is_found(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(document: Any, before: Any) -> tuple[Any, ...]:
        items = list(STAGES[stage](document, before))
        if items and stage == "people":
            name = items[0].mentions[0]
            items[0] = msgspec.structs.replace(items[0], mentions=(_moved(name), *items[0].mentions[1:]))
        elif items and stage == "meeting":
            items[0] = msgspec.structs.replace(items[0], kind=_moved(items[0].kind))
        elif items:
            items[0] = _moved(items[0])
        return tuple(items)

    monkeypatch.setattr(targets, "PIPELINE", Pipeline({stage: moved}, tagger=None))
    assert any(isinstance(fault, AssertionError) for fault in found("parse"))


def _moved(item: Any) -> Any:
    return msgspec.structs.replace(item, span=Span(item.span.start + 1, item.span.end + 1))


@pytest.mark.parametrize("format", FORMATS)
def test_reader_that_trips_is_found(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = readers._READERS[format]

    def tripping(*given: Any) -> Iterator[Any]:
        yield from whole(*given)
        raise KeyError("text")

    monkeypatch.setitem(readers._READERS, format, tripping)  # type: ignore[arg-type]
    assert found(format)
    assert found("packed")


def test_article_over_the_limit_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    strict = {encoding: replace(chosen, max_chars=50) for encoding, chosen in targets.SETTINGS.items()}
    monkeypatch.setattr(targets, "SETTINGS", strict)
    assert found("txt") == []
    monkeypatch.setattr(targets, "extract", lambda item, limit: extract.extract(item, 1000 * limit))
    assert found("txt")


@pytest.mark.parametrize(
    ("target", "name", "wrong"),
    [
        ("parse_number", "parse_number", lambda text: len(text)),
        ("parse_stamp", "parse_stamp", lambda text: None),
        ("decode", "decode", lambda data, encoding=None: Decoded(str(len(data)), "utf-8")),
    ],
)
def test_wrong_answer_is_found(
    target: str, name: str, wrong: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets, name, wrong)
    assert found(target)


@pytest.fixture(scope="module")
def made() -> phrases.Phrases:
    return phrases.Phrases(targets.pieces())


def test_phrases_are_made_of_rules_and_lists_that_exist(made: phrases.Phrases) -> None:
    for rule in phrases.GRAMMAR:
        for seed in range(40):
            assert "{" not in made.made(rule, random.Random(seed))


def test_articles_made_anew_tell_of_meetings_with_people_in_every_role(made: phrases.Phrases) -> None:
    meetings = [
        meeting
        for seed in range(60)
        if (meeting := targets.PIPELINE.parse(made.report(random.Random(seed))).meeting) is not None
    ]
    for field in ("title", "start", "form", "host", "venues", "chairs", "speakers", "attendees"):
        assert any(getattr(meeting, field) for meeting in meetings), field


def test_word_is_exchanged_for_another_of_its_list(made: phrases.Phrases) -> None:
    text = "Sáng 11/3, ông Trần Văn An chủ trì hội nghị."
    assert len({made.another(text, random.Random(seed)) for seed in range(20)}) > 10


@pytest.mark.parametrize(
    "words",
    ["dưới sự chủ trì của ", " điểm cầu gồm", "Phát biểu", " trực tuyến", "phối hợp với "],
)
def test_phrases_that_the_meeting_stage_looks_for_are_made(words: str, made: phrases.Phrases) -> None:
    assert any(words in made.report(random.Random(seed)) for seed in range(400))
