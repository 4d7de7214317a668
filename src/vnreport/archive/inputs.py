"""What there is to read: files, folders and globs, expanded in a fixed order and named alike on every machine."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

FORMATS = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".warc": "warc",
}
"""The formats that there are readers for, by the end of a file's name."""
COMPRESSIONS = {".gz": "gz", ".zst": "zst"}
"""What a file may be packed with, by the end of its name, behind that of the format."""


class InputError(ValueError):
    """An input that there is no way to read: not there, or of no known format."""


class Source(NamedTuple):
    """One file of an archive.

    `name` is what places and made ids begin with: the file's path within the folder or glob it was found by, or the
    shortest end of the path that tells it from the other inputs. It is the same wherever the archive is mounted.
    `format` is one of ``txt``, ``jsonl``, ``csv``, ``parquet``, ``html``, ``warc``; `compression` ``gz``, ``zst`` or
    None; `size` the file's bytes.
    """

    path: Path
    name: str
    format: str
    compression: str | None
    size: int


class Totals(NamedTuple):
    """The inputs summed up: number of files, their bytes, and a digest (BLAKE2b) of all names and sizes in order."""

    files: int
    bytes: int
    digest: str


class Inputs:
    """The files that INPUT arguments stand for, as a stream that can be gone through again.

    A file is read once however many arguments lead to it. In folders and globs, hidden files and those of no known
    format are passed over.
    """

    def __init__(self, arguments: Sequence[str | Path], *, without: Path | None = None) -> None:
        """`without` is a folder to leave out: where the tables go, should it lie among the inputs.

        Raises `InputError` where there is no argument, and for one that leads to no file or names one of no known
        format.
        """
        if not arguments:
            raise InputError("no input")
        left_out = None if without is None else os.path.abspath(without)
        self._roots = [_Root(str(argument), left_out) for argument in arguments]
        self._labels = _labels([root.base for root in self._roots])

    def __iter__(self) -> Iterator[Source]:
        for number, (root, label) in enumerate(zip(self._roots, self._labels, strict=True)):
            for path in root.files():
                if not any(earlier.holds(path) for earlier in self._roots[:number]):
                    yield _source(path, label, root.base)

    def totals(self) -> Totals:
        """What tells these inputs from others; reads no file, only their sizes."""
        files = size = 0
        digest = hashlib.blake2b(digest_size=16)
        for source in self:
            files += 1
            size += source.size
            digest.update(f"{source.name}\0{source.size}\n".encode("utf-8", "surrogateescape"))
        return Totals(files, size, digest.hexdigest())


def kind(path: PurePath) -> tuple[str | None, str | None]:
    """The format and the compression that a file's name tells, None where it tells none.

    >>> kind(PurePath("2017/news.jsonl.gz"))
    ('jsonl', 'gz')
    """
    name = path.name.lower()
    stem, suffix = os.path.splitext(name)
    compression = COMPRESSIONS.get(suffix)
    if compression is not None:
        suffix = os.path.splitext(stem)[1]
    return FORMATS.get(suffix), compression


class _Root:
    """One argument: `base` is the file or the folder that names are counted from."""

    def __init__(self, argument: str, left_out: str | None) -> None:
        path = os.path.abspath(argument)
        self.base = path
        self._left_out = left_out
        self._matches: frozenset[str] | None = None
        if os.path.isfile(path):
            if kind(PurePath(path))[0] is None:
                known = ", ".join(FORMATS)
                raise InputError(f"{argument}: no reader for such a file; there are readers for {known} (.gz, .zst)")
        elif not os.path.isdir(path):
            if not glob.has_magic(argument):
                raise InputError(f"{argument}: no such file or folder")
            self.base = _fixed_part(path)
            self._matches = frozenset(glob.glob(path, recursive=True))
            if not self._matches:
                raise InputError(f"{argument}: matches no file")
        if next(self.files(), None) is None:
            raise InputError(f"{argument}: holds no file that there is a reader for")

    def files(self) -> Iterator[str]:
        """The paths of the files, sorted, those of a folder before those of its subfolders."""
        if self._matches is None:
            yield from _walk(self.base, self._left_out)
            return
        for match in sorted(self._matches):
            inside = any(parent in self._matches for parent in _parents(match, self.base))
            if not inside:  # a folder that matched brings all it holds
                yield from _walk(match, self._left_out)

    def holds(self, path: str) -> bool:
        """Whether this argument leads to the file at `path`."""
        if path == self.base:
            return True
        if not path.startswith(os.path.join(self.base, "")):
            return False
        if self._matches is None:
            return not any(part.startswith(".") for part in PurePath(os.path.relpath(path, self.base)).parts)
        return any(found in self._matches for found in (path, *_parents(path, self.base)))


def _parents(path: str, base: str) -> Iterator[str]:
    while len(path := os.path.dirname(path)) > len(base):
        yield path


def _fixed_part(pattern: str) -> str:
    """The folder of a glob that all its matches share by its spelling."""
    path = PurePath(pattern)
    for number, part in enumerate(path.parts):
        if glob.has_magic(part):
            return str(PurePath(*path.parts[:number]))
    return str(path.parent)


def _walk(path: str, left_out: str | None) -> Iterator[str]:
    """The files at or under `path` that there is a reader for, but for those of the folder `left_out`."""
    if os.path.isfile(path):
        if kind(PurePath(path))[0] is not None:
            yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and os.path.join(folder, name) != left_out
        )
        for name in sorted(names):
            if not name.startswith(".") and kind(PurePath(name))[0] is not None:
                yield os.path.join(folder, name)


def _source(path: str, label: str, base: str) -> Source:
    name = label if path == base else f"{label}/{PurePath(os.path.relpath(path, base)).as_posix()}"
    format, compression = kind(PurePath(path))
    assert format is not None
    printable = name.encode("utf-8", "backslashreplace").decode("utf-8")  # a file name need not be text
    try:
        size = os.path.getsize(path)
    except OSError:  # gone, or a link to nowhere: reading it will say so
        size = 0
    return Source(Path(path), printable, format, compression, size)


def _labels(paths: list[str]) -> list[str]:
    """The shortest end of each path that tells it from the others.

    >>> _labels(["/data/2017/news.csv", "/data/2020/news.csv", "/data/old"])
    ['2017/news.csv', '2020/news.csv', 'old']
    """
    parts = {path: PurePath(path).parts[1:] or (PurePath(path).name or "root",) for path in paths}
    ends = dict.fromkeys(parts, 1)
    while True:
        taken: dict[tuple[str, ...], list[str]] = {}
        for path, length in ends.items():
            taken.setdefault(parts[path][-length:], []).append(path)
        clashing = [path for rivals in taken.values() if len(rivals) > 1 for path in rivals]
        if all(ends[path] >= len(parts[path]) for path in clashing):
            return ["/".join(parts[path][-ends[path] :]) for path in paths]
        for path in clashing:
            ends[path] += 1
