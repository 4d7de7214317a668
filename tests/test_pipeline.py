"""The pipeline: what goes in, what is refused, what holds for long and for odd texts. Laws: test_laws.py."""

import datetime as dt
import itertools
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from laws import assert_spans_hold, spans_of
from vnreport import Mention, Pipeline, Report, parse, parse_many
from vnreport.document import Document, Found
from vnreport.pipeline import ORDER
from vnreport.records import DateExpression, Span

NEWS = (
    "Phường Tân Lập sơ kết quý I\n\nNgày 11/3/2022, bà Trần Thị Mỹ Duyên, Bí thư Đảng ủy phường Tân Lập, chủ trì "
    "hội nghị trực tuyến sơ kết công tác. Thu ngân sách đạt 3,5 tỷ đồng, có 17 công trình theo Nghị quyết số 09."
    "\n\nThu Hà"
)
GOLD = sorted((Path(__file__).parent / "gold").glob("*.txt"))
GRAMMAR_ONLY = Pipeline(tagger=None)


# What goes in


def test_empty_text_gives_an_empty_record() -> None:
    assert parse("") == Report()


def test_id_is_handed_through() -> None:
    assert parse(NEWS, id="a-1").id == "a-1"


@pytest.mark.parametrize(
    "published",
    [
        dt.date(2022, 3, 11),
        dt.datetime(2022, 3, 11, 8, 30),
        "2022-03-11",
        "2022-03-11T08:30:00+07:00",
        "Thứ sáu, 11/03/2022 | 08:30 GMT+7",
        "11/03/2022",
        "Fri, 11 Mar 2022 08:30:00 +0700",
    ],
    ids=str,
)
def test_published_is_a_day_or_a_stamp(published: dt.date | str) -> None:
    day = parse(NEWS, published=published).published
    assert day == dt.date(2022, 3, 11)
    assert type(day) is dt.date


@pytest.mark.parametrize("published", ["2022-02-30", "31/02/2022", "hôm nào đó", "", " ", "???", "\ud800"])
def test_published_that_no_calendar_knows_is_a_value_error(published: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(NEWS, published=published)


@pytest.mark.parametrize("published", [20220311, 1.5, b"2022-03-11", dt.time(8), ["2022-03-11"]])
def test_published_that_is_no_day_is_a_type_error(published: object) -> None:
    with pytest.raises(TypeError, match=r"published|day|date"):
        parse(NEWS, published=published)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, b"abc", 5, ["a"]])
def test_what_is_no_text_is_a_type_error(text: object) -> None:
    with pytest.raises(TypeError, match=f"text must be str, not {type(text).__name__}"):
        parse(text)  # type: ignore[arg-type]


def test_id_that_is_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="id must be str, not int"):
        parse(NEWS, id=5)  # type: ignore[arg-type]


# Stages chosen, left out, replaced


def test_stages_left_out_find_nothing() -> None:
    report = Pipeline(["dates"], tagger=None).parse(NEWS)
    assert report.dates
    assert (report.people, report.figures, report.documents, report.meeting) == ((), (), (), None)


@pytest.mark.parametrize("stage", ORDER)
def test_stage_set_to_none_is_left_out_and_the_others_run(stage: str) -> None:
    report = Pipeline({stage: None}, tagger=None).parse(NEWS)
    found = {
        "dates": report.dates,
        "documents": report.documents,
        "figures": report.figures,
        "people": report.people,
        "meeting": report.meeting,
    }
    assert not found.pop(stage)
    # A meeting is read from the words of the text, with or without people and dates; the others likewise.
    assert all(found.values())


def test_stage_can_be_replaced() -> None:
    def whole(document: Document, found: Found) -> tuple[DateExpression, ...]:
        mention = document.mention(0, 6)
        return (DateExpression(text=mention.text, span=mention.span, kind="set"),)

    report = Pipeline({"dates": whole}, tagger=None).parse(NEWS)
    assert [date.text for date in report.dates] == ["Phường"]
    assert report.figures


def test_replaced_stage_sees_what_the_stages_before_it_found() -> None:
    seen = []

    def figures(document: Document, found: Found) -> tuple[()]:
        seen.append((bool(found.dates), bool(found.documents), bool(found.people)))
        return ()

    Pipeline({"figures": figures}, tagger=None).parse(NEWS)
    assert seen == [(True, True, False)]


def test_unknown_stage_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="no such stage: persons; stages are dates, documents"):
        Pipeline(["dates", "persons"])


def test_unknown_tagger_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="klingon"):
        Pipeline(tagger="klingon")


def test_text_over_the_limit_is_refused_and_the_limit_named() -> None:
    with pytest.raises(ValueError, match=r"too long: 101 characters, over the limit of 100 \(max_chars of Pipeline"):
        Pipeline(max_chars=100).parse("a" * 101)


def test_text_as_long_as_the_limit_is_read() -> None:
    assert Pipeline(tagger=None, max_chars=len(NEWS)).parse(NEWS) == GRAMMAR_ONLY.parse(NEWS)


def test_limit_below_nothing_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="max_chars must be 0 or more, not -1"):
        Pipeline(max_chars=-1)


