"""Runs a target under atheris (``pip install atheris``): ``python fuzz/fuzz.py parse -max_total_time=600``.

Begins with the target's seeds and mutates them: bytes as libFuzzer does, and texts by what Vietnamese reports are made
of (see `phrases`), put in, exchanged, repeated, cut and glued; now and then an article is made anew. Stops at the first
input that breaks a promise or takes too long; with ``--go-on`` it keeps one of each kind in the folder of ``--out`` and
carries on. All options with one dash are libFuzzer's.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
import tempfile
import time
import traceback
import unicodedata
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "tests")]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["vnreport"]):
    import test_grammars  # noqa: F401  # which imports every grammar there is
    from phrases import Phrases
    from targets import TARGETS, pieces, seeds

PATIENCE = 1.0  # seconds of processor time that any input may take, instrumented,
PER_BYTE = 200e-6  # and what each of its bytes may take besides: ten times what they take
TEXTS = {"parse": 20_000, "parse_number": 300, "parse_stamp": 300}  # targets of text: the most bytes after mutation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--go-on", action="store_true", help="keep one input of each kind of fault, and carry on")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "vnreport-fuzz")
    options, libfuzzer = parser.parse_known_args()
    corpus = options.out / options.target / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    watch = Watch(TARGETS[options.target], options.out / options.target, options.go_on)
    for seed in seeds(options.target):
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
        watch.run(seed)  # untimed: what is imported and compiled at first use is no fault of an input
    longest = TEXTS.get(options.target, 8_000)
    defaults = ["-timeout=60", "-rss_limit_mb=4096", f"-max_len={longest}", f"-artifact_prefix={watch.folder}/"]
    mutator = (
        {"custom_mutator": Mutator(Phrases(pieces()), options.target == "parse")} if options.target in TEXTS else {}
    )
    atheris.Setup([sys.argv[0], *defaults, *libfuzzer, str(corpus)], watch, **mutator)
    atheris.Fuzz()


class Watch:
    """A target that is timed; with `go_on`, one whose faults are kept instead of raised."""

    def __init__(self, target: Callable[[bytes], None], folder: Path, go_on: bool) -> None:
        self._target, self.folder, self._go_on = target, folder, go_on
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        taken = self.run(data)
        limit = PATIENCE + PER_BYTE * len(data)
        if taken > limit and (taken := self.run(data)) > limit:  # the first time may have imported something
            if not self._go_on:
                raise TimeoutError(f"{taken:.1f} s for {len(data)} bytes")
            self._keep(f"slow-{len(data).bit_length()}", data, f"{taken:.2f} s for {len(data)} bytes")

    def run(self, data: bytes) -> float:
        """The seconds of processor time that an input takes."""
        begun = time.process_time()
        try:
            self._target(data)
        except Exception as error:
            if not self._go_on:
                raise
            frames = traceback.extract_tb(error.__traceback__)
            ours = [frame for frame in frames if "vnreport" in frame.filename] or frames
            where = f"{Path(ours[-1].filename).stem}-{ours[-1].name}-{ours[-1].lineno}"
            what = re.sub(r"[\W\d]+", "_", str(error))[:30]
            self._keep(f"{type(error).__name__}-{where}-{what}", data, "".join(traceback.format_exception(error)))
        return time.process_time() - begun

    def _keep(self, kind: str, data: bytes, said: str) -> None:
        if kind not in self._known:
            self._known.add(kind)
            (self.folder / kind).write_bytes(data)
            print(f"FOUND {kind}: {data[:200]!r}\n{said}", flush=True)


class Mutator:
    """Changes texts as texts: libFuzzer's bytes would mostly break the letters. With `articles`, makes new ones too."""

    def __init__(self, phrases: Phrases, articles: bool) -> None:
        self._phrases = phrases
        self._articles = articles

    def __call__(self, data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if not data or chance.random() < 0.15:
            return bytes(atheris.Mutate(data, max_size))
        head, text = data[:1], data[1:].decode("utf-8", "surrogateescape")
        changes = chance.choice((1, 1, 2, 4))
        if self._articles and chance.random() < 0.3:
            text, changes = self._phrases.report(chance), chance.choice((0, 1, 2))
        for _ in range(changes):
            text = self._changed(text, chance)
        if chance.random() < 0.1:
            head = bytes([chance.randrange(256)])
        return (head + text.encode("utf-8", "surrogateescape"))[:max_size]

    def _changed(self, text: str, chance: random.Random) -> str:
        start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        end = min(end, start + chance.choice((1, 3, 10, 60, 400)))
        way = chance.randrange(12)
        if way <= 2:
            return text[:start] + self._phrases.any(chance) + text[start:]
        if way == 3:
            return text[:start] + self._phrases.any(chance) + text[end:]
        if way <= 6:
            return self._phrases.another(text, chance)
        if way == 7:
            return text[:start] + text[end:]
        if way == 8:
            return text[:end] + text[start:]
        if way == 9:
            return text[:start] + text[start:end] * chance.choice((2, 3, 20, 200)) + text[end:]
        if way == 10:
            form = chance.choice(("NFD", "NFC", "NFKC"))
            return text[:start] + unicodedata.normalize(form, text[start:end]) + text[end:]
        change: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title, _unspaced, _broken))
        return text[:start] + change(text[start:end]) + text[end:]


def _unspaced(text: str) -> str:
    return text.replace(" ", "")


def _broken(text: str) -> str:
    return text.replace(" ", "\r\n")


if __name__ == "__main__":
    main()
