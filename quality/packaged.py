"""The wheel and the sdist as somebody has them who has no checkout: `make dist` builds them, this tries them.

python quality/packaged.py dist

The wheel goes into a fresh virtual environment, and every command that `vnreport --help` names is run there from a
folder that is not this one: first without any extra, where what needs one has to say so on one line, then with them.
The record has to be the checkout's, byte for byte. So are run the Python examples of the README and the typed program
of `examples/`, and the types are checked against what is installed, where one that is wrong has to be found out. The
sdist is unpacked, pytest has to be able to collect its tests, and those that read the files around the package have to
pass.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRAS = "archive,dashboard,quantity,render"
NEED_AN_EXTRA = {
    "archive": ["batch", "reports.jsonl", "--out", "none"],
    "dashboard": ["dashboard", "tables", "--out", "none.html"],
    "render": ["render", "article.txt", "--out", "none.html"],
}
# What needs an extra where no command does.
LIBRARY = {
    "quantity": "vnreport.parse('Xã thu 5 tỷ đồng.').figures[0].quantity()",
    "render": "vnreport.parse('Xã họp.').to_html()",
    "archive": "__import__('vnreport.archive').archive.to_frames([vnreport.parse('Xã họp.')])",
}
WRONG = "\n\ntext: int = Pipeline().parse('Sáng 11/3, xã họp.').dates[0].text\n"
# The tests that read files of the sdist besides the package.
BESIDE = ("tests/test_quality.py", "tests/test_readme.py", "tests/test_schema.py", "tests/gold")


class NotAsPackagedError(Exception):
    """What was installed does not do what the checkout does."""


def fresh_environment(folder: Path) -> Path:
    """The Python of a fresh virtual environment in `folder`."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def run(command: Sequence[str | Path], cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command away from the checkout; raises `NotAsPackagedError` where it leaves with another code."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")
    if result.returncode != code or "Traceback" in result.stderr:
        said = f"{result.stdout[-2000:]}{result.stderr[-4000:]}"
        raise NotAsPackagedError(f"{' '.join(words)}: exit code {result.returncode}, not {code}\n{said}")
    return result


def pip(python: Path, *arguments: str | Path) -> None:
    run([python, "-m", "pip", "install", "--quiet", *arguments], Path(tempfile.gettempdir()))


