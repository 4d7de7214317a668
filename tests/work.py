"""Counts the steps that reading texts of growing sizes takes: run as a program by `tests/test_scale.py`.

    python tests/work.py 2000,20000 reports digits …

prints a JSON object: by kind of text (of `benchmarks/kinds.py`), what was done at each size, as a dict.

`lines` are lines of the package that were run, once for each time round a loop. `characters` are those of the text
that its patterns went over and that were copied or looked through, since one line of Python can hide a walk over all
of it. Neither depends on the machine. A process of its own, because patterns have to be wrapped before the package is
imported, and because coverage watches lines too.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import regex

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from kinds import KINDS

DONE: Counter[str] = Counter()


class Pattern:
    """A compiled pattern that counts the characters it goes over; of a match that fails, one."""

    def __init__(self, compiled: Any) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)

    def _one(self, method: str, text: str, pos: int = 0, endpos: int = sys.maxsize, **more: Any) -> Any:
        found = getattr(self._compiled, method)(text, pos, endpos, **more)
        last = found.end() if found else min(endpos, len(text)) if method == "search" else pos + 1
        DONE["characters"] += max(1, last - pos)
        return found

    def search(self, *arguments: Any, **more: Any) -> Any:
        return self._one("search", *arguments, **more)

    def match(self, *arguments: Any, **more: Any) -> Any:
        return self._one("match", *arguments, **more)

    def fullmatch(self, *arguments: Any, **more: Any) -> Any:
        return self._one("fullmatch", *arguments, **more)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize, **more: Any) -> Iterator[Any]:
        at = pos
        for found in self._compiled.finditer(text, pos, endpos, **more):
            DONE["characters"] += found.end() - at
            at = found.end()
            yield found
        DONE["characters"] += max(1, min(endpos, len(text)) - at)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        return [found[0] if found.re.groups == 0 else found.groups() for found in self.finditer(text, *bounds)]

    def split(self, text: str, *most: int) -> list[Any]:
        DONE["characters"] += len(text)
        return self._compiled.split(text, *most)

    def sub(self, replacement: Any, text: str, *most: int) -> str:
        DONE["characters"] += len(text)
        return self._compiled.sub(replacement, text, *most)


class Text(str):
    """A text that counts the characters of its pieces, and those that are looked through for a word."""

    def __getitem__(self, key: Any) -> str:
        piece = str.__getitem__(self, key)
        DONE["characters"] += len(piece)
        return piece

    def _sought(self, method: Callable[..., int], word: str, start: int = 0, end: int = sys.maxsize) -> int:
        at = method(self, word, start, end)
        end = min(end, len(self))
        DONE["characters"] += max(1, end - start if at < 0 else at - start if method is str.find else end - at)
        return at

    def find(self, *arguments: Any) -> int:
        return self._sought(str.find, *arguments)

    def rfind(self, *arguments: Any) -> int:
        return self._sought(str.rfind, *arguments)

    def count(self, word: str, start: int = 0, end: int = sys.maxsize) -> int:
        DONE["characters"] += max(0, min(end, len(self)) - start)
        return str.count(self, word, start, end)


def _wrap(module: Any) -> None:
    """Have `module.compile`, called by the package, give patterns that count."""
    plain = module.compile

    def compile(*arguments: Any, **more: Any) -> Any:
        compiled = plain(*arguments, **more)
        package = sys._getframe(1).f_globals.get("__name__", "").startswith("vnreport")
        return Pattern(compiled) if package else compiled

    module.compile = compile


_wrap(re)
_wrap(regex)

from vnreport import Pipeline  # noqa: E402 - see above
from vnreport.document import Document, Found  # noqa: E402
from vnreport.pipeline import ORDER  # noqa: E402
from vnreport.text.patterns import LazyPattern  # noqa: E402

_plain_init = Document.__init__


def _init(self: Document, *arguments: Any) -> None:
    _plain_init(self, *arguments)
    self.text, self.folded = Text(self.text), Text(self.folded)


Document.__init__ = _init  # type: ignore[method-assign]


# Stages whose work grows with the square of the text, each in its own way: they must be found out.

_NOWHERE = LazyPattern("nowhere")


def _again_from_each_sentence(document: Document, found: Found) -> tuple[()]:
    for _ in document.sentences:
        for start, _ in document.sentences:
            document.sentence_at(start)
    return ()


def _rest_of_each_sentence(document: Document, found: Found) -> tuple[()]:
    for start, _ in document.sentences:
        _ = document.text[start:]
    return ()


def _searched_from_each_sentence(document: Document, found: Found) -> tuple[()]:
    for start, _ in document.sentences:
        _NOWHERE.search(document.text, start)
    return ()


FAULTS = {"loop": _again_from_each_sentence, "copy": _rest_of_each_sentence, "search": _searched_from_each_sentence}


def _line(frame: FrameType, event: str, argument: Any) -> Any:
    DONE["lines"] += 1
    return _line


def _call(frame: FrameType, event: str, argument: Any) -> Any:
    return _line if frame.f_globals.get("__name__", "").startswith("vnreport") else None


def work(pipeline: Pipeline, text: str) -> dict[str, int]:
    """What reading `text` takes."""
    DONE.clear()
    sys.settrace(_call)
    try:
        pipeline.parse(text)
    finally:
        sys.settrace(None)
    return dict(DONE)


def main() -> None:
    sizes, *names = sys.argv[1:]
    found = {}
    for name in names:
        fault = FAULTS.get(name)
        pipeline = Pipeline({**dict.fromkeys(ORDER), "dates": fault} if fault else None, tagger=None)
        make = KINDS["reports" if fault else name]
        pipeline.parse(make(5_000))  # patterns are compiled and word lists read at first use
        found[name] = [work(pipeline, make(int(size))) for size in sizes.split(",")]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
