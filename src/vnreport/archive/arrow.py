"""Arrow: the one kernel that turns batches of articles into batches of records, and records into tidy tables.

The schema is read off the record types (`vnreport.records`), so a field added there is a column here:

- numbers are ``decimal128(38, 9)``, which DuckDB, Spark, pandas and polars all read. A value is rounded to nine
  places, and null where it needs more than 29 digits before the point; `record_json` has it in full.
- days are ``date32``. Clock times are strings (``14:30:00``, as in JSON), since Spark has no type for them before 4.1.
- `Literal` types are strings, tuples are lists, records are structs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Context, Decimal, InvalidOperation
from typing import Any, NamedTuple, Protocol

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from vnreport.pipeline import default_pipeline
from vnreport.records import Mention, Report, Span

_ROWS = 512  # rows of a batch handed on: enough to make columns pay, few enough to bound the memory
_DECIMAL = pa.decimal128(38, 9)
_UNIT = Decimal("1e-9")
_FITTING = Context(prec=38, traps=[InvalidOperation])


class Parser(Protocol):
    """What `parse_batches` needs of a pipeline; `vnreport.Pipeline` is one."""

    def parse(self, text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Report:
        """The record of one article; any exception makes the article an error, never the batch."""


class Failure(NamedTuple):
    """An article that could not be read or parsed: its id, and why."""

    id: str | None
    error: str


def _fitted(value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    try:
        fitted = value.quantize(_UNIT, context=_FITTING)
    except InvalidOperation:
        return None
    return fitted if fitted.is_finite() else None


def _iso(value: dt.time | None) -> str | None:
    return None if value is None else value.isoformat()


class _Scalar(NamedTuple):
    arrow: pa.DataType
    convert: Callable[[Any], Any] | None = None


_SCALARS: dict[type, _Scalar] = {
    msgspec.inspect.StrType: _Scalar(pa.string()),
    msgspec.inspect.LiteralType: _Scalar(pa.string()),
    msgspec.inspect.BoolType: _Scalar(pa.bool_()),
    msgspec.inspect.IntType: _Scalar(pa.int64()),
    msgspec.inspect.DateType: _Scalar(pa.date32()),
    msgspec.inspect.TimeType: _Scalar(pa.string(), _iso),
    msgspec.inspect.DecimalType: _Scalar(_DECIMAL, _fitted),
}


def _arrow_type(hint: msgspec.inspect.Type) -> pa.DataType:
    """The Arrow type of a field of a record."""
    hint = _present(hint)
    if isinstance(hint, msgspec.inspect.StructType):
        return pa.struct([(field.name, _arrow_type(field.type)) for field in hint.fields])
    if isinstance(hint, msgspec.inspect.VarTupleType):
        return pa.list_(_arrow_type(hint.item_type))
    return _SCALARS[type(hint)].arrow


def _array(values: Sequence[Any], hint: msgspec.inspect.Type) -> pa.Array:
    """`values` of a record's field as an Arrow array; None is null."""
    hint = _present(hint)
    missing = (
        pa.array([value is None for value in values], pa.bool_()) if any(value is None for value in values) else None
    )
    if isinstance(hint, msgspec.inspect.StructType):
        columns = [
            _array([None if value is None else getattr(value, field.name) for value in values], field.type)
            for field in hint.fields
        ]
        return pa.StructArray.from_arrays(columns, fields=list(_arrow_type(hint)), mask=missing)
    if isinstance(hint, msgspec.inspect.VarTupleType):
        items = [item for value in values if value is not None for item in value]
        offsets = [0]
        for value in values:
            offsets.append(offsets[-1] + len(value or ()))
        return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), _array(items, hint.item_type), mask=missing)
    scalar = _SCALARS[type(hint)]
    return pa.array(values if scalar.convert is None else map(scalar.convert, values), scalar.arrow)


def _struct(hint: msgspec.inspect.Type) -> msgspec.inspect.StructType:
    if not isinstance(hint, msgspec.inspect.StructType):
        raise TypeError(f"not a record: {hint}")
    return hint


def _present(hint: msgspec.inspect.Type) -> msgspec.inspect.Type:
    """The type without ``| None``."""
    if isinstance(hint, msgspec.inspect.UnionType):
        (hint,) = (each for each in hint.types if not isinstance(each, msgspec.inspect.NoneType))
    return hint


