"""`vnreport parse`: one article in, its record out; bad input ends in one line and exit code 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from vnreport import Report
from vnreport.cli import app

TEXT = (
    "Phường Tân Lập sơ kết quý I\n\nNgày 11/3/2022, bà Trần Thị Mỹ Duyên, Bí thư Đảng ủy phường Tân Lập, chủ trì "
    "hội nghị sơ kết công tác. Thu ngân sách phường đạt 3,5 tỷ đồng.\n"
)


def run(*args: str, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, ["parse", *args], input=stdin, catch_exceptions=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def record(result: Result) -> Report:
    assert result.exit_code == 0, result.stderr
    return Report.from_json(result.stdout)


def test_file_gives_its_record_as_json_in_a_pipe(article: Path) -> None:
    report = record(run(str(article)))
    assert report.title is not None
    assert report.title.text == "Phường Tân Lập sơ kết quý I"


def test_standard_input_gives_the_same_record_as_the_file(article: Path) -> None:
    assert record(run("-", stdin=TEXT)) == record(run(stdin=TEXT)) == record(run(str(article)))


def test_jsonl_is_one_line(article: Path) -> None:
    result = run(str(article), "--format", "jsonl")
    assert result.stdout.count("\n") == 1
    assert record(result) == record(run(str(article), "--format", "json"))


def test_id_and_day_are_in_the_record(article: Path) -> None:
    report = record(run(str(article), "--id", "a-1", "--published", "2022-03-11"))
    assert report.id == "a-1"
    assert str(report.published) == "2022-03-11"


def test_table_can_be_asked_for(article: Path) -> None:
    result = run(str(article), "--format", "table")
    assert result.stdout.startswith("Phường Tân Lập sơ kết quý I\n")


def test_long_article_is_refused_and_the_limit_named(article: Path) -> None:
    result = run(str(article), "--max-chars", "20")
    assert result.exit_code == 2
    assert f"{article}: too long: {len(TEXT)} characters, over the limit of 20 (--max-chars sets it)" in result.stderr
    assert result.stdout == ""


def test_out_writes_the_file_and_nothing_else(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("old")
    result = run(str(article), "--out", str(out))
    assert result.output == ""
    assert Report.from_json(out.read_bytes()).title is not None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "record.json"]


def test_failed_write_leaves_the_old_file(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "record.json"
    out.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run(str(article), "--out", str(out))
    assert (result.exit_code, result.stderr) == (2, f"vnreport: {out}: cannot write: no space left on device\n")
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "record.json"]


def test_out_may_be_a_device(article: Path) -> None:
    assert run(str(article), "--out", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_legacy_file_is_read_and_its_encoding_told(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("utf-16"))
    result = run(str(path))
    assert record(result).title == record(run(stdin=TEXT)).title
    assert result.stderr == "vnreport: read as utf-16\n"


def test_encoding_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_bytes(b"H\xb5 N\xe9i\nx")
    title = record(run(str(path), "--encoding", "tcvn3")).title
    assert title is not None
    assert title.text == "Hà Nội"


@pytest.mark.parametrize(
    ("args", "stdin", "says"),
    [
        (["{tmp}/none.txt"], None, "none.txt: no such file"),
        (["{tmp}"], None, "is a directory"),
        (["a\0b"], None, "cannot read"),
        (["--published", "hôm nào đó"], TEXT, "--published: "),
        (["--published", "2022-02-30"], TEXT, "--published: "),
        (["--encoding", "klingon"], TEXT, "no encoding is called 'klingon'"),
        (["--encoding", "ascii"], TEXT, "byte 0xc6 at offset 2"),
        ([], b"H\xf4m nay", "byte 0xf4 at offset 1"),
        ([], b"Ng\xc3\xa0y \xed\xa0\x80 11/3", "byte 0xed at offset 6"),
        (["--out", "{tmp}"], TEXT, "cannot write"),
        (["--out", "{tmp}/no/such/folder.json"], TEXT, "cannot write: no such file or directory"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    args: list[str], stdin: str | bytes | None, says: str, tmp_path: Path
) -> None:
    result = run(*(arg.format(tmp=tmp_path) for arg in args), stdin=stdin)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("vnreport: ")
    assert result.stderr.count("\n") == 1
    assert says in result.stderr


@pytest.mark.parametrize("args", [["--format", "xml"], ["--no-such-option"], ["a", "b"]])
def test_bad_usage_is_exit_code_2_without_a_traceback(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help_teaches_by_example() -> None:
    assert "vnreport parse report.txt --published 2022-03-11" in run("--help").stdout


def _command(*args: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "vnreport", *args], capture_output=True, check=False, **options)  # type: ignore[call-overload]


def test_json_is_utf8_whatever_the_locale(article: Path) -> None:
    result = _command(
        "parse", str(article), env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    )
    assert json.loads(result.stdout)["title"]["text"] == "Phường Tân Lập sơ kết quý I"


def test_name_that_is_no_utf8_is_refused_in_one_line() -> None:
    result = _command("parse", os.fsdecode(b"/no/such/\xff.txt"))
    assert result.returncode == 2
    assert result.stderr.endswith(b".txt: no such file\n")


def test_reader_that_leaves_early_is_no_error(article: Path) -> None:
    command = f"{sys.executable} -m vnreport parse {article} | true"
    result = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_terminal_gets_tables(article: Path) -> None:
    import pty

    main, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(
        [sys.executable, "-m", "vnreport", "parse", str(article)], stdout=terminal, stdin=terminal, env=environment
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            chunk = os.read(main, 4096)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        shown += chunk
    os.close(main)
    assert process.wait() == 0
    assert "\x1b[1mPhường Tân Lập sơ kết quý I\x1b[0m" in shown.decode()
