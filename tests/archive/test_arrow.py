"""The Arrow kernel: the schema follows the records, a row an article whatever it holds, and the tidy tables."""

import datetime as dt
import json
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")

from vnreport.archive.arrow import (  # noqa: E402
    ARTICLE_SCHEMA,
    RECORD_SCHEMA,
    TABLE_SCHEMAS,
    Failure,
    parse_batches,
    record_batch,
    tables,
)
from vnreport.records import (  # noqa: E402
    DateExpression,
    Figure,
    LegalDocument,
    Meeting,
    Mention,
    Person,
    Position,
    Report,
    Span,
)


def _mention(text: str, start: int = 0) -> Mention:
    return Mention(text=text, span=Span(start, start + len(text)))


def _full(id: str = "a") -> Report:
    span = Span(3, 9)
    return Report(
        id=id,
        title=_mention("Xã Tân Lập họp"),
        outlet=_mention("Báo Tân Lập", 20),
        published=dt.date(2021, 3, 2),
        bylines=(_mention("Hải Yến", 90), _mention("TTX", 99)),
        people=(
            Person(
                id="p1",
                name="Lê Văn Sáng",
                honorific="ông",
                positions=(
                    Position(text="nguyên Bí thư", span=span, role="Bí thư", former=True),
                    Position(text="Đại tá", span=span, role="Đại tá", kind="rank", organization="Quân khu"),
                ),
                mentions=(_mention("Lê Văn Sáng", 4), _mention("Sáng", 40)),
            ),
            Person(id="p2", name="Đỗ Thị Mận", mentions=(_mention("Đỗ Thị Mận", 60),)),
        ),
        dates=(
            DateExpression(
                text="14h30 ngày 2/3",
                span=span,
                kind="date",
                start=dt.date(2021, 3, 2),
                end=dt.date(2021, 3, 2),
                time=dt.time(14, 30),
                value="2021-03-02",
                anchor="published",
            ),
        ),
        figures=(
            Figure(text="19/22 chỉ tiêu", span=span, value=Decimal(19), of=Decimal(22), unit="chỉ tiêu"),
            Figure(
                text="5 - 7,5%",
                span=span,
                value=Decimal(5),
                value_to=Decimal("7.5"),
                unit="%",
                unit_kind="percent",
                bound="approx",
                measure=_mention("thu ngân sách", 10),
                change="up",
                against=_mention("cùng kỳ", 30),
                period=0,
            ),
        ),
        documents=(LegalDocument(text="Nghị quyết số 09", span=span, type="Nghị quyết", number="09"),),
        meeting=Meeting(
            kind=_mention("hội nghị", 12),
            start=dt.date(2021, 3, 2),
            end=dt.date(2021, 3, 2),
            time=dt.time(14, 30),
            form="online",
            venues=(_mention("hội trường xã"),),
            chairs=("Lê Văn Sáng",),
            speakers=("Đỗ Thị Mận", "Lê Văn Sáng"),
        ),
    )


class _Pipeline:
    """A pipeline whose answer hangs on the text, so that the kernel is tested and not the grammar."""

    def parse(self, text, *, published=None, id=None):
        if "lỗi" in text:
            raise RuntimeError("a stage broke")
        if "surrogate" in text:
            return Report(id=id, title=_mention("\ud800"))
        if "float" in text:
            return Report(id=id, published="no day")
        day = dt.date.fromisoformat(published) if isinstance(published, str) else published
        return msgspec.structs.replace(_full(), id=id, published=day)