_REPORT = _struct(msgspec.inspect.type_info(Report))
_EXTRA = (("record_json", pa.string()), ("error", pa.string()))

ARTICLE_SCHEMA = pa.schema([("id", pa.string()), ("text", pa.string()), ("published", pa.string())])
"""The batches that go in: an article's id, its text, and the day it appeared (or null)."""

RECORD_SCHEMA = pa.schema([*_arrow_type(_REPORT), *_EXTRA])
"""The batches that come out: the fields of `Report`, the record as JSON, and `error`, null where all went well."""


def parse_batches(batches: Iterable[pa.RecordBatch], *, pipeline: Parser | None = None) -> Iterator[pa.RecordBatch]:
    """Batches of records (`RECORD_SCHEMA`) from batches of articles (`ARTICLE_SCHEMA`): a row an article, in order.

    A batch of articles gives one batch, or several where it is long. Other columns of the articles are ignored;
    `published` may be missing, or of a date or timestamp type, and a blank one is no day. An article that cannot be
    read or parsed (a null text, bytes that are not UTF-8, a `published` no calendar knows, an exception in a stage)
    keeps its row: `error` says why and the other columns, but for `id`, are null.

    `pipeline` is what parses, the pipeline of `vnreport.parse` by default.

    Raises `ValueError` where a batch has no column `id` or `text`.
    """
    pipeline = pipeline or default_pipeline()
    for batch in batches:
        _require(batch, ("id", "text"))
        for start in range(0, batch.num_rows or 1, _ROWS):
            yield record_batch(_parse(batch.slice(start, _ROWS), pipeline))


def _require(batch: pa.RecordBatch, names: Iterable[str]) -> None:
    missing = [name for name in names if name not in batch.schema.names]
    if missing:
        raise ValueError(f"no column {' or '.join(missing)} in the batch; it has {', '.join(batch.schema.names)}")


def record_batch(reports: Iterable[Report | Failure]) -> pa.RecordBatch:
    """A batch of `RECORD_SCHEMA` with a row for each of `reports`, in order.

    A report that Arrow cannot hold (a stage of one's own put in what `Report` does not allow) becomes an error row;
    nothing is raised for it.
    """
    rows = list(reports)
    try:
        return _record_batch(rows)
    except Exception:  # one of them is at fault: find it, and keep the others
        return _record_batch([_checked(row) for row in rows])


def _parse(batch: pa.RecordBatch, pipeline: Parser) -> Iterator[Report | Failure]:
    published = batch["published"] if "published" in batch.schema.names else pa.nulls(batch.num_rows)
    for id, text, day in zip(_cells(batch["id"]), _cells(batch["text"]), _cells(published), strict=True):
        name = None if id is None else _name(id)
        try:
            if text is None:
                raise ValueError("no text")
            yield pipeline.parse(_sound(text), published=_day(_sound(day)), id=name)
        except Exception as error:  # whatever it is, it is this article's, and the archive goes on
            yield Failure(name, _reason(error))


def _cells(column: pa.Array) -> list[Any]:
    """The values of a column; where Python cannot hold one (Arrow does not check its UTF-8), the exception."""
    try:
        return column.to_pylist()  # type: ignore[no-any-return]
    except Exception:
        return [_cell(scalar) for scalar in column]


def _cell(scalar: pa.Scalar) -> Any:
    try:
        return scalar.as_py()
    except Exception as error:
        return error


def _name(id: Any) -> str:
    raw = id.object if isinstance(id, UnicodeDecodeError) else id
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)


def _sound(value: Any) -> Any:
    if isinstance(value, Exception):
        raise value
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _day(published: Any) -> dt.date | str | None:
    if isinstance(published, dt.datetime):
        return published.date()
    return (published.strip() or None) if isinstance(published, str) else published


def _reason(error: Exception) -> str:
    reason = f"{type(error).__name__}: {error}"
    return reason.encode("utf-8", "backslashreplace").decode("utf-8")


def _checked(row: Report | Failure) -> Report | Failure:
    try:
        _record_batch([row])
    except Exception as error:
        return Failure(row.id, _reason(error))
    return row


