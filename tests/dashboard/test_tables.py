"""Folders of which no dashboard can be made: one clear line each, and what to do."""

import pytest

pytest.importorskip("polars")

from dashboard.archives import REPORTS, finish, write
from vnreport.dashboard import DashboardError, to_html
from vnreport.dashboard.tables import open_tables


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "tables", REPORTS)


def refused(folder):
    with pytest.raises(DashboardError) as caught:
        to_html(folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_folder_that_is_not_there(tmp_path) -> None:
    assert "no such folder" in refused(tmp_path / "nowhere")


def test_a_file(tmp_path) -> None:
    (tmp_path / "file").write_text("x")
    assert "not a folder" in refused(tmp_path / "file")


def test_a_folder_without_tables(tmp_path) -> None:
    assert "vnreport batch INPUT --out" in refused(tmp_path)


def test_a_run_that_wrote_whole_records(tmp_path) -> None:
    (tmp_path / "records").mkdir()
    assert "--format parquet" in refused(tmp_path)


def test_a_run_that_has_not_ended(folder) -> None:
    finish(folder, done=False)
    assert "has not come to its end" in refused(folder)


def test_a_manifest_of_something_else(folder) -> None:
    (folder / "manifest.json").write_text("[]")
    assert "no manifest" in refused(folder)


def test_a_table_that_is_missing(folder) -> None:
    finish(folder)
    for part in (folder / "figures").iterdir():
        part.unlink()
    assert "the table figures" in refused(folder)


def test_a_part_that_is_damaged(folder) -> None:
    (folder / "meetings" / "part-000000.parquet").write_bytes(b"PAR1 and no more")
    assert "cannot read its tables" in refused(folder)


def test_texts_that_lack_an_article(folder, tmp_path) -> None:
    other = write(tmp_path / "other", REPORTS[:1])
    (other / "texts" / "part-000000.parquet").replace(folder / "texts" / "part-000000.parquet")
    assert "texts lacks the article" in refused(folder)


def test_a_log_of_errors_that_is_none(folder) -> None:
    (folder / "errors.jsonl").write_text("oops\n")
    assert "no log" in refused(folder)


def test_errors_are_counted_by_kind(folder) -> None:
    (folder / "errors.jsonl").write_text('{"kind": "late"}\n{"kind": "unread"}\n{"kind": "late"}\n')
    assert open_tables(folder).errors == {"late": 2, "unread": 1}


def test_tables_without_a_manifest_are_read(folder) -> None:
    assert "<!DOCTYPE html>" in to_html(folder)


def test_an_empty_archive_has_a_page(tmp_path) -> None:
    finish(tmp_path, rows={}, parts=0)
    assert "<!DOCTYPE html>" in to_html(tmp_path)
