"""Layout: the title line, the outlet and dateline, photo credits, and the byline at the foot.

Names found here sign the article; they are no people of the report.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vnreport import lexicon

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of an article stand, as (start, end) offsets of the twin.

    `title` the title line; `outlet` the paper named in the dateline; `dateline` all that stands before the report
    proper on its first line; `credits` each photo credit whole (``Ảnh: Thu Giang``); `bylines` each signature.
    """

    title: Range | None = None
    outlet: Range | None = None
    dateline: Range | None = None
    credits: tuple[Range, ...] = ()
    bylines: tuple[Range, ...] = ()


_TITLE_LIMIT = 320
_CAPITAL = r"\p{Lu}[\p{L}\d]*+(?:[.'’-]\p{L}[\p{L}\d]*+){0,4}+"
# A signature: one to five capitalised words (`Thu Giang`, `L.T`, `TTXVN`, `N.Mạnh`), or a web domain.
_SIGNATURE = rf"(?:[\p{{L}}\d-]+(?:\.[\p{{L}}\d-]+){{0,3}}\.(?:vn|com|org|net)|{_CAPITAL}(?:(?: & | )(?:{_CAPITAL}|\d{{1,3}}h?\b)){{0,4}})"
_JOIN = r"(?: ?[-–—,;/&+]+ ?| và | ?\( ?| ?\) ?| )?(?:[Tt]heo:? |[Nn]guồn:? |[Ảả]nh:? |[Tt]in:? )?"
_HEAD = (
    r"(?:(?:[Tt]in|[Bb]ài|[Cc]lip|[Vv]ideo|[Đđ]ồ họa|[Tt]hực hiện|[Tt]ổng hợp|[Bb]iên dịch)"
    r"(?: ?(?:,|và|-|–|&|/) ?(?:[Bb]ài|[Ảả]nh|[Tt]in|[Cc]lip|[Vv]ideo)){0,3} ?[:-] ?"
    r"|(?:[Ảả]nh|ẢNH|[Nn]guồn|[Tt]heo|PV|[Pp]hóng viên|CTV)(?: minh họa)? ?[:.]? )"
)
_FOOT = regex.compile(rf"(?P<head>{_HEAD})?(?P<sign>{_SIGNATURE}(?:{_JOIN}{_SIGNATURE}){{0,4}})[ ).\]]*$")
_CREDIT = regex.compile(
    r"(?:[Ảả]nh|ẢNH|Clip|Video|Đồ họa|Nguồn ảnh)(?: minh họa| tư liệu| chụp)? ?: ?(?P<sign>"
    rf"{_SIGNATURE}(?:(?: ?[-–/,&] ?| và ){_SIGNATURE}){{0,2}})"
)
_DATELINE = regex.compile(
    r"(?:\((?P<bracket>[^()\n]{2,40})\) ?[-–—.:]"
    r"|(?P<place>\p{Lu}[^\n()–—]{1,40}, (?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?) ?\((?P<agency>[^()\n]{2,30})\) ?[-–—.:]"
    r"|(?P<bare>(?:[\p{Lu}\d][\p{Lu}\d.]{1,11}|[\p{L}\d]{2,30}(?:\.[\p{L}\d]{2,20}){1,3})) ?[-–—] )"
)
_PART = regex.compile(_SIGNATURE)


def layout(text: str) -> Layout:
    """The layout of the twin `text`.

    >>> source = "Quận 1 họp\\n\\n(Quanuy1hcm.org.vn)- Ngày 11/3, Quận ủy họp. Ảnh: Thu Giang\\n\\nL.T"
    >>> found = layout(source)
    >>> source[slice(*found.title)], source[slice(*found.outlet)]
    ('Quận 1 họp', 'Quanuy1hcm.org.vn')
    >>> [source[a:b] for a, b in found.bylines]
    ['Thu Giang', 'L.T']
    """
    lines = _lines(text)
    if not lines:
        return Layout()
    title = lines[0] if len(lines) > 1 and lines[0][1] - lines[0][0] <= _TITLE_LIMIT else None
    outlet, dateline = _dateline(text, lines)
    credits = [(m.span(), m.span("sign")) for m in _CREDIT.finditer(text)]
    bylines = [part for _, sign in credits for part in _parts(text, *sign)]
    bylines += _foot(text, lines[1:] if title else lines)
    return Layout(
        title=title,
        outlet=outlet,
        dateline=dateline,
        credits=tuple(whole for whole, _ in credits),
        bylines=tuple(sorted(set(bylines))),
    )


def _lines(text: str) -> list[Range]:
    return [(m.start(), m.end()) for m in regex.finditer(r"[^\s][^\n]*[^\s]|[^\s]", text)]


def _dateline(text: str, lines: list[Range]) -> tuple[Range | None, Range | None]:
    for start, end in lines[:4]:
        match = _DATELINE.match(text, start, end)
        if match is not None:
            group = match.lastgroup if match.lastgroup != "place" else "agency"
            return match.span(group), (start, match.end())
    return None, None


def _foot(text: str, lines: list[Range]) -> list[Range]:
    """The signatures of the last line, alone on it or glued behind its last sentence."""
    for start, end in reversed(lines[-3:]):
        tail = max(start, end - 120)
        match = _FOOT.search(text, tail, end)
        while match is not None and not _signs(text, start, match):
            match = _FOOT.search(text, match.start() + 1, end)
        if match is not None:
            return _parts(text, *match.span("sign"))
    return []


def _signs(text: str, line: int, match: regex.Match[str]) -> bool:
    """Whether a run at a line's end is a signature: it stands alone, or behind the end of a sentence."""
    before = text[line : match.start()].rstrip()
    return not before or before[-1] in ".!?…”\"/)’»" or (before[-1] in "-–" and before[:-1].rstrip()[-1:] in ".!?…”\"")


def _parts(text: str, start: int, end: int) -> list[Range]:
    """The single signatures of a run such as ``Phương Hoa/TTXVN``."""
    parts = []
    for match in _PART.finditer(text, start, end):
        if text[slice(*match.span())].casefold() not in lexicon.words("byline_heads"):
            parts.append(match.span())
    return parts
