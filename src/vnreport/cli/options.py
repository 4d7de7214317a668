"""Options that several commands share, each spelt out once: types of their parameters, and what they are by default.

>>> def command(encoding: Encoding = None, max_chars: MaxChars = LONGEST) -> None: ...
"""

from __future__ import annotations

from typing import Annotated

import typer

LONGEST = 2_000_000
"""The longest article that is read, in characters, where nothing else is said."""

Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of text files. [default: UTF-8, else what reads as Vietnamese]"),
]
MaxChars = Annotated[
    int, typer.Option(metavar="N", min=1, help="Longest article, in characters; a longer one is not read.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="The day the articles appeared, for those that come without one.")
]

# The fields of an archive that articles are read from.
TextField = Annotated[
    str | None, typer.Option(metavar="NAME", help="Key or column of the text in an archive. [default: text]")
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="… of the id. [default: id]")]
DateField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="… of the day the article appeared. [default: published, date]"),
]
TitleField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="… of the title, put before a text that lacks it. [default: title]"),
]
