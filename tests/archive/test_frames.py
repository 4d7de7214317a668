"""Data frames: what the tables hold, in the types of pandas and polars."""

import datetime as dt
from decimal import Decimal

import pytest

pytest.importorskip("pyarrow")

from vnreport.archive import TABLE_SCHEMAS, record_batch, to_frames
from vnreport.records import DateExpression, Figure, Mention, Person, Report, Span

SPAN = Span(0, 4)


def _report(id: str) -> Report:
    return Report(
        id=id,
        published=dt.date(2021, 3, 2),
        people=(Person(id="p1", name="Lê Văn Sáng", mentions=(Mention(text="Sáng", span=SPAN),)),),
        dates=(DateExpression(text="x", span=SPAN, kind="date", start=dt.date(2021, 3, 2)),),
        figures=(
            Figure(text="x", span=SPAN, value=Decimal("30539000000.1"), period=0),
            Figure(text="x", span=SPAN, value=Decimal("0.2")),
        ),
    )


@pytest.fixture(params=["pandas", "polars"])
def library(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param)
    return request.param


def test_every_table_is_a_frame_of_the_library(library: str) -> None:
    frames = to_frames([_report("a")], library)
    assert list(frames) == list(TABLE_SCHEMAS)
    assert {type(frame).__module__.partition(".")[0] for frame in frames.values()} == {library}
    for name, frame in frames.items():
        assert list(frame.columns) == TABLE_SCHEMAS[name].names


def test_nothing_gives_empty_frames_with_their_columns(library: str) -> None:
    frames = to_frames([], library)
    assert {len(frame) for frame in frames.values()} == {0}
    assert list(frames["people"].columns) == TABLE_SCHEMAS["people"].names


def test_reports_and_batches_mix_and_keep_their_order(library: str) -> None:
    items = [_report("a"), record_batch([_report("b"), _report("c")]), _report("d"), _report("e")]
    frames = to_frames(iter(items), library)
    assert list(frames["articles"]["article_id"]) == list("abcde")
    assert list(frames["figures"]["article_id"]) == list("aabbccddee")


def test_more_reports_than_a_batch_holds_are_all_there(library: str) -> None:
    ids = [str(i) for i in range(1100)]
    assert list(to_frames(map(_report, ids), library)["articles"]["article_id"]) == ids


def test_numbers_stay_exact_and_days_stay_days(library: str) -> None:
    frames = to_frames([_report("a")], library)
    assert sum(frames["figures"]["value"]) == Decimal("30539000000.3")
    assert list(frames["dates"]["start"]) == [dt.date(2021, 3, 2)]


def test_a_missing_integer_makes_no_floats(library: str) -> None:
    period = to_frames([_report("a")], library)["figures"]["period"]
    assert "int64" in str(period.dtype).lower()
    assert period[0] == 0


def test_an_unknown_library_is_refused() -> None:
    with pytest.raises(ValueError, match="no such library: dask; libraries are pandas, polars"):
        to_frames([], "dask")
