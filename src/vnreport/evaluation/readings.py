"""What somebody else has read: records made before, or the annotations of another reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vnreport.evaluation.compare import add
from vnreport.evaluation.gold import Article, load
from vnreport.evaluation.scores import Scores
from vnreport.records import Report

Reading = Report | Article
"""What somebody made of an article: a record, or an annotated article."""


def readings(path: str | Path) -> dict[str, Reading]:
    """Records or annotated articles by id.

    `path` is a file of records (JSON, or JSON Lines as ``vnreport batch --format jsonl`` writes them), a folder of
    such files, a folder that batch wrote, or a folder of annotated articles. A record of its own file that has no id is
    called as the file is.

    Raises `ValueError` where something else stands there or one article is read twice, `OSError` where nothing does.
    """
    found: dict[str, Reading] = {}
    for name, reading in _read(Path(path)):
        if name in found:
            raise ValueError(f"{path}: two records of {name}")
        found[name] = reading
    if not found:
        raise ValueError(f"no record and no annotated article in {path}")
    return found


def score(paths: Iterable[str | Path], found: Mapping[str, Reading]) -> Scores:
    """The scores of `found` over annotated articles, each named by its ``ID.json``.

    Every article needs its record; where `found` is another reader's annotations, those that both have are compared.
    Raises `ValueError` for a record that is missing or was read from another text, and as `load` does.
    """
    scores = Scores()
    for path in paths:
        article = load(path)
        reading = found.get(article.id)
        if reading is None and not _annotations(found):
            raise ValueError(f"no record of {article.id}")
        if reading is not None:
            _same_text(article, reading)
            add(scores, article, reading)
    if not scores.articles:
        raise ValueError("no article that both readers annotated")
    return scores


def _annotations(found: Mapping[str, Reading]) -> bool:
    return all(isinstance(reading, Article) for reading in found.values())


def _same_text(article: Article, reading: Reading) -> None:
    if isinstance(reading, Article):
        if reading.text != article.text:
            raise ValueError(f"{article.id}: the two annotations are of different texts")
        return
    try:
        reading.with_source(article.text)
    except ValueError as error:
        raise ValueError(f"{article.id}: {error}") from None


def _read(path: Path) -> Iterator[tuple[str, Reading]]:
    if path.is_dir():
        records = path / "records"  # of a folder that batch wrote, with logs beside it
        for file in sorted(each for each in (records if records.is_dir() else path).iterdir() if each.is_file()):
            if file.suffix in (".json", ".jsonl"):
                yield from _read(file)
    elif path.suffix == ".json" and path.with_suffix(".txt").exists():
        article = load(path)
        yield article.id, article
    elif path.suffix == ".json":
        yield _named(path.read_bytes(), f"{path}", path.stem)
    else:
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if line.strip():
                yield _named(line, f"{path}, line {number}", None)


def _named(data: bytes, place: str, name: str | None) -> tuple[str, Report]:
    try:
        report = Report.from_json(data)
    except (ValueError, json.JSONDecodeError) as error:
        raise ValueError(f"{place}: no record ({error})") from None
    name = report.id or name
    if name is None:
        raise ValueError(f"{place}: a record without an id")
    return name, report
