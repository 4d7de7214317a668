"""The package: what importing it costs and what it offers."""

import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

import vnreport

LATE = (
    "underthesea", "dateparser", "rich", "typer", "charset_normalizer", "pyarrow", "pandas", "polars", "lunar_vn",
    "pint",
)  # fmt: skip


def _python(code: str, *options: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *options, "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return result.stdout


def test_import_pulls_in_nothing_heavy() -> None:
    loaded = _python("import sys, vnreport; print(' '.join(sys.modules))").split()
    assert sorted(set(LATE) & set(loaded)) == []


def test_plain_report_is_read_without_dateparser_or_underthesea() -> None:
    parse = "vnreport.parse('Ngày 11/3/2022, xã họp.', published='2022-03-12')"
    loaded = _python(f"import sys, vnreport; {parse}; print(' '.join(sys.modules))").split()
    assert sorted({"underthesea", "dateparser", "rich", "typer"} & set(loaded)) == []


def test_import_is_quick(tmp_path: Path) -> None:
    # As installed, compiled once; the best of six, for a busy machine is no failure.
    code = "import time; start = time.perf_counter(); import vnreport; print(time.perf_counter() - start)"
    options = ("-X", f"pycache_prefix={tmp_path}")
    assert min(float(_python(code, *options)) for _ in range(6)) < 0.15


@pytest.mark.parametrize("name", vnreport.__all__)
def test_public_names_are_there_and_documented(name: str) -> None:
    assert getattr(vnreport, name).__doc__


def test_package_is_typed() -> None:
    assert resources.files("vnreport").joinpath("py.typed").is_file()


def test_every_lexicon_says_what_it_is() -> None:
    folder = Path(str(resources.files("vnreport.lexicon")))
    files = [path for path in folder.iterdir() if path.suffix in (".txt", ".tsv")]
    assert files
    assert [path.name for path in files if not path.read_text("utf-8").startswith("# ")] == []
