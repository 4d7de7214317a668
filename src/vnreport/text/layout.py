"""Layout: the title line, the outlet and dateline, photo credits, and the bylines at the foot.

Names found here sign the article; they are no people of the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from vnreport import lexicon
from vnreport.text import signatures
from vnreport.text.patterns import LazyPattern

Range = tuple[int, int]
"""(start, end) in the twin, end exclusive."""


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
_SENTENCE_LENGTH = 120  # code points behind which a line that ends with a full stop is no title
_FOOT_REACH = 120  # code points behind which a line's end is searched for a run of signatures
_FURNITURE_LINES = 10  # lines of the page around the article that may stand below the foot
_SENTENCE_ENDS = frozenset('.!?…”"’»)/:')
_FOOT_LINES = 4  # signatures at the foot stand on so many lines at most; more are a list of names

_LINE = LazyPattern(r"[^\s][^\n]*")
# When an article was put on the page, on a line of its own: `04:35 15/03/2016`, `Thứ sáu, 11/03/2022 | 08:30 GMT+7`.
_STAMP_LINE = LazyPattern(
    r"(?=[^\n]{6,60}$)(?:[\d:/.,|+() –-]|GMT|[AP]M|(?i:thứ [a-zăâưđà-ỹ]{2,4}|chủ nhật|ngày|lúc))++"
)
_ORNAMENT = r"[\p{So}\p{Sk}\p{Cs}\u200d\ufe0e\ufe0f\s]"
_TITLE = LazyPattern(rf"{_ORNAMENT}*+(?P<title>[^\n]*?){_ORNAMENT}*$")
_CREDIT_WORD = re.compile("[ẢảNnĐđ](?:nh|NH|guồn|ồ họa)")  # finds the few places where it is worth asking for more
_CREDIT = LazyPattern(
    r"(?<![Tt]rong )(?P<open>\()?(?:(?:(?<!\w)|(?<=\p{Ll})(?=Ảnh ?:))(?:[Ảả]nh|ẢNH|[Nn]guồn(?: ảnh)?|[Đđ]ồ họa)"
    r"(?: minh họa| tư liệu| chụp| cắt từ clip| internet)? ?: ?|(?<=\()[Ảả]nh (?=\p{Lu})|(?<!\w)[Ảả]nh (?=VGP|TTXVN))"
)
_DATELINE_MARK = re.compile("[(–—-]")  # no dateline is without one, most lines are
_DATELINE = LazyPattern(
    r"(?:\((?P<bracket>[^()\n]{2,40})\) ?[-–—.:]"
    r"|(?P<place>\p{Lu}[^\n()–—]{1,40}(?:, (?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?)?)"
    r" ?\((?:(?P<dated>[^()\n\d]{2,20}?)[ ,-]{1,3}\d{1,2}[/-]\d{1,2}[/-]\d{4}\) |(?P<agency>[^()\n]{2,30})\) ?[-–—.:])"
    r"|(?P<bare>[\p{Lu}\d][\p{Lu}\d.]{1,11}|[\p{L}\d]{2,30}(?:\.[\p{L}\d]{2,20}){1,3}"
    r"|[\p{Lu}]{2,6} (?:Online|News)) ?[-–—] (?=\p{Lu}))"
)
_SITE_OR_PAPER = LazyPattern(r"\.\p{L}{2}|^(?:Báo|Đài|Cổng) |Online|News|^\p{Lu}{2,5}O$|(?i:vn)$")
_NO_OUTLET = LazyPattern(r"(?:[Ảả]nh|[Nn]guồn|\d|trừ|gồm)")
_AGENCY_FIRST = LazyPattern(r"(?P<sign>TTXVN|TTX|AFP|REUTERS|EPA|VGP) (?=\p{Lu}\p{L}* )")
# A stroke inside a word is none: `21-NQ/QU` ends a sentence, and nobody signs it.
_BOUNDARY = LazyPattern(r"(?:[.!?…”\"’»)\]>]|(?<!\w)/|/(?= ))(?:\)|\")? ?[-–—*]? ?(?=[\p{Lu}(TtCPB])")
_WORD_BEFORE = LazyPattern(r"[\p{L}.]{1,12}$")
_DEGREES = ("bsck", "bscki", "ths", "tskh", "pgs")
_AGENCY = "TTXVN"
_UNTOLD_REACH = 40
_UNTOLD = LazyPattern(r"(?:[.!?…”\"():] ?|\n)(?P<sign>\p{Lu}\p{Ll}{1,7}(?: \p{Lu}\p{Ll}{1,7}){1,3}) ?[-–/] ?$")
_HEAD_LINE = LazyPattern(
    r"(?:BIÊN TẬP|TÁC GIẢ|[Bb]iên tập|[Tt]ác giả|[Tt]hực hiện|[Nn]gười viết"
    r"|[Bb]ài(?:, ảnh| và ảnh)?|[Tt]in(?:, ảnh| và ảnh|, bài)?) ?:?$"
)
_HEADED = LazyPattern(r"(?:[Tt]ác giả|[Pp]hóng viên|[Tt]in|[Bb]ài|[Tt]hực hiện|[Tt]heo|[Nn]guồn)[ ,:].{0,30}?[:\p{Lu}]")


def layout(text: str) -> Layout:
    """The layout of the twin `text`; every part may be missing.

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
    outlet, dateline = _dateline(text, lines)
    stamped = len(lines) > 1 and _STAMP_LINE.fullmatch(text, *lines[0]) is not None
    title = _title(text, lines[stamped:], dateline)
    body = lines[1 + stamped :] if title else lines
    credits = _credits(text)
    bylines = [sign for _, signs in credits for sign in signs]
    for block in _blocks(text, body):
        bylines += _foot(text, block)
    bylines += _inside(text, body) + _agency(text)
    return Layout(
        title=title,
        outlet=outlet,
        dateline=dateline,
        credits=tuple(whole for whole, _ in credits),
        bylines=tuple(_apart(bylines)),
    )


