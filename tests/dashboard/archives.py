"""Small invented archives, parsed and written as `vnreport batch` writes them; and tables whose rows tests give."""

import json
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

import vnreport
from vnreport.archive import TABLE_SCHEMAS, record_batch, tables
from vnreport.archive.outputs import part_name

REPORTS = [
    {
        "id": "bao/1",
        "published": "2021-03-05",
        "text": "Huyện Sơn Đài họp bàn thu ngân sách\n\n"
        "Sáng 4/3/2021, bà Vũ Thị Hạ Lan, Bí thư Huyện ủy Sơn Đài, chủ trì hội nghị tổng kết. Tham dự có ông Phan Đăng "
        "Khôi, Chủ tịch UBND huyện.\n"
        "Phát biểu tại hội nghị, ông Phan Đăng Khôi cho biết năm 2020, thu ngân sách đạt 498,6 tỷ đồng, tăng 8,5%.",
    },
    {
        "id": "https://bao.example/2?a=1&b=2",
        "published": "2021-04-06",
        "text": "Sơn Đài triển khai nhiệm vụ quý II\n\n"
        "Chiều 6/4/2021, bà Vũ Thị Hạ Lan, Bí thư Huyện ủy Sơn Đài, chủ trì hội nghị trực tuyến với các "
        "xã. Ông Phan Đăng Khôi, Chủ tịch UBND huyện, phát biểu tại hội nghị.\n"
        "Trong quý I/2021, thu ngân sách đạt 118 tỷ đồng. Tỷ lệ hộ nghèo còn 3,2%.",
    },
    {
        "id": "bao/3",
        "published": "2021-07-08",
        "text": "Khai mạc kỳ họp HĐND huyện\n\n"
        "Sáng 8/7/2021, bà Mai Phương Chi, Chủ tịch HĐND huyện, chủ trì kỳ họp thứ hai. Tham dự có ông Phan Đăng Khôi, "
        "nguyên Chủ tịch UBND huyện.\n"
        "6 tháng đầu năm 2021, thu ngân sách đạt 247 tỷ đồng. Tỷ lệ hộ nghèo còn 3%.",
    },
]


def write(folder: Path, reports: list[dict]) -> Path:
    """The tables of articles given as dicts with `id`, `text` and perhaps `published`."""
    parsed = [vnreport.parse(each["text"], published=each.get("published"), id=each["id"]) for each in reports]
    batch = record_batch(parsed)
    for name, table in tables(batch).items():
        (folder / name).mkdir(parents=True)
        pq.write_table(table, folder / name / part_name(0, "parquet"))
    texts = [(each["id"], f"archive.jsonl:{i}", each["text"]) for i, each in enumerate(reports, 1)]
    (folder / "texts").mkdir()
    schema = {"article_id": pl.String, "place": pl.String, "text": pl.String}
    pl.DataFrame(texts, schema=schema, orient="row").write_parquet(folder / "texts" / part_name(0, "parquet"))
    return folder


class Rows:
    """Stands in for `Tables`: the tables hold the rows given, what is left out of a row is null."""

    def __init__(self, **rows: list[dict]) -> None:
        self.errors: dict[str, int] = {}
        self._rows = rows

    def scan(self, name: str) -> pl.LazyFrame:
        schema = pl.from_arrow(TABLE_SCHEMAS[name].empty_table()).schema
        given = [{column: row.get(column) for column in schema} for row in self._rows.get(name, [])]
        return pl.DataFrame(given, schema=schema).lazy()


def finish(folder: Path, **changes) -> None:
    """A manifest as a finished run leaves it."""
    progress = {"parts": 1, "cursor": {"inputs_done": 1, "within": 0, "articles": 3}, "rows": {"articles": 3}}
    plan = {"inputs": {"files": 1, "bytes": 1, "digest": "0"}, "options": {"format": "parquet"}}
    data = {"plan": plan, "progress": {**progress, "done": True, **changes}}
    (folder / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
