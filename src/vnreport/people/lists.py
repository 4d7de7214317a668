"""The word lists of the stage, each made at first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from vnreport import lexicon
from vnreport.people.words import Phrases
from vnreport.text.normalise import fold


@cache
def phrases(*names: str) -> Phrases:
    """The entries, folded, of the word lists `names` (``NAME.txt``), together."""
    return Phrases(fold(entry) for name in names for entry in _split(name))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``NAME.txt``, folded."""
    return frozenset(fold(entry) for entry in lexicon.entries(name))


def _split(name: str) -> list[str]:
    # `Bà Rịa - Vũng Tàu`: the words of a document have the dash as a word of its own, so blanks part them alike.
    return [re.sub(r"(?<=\w)([,&-])(?= )", r" \1", entry) for entry in lexicon.entries(name)]


@cache
def group(name: str) -> frozenset[str]:
    """The words, folded, of the set `name` of ``name_context.tsv``. Raises `KeyError` where there is none."""
    sets = {row["set"]: row["words"] for row in lexicon.rows("name_context")}
    return frozenset(fold(word.strip()) for word in sets[name].split(",") if word.strip())


@cache
def places() -> Phrases:
    """Names of places, of Vietnam and the world, and of clubs and papers, which are used like them."""
    return phrases("places_vietnam", "places_world", "places_known", "clubs", "outlets", "cyclic_years")


@cache
def place_spellings() -> frozenset[str]:
    """The names of places that go on in small letters (`Dân trí`, `Cộng hòa Séc`), as printed."""
    names = ("places_vietnam", "places_world", "places_known", "clubs", "outlets")
    return frozenset(e for name in names for e in lexicon.entries(name) if any(w[0].islower() for w in e.split()))


@cache
def surnames() -> dict[str, str]:
    """From a surname, folded, to its kind: ``plain`` or ``common`` (see ``surnames.tsv``)."""
    return {fold(row["surname"]): row["kind"] for row in lexicon.rows("surnames")}


class Head(NamedTuple):
    """The head of an office at words `start` to `end` (exclusive), the kind of position it makes, and whether a name
    stands right behind it as a rule (`personal`)."""

    start: int
    end: int
    kind: str
    personal: bool


@cache
def offices() -> dict[str, tuple[str, bool]]:
    """From the head of an office, folded, to its (kind, personal), as in `Head` (see ``offices.tsv``)."""
    return {fold(row["head"]): (row["kind"], row["takes"] == "person") for row in lexicon.rows("offices")}


@cache
def office_heads() -> Phrases:
    """The heads of offices as phrases."""
    return Phrases(offices())


@cache
def openers() -> frozenset[str]:
    """The words that can open a place, an organisation, a form of address or whatever else may stand in a run of
    capitals; what is none of them needs no further looking up."""
    names = ("honorifics", "name_bearers", "organisation_heads", "organisation_words")
    tables = [phrases(name) for name in names] + [places(), inner(), appellation_phrases()]
    return frozenset(word for table in tables for word in table.first)


@cache
def inner() -> Phrases:
    """Words that names of organisations are made of."""
    return phrases("organisation_words", "organisation_heads")


@cache
def inner_words() -> frozenset[str]:
    """The single syllables of `inner`."""
    both = lexicon.entries("organisation_words") + lexicon.entries("organisation_heads")
    return frozenset(word for entry in both for word in fold(entry).split()) | {
        "và", "của", "thuộc", "tại", "luân", "phiên", "danh", "dự", "phụ", "trách",
    }  # fmt: skip


@cache
def ordinals() -> dict[str, str]:
    """From the Sino-Vietnamese ordinal in a ruler's name, folded, to its Roman number (`nhị` to `ii`)."""
    return {"nhất": "i", "nhị": "ii", "tam": "iii", "tứ": "iv", "ngũ": "v", "lục": "vi"}


@cache
def appellation_phrases() -> Phrases:
    """The fixed appellations as phrases."""
    return Phrases(appellations())


@cache
def appellations() -> dict[str, tuple[str, ...]]:
    """From a fixed appellation, folded (`bác hồ`), to the words of the name it stands for."""
    return {fold(row["appellation"]): tuple(fold(row["name"]).split()) for row in lexicon.rows("appellations")}


_ONSET = "ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnprstvx]"
_TONES = {
    "a": "aàáảãạ", "ă": "ăằắẳẵặ", "â": "âầấẩẫậ", "e": "eèéẻẽẹ", "ê": "êềếểễệ", "i": "iìíỉĩị", "o": "oòóỏõọ",
    "ô": "ôồốổỗộ", "ơ": "ơờớởỡợ", "u": "uùúủũụ", "ư": "ưừứửữự", "y": "yỳýỷỹỵ",
}  # fmt: skip


@cache
def _syllable() -> re.Pattern[str]:
    toned = "".join(f"[{_TONES[c]}]" if c in _TONES else c for c in "|".join(lexicon.entries("rhymes")))
    return re.compile(rf"(?:{_ONSET})?(?:{toned})$")


def is_syllable(word: str) -> bool:
    """Whether the folded `word` can be a Vietnamese syllable."""
    return len(word) <= 7 and _is_syllable(word)  # the length first: a word of a megabyte must not stay in memory


@lru_cache(maxsize=8192)  # more than there are syllables in use; most words are asked about again and again
def _is_syllable(word: str) -> bool:
    return _syllable().match(word) is not None
