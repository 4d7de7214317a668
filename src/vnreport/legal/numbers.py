"""Numbers and symbols of documents: `09`, `15/2020/NĐ-CP`, `32-CT/TU`."""

from __future__ import annotations

from vnreport import lexicon
from vnreport.document import Document
from vnreport.text.patterns import LazyPattern

# A code is letters as offices abbreviate themselves: `NĐ`, `QĐ`, `TTg`, `TTr`, `BGDĐT`, `QH15`, `T.Ư`.
_CODE = r"\p{Lu}[\p{Lu}&]{0,9}(?:[a-zđ]{1,2}(?!\p{Ll}))?\p{Lu}{0,3}(?:\.\p{Lu}{1,4}){0,2}\d{0,2}"
_SYMBOL = LazyPattern(
    r"\d{1,6}(?:[a-zđA-Z](?![\p{L}\d]))?(?:[/-](?:19|20)\d\d(?!\d))?"
    rf"(?: ?[-/–] ?(?:{_CODE})(?!\p{{Ll}}|\.\p{{Ll}})){{0,4}}"
)
_YEAR = LazyPattern(r"(?:19|20)\d\d\Z")  # `Quy chế 2019` is of that year
# Behind a plain number: the rest of a date, a share, a decimal, a score.
_MORE = LazyPattern(r"[/.,–-]?\d|%|/|\p{L}")
_COUNTED = LazyPattern(
    lambda: (
        rf" ?(?:%|(?:{lexicon.alternation(lexicon.entries('counted_after_types'))}"
        r"|năm(?! (?:19|20)\d\d)|ngày(?! \d))(?!\w))"
    )
)


def read(document: Document, start: int, *, marked: bool) -> tuple[int, int] | None:
    """(start, end) of the number or symbol at `start` of the twin, or None where the digits there are something else.

    `marked` says that ``số`` stands in front, which leaves less to doubt.
    """
    match = _SYMBOL.match(document.text, start)
    if match is None:
        return None
    end = match.end()
    if not marked and _YEAR.match(document.text, start, end):
        return None
    if document.text[start:end].isdigit() and (
        (_MORE.match(document.text, end) and not _glued_word(document.text, end))
        or (not marked and _COUNTED.match(document.folded, end))
    ):
        return None
    return start, end


def _glued_word(text: str, end: int) -> bool:
    """Whether a word is glued behind a long number (`số 1523của`), as happens where markup was stripped."""
    return text[end].islower() and text[end : end + 3].isalpha()
