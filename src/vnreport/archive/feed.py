"""The feed: an archive's articles in order, each with its number and its id, cut into parts and chunks.

Where a part ends depends on the articles alone, so that a run that goes on after a kill cuts the same parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from vnreport.archive.inputs import Inputs, Source
from vnreport.archive.manifest import Cursor
from vnreport.archive.readers import Found, Item, Settings, Unread, read
from vnreport.archive.seen import Seen
from vnreport.archive.worker import Article, Chunk, Failure

_CHUNK_ARTICLES = 32  # a third of a second's work: little is lost when a worker is, and the last ones end together
_CHUNK_SIZE = 1 << 18  # characters or bytes
_PART_SIZE = 1 << 26  # a part's strings must fit one Arrow column


@dataclass(slots=True)
class Part:
    """A part in the making: what has been read for it, and what of it is still under way."""

    number: int
    begin: Cursor
    chunks: list[int] = field(default_factory=list)
    under_way: int = 0
    records: int = 0
    failures: list[Failure] = field(default_factory=list)
    inputs: list[dict[str, Any]] = field(default_factory=list)
    end: Cursor | None = None  # where reading stood when the part was full; None while it is not
    joining: bool = False  # whether its files are being made, or are
    rows: dict[str, int] | None = None  # of each table, when its files are put aside

    @property
    def empty(self) -> bool:
        """Whether there was nothing left to read for it."""
        return self.end is not None and self.end.articles == self.begin.articles

    @property
    def parsed(self) -> bool:
        """Whether all its articles have been read and parsed."""
        return self.end is not None and not self.under_way


class Feed:
    """Reads on from a cursor, a chunk at a time."""

    def __init__(
        self,
        inputs: Inputs,
        settings: Settings,
        seen: Seen,
        *,
        cursor: Cursor,
        part: int,
        part_size: int,
        limit: int | None = None,
    ) -> None:
        """`part` is the number of the first part to make, `part_size` its articles, `limit` those of the archive."""
        self._settings = settings
        self._seen = seen
        self._part_size = part_size
        self._limit = limit
        self._cursor = cursor
        self._number = part
        self._chunk = 0
        self._size = 0
        self.bytes_read = 0
        self._file_bytes = 0
        self.exhausted = False
        self.parts = {part: Part(part, cursor)}
        self._items = self._read(inputs)

    def next_chunk(self) -> tuple[Part, Chunk | None]:
        """The next articles to parse and their part; None where nothing but failures or the part's end came."""
        part = self.parts.setdefault(self._number, Part(self._number, self._cursor))
        articles: list[Article] = []
        size = 0
        while len(articles) < _CHUNK_ARTICLES and size < _CHUNK_SIZE and not self._full(part):
            item = None if self._cursor.articles == self._limit else next(self._items, None)
            if item is None:
                self.exhausted = True
                break
            taken = self._take(item)
            if isinstance(taken, Failure):
                part.failures.append(taken)
            else:
                articles.append(taken)
                size += len(taken.found.content)
        self._size += size
        if self._full(part) or self.exhausted:
            part.end = self._cursor
            self._number += 1
            self._size = 0
        if not articles:
            return part, None
        self._chunk += 1
        part.chunks.append(self._chunk)
        part.under_way += 1
        return part, Chunk(self._chunk, tuple(articles))

    def _full(self, part: Part) -> bool:
        return self._cursor.articles - part.begin.articles >= self._part_size or self._size >= _PART_SIZE

    def _take(self, item: Item) -> Article | Failure:
        """The item as an article to be parsed, or as the failure that it is."""
        number = self._cursor.articles
        self._cursor = Cursor(self._cursor.inputs_done, self._cursor.within + 1, number + 1)
        if isinstance(item, Unread):
            return Failure(number, item.place, item.id, "unread", item.reason)
        if len(item.content) > self._settings.max_bytes:
            return Failure(number, item.place, item.id, "unread", self._settings.too_many_bytes(len(item.content)))
        id = item.place if item.id is None else item.id.encode("utf-8", "backslashreplace").decode("utf-8")
        earlier = self._seen.first(id, number, item.place)
        if earlier is not None:
            return Failure(number, item.place, id, "duplicate", f"the id of the article at {earlier}")
        return Article(number, id, item)

    def _read(self, inputs: Inputs) -> Iterator[Found | Unread]:
        """The items from the cursor on; moves the cursor over the ends of files."""
        files_done = self._cursor.inputs_done
        for number, source in enumerate(inputs):
            if number >= files_done:
                skip = self._cursor.within if number == files_done else 0
                self._cursor = Cursor(number, skip, self._cursor.articles)
                for within, item in enumerate(read(source, self._settings, self._at)):
                    if within >= skip:
                        yield item
                self._end(source)
            self._file_bytes += source.size
            self.bytes_read = self._file_bytes

    def _at(self, position: int) -> None:
        self.bytes_read = self._file_bytes + position

    def _end(self, source: Source) -> None:
        done = {"input": source.name, "bytes": source.size, "articles": self._cursor.within}
        self.parts[self._number].inputs.append(done)
        self._cursor = Cursor(self._cursor.inputs_done + 1, 0, self._cursor.articles)
