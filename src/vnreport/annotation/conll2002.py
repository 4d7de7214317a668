"""CoNLL-2002: a token a line with its tags in IOB2, a blank line between sentences.

Columns, parted by one blank: the token; a column each for PER (mentions of people), DATE, FIGURE, DOC and BYLINE; and
last, where most readers look for it, one tag for all of them. Spans of one column never overlap; in the last, of
spans that do, the one that begins first is tagged, of those that begin together the longest.

The format has no place for meanings: what comes back are spans. Names, titles, days, values and the meeting are lost,
and the gold form that is made of it says so in its `layers`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vnreport.annotation.markup import SAME, AnnotationError, Drawing, Markup
from vnreport.annotation.places import Range, overlap
from vnreport.document import Document

TAGS = {"PER": "Person", "DATE": "Date", "FIGURE": "Figure", "DOC": "Document", "BYLINE": "Byline"}
"""The tags, with the labels of the regions they stand for."""

LAYERS = ("mentions", "dates", "dates~", "figures", "figures~")
"""The layers of `vnreport.evaluation` that the format answers. (Documents are scored by their number.)"""

_SURROGATE = re.compile("[\ud800-\udfff]")


def written(markup: Markup) -> str:
    """The file of a markup: its mentions, dates, figures, documents and bylines."""
    spans = [
        (span, tag)
        for tag, label in TAGS.items()
        for span in _apart((r.start, r.end) for r in markup.regions if r.label == label)
    ]
    columns = _columns(spans)
    text = _encodable(markup.text)
    lines = []
    for sentence in _sentences(markup.text, [span for span, _ in spans]):
        for start, end in sentence:
            lines.append(" ".join([text[start:end], *(column.tag(start) for column in columns)]))
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def read(conll: str, id: str, text: str, published: str | None) -> Markup:
    """The markup of such a file, or of one of two columns, token and tag; `text` is the article.

    Mentions with the same spelling become one person, whose name is not scored. Raises `AnnotationError`, with the
    line, where the tokens are not those of the text, a tag is unknown, or the last column contradicts the others.
    """
    rows = list(_rows(conll, id))
    places = _places(rows, _encodable(text), id)
    width = {len(row) for _, row in rows} or {2}
    if width not in ({2}, {len(TAGS) + 2}):
        raise AnnotationError(
            f"{id}: lines of {' and '.join(map(str, sorted(width)))} columns, not 2 or {len(TAGS) + 2}"
        )
    several = width != {2}
    columns = [[row[i] for _, row in rows] for i in range(1, len(TAGS) + 1 if several else 2)]
    found = [each for column in columns for each in _chunks(column, places)]
    found.sort()
    for _, tag in found:
        if tag not in TAGS:
            raise AnnotationError(f"{id}: no tag is called {tag!r}; tags are {', '.join(TAGS)}")
    if several:
        _agree(rows, places, _columns(found)[-1], id)
    # Two columns cannot hold a date within a document, so that dates and figures are not complete beside documents.
    complete = several or all(tag != "DOC" for _, tag in found)
    return replace(_drawn(found, id, text, published), layers=LAYERS if complete else LAYERS[:1])


def _drawn(found: Iterable[tuple[Range, str]], id: str, text: str, published: str | None) -> Markup:
    drawing = Drawing(id, text, published)
    first: dict[str, str] = {}
    for span, tag in found:
        region = drawing.region(TAGS[tag], span)
        if tag == "PER":
            head = first.setdefault(text[slice(*span)], region)
            if head != region:
                drawing.relate(SAME, head, region)
    return drawing.done()


def _agree(rows: Iterable[tuple[int, list[str]]], places: Iterable[Range], last: _Column, id: str) -> None:
    """Refuse rows whose last column does not follow from the others: one of the two was forgotten in a correction."""
    for (number, row), (start, _) in zip(rows, places, strict=True):
        if row[-1] != last.tag(start):
            raise AnnotationError(f"{id}, line {number}: {row[-1]} in the last column, by the others {last.tag(start)}")


class _Column:
    """The tags of one column, for tokens that come in order."""

    def __init__(self, spans: Iterable[tuple[Range, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for (start, _), _ in self._spans]

    def tag(self, start: int) -> str:
        i = bisect_right(self._starts, start) - 1
        if i < 0 or start >= self._spans[i][0][1]:
            return "O"
        (begin, _), tag = self._spans[i]
        return f"{'B' if begin == start else 'I'}-{tag}"


def _columns(spans: Sequence[tuple[Range, str]]) -> list[_Column]:
    """The columns of tags: one for each tag, and the last."""
    own = [_Column(each for each in spans if each[1] == tag) for tag in TAGS]
    tag_of = {span: tag for name in reversed(TAGS) for span, tag in spans if tag == name}
    return [*own, _Column((span, tag_of[span]) for span in _apart(tag_of))]


def _apart(spans: Iterable[Range]) -> list[Range]:
    """The spans without those that overlap an earlier or, at the same start, a longer one."""
    kept: list[Range] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or not overlap(kept[-1], span):
            kept.append(span)
    return kept


def _sentences(text: str, regions: Sequence[Range]) -> Iterator[list[Range]]:
    """The tokens, sentence by sentence; no sentence ends within a region, and no token reaches over a region's edge."""
    document = Document(text)
    cuts = {edge for span in regions for edge in span}
    for start, end in document.tokens:
        span = document.span(start, end)
        cuts.update((span.start, span.end))
    breaks = {document.span(start, end).start for start, end in document.sentences}
    inside = _Column((span, "X") for span in _merged(regions))
    breaks = {at for at in breaks if not inside.tag(at).startswith("I")}
    sentence: list[Range] = []
    edges = sorted(cuts | breaks | {0, len(text)})
    for start, end in pairwise(edges):
        if start in breaks and sentence:
            yield sentence
            sentence = []
        # What is between tokens is blank, but for characters that the twin leaves out.
        sentence += [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    if sentence:
        yield sentence


def _merged(spans: Iterable[Range]) -> list[Range]:
    """The stretches that the spans cover together."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _rows(conll: str, id: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(conll.split("\n"), 1):
        row = re.split("[ \t]+", line.strip(" \t\r"))
        if row != [""]:
            if len(row) < 2:
                raise AnnotationError(f"{id}, line {number}: {line!r} is no token with its tags")
            yield number, row


def _places(rows: Iterable[tuple[int, list[str]]], text: str, id: str) -> list[Range]:
    """Where the tokens stand: one behind the other, with nothing but blanks between."""
    places = []
    at = 0
    for number, (token, *_) in rows:
        start = text.find(token, at)
        if start < 0 or text[at:start].strip():
            raise AnnotationError(f"{id}, line {number}: {token!r} is not what the text goes on with at {at}")
        at = start + len(token)
        places.append((start, at))
    return places


def _chunks(tags: Sequence[str], places: Sequence[Range]) -> Iterator[tuple[Range, str]]:
    """Spans and their tags; an I without a B before it begins one, as it does in the older IOB."""
    open_: tuple[int, int, str] | None = None
    for tag, (start, end) in zip(tags, places, strict=True):
        mark, _, name = tag.partition("-")
        if open_ and (mark != "I" or name != open_[2]):
            yield (open_[0], open_[1]), open_[2]
            open_ = None
        if tag != "O":
            open_ = (open_[0] if open_ else start, end, name)
    if open_:
        yield (open_[0], open_[1]), open_[2]


def _encodable(text: str) -> str:
    """The text as UTF-8 can write it, of the same length."""
    return _SURROGATE.sub("\ufffd", text)