def _batch(*rows: tuple, schema: pa.Schema = ARTICLE_SCHEMA) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) if rows else [[]] * len(schema)
    return pa.record_batch([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def _parse(*batches: pa.RecordBatch) -> list[dict]:
    return [row for batch in parse_batches(batches, pipeline=_Pipeline()) for row in batch.to_pylist()]


def _names(arrow: pa.DataType, hint: msgspec.inspect.Type) -> None:
    """Every field of the record type is a child of the Arrow type, level by level."""
    if isinstance(hint, msgspec.inspect.UnionType):
        (hint,) = (t for t in hint.types if not isinstance(t, msgspec.inspect.NoneType))
    if isinstance(hint, msgspec.inspect.VarTupleType):
        _names(arrow.value_type, hint.item_type)
    elif isinstance(hint, msgspec.inspect.StructType):
        assert [child.name for child in arrow] == [field.name for field in hint.fields]
        for child, field in zip(arrow, hint.fields, strict=True):
            _names(child.type, field.type)


def test_schema_has_every_field_of_every_record_type() -> None:
    own = [field for field in RECORD_SCHEMA if field.name not in {"record_json", "error"}]
    _names(pa.struct(own), msgspec.inspect.type_info(Report))


def test_every_field_of_every_record_type_is_in_its_table() -> None:
    homes = {"articles": Report, "people": Person, "positions": Position, "mentions": Mention}
    homes |= {"dates": DateExpression, "figures": Figure, "documents": LegalDocument, "meetings": Meeting}
    elsewhere = {
        "articles": {"id", "people", "dates", "figures", "documents", "meeting"},
        "people": {"id", "positions", "mentions"},
    }
    for name, record in homes.items():
        fields = {f.name for f in msgspec.structs.fields(record)} - elsewhere.get(name, set())
        columns = set(TABLE_SCHEMAS[name].names)
        spread = {"span_start", "span_end"} if "span" in fields else set()
        assert (fields - {"span"}) | spread <= columns, name


def _lists(value: object) -> object:
    """`to_dict` keeps tuples, Arrow gives lists."""
    if isinstance(value, dict):
        return {name: _lists(each) for name, each in value.items()}
    return [_lists(each) for each in value] if isinstance(value, (list, tuple)) else value


def test_a_report_comes_back_field_by_field() -> None:
    row = record_batch([_full()]).to_pylist()[0]
    plain = _lists(_full().to_dict())
    for value in (plain["dates"][0], plain["meeting"]):
        value["time"] = value["time"].isoformat()
    assert row.pop("error") is None
    assert Report.from_json(row.pop("record_json")) == _full()
    assert row == plain


def test_batches_come_out_in_the_schema_promised() -> None:
    (batch,) = parse_batches([_batch(("a", "Xã họp.", None))], pipeline=_Pipeline())
    assert batch.schema == RECORD_SCHEMA
    batch.validate(full=True)


def test_an_empty_batch_gives_an_empty_batch() -> None:
    (batch,) = parse_batches([_batch()], pipeline=_Pipeline())
    assert batch.num_rows == 0
    assert batch.schema == RECORD_SCHEMA
    assert {name: table.num_rows for name, table in tables(batch).items()} == dict.fromkeys(TABLE_SCHEMAS, 0)


def test_a_long_batch_is_cut_and_keeps_its_order() -> None:
    ids = [str(i) for i in range(1300)]
    out = list(parse_batches([_batch(*((i, "Xã họp.", None) for i in ids))], pipeline=_Pipeline()))
    assert len(out) > 1
    assert [id for batch in out for id in batch["id"].to_pylist()] == ids


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        (None, None, "no text"),
        ("lỗi", None, "RuntimeError: a stage broke"),
        ("surrogate", None, "surrogates not allowed"),
        ("float", None, "TypeError"),
        ("Xã họp.", "hôm kia", "hôm kia"),
    ],
)
def test_an_article_that_fails_keeps_its_row_and_says_why(text: str | None, published: str | None, reason: str) -> None:
    before, row, after = _parse(_batch(("a", "Xã họp.", None), ("b", text, published), ("c", "Xã họp.", None)))
    assert before["error"] is None
    assert after["error"] is None
    assert reason in row["error"]
    assert {name: value for name, value in row.items() if value is not None} == {"id": "b", "error": row["error"]}


def test_bytes_that_are_not_utf8_are_an_error_of_their_row() -> None:
    blob = pa.array([b"X\xc3\xa3 h\xe1\xbb\x8dp.", b"\xed\xa0\x80", b"\xff"], pa.binary())
    text = pa.StringArray.from_buffers(3, blob.buffers()[1], blob.buffers()[2])
    rows = _parse(pa.record_batch([pa.array(["a", "b", "c"]), text], names=["id", "text"]))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["error"] is None
    assert all(row["error"].startswith("UnicodeDecodeError") for row in rows[1:])


def test_an_id_that_is_not_utf8_keeps_its_row() -> None:
    blob = pa.array([b"\xffa"], pa.binary())
    ids = pa.StringArray.from_buffers(1, blob.buffers()[1], blob.buffers()[2])
    (row,) = _parse(pa.record_batch([ids, pa.array(["Xã họp."])], names=["id", "text"]))
    assert row["id"] == "\ufffda"


def test_other_columns_and_other_types_of_columns_are_taken() -> None:
    batch = pa.record_batch(
        {
            "url": ["u"],
            "published": pa.array([dt.datetime(2021, 3, 2, 8)], pa.timestamp("us")),
            "text": pa.array(["Xã họp."], pa.large_string()),
            "id": pa.array([7], pa.int64()),
        }
    )
    (row,) = _parse(batch)
    assert (row["id"], row["published"], row["error"]) == ("7", dt.date(2021, 3, 2), None)


def test_a_day_that_python_cannot_hold_is_an_error_of_its_row() -> None:
    days = pa.array([0, 2**50], pa.int64()).cast(pa.timestamp("s"))
    rows = _parse(pa.record_batch({"id": ["a", "b"], "text": ["Xã họp.", "Xã họp."], "published": days}))
    assert [row["published"] for row in rows] == [dt.date(1970, 1, 1), None]
    assert [row["error"] is None for row in rows] == [True, False]


def test_a_blank_day_is_no_day() -> None:
    (row,) = _parse(_batch(("a", "Xã họp.", " ")))
    assert (row["published"], row["error"]) == (None, None)


