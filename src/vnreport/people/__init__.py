"""People: who is named, in which offices, one record a person.

`names` finds the mentions, `offices` the titles, `attach` says whose title is whose, `link` which mentions are of
one person. Within the stage a position is an index into the words of the twin (`words.Words`); ranges of words have
exclusive ends. The lists of names and offices are the lexicon's (``surnames``, ``offices``, ``places_vietnam``, …).
"""

from __future__ import annotations

from vnreport.document import Document, Found
from vnreport.people import again, attach, careers, link, names, offices, players, tagger
from vnreport.people import heads as office_heads
from vnreport.people.tagger import Tagger
from vnreport.people.titles import Title
from vnreport.people.words import Words
from vnreport.records import Person, Position

__all__ = ["find", "tagger"]


def find(document: Document, found: Found, *, tagger: Tagger | None = None) -> tuple[Person, ...]:
    """The people named in `document`, in order of appearance; who only signs it is none of them.

    Nothing of `found` is needed. `tagger` is asked for the runs of capitals that the grammar leaves open (see
    `vnreport.people.tagger`); what it raises is passed on.
    """
    words = Words(document)
    if not any(words.cap):
        return ()
    heads = office_heads.find(words)
    parser = offices.Parser(words, heads)
    layout = document.layout
    walk = names.walk(words, heads, [*layout.credits, *layout.bylines])
    if walk.rest and (settled := again.settle(walk, tagger)):
        walk.names = sorted(walk.names + settled, key=lambda name: name.start)
    if found_players := players.look(walk):
        walk.names = sorted(walk.names + found_players, key=lambda name: name.start)
    if not walk.names:
        return ()
    mentions = again.short_forms(walk)
    barrier = [-1] * len(words)
    for n, name in enumerate(mentions):
        barrier[name.start : name.end] = [n] * (name.end - name.start)
    weak = {n for n, name in enumerate(mentions) if name.rule == "short form" and name.end - name.start == 1}
    attached = attach.attach(words, mentions, parser.parse(barrier, weak), barrier)
    careers.careers(words, mentions, attached, barrier)
    groups = link.link(words, mentions, attached)
    careers.bare(words, groups, attached)
    return tuple(_person(f"p{i}", group, mentions, words) for i, group in enumerate(groups, 1))


def _person(id: str, group: link.Group, mentions: list[names.Name], words: Words) -> Person:
    document = words.document
    spans = [
        document.mention(words.start[m.start], words.end[m.end - 1]) for m in (mentions[n] for n in group.mentions)
    ]
    fullest = mentions[link.best(group, mentions, words)]
    return Person(
        id=id,
        name=document.mention(words.start[fullest.start], words.end[fullest.end - 1]).text,
        honorific=link.honorific(group, mentions),
        positions=_positions(group, words),
        mentions=tuple(spans),
    )


def _positions(group: link.Group, words: Words) -> tuple[Position, ...]:
    seen: dict[str, Position] = {}
    for title in sorted(group.titles, key=lambda title: title.start):
        folded = " ".join(words.low[title.start : title.end])
        if folded not in seen:
            seen[folded] = _position(title, words)
    return tuple(seen.values())


def _position(title: Title, words: Words) -> Position:
    mention = words.document.mention(words.start[title.start], words.end[title.end - 1])
    return Position(
        text=mention.text,
        span=mention.span,
        role=words.text(title.head, title.body),
        organization=words.text(title.complement, title.end) if title.complement >= 0 else None,
        former=title.former,
        acting=title.acting,
        deputy=title.deputy,
        kind=title.kind,  # type: ignore[arg-type]
    )