def _lines(text: str) -> list[Range]:
    lines = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1].isspace():  # more is a blank to Python than to `regex`: U+001F
            end -= 1
        if start < end:
            lines.append((start, end))
    return lines


def _title(text: str, lines: list[Range], dateline: Range | None) -> Range | None:
    start, end = lines[0]
    if len(lines) < 2 or end - start > _TITLE_LIMIT or (dateline is not None and dateline[0] == start):
        return None
    if end - start > _SENTENCE_LENGTH and text[end - 1] == ".":
        return None  # a report without a title begins with its lead
    if text[start].isalnum() and (text[end - 1].isalnum() or text[end - 1] in _SENTENCE_ENDS):
        return start, end  # no ornament
    match = _TITLE.match(text, start, end)
    return match.span("title") if match is not None and match["title"] else (start, end)


def _dateline(text: str, lines: list[Range]) -> tuple[Range | None, Range | None]:
    for start, end in lines[:4]:
        stop = min(end, start + 90)
        match = _DATELINE.match(text, start, stop) if _DATELINE_MARK.search(text, start, stop) else None
        if match is None:
            continue
        group = next(name for name in ("bracket", "dated", "agency", "bare") if match[name] is not None)
        named = _SITE_OR_PAPER.search(match[group]) or match[group].casefold() in lexicon.words("outlets")
        if named or (group == "bracket" and not _NO_OUTLET.match(match[group])):
            return match.span(group), (start, match.end())
    return None, None


