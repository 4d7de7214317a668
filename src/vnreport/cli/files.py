"""Reading what is asked for and writing what comes out."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

from vnreport.cli.errors import reason, refuse
from vnreport.text.decode import Decoded, DecodeError, decode

STANDARD = "-"
"""The name of standard input and output."""


def read(file: str, encoding: str | None) -> Decoded:
    """The text of a file, or of standard input where `file` is ``-``; refused where it cannot be read as text."""
    name = "standard input" if file == STANDARD else file
    try:
        return decode(_bytes(file), encoding)
    except LookupError:
        refuse(f"--encoding: no encoding is called {encoding!r}")
    except DecodeError as error:
        advice = "" if encoding else "; name its encoding with --encoding"
        refuse(f"{name}: {error}{advice}")


def _bytes(file: str) -> bytes:
    if file == STANDARD:
        if sys.stdin is None:
            refuse("no FILE given, and there is no standard input")
        if sys.stdin.isatty():
            print("vnreport: reading from the terminal; end with Ctrl-D (--help says more)", file=sys.stderr)
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        refuse(f"{file}: no such file")
    except IsADirectoryError:
        refuse(f"{file} is a directory: name a file, or read a folder with vnreport batch")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        refuse(f"{file}: cannot read: {reason(error) if isinstance(error, OSError) else error}")


def write(text: str, out: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output where `out` is None or ``-``; UTF-8 in any case."""
    data = text.encode("utf-8", "backslashreplace")
    if out is None or str(out) == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(out, data)
    except OSError as error:
        refuse(f"{out}: cannot write: {reason(error)}")


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` aside and rename it to `path`, so that no reader ever sees half a file.

    A link is followed; what is no regular file (``/dev/null``, a pipe) is written as it is. Raises `OSError` where
    that cannot be.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def put(
    made: dict[str, bytes], folder: Path, force: bool, *, kept: Collection[str] = (), grown: Collection[str] = ()
) -> None:
    """Write files into a folder, made if need be, and none of them if one would replace what is there.

    `force` replaces; of `kept` files the one that is there stays; `grown` ones have what is there in them already.
    """
    try:
        there = {name for name, data in made.items() if _differs(folder / name, data)}
        if not force:
            lost = sorted(there.difference(kept, grown))
            if lost:
                refuse(f"{folder / lost[0]} is there already, and is not the same; --force writes over it")
            made = {name: data for name, data in made.items() if name not in kept or name not in there}
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            write_atomically(folder / name, data)
    except OSError as error:
        refuse(f"{error.filename or folder}: cannot write: {reason(error)}")


def _differs(path: Path, data: bytes) -> bool:
    """Whether a file is there that holds something else."""
    return path.exists() and not (path.is_file() and path.read_bytes() == data)
