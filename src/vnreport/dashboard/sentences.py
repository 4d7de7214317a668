"""The sentence that a figure stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnreport.document import Document
from vnreport.records import Span

_MOST = 420  # characters of a sentence that are shown; what newspapers print as one may be a whole table


def around(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(start, end), in `text` as given, of the sentence that each of `spans` stands in, at least the span itself.

    A sentence that is too long to show is cut to the words about the span.

    >>> text = "Xã họp. Xã thu 5,5 tỷ đồng. Hết."
    >>> [text[start:end] for start, end in around(text, [(15, 26)])]
    ['Xã thu 5,5 tỷ đồng.']
    """
    document = Document(text)
    for start, end in spans:
        first, last = document.twin(Span(start, end))
        found = document.span(document.sentence_at(first)[0], max(document.sentence_at(max(last - 1, first))[1], last))
        yield _cut(text, min(found.start, start), max(found.end, end), start, end)


def _cut(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    if last - first <= _MOST:
        return first, last
    room = max(_MOST - (end - start), 0) // 2
    near, far = max(first, start - room), min(last, end + room)
    if near > first:  # to the edge of a word
        near = text.find(" ", near, start) + 1 or near
    if far < last:
        far = max(text.rfind(" ", end, far), end)
    return near, far
