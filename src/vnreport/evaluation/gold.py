"""Annotated articles, and records in the same form, ready to be compared."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnreport.records import Report
from vnreport.text.decode import decode

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A date, figure or document, annotated or found: its (start, end), its words and the fields that are compared."""

    span: Range
    text: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, annotated or found: the name, the texts of the titles, (start, end) of each mention."""

    name: str
    titles: tuple[str, ...]
    mentions: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of an article, in one form for annotations and records."""

    people: tuple[Someone, ...]
    bylines: tuple[Range, ...]
    dates: tuple[Item, ...]
    figures: tuple[Item, ...]
    documents: tuple[Item, ...]
    meeting: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article: `text` and `published` go into the parser, `gold` is what should come out.

    `layers` are those that the annotation answers, None for all.
    """

    id: str
    text: str
    published: str | None
    gold: Facts
    layers: frozenset[str] | None = None


def load(path: str | Path) -> Article:
    """The annotated article of ``ID.json`` and the ``ID.txt`` beside it.

    Raises `ValueError` where an annotated string is not in the text or a field is missing, `OSError` where a file is.
    """
    path = Path(path)
    data = json.loads(path.read_bytes())
    text = decode(path.with_suffix(".txt").read_bytes()).text
    try:
        layers = None if data.get("layers") is None else frozenset(data["layers"])
        return Article(data["id"], text, data["published"], _annotated(data, text), layers)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path}: no annotation in the form of docs/gold.md ({error!r})") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def paths(folder: str | Path) -> list[Path]:
    """The annotations of a folder, in the order of their names. Raises `ValueError` where there is none."""
    found = sorted(Path(folder).glob("*.json"))
    if not found:
        raise ValueError(f"no annotated article (ID.json beside ID.txt) in {folder}")
    return found


def _annotated(data: dict[str, Any], text: str) -> Facts:
    def items(name: str, *keys: str, whole_words: bool = True) -> tuple[Item, ...]:
        spans = _locate(text, data[name], whole_words)
        return tuple(
            Item(span, one["text"], {key: one.get(key) for key in keys})
            for span, one in zip(spans, data[name], strict=True)
        )

    return Facts(
        people=tuple(
            Someone(one["name"], tuple(one["titles"]), tuple(_locate(text, one["mentions"]))) for one in data["people"]
        ),
        bylines=tuple(m.span() for byline in data["bylines"] for m in re.finditer(re.escape(byline), text)),
        dates=items("dates", "kind", "start", "end"),
        # A unit may stand against its number (`5ha`), so that the number is no whole word.
        figures=items("figures", "value", "value_to", "of", "unit", "bound", "measure", whole_words=False),
        documents=items("documents", "number"),
        meeting=data["meeting"],
    )


def _locate(text: str, items: Sequence[str | Mapping[str, Any]], whole_words: bool = True) -> list[Range]:
    """Where the items stand: at their `offset`, else each at its first occurrence behind the one before."""
    spans: list[Range] = []
    at = 0
    for item in items:
        words, start = (item, None) if isinstance(item, str) else (item["text"], item.get("offset"))
        if start is None:
            start = _next(text, words, at, whole_words)
        if start < 0:
            raise ValueError(f"{words!r} is not in the text")
        at = start + len(words)
        spans.append((start, at))
    return spans


def offsets(text: str, spans: Sequence[Range], whole_words: bool = True) -> list[int | None]:
    """The ``offset`` that each item of a list needs to be found at its span when it is read back; None for most.

    Spans are code points of `text`, ends exclusive, and hold at least a character each. `whole_words` as the list is
    read: False for figures.

    >>> offsets("An và An, rồi An", [(0, 2), (14, 16)])
    [None, 14]
    """
    needed: list[int | None] = []
    at = 0
    for start, end in spans:
        needed.append(None if _next(text, text[start:end], at, whole_words) == start else start)
        at = end
    return needed


def _next(text: str, words: str, at: int, whole_words: bool) -> int:
    """Where `words` stand behind `at`, failing that anywhere; -1 where they do not."""
    start = _whole_word(text, words, at) if whole_words else text.find(words, at)
    if start < 0:
        start = text.find(words, at)
    return start if start >= 0 else text.find(words)


def _whole_word(text: str, words: str, at: int) -> int:
    """The first occurrence of `words` from `at` on that begins and ends no longer word; -1 where there is none."""
    while (start := text.find(words, at)) >= 0:
        end = start + len(words)
        cuts_before = start > 0 and text[start - 1].isalnum() and words[0].isalnum()
        cuts_behind = text[end : end + 1].isalnum() and words[-1].isalnum()
        if not cuts_before and not cuts_behind:
            break
        at = start + 1
    return start


def facts(report: Report) -> Facts:
    """What is compared of a record."""
    plain = json.loads(report.to_json())  # days as ISO strings and numbers as floats, as annotations have them

    def span(one: dict[str, Any]) -> Range:
        return one["span"]["start"], one["span"]["end"]

    def items(name: str) -> tuple[Item, ...]:
        return tuple(Item(span(one), one["text"], one) for one in plain[name])

    for figure in plain["figures"]:
        figure["measure"] = figure["measure"] and figure["measure"]["text"]
    return Facts(
        people=tuple(
            Someone(one["name"], tuple(p["text"] for p in one["positions"]), tuple(map(span, one["mentions"])))
            for one in plain["people"]
        ),
        bylines=tuple(map(span, plain["bylines"])),
        dates=items("dates"),
        figures=items("figures"),
        documents=items("documents"),
        meeting=plain["meeting"],
    )
