"""The batch runner: order kept, nothing lost or repeated, trouble named and outlived, the folder guarded."""

import json
import sys
import time

import pytest

pytest.importorskip("pyarrow")

import pyarrow.parquet as pq
from typer.testing import CliRunner

import vnreport
from archive.archives import Faulty, Hashing, Stillborn, article, csv_bytes, jsonl, page, parquet
from vnreport.archive import TABLE_SCHEMAS
from vnreport.archive.batch import Busy, MissingExtra, Options, Refused, RunError, run
from vnreport.archive.outputs import TABLES
from vnreport.archive.readers.items import Fields, Settings
from vnreport.archive.seen import Seen
from vnreport.cli import app

DIRTY = b"\n".join(
    [
        b'{"id": "good1", "text": "X\xc3\xa3 h\xe1\xbb\x8dp."}',
        b'{"id": "broken", "text": ',
        b'{"id": "bytes", "text": "\xe0\xff"}',
        b'{"id": "empty", "text": ""}',
        b'{"id": "nul", "text": "a\\u0000b\0c"}',
        b'{"id": "surrogate", "text": "a\\ud800b"}',
        b'{"id": "good1", "text": "again"}',
        b'{"id": "huge", "text": "' + b"Ha Noi " * 3_000_000 + b'"}',
        b'{"id": "day", "text": "x", "published": "no day at all"}',
        b'{"id": "id\\udc80", "text": "x"}',
        b'{"id": "surrogate day", "text": "x", "published": "\\ud800"}',
        b'{"text": "x"}',
        b"",
        b'{"id": "good2", "text": "x"}',
    ]
)


def rows(out, table):
    return [row for part in sorted((out / table).iterdir()) for row in pq.read_table(part).to_pylist()]


def ids(out):
    return [row["article_id"] for row in rows(out, "articles")]


def errors(out):
    return [json.loads(line) for line in (out / "errors.jsonl").read_text().splitlines()]


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl(article(number) for number in range(50)))
    return path


def archive_of(tmp_path, *texts):
    path = tmp_path / "news.jsonl"
    path.write_bytes(jsonl({"id": str(number), "text": text} for number, text in enumerate(texts)))
    return path


def test_the_tables_hold_every_article_in_order(archive, tmp_path):
    outcome = run([archive], tmp_path / "out", Options(workers=2, part_size=20))
    assert (outcome.articles, outcome.failed) == (50, 0)
    assert ids(tmp_path / "out") == [f"a{number}" for number in range(50)]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [*TABLES, "errors.jsonl", "inputs.jsonl", "manifest.json"]
    )
    assert [path.name for path in sorted((tmp_path / "out/people").iterdir())] == [
        f"part-{number:06d}.parquet" for number in range(3)
    ]


def test_the_tables_have_the_schemas_of_the_kernel(archive, tmp_path):
    run([archive], tmp_path / "out")
    for name, schema in TABLE_SCHEMAS.items():
        assert pq.read_schema(tmp_path / "out" / name / "part-000000.parquet").equals(schema), name


def test_the_records_are_those_of_parse(archive, tmp_path):
    outcome = run([archive], tmp_path / "out", Options(format="jsonl", workers=2, part_size=20))
    lines = [line for part in sorted((tmp_path / "out/records").iterdir()) for line in part.read_text().splitlines()]
    expected = [article(number) for number in range(50)]
    assert [vnreport.Report.from_json(line) for line in lines] == [
        vnreport.parse(row["text"], published=row["published"], id=row["id"]) for row in expected
    ]
    assert outcome.rows == {"records": 50, "texts": 50}


def test_offsets_index_the_text_in_texts(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl([{"title": "Huyện họp bàn", "text": "Nghị quyết số 9-NQ/TW được nêu. Đạt 95%."}]))
    run([path], tmp_path / "out")
    (text,) = rows(tmp_path / "out", "texts")
    assert (text["article_id"], text["place"]) == ("a.jsonl:1", "a.jsonl:1")
    (each,) = rows(tmp_path / "out", "articles")
    assert text["text"][each["title_start"] : each["title_end"]] == each["title"] == "Huyện họp bàn"


