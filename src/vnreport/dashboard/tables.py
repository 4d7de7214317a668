"""The tables of a run of ``vnreport batch``, opened for reading and read no further than is asked."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from vnreport.archive import manifest, outputs
from vnreport.archive.arrow import TABLE_SCHEMAS

_TEXTS = {"article_id": pl.String, "place": pl.String, "text": pl.String}


class DashboardError(ValueError):
    """A folder that no dashboard can be made of; the message says why, and what to do, on one line."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The folder of a finished run. `errors` counts the articles that are in no table, by the kind of error."""

    folder: Path
    errors: dict[str, int]

    def scan(self, name: str) -> pl.LazyFrame:
        """The table `name` (of `vnreport.archive.outputs.TABLES`), lazily; its rows are in the archive's order."""
        files = _parts(self.folder, name)
        if files:
            return pl.scan_parquet(files)
        if name == "texts":
            return pl.LazyFrame(schema=_TEXTS)
        frame = pl.from_arrow(TABLE_SCHEMAS[name].empty_table())
        assert isinstance(frame, pl.DataFrame)
        return frame.lazy()


def open_tables(folder: Path | str) -> Tables:
    """The tables in `folder`.

    Raises `DashboardError` where there are none, where the run wrote whole records instead (``--format jsonl``), where
    it has not come to its end, and where a table is missing.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DashboardError(f"{folder}: " + ("not a folder" if folder.exists() else "no such folder"))
    try:
        run = manifest.load(folder)
    except ValueError as error:
        raise DashboardError(str(error)) from error
    if (folder / "records").is_dir() or (run is not None and run[0].options.get("format") == "jsonl"):
        raise DashboardError(
            f"{folder} holds whole records (--format jsonl), the dashboard reads tables: "
            "run vnreport batch with --format parquet"
        )
    if run is not None and not run[1].done:
        raise DashboardError(f"{folder}: its run has not come to its end: give its vnreport batch command again")
    missing = [name for name in outputs.TABLES if not _parts(folder, name)]
    if run is None and len(missing) == len(outputs.TABLES):
        raise DashboardError(f"{folder} holds no tables: make them with vnreport batch INPUT --out {folder}")
    if missing and (run is None or any(run[1].rows.values())):
        raise DashboardError(f"{folder}: no files of the table {missing[0]}: make the tables again with vnreport batch")
    return Tables(folder, _errors(folder / outputs.ERRORS))


def _parts(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name).glob("*.parquet"))


def _errors(log: Path) -> dict[str, int]:
    try:
        with log.open(encoding="utf-8", errors="replace") as lines:
            kinds = Counter(str(json.loads(line)["kind"]) for line in lines if line.strip())
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise DashboardError(f"{log} is no log of vnreport batch: {error}") from error
    return dict(sorted(kinds.items()))
