"""A folder of articles in a format that cannot hold them exactly: ``articles.jsonl`` keeps what its files cannot.

Each line is an article with its ``id``, its day (``published``) and its exact ``text``, as an archive has it, and the
name of its files without the ending (``file``).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vnreport.annotation.markup import AnnotationError, Markup
from vnreport.text.decode import decode

NAME = "articles.jsonl"
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the shelf; `layers` as in `Markup`."""

    id: str
    text: str
    published: str | None
    layers: tuple[str, ...] | None = None


def stems(ids: Iterable[str]) -> dict[str, str]:
    """A file's name for each id, without ending: the id where it can be one, no two the same on any file system.

    >>> stems(["a-1", "https://a.vn/x?y=1", "A-1"])
    {'a-1': 'a-1', 'https://a.vn/x?y=1': 'https___a.vn_x_y_1', 'A-1': 'A-1-2'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        plain = re.sub(r"[^\w.-]", "_", id)[:_LONGEST].strip(".") or "_"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        names[id] = name
    return names


def lines(markups: Iterable[Markup], names: dict[str, str]) -> str:
    """The lines of ``articles.jsonl`` for some articles."""
    return "".join(_line(names[markup.id], markup) + "\n" for markup in markups)


def _line(name: str, markup: Markup) -> str:
    row: dict[str, object] = {"id": markup.id, "published": markup.published, "file": name, "text": markup.text}
    if markup.layers is not None:
        row["layers"] = list(markup.layers)
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates, which only an escape can write
        return json.dumps(row)
    return line


def merged(folder: Path, new: str) -> str:
    """The lines of a folder with `new` ones added, or put in the place of those of the same files."""
    path = folder / NAME
    if not path.exists():
        return new
    entries(folder)  # refuses what is none of ours
    files = {json.loads(line)["file"] for line in new.splitlines()}
    kept = [line for line in path.read_text("utf-8").split("\n") if line and json.loads(line)["file"] not in files]
    return "".join(f"{line}\n" for line in kept) + new


def entries(folder: Path) -> dict[str, Entry] | None:
    """The articles of a folder by their files' names; None where it keeps no ``articles.jsonl``.

    Raises `AnnotationError` where that is not one of ours.
    """
    path = folder / NAME
    if not path.exists():
        return None
    found = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            row = json.loads(line)
            layers = tuple(row["layers"]) if "layers" in row else None
            found[row["file"]] = Entry(row["id"], row["text"], row["published"], layers)
        except (ValueError, KeyError, TypeError):
            raise AnnotationError(f"{path}, line {number}: no article with id, published, file and text") from None
    return found


def article_bytes(text: str, id: str) -> bytes:
    """The bytes of ``ID.txt`` from which `text` is read again, letter for letter.

    Raises `AnnotationError` where there are none: UTF-8 has no lone surrogates.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        raise AnnotationError(f"{id}: its text holds lone surrogates, which no file of text can") from None
    # A mark says that it is UTF-8 where the text looks like another encoding; one that the text itself begins with
    # needs more before it, since marks are taken off in reading.
    return next(marked for marks in range(4) if decode(marked := codecs.BOM_UTF8 * marks + data).text == text)
