"""Articles made for the tests of annotation: texts that are hard on offsets, and records of any shape."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from strategies import FRAGMENTS
from vnreport.annotation import Markup
from vnreport.annotation.brat import shown
from vnreport.annotation.markup import Drawing
from vnreport.records import (
    DateExpression,
    Figure,
    LegalDocument,
    Meeting,
    Mention,
    Person,
    Position,
    Report,
    Span,
)

HARD = (
    "😀 Ngày 11/3/2022,\r\nông Lê Văn An, Bí thư Huyện ủy Tân Lập, chủ tri\u0300 hội nghị 𠀀 tại xã.\x00 Ông An cho "
    "biết huyện thu 30,5\ntỷ đồng, tăng 5% so với cùng kỳ, theo Nghị quyết số 09/NQ-HU ngày 5/3/2022.\u2028"
    "Bí thư Huyện ủy phát biểu.\r\n\r\nẢnh: Thu Hà\ud800"
)
"""Emoji, a letter beyond U+FFFF, CRLF, NFD, a NUL, a line separator, a lone surrogate, a figure over two lines."""


def marked() -> Markup:
    """That text with a region of each label, as hard as it gets."""
    drawing = Drawing("bài 1", HARD, "2022-03-12")

    def region(label: str, words: str, **fields: str) -> str:
        start = HARD.index(words)
        return drawing.region(label, (start, start + len(words)), fields)

    an = region("Person", "Lê Văn An", honorific="ông", role="chairs speaks")
    again = HARD.index("An cho")
    drawing.relate("same_person", an, drawing.region("Person", (again, again + 2)))
    drawing.relate("holds", an, region("Position", "Bí thư Huyện ủy Tân Lập"))
    region("Date", "Ngày 11/3/2022", kind="date", start="2022-03-11", end="2022-03-11")
    day = region("Date", "cùng kỳ", kind="period")
    money = region("Figure", "30,5\ntỷ đồng", value="30500000000", unit="đồng", bound="exact")
    share = region("Figure", "5%", value="5", unit="%", bound="over")
    drawing.relate("measure", money, region("Measure", "huyện thu"))
    drawing.relate("against", share, region("Against", "so với cùng kỳ"))
    drawing.relate("period", share, day)
    region("Document", "Nghị quyết số 09/NQ-HU", type="Nghị quyết", number='09; "9" # 9')
    region("Meeting", "hội nghị 𠀀 tại xã.\x00 Ông", start="2022-03-11", end="2022-03-11", **{"as": " hội\tnghị"})
    region("Byline", "Hà\ud800")
    return drawing.done()


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A record of any shape over a text of any characters, so that no format can count on what the parser does."""
    words = st.sampled_from([word for word in FRAGMENTS if word.strip()])
    text = " ".join([*draw(st.lists(words, min_size=4, max_size=24)), "Xã"])

    seen = shown(text)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 30)))
        solid = [at for at in range(start, end) if not seen[at].isspace()]
        if not solid:  # blanks alone: the next character that is none
            solid = [next(at for at in [*range(end, len(text)), *range(end)] if not seen[at].isspace())]
        return Span(solid[0], solid[-1] + 1)

    def placed() -> dict[str, Any]:
        place = span()
        return {"text": text[place.start : place.end], "span": place}

    def some(make: Any, least: int = 0, most: int = 3) -> tuple[Any, ...]:
        return tuple(make() for _ in range(draw(st.integers(least, most))))

    def day() -> date:
        return draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))

    def number() -> Decimal:
        return draw(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))

    def date_expression() -> DateExpression:
        first, last = sorted((day(), day()))
        known = draw(st.booleans())
        return DateExpression(
            **placed(),
            kind=draw(st.sampled_from(["date", "period", "duration", "set", "time"])),
            start=first if known else None,
            end=last if known else None,
            time=draw(st.none() | st.times().map(lambda t: time(t.hour, t.minute))),
            value=draw(st.none() | words),
        )

    dates = some(date_expression)

    def figure() -> Figure:
        return Figure(
            **placed(),
            value=number(),
            value_to=draw(st.sampled_from([None, number()])),
            of=draw(st.sampled_from([None, number()])),
            unit=draw(st.none() | words),
            bound=draw(st.sampled_from(["exact", "approx", "over", "under", "at_least", "at_most"])),
            measure=draw(st.sampled_from([None, Mention(**placed())])),
            against=draw(st.sampled_from([None, Mention(**placed())])),
            period=draw(st.sampled_from([None, *range(len(dates))])),
        )

    def person(number: int) -> Person:
        mentions = some(lambda: Mention(**placed()), least=1)
        longest = max((mention.text for mention in mentions), key=len)
        return Person(
            id=f"p{number}",
            name=draw(st.sampled_from([longest, f"Tên {number}", f'Lê; # "{number}"\n'])),
            honorific=draw(st.none() | words),
            positions=some(lambda: Position(**placed(), role="Bí thư")),
            mentions=mentions,
        )

    people = tuple(person(number) for number in range(draw(st.integers(0, 3))))
    names = st.lists(st.sampled_from([p.name for p in people]), unique=True) if people else st.just([])
    meeting = Meeting(
        kind=Mention(**placed()),
        start=(opened := day()),
        end=opened,
        form=draw(st.sampled_from([None, "online", "hybrid", "in_person"])),
        chairs=tuple(draw(names)),
        speakers=tuple(draw(names)),
    )
    return Report(
        id=draw(st.sampled_from(["a-1", "https://a.vn/tin?id=1&x=ạ", "2"])),
        published=draw(st.none() | st.dates()),
        bylines=some(lambda: Mention(**placed())),
        people=people,
        dates=dates,
        figures=some(figure),
        documents=some(lambda: LegalDocument(**placed(), type=draw(words), number=draw(st.none() | words))),
        meeting=draw(st.sampled_from([None, meeting])),
    ).with_source(text)
