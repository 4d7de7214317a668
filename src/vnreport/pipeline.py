"""The pipeline: the only place that knows the order of the stages."""

from __future__ import annotations

import datetime as dt
import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from vnreport import dates, figures, legal, meeting, people
from vnreport.document import Document, Found
from vnreport.people.tagger import Tagger
from vnreport.records import Report

if TYPE_CHECKING:
    from concurrent.futures import Future

Stage = Callable[[Document, Found], tuple[Any, ...]]
"""A stage: from the document and what earlier stages found to the records that fill its field of `Found`."""

ORDER = ("dates", "documents", "figures", "people", "meeting")
"""The names of the stages, in the order in which they run; each is the `Found` field it fills."""


class Pipeline:
    """Reads articles. Build one and call `parse` as often as you like; it keeps no state between articles.

    `stages` chooses what runs: names of stages (the others are left out), or a mapping from a stage's name to a
    function ``find(document, found) -> tuple`` that replaces it (the others run as they are; None leaves one out).
    `tagger` is asked for the capitalised runs that the grammar of people leaves open: ``"underthesea"`` (the
    default; imported at first need), a function from a sentence to (start, end) in it of each person, or None.
    `max_chars` is the length of the longest text that is read, in code points; None reads texts of any length, in
    time by their length and with 100 to 300 bytes of memory a character.

    >>> report = Pipeline(stages=["dates"], tagger=None).parse("Sáng 11/3, xã họp.", published="2022-03-11")
    >>> report.dates[0].text, report.dates[0].value
    ('Sáng 11/3', '2022-03-11')
    """

    def __init__(
        self,
        stages: Iterable[str] | Mapping[str, Stage | None] | None = None,
        *,
        tagger: Tagger | str | None = "underthesea",
        max_chars: int | None = None,
    ) -> None:
        """Raises `ValueError` for a stage or a tagger of an unknown name, and for a limit below 0."""
        if max_chars is not None and max_chars < 0:
            raise ValueError(f"max_chars must be 0 or more, not {max_chars}")
        self._max_chars = max_chars
        own: dict[str, Stage] = {
            "dates": dates.find,
            "documents": legal.find,
            "figures": figures.find,
            "people": partial(people.find, tagger=people.tagger.resolve(tagger)),
            "meeting": meeting.find,
        }
        self._stages: list[tuple[str, Stage]] = [(name, stage) for name, stage in _chosen(own, stages).items() if stage]

    def parse(self, text: str, *, published: dt.date | str | None = None, id: str | None = None) -> Report:
        """The record of one article; see `vnreport.parse`.

        Raises `TypeError` and `ValueError` as it does, `ValueError` for a text of more than `max_chars` characters
        too, and whatever a stage of one's own raises.
        """
        if self._max_chars is not None and isinstance(text, str) and len(text) > self._max_chars:
            raise ValueError(
                f"too long: {len(text)} characters, over the limit of {self._max_chars} (max_chars of Pipeline sets it)"
            )
        if id is not None and not isinstance(id, str):
            raise TypeError(f"id must be str, not {type(id).__name__}")
        with _collector_paused():
            return self._read(text, dates.published_day(published), id)

    def _read(self, text: str, day: dt.date | None, id: str | None) -> Report:
        document = Document(text, day)
        found = Found()
        for name, stage in self._stages:
            setattr(found, name, stage(document, found))
        layout = document.layout
        report = Report(
            id=id,
            title=document.mention(*layout.title) if layout.title else None,
            outlet=document.mention(*layout.outlet) if layout.outlet else None,
            published=day or dates.found_day(document, found),
            bylines=tuple(document.mention(*byline) for byline in layout.bylines),
            people=found.people,
            dates=found.dates,
            figures=found.figures,
            documents=found.documents,
            meeting=found.meeting[0] if found.meeting else None,
        )
        return _remembering(text, report)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without the collector of cycles, which would look at every record again and again while more are made.

    Reading makes no cycles, so nothing waits for it (a test holds the stages to that). Looking costs a short article
    four parts in a hundred of its time, a long one more a character than a short one. Of threads that read at once,
    the first to end starts it again; where somebody has stopped it, it stays so.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _remembering(text: str, report: Report) -> Report:
    """What `Report.with_source` does, without asking whether it is the text."""
    report.__dict__["source"] = text
    return report


