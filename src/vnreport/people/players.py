"""Players and artists, who are called by one name and without office where an article is about sport or a show.

A word that no rule could read is a player there, or a team, a ground, a paper; an artist, or a film, a song, a brand.
`SIGNS` tell which, each time it stands in the text; what a list joins to a player is one too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnreport.grammar import Example
from vnreport.people import lists
from vnreport.people.context import Reader
from vnreport.people.names import Name, Walk
from vnreport.people.rules import COMPANIES, COMPANY_WORDS, PARTICLES

_WORDS = 5  # of its own, from which on an article is about a field
_LINE_UP = 4  # so many in a row are players, whatever else is said of them
_PASSES = 3
_ARTICLES = frozenset(("los", "las", "les", "the"))

Run = tuple[int, int]


@dataclass(frozen=True)
class Field:
    """What articles of one kind are told by, and the word lists of what stands about a name in them.

    An article has a word of each of `hints` and five of `told`. `deeds` stand behind a name, `things` before `của` and
    one, `others` before what is none. What is said of a name must weigh `enough`.
    """

    hints: tuple[frozenset[str], ...]
    told: str
    deeds: str
    things: str
    others: str
    enough: int


SPORT = Field(
    (frozenset(("trận", "vòng", "hlv", "vđv", "võ")), frozenset(("bóng", "hlv", "clb", "vđv", "set", "svđ"))),
    "sport_reports",
    "deeds_of_players",
    "things_of_players",
    "before_teams",
    2,
)
SHOW = Field(
    (frozenset(("sĩ", "sỹ", "viên", "hậu", "mẫu")), frozenset(("mv", "phim", "khán", "fan", "showbiz", "album"))),
    "show_reports",
    "deeds_of_artists",
    "things_of_artists",
    "before_shows",
    2,
)


@dataclass(frozen=True)
class Sign:
    """What tells a player from a team: `holds` is given the reader, the field and a run of words.

    `weight` is what it says. `examples`: `Example.reads` is the run; `misses`: texts in which the sign holds for no
    run. They are of the first of `fields`.
    """

    name: str
    weight: int
    holds: Callable[[Reader, Field, int, int], bool]
    examples: tuple[Example, ...]
    misses: tuple[str, ...] = ()
    fields: tuple[Field, ...] = (SPORT, SHOW)


def _acts(reader: Reader, field: Field, start: int, stop: int) -> bool:
    low = reader.words.low
    at = stop + (low[stop : stop + 1] in (["đã"], ["cũng"], ["vừa"], ["liên"], ["tiếp"], ["kịp"], ["sẽ"]))
    return lists.phrases(field.deeds).at(low, at) > 0


def _owns(reader: Reader, field: Field, start: int, stop: int) -> bool:
    low = reader.words.low
    return low[start - 1 : start] == ["của"] and lists.phrases(field.things).before(low, start - 1) > 0


def _timed(reader: Reader, field: Field, start: int, stop: int) -> bool:
    low = reader.words.low
    at = stop + (low[stop : stop + 1] == ["("])
    if at + 1 >= len(low):
        return False
    if low[at] == "phút":
        return at > stop and low[at + 1].isdigit()
    return low[at].isdigit() and len(low[at]) < 4 and low[at + 1] in ("'", "’", "′", "phút")


def _handed(reader: Reader, field: Field, start: int, stop: int) -> bool:
    return reader.words.low[start - 1] in ("cho", "để", "buộc", "khiến", "nhờ", "thay", "trao", "bởi", "bị", "anh")


def _of_others(reader: Reader, field: Field, start: int, stop: int) -> bool:
    return lists.phrases(field.others).before(reader.words.low, start) > 0


def _scored(reader: Reader, field: Field, start: int, stop: int) -> bool:
    low = reader.words.low
    score = low[stop : stop + 1] and low[stop].isdigit() and low[stop + 1 : stop + 2] in (["-"], ["–"])
    versus = low[stop : stop + 1] in (["vs"], ["-"], ["–"]) and stop + 1 < len(low) and reader.words.cap[stop + 1]
    return bool(score or versus) or low[start - 1].isdigit()


SIGNS: tuple[Sign, ...] = (
    Sign("acts", 2, _acts, (Example("Phút 20, Brusov dứt điểm.", "Brusov"),), ("Trận đấu trên sân Brusov sớm tàn.",)),
    Sign("owns", 2, _owns, (Example("Cú sút của Brusov đi vọt xà.", "Brusov"),), ("Hàng công của Brusov bế tắc.",)),
    Sign(
        "timed",
        3,
        _timed,
        (Example("Ghi bàn: Brusov (20', 64').", "Brusov"),),
        ("Đội Brusov (20 điểm) đứng đầu.",),
        (SPORT,),
    ),
    Sign("handed", 1, _handed, (Example("Anh chuyền cho Brusov.", "Brusov"),), ("Anh rời Brusov.",), (SPORT,)),
    Sign("of others", -2, _of_others, (Example("CLB Brusov thắng.", "Brusov"),), ("Hôm qua Brusov tỏa sáng.",)),
    Sign("scored", -3, _scored, (Example("Tỷ số: Brusov 2-1 Mehra.", "Brusov"),), ("Brusov ghi 2 bàn.",), (SPORT,)),
)
"""What tells players from teams."""


def look(walk: Walk) -> list[Name]:
    """The players and artists among the runs that no rule of `walk` had read; none in articles about something else."""
    reader = walk.reader
    field = next((field for field in (SPORT, SHOW) if walk.rest and about(reader, field)), None)
    if field is None:
        return []
    low = reader.words.low
    runs = {run: _key(low, *run) for run in dict.fromkeys(_name_of(reader, *run) for run in walk.rest) if run[1]}
    said: dict[str, int] = {}
    for run, key in runs.items():
        told = (sign.weight for sign in SIGNS if field in sign.fields and sign.holds(reader, field, *run))
        said[key] = said.get(key, 0) + sum(told)
    players = {key for key, weight in said.items() if weight >= field.enough}
    if field is SPORT:
        players = _joined_to(players, said, _rows(low, runs))
    return [Name(*run, "player") for run, key in runs.items() if key in players]


def _joined_to(players: set[str], said: dict[str, int], rows: list[list[str]]) -> set[str]:
    """The players, with those in one list with them and those of a line-up."""
    players = players | {key for row in rows if len(row) >= _LINE_UP for key in row if said[key] >= 0}
    for _ in range(_PASSES):
        joined = {key for row in rows if players & set(row) for key in row if said[key] >= 0}
        if joined <= players:
            break
        players |= joined
    return players


def _key(low: list[str], start: int, stop: int) -> str:
    """What a player is known again by: the last name of a foreigner, both names of a Vietnamese."""
    return low[stop - 1] if not lists.is_syllable(low[stop - 1]) else " ".join(low[start:stop])


def about(reader: Reader, field: Field) -> bool:
    """Whether the article is of the `field`."""
    words = reader.words.document.words
    if not all(hints & words.whole.keys() for hints in field.hints):
        return False
    told = lists.phrases(field.told)
    found = 0
    for at in words.positions(told.first):
        found += told.at(words.low, at) > 0
        if found == _WORDS:
            return True
    return False


_OPENERS = lists.group("discourse opener") | lists.group("before a lone name")
_NONE = (0, 0)


def _name_of(reader: Reader, start: int, stop: int) -> Run:
    """The run, without what opens the next sentence at its end, if it may be a whole name, else ``(0, 0)``."""
    words = reader.words
    low, raw = words.low, words.raw
    if stop - start > 1 and low[stop - 1] in reader.openers and low[stop : stop + 1] != [","]:
        stop -= 1  # `… Mehra Sau trận đấu`
    if stop - start > 3 or low[start] in _ARTICLES or any(raw[k].isupper() and raw[k][1:] for k in range(start, stop)):
        return _NONE
    if stop - start > 1 and _before_name(reader, start):
        return _NONE  # `Nhưng Brusov`: what stands behind it is looked at as well
    inside = start and words.cap[start - 1] and words.joined(start - 1) and not reader.opens_line(start)
    if inside and not _before_name(reader, start - 1) and not reader.places.before(low, start):
        return _NONE
    if any(low[k] in COMPANY_WORDS or low[k] in COMPANIES or not low[k].isalpha() for k in range(start, stop)):
        return _NONE
    if stop - start == 1 and len(low[start]) < 3:
        return _NONE  # `R&B`
    if reader.bearers.before(low, start) or stop in reader.heads or reader.places.at(low, start):
        return _NONE
    if not all(map(lists.is_syllable, low[start:stop])):
        return _NONE if any(reader.places.at(low, k) for k in range(start, stop)) else (start, stop)
    # `Công Phượng`
    known = stop - start == 2 and reader.known(start, stop) and reader.surnames.get(low[start]) != "plain"
    if not known or reader.opens_line(start) or reader.goes_on(start, stop):
        return _NONE
    body = reader.inner.at(low, start) > 1 or reader.organisations.at(low, start)
    return _NONE if body else (start, stop)


def _before_name(reader: Reader, i: int) -> bool:
    """Whether the capitalised word at `i` opens a sentence and no name: `Nhưng Brusov`."""
    low = reader.words.low[i]
    if low in PARTICLES:
        return False
    return low in reader.openers or low in _OPENERS


def _rows(low: list[str], runs: dict[Run, str]) -> list[list[str]]:
    """The keys of runs that stand in one list, with nothing but marks, brackets and `và` between them."""
    rows: list[list[str]] = []
    last: Run | None = None
    for run, key in sorted(runs.items()):
        if last is not None and _joined(low, last[1], run[0]):
            rows[-1].append(key)
        else:
            rows.append([key])
        last = run
    return [row for row in rows if len(row) > 1]


def _joined(low: list[str], stop: int, start: int) -> bool:
    between = low[stop:start]
    if not between or len(between) > 8 or not set(between) & {",", ";", "và", "-", "–", "("}:
        return False
    return all(
        word in (",", ";", "và", "-", "–", "(", ")", "'", "’", "′", "phút", "cùng") or word.isdigit()
        for word in between
    )