def test_own_tagger_is_asked_sentence_by_sentence() -> None:
    asked: list[str] = []

    def tagger(sentence: str) -> list[tuple[int, int]]:
        asked.append(sentence)
        return []

    Pipeline(tagger=tagger).parse(NEWS)
    assert all(sentence in NEWS for sentence in asked)


def test_pipeline_keeps_nothing_between_articles() -> None:
    fresh = Pipeline(tagger=None).parse(NEWS)
    used = Pipeline(tagger=None)
    used.parse("Ngày 1/1/2001, ông Lê Văn Bình, Chủ tịch UBND xã, họp. Năm ngoái, ông Bình vắng.")
    assert used.parse(NEWS) == fresh


def test_pipeline_pickles() -> None:
    assert pickle.loads(pickle.dumps(Pipeline(tagger=None))).parse(NEWS) == GRAMMAR_ONLY.parse(NEWS)


# Many articles


@pytest.mark.parametrize("workers", [1, 2])
def test_many_come_in_their_order(workers: int) -> None:
    articles = [{"id": f"a{i}", "text": f"Ngày {i % 28 + 1}/3/2022, xã họp."} for i in range(50)]
    reports = list(parse_many(articles, workers, pipeline=GRAMMAR_ONLY))
    assert [report.id for report in reports] == [article["id"] for article in articles]
    assert reports == [GRAMMAR_ONLY.parse(article["text"], id=article["id"]) for article in articles]


@pytest.mark.parametrize("workers", [1, 2])
def test_many_remember_their_articles(workers: int) -> None:
    reports = parse_many([NEWS, {"text": "Xã họp."}], workers, pipeline=GRAMMAR_ONLY)
    assert [report.source for report in reports] == [NEWS, "Xã họp."]


def test_many_take_texts_and_mappings() -> None:
    plain, given = parse_many(
        [NEWS, {"text": NEWS, "published": "2022-03-12", "section": "news"}], pipeline=GRAMMAR_ONLY
    )
    assert plain == GRAMMAR_ONLY.parse(NEWS)
    assert given == GRAMMAR_ONLY.parse(NEWS, published="2022-03-12")


@pytest.mark.parametrize("workers", [1, 2])
def test_many_are_a_stream(workers: int) -> None:
    taken = 0

    def articles() -> Iterator[str]:
        nonlocal taken
        for _ in itertools.count():
            taken += 1
            yield "Xã họp."

    stream = parse_many(articles(), workers, pipeline=GRAMMAR_ONLY)
    assert len(list(itertools.islice(stream, 3))) == 3
    stream.close()  # type: ignore[attr-defined]
    assert taken < 1000


@pytest.mark.parametrize("workers", [1, 2])
def test_article_that_cannot_be_parsed_raises_at_its_turn(workers: int) -> None:
    stream = parse_many([NEWS, {"body": NEWS}], workers, pipeline=GRAMMAR_ONLY)
    with pytest.raises(ValueError, match="an article needs a text; this one has body"):
        list(stream)


@pytest.mark.parametrize("workers", [0, -1])
def test_no_workers_is_a_value_error_at_once(workers: int) -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        parse_many([], workers)


# Laws


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_hold_on_the_articles(path: Path, form: Any) -> None:
    import unicodedata

    text = unicodedata.normalize(form, path.read_text("utf-8")).replace("\n", "\r\n" if form == "NFD" else "\n")
    report = parse(text)
    assert list(spans_of(report.to_dict()))
    assert_spans_hold(text, report)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_spelling_accidents_change_no_finding(path: Path) -> None:
    text = path.read_text("utf-8")
    broken = text.replace(" ", "\u00a0 ").replace("\n", "\r\n")
    plain, other = (GRAMMAR_ONLY.parse(t, published="2022-03-11") for t in (text, broken))
    assert [person.name.split() for person in other.people] == [person.name.split() for person in plain.people]
    assert [(date.kind, date.start, date.end) for date in other.dates] == [
        (date.kind, date.start, date.end) for date in plain.dates
    ]
    assert [(figure.value, figure.unit_kind) for figure in other.figures] == [
        (figure.value, figure.unit_kind) for figure in plain.figures
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "1.",
        "Nguyễn ",
        "11/3/2022 ",
        "ông ",
        ", ",
        "(",
        "\n",
        "Nghị quyết số ",
        "tỷ ",
        "- ",
        "“",
        "\x00",
        "hai ",
    ],
)
def test_long_text_of_one_thing_is_read_in_time_by_its_length(unit: str) -> None:
    # A step that grew with the square of the length would take minutes.
    text = unit * (200_000 // len(unit))
    assert_spans_hold(text, GRAMMAR_ONLY.parse(text))


def test_mention_is_a_record_of_its_own() -> None:
    title = parse(NEWS).title
    assert title == Mention(text="Phường Tân Lập sơ kết quý I", span=Span(0, 27))


def test_digits_and_strokes_before_a_figure_are_read_at_once() -> None:
    # A repetition within a repetition once took minutes to see that such a run is more than a date.
    assert GRAMMAR_ONLY.parse("15/20201.1.1.1/999999999999-30.6/14-15/2020/NĐ-CP họp: 19/22 công trình").figures