@pytest.mark.parametrize("missing", ["id", "text"])
def test_a_missing_column_is_named(missing: str) -> None:
    batch = _batch(("a", "Xã họp.", None)).drop_columns([missing])
    with pytest.raises(ValueError, match=f"no column {missing}"):
        _parse(batch)


def test_the_default_pipeline_parses() -> None:
    (batch,) = parse_batches([_batch(("a", "Xã Tân Lập họp.", "2021-03-02"))])
    assert batch["error"].to_pylist() == [None]
    assert batch["published"].to_pylist() == [dt.date(2021, 3, 2)]


@pytest.mark.parametrize(
    ("value", "column"),
    [
        (Decimal("0.6667"), Decimal("0.6667")),
        (Decimal("1E+12"), Decimal(10**12)),
        (Decimal("1E-12"), Decimal(0)),
        (Decimal("9" * 29), Decimal("9" * 29)),
        (Decimal("1E+29"), None),
        (Decimal("NaN"), None),
        (Decimal("-Infinity"), None),
    ],
)
def test_a_number_that_does_not_fit_is_null_and_harms_nothing(value: Decimal, column: Decimal | None) -> None:
    odd = Figure(text="x", span=Span(0, 1), value=value)
    (row,) = record_batch([Report(id="a", figures=(odd,))]).to_pylist()
    assert row["error"] is None
    assert row["figures"][0]["value"] == column


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_number_is_in_the_json_exactly_and_in_the_column_to_nine_places(value: Decimal) -> None:
    (row,) = record_batch([Report(figures=(Figure(text="x", span=Span(0, 1), value=value),))]).to_pylist()
    assert row["error"] is None
    assert Decimal(json.loads(row["record_json"], parse_float=str, parse_int=str)["figures"][0]["value"]) == value
    held = row["figures"][0]["value"]
    assert held is None or abs(held - value) <= Decimal("5e-10")
    assert held is not None or abs(value) >= Decimal("1e29") - 1


@given(st.lists(st.tuples(st.text(), st.sampled_from(["Xã họp.", "lỗi", "surrogate", "float", None]))))
def test_whatever_goes_in_a_row_an_article_comes_out(rows: list) -> None:
    out = _parse(_batch(*((id, text, None) for id, text in rows)))
    assert [row["id"] for row in out] == [id for id, _ in rows]
    assert [row["error"] is None for row in out] == [text == "Xã họp." for _, text in rows]
    assert all((row["record_json"] is None) == (row["error"] is not None) for row in out)


def test_tables_hold_every_item_under_its_keys() -> None:
    got = tables(record_batch([Report(id="z"), _full("a"), Failure("e", "why"), _full("b")]))
    people = [(a, p) for a in "ab" for p in ("p1", "p2")]
    assert got["articles"]["article_id"].to_pylist() == ["z", "a", "e", "b"]
    assert got["articles"]["error"].to_pylist() == [None, None, "why", None]
    assert _keys(got["people"], "article_id", "person_id") == people
    assert _keys(got["positions"], "article_id", "person_id", "index") == [(a, "p1", i) for a in "ab" for i in (0, 1)]
    assert _keys(got["mentions"], "article_id", "person_id", "index", "text") == [
        (a, *row) for a in "ab" for row in [("p1", 0, "Lê Văn Sáng"), ("p1", 1, "Sáng"), ("p2", 0, "Đỗ Thị Mận")]
    ]
    assert _keys(got["figures"], "article_id", "index", "period") == [
        (a, i, p) for a in "ab" for i, p in [(0, None), (1, 0)]
    ]
    assert _keys(got["meetings"], "article_id", "kind", "kind_start") == [("a", "hội nghị", 12), ("b", "hội nghị", 12)]
    assert {name: table.schema for name, table in got.items()} == TABLE_SCHEMAS


def test_tables_spread_mentions_and_spans() -> None:
    row = tables(record_batch([_full()]))["figures"].to_pylist()[1]
    assert (row["span_start"], row["span_end"]) == (3, 9)
    assert (row["measure"], row["measure_start"], row["measure_end"]) == ("thu ngân sách", 10, 23)
    assert tables(record_batch([_full()]))["figures"].to_pylist()[0]["measure_start"] is None


def test_tables_need_no_json() -> None:
    batch = record_batch([_full()])
    assert tables(batch.drop_columns(["record_json"])) == tables(batch)


def test_tables_are_made_of_records_not_of_articles() -> None:
    with pytest.raises(ValueError, match=r"no column schema_version or .* it has id, text, published"):
        tables(_batch(("a", "Xã họp.", None)))


def test_tables_of_a_slice_are_the_tables_of_its_rows() -> None:
    batch = record_batch([_full("a"), Failure("e", "why"), _full("b"), Report(id="z")])
    assert tables(batch.slice(1, 2)) == tables(record_batch([Failure("e", "why"), _full("b")]))


def _keys(table: pa.Table, *names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in table.to_pylist()]
