"""The formats as files: what is written for some articles, what is read of some paths."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from vnreport.annotation import brat, conll2002, form, golds, label_studio, label_studio_config, shelf
from vnreport.annotation.markup import AnnotationError, Markup
from vnreport.text.decode import decode

Format = Literal["label-studio", "brat", "conll2002", "gold"]
"""The formats that go out and come back."""

TASKS = "tasks.json"
"""The name of the file of all articles for Label Studio."""


def files(markups: Sequence[Markup], format: Format, annotated: Collection[str] = ()) -> dict[str, bytes]:
    """The files of a format by their names.

    For Label Studio one, `TASKS`: articles whose ids are in `annotated` carry somebody's annotation, the others a
    prediction. Raises `AnnotationError` where the format cannot hold an article, or two have one id.
    """
    names = shelf.stems(markup.id for markup in markups)
    if len(names) < len(markups):
        ids = [markup.id for markup in markups]
        raise AnnotationError(f"two articles are called {next(id for id in ids if ids.count(id) > 1)}")
    if format == "label-studio":
        tasks = [
            json.dumps(label_studio.task(markup, "annotations" if markup.id in annotated else "predictions"))
            for markup in markups
        ]
        return {TASKS: ("[\n" + ",\n".join(tasks) + "\n]\n").encode()}
    made: dict[str, bytes] = {}
    for markup in markups:
        name = names[markup.id]
        if format == "gold":
            made[f"{name}.txt"] = shelf.article_bytes(markup.text, markup.id)
            made[f"{name}.json"] = form.written(form.gold(markup)).encode()
        elif format == "brat":
            made[f"{name}.txt"] = brat.shown(markup.text).encode()
            made[f"{name}.ann"] = brat.written(markup).encode()
        else:
            made[f"{name}.conll"] = conll2002.written(markup).encode()
    if format in ("brat", "conll2002"):
        made[shelf.NAME] = shelf.lines(markups, names).encode()
    if format == "brat":
        made.update(configuration(format))
    return made


def configuration(format: Format) -> dict[str, bytes]:
    """The files that tell a tool of the labels, by their names; none for a format that needs none."""
    if format == "label-studio":
        return {"label-studio.xml": label_studio_config.config().encode()}
    if format == "brat":
        return {"annotation.conf": brat.annotation_conf().encode(), "visual.conf": brat.visual_conf().encode()}
    return {}


def read(paths: Iterable[Path], format: Format, *, predictions: bool = False) -> Iterator[Markup | AnnotationError]:
    """The articles of files, and of folders that hold such files; in its place the reason why one cannot be had.

    `predictions` as in `label_studio.read`. Raises `AnnotationError` for a path that is no such file or holds none,
    `OSError` where one cannot be read.
    """
    for path in paths:
        path.stat()  # of a file that is not there, say that, and not that another is not beside it
        found = [path]
        if path.is_dir():
            found = sorted(path.glob(f"*{_ENDINGS[format]}"))
            if not found:
                raise AnnotationError(f"{path}: no *{_ENDINGS[format]} in this folder")
        for file in found:
            if format == "label-studio":
                yield from _tasks(file, predictions)
            else:
                try:
                    yield _READERS[format](file)
                except ValueError as error:
                    yield error if isinstance(error, AnnotationError) else AnnotationError(str(error))


def _tasks(path: Path, predictions: bool) -> Iterator[Markup | AnnotationError]:
    try:
        tasks: Any = json.loads(path.read_bytes())
    except ValueError as error:
        raise AnnotationError(f"{path}: no JSON ({error})") from None
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        try:
            if not isinstance(task, dict):
                raise AnnotationError("no task")
            yield label_studio.read(task, predictions)
        except label_studio.NotAnnotatedError as error:
            yield error
        except AnnotationError as error:
            yield AnnotationError(f"{path}, task {number}: {error}")


def _read_brat(path: Path) -> Markup:
    entry = _entry(path)
    text = path.with_suffix(".txt")
    if entry is None:
        entry = shelf.Entry(path.stem, decode(text.read_bytes()).text, None)
    elif text.exists() and text.read_bytes() != brat.shown(entry.text).encode():
        raise AnnotationError(f"{text} is not the article of {shelf.NAME} any more")
    return brat.read(_utf8(path), entry.id, entry.text, entry.published, entry.layers)


def _read_conll(path: Path) -> Markup:
    entry = _entry(path)
    if entry is None:
        raise AnnotationError(f"{path}: no article of that name in {shelf.NAME} beside it, which keeps the text")
    return conll2002.read(_utf8(path), entry.id, entry.text, entry.published)


def _utf8(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{path}: not UTF-8 (byte {error.start})") from None


def _entry(path: Path) -> shelf.Entry | None:
    return (shelf.entries(path.parent) or {}).get(path.stem)


_READERS: dict[Format, Callable[[Path], Markup]] = {"brat": _read_brat, "conll2002": _read_conll, "gold": golds.read}
_ENDINGS: dict[Format, str] = {"label-studio": ".json", "brat": ".ann", "conll2002": ".conll", "gold": ".json"}
