"""The word lists of the stage, each made at first use."""

from __future__ import annotations

import re
from functools import cache

from vnreport import lexicon
from vnreport.people.words import Phrases
from vnreport.text.normalise import fold


@cache
def phrases(*names: str) -> Phrases:
    """The entries of the word lists `names` (``NAME.txt``), together."""
    return Phrases(fold(entry) for name in names for entry in _split(name))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``NAME.txt``, folded."""
    return frozenset(fold(entry) for entry in lexicon.entries(name))


def _split(name: str) -> list[str]:
    # `Bà Rịa - Vũng Tàu`: the words of a document have the dash as a word of its own, so blanks part them alike.
    return [re.sub(r"(?<=\w)([,&-])(?= )", r" \1", entry) for entry in lexicon.entries(name)]


@cache
def places() -> Phrases:
    """Names of places, of Vietnam and the world."""
    return phrases("places_vietnam", "places_world", "places_known")


@cache
def surnames() -> dict[str, str]:
    """From a surname, folded, to its kind: ``plain`` or ``common`` (see ``surnames.tsv``)."""
    return {fold(row["surname"]): row["kind"] for row in lexicon.rows("surnames")}


@cache
def offices() -> dict[str, str]:
    """From the head of an office, folded, to the kind of position it makes."""
    return {fold(row["head"]): row["kind"] for row in lexicon.rows("offices")}


@cache
def office_heads() -> Phrases:
    """The heads of offices as phrases."""
    return Phrases(offices())


_ONSET = "ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnprstvx]"
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?$")


def is_syllable(word: str) -> bool:
    """Whether the folded `word` can be a Vietnamese syllable."""
    return len(word) <= 7 and _SYLLABLE.match(word) is not None