def test_inputs_of_all_kinds_mix_in_one_run(tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(jsonl([article(0)]))
    (folder / "b.csv").write_bytes(csv_bytes([article(1)]))
    (folder / "c.parquet").write_bytes(parquet([article(2)]))
    (folder / "d.html").write_bytes(page(article(3)))
    (folder / "e.txt").write_text(article(4)["text"])
    outcome = run([folder], tmp_path / "out", Options(workers=2))
    assert outcome.failed == 0
    assert ids(tmp_path / "out") == ["a0", "a1", "a2", "mixed/d.html", "mixed/e.txt"]
    done = [json.loads(line) for line in (tmp_path / "out/inputs.jsonl").read_text().splitlines()]
    files = ("a.jsonl", "b.csv", "c.parquet", "d.html", "e.txt")
    assert [(each["input"], each["articles"]) for each in done] == [(f"mixed/{name}", 1) for name in files]


def test_nothing_of_a_dirty_archive_is_lost(tmp_path):
    path = tmp_path / "dirty.jsonl"
    path.write_bytes(DIRTY)
    outcome = run([path], tmp_path / "out", Options(workers=2))
    found = errors(tmp_path / "out")
    assert [(each["place"], each["kind"]) for each in found] == [
        ("dirty.jsonl:2", "unread"),
        ("dirty.jsonl:3", "unread"),
        ("dirty.jsonl:4", "unread"),
        ("dirty.jsonl:7", "duplicate"),
        ("dirty.jsonl:8", "unread"),
        ("dirty.jsonl:9", "failed"),
        ("dirty.jsonl:11", "failed"),
    ]
    assert ids(tmp_path / "out") == ["good1", "nul", "surrogate", "id\\udc80", "dirty.jsonl:12", "good2"]
    assert outcome.articles == 13
    assert outcome.errors == {"duplicate": 1, "failed": 2, "unread": 4}
    assert found[3]["reason"] == "the id of the article at dirty.jsonl:1"


def test_the_same_file_twice_is_read_once(archive, tmp_path):
    outcome = run([archive, archive, tmp_path], tmp_path / "out")
    assert (outcome.articles, outcome.failed) == (50, 0)


def test_the_same_articles_in_two_files_are_kept_once(archive, tmp_path):
    (tmp_path / "copy.jsonl").write_bytes(archive.read_bytes())
    outcome = run([archive, tmp_path / "copy.jsonl"], tmp_path / "out")
    assert outcome.errors == {"duplicate": 50}
    assert len(ids(tmp_path / "out")) == 50


def test_an_article_that_fails_is_named_and_the_others_are_not_touched(tmp_path):
    path = archive_of(tmp_path, "một", "LỖI", "ba")
    run([path], tmp_path / "out", pipeline=Faulty())
    assert ids(tmp_path / "out") == ["0", "2"]
    assert errors(tmp_path / "out") == [
        {"place": "news.jsonl:2", "id": "1", "kind": "failed", "reason": "ArithmeticError: as asked"}
    ]


def test_an_article_over_the_time_limit_is_named_and_the_others_are_not_touched(tmp_path):
    path = archive_of(tmp_path, "một", "NGỦ", "ba", "bốn")
    notes = []
    began = time.monotonic()
    run([path], tmp_path / "out", Options(timeout=3.0), pipeline=Faulty(), note=notes.append)
    assert time.monotonic() - began < 30
    assert ids(tmp_path / "out") == ["0", "2", "3"]
    assert errors(tmp_path / "out") == [
        {"place": "news.jsonl:2", "id": "1", "kind": "late", "reason": "over the time limit of 3 s"}
    ]
    assert notes == ["over the time limit of 3 s at news.jsonl:2 (id 1); left out"]


def test_an_article_that_kills_its_worker_is_named_and_the_others_are_not_touched(tmp_path):
    path = archive_of(tmp_path, *["một"] * 40, "CHẾT LUÔN", "ba", "CHẾT LUÔN", "bốn")
    outcome = run([path], tmp_path / "out", Options(workers=2), pipeline=Faulty())
    assert outcome.errors == {"died": 2}
    assert ids(tmp_path / "out") == [str(number) for number in range(44) if number not in (40, 42)]
    assert [(each["id"], each["reason"]) for each in errors(tmp_path / "out")] == [
        ("40", "the worker died of SIGSEGV, 2 times"),
        ("42", "the worker died of SIGSEGV, 2 times"),
    ]


def test_a_worker_killed_midway_is_replaced_and_no_article_lost(tmp_path):
    path = archive_of(tmp_path, "một", "CHẾT MỘT LẦN", "ba")
    notes = []
    outcome = run([path], tmp_path / "out", pipeline=Faulty(tmp_path / "killed"), note=notes.append)
    assert outcome.failed == 0
    assert ids(tmp_path / "out") == ["0", "1", "2"]
    assert notes == ["the worker died of SIGKILL at news.jsonl:2 (id 1); reading it again"]


def test_workers_that_cannot_start_stop_the_run_short(archive, tmp_path):
    with pytest.raises(RunError, match="workers cannot start: the worker left with code 1"):
        run([archive], tmp_path / "out", pipeline=Stillborn())


def test_the_bytes_do_not_depend_on_the_number_of_workers(archive, tmp_path):
    for workers in (1, 3):
        run([archive], tmp_path / f"out{workers}", Options(workers=workers, part_size=20))
    assert tree(tmp_path / "out1") == tree(tmp_path / "out3")


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_bytes_do_not_depend_on_how_a_process_hashes_strings(archive, tmp_path):
    for out in ("one", "two"):
        run([archive], tmp_path / out, pipeline=Hashing())
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_limit_takes_the_first_articles(archive, tmp_path):
    outcome = run([archive], tmp_path / "out", Options(limit=7, part_size=3))
    assert outcome.articles == 7
    assert ids(tmp_path / "out") == [f"a{number}" for number in range(7)]


def test_an_archive_without_articles_gives_empty_tables(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n")
    run([tmp_path / "a.jsonl"], tmp_path / "out")
    assert rows(tmp_path / "out", "figures") == []


def test_parts_that_end_with_the_archive_leave_no_empty_one(archive, tmp_path):
    run([archive], tmp_path / "out", Options(part_size=25))
    assert len(list((tmp_path / "out/articles").iterdir())) == 2
    assert len((tmp_path / "out/inputs.jsonl").read_text().splitlines()) == 1


def test_a_run_that_is_done_does_nothing_again(archive, tmp_path):
    first = run([archive], tmp_path / "out")
    before = tree(tmp_path / "out")
    again = run([archive], tmp_path / "out", Options(workers=3))
    assert again.nothing_to_do
    assert (again.articles, again.rows) == (first.articles, first.rows)
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(limit=3), "its limit was None, now it is 3"),
        (Options(format="jsonl"), "its format was 'parquet', now it is 'jsonl'"),
        (Options(settings=Settings(Fields(text="body"))), "its text_field was None, now it is 'body'"),
    ],
)
def test_other_options_on_the_same_folder_are_refused(archive, tmp_path, options, reason):
    run([archive], tmp_path / "out")
    with pytest.raises(Refused, match=reason):
        run([archive], tmp_path / "out", options)