def holds_its_data(wheel: Path) -> None:
    """Every file of the package that is no Python lies in the wheel, and nothing besides the package."""
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    data = {
        path.relative_to(source).as_posix()
        for path in (source / "vnreport").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    if missing := data - names:
        raise NotAsPackagedError(f"not in the wheel: {', '.join(sorted(missing))}")
    if "vnreport/py.typed" not in names:
        raise NotAsPackagedError("no py.typed in the wheel")
    if odd := {name for name in names - data if not re.match(r"vnreport-[\w.]+\.dist-info/", name)}:
        raise NotAsPackagedError(f"in the wheel, and not of the package: {', '.join(sorted(odd))}")


class Installed:
    """What is installed in an environment, used from a folder `cwd`; `ran` are the commands that were run."""

    def __init__(self, python: Path, cwd: Path) -> None:
        self.python, self.cwd = python, cwd
        self.ran: set[str] = set()

    def vnreport(self, command: str, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        if code == 0 and "--help" not in arguments:
            self.ran.add(command)
        return run([self.python.with_name("vnreport"), command, *arguments], self.cwd, code)

    def commands(self) -> list[str]:
        """What `vnreport --help` names."""
        _, _, listing = self.vnreport("--help").stdout.partition("\nCommands:\n")
        listed = re.findall(r"^  ([a-z]\S*) ", listing, re.MULTILINE)
        if not listed:
            raise NotAsPackagedError("vnreport --help names no command")
        return listed

    def every_command_ran(self) -> None:
        if left := set(self.commands()) - self.ran:
            raise NotAsPackagedError(f"packaged.py does not run {', '.join(sorted(left))}")


def without_extras(installed: Installed) -> None:
    """What works without extras does, and what needs one says so."""
    vnreport, cwd = installed.vnreport, installed.cwd
    if not re.fullmatch(r"vnreport \d+\.\d+\.\d+\S*\n", vnreport("--version").stdout):
        raise NotAsPackagedError("--version prints no version")
    for command in installed.commands():
        vnreport(command, "--help")
    article = ["article.txt", "--published", "2022-03-11"]
    vnreport("parse", *article, "--out", "record.json")
    own = run([sys.executable, "-m", "vnreport", "parse", *article, "--format", "json"], cwd)
    if (cwd / "record.json").read_text("utf-8") != own.stdout:
        raise NotAsPackagedError("the record is another than the checkout's")
    run([installed.python, "-m", "vnreport", "parse", *article, "--format", "table"], cwd)
    json.loads(vnreport("schema").stdout)
    for form in ("gold", "brat", "conll2002", "label-studio"):
        out = "tasks.json" if form == "label-studio" else form
        vnreport("export", *article, "--to", form, "--out", out)
        more = ["--predictions"] if form == "label-studio" else []
        vnreport("import", out, "--from", form, "--out", f"gold-{form}", *more)
        vnreport("evaluate", f"gold-{form}")
    for extra, arguments in NEED_AN_EXTRA.items():
        said = vnreport(*arguments, code=2).stderr
        if said.count("\n") != 1 or f"vnreport[{extra}]" not in said:
            raise NotAsPackagedError(f"{arguments[0]} does not say on one line that it needs {extra}: {said}")
    for extra, expression in LIBRARY.items():
        code = f"import vnreport\ntry:\n    {expression}\nexcept ImportError as error:\n    print(error)"
        if f"vnreport[{extra}]" not in (said := run([installed.python, "-c", code], cwd).stdout):
            raise NotAsPackagedError(f"{expression} does not say that it needs {extra}: {said}")


def with_extras(installed: Installed) -> None:
    vnreport, cwd = installed.vnreport, installed.cwd
    vnreport("batch", "reports.jsonl", "--out", "tables", "--workers", "2")
    vnreport("batch", "article.txt", "reports.jsonl", "--out", "lines", "--format", "jsonl", "--workers", "1")
    vnreport("dashboard", "tables", "--out", "charts.html")
    vnreport("render", "article.txt", "--out", "article.html")
    vnreport("render", "reports.jsonl", "--out", "articles.html")
    for page in ("charts.html", "article.html", "articles.html"):
        if not (cwd / page).read_text("utf-8").rstrip().endswith("</html>"):
            raise NotAsPackagedError(f"{page} is no whole page")
    for expression in LIBRARY.values():
        run([installed.python, "-W", "error", "-c", f"import vnreport\nassert {expression} is not None"], cwd)


def examples(python: Path, cwd: Path) -> None:
    """The Python of the README, and the typed program of `examples/`, run and checked for types."""
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    if not blocks:
        raise NotAsPackagedError("no Python in README.md")
    run([python, "-W", "error", "-c", "\n".join(blocks)], cwd)
    program = shutil.copy(ROOT / "examples" / "typed_program.py", cwd)
    if not run([python, "-W", "error", program, "article.txt", "2022-03-11"], cwd).stdout.startswith("article.txt\n"):
        raise NotAsPackagedError("the typed program prints nothing")
    mypy: list[str | Path] = [sys.executable, "-m", "mypy", "--strict", "--python-executable", python]
    run([*mypy, program], cwd)
    wrong = cwd / "wrong_program.py"
    wrong.write_text(Path(program).read_text("utf-8") + WRONG, "utf-8")
    said = run([*mypy, wrong], cwd, code=1).stdout
    if 'expression has type "str", variable has type "int"' not in said or "Found 1 error" not in said:
        raise NotAsPackagedError(f"mypy does not know the types of what is installed:\n{said}")


def sdist_can_be_tested(sdist: Path, cwd: Path) -> None:
    """The tests of the sdist are collected, and some pass, with the libraries that are installed for this Python."""
    with tarfile.open(sdist) as packed:
        if hasattr(tarfile, "data_filter"):
            packed.extractall(cwd, filter="data")
        else:
            packed.extractall(cwd)
    unpacked = cwd / sdist.name.removesuffix(".tar.gz")
    environment = {**os.environ, "PYTHONPATH": str(unpacked / "src")}
    for arguments in (["--collect-only"], BESIDE):
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
        result = subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True)
        if result.returncode:
            raise NotAsPackagedError(f"in the sdist, {' '.join(command)}:\n{result.stdout[-4000:]}")


def one(dist: Path, pattern: str) -> Path:
    found = list(dist.glob(pattern))
    if len(found) != 1:
        raise NotAsPackagedError(f"{dist}/{pattern}: {len(found)} files, not one")
    return found[0].resolve()


def main(dist: Path) -> None:
    wheel, sdist = one(dist, "*.whl"), one(dist, "*.tar.gz")
    start = time.monotonic()

    def done(what: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {what}", flush=True)

    holds_its_data(wheel)
    with tempfile.TemporaryDirectory() as folder:
        cwd = Path(folder, "elsewhere")
        cwd.mkdir()
        shutil.copy(ROOT / "examples" / "ward-party-committee.txt", cwd / "article.txt")
        shutil.copy(ROOT / "examples" / "archive" / "reports.jsonl", cwd)
        sdist_can_be_tested(sdist, Path(folder))
        done("the tests of the sdist can be collected, and those of the files around the package pass")
        python = fresh_environment(Path(folder, "env"))
        installed = Installed(python, cwd)
        pip(python, wheel)
        done("the wheel is installed, without extras")
        without_extras(installed)
        examples(python, cwd)
        done("every command without extras; the examples of the README; a typed program")
        pip(python, f"{wheel}[{EXTRAS}]")
        done("the wheel is installed, with its extras")
        with_extras(installed)
        installed.every_command_ran()
        done("every command with its extras")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except NotAsPackagedError as error:
        sys.exit(f"packaged.py: {error}")