def _chosen(
    own: dict[str, Stage], stages: Iterable[str] | Mapping[str, Stage | None] | None
) -> Mapping[str, Stage | None]:
    if stages is None:
        return own
    unknown = set(stages) - set(ORDER)
    if unknown:
        raise ValueError(f"no such stage: {', '.join(sorted(unknown))}; stages are {', '.join(ORDER)}")
    if isinstance(stages, Mapping):
        return {name: stages.get(name, own[name]) for name in ORDER}
    return {name: own[name] for name in ORDER if name in set(stages)}


Published: TypeAlias = "dt.date | str | None"
"""The day an article appeared: a day, ISO 8601 or a date stamp; None where it is not known."""
Article: TypeAlias = "str | Mapping[str, Any]"
"""A text, or a mapping with `text` and perhaps `published` and `id`; other keys are ignored."""

_LOOKAHEAD = 8  # chunks under way for each worker: enough to keep it busy, few enough to bound the memory
_CHUNK = 16


@cache
def default_pipeline() -> Pipeline:
    """The pipeline that `parse` uses, built at first use."""
    return Pipeline()


def parse(text: str, *, published: Published = None, id: str | None = None) -> Report:
    """The record of one article.

    `published` is the day the article appeared: a `date`, an ISO 8601 string, or any date stamp that
    `vnreport.dates.parse_stamp` reads; it resolves ``hôm qua``, ``sáng 3/7``, ``quý 1``. `id` is handed through.
    An empty text gives an empty record. Spans index `text` as it is given, by code point. A text may be of any length;
    `Pipeline(max_chars=...)` refuses long ones.

    Raises `TypeError` where `text` or `id` is not a `str` or `published` no day or string, and `ValueError` where no
    calendar knows `published`.
    """
    return default_pipeline().parse(text, published=published, id=id)


def parse_many(articles: Iterable[Article], workers: int = 1, *, pipeline: Pipeline | None = None) -> Iterator[Report]:
    """The records of many articles, in the order of the articles, as a stream.

    `workers` above 1 parse in that many processes (then `pipeline`, where one is given, must be picklable). An
    article that cannot be parsed raises, as in `parse`, when its turn comes, and so does a mapping without `text`
    (`ValueError`); `vnreport batch` carries on instead.

    Raises `ValueError` at once where `workers` is below 1.
    """
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    pipeline = pipeline or default_pipeline()
    if workers == 1:
        return (_parse_article(pipeline, article) for article in articles)
    return _parse_in_processes(articles, workers, pipeline)


def _parse_in_processes(articles: Iterable[Article], workers: int, pipeline: Pipeline) -> Iterator[Report]:
    from concurrent.futures import ProcessPoolExecutor  # late: most who parse need no processes

    source = iter(articles)
    pool = ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(pipeline,))
    try:
        under_way: deque[tuple[list[Article], Future[list[Report]]]] = deque()
        while True:
            while len(under_way) < workers * _LOOKAHEAD and (chunk := list(islice(source, _CHUNK))):
                under_way.append((chunk, pool.submit(_parse_chunk, chunk)))
            if not under_way:
                return
            chunk, parsed = under_way.popleft()
            for article, report in zip(chunk, parsed.result(), strict=True):
                # A pickle is without the text, which need not come back since it is here.
                yield _remembering(article["text"] if isinstance(article, Mapping) else article, report)
    finally:  # also where the caller has seen enough: what has not begun is not begun
        pool.shutdown(cancel_futures=True)


_worker: list[Pipeline] = []  # in a worker process: its pipeline, sent once and not with every chunk


def _start_worker(pipeline: Pipeline) -> None:
    _worker[:] = [pipeline]


def _parse_chunk(articles: list[Article]) -> list[Report]:
    return [_parse_article(_worker[0], article) for article in articles]


def _parse_article(pipeline: Pipeline, article: Article) -> Report:
    if not isinstance(article, Mapping):
        return pipeline.parse(article)
    if "text" not in article:
        raise ValueError(f"an article needs a text; this one has {', '.join(map(str, article)) or 'nothing'}")
    return pipeline.parse(article["text"], published=article.get("published"), id=article.get("id"))
