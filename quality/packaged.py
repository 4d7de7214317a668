"""The wheel and the sdist as somebody has them who has no checkout: `make dist` builds them, this tries them.

python quality/packaged.py dist

The wheel goes into a fresh virtual environment, and every command is run there from a folder that is not this one:
first without any extra, where a command that needs one has to say so on one line and leave with 2, then with them. So
are the Python examples of the README and the typed program of `examples/`, and the types are checked against what is
installed. The sdist is unpacked, and pytest has to be able to collect its tests.
"""

from __future__ import annotations

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
COMMANDS = ("parse", "batch", "dashboard", "render", "schema", "evaluate", "export", "import")
NEED_AN_EXTRA = {
    "archive": ["batch", "reports.jsonl", "--out", "none"],
    "dashboard": ["dashboard", "tables", "--out", "none.html"],
    "render": ["render", "article.txt", "--out", "none.html"],
}


class NotAsPackagedError(Exception):
    """What was installed does not do what the checkout does."""


def installed(folder: Path) -> Path:
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


def commands_without_extras(python: Path, cwd: Path) -> None:
    """What works without extras does, and what needs one says so."""
    module: list[str | Path] = [python, "-m", "vnreport"]
    script = python.with_name("vnreport")
    if not re.fullmatch(r"vnreport \d+\.\d+\.\d+\S*\n", run([script, "--version"], cwd).stdout):
        raise NotAsPackagedError("--version prints no version")
    for command in COMMANDS:
        run([script, command, "--help"], cwd)
    run([script, "parse", "article.txt", "--published", "2022-03-11", "--out", "record.json"], cwd)
    run([*module, "parse", "article.txt", "--format", "table"], cwd)
    run([script, "schema"], cwd)
    run([script, "export", "article.txt", "--to", "brat", "--out", "brat"], cwd)
    run([script, "import", "brat", "--from", "brat", "--out", "gold"], cwd)
    run([script, "evaluate", "gold"], cwd)
    for extra, arguments in NEED_AN_EXTRA.items():
        said = run([script, *arguments], cwd, code=2).stderr
        if said.count("\n") != 1 or f"vnreport[{extra}]" not in said:
            raise NotAsPackagedError(f"{arguments[0]} does not say on one line that it needs {extra}: {said}")


def commands_with_extras(python: Path, cwd: Path) -> None:
    script = python.with_name("vnreport")
    run([script, "batch", "reports.jsonl", "--out", "tables", "--workers", "2"], cwd)
    run([script, "dashboard", "tables", "--out", "charts.html"], cwd)
    run([script, "render", "article.txt", "--out", "article.html"], cwd)
    run([script, "render", "reports.jsonl", "--out", "articles.html"], cwd)
    for page in ("charts.html", "article.html", "articles.html"):
        if not (cwd / page).read_text("utf-8").rstrip().endswith("</html>"):
            raise NotAsPackagedError(f"{page} is no whole page")


def examples(python: Path, cwd: Path) -> None:
    """The Python of the README, and the typed program of `examples/`, run and checked for types."""
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    if not blocks:
        raise NotAsPackagedError("no Python in README.md")
    run([python, "-W", "error", "-c", "\n".join(blocks)], cwd)
    program = shutil.copy(ROOT / "examples" / "typed_program.py", cwd)
    if not run([python, "-W", "error", program, "article.txt", "2022-03-11"], cwd).stdout.startswith("article.txt\n"):
        raise NotAsPackagedError("the typed program prints nothing")
    run([sys.executable, "-m", "mypy", "--strict", "--python-executable", python, program], cwd)


def sdist_can_be_tested(sdist: Path, cwd: Path) -> None:
    """The tests of the sdist are collected, with the libraries that are installed for this Python."""
    with tarfile.open(sdist) as packed:
        if hasattr(tarfile, "data_filter"):
            packed.extractall(cwd, filter="data")
        else:
            packed.extractall(cwd)
    unpacked = cwd / sdist.name.removesuffix(".tar.gz")
    environment = {**os.environ, "PYTHONPATH": str(unpacked / "src")}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    result = subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True)
    if result.returncode:
        raise NotAsPackagedError(f"the tests of the sdist cannot be collected:\n{result.stdout[-4000:]}")


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
        done("the tests of the sdist can be collected")
        python = installed(Path(folder, "env"))
        pip(python, wheel)
        done("the wheel is installed, without extras")
        commands_without_extras(python, cwd)
        examples(python, cwd)
        done("every command without extras; the examples of the README; a typed program")
        pip(python, f"{wheel}[{EXTRAS}]")
        done("the wheel is installed, with its extras")
        commands_with_extras(python, cwd)
        done("every command with its extras")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except NotAsPackagedError as error:
        sys.exit(f"packaged.py: {error}")
