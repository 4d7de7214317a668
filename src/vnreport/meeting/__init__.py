"""The meeting that the article reports: what it was, when and where, who chaired, spoke and was there.

`events` finds the event, `doubts` says what speaks against it, `setting` finds its circumstances, `scope` how far the
report of it reaches, `voices` the parts that people (`cast`) played in it. Offsets within the stage are the twin's,
ends exclusive; people are indexes into `found.people`, sentences into `document.sentences`.
"""

from __future__ import annotations

from vnreport.document import Document, Found
from vnreport.meeting import events, scope, setting, voices
from vnreport.meeting.cast import Cast
from vnreport.records import Meeting


def find(document: Document, found: Found) -> tuple[Meeting, ...]:
    """The event that `document` reports: one meeting, or none where it reports none.

    `found.people` gives the names of the roles, `found.dates` the days, `found.documents` days that are none of it;
    without them the event is found all the
    same, with its roles and days left open.
    """
    days = setting.days(document, found.dates, found.documents)
    # Without a day of publication most days have no year, and tell of news all the same.
    dated = setting.dated(document, found.dates, days)
    places = events.places(document, days, dated)
    own = events.main(places, dated)
    if not own:
        return ()
    chosen = events.anchor(own, dated)
    when = setting.day(document, own, chosen, days)
    cast = Cast(document, found.people)
    sentences = scope.sentences(document, places, chosen, when, cast, days)
    chairs = voices.chairs(cast, sentences)
    speakers = voices.speakers(cast, sentences, chosen.family)
    present = voices.attendees(cast, sentences)
    named = events.named(own, chosen)
    kind = events.kind_span(document, named)
    host = setting.host(document, chosen, days)
    title = setting.title(document, own, named, [naming.opens for naming in cast.namings])
    names = [(naming.start, naming.end) for naming in cast.namings]
    everybody = sorted({*chairs, *speakers, *present})
    return (
        Meeting(
            kind=document.mention(*kind),
            title=document.mention(*title) if title is not None else None,
            start=when.start if when is not None else None,
            end=when.end if when is not None else None,
            time=when.time if when is not None and setting.beside(document, own, when) else None,
            form=setting.form(document, own, chosen, sentences),
            host=document.mention(*host) if host is not None else None,
            venues=tuple(document.mention(*venue) for venue in setting.venues(document, chosen, names)),
            chairs=tuple(found.people[i].name for i in chairs),
            speakers=tuple(found.people[i].name for i in speakers),
            attendees=tuple(found.people[i].name for i in everybody),
        ),
    )
