"""From a file of reports to three answers: `vnreport batch` makes the tables, DuckDB asks them.

    python examples/archive/walkthrough.py [TABLES]

The tables are left in the folder TABLES, where one is named.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def make_tables(out: Path) -> None:
    command = [sys.executable, "-m", "vnreport", "batch", str(HERE / "reports.jsonl"), "--out", str(out)]
    subprocess.run(command, check=True, stdout=sys.stderr)  # its progress and counts


def show(answer: duckdb.DuckDBPyConnection) -> None:
    rows = [[column[0] for column in answer.description]]
    rows += [["" if cell is None else str(cell) for cell in row] for row in answer.fetchall()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main(out: Path) -> None:
    make_tables(out)
    tables = duckdb.connect()
    for folder in sorted(path for path in out.iterdir() if path.is_dir()):
        tables.execute(f"CREATE VIEW {folder.name} AS SELECT * FROM read_parquet('{folder}/*.parquet')")
    for name in ("chairs", "budget", "offices"):
        query = (HERE / f"{name}.sql").read_text(encoding="utf-8")
        print(query.splitlines()[0].lstrip("- "), end="\n\n")
        show(tables.execute(query))
        print()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