def _record_batch(rows: Sequence[Report | Failure]) -> pa.RecordBatch:
    reports = [row if isinstance(row, Report) else None for row in rows]
    failures = [row.error if isinstance(row, Failure) else None for row in rows]
    columns = dict(zip((field.name for field in _REPORT.fields), _array(reports, _REPORT).flatten(), strict=True))
    columns["id"] = pa.array([row.id for row in rows], pa.string())
    columns["record_json"] = pa.array([report and report.to_json() for report in reports], pa.string())
    columns["error"] = pa.array(failures, pa.string())
    return pa.record_batch([columns[name] for name in RECORD_SCHEMA.names], schema=RECORD_SCHEMA)


# The tables, and where in the record their rows stand; what has a table of its own is left out of its parent's.
_TABLES: dict[str, tuple[str, ...]] = {
    "articles": (),
    "people": ("people",),
    "positions": ("people", "positions"),
    "mentions": ("people", "mentions"),
    "dates": ("dates",),
    "figures": ("figures",),
    "documents": ("documents",),
    "meetings": ("meeting",),
}
_KEYS = {(): "article_id", ("people",): "person_id"}  # what a row's own `id` is called, here and in the tables below


def tables(batch: pa.RecordBatch) -> dict[str, pa.Table]:
    """The tidy tables of a batch of `RECORD_SCHEMA`, by name; `TABLE_SCHEMAS` has their schemas.

    Every table begins with `article_id`, those of a person's positions and mentions go on with `person_id`, and where
    rows come from a list, `index` is their place in it, from 0 (`figures.period` is an `index` of `dates`). A span
    becomes two columns (code points of the text as given, end exclusive), a mention three: `measure`,
    `measure_start`, `measure_end`. `articles` holds every article,
    also those with an `error`; `record_json` is left out, and need not be there.

    Raises `ValueError` where a column is missing.
    """
    _require(batch, (name for name in RECORD_SCHEMA.names if name != "record_json"))
    rows = pa.StructArray.from_arrays(batch.columns, fields=list(batch.schema))
    return {name: _table(rows, path) for name, path in _TABLES.items()}


def _table(rows: pa.StructArray, path: tuple[str, ...]) -> pa.Table:
    fields = _REPORT.fields
    columns = {"article_id": pc.struct_field(rows, "id")}
    for depth, step in enumerate(path, 1):
        hint = _present(next(field.type for field in fields if field.name == step))
        column = pc.struct_field(rows, step)
        columns.pop("index", None)
        if isinstance(hint, msgspec.inspect.VarTupleType):
            hint, rows, parents = hint.item_type, pc.list_flatten(column), pc.list_parent_indices(column)
            columns = {name: key.take(parents) for name, key in columns.items()}
            if path[:depth] not in _KEYS:
                columns["index"] = _places(column, parents)
        else:
            present = column.is_valid()
            rows, columns = column.filter(present), {name: key.filter(present) for name, key in columns.items()}
        fields = _struct(hint).fields
        if path[:depth] in _KEYS:
            columns[_KEYS[path[:depth]]] = pc.struct_field(rows, "id")
    for field in fields:
        if (*path, field.name) not in _TABLES.values() and not (field.name == "id" and path in _KEYS):
            columns.update(_flat(field.name, pc.struct_field(rows, field.name), _present(field.type)))
    if not path:
        columns["error"] = pc.struct_field(rows, "error")
    return pa.table(columns)


def _places(lists: pa.ListArray, parents: pa.Array) -> pa.Array:
    """The place of each item in its own list."""
    lengths = pc.fill_null(pc.list_value_length(lists), 0).cast(pa.int64())
    starts = pc.subtract(pc.cumulative_sum(lengths), lengths)
    return pc.subtract(pa.array(range(len(parents)), pa.int64()), starts.take(parents))


def _flat(name: str, column: pa.Array, hint: msgspec.inspect.Type) -> dict[str, pa.Array]:
    """The columns that a field becomes."""
    if not isinstance(hint, msgspec.inspect.StructType):
        return {name: column}
    if hint.cls is Mention:
        text, span = column.flatten()
        return {name: text, **_flat(name, span, msgspec.inspect.type_info(Span))}
    return {f"{name}_{field.name}": part for field, part in zip(column.type, column.flatten(), strict=True)}


TABLE_SCHEMAS: dict[str, pa.Schema] = {name: table.schema for name, table in tables(_record_batch([])).items()}
"""The schema of each tidy table, by the table's name."""
