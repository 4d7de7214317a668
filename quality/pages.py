"""Runs the code of a page of the documentation and puts what it prints below it, so that no output is pasted by hand.

python quality/pages.py docs/tutorial.md docs/grammar.md

The blocks of a page run in order, in a new folder with copies of `src`, `examples` and `tests`:

- ```python runs in one namespace a page; what it prints goes into the ```text block that follows, where one does.
- ```python title="PATH" is written to that file of the folder instead.
- ```console holds commands behind ``$ `` (``> `` goes on a command); what they print on standard output follows each.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
COPIED = ("src/vnreport", "examples", "tests")
BLOCK = re.compile(
    r"^```python(?: title=\"(?P<file>[^\"]+)\")?\n(?P<python>.*?)^```$(?:\n\n^```text\n(?P<output>.*?)^```$)?"
    r"|^```console\n(?P<console>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COMMAND = re.compile(r"^\$ (?P<command>.*(?:\n> .*)*)", re.MULTILINE)


def run(page: str, name: str = "page") -> str:
    """`page`, a page of Markdown, with what its code prints now. Raises what its code raises."""
    namespace: dict[str, Any] = {"__name__": name}

    def shown(block: re.Match[str]) -> str:
        if block["console"] is not None:
            return f"```console\n{_console(block['console'])}```"
        if block["file"]:
            Path(block["file"]).write_text(block["python"], "utf-8")
            return block[0]
        printed = _python(block["python"], name, namespace)
        if block["output"] is None:
            if printed:
                raise ValueError(f"{name}: this prints something and has no ```text block:\n{block['python']}")
            return block[0]
        return f"```python\n{block['python']}```\n\n```text\n{printed}```"

    with _folder():
        return BLOCK.sub(shown, page)


def _python(code: str, name: str, namespace: dict[str, Any]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(code, name, "exec"), namespace)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _console(block: str) -> str:
    parts = []
    for found in COMMAND.finditer(block):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", found["command"].replace("\n> ", "\n")],
            capture_output=True, text=True, env=_environment(), check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{found['command']}: exit code {done.returncode}: {done.stderr or done.stdout}")
        parts.append(found[0] + "\n" + "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines()))
    return "".join(parts)


def _environment() -> dict[str, str]:
    """That of this process, with its own vnreport, read from the folder, in front."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "PYTHONPATH": "src", "COLUMNS": "100", "PYTHONDONTWRITEBYTECODE": "1"}


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    """A new working folder with copies of what pages speak of."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for path in COPIED:
            shutil.copytree(ROOT / path, Path(folder) / path, ignore=shutil.ignore_patterns("__pycache__"))
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def main() -> None:
    for page in map(Path, sys.argv[1:]):
        page.write_text(run(page.read_text("utf-8"), page.name), "utf-8")


if __name__ == "__main__":
    main()
