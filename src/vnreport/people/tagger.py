"""The tagger: evidence for the runs of capitals that the grammar leaves open.

A tagger is a function from a sentence of the twin to the (start, end) of each person in it: code points of the
sentence, end exclusive. Underthesea's is imported at its first call only: half a second is much for an article that
never asks.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from typing import Any

Tagger = Callable[[str], "list[tuple[int, int]]"]
"""From a sentence to (start, end) in it of each person."""


def underthesea(sentence: str) -> list[tuple[int, int]]:
    """(start, end) of each run that underthesea's recogniser takes for a person in `sentence`.

    >>> underthesea("Hôm qua ông Nguyễn Văn An đến Hà Nội.")
    [(12, 25)]
    """
    with _LOADING:
        recognise = _recogniser()
    found: list[tuple[int, int]] = []
    at = 0
    for word, _, _, tag in recognise(sentence):
        start = sentence.find(word, at)
        if start < 0:  # the tokenizer rewrites a few words; the rest can still be placed
            continue
        at = start + len(word)
        if tag == "I-PER" and found and sentence[found[-1][1] : start].isspace():
            found[-1] = (found[-1][0], at)
        elif tag.endswith("-PER"):
            found.append((start, at))
    return found


_LOADING = threading.Lock()


@cache
def _recogniser() -> Callable[[str], list[tuple[str, str, str, str]]]:
    """Underthesea's recogniser with its models read, for one thread at a time.

    It reads them at its first sentence, and another thread that asks meanwhile finds them half there.
    """
    import underthesea as package

    recognise: Any = package.ner
    recognise("Ông An đến.")
    return recognise  # type: ignore[no-any-return]


_NAMED: dict[str, Tagger] = {"underthesea": underthesea}


def resolve(tagger: Tagger | str | None) -> Tagger | None:
    """The tagger of that name (``"underthesea"`` is the only one), or `tagger` itself where it is None or a function.

    Raises `ValueError` for an unknown name.
    """
    if not isinstance(tagger, str):
        return tagger
    if tagger not in _NAMED:
        raise ValueError(f"no such tagger: {tagger}; there is {', '.join(sorted(_NAMED))}")
    return _NAMED[tagger]
