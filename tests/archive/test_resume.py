"""A run killed at any moment and started again leaves byte for byte what a run that never stopped leaves."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from archive.archives import Slow, article, compressed, csv_bytes, jsonl, page, parquet, warc_record
from vnreport.archive import manifest
from vnreport.archive.batch import Options, Refused, run
from vnreport.archive.books import Books
from vnreport.archive.log import Log
from vnreport.archive.seen import Seen

TESTS = Path(__file__).parents[1]
SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from archive.archives import Slow
from vnreport.archive.batch import Options, run
if __name__ == "__main__":
    print("begun", flush=True)
    run([{inputs!r}], {out!r}, Options(workers=2, part_size=15, format={format!r}), pipeline=Slow({pace}))
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Articles in all formats, with duplicates and faults among them, in files that end within parts and with them."""
    folder = tmp_path_factory.mktemp("of all kinds") / "archive"
    folder.mkdir()
    rows = [article(number) for number in range(120)]
    faulty = jsonl(rows[:20]) + b'{"text"\n' + jsonl([rows[3]]) + jsonl(rows[20:28])
    (folder / "a.jsonl.gz").write_bytes(compressed(faulty, ".gz"))
    (folder / "b.csv.zst").write_bytes(compressed(csv_bytes([*rows[28:60], rows[5]]), ".zst"))
    (folder / "c.parquet").write_bytes(parquet(rows[60:80]))
    (folder / "d.warc").write_bytes(b"".join(warc_record(f"u:{row['id']}", page(row)) for row in rows[80:100]))
    for row in rows[100:]:
        (folder / f"e{row['id']}.txt").write_text(row["text"])
    return folder


def tree(folder):
    """Every file under a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def started(archive, out, *, pace=0.01, format="parquet"):
    """The run, begun in a process group of its own."""
    script = SCRIPT.format(tests=str(TESTS), inputs=str(archive), out=str(out), pace=pace, format=format)
    path = out.with_suffix(".py")
    path.write_text(script)
    process = subprocess.Popen([sys.executable, path], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    return process


def finished(archive, out, **options):
    process = started(archive, out, **options)
    process.communicate(timeout=120)
    assert process.returncode == 0


def parts(out):
    try:
        return manifest.load(out)[1].parts
    except TypeError:
        return 0


def wait_for_parts(process, out, count):
    """Until the run has made so many parts; fails where it has ended before."""
    while parts(out) < count:
        assert process.poll() is None, "the run ended early"
        time.sleep(0.02)


@pytest.mark.once
@pytest.mark.parametrize(("format", "kills"), [("parquet", 20), ("jsonl", 4)])
def test_killed_at_random_moments_a_run_leaves_the_same_bytes(archive, tmp_path, format, kills):
    finished(archive, tmp_path / "whole", pace=0, format=format)
    chance = random.Random(f"{format} {kills}")
    out = tmp_path / "killed"
    for kill in range(kills):
        process = started(archive, out, format=format)
        if kill % 3 == 0:  # hit a run that has got somewhere, however slow the machine
            done = parts(out)
            while parts(out) == done and process.poll() is None:
                time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 1.0))
        process.kill()
        process.communicate()
        if process.returncode == 0:  # it was done before: begin anew, so that the next kill hits a run
            assert tree(out) == tree(tmp_path / "whole")
            out = tmp_path / f"killed{kill}"
    finished(archive, out, format=format)
    assert tree(out) == tree(tmp_path / "whole")


class Stopped(BaseException):
    """What a test stops a run with, where a kill cannot be aimed."""


SHORT = Options(part_size=15, limit=50)


@pytest.fixture(scope="module")
def whole(archive, tmp_path_factory):
    """What a run that never stops leaves of the archive's first articles."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run([archive], out, SHORT, pipeline=Slow(0))
    return tree(out)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("owner", "step"),
    [(Books, "_publish"), (Log, "append"), (Seen, "save"), (manifest, "save"), (manifest, "flush_folder")],
)
def test_stopped_between_two_steps_of_entering_a_part_a_run_leaves_the_same_bytes(
    archive, whole, tmp_path, monkeypatch, owner, step, when
):
    real = getattr(owner, step)
    calls = iter(range(1000))

    def stopping(*args):
        call = next(calls)
        if call == 2 and when == "before":
            raise Stopped
        done = real(*args)
        if call == 2:
            raise Stopped
        return done

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, stopping)
        with pytest.raises(Stopped):
            run([archive], tmp_path / "stopped", SHORT, pipeline=Slow(0))
    run([archive], tmp_path / "stopped", SHORT, pipeline=Slow(0))
    assert tree(tmp_path / "stopped") == whole


def test_what_was_done_is_not_done_again(archive, tmp_path):
    out = tmp_path / "out"
    process = started(archive, out)
    wait_for_parts(process, out, 3)
    process.kill()
    process.communicate()
    first = {path.name: path.stat().st_mtime_ns for path in (out / "articles").iterdir()}
    done = parts(out)
    finished(archive, out, pace=0)
    for number in range(done):
        name = f"part-{number:06d}.parquet"
        assert (out / "articles" / name).stat().st_mtime_ns == first[name]


def test_a_run_that_goes_on_says_so(archive, tmp_path, monkeypatch):
    def stopped(books):
        raise Stopped

    notes = []
    with monkeypatch.context() as patch:
        patch.setattr(Books, "finish", stopped)
        with pytest.raises(Stopped):
            run([archive], tmp_path / "out", Options(limit=20))
    run([archive], tmp_path / "out", Options(limit=20), note=notes.append)
    assert notes == ["going on after 20 articles"]


def test_workers_leave_when_their_parent_is_killed(archive, tmp_path):
    psutil = pytest.importorskip("psutil")
    process = started(archive, tmp_path / "out")
    wait_for_parts(process, tmp_path / "out", 1)
    workers = psutil.Process(process.pid).children(recursive=True)
    assert len(workers) >= 2
    process.kill()
    process.communicate()
    assert psutil.wait_procs(workers, timeout=10)[1] == []


def test_an_archive_that_changed_meanwhile_is_refused(archive, tmp_path):
    process = started(archive, tmp_path / "out")
    wait_for_parts(process, tmp_path / "out", 1)
    process.kill()
    process.communicate()
    grown = tmp_path / "archive"
    shutil.copytree(archive, grown)
    with (grown / "c.parquet").open("ab") as file:
        file.write(b"more")
    with pytest.raises(Refused, match="its inputs were"):
        run([grown], tmp_path / "out", Options(part_size=15))


def test_ids_that_are_gone_are_not_guessed(archive, tmp_path):
    out = tmp_path / "out"
    process = started(archive, out)
    wait_for_parts(process, out, 1)
    process.kill()
    process.communicate()
    for path in out.glob(".seen*"):
        os.unlink(path)
    with pytest.raises(Refused, match="is gone"):
        run([archive], out, Options(part_size=15))
