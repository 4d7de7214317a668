"""Bad input: one clear line, exit code 2, no traceback."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

EXIT_BAD_INPUT = 2
"""The exit code where the input or the arguments cannot be used."""
EXIT_WITH_ERRORS = 3
"""The exit code where all is done but for some articles that could not be read or parsed."""


def refuse(message: str) -> NoReturn:
    """Say why the input cannot be used, on one line of standard error, and leave with exit code 2 (`typer.Exit`)."""
    line = " ".join(message.split())
    # A file's name may hold bytes that are no UTF-8 (lone surrogates in Python), which no stream can print.
    typer.echo(f"vnreport: {line}".encode("utf-8", "backslashreplace").decode(), err=True)
    raise typer.Exit(EXIT_BAD_INPUT)


def reason(error: OSError) -> str:
    """What the system says of a failed call, without the number and the path.

    >>> reason(FileNotFoundError(2, "No such file or directory", "x.txt"))
    'no such file or directory'
    """
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def on_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout.isatty()
