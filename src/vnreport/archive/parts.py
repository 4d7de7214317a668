"""The files of the tables: records of a few articles put aside as chunks, chunks joined into parts.

A part's bytes depend on its records alone, not on how they were cut into chunks: columns are joined before they are
written, in one row group.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from vnreport.archive.arrow import RECORD_SCHEMA, tables
from vnreport.archive.manifest import flush, flush_folder
from vnreport.archive.outputs import part_name

Format = Literal["parquet", "jsonl"]

_ORIGIN = [("place", pa.string()), ("text", pa.string())]
_CHUNK_SCHEMAS = {
    "parquet": pa.schema([*(field for field in RECORD_SCHEMA if field.name != "record_json"), *_ORIGIN]),
    "jsonl": pa.schema([*(RECORD_SCHEMA.field(name) for name in ("id", "record_json")), *_ORIGIN]),
}


def write_chunk(path: Path, records: pa.RecordBatch, places: list[str], texts: list[str], format: Format) -> None:
    """Put records aside, with the place and the text of each, in what `write_part` reads."""
    schema = _CHUNK_SCHEMAS[format]
    origin = {"place": pa.array(places, pa.string()), "text": pa.array(texts, pa.string())}
    columns = [origin[field.name] if field.name in origin else records[field.name] for field in schema]
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        writer.write_batch(pa.record_batch(columns, schema=schema))


def write_part(folder: Path, number: int, chunks: Sequence[Path], format: Format) -> dict[str, int]:
    """Join chunks into part `number` of each table, under `folder`, on disk when it returns; the rows of each table."""
    rows = _joined(chunks, _CHUNK_SCHEMAS[format])
    texts = pa.table({"article_id": rows["id"], "place": rows["place"], "text": rows["text"]})
    written: dict[str, pa.Table]
    if format == "jsonl":
        written = {"records": pa.table({"record_json": rows["record_json"]}), "texts": texts}
    else:
        written = {**tables(rows), "texts": texts}
    for name, table in written.items():
        _put(folder / name / part_name(number, format), table, _WRITERS[format])
    return {name: table.num_rows for name, table in written.items()}


def _joined(chunks: Sequence[Path], schema: pa.Schema) -> pa.RecordBatch:
    batches: list[pa.RecordBatch] = []
    for path in chunks:
        with pa.memory_map(str(path)) as file, pa.ipc.open_file(file) as reader:
            batches.extend(reader.get_batch(i) for i in range(reader.num_record_batches))
    if not batches:
        return pa.record_batch([pa.array([], field.type) for field in schema], schema=schema)
    return pa.concat_batches(batches)


def _put(path: Path, table: pa.Table, write: Callable[[pa.Table, Any], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as file:
        write(table, file)
        file.flush()
        flush(file.fileno())
    flush_folder(path.parent)


def _write_parquet(table: pa.Table, file: Any) -> None:
    pq.write_table(table, file, compression="zstd", row_group_size=max(table.num_rows, 1))


def _write_jsonl(table: pa.Table, file: Any) -> None:
    import msgspec

    if table.column_names == ["record_json"]:
        for record in table["record_json"].to_pylist():
            file.write(record.encode("utf-8") + b"\n")
        return
    encoder = msgspec.json.Encoder()
    for batch in table.to_batches(max_chunksize=64):
        for row in batch.to_pylist():
            file.write(encoder.encode(row) + b"\n")


_WRITERS: dict[Format, Callable[[pa.Table, Any], None]] = {"parquet": _write_parquet, "jsonl": _write_jsonl}