def _credits(text: str) -> list[tuple[Range, list[Range]]]:
    """(the whole credit, its signatures) of each photo credit."""
    found = []
    done = 0
    for word in _CREDIT_WORD.finditer(text):
        at = word.start()
        if at < done:
            continue
        match = (_CREDIT.match(text, at - 1) if text[max(0, at - 1)] == "(" else None) or _CREDIT.match(text, at)
        if match is None:
            continue
        done = match.end()
        signs = signatures.credit(text, done, bracket=match["open"] is not None)
        if signs:
            found.append(((match.start(), signs[-1][1]), signs))
    return found


def _blocks(text: str, lines: list[Range]) -> list[list[Range]]:
    """The lines in blocks: two empty lines and more part an article from boxes of other articles behind it."""
    blocks: list[list[Range]] = []
    for line in lines:
        if not blocks or text.count("\n", blocks[-1][-1][1], line[0]) > 2:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _foot(text: str, lines: list[Range]) -> list[Range]:
    """The signatures on the last lines, or glued behind the last sentence."""
    last = lines[-_FOOT_LINES - _FURNITURE_LINES :]
    last = [line for line in last if not signatures.is_furniture(text, *line)]
    found: list[list[Range]] = []
    while last and (signs := _signed_line(text, *last[-1])):
        found.append(signs)
        last.pop()
    if len(found) > 2 and last and text[last[-1][1] - 1] not in _SENTENCE_ENDS:
        found.pop()  # a line set apart in the body, with the signatures below it
    if len(found) > _FOOT_LINES:
        return []
    if not found and last:
        found.append(_glued_foot(text, *last[-1]))
    return [sign for signs in found for sign in signs]


def _signed_line(text: str, start: int, end: int) -> list[Range]:
    return signatures.run(text, start, end) if end - start <= _FOOT_REACH else []


def _glued_foot(text: str, start: int, end: int) -> list[Range]:
    """The run of signatures that ends a line, behind the end of a sentence; the longest such run."""
    for match in _BOUNDARY.finditer(text, max(start, end - _FOOT_REACH), end):
        if _is_abbreviation(text, start, match):
            continue
        if signs := signatures.run(text, match.end(), end):
            return signs
    return signatures.source(text, max(start, end - _FOOT_REACH), end)


def _is_abbreviation(text: str, start: int, boundary: regex.Match[str]) -> bool:
    if text[boundary.start()] != ".":
        return False
    word = _WORD_BEFORE.search(text, max(start, boundary.start() - 12), boundary.start())
    if word is None or text[word.start() - 1 : word.start()].isdigit():  # `… lúc 8h. Thu Giang`
        return False
    return (
        word[0].casefold().startswith(_DEGREES)
        or word[0].casefold() in lexicon.words("abbreviations")
        or (len(word[0]) == 1 and word[0].isupper())
    )


def _agency(text: str) -> list[Range]:
    """Photo credits without their word: `Toàn cảnh. Thu Giang - TTXVN Hôm nay …`."""
    found: list[Range] = []
    at = text.find(_AGENCY)
    while at >= 0:
        credit = _UNTOLD.search(text, max(0, at - _UNTOLD_REACH), at)
        if credit is not None and not text[at + len(_AGENCY) : at + len(_AGENCY) + 1].isalnum():
            found += [credit.span("sign"), (at, at + len(_AGENCY))]
        at = text.find(_AGENCY, at + 1)
    return found


def _inside(text: str, lines: list[Range]) -> list[Range]:
    """Signatures above the foot: at the head of the article, under a line that announces one, before a lead."""
    found: list[Range] = []
    for i, (start, end) in enumerate(lines):
        if i < 3 and end - start < _FOOT_REACH and _HEADED.match(text, start, end):
            found += signatures.run(text, start, end)
        if end - start < 24 and i + 1 < len(lines) and _HEAD_LINE.match(text, start, end):
            found += _signed_line(text, *lines[i + 1])
        if (match := _AGENCY_FIRST.match(text, start, end)) is not None:
            found.append(match.span("sign"))
    return found


def _apart(spans: list[Range]) -> list[Range]:
    """The spans in order, each once, none inside another."""
    kept: list[Range] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