def test_other_inputs_on_the_same_folder_are_refused_unless_it_may_be_cleared(archive, tmp_path):
    run([archive], tmp_path / "out", Options(part_size=20))
    other = tmp_path / "other.jsonl"
    other.write_bytes(jsonl([article(0)]))
    with pytest.raises(Refused, match="its inputs were 1 files of"):
        run([other], tmp_path / "out", Options(part_size=20))
    run([other], tmp_path / "out", Options(part_size=20, restart=True))
    assert ids(tmp_path / "out") == ["a0"]


def test_tables_of_somebody_else_are_not_touched(archive, tmp_path):
    (tmp_path / "out/articles").mkdir(parents=True)
    with pytest.raises(Refused, match="no manifest"):
        run([archive], tmp_path / "out")


def test_two_runs_at_once_on_one_folder_are_refused(archive, tmp_path):
    (tmp_path / "out").mkdir()
    held = Seen(tmp_path / "out/.seen.sqlite")
    try:
        with pytest.raises(Busy, match="in use"):
            other_process(archive, tmp_path / "out")
    finally:
        held.close()


def other_process(archive, out):
    import multiprocessing

    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(run, ([str(archive)], str(out)))


def test_a_missing_library_is_named_with_the_extra(archive, tmp_path, monkeypatch):
    import importlib.util

    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "fastwarc" else there(name))
    with pytest.raises(MissingExtra, match=r"fastwarc: pip install 'vnreport\[archive\]'"):
        run([archive], tmp_path / "out")


def test_the_parent_imports_neither_arrow_nor_the_stages_libraries(archive, tmp_path):
    import subprocess

    code = (
        "import sys\nfrom vnreport.archive.batch import run\n"
        "if __name__ == '__main__':\n"
        f"    run([{str(archive)!r}], {str(tmp_path / 'out')!r})\n"
        "    print([name for name in ('pyarrow', 'numpy', 'underthesea', 'trafilatura') if name in sys.modules])\n"
    )
    (tmp_path / "script.py").write_text(code)
    done = subprocess.run([sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_command_says_what_it_did_and_leaves_with_3_where_there_are_errors(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl([article(0)]) + b"{\n" + jsonl([article(0)]))
    arguments = ["batch", str(path), "--out", str(tmp_path / "out"), "--workers", "1"]
    first = CliRunner().invoke(app, arguments)
    assert first.exit_code == 3
    said = f"3 articles, 1 of them in the tables under {tmp_path}/out; 2 in {tmp_path}/out/errors.jsonl"
    assert first.stdout == f"{said} (1 duplicate, 1 unread)\n"
    again = CliRunner().invoke(app, arguments)
    assert again.exit_code == 3
    assert again.stdout == f"nothing to do: {first.stdout}"


def test_the_command_leaves_with_0_where_all_went_well(archive, tmp_path):
    done = CliRunner().invoke(app, ["batch", str(archive), "--out", str(tmp_path / "out"), "--workers", "1"])
    assert done.exit_code == 0
    assert done.stdout == f"50 articles, 50 of them in the tables under {tmp_path}/out\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing.jsonl", "--out", "out"],
        ["news.jsonl"],
        ["--out", "out"],
        ["news.jsonl", "--out", "out", "--workers", "0"],
        ["news.jsonl", "--out", "out", "--format", "xml"],
        ["news.jsonl", "--out", "out", "--encoding", "klingon"],
        ["news.jsonl", "--out", "other", "--limit", "3"],
    ],
)
def test_the_command_leaves_with_2_where_its_arguments_cannot_be_used(archive, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other/articles").mkdir(parents=True)
    done = CliRunner().invoke(app, ["batch", *arguments])
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_a_table_that_cannot_be_written_stops_the_run_short(archive, tmp_path):
    (tmp_path / "out").write_text("a file where the folder should be")
    done = CliRunner().invoke(app, ["batch", str(archive), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "stopped short" in done.stderr
